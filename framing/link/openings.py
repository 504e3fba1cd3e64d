"""Headlines and first sentences of an event, with the words that only one outlet chose: the pair that cannot be wrong.

They tell the event's main fact in every outlet. Marked are the main verb and the nouns that do it or to which it is
done, where no other outlet's opening has them; loaded words, hedges, denials, reports and accounts of harm always.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from framing.link.differences import WordPlace, place_of, verb_of
from framing.link.sketches import SentenceSketch
from framing.model import Span

OpeningMark = Literal["word", "evaluation", "certainty", "denial", "attribution", "harm", "overstated"]
MARKS: Mapping[str, OpeningMark] = {
    "loaded": "evaluation", "hedge": "certainty", "denial": "denial", "cue": "attribution", "harm": "harm",
}  # fmt: skip

SAME_FROM = 0.6  # share of the terms of a headline that another has, to tell the same


class MarkedWord(NamedTuple):
    """Words of an opening that are marked: why, where, and whose they are."""

    kind: OpeningMark
    place: WordPlace


class OpeningSentence(NamedTuple):
    """A headline or a first sentence with its marks, in the order of the text and none inside another."""

    sentence: SentenceSketch
    marks: tuple[MarkedWord, ...]
    verb: WordPlace | None  # its main verb


def mark_openings(sketches: Iterable[SentenceSketch]) -> tuple[OpeningSentence, ...]:
    """Headlines and leads of the events that two outlets cover, by event and article; actors need not be linked."""
    events: dict[str, list[SentenceSketch]] = defaultdict(list)
    for sketch in sorted(sketches, key=lambda one: (one.event, one.article, one.number)):
        if sketch.opening:
            events[sketch.event].append(sketch)
    return tuple(
        OpeningSentence(one, (*_marks(one, _words_of_others(one, group)), *_overstates(one, group)), _main_verb(one))
        for event, group in sorted(events.items())
        if event and len({one.source for one in group}) > 1
        for one in group
    )


def _words_of_others(one: SentenceSketch, group: Iterable[SentenceSketch]) -> frozenset[str]:
    """The words that openings of other outlets have."""
    return frozenset(term.key for other in group if other.source != one.source for term in other.terms)


def _main_verb(one: SentenceSketch) -> WordPlace | None:
    verb = verb_of(one, one.root)
    return place_of(one, Span(verb.start, verb.end)) if verb else None


def _marks(one: SentenceSketch, elsewhere: frozenset[str]) -> Iterator[MarkedWord]:
    """Marks that do not overlap; what is always marked comes before rival words."""
    found: list[tuple[OpeningMark, Span]] = []
    found += ((MARKS[mark.kind], Span(mark.start, mark.end)) for mark in one.marks if mark.kind in MARKS)
    for term in one.terms:
        main = term.clause == one.root and (term.at == one.root or (term.kind == "noun" and term.role))
        if main and term.key not in elsewhere:
            found.append(("word", Span(term.start, term.end)))
    kept: list[tuple[OpeningMark, Span]] = []
    for kind, span in found:
        if not any(span.overlaps(other) for _, other in kept):
            kept.append((kind, span))
    for kind, span in sorted(kept, key=lambda pair: pair[1]):
        yield MarkedWord(kind, place_of(one, span))


def _overstates(one: SentenceSketch, group: Iterable[SentenceSketch]) -> Iterator[MarkedWord]:
    """The whole headline, and how its body tells it; not where another outlet's headline states the same unmarked."""
    told = [other for other in group if other.headline and other.source != one.source and _tell_one_thing(one, other)]
    for mark in one.marks:
        if mark.kind == "overstated" and all(any(m.kind == "overstated" for m in other.marks) for other in told):
            yield MarkedWord("overstated", WordPlace(mark.start, mark.end, "narrator", mark.key))


def _tell_one_thing(one: SentenceSketch, other: SentenceSketch) -> bool:
    """Whether two headlines share most of the words that carry what they tell."""
    mine, yours = ({term.key for term in sketch.terms} for sketch in (one, other))
    return len(mine & yours) >= SAME_FROM * len(mine)
