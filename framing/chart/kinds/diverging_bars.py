"""Diverging bars: rival wordings left and right of a common zero line, the value printed at each bar's end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SMALL, SOFT, STRONG, Canvas
from framing.chart.layout import NAME_SHARE, draw_row_name, widest
from framing.chart.protocol import Head, Numbers, ValueRow
from framing.chart.theme import LABEL, VALUE
from framing.chart.type import clip_text, text_width
from framing.say import fixed


@dataclass(frozen=True, slots=True)
class DivergingBars:
    """Rival wordings left and right of a zero line, two values a row; the right side is hatched."""

    KIND: ClassVar[str] = "Diverging bars"
    head: Head
    sides: tuple[str, str]
    unit: str
    rows: tuple[ValueRow, ...]
    decimals: int = 1

    def draw(self, canvas: Canvas, top: float) -> float:
        """What the sides are, bars, zero line and unit; returns where the unit ends."""
        left, right = 10 + canvas.width * NAME_SHARE, canvas.width - 16 - widest(row.note for row in self.rows)
        high = max([value or 0.0 for row in self.rows for value in row.values], default=0.0) or 1.0
        middle, half = (left + right) / 2, (right - left) / 2
        reach = half - (text_width(fixed(high, self.decimals), VALUE) + 8)
        heads = (clip_text(words, half - 8, LABEL, bold=True) for words in (f"← {self.sides[0]}", f"{self.sides[1]} →"))
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
        return " ".join(row.told(self.sides, self.decimals) for row in self.rows)

    def numbers(self) -> Numbers:
        """Both amounts of each row and its note."""
        rows = (row.numbers(row.fixed(self.decimals), row.note) for row in self.rows)
        return Numbers(("", *self.sides, "n"), tuple(rows))


def _draw_bars(canvas: Canvas, chart: DivergingBars, row: ValueRow, frame: tuple[float, float, float]) -> None:
    middle, unit, top = frame
    left, right = ((value or 0.0) * unit for value in row.values)
    printed = row.fixed(chart.decimals)
    with canvas.hit(f"{row.label}, {chart.sides[0]}: {printed[0]}", row.evidence[0]):
        canvas.rect((middle - left, top + 3, left, 16), "s0")
        canvas.text(middle - left - 4, top + 13.8, printed[0], SMALL, anchor="end")
    with canvas.hit(f"{row.label}, {chart.sides[1]}: {printed[1]}", row.evidence[1]):
        canvas.rect((middle, top + 3, right, 16), "s1", hatch="slash")
        canvas.text(middle + right + 4, top + 13.8, printed[1], SMALL)
