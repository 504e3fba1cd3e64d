"""Dumbbell chart: two values of the same thing on one scale, joined by a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SMALL, SOFT, Canvas
from framing.chart.layout import NAME_SHARE, Axis, draw_axis, draw_legend, draw_row_name, scale, widest
from framing.chart.protocol import Head, Numbers, ValueRow
from framing.chart.theme import VALUE
from framing.chart.type import text_width
from framing.say import fixed

MARKERS = (("circle", "s0"), ("open_square", "s1"))
HEIGHT = 24.0  # points of a row


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Pairs of values on one scale: a filled circle and an open square, joined by a line."""

    KIND: ClassVar[str] = "Dumbbell chart"
    head: Head
    axis: Axis
    ends: tuple[str, str]
    rows: tuple[ValueRow, ...]

    def draw(self, canvas: Canvas, top: float) -> float:
        """Legend, axis and rows; returns where the axis ends."""
        top = draw_legend(canvas, self.ends, top, MARKERS)
        left, right = 10 + canvas.width * NAME_SHARE, canvas.width - 18 - widest(row.note for row in self.rows)
        end = draw_axis(canvas, self.axis, left, right, (top + 2, top + 4 + HEIGHT * len(self.rows)))
        for place, row in enumerate(self.rows):
            _draw_row(canvas, self, row, (left, right, top + 4 + HEIGHT * place))
        return end

    def describe(self) -> str:
        """Both values of each row."""
        return " ".join(row.told(self.ends, self.axis.decimals) for row in self.rows)

    def numbers(self) -> Numbers:
        """Both values of each row and its note."""
        rows = (row.numbers(row.fixed(max(self.axis.decimals, 1)), row.note) for row in self.rows)
        return Numbers(("", *self.ends, "n"), tuple(rows))


def _draw_row(canvas: Canvas, chart: Dumbbell, row: ValueRow, frame: tuple[float, float, float]) -> None:
    left, right, top = frame
    y = top + HEIGHT / 2 + 3
    draw_row_name(canvas, row.label, y, left - 18)
    places = [None if value is None else scale(chart.axis, value, left, right) for value in row.values]
    if places[0] is not None and places[1] is not None:
        canvas.line((places[0], y), (places[1], y), "soft", width=1.2)
    printed = ["" if value is None else fixed(value, chart.axis.decimals) for value in row.values]
    for x, label_x, label, name, rows, marker in zip(
        places, _label_places(places, printed), printed, chart.ends, row.evidence, MARKERS, strict=True
    ):
        if x is not None:
            with canvas.hit(f"{row.label}, {name}: {label}", rows):
                canvas.symbol(x, y, *marker)
                canvas.text(label_x, y - 5.5, label, SMALL, anchor="middle")
    canvas.text(canvas.width - 8, y + 2.7, row.note, SOFT, anchor="end")


def _label_places(places: list[float | None], printed: list[str]) -> tuple[float, float]:
    """Where the two printed values stand, pushed apart when their markers are close."""
    a, b = (0.0 if place is None else place for place in places)
    need = (text_width(printed[0], VALUE) + text_width(printed[1], VALUE)) / 2 + 4
    lack = need - abs(a - b)
    if None in places or lack <= 0:
        return a, b
    push = lack / 2 if a <= b else -lack / 2
    return a - push, b + push
