"""Stacked bars of equal length whose parts are shares of the row's total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import SOFT, Canvas, Ink
from framing.chart.layout import NAME_SHARE, draw_key, draw_row_name, widest
from framing.chart.protocol import Head, NumberRow, Numbers, Rows
from framing.chart.theme import ROLES, VALUE, ink_on, style_of
from framing.chart.type import text_width
from framing.say import percent


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One stacked bar: an amount per part, in the order of the chart's parts."""

    label: str
    amounts: tuple[float, ...]
    evidence: tuple[Rows, ...]
    note: str = ""  # printed at the right, usually n


@dataclass(frozen=True, slots=True)
class StackedShare:
    """One bar a row, its parts in fixed order; a part's number stands on a plate inside when it fits."""

    KIND: ClassVar[str] = "Stacked bars"
    head: Head
    parts: tuple[str, ...]
    rows: tuple[ShareRow, ...]

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

    def describe(self) -> str:
        """The shares of each row, without parts that are zero."""
        parts = []
        for row in self.rows:
            total = sum(row.amounts)
            named = [
                f"{part} {percent(amount / total)}"
                for part, amount in zip(self.parts, row.amounts, strict=True)
                if amount
            ]
            parts.append(f"{row.label}: {', '.join(named)} ({row.note})." if total else f"{row.label}: nothing found.")
        return " ".join(parts)

    def numbers(self) -> Numbers:
        """The shares of each row and its note."""
        rows = []
        for row in self.rows:
            total = sum(row.amounts) or 1.0
            shares = (percent(amount / total) for amount in row.amounts)
            rows.append(NumberRow((row.label, *shares, row.note), tuple(one for ids in row.evidence for one in ids)))
        return Numbers(("", *self.parts, "n"), tuple(rows))


def _draw_bar(canvas: Canvas, chart: StackedShare, row: ShareRow, frame: tuple[float, float, float]) -> None:
    left, right, top = frame
    total = sum(row.amounts)
    if total <= 0:
        canvas.rect((left, top, right - left, 20), "band")
        canvas.text(left + 6, top + 13, "nothing found", SOFT._replace(under="band"))
        return
    x = left
    for index, (part, amount, rows) in enumerate(zip(chart.parts, row.amounts, row.evidence, strict=True)):
        wide = amount / total * (right - left)
        if wide > 0:
            with canvas.hit(f"{row.label}, {part}: {percent(amount / total)}", rows):
                _draw_part(canvas, index, percent(amount / total), (x, top, wide))
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
