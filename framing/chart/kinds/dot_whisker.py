"""Dot plot with whiskers: values with intervals on a common scale, a row per thing and a marker per series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SMALL, Canvas
from framing.chart.layout import NAME_SHARE, Axis, draw_axis, draw_legend, draw_row_name, scale, widest
from framing.chart.protocol import Head, NumberRow, Numbers, Rows
from framing.chart.theme import style_of
from framing.say import fixed

GAP = 8.0
LINE = 13.0  # height of one series in a row


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one series, with an interval when there is one."""

    series: int
    value: float
    low: float | None = None
    high: float | None = None
    label: str = ""  # printed at the right: value and n
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class DotRow:
    """A labelled row of points, one a series at most."""

    label: str
    points: tuple[Point, ...]

    @property
    def height(self) -> float:
        """Height in points."""
        return max(LINE * max(len(self.points), 1), 20.0) + GAP / 2


@dataclass(frozen=True, slots=True)
class DotWhisker:
    """Values with intervals; each series has a line of its own inside the row, so that nothing can collide."""

    KIND: ClassVar[str] = "Dot plot"
    head: Head
    axis: Axis
    series: tuple[str, ...]
    rows: tuple[DotRow, ...]

    def draw(self, canvas: Canvas, top: float) -> float:
        """Legend, axis and rows; returns where the axis ends."""
        styles = [style_of(index) for index in range(len(self.series))]
        if len(self.series) > 1:
            top = draw_legend(canvas, self.series, top, [(style.marker, style.role) for style in styles])
        left = 10 + canvas.width * NAME_SHARE
        right = canvas.width - 14 - widest(point.label for row in self.rows for point in row.points)
        end = draw_axis(canvas, self.axis, left, right, (top + 2, top + 4 + sum(row.height for row in self.rows)))
        for row in self.rows:
            _draw_row(canvas, self, row, (left, right, top + 4))
            top += row.height
            if row is not self.rows[-1]:
                canvas.line((10, top + 4), (canvas.width - 10, top + 4))
        return end

    def describe(self) -> str:
        """The lowest and the highest value of each row."""
        parts = []
        for row in self.rows:
            ordered = sorted(row.points, key=lambda point: point.value)
            names = [self.series[point.series] if len(self.series) > 1 else row.label for point in ordered]
            if len(ordered) == 1:
                name = "" if names[0] == row.label else f"{names[0]} "
                parts.append(f"{row.label}: {name}{ordered[0].label}.")
            elif ordered:
                low, high = (f"{names[end]} {ordered[end].label}" for end in (0, -1))
                parts.append(f"{row.label}: lowest {low}, highest {high}.")
        return " ".join(parts)

    def numbers(self) -> Numbers:
        """Value and interval of each point."""
        rows = [_numbers(self, row, point) for row in self.rows for point in row.points]
        return Numbers(("", "value", "from", "to", "printed"), tuple(rows))


def _numbers(chart: DotWhisker, row: DotRow, point: Point) -> NumberRow:
    low, high = (fixed(end, 2) for end in (point.low, point.high))
    name = f"{row.label}, {chart.series[point.series]}" if len(chart.series) > 1 else row.label
    return NumberRow((name, fixed(point.value, 2), low, high, point.label), point.rows)


def _draw_row(canvas: Canvas, chart: DotWhisker, row: DotRow, frame: tuple[float, float, float]) -> None:
    left, right, top = frame
    draw_row_name(canvas, row.label, top + row.height / 2, left - 18)
    y = top + (row.height - LINE * len(row.points)) / 2 + LINE / 2
    for point in row.points:
        name = chart.series[point.series] if chart.series else row.label
        with canvas.hit(f"{row.label}, {name}: {point.label}", point.rows):
            _draw_point(canvas, chart.axis, point, (left, right, y))
        y += LINE


def _draw_point(canvas: Canvas, axis: Axis, point: Point, frame: tuple[float, float, float]) -> None:
    left, right, y = frame
    style = style_of(point.series)
    if point.low is not None and point.high is not None:
        ends = scale(axis, point.low, left, right), scale(axis, point.high, left, right)
        canvas.line((ends[0], y), (ends[1], y), style.role, width=1.6)
        for end in ends:
            canvas.line((end, y - 2.5), (end, y + 2.5), style.role, width=1.0)
    canvas.symbol(scale(axis, point.value, left, right), y, style.marker, style.role)
    canvas.text(canvas.width - 8, y + 2.7, point.label, SMALL, anchor="end")
