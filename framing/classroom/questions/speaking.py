"""Whose words are these, who gets to speak, and who is missing?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from framing.classroom.finds import prompt_of, say_lines
from framing.classroom.records import Answer, Find, Grid, Question, Sheet
from framing.measure.omission import OmissionCell, OmissionItem
from framing.report.words import VOICES, whose_words
from framing.say import times
from framing.text import clip

if TYPE_CHECKING:
    from framing.compare import Comparison

SENTENCES = 6
SPEAKERS = 5  # a text in the key
OPENING = 90  # characters of a quote that the key shows
ITEMS = 6


def ask_voice(sheets: Sequence[Sheet], finds: Sequence[Find]) -> Question | None:
    """Sentences with marked words: are they the outlet's own, a reported claim, a quotation, or kept at a distance?"""
    by_voice: dict[str, list[Find]] = {voice: [] for voice in VOICES}
    for one in finds:
        if one.kind in ("cue", "loaded") and one.voice in by_voice and not one.unsure:
            by_voice[one.voice].append(one)
    chosen = _in_turn([_first_of_sentence(found) for found in by_voice.values() if found])
    if len({one.voice for one in chosen}) < 2:
        return None
    by_letter = {sheet.letter: sheet for sheet in sheets}
    chosen.sort(key=lambda one: (one.letter, one.span))
    return Question(
        kind="voice",
        title="Whose words are these?",
        ask="Read the underlined words in their sentence. Whose words are they? Tick one box a sentence.",
        prompts=tuple(prompt_of(by_letter[one.letter], one) for one in chosen),
        choices=tuple(VOICES.values()),
        think="Why does it matter whether a hard word is the outlet’s own or somebody else’s?",
        answers=tuple(
            Answer(
                f"{VOICES[one.voice]}: {whose_words(one.voice, one.speaker, f'text {one.letter}')}",
                prompt_of(by_letter[one.letter], one, tell=True),
                one.row,
                one.unsure,
            )
            for one in chosen
        ),
    )


def _in_turn(by_voice: Sequence[Sequence[Find]]) -> list[Find]:
    """Up to six findings, voice after voice in turn, each from the text that has been used least."""
    left = [list(found) for found in by_voice]
    chosen: list[Find] = []
    while len(chosen) < SENTENCES and any(left):
        for found in left:
            if found and len(chosen) < SENTENCES:
                used = Counter(one.letter for one in chosen)
                best = min(found, key=lambda one: (used[one.letter], -abs(one.value), one.letter, one.span))
                found.remove(best)
                chosen.append(best)
    return chosen


def _first_of_sentence(found: Sequence[Find]) -> list[Find]:
    """One finding a line, so that no sentence is asked about twice."""
    return list({(one.letter, one.line): one for one in reversed(found)}.values())[::-1]


def ask_speakers(sheets: Sequence[Sheet], finds: Sequence[Find]) -> Question | None:
    """Who speaks in each text, and how often."""
    quotes = _outermost([one for one in finds if one.kind == "quote"])
    if not quotes:
        return None
    return Question(
        kind="speakers",
        title="Who gets to speak?",
        ask="Go through each text and list everybody whose words it reports, with or without quotation marks. "
        "Who speaks most?",
        grid=Grid(
            ("Text", "Who speaks? (name, or “a spokeswoman”)", "How often?"),
            tuple((sheet.letter,) for sheet in sheets),
        ),
        lines=2,
        think="What do officials know that a neighbour does not? What does a neighbour know that officials do not?",
        answers=tuple(answer for sheet in sheets for answer in _speakers(sheet, quotes)),
    )


def _outermost(quotes: Sequence[Find]) -> list[Find]:
    """Quotes that lie in no other quote: a clause inside a quotation is not heard twice."""
    return [
        one
        for one in quotes
        if not any(
            other is not one and other.letter == one.letter and other.span.holds(one.span) and other.span != one.span
            for other in quotes
        )
    ]


