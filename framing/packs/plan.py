"""A flat sequence made ready for matching: the word it is looked up by, and what must stand before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from framing.packs.pattern import Element, Sequence

# words too frequent to look a pattern up by
_FREQUENT = frozenset(
    """a an the of to in on at by for from with and or as is be are was were have has had it its their his her this that
    not no do will would can could may might they he she we you who which what new all more most other after before over
    under into out up down about than then there one two first last say make take go come get give year day people state
    country government official group president minister - 's war control""".split()  # noqa: SIM905
)
_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


class Plan(NamedTuple):
    """How to match one sequence: find one of `words`, check `anchor` there, walk outwards."""

    words: tuple[str, ...]
    anchor: Element
    before: Sequence  # nearest first
    after: Sequence
    needs: tuple[frozenset[str], ...]  # of each set one word must stand in the sentence
    alone: bool  # a plain word with nothing around it: finding it is enough
    own: frozenset[str]  # every word that the pattern itself names: its own "not" does not deny it


def plan_sequence(sequence: Sequence, counts: Mapping[str, int] = _NO_COUNTS) -> Plan | None:
    """The plan of a sequence; None when it has actor slots only.

    `counts` tells how often a pack's patterns use each key: words that many patterns use are common in its topic.
    """
    place = _rarest(sequence, counts)
    if place is None:
        return None
    anchor = sequence[place]
    others = [e for i, e in enumerate(sequence) if e.kind == "word" and not e.optional and i != place]
    others.sort(key=lambda e: sum(counts.get(key, 1) for key in e.keys))  # the one most likely to be absent first
    words = {bare_word(key) for key in anchor.keys}
    return Plan(
        words=tuple(sorted(words)),
        anchor=anchor,
        before=sequence[:place][::-1],
        after=sequence[place + 1 :],
        needs=tuple(frozenset(map(bare_word, e.keys)) for e in others),
        alone=len(sequence) == 1 and words == anchor.keys,
        own=frozenset(bare_word(key) for element in sequence for key in element.keys),
    )


def _rarest(sequence: Sequence, counts: Mapping[str, int]) -> int | None:
    """Place of the required word that is rarest in texts on the topic."""

    def commonness(place: int) -> tuple[bool, int, int]:
        keys = sequence[place].keys
        return bool(keys & _FREQUENT), sum(counts.get(key, 1) for key in keys), place

    words = (i for i, element in enumerate(sequence) if element.kind == "word" and not element.optional)
    return min(words, key=commonness, default=None)


def bare_word(key: str) -> str:
    """The word inside a key: `=left` -> `left`, `attack/verb` -> `attack`."""
    return key.removeprefix("=").partition("/")[0]


def slots_of(sequences: Iterable[Sequence]) -> frozenset[str]:
    """Ids of all actors that the sequences name."""
    ids = (actor for sequence in sequences for element in sequence for actor in element.actors)
    return frozenset(actor.removeprefix("=") for actor in ids if actor != "*")
