"""Chart -> Drawing: the marks of a chart on a sheet, with its title, unit and note when the picture stands alone."""

from __future__ import annotations

from framing.chart.canvas import SOFT, Canvas, Drawing, Ink
from framing.chart.protocol import Chart, Head, alternative_text
from framing.chart.type import wrap_text

WIDTH = 482.0  # points: the text width of an A4 page with 20 mm margins


def draw(chart: Chart, *, width: float = WIDTH, framed: bool = False) -> Drawing:
    """A chart as a drawing of `width` points; `framed` adds title, unit and note, for a picture that stands alone."""
    canvas = Canvas(width)
    bottom = chart.draw(canvas, _title(canvas, chart.head) if framed else 4.0)
    if framed:
        bottom = _foot(canvas, chart.head, bottom)
    return canvas.done(chart.head.id, bottom + 4, alternative_text(chart))


def _title(canvas: Canvas, head: Head) -> float:
    top = 18.0
    for line in wrap_text(head.title, canvas.width - 20, 12, bold=True, lines=3):
        canvas.text(10, top, line, Ink(12, bold=True))
        top += 15
    for line in wrap_text(head.unit, canvas.width - 20, 8, lines=2):
        canvas.text(10, top, line, Ink(role="soft"))
        top += 11
    return top + 4


def _foot(canvas: Canvas, head: Head, top: float) -> float:
    top += 12
    for line in wrap_text(head.note, canvas.width - 20, 7.5, lines=4):
        canvas.text(10, top, line, SOFT)
        top += 10
    return top
