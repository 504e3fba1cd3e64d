"""A pattern made ready for matching: words that must be there, and for each flat sequence where to start and walk."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from framing.packs.pattern import Choice, Element, Sequence, Series

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
    words = [(_commonness(e.keys, counts), i) for i, e in enumerate(sequence) if e.kind == "word" and not e.optional]
    if not words:
        return None
    words.sort()
    place = words[0][1]
    anchor = sequence[place]
    return Plan(
        words=tuple(sorted(anchor.words)),
        anchor=anchor,
        before=sequence[:place][::-1],
        after=sequence[place + 1 :],
        needs=tuple([sequence[i].words for _, i in words[1:]]),  # the one most likely to be absent first
        alone=len(sequence) == 1 and not anchor.marked,
        own=frozenset().union(*[element.words for element in sequence]),
    )


def _commonness(keys: frozenset[str], counts: Mapping[str, int]) -> tuple[bool, int]:
    """How common the keys are in texts on the topic: whether English is full of one, then how many use them."""
    return not keys.isdisjoint(_FREQUENT), sum([counts.get(key, 1) for key in keys])


def needs_of(series: Series) -> tuple[frozenset[str], ...]:
    """Sets of words: a text that holds the pattern has a word of each. Frequent words only if there are no others."""
    needs = [need for part in series if not part.optional and (need := _need(part))]
    return tuple(need for need in needs if need.isdisjoint(_FREQUENT)) or tuple(needs[:1])


def _need(part: Element | Choice) -> frozenset[str]:
    """Words of which one must be there for this part, or none when it can do without."""
    if isinstance(part, Element):
        return part.words
    needs = [needs_of(option) for option in part.options]
    return frozenset().union(*(need[0] for need in needs)) if all(needs) else frozenset()
