"""No text breaks the quote finder: every article of the corpus, and strings full of quotation marks."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.annotate.quotes import find_quotes
from framing.annotate.voice import exposure, find_voices
from framing.model import Article, Parsed
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_articles

POLNEAR = Path(__file__).resolve().parents[3] / "shared" / "data" / "polnear"
BATCH, BATCHES = 100, 60  # 6,000 strings
PIECES = [
    "said",
    "Ada",
    "Kolb",
    "“",
    "”",
    '"',
    "''",
    "‘",
    "’",
    "'",
    "„",
    "«",
    "»",
    ",",
    ".",
    ":",
    "–",
    "\n",
    "he",
    "that",
    "the dam",
    "if",
    "accused",
    "of",
    "according to",
    "so-called",
    "what it called",
    "?",
    "(",
    ")",
    "Q:",
    "A:",
    "…",
]
MARKED = st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join)

pytestmark = pytest.mark.quality


def check(parsed: Parsed) -> None:
    """Reads an article and checks what must hold for any."""
    quotes = find_quotes(parsed, (), (), load_report_verbs(), load_actor_words())
    for quote in quotes:
        assert all(parsed.article.read(span) for span in quote.content)
        assert quote.label in {"direct", "mixed", "indirect"}
    contents = [{place for span in quote.content for place in range(*span)} for quote in quotes]
    for one, other in combinations(contents, 2):
        assert not one & other or one <= other or other <= one
    layers = find_voices(parsed, quotes, load_report_verbs())
    assert sum(exposure(parsed, layers)) == sum(exposure(parsed, ()))


@pytest.mark.slow
@settings(max_examples=BATCHES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(MARKED, min_size=BATCH, max_size=BATCH))
def test_strings_full_of_marks(texts: list[str]) -> None:
    articles = [Article.from_text(text, id=str(place), source="s") for place, text in enumerate(texts)]
    for parsed in parse_articles(articles):
        check(parsed)


@pytest.mark.slow
@pytest.mark.skipif(not POLNEAR.exists(), reason="the corpus lies beside the project, not in it")
@pytest.mark.parametrize(("part", "each"), [("dev", 1), ("train", 6)])
def test_articles_of_the_corpus(part: str, each: int) -> None:
    """Every article of the small part, one in six of the large one."""
    paths = sorted((POLNEAR / part / "text").glob("*.txt"))[::each]
    assert paths
    articles = (Article.from_text(path.read_bytes().decode("utf-8"), id=path.stem, source="s") for path in paths)
    for parsed in parse_articles(articles):
        check(parsed)
