"""The class against the tool: what both mark, what only one of them does, and where the class itself is split."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from framing.classroom.agreement import Table, Word, shares
from framing.classroom.key import Key, KeyFinding
from framing.classroom.records import UNSURE_BELOW

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLASS_FROM = 1 / 3  # share of pupils from which on "the class" marks a word
SPLIT_FROM = 0.15  # share of pupils from which on words are worth a discussion; below, it is a slip
TOOL_BONUS = 0.2  # the tool is wholly on the other side
LONG = 10  # words; over a whole sentence pupils quarrel about its ends, not about a word
LONG_COST = 0.7
RIVAL_BONUS = 0.1  # the class gives the same words two kinds of mark
FULL = 5  # pupils on a text from which on a split counts in full
COMPARED = ("loaded", "naming", "speaker", "good")


class Spot(NamedTuple):
    """Words that the class, the tool or both marked; `share` of the pupils in [0, 1]."""

    letter: str
    line: int
    start: int
    end: int
    words: str
    tag: str
    share: float
    pupils: int  # who worked on the text
    who: Literal["both", "only class", "only tool"]
    rows: tuple[str, ...] = ()
    unsure: bool = False


class Dispute(NamedTuple):
    """Words on which the class is split, for the next lesson. `strength` ranks only."""

    letter: str
    line: int
    words: str
    sentence: str
    tag: str
    rival: str  # another kind that many gave the same words, or ""
    share: float
    pupils: int
    tool: bool
    strength: float


def compare_with_tool(table: Table, key: Key) -> tuple[Spot, ...]:
    """Every place that the class or the tool marked, kind by kind in reading order."""
    return tuple(spot for tag in COMPARED for spot in _spots(table, key, tag))


def _spots(table: Table, key: Key, tag: str) -> Iterator[Spot]:
    """Places of one kind: the tool's findings, then runs of words that only the class marked."""
    share, looked = shares(table.values[tag]), _looked(table, tag)
    runs = list(_runs(table, share, CLASS_FROM))
    taken: set[int] = set()
    for letter, text in sorted(key.texts.items()):
        for find in (one for one in text.findings if one.tag == tag):
            inside = [n for n, word in enumerate(table.words) if _within(word, letter, find)]
            if inside and looked[inside[0]]:
                hit = [number for number, run in enumerate(runs) if set(run) & set(inside)]
                taken |= set(hit)
                spot = _spot(key, letter, (find.start, find.end), tag)
                yield spot._replace(
                    share=float(share[inside].max()), pupils=int(looked[inside[0]]),
                    who="both" if hit else "only tool", rows=find.rows, unsure=find.confidence < UNSURE_BELOW,
                )  # fmt: skip
    for number, run in enumerate(runs):
        if number not in taken:
            first, last = table.words[run[0]], table.words[run[-1]]
            spot = _spot(key, first.letter, (first.start, last.end), tag)
            yield spot._replace(share=float(share[run].max()), pupils=int(looked[run[0]]))


def _within(word: Word, letter: str, find: KeyFinding) -> bool:
    return word.letter == letter and word.start < find.end and find.start < word.end


def _spot(key: Key, letter: str, place: tuple[int, int], tag: str) -> Spot:
    """A place in a printed text, not yet counted."""
    text = key.texts[letter]
    words = " ".join(text.text[slice(*place)].split())
    return Spot(letter, text.line_at(place[0]), *place, words, tag, 0.0, 0, "only class")


def _looked(table: Table, tag: str) -> NDArray[np.int64]:
    """For each word how many pupils worked on its text."""
    import numpy as np

    looked: NDArray[np.int64] = (~np.isnan(table.values[tag])).sum(axis=0)
    return looked


def _runs(table: Table, share: NDArray[np.float64], least: float) -> Iterator[list[int]]:
    """Neighbouring words of one text with at least `least` of the pupils."""
    run: list[int] = []
    for number, word in enumerate(table.words):
        on = share[number] >= least
        if run and (not on or table.words[run[-1]].letter != word.letter):
            yield run
            run = []
        if on:
            run.append(number)
    if run:
        yield run


def find_disputes(table: Table, key: Key, most: int = 3) -> tuple[Dispute, ...]:
    """The most fruitful disagreements: words that about half of the pupils mark, more so when the tool or a second
    kind of mark stands against them. No words twice."""
    found = sorted(
        (one for tag in COMPARED for one in _disputes(table, key, tag)),
        key=lambda pair: (-pair[1].strength, pair[1].letter, pair[0]),
    )
    chosen: list[tuple[list[int], Dispute]] = []
    for run, one in found:
        if len(chosen) < most and not any(set(run) & set(other) for other, _ in chosen):
            chosen.append((run, one))
    return tuple(one for _, one in chosen)


def _disputes(table: Table, key: Key, tag: str) -> Iterator[tuple[list[int], Dispute]]:
    share, looked = shares(table.values[tag]), _looked(table, tag)
    others = {name: shares(table.values[name]) for name in COMPARED if name != tag}
    for run in _runs(table, share, SPLIT_FROM):
        pupils = int(looked[run[0]])
        if pupils < 2:
            continue
        first, last = table.words[run[0]], table.words[run[-1]]
        text = key.texts[first.letter]
        tool = any(one.tag == tag and one.start < last.end and first.start < one.end for one in text.findings)
        top = float(share[run].max())
        rivals = {name: float(values[run].max()) for name, values in others.items()}
        rival = max(rivals, key=lambda name: (rivals[name], name))
        rival = rival if rivals[rival] >= CLASS_FROM else ""
        strength = 4 * top * (1 - top) * min(1.0, pupils / FULL) * (LONG_COST if len(run) > LONG else 1.0)
        strength *= 1 + TOOL_BONUS * abs(tool - top) + RIVAL_BONUS * bool(rival)
        yield run, Dispute(
            first.letter, text.line_at(first.start), " ".join(text.text[first.start : last.end].split()),
            _sentence(text.text, first.start, last.end), tag, rival, top, pupils, tool, strength,
        )  # fmt: skip


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around some words."""
    low = max(text.rfind(mark, 0, start) + len(mark) for mark in ("\n", ". ", "! ", "? ")) if start else 0
    stops = [at + 1 for mark in (". ", "! ", "? ", ".\n", "\n") if (at := text.find(mark, end)) >= 0]
    return " ".join(text[max(0, low) : min(stops, default=len(text))].split())
