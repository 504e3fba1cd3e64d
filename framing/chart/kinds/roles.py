"""Role matrix: how often actors do harm, are harmed, help, are accused and defended, own words and others' apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import Canvas
from framing.chart.layout import ShadedCell, draw_shades
from framing.chart.protocol import Head, Numbers, Rows, number_row
from framing.say import NOTHING, number


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
        rows = [
            (row.label, [ShadedCell(one.printed, one.own + one.others or None, one.rows) for one in row.cells])
            for row in self.rows
        ]
        high = max(cell.own + cell.others for row in self.rows for cell in row.cells)
        return draw_shades(canvas, self.columns, rows, high, top)

    def describe(self) -> str:
        """The commonest role of each row."""
        told = []
        for row in self.rows:
            most = max(range(len(row.cells)), key=lambda place: row.cells[place].own + row.cells[place].others)
            told.append(f"{row.label}: {self.columns[most]} {row.cells[most].printed}.")
        return " ".join(told)

    def numbers(self) -> Numbers:
        """The grid itself; each cell “own + others”."""
        rows = (number_row(row.label, [(cell.printed, cell.rows) for cell in row.cells]) for row in self.rows)
        return Numbers(("", *self.columns), tuple(rows))
