"""Every case of tests/cases/frames.toml, through the real parser and the bundled packs."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from case_files import as_parameters, load_cases, parse_cases

from framing.annotate.actors import find_actors
from framing.annotate.frames import find_cues
from framing.model import Cue, Span
from framing.packs import load_frame_pack
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known

CASES = load_cases("frames.toml")
pytestmark = pytest.mark.engine


@cache
def read_all() -> dict[str, tuple[Cue, ...]]:
    found = {}
    for case, parsed in zip(CASES, parse_cases(CASES), strict=True):
        pack = load_frame_pack(case["pack"])
        mentions, _ = find_actors(parsed, load_known(pack.actors), load_actor_words())
        found[case["name"]] = find_cues(parsed, mentions, (pack,))
    return found


@pytest.mark.parametrize("case", as_parameters(CASES, lambda case: case["name"]))
def test_a_case(case: dict[str, Any]) -> None:
    cues = read_all()[case["name"]]
    for line in case.get("finds", ()):
        words, label, *state = (part.strip() for part in line.split("|"))
        start = case["text"].index(words)
        there = [c for c in cues if c.span.overlaps(Span(start, start + len(words)))]
        assert label in [f"{c.referent}/{c.pole}" for c in there]
        assert not state or state[0] in [c.state for c in there if f"{c.referent}/{c.pole}" == label]
    assert not {f"{c.referent}/{c.pole}" for c in cues} & set(case.get("not", ()))
