"""One fact, told twice: pairs of sentences for the class, with the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.classroom.records import Answer, Prompt, Question, Sheet, line_at, word_question
from framing.compare.passages import KINDS, telling_passages
from framing.evidence.passages import read_differences
from framing.link.differences import WordingDifference, WordPlace
from framing.report.context import whose_words
from framing.text import around

if TYPE_CHECKING:
    from framing.compare import Comparison

MOST = 3  # pairs of sentences


class TaughtPair(NamedTuple):
    """Two sentences on two sheets with the words of the difference that tells most."""

    difference: WordingDifference
    a: Prompt
    b: Prompt


def ask_told(comparison: Comparison, event: str, sheets: Sequence[Sheet]) -> Question | None:
    """What differs between sentences of two texts that tell one fact; None where no such pair is printed."""
    by_article = {sheet.article: sheet for sheet in sheets}
    rows = telling_passages(comparison.passages, event)
    pairs = [pair for row in rows if (pair := _pair(row, by_article))][:MOST]
    if not pairs:
        return None
    return word_question(
        "told",
        prompts=tuple(prompt for pair in pairs for prompt in (pair.a, pair.b)),
        answers=tuple(answer for pair in pairs for answer in _answers(pair)),
    )


def _pair(row: Mapping[str, Any], sheets: Mapping[str, Sheet]) -> TaughtPair | None:
    """The pair as it is printed, or None when one of its sentences is cut, or its words are masked."""
    found = max(read_differences(row["detail"]), key=lambda one: one.weight, default=None)
    a, b = sheets.get(row["article_a"]), sheets.get(row["article_b"])
    if found is None or a is None or b is None:
        return None
    here, there = _prompt(a, found.a), _prompt(b, found.b)
    return TaughtPair(found, here, there) if here and there else None


def _prompt(sheet: Sheet, place: WordPlace) -> Prompt | None:
    span = sheet.place(place.start, place.end)
    if span is None:
        return None
    before, found, after = around(sheet.text, *span, sheet.sentences)
    return Prompt(sheet.letter, line_at(sheet.lines, span.start), before, " ".join(found.split()), after)


def _answers(pair: TaughtPair) -> Iterator[Answer]:
    """What differs, and for each side its words and whose they are."""
    kind, only = KINDS[pair.difference.kind], pair.difference.only
    for side, prompt, place in (("a", pair.a, pair.difference.a), ("b", pair.b, pair.difference.b)):
        who = whose_words(place.voice, place.speaker, f"text {prompt.letter}")
        words = f"“{prompt.found}”; {who}" if only in ("", side) else "nothing of the kind"
        yield Answer(f"{kind[:1].upper()}{kind[1:]}, text {prompt.letter}: {words}", prompt)
