"""The examples inside the list of reporting words: every `yes` holds a quote, every `no` holds none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from framing.annotate.quotes import find_quotes
from framing.model import Article
from framing.packs.people import load_actor_words
from framing.packs.tomlfile import LEXICONS
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_articles

DATA = tomllib.loads((LEXICONS / "report_verbs.toml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.engine


def sections() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every list with its name."""
    for name, entry in DATA.items():
        if name in {"stance", "pattern"}:
            yield from ((f"{name}.{inner}", listed) for inner, listed in entry.items())
        elif isinstance(entry, dict):
            yield name, entry


EXAMPLES = [(name, kind, text) for name, entry in sections() for kind in ("yes", "no") for text in entry.get(kind, [])]


@cache
def quoted() -> dict[str, bool]:
    """Whether each example holds a quote."""
    articles = [Article.from_text(text, id=text, source="s") for _, _, text in EXAMPLES]
    verbs = load_report_verbs()
    return {p.article.id: bool(find_quotes(p, (), (), verbs, load_actor_words())) for p in parse_articles(articles)}


@pytest.mark.parametrize(("name", "kind", "text"), EXAMPLES, ids=[f"{n}-{k}-{t[:30]}" for n, k, t in EXAMPLES])
def test_example(name: str, kind: str, text: str) -> None:
    assert quoted()[text] == (kind == "yes"), name
