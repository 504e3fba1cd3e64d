"""Role matrix: how often actors do harm, are harmed, help, are accused and defended, own words and others' apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import Canvas, Ink
from framing.chart.layout import draw_columns, draw_row_name
from framing.chart.protocol import Head, NumberRow, Numbers, Rows
from framing.chart.theme import LABEL, ink_on, shade
from framing.say import NOTHING, number

STEP, TALL = 22.0, 20.0  # points from row to row, and of a cell


@dataclass(frozen=True, slots=True)
class RoleCell:
    """How often, in the outlet's own words and in those of others, with the evidence ids behind both."""

    own: float
    others: float
    rows: Rows

    @property
    def printed(self) -> str:
        """The two counts, a dash for none at all."""
        if not self.own and not self.others:
            return NOTHING
        return f"{number(self.own)} + {number(self.others)}"


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One actor in one source; a cell a role."""

    label: str
    cells: tuple[RoleCell, ...]


@dataclass(frozen=True, slots=True)
class RoleMatrix:
    """Counts in a grid, "own + others"; the darker, the more together."""

    KIND: ClassVar[str] = "Table of counts"
    head: Head
    columns: tuple[str, ...]
    rows: tuple[RoleRow, ...]

    def draw(self, canvas: Canvas, top: float) -> float:
        """Heads and rows; returns where the rows end."""
        left, step, top = draw_columns(canvas, self.columns, top)
        top += 3
        high = max(cell.own + cell.others for row in self.rows for cell in row.cells)
        for row in self.rows:
            draw_row_name(canvas, row.label, top + 11, left - 16)
            for place, cell in enumerate(row.cells):
                with canvas.hit(f"{row.label}, {self.columns[place]}: {cell.printed}", cell.rows):
                    _draw_cell(canvas, cell, (left + step * place, top, step), high)
            top += STEP
        return top + 2

    def describe(self) -> str:
        """The commonest role of each row."""
        told = []
        for row in self.rows:
            most = max(range(len(row.cells)), key=lambda place: row.cells[place].own + row.cells[place].others)
            told.append(f"{row.label}: {self.columns[most]} {row.cells[most].printed}.")
        return " ".join(told)

    def numbers(self) -> Numbers:
        """The grid itself; each cell “own + others”."""
        rows = (
            NumberRow(
                (row.label, *(cell.printed for cell in row.cells)),
                tuple(one for cell in row.cells for one in cell.rows),
            )
            for row in self.rows
        )
        return Numbers(("", *self.columns), tuple(rows))


def _draw_cell(canvas: Canvas, cell: RoleCell, frame: tuple[float, float, float], high: float) -> None:
    left, top, step = frame
    total = cell.own + cell.others
    colour = shade(total, high) if total else "band"
    canvas.rect((left + 1, top + 1, step - 2, TALL), colour)
    ink = Ink(LABEL, ink_on(colour) if total else "soft", under=colour)
    canvas.text(left + step / 2, top + 14, cell.printed, ink, anchor="middle")
