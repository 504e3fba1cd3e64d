"""Small multiples: the same measure over time, one panel a thing, all on the same scales."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SOFT, STRONG, Canvas
from framing.chart.protocol import Head, Numbers, ValueRow
from framing.chart.theme import LABEL, VALUE
from framing.chart.type import clip_text, text_width
from framing.say import fixed

ACROSS, GAP, HEIGHT = 3, 14.0, 62.0  # panels in a line, points between them, points of a panel


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """Panels in a grid of three, all on one scale, a value a time; a gap in the line is a time without articles."""

    KIND: ClassVar[str] = "Small line charts"
    head: Head
    times: tuple[str, ...]
    panels: tuple[ValueRow, ...]
    high: float
    unit: str
    decimals: int = 1

    def draw(self, canvas: Canvas, top: float) -> float:
        """The panels and their unit; returns where the unit ends."""
        wide = (canvas.width - 20 - GAP * (ACROSS - 1)) / ACROSS
        for place, panel in enumerate(self.panels):
            x = 10 + (place % ACROSS) * (wide + GAP)
            y = top + (place // ACROSS) * (HEIGHT + 34)
            canvas.text(x, y + 8, clip_text(panel.label, wide, LABEL, bold=True), STRONG)
            _draw_panel(canvas, self, panel, (x, y + 14, wide))
        bottom = top + -(-len(self.panels) // ACROSS) * (HEIGHT + 34)
        canvas.text(10, bottom + 6, self.unit, SOFT)
        return bottom + 10

    def describe(self) -> str:
        """How many panels there are and the time they span."""
        return f"{len(self.panels)} panels from {self.times[0]} to {self.times[-1]}."

    def numbers(self) -> Numbers:
        """A row a panel, a column a time."""
        return Numbers(("", *self.times), tuple(one.numbers(one.fixed(self.decimals)) for one in self.panels))


def _draw_panel(canvas: Canvas, chart: SmallMultiples, panel: ValueRow, frame: tuple[float, float, float]) -> None:
    x, y, wide = frame
    high = chart.high or 1.0
    mark = text_width(fixed(high, chart.decimals), VALUE) + 4
    left = x + mark
    for level in (0.0, high):
        place = y + HEIGHT - level / high * HEIGHT
        canvas.line((left, place), (x + wide, place))
        canvas.text(x + mark - 4, place + 2.7, fixed(level, chart.decimals), SOFT, anchor="end")
    _draw_line(canvas, chart, panel, (left, y, wide - mark))
    canvas.text(left, y + HEIGHT + 10, chart.times[0], SOFT)
    if len(chart.times) > 1:
        canvas.text(x + wide, y + HEIGHT + 10, chart.times[-1], SOFT, anchor="end")


def _draw_line(canvas: Canvas, chart: SmallMultiples, panel: ValueRow, frame: tuple[float, float, float]) -> None:
    left, y, wide = frame
    step = (wide - 6) / max(len(chart.times) - 1, 1)
    before: tuple[float, float] | None = None
    for index, value in enumerate(panel.values):
        if value is None:
            before = None
            continue
        here = left + 3 + index * step, y + HEIGHT - min(value / (chart.high or 1.0), 1.0) * HEIGHT
        if before:
            canvas.line(before, here, "s0", width=1.3)
        with canvas.hit(f"{panel.label}, {chart.times[index]}: {fixed(value, chart.decimals)}", panel.evidence[index]):
            canvas.symbol(*here, "circle", "s0", r=2.4)
        before = here
