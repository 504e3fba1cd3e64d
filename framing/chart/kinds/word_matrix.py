"""Matrix of words: what each source calls a thing, in its own cell, with a mark that says whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SMALL, SOFT, Canvas
from framing.chart.layout import draw_columns, draw_row_name, draw_voices
from framing.chart.protocol import Head, Numbers, number_row
from framing.chart.theme import VALUE, VOICE_MARKER, VOICE_NAME, VOICE_ROLE
from framing.chart.type import wrap_text

SHARE = 0.2  # of the width, for the names at the left
LINE, GAP, MARK = 9.6, 8.0, 10.0  # points: a line of words, room around a row, room for a mark
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class CalledWords:
    """The words of one source for one thing, whose words they are, and the row behind them."""

    words: str
    voice: str
    row: str


@dataclass(frozen=True, slots=True)
class WordRow:
    """One thing and what each source calls it, in the order of the chart's columns; None where nothing was found."""

    label: str
    cells: tuple[CalledWords | None, ...]


@dataclass(frozen=True, slots=True)
class WordMatrix:
    """The words themselves, a column a source and a row a thing; nothing is counted and nothing is judged."""

    KIND: ClassVar[str] = "Matrix of words"
    head: Head
    columns: tuple[str, ...]
    rows: tuple[WordRow, ...]

    def draw(self, canvas: Canvas, top: float) -> float:
        """Legend of the voices that occur, heads and rows; returns where the rows end."""
        top = draw_voices(canvas, {cell.voice for row in self.rows for cell in row.cells if cell}, top) + 2
        left, step, top = draw_columns(canvas, self.columns, top, SHARE)
        for row in self.rows:
            cells = [_lines(cell, step) for cell in row.cells]
            high = max([2, *map(len, cells)]) * LINE + GAP
            canvas.line((10, top), (canvas.width - 10, top))
            draw_row_name(canvas, row.label, top + high / 2, left - 22)
            for place, (cell, lines) in enumerate(zip(row.cells, cells, strict=True)):
                middle = top + high / 2
                if cell is None:
                    canvas.text(left + step * (place + 0.5), middle + 2.5, "·", SOFT, anchor="middle")
                    continue
                with canvas.hit(f"{row.label}, {self.columns[place]}: {_told(cell)}", (cell.row,)):
                    canvas.symbol(left + step * place + 6, middle, VOICE_MARKER[cell.voice], VOICE_ROLE[cell.voice])
                    for line, words in enumerate(lines):
                        y = middle + 2.7 + (line - (len(lines) - 1) / 2) * LINE
                        canvas.text(left + step * place + 6 + MARK, y, words, SMALL)
            top += high
        return top + 2

    def describe(self) -> str:
        """What each source calls each thing, and whose words those are."""
        parts = []
        for row in self.rows:
            called = (f"{name} {_told(cell)}" for name, cell in zip(self.columns, row.cells, strict=True) if cell)
            parts.append(f"{row.label}: {'; '.join(called)}.")
        return " ".join(parts)

    def numbers(self) -> Numbers:
        """The words of each cell and whose they are."""
        rows = (
            number_row(row.label, [(_told(cell), (cell.row,)) if cell else ("–", ()) for cell in row.cells])
            for row in self.rows
        )
        return Numbers(("", *self.columns), tuple(rows), numeric=False)


def _told(cell: CalledWords) -> str:
    return f"“{cell.words}” ({VOICE_NAME[cell.voice]})"


def _lines(cell: CalledWords | None, step: float) -> tuple[str, ...]:
    """The words in quotation marks, broken into lines as wide as their column."""
    return wrap_text(f"“{cell.words}”", step - MARK - 12, VALUE, lines=MOST_LINES) if cell else ()
