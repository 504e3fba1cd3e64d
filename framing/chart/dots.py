"""Dot-and-whisker charts and dumbbells: values on a common scale, printed beside their marker."""

from __future__ import annotations

from framing.chart.canvas import SMALL, SOFT, Canvas
from framing.chart.specs import Axis, DotRow, DotWhisker, Dumbbell, DumbbellRow, Point
from framing.chart.theme import LABEL, VALUE, style_of
from framing.chart.type import text_width, wrap_text

GAP = 8.0
LINE = 13.0  # height of one series in a row
NAME_SHARE = 0.24  # of the width, for the names at the left


def scale(axis: Axis, value: float, left: float, right: float) -> float:
    """Where a value stands between `left` and `right`; values outside the axis stand at its end."""
    part = (value - axis.low) / (axis.high - axis.low or 1.0)
    return left + max(0.0, min(1.0, part)) * (right - left)


def number(value: float, decimals: int, *, signed: bool = False) -> str:
    """A number as it is printed, with a true minus sign and never a minus zero."""
    text = f"{value:+.{decimals}f}" if signed else f"{value:.{decimals}f}"
    return f"{0:.{decimals}f}" if float(text) == 0 else text.replace("-", "−")


def draw_axis(canvas: Canvas, axis: Axis, left: float, right: float, span: tuple[float, float]) -> float:
    """Grid lines over `span` (top, bottom), ticks and the unit below it; returns where the axis ends."""
    top, bottom = span
    last = -1e9
    for tick in axis.ticks:
        x = scale(axis, tick, left, right)
        zero = axis.zero is not None and tick == axis.zero
        canvas.line((x, top), (x, bottom), "soft" if zero else "rule", width=0.9 if zero else 0.5)
        whole = all(one == int(one) for one in axis.ticks)
        label = number(tick, 0 if whole else axis.decimals, signed=axis.low < 0)
        half = text_width(label, VALUE) / 2
        if x - half > last + 3:
            canvas.text(x, bottom + 10, label, SOFT, anchor="middle")
            last = x + half
    below = bottom + 21
    if axis.left or axis.right:
        canvas.text(left, below, f"← {axis.left}", SOFT)
        canvas.text(right, below, f"{axis.right} →", SOFT, anchor="end")
        below += 11
    canvas.text((left + right) / 2, below, axis.label, SOFT, anchor="middle")
    return below + 4


def draw_legend(canvas: Canvas, names: tuple[str, ...], top: float, markers: tuple[tuple[str, str], ...]) -> float:
    """A line of markers with their names, wrapped; `markers` holds (shape, role). Returns where it ends."""
    x, y = 10.0, top + 8
    for name, (shape, role) in zip(names, markers, strict=True):
        need = text_width(name, LABEL) + 26
        if x + need > canvas.width and x > 10:
            x, y = 10.0, y + 13
        canvas.symbol(x + 4, y - 3, shape, role)
        canvas.text(x + 12, y, name)
        x += need
    return y + 8


def dot_whisker(canvas: Canvas, chart: DotWhisker, top: float) -> float:
    """Rows of points; each series has a line of its own inside the row, so that nothing can collide."""
    markers = tuple((style_of(index).marker, style_of(index).role) for index in range(len(chart.series)))
    if len(chart.series) > 1:
        top = draw_legend(canvas, chart.series, top, markers)
    labels = [point.label for row in chart.rows for point in row.points]
    left = 10 + canvas.width * NAME_SHARE
    right = canvas.width - 14 - max([text_width(label, VALUE) for label in labels], default=0.0)
    heights = [max(LINE * max(len(row.points), 1), 20.0) + GAP / 2 for row in chart.rows]
    bottom = top + 4 + sum(heights)
    end = draw_axis(canvas, chart.axis, left, right, (top + 2, bottom))
    for row, height in zip(chart.rows, heights, strict=True):
        _dot_row(canvas, chart, row, (left, right, top + 4, height))
        top += height
        if row is not chart.rows[-1]:
            canvas.line((10, top + 4), (canvas.width - 10, top + 4))
    return end


