"""Good practice in the texts: without it, a list of faults teaches that everybody is biased."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.classroom.finds import prompt_of, words_of
from framing.classroom.records import Answer, Find, Question, Sheet

SPEAKERS_FROM = 3


def ask_good(sheets: Sequence[Sheet], finds: Sequence[Find]) -> Question | None:
    """Find places where a text does its work well."""
    answers = tuple(answer for sheet in sheets for answer in measure_good_practice(sheet, finds))
    if not answers:
        return None
    return Question(
        kind="good",
        title="Good work",
        ask="Find two places where a text does something well: it says how it knows something, lets both sides speak, "
        "gives both words for one thing, or reports that a claim is denied. Write the letter, the line and what is "
        "good.",
        lines=3,
        think="Which of the texts would you like to read again, and why?",
        answers=answers,
    )


def measure_good_practice(sheet: Sheet, finds: Sequence[Find]) -> Iterator[Answer]:
    """What the tool can see of good practice on one sheet: both words given, denials, people with names who speak."""
    mine = [one for one in finds if one.letter == sheet.letter]
    yield from _both_words(sheet, mine)
    denied = [one for one in mine if one.kind == "cue" and one.detail.get("state") == "denied"]
    for one in denied[:1]:
        yield Answer(
            f"Text {sheet.letter} also reports that “{words_of(sheet, one)}” is denied",
            prompt_of(sheet, one, tell=True), one.row, one.unsure,
        )  # fmt: skip
    named = [one for one in mine if one.kind == "quote" and one.speaker and not one.speaker.startswith("unnamed")]
    speakers = dict.fromkeys(one.speaker for one in named)
    if len(speakers) >= SPEAKERS_FROM:
        told = ", ".join(list(speakers)[:5])
        best = max(named, key=lambda one: one.confidence)
        yield Answer(
            f"Text {sheet.letter} says who said it: {len(speakers)} speakers with a name ({told})",
            prompt_of(sheet, best, tell=True), best.row, best.unsure,
        )  # fmt: skip


def _both_words(sheet: Sheet, mine: Sequence[Find]) -> Iterator[Answer]:
    """Rival words for one thing in one text, one of them not in the outlet's own voice."""
    by_thing: dict[str, list[Find]] = {}
    for one in mine:
        if one.kind == "cue":
            by_thing.setdefault(one.label.partition("/")[0], []).append(one)
    for found in by_thing.values():
        low, high = min(found, key=lambda one: one.value), max(found, key=lambda one: one.value)
        if low.value < 0 < high.value and "narrator" not in (low.voice, high.voice):
            says = (
                f"Text {sheet.letter} gives both words, each as somebody’s: “{words_of(sheet, low)}” and "
                f"“{words_of(sheet, high)}”"
            )
            yield Answer(says, prompt_of(sheet, low, tell=True), low.row, low.unsure or high.unsure)
            return
