"""Stacked shares, diverging bars and small multiples over time."""

from __future__ import annotations

from framing.chart.canvas import SMALL, SOFT, STRONG, Canvas, Ink
from framing.chart.dots import number
from framing.chart.specs import DivergingBars, DivergingRow, Panel, ShareRow, SmallMultiples, StackedShare
from framing.chart.theme import LABEL, ROLES, VALUE, ink_on, style_of
from framing.chart.type import clip_text, text_width, wrap_text

NAME_SHARE = 0.24


def _key(canvas: Canvas, names: tuple[str, ...], top: float) -> float:
    """Swatches with their names, wrapped; returns where they end."""
    x, y = 10.0, top + 8
    for index, name in enumerate(names):
        style = style_of(index)
        need = text_width(name, LABEL) + 28
        if x + need > canvas.width and x > 10:
            x, y = 10.0, y + 13
        canvas.rect((x, y - 7, 10, 8), style.role, hatch=style.hatch)
        canvas.text(x + 14, y, name)
        x += need
    return y + 8


def _name(canvas: Canvas, label: str, middle: float, width: float) -> None:
    lines = wrap_text(label, width, LABEL)
    for place, line in enumerate(lines):
        canvas.text(10, middle + 3 - (len(lines) - 1) * 4.8 + place * 9.6, line)


def stacked_share(canvas: Canvas, chart: StackedShare, top: float) -> float:
    """One bar a row, its parts in fixed order; a part's number stands on a plate inside when it fits."""
    top = _key(canvas, chart.parts, top) + 2
    notes = max([text_width(row.note, VALUE) for row in chart.rows], default=0.0)
    left, right = 10 + canvas.width * NAME_SHARE, canvas.width - 16 - notes
    for row in chart.rows:
        _name(canvas, row.label, top + 11, left - 18)
        _share_row(canvas, chart, row, (left, right, top))
        canvas.text(canvas.width - 8, top + 14, row.note, SOFT, anchor="end")
        top += 26
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = left + tick * (right - left)
        canvas.line((x, top - 2), (x, top + 1), "soft")
        canvas.text(x, top + 10, f"{tick:.0%}", SOFT, anchor="middle")
    return top + 14


def _share_row(canvas: Canvas, chart: StackedShare, row: ShareRow, frame: tuple[float, float, float]) -> None:
    left, right, top = frame
    total = sum(row.amounts)
    if total <= 0:
        canvas.rect((left, top, right - left, 20), "band")
        canvas.text(left + 6, top + 13, "nothing found", SOFT._replace(under="band"))
        return
    x = left
    for index, (part, amount, rows) in enumerate(zip(chart.parts, row.amounts, row.evidence, strict=True)):
        wide = amount / total * (right - left)
        style, label = style_of(index), f"{amount / total:.0%}"
        if wide <= 0:
            continue
        with canvas.hit(f"{row.label}, {part}: {label}", rows):
            canvas.rect((x, top, wide, 20), style.role, hatch=style.hatch, edge="paper")
            need = text_width(label, VALUE, bold=True) + 6
            if wide > need + 4:
                plate = ROLES["paper"] if style.hatch else ROLES[style.role]
                if style.hatch:
                    canvas.rect((x + wide / 2 - need / 2, top + 4, need, 12), "paper")
                role = ink_on(plate)
                under = "paper" if style.hatch else style.role
                canvas.text(x + wide / 2, top + 12.8, label, Ink(VALUE, role, True, under), anchor="middle")
        x += wide


