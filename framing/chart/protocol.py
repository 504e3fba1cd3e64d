"""What every kind of chart offers, its head, marks, text and numbers, and how a chart becomes a drawing.

A kind is one record in `kinds`; nothing lists the kinds, so that a new one is a file, a function that fills it from the
tables (`build`) and a section that shows it. Every datum keeps `rows`, the evidence ids behind it, so that a bar can
be opened. Rates are per 1,000 own words unless the axis says otherwise; shares lie in [0, 1]; tone lies in [-1, 1].
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar

from framing.chart.canvas import SOFT, Canvas, Drawing, Ink
from framing.chart.type import wrap_text
from framing.say import fixed

WIDTH = 482.0  # points: the text width of an A4 page with 20 mm margins
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


def number_row(label: str, cells: Iterable[tuple[str, Rows]]) -> NumberRow:
    """A line of numbers from its name and its cells, each as printed and with the evidence ids behind it."""
    told = list(cells)
    return NumberRow((label, *(printed for printed, _ in told)), tuple(one for _, rows in told for one in rows))


class Numbers(NamedTuple):
    """Every number of a chart as a table, a row a datum; the first column names it. Not `numeric`: cells are words."""

    columns: tuple[str, ...]
    rows: tuple[NumberRow, ...]
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A named row of values, each with the evidence ids behind it; None where there was nothing to measure."""

    label: str
    values: tuple[float | None, ...]
    evidence: tuple[Rows, ...]
    note: str = ""  # printed at the right, usually n

    def numbers(self, printed: Iterable[str], *more: str) -> NumberRow:
        """The row of a table: the name, the values as `printed`, `more` cells, and the evidence behind all."""
        return NumberRow((self.label, *printed, *more), tuple(one for rows in self.evidence for one in rows))

    def fixed(self, decimals: int) -> list[str]:
        """The values with fixed decimals, a dash where there is none."""
        return [fixed(value, decimals) for value in self.values]

    def told(self, names: Sequence[str], decimals: int) -> str:
        """The values in a sentence, each after its name."""
        values = ["none" if value is None else fixed(value, decimals) for value in self.values]
        return f"{self.label}: {', '.join(f'{name} {value}' for name, value in zip(names, values, strict=True))}."


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


def draw(chart: Chart, *, width: float = WIDTH, framed: bool = False) -> Drawing:
    """A chart as a drawing of `width` points; `framed` adds title, unit and note, for a picture that stands alone."""
    canvas = Canvas(width)
    bottom = chart.draw(canvas, _title(canvas, chart.head) if framed else 4.0)
    if framed:
        bottom = _foot(canvas, chart.head, bottom)
    return canvas.done(chart.head.id, bottom + 4, alternative_text(chart))


def _title(canvas: Canvas, head: Head) -> float:
    top = 18.0
    for line in wrap_text(head.title, canvas.width - 20, 12, bold=True, lines=3):
        canvas.text(10, top, line, Ink(12, bold=True))
        top += 15
    for line in wrap_text(head.unit, canvas.width - 20, 8, lines=2):
        canvas.text(10, top, line, Ink(role="soft"))
        top += 11
    return top + 4


def _foot(canvas: Canvas, head: Head, top: float) -> float:
    top += 12
    for line in wrap_text(head.note, canvas.width - 20, 7.5, lines=4):
        canvas.text(10, top, line, SOFT)
        top += 10
    return top
