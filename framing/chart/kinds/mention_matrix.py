"""Matrix of symbols: who mentions what, by filled, open or questioned symbols, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from framing.chart.canvas import SMALL, SOFT, Canvas
from framing.chart.layout import draw_columns, draw_legend, draw_row_name
from framing.chart.protocol import Head, Numbers, Rows, number_row
from framing.chart.theme import LABEL
from framing.chart.type import wrap_text

STEP, TALL = 17.5, 23.0  # points from row to row, and for a name of two lines
CellState = Literal["mentioned", "absent", "unsure"]
STATES = {"mentioned": ("circle", "s0"), "absent": ("ring", "soft"), "unsure": ("open_diamond", "s6")}
STATE_NAMES = {"mentioned": "mentioned (with how often)", "absent": "not mentioned", "unsure": "cannot tell"}
STATE_WORDS = {"mentioned": "yes", "absent": "not mentioned", "unsure": "cannot tell"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix of what is mentioned."""

    state: CellState
    count: int = 0
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One thing and, for each column, whether it is mentioned."""

    label: str
    cells: tuple[Cell, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class MentionMatrix:
    """Filled circle: mentioned; ring: not; open diamond: cannot tell."""

    KIND: ClassVar[str] = "Matrix of symbols"
    head: Head
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    def draw(self, canvas: Canvas, top: float) -> float:
        """Legend, heads and rows, each group under its name; returns where the rows end."""
        top = draw_legend(canvas, tuple(STATE_NAMES.values()), top, tuple(STATES.values())) + 2
        left, step, top = draw_columns(canvas, self.columns, top)
        top += 2
        group = ""
        for row in self.rows:
            if row.group and row.group != group:
                group = row.group
                canvas.text(10, top + 10, group, SOFT._replace(bold=True))
                top += 14
            canvas.line((10, top), (canvas.width - 10, top))
            high = STEP if len(wrap_text(row.label, left - 16, LABEL)) < 2 else TALL
            _draw_row(canvas, self, row, (left, step, top + high / 2))
            top += high
        return top + 2

    def describe(self) -> str:
        """What each column does not mention."""
        parts = []
        for place, column in enumerate(self.columns):
            absent = [row.label for row in self.rows if row.cells[place].state == "absent"]
            parts.append(f"{column} does not mention {', '.join(absent)}." if absent else f"{column} mentions all.")
        return " ".join(parts)

    def numbers(self) -> Numbers:
        """How often each thing is mentioned, or whether it is."""
        rows = (
            number_row(row.label, [(str(cell.count or STATE_WORDS[cell.state]), cell.rows) for cell in row.cells])
            for row in self.rows
        )
        return Numbers(("", *self.columns), tuple(rows))


def _draw_row(canvas: Canvas, chart: MentionMatrix, row: MatrixRow, frame: tuple[float, float, float]) -> None:
    left, step, middle = frame
    draw_row_name(canvas, row.label, middle, left - 16)
    for index, (column, cell) in enumerate(zip(chart.columns, row.cells, strict=True)):
        shape, role = STATES[cell.state]
        x = left + step * (index + 0.5)
        with canvas.hit(f"{row.label}, {column}: {STATE_NAMES[cell.state]} {cell.count or ''}".strip(), cell.rows):
            canvas.symbol(x - (7 if cell.count else 0), middle, shape, role)
            if cell.count:
                canvas.text(x + 1, middle + 2.8, str(cell.count), SMALL)
