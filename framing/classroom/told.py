"""One fact told twice, and one thing under two names: pairs of sentences for the class, with the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.classroom.records import Answer, Prompt, Question, Sheet, word_question
from framing.compare.passages import KINDS, rows_of_event, telling_passages
from framing.evidence.passages import read_differences
from framing.evidence.view import EvidenceIndex, Finding
from framing.link.differences import WordingDifference
from framing.say import whose_words

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


def ask_rivals(comparison: Comparison, event: str, sheets: Sequence[Sheet]) -> Question | None:
    """Rival wordings of two texts that the program takes for one thing; None where no such pair is printed."""
    by_article = {sheet.article: sheet for sheet in sheets}
    rows = rows_of_event(comparison.wordings, event) if comparison.wordings is not None else []
    index = EvidenceIndex.of(comparison.analysis) if rows else None
    pairs = []
    for row in rows:
        found = [index.findings[row[side]] for side in ("a", "b")] if index else []
        told = [_wording(by_article[one.article], one) for one in found if one.article in by_article]
        printed = [one for one in told if one]
        if len(printed) == 2:
            pairs.append(printed)
    if not pairs:
        return None
    return word_question(
        "rivals",
        prompts=tuple(prompt for pair in pairs[:MOST] for prompt, _ in pair),
        answers=tuple(answer for pair in pairs[:MOST] for _, answer in pair),
    )


def _wording(sheet: Sheet, one: Finding) -> tuple[Prompt, Answer] | None:
    """A wording as it is printed, and what the key says of it."""
    span = sheet.place(*one.spans[0])
    if span is None:
        return None
    prompt = sheet.prompt(span)
    says = f"“{prompt.found}”; {whose_words(one.voice, one.speaker, f'text {prompt.letter}')}"
    return prompt, Answer(says, prompt, one.id)


def _pair(row: Mapping[str, Any], sheets: Mapping[str, Sheet]) -> TaughtPair | None:
    """The pair as it is printed, or None when one of its sentences is cut, or its words are masked."""
    found = max(read_differences(row["detail"]), key=lambda one: one.weight, default=None)
    a, b = sheets.get(row["article_a"]), sheets.get(row["article_b"])
    if found is None or a is None or b is None:
        return None
    here, there = a.place(found.a.start, found.a.end), b.place(found.b.start, found.b.end)
    return TaughtPair(found, a.prompt(here), b.prompt(there)) if here and there else None


def _answers(pair: TaughtPair) -> Iterator[Answer]:
    """What differs, and for each side its words and whose they are."""
    kind, only = KINDS[pair.difference.kind], pair.difference.only
    for side, prompt, place in (("a", pair.a, pair.difference.a), ("b", pair.b, pair.difference.b)):
        who = whose_words(place.voice, place.speaker, f"text {prompt.letter}")
        words = f"“{prompt.found}”; {who}" if only in ("", side) else "nothing of the kind"
        yield Answer(f"{kind[:1].upper()}{kind[1:]}, text {prompt.letter}: {words}", prompt)
