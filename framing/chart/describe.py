"""Alternative texts: what a chart shows, in two or three sentences made from its numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from framing.chart import specs
from framing.chart.dots import number

LONGEST = 500  # characters of what is told of the numbers
AnyChart = TypeVar("AnyChart", bound=specs.Chart)


def with_alt(chart: AnyChart) -> AnyChart:
    """The same chart with its alternative text filled in."""
    return replace(chart, head=replace(chart.head, alt=describe(chart)))


def describe(chart: specs.Chart) -> str:
    """The alternative text of a chart: kind, question, the ends of the range, and where the numbers are."""
    kind, told = _says(chart)
    says = _first_sentences(told)
    unit = f" Unit: {chart.head.unit}." if chart.head.unit else ""
    return f"{kind}: {chart.head.title}{unit if chart.head.title.endswith('?') else '.' + unit} {says}".strip()


def _first_sentences(text: str) -> str:
    """The first sentences, as far as a listener has patience; the rest stands in the table."""
    if len(text) <= LONGEST:
        return text
    cut = text.rfind(". ", 0, LONGEST)
    return f"{text[: cut + 1] if cut > 0 else text[:LONGEST] + '…'} The table after the chart holds all numbers."


def _says(chart: specs.Chart) -> tuple[str, str]:
    match chart:
        case specs.DotWhisker():
            return "Dot plot", _dots(chart)
        case specs.Dumbbell():
            return "Dumbbell chart", _pairs(chart)
        case specs.StackedShare():
            return "Stacked bars", _shares(chart)
        case specs.DivergingBars():
            return "Diverging bars", _rivals(chart)
        case specs.OmissionMatrix():
            return "Matrix of symbols", _mentions(chart)
        case specs.HeatMap():
            return "Table of shaded numbers", _heat(chart)
        case specs.SmallMultiples():
            return "Small line charts", f"{len(chart.panels)} panels from {chart.times[0]} to {chart.times[-1]}."
        case specs.UnitMatrix():
            return "Matrix of marks", _units(chart)
        case specs.PlaceMap():
            return "Map of points", _map(chart)


def _dots(chart: specs.DotWhisker) -> str:
    parts = []
    for row in chart.rows:
        ordered = sorted(row.points, key=lambda point: point.value)
        if not ordered:
            continue
        names = [chart.series[point.series] if len(chart.series) > 1 else row.label for point in ordered]
        low, high = ordered[0], ordered[-1]
        if len(ordered) == 1:
            parts.append(f"{row.label}: {_named(names[0], row.label)}{low.label}.")
        else:
            parts.append(f"{row.label}: lowest {names[0]} {low.label}, highest {names[-1]} {high.label}.")
    return " ".join(parts)


def _named(name: str, label: str) -> str:
    return "" if name == label else f"{name} "


def _pairs(chart: specs.Dumbbell) -> str:
    def value(one: float | None) -> str:
        return "none" if one is None else number(one, chart.axis.decimals)

    return " ".join(
        f"{row.label}: {chart.first} {value(row.first)}, {chart.second} {value(row.second)}." for row in chart.rows
    )


def _shares(chart: specs.StackedShare) -> str:
    parts = []
    for row in chart.rows:
        total = sum(row.amounts)
        if total <= 0:
            parts.append(f"{row.label}: nothing found.")
            continue
        named = [
            f"{part} {amount / total:.0%}" for part, amount in zip(chart.parts, row.amounts, strict=True) if amount
        ]
        parts.append(f"{row.label}: {', '.join(named)} ({row.note}).")
    return " ".join(parts)


def _rivals(chart: specs.DivergingBars) -> str:
    parts = []
    for row in chart.rows:
        left, right = number(row.left, chart.decimals), number(row.right, chart.decimals)
        parts.append(f"{row.label}: {chart.left} {left}, {chart.right} {right}.")
    return " ".join(parts)


def _mentions(chart: specs.OmissionMatrix) -> str:
    parts = []
    for place, column in enumerate(chart.columns):
        absent = [row.label for row in chart.rows if row.cells[place].state == "absent"]
        parts.append(f"{column} does not mention {', '.join(absent)}." if absent else f"{column} mentions all.")
    return " ".join(parts)


def _heat(chart: specs.HeatMap) -> str:
    numbers = [
        (value, row.label, column)
        for row in chart.rows
        for value, column in zip(row.values, chart.columns, strict=True)
        if value is not None
    ]
    if not numbers:
        return "No numbers."
    value, label, column = max(numbers)
    return f"Highest: {label} in {column}, {number(value, chart.decimals)}."


def _map(chart: specs.PlaceMap) -> str:
    pairs = [
        ((one.x - other.x) ** 2 + (one.y - other.y) ** 2, one.label, other.label)
        for place, one in enumerate(chart.places)
        for other in chart.places[:place]
    ]
    if not pairs:
        return "One point."
    near, far = min(pairs), max(pairs)
    return f"Closest: {near[1]} and {near[2]}. Farthest apart: {far[1]} and {far[2]}."


def _units(chart: specs.UnitMatrix) -> str:
    parts = []
    for row in chart.rows:
        said = [
            f"{column} {len(cell.marks)} times, {sum(mark.voice == 'narrator' for mark in cell.marks)} in its own words"
            for column, cell in zip(chart.columns, row.cells, strict=True)
            if cell.marks
        ]
        parts.append(f"{row.label}: {'; '.join(said) or 'none'}.")
    return " ".join(parts)
