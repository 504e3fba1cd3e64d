"""Whether a difference between two sentences holds for the articles: nothing is missing that another sentence says.

"Not so in the other paper" is said of a whole article. A denial, a doubt, a source or a judging word that it has in
another sentence on the same thing makes the difference untrue, and so does a quotation that goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from framing.link.differences import SAID_ALIKE, WordingDifference, say_alike
from framing.link.sketches import MarkKind, SentenceSketch

MARKS: dict[str, frozenset[MarkKind]] = {
    "denial": frozenset({"denial", "negation"}),
    "certainty": frozenset({"hedge", "report", "cue"}),
    "attribution": frozenset({"hedge", "report", "cue"}),
}
SHARED = 2  # things that another sentence has of a fact, to tell of it


def hold_elsewhere(
    differences: Sequence[WordingDifference], a: SentenceSketch, b: SentenceSketch, around: Sequence[SentenceSketch]
) -> Iterator[WordingDifference]:
    """The differences that the other sentences of both articles leave true; `around` are those sentences."""
    for one in differences:
        has, lacks = (a, b) if one.only == "a" else (b, a)
        others = [sketch for sketch in around if sketch.article == lacks.article]
        if one.kind == "quotation":
            if not _goes_on(a, b, around):
                yield one
        elif one.kind == "evaluation" and one.only:
            place = one.a if one.only == "a" else one.b
            if place.voice == "narrator" and not _has_word(has, place.start, others):
                yield one
        elif (
            not one.only
            or _quotes_otherwise(one, a, b)
            or not _is_told(has, lacks, MARKS.get(one.kind, frozenset()), others)
        ):
            yield one


def _quotes_otherwise(one: WordingDifference, a: SentenceSketch, b: SentenceSketch) -> bool:
    """Whether one quotation has a "not" in one paper only, whatever else the other says."""
    quoted = one.kind == "denial" and one.a.voice == one.b.voice == "quoted"
    return quoted and any(say_alike(mine.words, yours.words) for mine in a.quoted for yours in b.quoted)


def _is_told(
    has: SentenceSketch, lacks: SentenceSketch, kinds: Collection[str], others: Sequence[SentenceSketch]
) -> bool:
    """Whether the article that lacks a mark has one of its kinds in this sentence or another on the same fact."""
    if any(mark.kind in kinds for mark in lacks.marks):
        return True
    fact = _keys(has)
    return any(len(fact & _keys(one)) >= SHARED for one in others if any(mark.kind in kinds for mark in one.marks))


def _keys(sketch: SentenceSketch) -> set[str]:
    """What a sentence tells of, but for who is only described."""
    return {term.key for term in sketch.terms if not term.described and term.kind != "manner"}


def _has_word(has: SentenceSketch, start: int, others: Sequence[SentenceSketch]) -> bool:
    """Whether a judging word stands somewhere in the other article, too."""
    notes = {mark.note for mark in has.marks if mark.kind == "loaded" and mark.start == start}
    return any(
        notes & {*(term.key for term in one.terms), *(mark.note for mark in one.marks if mark.kind == "loaded")}
        for one in others
    )


def _goes_on(a: SentenceSketch, b: SentenceSketch, around: Sequence[SentenceSketch]) -> bool:
    """Whether the article that quotes less here quotes the rest in another sentence."""
    less, more = sorted((a, b), key=lambda one: sum(len(quoted.words) for quoted in one.quoted))
    rest = [words for quoted in more.quoted for words in _beyond(quoted.words, [other.words for other in less.quoted])]
    elsewhere = [quoted.words for one in around if one.article == less.article for quoted in one.quoted]
    return any(say_alike(words, other) for words in rest for other in elsewhere)


def _beyond(words: Sequence[str], others: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The pieces of a quotation before and behind what others quote of it."""
    for other in others:
        runs = {tuple(other[n : n + SAID_ALIKE]) for n in range(len(other) - SAID_ALIKE + 1)}
        places = range(len(words) - SAID_ALIKE + 1)
        start = next((n for n in places if tuple(words[n : n + SAID_ALIKE]) in runs), None)
        if start is not None:
            yield words[:start]
            yield words[start + len(other) :]
