"""The class against the tool: what both mark, what only one of them does, and where the class itself is split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from framing.classroom.agreement import MarkTable
from framing.classroom.key import Key
from framing.classroom.records import UNSURE_BELOW, WORD_TAGS
from framing.model import Span

CLASS_FROM = 1 / 3  # share of pupils from which on "the class" marks a word
SPLIT_FROM = 0.15  # share of pupils from which on words are worth a discussion; below, it is a slip
TOOL_BONUS = 0.2  # the tool is wholly on the other side
LONG = 10  # words; over a whole sentence pupils quarrel about its ends, not about a word
LONG_COST = 0.7
RIVAL_BONUS = 0.1  # the class gives the same words two kinds of mark
FULL = 5  # pupils on a text from which on a split counts in full


class MarkedPlace(NamedTuple):
    """Words that the class, the tool or both marked; `share` of the pupils in [0, 1]."""

    letter: str
    line: int
    span: Span
    words: str
    tag: str
    share: float
    pupils: int  # who worked on the text
    who: Literal["both", "only class", "only tool"] = "only class"
    rows: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def hits(self) -> int:
        """Pupils who marked it."""
        return round(self.share * self.pupils)

    @property
    def counted(self) -> str:
        """How many of the pupils marked it: "3 of 30"."""
        return f"{self.hits} of {self.pupils}"


class Dispute(NamedTuple):
    """A place on which the class is split, for the next lesson. `strength` ranks only."""

    place: MarkedPlace
    sentence: str
    rival: str  # another kind that many gave the same words, or ""
    tool: bool  # whether the tool marks it too
    strength: float


def compare_with_tool(table: MarkTable, key: Key) -> tuple[MarkedPlace, ...]:
    """Every place that the class or the tool marked, kind by kind in reading order."""
    return tuple(place for tag in WORD_TAGS for place in _places(table, key, tag))


def _places(table: MarkTable, key: Key, tag: str) -> Iterator[MarkedPlace]:
    """Places of one kind: the tool's findings, then runs of words that only the class marked."""
    runs = list(_runs(table, tag, CLASS_FROM))
    taken: set[int] = set()
    for letter, text in sorted(key.texts.items()):
        for one in (one for one in text.findings if one.tag == tag):
            inside = [n for n, word in enumerate(table.words) if word.letter == letter and word.span.overlaps(one.span)]
            if inside and table.looked[inside[0]]:
                hit = {number for number, run in enumerate(runs) if set(run) & set(inside)}
                taken |= hit
                yield _place(table, key, tag, inside, one.span)._replace(
                    who="both" if hit else "only tool", rows=one.rows, unsure=one.confidence < UNSURE_BELOW
                )
    yield from (_place(table, key, tag, run) for number, run in enumerate(runs) if number not in taken)


def _place(table: MarkTable, key: Key, tag: str, run: Sequence[int], span: Span | None = None) -> MarkedPlace:
    """Words of the table, or the span that they cover, as the class marked them."""
    first, last = table.words[run[0]], table.words[run[-1]]
    span = span or Span(first.span.start, last.span.end)
    text, share = key.texts[first.letter], float(table.share[tag][run].max())
    pupils = int(table.looked[run[0]])
    return MarkedPlace(first.letter, text.line_at(span.start), span, text.read(*span), tag, share, pupils)


def _runs(table: MarkTable, tag: str, least: float) -> Iterator[list[int]]:
    """Neighbouring words of one text with at least `least` of the pupils."""
    run: list[int] = []
    for number, word in enumerate(table.words):
        on = table.share[tag][number] >= least
        if run and (not on or table.words[run[-1]].letter != word.letter):
            yield run
            run = []
        if on:
            run.append(number)
    if run:
        yield run


def find_disputes(table: MarkTable, key: Key, most: int = 3) -> tuple[Dispute, ...]:
    """The most fruitful disagreements: words that about half of the pupils mark, more so when the tool or a second
    kind of mark stands against them. No words twice."""
    found = (one for tag in WORD_TAGS for one in _disputes(table, key, tag))
    chosen: list[Dispute] = []
    for one in sorted(found, key=lambda one: (-one.strength, one.place.letter, one.place.span)):
        twice = (
            one.place.letter == other.place.letter and one.place.span.overlaps(other.place.span) for other in chosen
        )
        if len(chosen) < most and not any(twice):
            chosen.append(one)
    return tuple(chosen)


def _disputes(table: MarkTable, key: Key, tag: str) -> Iterator[Dispute]:
    for run in _runs(table, tag, SPLIT_FROM):
        place = _place(table, key, tag, run)
        if place.pupils < 2:
            continue
        text = key.texts[place.letter]
        tool = any(one.tag == tag and one.span.overlaps(place.span) for one in text.findings)
        rivals = {name: float(table.share[name][run].max()) for name in WORD_TAGS if name != tag}
        rival = max(rivals, key=lambda name: (rivals[name], name))
        rival = rival if rivals[rival] >= CLASS_FROM else ""
        strength = 4 * place.share * (1 - place.share) * min(1.0, place.pupils / FULL)
        strength *= LONG_COST if len(run) > LONG else 1.0
        strength *= 1 + TOOL_BONUS * abs(tool - place.share) + RIVAL_BONUS * bool(rival)
        yield Dispute(place, text.sentence(place.span), rival, tool, strength)