def diverging(canvas: Canvas, chart: DivergingBars, top: float) -> float:
    """Rival wordings left and right of a common zero line; the right side is hatched."""
    notes = max([text_width(row.note, VALUE) for row in chart.rows], default=0.0)
    left, right = 10 + canvas.width * NAME_SHARE, canvas.width - 16 - notes
    high = max([amount for row in chart.rows for amount in (row.left, row.right)], default=0.0) or 1.0
    room = text_width(number(high, chart.decimals), VALUE) + 8
    middle = (left + right) / 2
    reach = (right - left) / 2 - room
    for words, x, anchor in ((f"← {chart.left}", middle - 6, "end"), (f"{chart.right} →", middle + 6, "start")):
        canvas.text(x, top + 8, clip_text(words, (right - left) / 2 - 8, LABEL, bold=True), STRONG, anchor=anchor)  # type: ignore[arg-type]
    top += 15
    start = top
    for row in chart.rows:
        _name(canvas, row.label, top + 11, left - 18)
        _diverging_row(canvas, chart, row, (middle, reach / high, top))
        canvas.text(canvas.width - 8, top + 14, row.note, SOFT, anchor="end")
        top += 24
    canvas.line((middle, start), (middle, top), "soft", width=0.9)
    canvas.text(middle, top + 10, chart.unit, SOFT, anchor="middle")
    return top + 14


def _diverging_row(canvas: Canvas, chart: DivergingBars, row: DivergingRow, frame: tuple[float, float, float]) -> None:
    middle, unit, top = frame
    with canvas.hit(f"{row.label}, {chart.left}: {number(row.left, chart.decimals)}", row.left_rows):
        canvas.rect((middle - row.left * unit, top + 3, row.left * unit, 16), "s0")
        canvas.text(middle - row.left * unit - 4, top + 13.8, number(row.left, chart.decimals), SMALL, anchor="end")
    with canvas.hit(f"{row.label}, {chart.right}: {number(row.right, chart.decimals)}", row.right_rows):
        canvas.rect((middle, top + 3, row.right * unit, 16), "s1", hatch="slash")
        canvas.text(middle + row.right * unit + 4, top + 13.8, number(row.right, chart.decimals), SMALL)


def small_multiples(canvas: Canvas, chart: SmallMultiples, top: float) -> float:
    """Panels in a grid of three, all on one scale; a gap in the line is a time without articles."""
    across, gap, height = 3, 14.0, 62.0
    wide = (canvas.width - 20 - gap * (across - 1)) / across
    for place, panel in enumerate(chart.panels):
        x = 10 + (place % across) * (wide + gap)
        y = top + (place // across) * (height + 34)
        canvas.text(x, y + 8, clip_text(panel.label, wide, LABEL, bold=True), STRONG)
        _panel(canvas, chart, panel, (x, y + 14, wide, height))
    down = -(-len(chart.panels) // across)
    canvas.text(10, top + down * (height + 34) + 6, chart.unit, SOFT)
    return top + down * (height + 34) + 10


def _panel(canvas: Canvas, chart: SmallMultiples, panel: Panel, frame: tuple[float, float, float, float]) -> None:
    x, y, wide, height = frame
    high = chart.high or 1.0
    mark = text_width(number(high, chart.decimals), VALUE) + 4
    left, step = x + mark, (wide - mark - 6) / max(len(chart.times) - 1, 1)
    for level in (0.0, high):
        place = y + height - level / high * height
        canvas.line((left, place), (x + wide, place))
        canvas.text(x + mark - 4, place + 2.7, number(level, chart.decimals), SOFT, anchor="end")
    before: tuple[float, float] | None = None
    for index, value in enumerate(panel.values):
        if value is None:
            before = None
            continue
        here = left + 3 + index * step, y + height - min(value / high, 1.0) * height
        if before:
            canvas.line(before, here, "s0", width=1.3)
        rows = panel.evidence[index] if panel.evidence else ()
        with canvas.hit(f"{panel.label}, {chart.times[index]}: {number(value, chart.decimals)}", rows):
            canvas.symbol(*here, "circle", "s0", r=2.4)
        before = here
    canvas.text(left, y + height + 10, chart.times[0], SOFT)
    if len(chart.times) > 1:
        canvas.text(x + wide, y + height + 10, chart.times[-1], SOFT, anchor="end")