def _speakers(sheet: Sheet, quotes: Sequence[Find]) -> Iterator[Answer]:
    by_name: dict[str, list[Find]] = {}
    for one in quotes:
        if one.letter == sheet.letter:
            by_name.setdefault(one.speaker or "nobody is named", []).append(one)
    if not by_name:
        yield Answer(f"Text {sheet.letter}: the tool found nobody who speaks in the part printed here.")
    for name, found in sorted(by_name.items(), key=lambda pair: (-len(pair[1]), pair[1][0].span))[:SPEAKERS]:
        best = max(found, key=lambda one: one.confidence)
        says = f"Text {sheet.letter}: {name}, {times(len(found))} ({say_lines(one.line for one in found)})"
        shown = prompt_of(sheet, best, tell=True)
        yield Answer(says, shown._replace(before="", found=clip(shown.found, OPENING), after=""), best.row, best.unsure)


class Item(NamedTuple):
    """Somebody or something that a text may leave out: how each text stands to it, and a row that shows it."""

    name: str
    states: dict[str, str]  # letter -> "yes, line 4", "not in the part printed here", "no", "the tool cannot tell"
    row: str


def ask_missing(comparison: Comparison, event: str, sheets: Sequence[Sheet], finds: Sequence[Find]) -> Question | None:
    """Who or what some texts carry and others leave out."""
    matrix = next((one for one in comparison.omissions if one.event == event), None)
    if matrix is None:
        return None
    sources = {sheet.source for sheet in sheets}
    by_row = {row: one for one in finds for row in one.rows}
    items = [
        _item(item, dict(zip(matrix.sources, cells, strict=True)), sheets, by_row)
        for item, cells in zip(matrix.items, matrix.cells, strict=True)
        if item.kind != "referent" and item.name not in sources
    ]
    split = [one for one in items if "no" in one.states.values() and _printed(one)]
    return _missing_question(sheets, split[:ITEMS], by_row) if split else None


def _printed(item: Item) -> bool:
    """Whether some text mentions it in the part that is printed."""
    return any(state.startswith("yes") for state in item.states.values())


def _item(
    item: OmissionItem, cells: Mapping[str, OmissionCell], sheets: Sequence[Sheet], by_row: Mapping[str, Find]
) -> Item:
    """How every text stands to one item of the matrix."""
    states, shown = {}, ""
    for sheet in sheets:
        cell = cells.get(sheet.source, OmissionCell("cannot tell"))
        here = next((by_row[row] for row in cell.rows if row in by_row), None)
        shown = shown or (here.row if here else "")
        printed = bool(here) or (item.kind == "fact" and item.id in _digits(sheet.text))
        states[sheet.letter] = _state(cell.state, printed=printed, line=here)
    return Item(_named(item.kind, item.name), states, shown)


def _digits(text: str) -> set[str]:
    """Numbers of a text without their commas."""
    return {"".join(char for char in word if char.isdigit()) for word in text.split()} - {""}


def _named(kind: str, name: str) -> str:
    return f"somebody who speaks for {name.removesuffix(' is quoted')}" if kind == "voice" else name


def _state(state: str, *, printed: bool, line: Find | None) -> str:
    """How one text stands to an item, on paper: yes with its line, not in the part printed here, no, cannot tell."""
    if printed:
        return f"yes, line {line.line}" if line and line.line else "yes"
    return {"mentioned": "not in the part printed here", "not mentioned": "no"}.get(state, "the tool cannot tell")


def _missing_question(sheets: Sequence[Sheet], items: Sequence[Item], by_row: Mapping[str, Find]) -> Question:
    letters = [sheet.letter for sheet in sheets]
    by_letter = {sheet.letter: sheet for sheet in sheets}
    answers = []
    for name, states, row in items:
        told = "; ".join(f"{letter}: {states[letter]}" for letter in letters)
        find = by_row.get(row)
        prompt = prompt_of(by_letter[find.letter], find, tell=True) if find else None
        answers.append(Answer(f"{name} — {told}", prompt, row, unsure=any("cannot tell" in s for s in states.values())))
    return Question(
        kind="missing",
        title="Who or what is missing?",
        ask="Put a cross where a text mentions the person, group or fact. Leave the box empty where it does not.",
        grid=Grid(("Who or what", *(f"Text {letter}" for letter in letters)), tuple((one.name,) for one in items)),
        lines=3,
        think="Choose one empty box. What would a reader of that text not know? "
        "Whose voice would you add, and what would you ask?",
        answers=tuple(answers),
    )
