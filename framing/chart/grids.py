"""Charts in a grid: what is mentioned, numbers on shades, and one mark per finding."""

from __future__ import annotations

from framing.chart.canvas import SMALL, SMALL_STRONG, SOFT, Canvas, Ink
from framing.chart.dots import draw_legend, number
from framing.chart.specs import HeatMap, MatrixRow, OmissionMatrix, UnitCell, UnitMark, UnitMatrix
from framing.chart.theme import LABEL, VALUE, VOICE_MARKER, VOICE_NAME, VOICE_ROLE, ink_on, shade
from framing.chart.type import clip_text, wrap_text

NAME_SHARE = 0.26
STATES = {"mentioned": ("circle", "s0"), "absent": ("ring", "soft"), "unsure": ("open_diamond", "s6")}
STATE_NAMES = {"mentioned": "mentioned (with how often)", "absent": "not mentioned", "unsure": "cannot tell"}
DENIED = "denied, doubted or hypothetical"
VOICE_ORDER = ("narrator", "attributed", "quoted", "distanced")
MARK = 10.0  # width of one mark


def _columns(canvas: Canvas, names: tuple[str, ...], top: float, frame: tuple[float, float]) -> float:
    """Column heads of at most three lines; returns where they end."""
    left, step = frame
    heads = [wrap_text(name, step - 8, VALUE, bold=True, lines=4) for name in names]
    high = max([len(head) for head in heads], default=1)
    for index, head in enumerate(heads):
        for place, line in enumerate(head):
            y = top + 8 + (high - len(head) + place) * 9.2
            canvas.text(left + step * (index + 0.5), y, line, SMALL_STRONG, anchor="middle")
    return top + 6 + high * 9.2


def _row_name(canvas: Canvas, label: str, middle: float, width: float) -> None:
    lines = wrap_text(label, width, LABEL)
    for place, line in enumerate(lines):
        canvas.text(10, middle + 3 - (len(lines) - 1) * 4.8 + place * 9.6, line)


def omission(canvas: Canvas, chart: OmissionMatrix, top: float) -> float:
    """Filled circle: mentioned; ring: not; open diamond: cannot tell."""
    top = draw_legend(canvas, tuple(STATE_NAMES.values()), top, tuple(STATES.values())) + 2
    left = 10 + canvas.width * NAME_SHARE
    step = (canvas.width - 10 - left) / max(len(chart.columns), 1)
    top = _columns(canvas, chart.columns, top, (left, step)) + 2
    group = ""
    for row in chart.rows:
        if row.group and row.group != group:
            group = row.group
            canvas.text(10, top + 10, group, SOFT._replace(bold=True))
            top += 14
        canvas.line((10, top), (canvas.width - 10, top))
        _omission_row(canvas, chart, row, (left, step, top))
        top += 20
    return top + 2


def _omission_row(canvas: Canvas, chart: OmissionMatrix, row: MatrixRow, frame: tuple[float, float, float]) -> None:
    left, step, top = frame
    _row_name(canvas, row.label, top + 10, left - 16)
    for index, (column, cell) in enumerate(zip(chart.columns, row.cells, strict=True)):
        shape, role = STATES[cell.state]
        x = left + step * (index + 0.5)
        with canvas.hit(f"{row.label}, {column}: {STATE_NAMES[cell.state]} {cell.count or ''}".strip(), cell.rows):
            canvas.symbol(x - (7 if cell.count else 0), top + 10, shape, role)
            if cell.count:
                canvas.text(x + 1, top + 12.8, str(cell.count), SMALL)


def heat(canvas: Canvas, chart: HeatMap, top: float) -> float:
    """Numbers on shades that keep their order in grey; the number's colour is whichever reads better."""
    left = 10 + canvas.width * NAME_SHARE
    step = (canvas.width - 10 - left) / max(len(chart.columns), 1)
    top = _columns(canvas, chart.columns, top, (left, step)) + 3
    for row in chart.rows:
        _row_name(canvas, row.label, top + 11, left - 16)
        for index, value in enumerate(row.values):
            colour = shade(value or 0.0, chart.high)
            printed = "–" if value is None else number(value, chart.decimals)
            rows = row.evidence[index] if row.evidence else ()
            with canvas.hit(f"{row.label}, {chart.columns[index]}: {printed}", rows):
                canvas.rect((left + step * index + 1, top + 1, step - 2, 20), "band" if value is None else colour)
                under = "band" if value is None else colour
                canvas.text(
                    left + step * (index + 0.5),
                    top + 14,
                    printed,
                    Ink(LABEL, "soft" if value is None else ink_on(colour), under=under),
                    anchor="middle",
                )
        top += 22
    return top + 2


