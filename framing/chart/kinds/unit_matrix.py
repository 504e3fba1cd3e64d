"""Matrix of marks: who words it how, in whose voice; every finding is one mark, so that nothing hides in an average."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SOFT, Canvas
from framing.chart.layout import draw_columns, draw_row_name, draw_voices
from framing.chart.protocol import Head, Numbers, number_row
from framing.chart.theme import VALUE, VOICE_MARKER, VOICE_NAME, VOICE_ROLE
from framing.chart.type import clip_text

SHARE = 0.17  # of the width, for the names at the left
MARK, LINE = 10.0, 11.0  # points of one mark: width, height
MOST_LINES = 3  # of marks in a cell; the rest is printed as a number
DENIED = "denied, doubted or hypothetical"
VOICE_WORDS = {"narrator": "own", "attributed": "claim", "quoted": "quoted", "distanced": "at a distance"}


@dataclass(frozen=True, slots=True)
class UnitMark:
    """One finding: whose words it is and whether the wording is asserted there."""

    voice: str
    state: str
    row: str
    speaker: str = ""


Marks = tuple[UnitMark, ...]  # the findings of one source for one wording


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One source and its marks, in the order of the chart's columns."""

    label: str
    cells: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class UnitMatrix:
    """One mark a finding: its shape says whose words, a cross through it that the wording is not asserted."""

    KIND: ClassVar[str] = "Matrix of marks"
    head: Head
    columns: tuple[str, ...]
    rows: tuple[UnitRow, ...]

    def draw(self, canvas: Canvas, top: float) -> float:
        """Legend of the voices that occur, heads and rows; returns where the rows end."""
        top = self._draw_legend(canvas, top) + 2
        left, step, top = draw_columns(canvas, self.columns, top, SHARE)
        top += 2
        for row in self.rows:
            high = max([_lines(cell, step) for cell in row.cells], default=1) * LINE + 9.0
            canvas.line((10, top), (canvas.width - 10, top))
            draw_row_name(canvas, row.label, top + high / 2, left - 16)
            for index, cell in enumerate(row.cells):
                label = f"{row.label}, {self.columns[index]}"
                _draw_cell(canvas, cell, label, (left + step * index, top + high / 2, step))
            top += high
        return top + 2

    def _draw_legend(self, canvas: Canvas, top: float) -> float:
        marks = [mark for row in self.rows for cell in row.cells for mark in cell]
        denied = [(DENIED, "cross", "ink")] if any(mark.state != "asserted" for mark in marks) else []
        return draw_voices(canvas, {mark.voice for mark in marks}, top, denied)

    def describe(self) -> str:
        """How often each source uses each wording, and how often in its own words."""
        parts = []
        for row in self.rows:
            said = [
                f"{column} {len(cell)} times, {sum(mark.voice == 'narrator' for mark in cell)} in its own words"
                for column, cell in zip(self.columns, row.cells, strict=True)
                if cell
            ]
            parts.append(f"{row.label}: {'; '.join(said) or 'none'}.")
        return " ".join(parts)

    def numbers(self) -> Numbers:
        """Counts by voice, in words."""
        rows = (
            number_row(row.label, [(_tally(cell), tuple(mark.row for mark in cell)) for cell in row.cells])
            for row in self.rows
        )
        return Numbers(("", *self.columns), tuple(rows), numeric=False)


def _tally(cell: Marks) -> str:
    """Counts by voice in words: "2 own, 1 claim of Armenia"."""
    counts = Counter(_mark_words(mark) for mark in cell)
    return "; ".join(f"{count} {label}" for label, count in counts.items()) or "–"


def _mark_words(mark: UnitMark) -> str:
    who = f" ({mark.speaker})" if mark.speaker and mark.voice != "narrator" else ""
    state = f", {mark.state}" if mark.state != "asserted" else ""
    return f"{VOICE_WORDS.get(mark.voice, mark.voice)}{who}{state}"


def _per_line(step: float) -> int:
    """How many marks stand side by side in a column `step` points wide."""
    return max(int((step - 8) / MARK), 1)


def _drawn(cell: Marks, step: float) -> int:
    """How many marks are drawn."""
    return min(len(cell), _per_line(step) * MOST_LINES)


def _lines(cell: Marks, step: float) -> int:
    """How many lines a cell needs, with the one that says how many marks are not drawn."""
    lines = max(-(-_drawn(cell, step) // _per_line(step)), 1)
    return lines + (1 if len(cell) > _drawn(cell, step) else 0)


def _draw_cell(canvas: Canvas, cell: Marks, label: str, frame: tuple[float, float, float]) -> None:
    left, middle, step = frame
    drawn, per_line, lines = _drawn(cell, step), _per_line(step), _lines(cell, step)
    if not cell:
        canvas.text(left + step / 2, middle + 2.5, "·", SOFT, anchor="middle")
        return
    for place, mark in enumerate(cell[:drawn]):
        line, column = divmod(place, per_line)
        in_line = min(per_line, drawn - line * per_line)
        x = left + step / 2 + (column - (in_line - 1) / 2) * MARK
        _draw_mark(canvas, mark, label, (x, middle + (line - (lines - 1) / 2) * LINE))
    if len(cell) > drawn:
        y = middle + (lines - 1) / 2 * LINE
        words = clip_text(f"and {len(cell) - drawn} more", step - 6, VALUE)
        with canvas.hit(f"{label}: all {len(cell)}", tuple(mark.row for mark in cell)):
            canvas.text(left + step / 2, y + 3, words, SOFT, anchor="middle")


def _draw_mark(canvas: Canvas, mark: UnitMark, label: str, place: tuple[float, float]) -> None:
    who = f", {mark.speaker}" if mark.speaker else ""
    with canvas.hit(f"{label}: {VOICE_NAME.get(mark.voice, mark.voice)}{who}", (mark.row,)):
        canvas.symbol(*place, VOICE_MARKER.get(mark.voice, "circle"), VOICE_ROLE.get(mark.voice, "ink"))
        if mark.state != "asserted":
            canvas.symbol(*place, "cross", "ink", r=4.4)
