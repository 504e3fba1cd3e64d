"""Tone on our own sentences; known failures must fail, so that a repair is noticed."""

from __future__ import annotations

from functools import cache

import pytest
from case_files import as_parameters, load_cases

from framing.pipeline import read_tone

CASES = load_cases("tone.toml")
LABELS = ("negative", "neutral", "positive")
CLEARLY = 0.03


@cache
def tone(text: str, name: str) -> tuple[float, float, float]:
    start = text.index(name)
    return read_tone(text, [(start, start + len(name))])[0]


def value(text: str, name: str) -> float:
    negative, _, positive = tone(text, name)
    return positive - negative


@pytest.mark.engine
@pytest.mark.parametrize("case", as_parameters(CASES, lambda case: f"{case['toward']}: {case['text'][:50]}"))
def test_case(case: dict[str, str]) -> None:
    text, name = case["text"], case["toward"]
    if "above" in case:
        assert value(text, name) > value(text, case["above"]) + CLEARLY
    elif "above_text" in case:
        assert value(text, name) > value(case["above_text"], name) + CLEARLY
    elif "below_text" in case:
        assert value(text, name) < value(case["below_text"], name) - CLEARLY
    else:
        three = tone(text, name)
        best, wanted = LABELS[three.index(max(three))], case["tone"]
        assert best != wanted.removeprefix("not ") if wanted.startswith("not ") else best == wanted, three


def test_there_are_enough_cases_of_every_kind() -> None:
    kinds = {case["about"] for case in CASES}
    assert len(CASES) >= 100
    assert len(kinds) >= 10
    assert sum("known_failure" in case for case in CASES) < 0.2 * len(CASES)