def units(canvas: Canvas, chart: UnitMatrix, top: float) -> float:
    """One mark a finding: its shape says whose words, a cross through it that the wording is not asserted."""
    voices = [v for v in VOICE_ORDER if any(m.voice == v for row in chart.rows for c in row.cells for m in c.marks)]
    names = tuple(VOICE_NAME[voice] for voice in voices)
    markers = tuple((VOICE_MARKER[voice], VOICE_ROLE[voice]) for voice in voices)
    if any(mark.state != "asserted" for row in chart.rows for cell in row.cells for mark in cell.marks):
        names, markers = (*names, DENIED), (*markers, ("cross", "ink"))
    top = draw_legend(canvas, names, top, markers) + 2
    left = 10 + canvas.width * 0.17
    step = (canvas.width - 10 - left) / max(len(chart.columns), 1)
    top = _columns(canvas, chart.columns, top, (left, step)) + 2
    for row in chart.rows:
        high = max([_cell_lines(cell, step) for cell in row.cells], default=1) * 11.0 + 9.0
        canvas.line((10, top), (canvas.width - 10, top))
        _row_name(canvas, row.label, top + high / 2, left - 16)
        for index, cell in enumerate(row.cells):
            label = f"{row.label}, {chart.columns[index]}"
            _unit_cell(canvas, cell, label, (left + step * index, top + high / 2, step))
        top += high
    return top + 2


def _per_line(step: float) -> int:
    return max(int((step - 8) / MARK), 1)


def _shown(cell: UnitCell, step: float) -> int:
    """How many marks are drawn: three lines at most; the rest is printed as a number."""
    return min(len(cell.marks), _per_line(step) * 3)


def _cell_lines(cell: UnitCell, step: float) -> int:
    lines = max(-(-_shown(cell, step) // _per_line(step)), 1)
    return lines + (1 if len(cell.marks) > _shown(cell, step) else 0)


def _unit_cell(canvas: Canvas, cell: UnitCell, label: str, frame: tuple[float, float, float]) -> None:
    left, middle, step = frame
    shown, per_line, lines = _shown(cell, step), _per_line(step), _cell_lines(cell, step)
    if not cell.marks:
        canvas.text(left + step / 2, middle + 2.5, "·", SOFT, anchor="middle")
        return
    for place, mark in enumerate(cell.marks[:shown]):
        line, column = divmod(place, per_line)
        in_line = min(per_line, shown - line * per_line)
        x = left + step / 2 + (column - (in_line - 1) / 2) * MARK
        y = middle + (line - (lines - 1) / 2) * 11.0
        _unit_mark(canvas, mark, label, (x, y))
    if len(cell.marks) > shown:
        y = middle + (lines - 1) / 2 * 11.0
        words = clip_text(f"and {len(cell.marks) - shown} more", step - 6, VALUE)
        with canvas.hit(f"{label}: all {len(cell.marks)}", tuple(mark.row for mark in cell.marks)):
            canvas.text(left + step / 2, y + 3, words, SOFT, anchor="middle")


def _unit_mark(canvas: Canvas, mark: UnitMark, label: str, place: tuple[float, float]) -> None:
    who = f", {mark.speaker}" if mark.speaker else ""
    with canvas.hit(f"{label}: {VOICE_NAME.get(mark.voice, mark.voice)}{who}", (mark.row,)):
        canvas.symbol(*place, VOICE_MARKER.get(mark.voice, "circle"), VOICE_ROLE.get(mark.voice, "ink"))
        if mark.state != "asserted":
            canvas.symbol(*place, "cross", "ink", r=4.4)
