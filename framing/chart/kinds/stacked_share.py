"""Stacked bars of equal length whose parts are shares of the row's total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SOFT, Canvas, Ink
from framing.chart.layout import NAME_SHARE, draw_key, draw_row_name, widest
from framing.chart.protocol import Head, Numbers, ValueRow
from framing.chart.theme import ROLES, VALUE, ink_on, style_of
from framing.chart.type import text_width
from framing.say import number, percent


def shares_of(row: ValueRow) -> list[float]:
    """Each value as a share of the row's total, in [0, 1]; zeros when the total is zero."""
    amounts = [value or 0.0 for value in row.values]
    total = sum(amounts) or 1.0
    return [amount / total for amount in amounts]


@dataclass(frozen=True, slots=True)
class StackedShare:
    """One bar a row, a value a part, in fixed order; a part's number stands on a plate inside when it fits."""

    KIND: ClassVar[str] = "Stacked bars"
    head: Head
    parts: tuple[str, ...]
    rows: tuple[ValueRow, ...]
    counted: bool = False  # a part is printed as the count that it is, not in percent
    empty: str = "nothing found"  # what a row without any amount says

    def draw(self, canvas: Canvas, top: float) -> float:
        """Key, bars and ticks; returns where the ticks end."""
        top = draw_key(canvas, self.parts, top) + 2
        left, right = 10 + canvas.width * NAME_SHARE, canvas.width - 16 - widest(row.note for row in self.rows)
        for row in self.rows:
            draw_row_name(canvas, row.label, top + 11, left - 18)
            _draw_bar(canvas, self, row, (left, right, top))
            canvas.text(canvas.width - 8, top + 14, row.note, SOFT, anchor="end")
            top += 26
        for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = left + tick * (right - left)
            canvas.line((x, top - 2), (x, top + 1), "soft")
            canvas.text(x, top + 10, percent(tick), SOFT, anchor="middle")
        return top + 14

    def printed(self, row: ValueRow) -> list[str]:
        """The parts of a row as they are printed."""
        return [number(value or 0) for value in row.values] if self.counted else list(map(percent, shares_of(row)))

    def describe(self) -> str:
        """The shares or counts of each row, without parts that are zero."""
        parts = []
        for row in self.rows:
            said = zip(self.parts, self.printed(row), row.values, strict=True)
            named = ", ".join(f"{part} {text}" for part, text, value in said if value)
            parts.append(f"{row.label}: {named} ({row.note})." if named else f"{row.label}: {self.empty}.")
        return " ".join(parts)

    def numbers(self) -> Numbers:
        """The shares of each row and its note."""
        rows = (row.numbers(self.printed(row), row.note) for row in self.rows)
        return Numbers(("", *self.parts, "n"), tuple(rows))


def _draw_bar(canvas: Canvas, chart: StackedShare, row: ValueRow, frame: tuple[float, float, float]) -> None:
    left, right, top = frame
    if not any(row.values):
        canvas.rect((left, top, right - left, 20), "band")
        canvas.text(left + 6, top + 13, chart.empty, SOFT._replace(under="band"))
        return
    x = left
    told = zip(chart.parts, shares_of(row), chart.printed(row), row.evidence, strict=True)
    for index, (part, share, label, rows) in enumerate(told):
        wide = share * (right - left)
        if wide > 0:
            with canvas.hit(f"{row.label}, {part}: {label}", rows):
                _draw_part(canvas, index, label, (x, top, wide))
        x += wide


def _draw_part(canvas: Canvas, index: int, label: str, frame: tuple[float, float, float]) -> None:
    x, top, wide = frame
    style = style_of(index)
    canvas.rect((x, top, wide, 20), style.role, hatch=style.hatch, edge="paper")
    need = text_width(label, VALUE, bold=True) + 6
    if wide <= need + 4:
        return
    under = "paper" if style.hatch else style.role
    if style.hatch:
        canvas.rect((x + wide / 2 - need / 2, top + 4, need, 12), under)
    canvas.text(x + wide / 2, top + 12.8, label, Ink(VALUE, ink_on(ROLES[under]), True, under), anchor="middle")
