"""Who gets to speak in the texts, and who or what is missing from some of them: two questions of worksheet 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from framing.classroom.findings import on_sheet, say_lines
from framing.classroom.records import Answer, Question, Sheet, SheetFinding, word_question
from framing.grouping import group_by
from framing.measure.omission import OmissionCell, OmissionItem
from framing.say import times
from framing.text import clip

if TYPE_CHECKING:
    from framing.compare import Comparison

SPEAKERS = 5  # a text in the key
OPENING = 90  # characters of a quote that the key shows
ITEMS = 6


def ask_speakers(sheets: Sequence[Sheet], findings: Sequence[SheetFinding]) -> Question | None:
    """Who speaks in each text, and how often."""
    quotes = _outermost([one for one in findings if one.kind == "quote"])
    if not quotes:
        return None
    return word_question(
        "speakers",
        rows=tuple((sheet.letter,) for sheet in sheets),
        answers=tuple(answer for sheet in sheets for answer in _speakers(sheet.letter, on_sheet(quotes, sheet.letter))),
    )


def _outermost(quotes: Sequence[SheetFinding]) -> list[SheetFinding]:
    """Quotes that lie in no other quote: a clause inside a quotation is not heard twice."""
    return [
        one
        for one in quotes
        if not any(other.span.holds(one.span) and other.span != one.span for other in on_sheet(quotes, one.letter))
    ]


def _speakers(letter: str, quotes: Sequence[SheetFinding]) -> Iterator[Answer]:
    by_name = group_by(quotes, lambda one: one.speaker or "nobody is named")
    if not by_name:
        yield Answer(f"Text {letter}: the tool found nobody who speaks in the part printed here.")
    for name, found in sorted(by_name.items(), key=lambda pair: (-len(pair[1]), pair[1][0].span))[:SPEAKERS]:
        best = max(found, key=lambda one: one.confidence)
        says = f"Text {letter}: {name}, {times(len(found))} ({say_lines(one.line for one in found)})"
        shown = best.prompt(tell=True)
        yield Answer(says, shown._replace(before="", found=clip(shown.found, OPENING), after=""), best.row, best.unsure)


class MissingItem(NamedTuple):
    """Somebody or something that a text may leave out: how each text stands to it, and a finding that shows it."""

    name: str
    states: Mapping[str, str]  # letter -> "yes, line 4", "not in the part printed here", "no", "the tool cannot tell"
    shown: SheetFinding | None


def ask_missing(
    comparison: Comparison, event: str, sheets: Sequence[Sheet], findings: Sequence[SheetFinding]
) -> Question | None:
    """Who or what some texts carry and others leave out."""
    matrix = next((one for one in comparison.omissions if one.event == event), None)
    if matrix is None:
        return None
    sources = {sheet.source for sheet in sheets}
    by_row = {row: one for one in findings for row in one.rows}
    items = [
        _item(item, dict(zip(matrix.sources, cells, strict=True)), sheets, by_row)
        for item, cells in zip(matrix.items, matrix.cells, strict=True)
        if item.kind != "referent" and item.name not in sources
    ]
    printed = (one for one in items if any(state.startswith("yes") for state in one.states.values()))
    split = [one for one in printed if "no" in one.states.values()][:ITEMS]
    if not split:
        return None
    return word_question(
        "missing",
        columns=("Who or what", *(f"Text {sheet.letter}" for sheet in sheets)),
        rows=tuple((one.name,) for one in split),
        answers=tuple(map(_missed, split)),
    )


def _item(
    item: OmissionItem,
    cells: Mapping[str, OmissionCell],
    sheets: Sequence[Sheet],
    by_row: Mapping[str, SheetFinding],
) -> MissingItem:
    """How every text stands to one item of the matrix."""
    states, shown = {}, None
    for sheet in sheets:
        cell = cells.get(sheet.source, OmissionCell("cannot tell"))
        here = next((by_row[row] for row in cell.rows if row in by_row), None)
        shown = shown or here
        printed = bool(here) or (item.kind == "fact" and item.id in _digits(sheet.text))
        states[sheet.letter] = _state(cell.state, printed=printed, line=here.line if here else 0)
    voice = f"somebody who speaks for {item.name.removesuffix(' is quoted')}"
    return MissingItem(voice if item.kind == "voice" else item.name, states, shown)


def _digits(text: str) -> set[str]:
    """Numbers of a text without their commas."""
    return {"".join(char for char in word if char.isdigit()) for word in text.split()} - {""}


def _state(state: str, *, printed: bool, line: int) -> str:
    """How one text stands to an item, on paper: yes with its line, not in the part printed here, no, cannot tell."""
    if printed:
        return f"yes, line {line}" if line else "yes"
    return {"mentioned": "not in the part printed here", "not mentioned": "no"}.get(state, "the tool cannot tell")


def _missed(item: MissingItem) -> Answer:
    """How every text stands to an item, with a place that shows it."""
    says = f"{item.name} — {'; '.join(f'{letter}: {state}' for letter, state in item.states.items())}"
    unsure = any("cannot tell" in state for state in item.states.values())
    if item.shown is None:
        return Answer(says, unsure=unsure)
    return Answer(says, item.shown.prompt(tell=True), item.shown.row, unsure)
