"""Every case of tests/cases/actors.toml, through the real parser."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args

import pytest
from case_files import as_parameters, load_cases, parse_cases

from framing.annotate.actors import find_actors
from framing.model import Actor, ActorKind, Mention, Parsed, Span
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known

CASES = load_cases("actors.toml")
pytestmark = pytest.mark.engine


@cache
def parse_all() -> dict[str, Parsed]:
    return {parsed.article.text: parsed for parsed in parse_cases(CASES)}


def spot(text: str, words: str) -> Span:
    """Where "words" or "words#2" stand, whole words only."""
    plain, _, number = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text))
    assert found, f"{plain!r} is not in {text!r}"
    return Span(*found[int(number or 1) - 1].span())


def complaints(
    case: dict[str, Any], parsed: Parsed, mentions: tuple[Mention, ...], actors: tuple[Actor, ...]
) -> list[str]:
    """What is wrong, in words."""
    names = {actor.id: actor.name for actor in actors}
    found = [f"{a.id} is a {a.kind}" for a in actors if a.kind not in get_args(ActorKind)]
    found += [f"{m.actor} has no entry" for m in mentions if m.actor not in names]
    for words, actor in case.get("who", []):
        span = spot(case["text"], words)
        here = {m.actor for m in mentions if m.span.overlaps(span)}
        if not any(actor in (one, names[one]) for one in here):
            found.append(f"{words!r} should be {actor}, is {sorted(here)}")
    for words in case.get("not", []):
        span = spot(case["text"], words)
        here = {m.actor for m in mentions if m.span.overlaps(span)}
        if here:
            found.append(f"{words!r} should be nobody, is {sorted(here)}")
    return found


@pytest.mark.parametrize("case", as_parameters(CASES, lambda case: case["name"]))
def test_case_is_read_right(case: dict[str, Any]) -> None:
    parsed = parse_all()[case["text"]]
    mentions, actors = find_actors(parsed, load_known(), load_actor_words())
    assert complaints(case, parsed, mentions, actors) == []
