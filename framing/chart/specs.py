"""What a chart shows, as plain records; nothing here knows how it is drawn.

Every datum keeps `rows`, the evidence ids behind it, so that a bar can be opened. Rates are per 1,000 own words
unless the axis says otherwise; shares lie in [0, 1]; tone lies in [-1, 1].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CellState = Literal["mentioned", "absent", "unsure"]
Rows = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What every chart carries: a title in words, its unit and n, how to read it, and a generated alternative text."""

    id: str  # a slug, also the file name
    title: str
    unit: str = ""  # unit and n, printed under the title
    note: str = ""  # how to read it, printed below
    alt: str = ""


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


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one series: with an interval when there is one, else with the value of each article as a dot."""

    series: int
    value: float
    low: float | None = None
    high: float | None = None
    dots: tuple[float, ...] = ()
    label: str = ""  # printed at the right: value and n
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class DotRow:
    """A labelled row of points, one a series at most."""

    label: str
    points: tuple[Point, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class DotWhisker:
    """Values with intervals, a row per thing and a marker per series."""

    head: Head
    axis: Axis
    series: tuple[str, ...]
    rows: tuple[DotRow, ...]


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One stacked bar: an amount per part, in the order of the chart's parts."""

    label: str
    amounts: tuple[float, ...]
    evidence: tuple[Rows, ...]
    note: str = ""  # printed at the right, usually n


@dataclass(frozen=True, slots=True)
class StackedShare:
    """Bars of equal length whose parts are shares of the row's total."""

    head: Head
    parts: tuple[str, ...]
    rows: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True)
class DivergingRow:
    """Two amounts that point away from a common zero line."""

    label: str
    left: float
    right: float
    left_rows: Rows = ()
    right_rows: Rows = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DivergingBars:
    """Rival wordings left and right of a zero line, value printed at each bar's end."""

    head: Head
    left: str
    right: str
    unit: str
    rows: tuple[DivergingRow, ...]
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """Two values of the same thing; None when there was nothing to measure."""

    label: str
    first: float | None
    second: float | None
    first_rows: Rows = ()
    second_rows: Rows = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Pairs of values on one scale: a filled circle and an open square, joined by a line."""

    head: Head
    axis: Axis
    first: str
    second: str
    rows: tuple[DumbbellRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix of what is mentioned."""

    state: CellState
    count: int = 0
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One thing and, for each column, whether it is mentioned."""

    label: str
    cells: tuple[Cell, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class OmissionMatrix:
    """Who mentions what: filled, open or questioned symbols, never colour alone."""

    head: Head
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row of numbers; None is printed as a dash."""

    label: str
    values: tuple[float | None, ...]
    evidence: tuple[Rows, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Numbers in a grid, each printed on its shade."""

    head: Head
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    high: float
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart over time; `values` stand beside the chart's `times`, None where nothing was measured."""

    label: str
    values: tuple[float | None, ...]
    evidence: tuple[Rows, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """The same measure over time, one panel a thing, all on the same scales."""

    head: Head
    times: tuple[str, ...]
    panels: tuple[Panel, ...]
    high: float
    unit: str
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class UnitMark:
    """One finding: whose words it is and whether the wording is asserted there."""

    voice: str
    state: str
    row: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class UnitCell:
    """The findings of one source for one wording."""

    marks: tuple[UnitMark, ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One source and its cells, in the order of the chart's columns."""

    label: str
    cells: tuple[UnitCell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitMatrix:
    """Who words it how, in whose voice: every finding is one mark, so that nothing hides in an average."""

    head: Head
    columns: tuple[str, ...]
    rows: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One source on a map."""

    label: str
    x: float
    y: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """Things that are alike stand close together; only distances mean something, not the place or the direction."""

    head: Head
    places: tuple[Place, ...]


Chart = (
    DotWhisker
    | StackedShare
    | DivergingBars
    | Dumbbell
    | OmissionMatrix
    | HeatMap
    | SmallMultiples
    | UnitMatrix
    | PlaceMap
)
