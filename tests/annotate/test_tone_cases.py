"""Tone on our own sentences; known failures must fail, so that a repair is noticed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from framing.pipeline import read_tone

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "tone.toml").read_text("utf-8"))["case"]
LABELS = ("negative", "neutral", "positive")
CLEARLY = 0.03


def marked(case: dict[str, str]) -> object:
    failure = case.get("known_failure")
    marks = [pytest.mark.xfail(strict=True, reason=failure)] if failure else []
    return pytest.param(case, marks=marks, id=f"{case['toward']}: {case['text'][:50]}")


@cache
def tone(text: str, name: str) -> tuple[float, float, float]:
    start = text.index(name)
    return read_tone(text, [(start, start + len(name))])[0]


def value(text: str, name: str) -> float:
    negative, _, positive = tone(text, name)
    return positive - negative


@pytest.mark.engine
@pytest.mark.parametrize("case", [marked(case) for case in CASES])
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
