"""The numbers of a chart as a table, so that nobody needs to see the chart."""

from __future__ import annotations

from collections.abc import Sequence

from framing.chart import specs
from framing.chart.dots import number
from framing.report.blocks import ChartBlock, Table, plain


def chart_block(chart: specs.Chart, says: str = "", *, bare: bool = False) -> ChartBlock:
    """A chart with its sentence and its table; `bare` when a heading above it already bears its title."""
    return ChartBlock(chart, says, table_of(chart), bare)


def table_of(chart: specs.Chart) -> Table:
    """Every number of a chart, a row a datum, with the evidence ids behind it."""
    caption = f"{chart.head.title} ({chart.head.unit})" if chart.head.unit else chart.head.title
    match chart:
        case specs.DotWhisker():
            columns, rows = _dots(chart)
        case specs.Dumbbell():
            columns, rows = _pairs(chart)
        case specs.StackedShare():
            columns, rows = _shares(chart)
        case specs.DivergingBars():
            columns, rows = _rivals(chart)
        case specs.OmissionMatrix():
            columns, rows = _mentions(chart)
        case specs.HeatMap():
            columns, rows = _heat(chart)
        case specs.SmallMultiples():
            columns, rows = _panels(chart)
        case specs.UnitMatrix():
            columns, rows = _units(chart)
        case specs.PlaceMap():
            columns, rows = (
                ("", "across", "up"),
                [((one.label, number(one.x, 2), number(one.y, 2)), ()) for one in chart.places],
            )
    cells = tuple(tuple(plain(cell) for cell in cells) for cells, _ in rows)
    numeric = tuple(range(1, len(columns))) if not isinstance(chart, specs.UnitMatrix) else ()
    return Table(caption, columns, cells, numeric=numeric, rows_of=tuple(ids for _, ids in rows))


Rows = list[tuple[tuple[str, ...], tuple[str, ...]]]


def _dots(chart: specs.DotWhisker) -> tuple[tuple[str, ...], Rows]:
    several = len(chart.series) > 1
    rows: Rows = []
    for row in chart.rows:
        for point in row.points:
            low = "–" if point.low is None else number(point.low, 2)
            high = "–" if point.high is None else number(point.high, 2)
            name = f"{row.label}, {chart.series[point.series]}" if several else row.label
            rows.append(((name, number(point.value, 2), low, high, point.label), point.rows))
    return ("", "value", "from", "to", "printed"), rows


def _pairs(chart: specs.Dumbbell) -> tuple[tuple[str, ...], Rows]:
    rows: Rows = []
    for row in chart.rows:
        values = ("–" if one is None else number(one, max(chart.axis.decimals, 1)) for one in (row.first, row.second))
        rows.append(((row.label, *values, row.note), (*row.first_rows, *row.second_rows)))
    return ("", chart.first, chart.second, "n"), rows


def _shares(chart: specs.StackedShare) -> tuple[tuple[str, ...], Rows]:
    rows: Rows = []
    for row in chart.rows:
        total = sum(row.amounts) or 1.0
        shares = (f"{amount / total:.0%}" for amount in row.amounts)
        rows.append(((row.label, *shares, row.note), tuple(one for ids in row.evidence for one in ids)))
    return ("", *chart.parts, "n"), rows


def _rivals(chart: specs.DivergingBars) -> tuple[tuple[str, ...], Rows]:
    rows: Rows = []
    for row in chart.rows:
        values = (number(row.left, chart.decimals), number(row.right, chart.decimals))
        rows.append(((row.label, *values, row.note), (*row.left_rows, *row.right_rows)))
    return ("", chart.left, chart.right, "n"), rows


def _mentions(chart: specs.OmissionMatrix) -> tuple[tuple[str, ...], Rows]:
    names = {"mentioned": "yes", "absent": "not mentioned", "unsure": "cannot tell"}
    rows: Rows = []
    for row in chart.rows:
        cells = (f"{cell.count}" if cell.count else names[cell.state] for cell in row.cells)
        rows.append(((row.label, *cells), tuple(one for cell in row.cells for one in cell.rows)))
    return ("", *chart.columns), rows


def _heat(chart: specs.HeatMap) -> tuple[tuple[str, ...], Rows]:
    return ("", *chart.columns), [_numbers(row.label, row.values, row.evidence, chart.decimals) for row in chart.rows]


def _panels(chart: specs.SmallMultiples) -> tuple[tuple[str, ...], Rows]:
    return ("", *chart.times), [_numbers(one.label, one.values, one.evidence, chart.decimals) for one in chart.panels]


def _numbers(
    label: str, values: Sequence[float | None], evidence: Sequence[Sequence[str]], decimals: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """One row of numbers, a dash where there is none, and the evidence behind all of them."""
    cells = ("–" if value is None else number(value, decimals) for value in values)
    return (label, *cells), tuple(one for ids in evidence for one in ids)


def _units(chart: specs.UnitMatrix) -> tuple[tuple[str, ...], Rows]:
    rows: Rows = []
    for row in chart.rows:
        cells = tuple(_tally(cell) for cell in row.cells)
        rows.append(((row.label, *cells), tuple(mark.row for cell in row.cells for mark in cell.marks)))
    return ("", *chart.columns), rows


def _tally(cell: specs.UnitCell) -> str:
    """Counts by voice in words: "2 own, 1 claim of Armenia"."""
    names = {"narrator": "own", "attributed": "claim", "quoted": "quoted", "distanced": "at a distance"}
    counts: dict[str, int] = {}
    for mark in cell.marks:
        who = f" ({mark.speaker})" if mark.speaker and mark.voice != "narrator" else ""
        state = f", {mark.state}" if mark.state != "asserted" else ""
        label = f"{names.get(mark.voice, mark.voice)}{who}{state}"
        counts[label] = counts.get(label, 0) + 1
    return "; ".join(f"{count} {label}" for label, count in counts.items()) or "–"
