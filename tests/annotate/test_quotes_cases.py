"""Every case of quotes.toml: the quotes that it names are found, with speaker, cue and label; others hold none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from case_files import as_parameters, load_cases, parse_cases

from framing.annotate.quotes import find_quotes
from framing.model import Quote
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs

PEOPLE = load_actor_words()
CASES = load_cases("quotes.toml")
pytestmark = pytest.mark.engine


@cache
def found() -> dict[str, tuple[Quote, ...]]:
    """The quotes of every case, by its text."""
    verbs = load_report_verbs()
    return {parsed.article.text: find_quotes(parsed, (), (), verbs, PEOPLE) for parsed in parse_cases(CASES)}


def readable(case: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Quotes of a case in the words that the file uses."""
    text = case["text"]
    for quote in found()[text]:
        yield {
            "content": " … ".join(text[slice(*span)] for span in quote.content),
            "speaker": quote.speaker,
            "cue": text[slice(*quote.cue)] if quote.cue else "",
            "label": quote.label,
        }


@pytest.mark.parametrize("case", as_parameters(CASES, lambda case: case["id"]))
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
