"""Heat map: numbers in a grid, each printed on its shade; the shades keep their order in grey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import Canvas, Ink
from framing.chart.layout import draw_columns, draw_row_name
from framing.chart.protocol import Head, Numbers, ValueRow
from framing.chart.theme import LABEL, ink_on, shade
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
        left, step, top = draw_columns(canvas, self.columns, top)
        top += 3
        for row in self.rows:
            draw_row_name(canvas, row.label, top + 11, left - 16)
            for index, value in enumerate(row.values):
                label = f"{row.label}, {self.columns[index]}"
                with canvas.hit(f"{label}: {fixed(value, self.decimals)}", row.evidence[index]):
                    self._draw_cell(canvas, index, value, (left, top, step))
            top += 22
        return top + 2

    def _draw_cell(self, canvas: Canvas, index: int, value: float | None, frame: tuple[float, float, float]) -> None:
        left, top, step = frame
        colour = "band" if value is None else shade(value, self.high)
        canvas.rect((left + step * index + 1, top + 1, step - 2, 20), colour)
        ink = Ink(LABEL, "soft" if value is None else ink_on(colour), under=colour)
        canvas.text(left + step * (index + 0.5), top + 14, fixed(value, self.decimals), ink, anchor="middle")

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