def _names(canvas: Canvas, label: str, note: str, middle: float, width: float) -> None:
    """The name of a row, at most two lines, with a note below when there is room."""
    lines = wrap_text(label, width, LABEL)
    notes = wrap_text(note, width, VALUE, lines=1) if note else ()
    y = middle + 3 - (len(lines) + len(notes) - 1) * 4.8
    for line in lines:
        canvas.text(10, y, line)
        y += 9.6
    for line in notes:
        canvas.text(10, y, line, SOFT)


def _dot_row(canvas: Canvas, chart: DotWhisker, row: DotRow, frame: tuple[float, float, float, float]) -> None:
    left, right, top, height = frame
    _names(canvas, row.label, row.note, top + height / 2, left - 18)
    y = top + (height - LINE * len(row.points)) / 2 + LINE / 2
    for point in row.points:
        name = chart.series[point.series] if chart.series else row.label
        with canvas.hit(f"{row.label}, {name}: {point.label}", point.rows):
            _point(canvas, chart.axis, point, (left, right, y))
        y += LINE


def _point(canvas: Canvas, axis: Axis, point: Point, frame: tuple[float, float, float]) -> None:
    left, right, y = frame
    style = style_of(point.series)
    if point.low is not None and point.high is not None:
        ends = scale(axis, point.low, left, right), scale(axis, point.high, left, right)
        canvas.line((ends[0], y), (ends[1], y), style.role, width=1.6)
        for end in ends:
            canvas.line((end, y - 2.5), (end, y + 2.5), style.role, width=1.0)
    for dot in point.dots:
        canvas.symbol(scale(axis, dot, left, right), y, "ring", style.role, r=1.8)
    canvas.symbol(scale(axis, point.value, left, right), y, style.marker, style.role)
    canvas.text(canvas.width - 8, y + 2.7, point.label, SMALL, anchor="end")


def dumbbell(canvas: Canvas, chart: Dumbbell, top: float) -> float:
    """Two values a row: a filled circle and an open square, joined."""
    markers = (("circle", "s0"), ("open_square", "s1"))
    top = draw_legend(canvas, (chart.first, chart.second), top, markers)
    notes = max([text_width(row.note, VALUE) for row in chart.rows], default=0.0)
    left, right = 10 + canvas.width * NAME_SHARE, canvas.width - 18 - notes
    height = 24.0
    bottom = top + 4 + height * len(chart.rows)
    end = draw_axis(canvas, chart.axis, left, right, (top + 2, bottom))
    for place, row in enumerate(chart.rows):
        _dumbbell_row(canvas, chart, row, (left, right, top + 4 + height * place, height))
    return end


def _dumbbell_row(canvas: Canvas, chart: Dumbbell, row: DumbbellRow, frame: tuple[float, float, float, float]) -> None:
    left, right, top, height = frame
    y = top + height / 2 + 3
    _names(canvas, row.label, "", y, left - 18)
    places = [None if value is None else scale(chart.axis, value, left, right) for value in (row.first, row.second)]
    if places[0] is not None and places[1] is not None:
        canvas.line((places[0], y), (places[1], y), "soft", width=1.2)
    values = ((row.first, chart.first, row.first_rows), (row.second, chart.second, row.second_rows))
    ends = _value_ends(places, values[0][0], values[1][0], chart.axis.decimals)
    for number_of, (value, name, rows) in enumerate(values):
        x = places[number_of]
        if value is None or x is None:
            continue
        printed = number(value, chart.axis.decimals)
        with canvas.hit(f"{row.label}, {name}: {printed}", rows):
            canvas.symbol(x, y, ("circle", "open_square")[number_of], ("s0", "s1")[number_of])
            canvas.text(ends[number_of], y - 5.5, printed, SMALL, anchor="middle")
    canvas.text(canvas.width - 8, y + 2.7, row.note, SOFT, anchor="end")


def _value_ends(
    places: list[float | None], first: float | None, second: float | None, decimals: int
) -> tuple[float, float]:
    """Where the two printed values stand, pushed apart when their markers are close."""
    a, b = (0.0 if place is None else place for place in places)
    if first is None or second is None or places[0] is None or places[1] is None:
        return a, b
    need = (text_width(number(first, decimals), VALUE) + text_width(number(second, decimals), VALUE)) / 2 + 4
    lack = need - abs(a - b)
    if lack <= 0:
        return a, b
    push = lack / 2 if a <= b else -lack / 2
    return a - push, b + push
