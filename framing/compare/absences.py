"""Who is missing in each source beside the others on the same story, in sentences: one choice for screen and paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from framing.compare.records import Comparison
from framing.measure.omission import QUOTED, OmissionMatrix
from framing.measure.voices import VoiceShare
from framing.say import listed

NAMES = 3  # in a sentence
MANY = 2  # sentences of a source, where there are several stories


class Absence(NamedTuple):
    """Whom a source leaves out, or alone lets speak; `says` goes on from the name of the source."""

    source: str
    event: str  # readable; "" where it holds for all stories
    says: str
    kind: Literal["not quoted", "not named", "alone", "cannot tell"]

    def __str__(self) -> str:
        return f"{self.says}{f' ({self.event})' if self.event else ''}"


def find_absences(comparison: Comparison) -> tuple[Absence, ...]:
    """For each source whom it does not quote, whom it does not name, and whom it alone lets speak, in this order.

    Last, of one story, of whom it cannot be told.
    """
    several = len(comparison.omissions) > 1
    found = [one for voice in comparison.voices for one in _not_quoted(voice, comparison.omissions, several=several)]
    found += [one for matrix in comparison.omissions for one in _not_named(matrix, several=several)]
    found += [one for matrix in comparison.omissions for one in _alone(matrix, several=several)]
    found += () if several else _perhaps(comparison, {one.source for one in found if one.kind == "not quoted"})
    return tuple(found)


def missing_by_source(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """For each source with anything missing the first absence of each kind, as it goes on from the source's name.

    Of several stories two of them.
    """
    most = MANY if len(comparison.omissions) > 1 else None
    found: dict[str, dict[str, str]] = {}
    for one in find_absences(comparison):
        found.setdefault(one.source, {}).setdefault(one.kind, str(one))
    return {source: tuple(told.values())[:most] for source, told in found.items()}


def _not_quoted(voice: VoiceShare, matrices: tuple[OmissionMatrix, ...], *, several: bool) -> Iterator[Absence]:
    """Sides for which nobody speaks though somebody does in others, then actors whom only others quote."""
    sides = set()
    for matrix in matrices:
        absent = [name.removesuffix(QUOTED) for name in _absent(matrix, voice.source, "voice")]
        sides |= set(absent)
        if absent:
            says = f"quotes nobody who speaks for {listed(absent[:NAMES], last='or')}"
            yield Absence(voice.source, matrix.title if several else "", says, "not quoted")
    names = [one.name for one in voice.missed(NAMES) if one.side not in sides]
    if names:
        yield Absence(voice.source, "", f"does not quote {listed(names, last='or')}, of whom it writes", "not quoted")


def _not_named(matrix: OmissionMatrix, *, several: bool) -> Iterator[Absence]:
    """Actors whom other sources of a story mention and a source does not name."""
    for source in matrix.sources:
        if absent := _absent(matrix, source, "actor")[:NAMES]:
            says = f"does not name {listed(absent, last='or')}"
            yield Absence(source, matrix.title if several else "", says, "not named")


def _absent(matrix: OmissionMatrix, source: str, kind: str) -> list[str]:
    """Names of the items of a kind that are not mentioned in a source of a story."""
    return [item.name for item, _ in matrix.absent(source) if item.kind == kind]


def _alone(matrix: OmissionMatrix, *, several: bool) -> Iterator[Absence]:
    """Speakers of one source whom no other source of the story names."""
    for source in matrix.sources:
        names = [one.name for one in matrix.alone if one.source == source][:NAMES]
        if names:
            says = f"alone lets {listed(names)} speak"
            yield Absence(source, matrix.title if several else "", says, "alone")


def _perhaps(comparison: Comparison, told: Collection[str]) -> Iterator[Absence]:
    """Speakers whom all the other sources surely quote, at least two, where a source's own statements are in doubt."""
    people = [{one.speaker for one in voice.speakers if one.actor} for voice in comparison.voices]
    for place, voice in enumerate(comparison.voices):
        others = people[:place] + people[place + 1 :]
        names = sorted(set.intersection(*others) - people[place]) if len(others) > 1 else []
        if names and voice.more and voice.source not in told:
            says = f"may or may not quote {listed(names[:NAMES], last='or')}: cannot tell"
            yield Absence(voice.source, "", says, "cannot tell")
