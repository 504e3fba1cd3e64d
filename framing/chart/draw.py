"""Chart -> Drawing: the one door to the drawing code. Which records look how stands in `dots`, `bars` and `grids`.

Charts are laid out like tables: names at the left, marks in the middle, the printed value and its n at the right.
Labels cannot collide because each has a cell of its own; what would not fit is wrapped or clipped, never shrunk.
"""

from __future__ import annotations

from framing.chart import bars, dots, grids, maps, specs
from framing.chart.canvas import SOFT, Canvas, Drawing, Ink
from framing.chart.type import wrap_text

WIDTH = 482.0  # points: the text width of an A4 page with 20 mm margins


def draw(chart: specs.Chart, *, width: float = WIDTH, framed: bool = False) -> Drawing:
    """A chart as a drawing of `width` points; `framed` adds title, unit and note, for a picture that stands alone."""
    canvas = Canvas(width)
    top = _title(canvas, chart.head) if framed else 4.0
    bottom = _body(canvas, chart, top)
    if framed:
        bottom = _foot(canvas, chart.head, bottom)
    return canvas.done(chart.head.id, bottom + 4, chart.head.alt)


def _body(canvas: Canvas, chart: specs.Chart, top: float) -> float:
    """Draws the marks from `top` downwards and returns where they end."""
    match chart:
        case specs.DotWhisker():
            return dots.dot_whisker(canvas, chart, top)
        case specs.Dumbbell():
            return dots.dumbbell(canvas, chart, top)
        case specs.StackedShare():
            return bars.stacked_share(canvas, chart, top)
        case specs.DivergingBars():
            return bars.diverging(canvas, chart, top)
        case specs.SmallMultiples():
            return bars.small_multiples(canvas, chart, top)
        case specs.OmissionMatrix():
            return grids.omission(canvas, chart, top)
        case specs.HeatMap():
            return grids.heat(canvas, chart, top)
        case specs.UnitMatrix():
            return grids.units(canvas, chart, top)
        case specs.PlaceMap():
            return maps.place_map(canvas, chart, top)


def _title(canvas: Canvas, head: specs.Head) -> float:
    top = 18.0
    for line in wrap_text(head.title, canvas.width - 20, 12, bold=True, lines=3):
        canvas.text(10, top, line, Ink(12, bold=True))
        top += 15
    for line in wrap_text(head.unit, canvas.width - 20, 8, lines=2):
        canvas.text(10, top, line, Ink(role="soft"))
        top += 11
    return top + 4


def _foot(canvas: Canvas, head: specs.Head, top: float) -> float:
    top += 12
    for line in wrap_text(head.note, canvas.width - 20, 7.5, lines=4):
        canvas.text(10, top, line, SOFT)
        top += 10
    return top
