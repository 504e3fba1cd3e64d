"""Diverging bars: rival wordings left and right of a common zero line, the value printed at each bar's end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SMALL, SOFT, STRONG, Canvas
from framing.chart.layout import NAME_SHARE, draw_row_name, number_row, widest
from framing.chart.protocol import Head, Numbers, Rows
from framing.chart.theme import LABEL, VALUE
from framing.chart.type import clip_text, text_width
from framing.say import fixed


@dataclass(frozen=True, slots=True)
class DivergingRow:
    """Two amounts that point away from a common zero line."""

    label: str
    left: float
    right: float
    left_rows: Rows = ()
    right_rows: Rows = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DivergingBars:
    """Rival wordings left and right of a zero line; the right side is hatched."""

    KIND: ClassVar[str] = "Diverging bars"
    head: Head
    left: str
    right: str
    unit: str
    rows: tuple[DivergingRow, ...]
    decimals: int = 1

    def draw(self, canvas: Canvas, top: float) -> float:
        """What the sides are, bars, zero line and unit; returns where the unit ends."""
        left, right = 10 + canvas.width * NAME_SHARE, canvas.width - 16 - widest(row.note for row in self.rows)
        high = max([amount for row in self.rows for amount in (row.left, row.right)], default=0.0) or 1.0
        middle, half = (left + right) / 2, (right - left) / 2
        reach = half - (text_width(self._printed(high), VALUE) + 8)
        heads = (clip_text(words, half - 8, LABEL, bold=True) for words in (f"← {self.left}", f"{self.right} →"))
        canvas.text(middle - 6, top + 8, next(heads), STRONG, anchor="end")
        canvas.text(middle + 6, top + 8, next(heads), STRONG)
        start = top = top + 15
        for row in self.rows:
            draw_row_name(canvas, row.label, top + 11, left - 18)
            _draw_bars(canvas, self, row, (middle, reach / high, top))
            canvas.text(canvas.width - 8, top + 14, row.note, SOFT, anchor="end")
            top += 24
        canvas.line((middle, start), (middle, top), "soft", width=0.9)
        canvas.text(middle, top + 10, self.unit, SOFT, anchor="middle")
        return top + 14

    def describe(self) -> str:
        """Both amounts of each row."""
        return " ".join(
            f"{row.label}: {self.left} {self._printed(row.left)}, {self.right} {self._printed(row.right)}."
            for row in self.rows
        )

    def _printed(self, amount: float) -> str:
        return fixed(amount, self.decimals)

    def numbers(self) -> Numbers:
        """Both amounts of each row and its note."""
        rows = [
            number_row(row.label, (row.left, row.right), (row.left_rows, row.right_rows), self.decimals, row.note)
            for row in self.rows
        ]
        return Numbers(("", self.left, self.right, "n"), tuple(rows))


def _draw_bars(canvas: Canvas, chart: DivergingBars, row: DivergingRow, frame: tuple[float, float, float]) -> None:
    middle, unit, top = frame
    left, right = fixed(row.left, chart.decimals), fixed(row.right, chart.decimals)
    with canvas.hit(f"{row.label}, {chart.left}: {left}", row.left_rows):
        canvas.rect((middle - row.left * unit, top + 3, row.left * unit, 16), "s0")
        canvas.text(middle - row.left * unit - 4, top + 13.8, left, SMALL, anchor="end")
    with canvas.hit(f"{row.label}, {chart.right}: {right}", row.right_rows):
        canvas.rect((middle, top + 3, row.right * unit, 16), "s1", hatch="slash")
        canvas.text(middle + row.right * unit + 4, top + 13.8, right, SMALL)
