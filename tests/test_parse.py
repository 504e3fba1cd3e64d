"""What the parser's columns promise, on every build of the parser."""

from __future__ import annotations

import pytest

from framing.model import Article
from framing.parse import parse_article

pytestmark = pytest.mark.engine
INFLECTED = "They were hoping and hating, planing and staring; he lies, she tried, the wolves left."
LEMMAS = ["they", "be", "hope", "hate", "plane", "stare", "lie", "try", "wolf", "leave"]


def test_of_two_known_forms_the_first_rule_of_the_model_decides() -> None:
    parsed = parse_article(Article.from_text(INFLECTED, id="a", source="s"))
    changed = [lemma for word, lemma in zip(parsed.words, parsed.lemmas, strict=True) if word != lemma]
    assert changed == LEMMAS
