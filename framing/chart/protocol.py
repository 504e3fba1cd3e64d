"""What every kind of chart offers: a head, its marks on a canvas, its alternative text and its numbers as a table.

A kind is one record in `kinds`; nothing lists the kinds, so that a new one is a file, a function that fills it from the
tables (`build`) and a section that shows it. Every datum keeps `rows`, the evidence ids behind it, so that a bar can
be opened. Rates are per 1,000 own words unless the axis says otherwise; shares lie in [0, 1]; tone lies in [-1, 1].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar

from framing.chart.canvas import Canvas

LONGEST = 500  # characters of what an alternative text tells of the numbers
Rows = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What every chart carries: a title in words, its unit and n, and how to read it."""

    id: str  # a slug, also the file name
    title: str
    unit: str = ""  # unit and n, printed under the title
    note: str = ""  # how to read it, printed below


class NumberRow(NamedTuple):
    """One line of a chart's numbers as printed, and the evidence ids behind it."""

    cells: tuple[str, ...]
    rows: Rows = ()


class Numbers(NamedTuple):
    """Every number of a chart as a table, a row a datum; the first column names it. Not `numeric`: cells are words."""

    columns: tuple[str, ...]
    rows: tuple[NumberRow, ...]
    numeric: bool = True


class Chart(Protocol):
    """A frozen record of what is shown; it knows how to be drawn, told and tabulated."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    KIND: ClassVar[str]  # how a listener is told what it looks like: "Dot plot"

    @property
    def head(self) -> Head:
        """Title, unit and note."""

    def draw(self, canvas: Canvas, top: float) -> float:
        """Puts the marks on the canvas from `top` downwards and returns where they end, in points."""

    def describe(self) -> str:
        """What the numbers say, in sentences; the first ones matter most."""

    def numbers(self) -> Numbers:
        """All numbers as a table, so that nobody needs to see the chart."""


AnyChart = TypeVar("AnyChart", bound=Chart)


def alternative_text(chart: Chart) -> str:
    """The alternative text of a chart: kind, question, the ends of the range, and where the numbers are."""
    says = _first_sentences(chart.describe())
    unit = f" Unit: {chart.head.unit}." if chart.head.unit else ""
    return f"{chart.KIND}: {chart.head.title}{unit if chart.head.title.endswith('?') else '.' + unit} {says}".strip()


def _first_sentences(text: str) -> str:
    """The first sentences, as far as a listener has patience; the rest stands in the table."""
    if len(text) <= LONGEST:
        return text
    cut = text.rfind(". ", 0, LONGEST)
    return f"{text[: cut + 1] if cut > 0 else text[:LONGEST] + '…'} The table after the chart holds all numbers."
