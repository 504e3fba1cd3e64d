"""Heat map: numbers in a grid, each printed on its shade; the shades keep their order in grey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import Canvas
from framing.chart.layout import ShadedCell, draw_shades
from framing.chart.protocol import Head, Numbers, ValueRow
from framing.say import fixed


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Numbers on shades, a dash for none; the number's colour is whichever reads better."""

    KIND: ClassVar[str] = "Table of shaded numbers"
    head: Head
    columns: tuple[str, ...]
    rows: tuple[ValueRow, ...]
    high: float
    decimals: int = 1

    def draw(self, canvas: Canvas, top: float) -> float:
        """Heads and rows; returns where the rows end."""
        rows = [
            (row.label, list(map(ShadedCell, row.fixed(self.decimals), row.values, row.evidence))) for row in self.rows
        ]
        return draw_shades(canvas, self.columns, rows, self.high, top)

    def describe(self) -> str:
        """The highest number."""
        found = [
            (value, row.label, column)
            for row in self.rows
            for value, column in zip(row.values, self.columns, strict=True)
            if value is not None
        ]
        if not found:
            return "No numbers."
        value, label, column = max(found)
        return f"Highest: {label} in {column}, {fixed(value, self.decimals)}."

    def numbers(self) -> Numbers:
        """The grid itself."""
        return Numbers(("", *self.columns), tuple(row.numbers(row.fixed(self.decimals)) for row in self.rows))
