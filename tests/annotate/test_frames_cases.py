"""Every case of tests/cases/frames.toml, through the real parser and the bundled packs."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from framing.annotate.actors import find_actors
from framing.annotate.frames import find_cues
from framing.model import Article, Cue, Span
from framing.packs import load_frame_pack
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.parse import parse_articles

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "frames.toml").read_text(encoding="utf-8"))["case"]
pytestmark = pytest.mark.engine


@cache
def read_all() -> dict[str, tuple[Cue, ...]]:
    articles = [Article.from_text(case["text"], id=case["name"], source="Daily") for case in CASES]
    found = {}
    for case, parsed in zip(CASES, parse_articles(articles), strict=True):
        pack = load_frame_pack(case["pack"])
        mentions, _ = find_actors(parsed, load_known(pack.actors), load_actor_words())
        found[case["name"]] = find_cues(parsed, mentions, (pack,))
    return found


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_case(case: dict[str, Any]) -> None:
    cues = read_all()[case["name"]]
    for line in case.get("finds", ()):
        words, label, *state = (part.strip() for part in line.split("|"))
        start = case["text"].index(words)
        there = [c for c in cues if c.span.overlaps(Span(start, start + len(words)))]
        assert label in [f"{c.referent}/{c.pole}" for c in there]
        assert not state or state[0] in [c.state for c in there if f"{c.referent}/{c.pole}" == label]
    assert not {f"{c.referent}/{c.pole}" for c in cues} & set(case.get("not", ()))
