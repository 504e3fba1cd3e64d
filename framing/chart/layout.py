"""What charts share: names of rows at the left, scales with their axis, legends, heads of columns.

Charts are laid out like tables: names at the left, marks in the middle, the printed value and its n at the right.
Labels cannot collide because each has a cell of its own; what would not fit is wrapped or clipped, never shrunk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.chart.canvas import SMALL_STRONG, SOFT, Canvas, Ink
from framing.chart.theme import LABEL, VALUE, VOICE_MARKER, VOICE_NAME, VOICE_ROLE, ink_on, shade, style_of
from framing.chart.type import text_width, wrap_text
from framing.say import fixed

NAME_SHARE = 0.24  # of the width, for the names at the left
COLUMNS_SHARE = 0.26  # the same in a grid of columns


@dataclass(frozen=True, slots=True)
class Axis:
    """A horizontal scale from `low` to `high` with its unit; `left` and `right` say in words what the ends mean."""

    label: str
    low: float
    high: float
    ticks: tuple[float, ...] = ()
    zero: float | None = None
    left: str = ""
    right: str = ""
    decimals: int = 1


def scale(axis: Axis, value: float, left: float, right: float) -> float:
    """Where a value stands between `left` and `right`; values outside the axis stand at its end."""
    part = (value - axis.low) / (axis.high - axis.low or 1.0)
    return left + max(0.0, min(1.0, part)) * (right - left)


def widest(labels: Iterable[str]) -> float:
    """Width of the widest printed value, in points; 0 when there is none."""
    return max([text_width(label, VALUE) for label in labels], default=0.0)


def draw_axis(canvas: Canvas, axis: Axis, left: float, right: float, span: tuple[float, float]) -> float:
    """Grid lines over `span` (top, bottom), ticks and the unit below it; returns where the axis ends."""
    top, bottom = span
    last = -1e9
    for tick in axis.ticks:
        x = scale(axis, tick, left, right)
        zero = axis.zero is not None and tick == axis.zero
        canvas.line((x, top), (x, bottom), "soft" if zero else "rule", width=0.9 if zero else 0.5)
        whole = all(one == int(one) for one in axis.ticks)
        label = fixed(tick, 0 if whole else axis.decimals, signed=axis.low < 0)
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


def draw_legend(canvas: Canvas, names: Sequence[str], top: float, markers: Sequence[tuple[str, str]]) -> float:
    """Markers (shape, role) with their names, wrapped; returns where they end."""
    places, end = _legend_places(canvas, names, top + 8, 26)
    for (x, y), name, (shape, role) in zip(places, names, markers, strict=True):
        canvas.symbol(x + 4, y - 3, shape, role)
        canvas.text(x + 12, y, name)
    return end


def draw_voices(canvas: Canvas, found: Collection[str], top: float, more: Sequence[tuple[str, str, str]] = ()) -> float:
    """Markers of the voices found, and of `more` (name, shape, role); returns where they end."""
    voices = [(name, VOICE_MARKER[voice], VOICE_ROLE[voice]) for voice, name in VOICE_NAME.items() if voice in found]
    entries = [*voices, *more]
    return draw_legend(canvas, [name for name, *_ in entries], top, [(shape, role) for _, shape, role in entries])


def draw_key(canvas: Canvas, names: Sequence[str], top: float) -> float:
    """Swatches of the series with their names, wrapped; returns where they end."""
    places, end = _legend_places(canvas, names, top + 8, 28)
    for index, ((x, y), name) in enumerate(zip(places, names, strict=True)):
        style = style_of(index)
        canvas.rect((x, y - 7, 10, 8), style.role, hatch=style.hatch)
        canvas.text(x + 14, y, name)
    return end


def _legend_places(
    canvas: Canvas, names: Sequence[str], y: float, room: float
) -> tuple[list[tuple[float, float]], float]:
    """Where each entry starts: side by side from `y` on, as wide as its name and `room`; and where all end."""
    x, places = 10.0, []
    for name in names:
        need = text_width(name, LABEL) + room
        if x + need > canvas.width and x > 10:
            x, y = 10.0, y + 13
        places.append((x, y))
        x += need
    return places, y + 8


def draw_row_name(canvas: Canvas, label: str, middle: float, width: float) -> None:
    """The name of a row, at most two lines around `middle`."""
    lines = wrap_text(label, width, LABEL)
    for place, line in enumerate(lines):
        canvas.text(10, middle + 3 - (len(lines) - 1) * 4.8 + place * 9.6, line)


def draw_columns(
    canvas: Canvas, names: Sequence[str], top: float, share: float = COLUMNS_SHARE
) -> tuple[float, float, float]:
    """Heads of at most four lines over equal columns: where the first starts, how wide each is, where the heads end."""
    left = 10 + canvas.width * share
    step = (canvas.width - 10 - left) / max(len(names), 1)
    heads = [wrap_text(name, step - 8, VALUE, bold=True, lines=4) for name in names]
    high = max([len(head) for head in heads], default=1)
    for index, head in enumerate(heads):
        for place, line in enumerate(head):
            y = top + 8 + (high - len(head) + place) * 9.2
            canvas.text(left + step * (index + 0.5), y, line, SMALL_STRONG, anchor="middle")
    return left, step, top + 6 + high * 9.2


class ShadedCell(NamedTuple):
    """A number as it is printed, how dark its shade is (None for the plain band), and the evidence ids behind it."""

    printed: str
    amount: float | None
    rows: tuple[str, ...]


def draw_shades(
    canvas: Canvas, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[ShadedCell]]], high: float, top: float
) -> float:
    """Named rows of numbers on shades, the darkest for `high`, under heads of columns; returns where they end."""
    left, step, top = draw_columns(canvas, columns, top)
    top += 3
    for name, cells in rows:
        draw_row_name(canvas, name, top + 11, left - 16)
        for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            colour = "band" if cell.amount is None else shade(cell.amount, high)
            ink = Ink(LABEL, "soft" if cell.amount is None else ink_on(colour), under=colour)
            with canvas.hit(f"{name}, {column}: {cell.printed}", cell.rows):
                canvas.rect((left + step * place + 1, top + 1, step - 2, 20), colour)
                canvas.text(left + step * (place + 0.5), top + 14, cell.printed, ink, anchor="middle")
        top += 22
    return top + 2
