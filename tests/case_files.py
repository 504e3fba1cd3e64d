"""Texts with what is to be read in them (tests/cases/*.toml). A known failure must fail: a repair is noticed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from framing.model import Article, Parsed
from framing.parse import parse_articles

CASES = Path(__file__).with_name("cases")

Case = dict[str, Any]


def load_cases(file: str, table: str = "case") -> list[Case]:
    """The cases of a file, in its order."""
    return list(tomllib.loads((CASES / file).read_text("utf-8"))[table])


def parse_cases(cases: Iterable[Case]) -> list[Parsed]:
    """The texts of cases, parsed in one go; an article's id is the number of its case."""
    texts = enumerate(case["text"] for case in cases)
    return list(parse_articles(Article.from_text(text, id=str(number), source="Daily") for number, text in texts))


def as_parameters(cases: Iterable[Case], name: Callable[[Case], str]) -> list[Any]:
    """Each case as a parameter of that name, a known failure as a strict xfail."""
    found = []
    for case in cases:
        failure = case.get("fails") or case.get("known_failure")
        marks = [pytest.mark.xfail(strict=True, reason=failure)] if failure else []
        found.append(pytest.param(case, id=name(case), marks=marks))
    return found
