"""Every case of quotes.toml: the quotes that it names are found, with speaker, cue and label; others hold none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from framing.annotate.quotes import find_quotes
from framing.model import Article, Quote
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_articles

PEOPLE = load_actor_words()
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "quotes.toml").read_text(encoding="utf-8"))["case"]
pytestmark = pytest.mark.engine


@cache
def found() -> dict[str, tuple[Quote, ...]]:
    """The quotes of every case, parsed in one go."""
    articles = [Article.from_text(case["text"], id=case["id"], source="Daily") for case in CASES]
    verbs = load_report_verbs()
    return {parsed.article.id: find_quotes(parsed, (), (), verbs, PEOPLE) for parsed in parse_articles(articles)}


def readable(case: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Quotes of a case in the words that the file uses."""
    text = case["text"]
    for quote in found()[case["id"]]:
        yield {
            "content": " … ".join(text[slice(*span)] for span in quote.content),
            "speaker": quote.speaker,
            "cue": text[slice(*quote.cue)] if quote.cue else "",
            "label": quote.label,
        }


def marked(case: dict[str, Any]) -> Any:
    """The case as a parameter, a known failure as a strict xfail."""
    marks = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
    return pytest.param(case, id=case["id"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    got = list(readable(case))
    wanted = case.get("quotes", [])
    if not wanted:
        assert got == []
    for quote in wanted:
        assert quote in got


def test_cases_are_many_and_a_third_hold_no_quote() -> None:
    negatives = [case for case in CASES if not case.get("quotes")]
    assert len(CASES) >= 120
    assert 3 * len(negatives) >= len(CASES)
    assert len({case["id"] for case in CASES}) == len(CASES)
