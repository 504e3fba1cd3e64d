"""A sheet in points (origin top left) on which words, bars, lines and markers are put.

The sheet knows nothing about files. `Drawing` is what is left when a chart is done: shapes in the order of painting,
the box of each label (so that tests can measure collisions and contrast), and which shapes stand for which rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from framing.chart.theme import LABEL, ROLES, SMALLEST, VALUE
from framing.chart.type import text_width

Anchor = Literal["start", "middle", "end"]


class Box(NamedTuple):
    """A rectangle in points; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, slack: float = 0.3) -> bool:
        """Whether two boxes share more than `slack` points in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack


class Ink(NamedTuple):
    """How words are set: size in points, colour role, weight, and the colour that they stand on."""

    size: float = LABEL
    role: str = "ink"
    bold: bool = False
    under: str = "paper"


SMALL = Ink(VALUE)
SMALL_STRONG = Ink(VALUE, bold=True)
SOFT = Ink(VALUE, "soft")
STRONG = Ink(bold=True)


class Text(NamedTuple):
    """Words on one line; `x`, `y` are the anchor on the base line, `under` the colour they stand on."""

    x: float
    y: float
    text: str
    size: float
    role: str
    bold: bool
    anchor: Anchor
    box: Box
    under: str


class Rect(NamedTuple):
    """A filled rectangle, perhaps with a hatch over it; `role` may also be a colour like #aabbcc."""

    x: float
    y: float
    width: float
    height: float
    role: str
    hatch: str = ""
    edge: str = ""


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float


class Symbol(NamedTuple):
    """A marker of radius `r`."""

    x: float
    y: float
    r: float
    shape: str
    role: str


class HitArea(NamedTuple):
    """Shapes `first` to `last` (half-open) stand for evidence rows and can be opened."""

    first: int
    last: int
    label: str
    rows: tuple[str, ...]


Shape = Text | Rect | Line | Symbol


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished chart; sizes in points."""

    id: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    hits: tuple[HitArea, ...]
    alt: str

    @property
    def texts(self) -> tuple[Text, ...]:
        """All labels, in the order of painting."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Text))


@dataclass(slots=True)
class Canvas:
    """The sheet while a chart is being drawn."""

    width: float
    shapes: list[Shape] = field(default_factory=list)
    hits: list[HitArea] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, ink: Ink | None = None, *, anchor: Anchor = "start") -> Box:
        """Puts words on the sheet and returns their box. `y` is the base line."""
        ink = ink or Ink()
        size = max(ink.size, SMALLEST)
        wide = text_width(words, size, bold=ink.bold)
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = Box(left, y - 0.76 * size, left + wide, y + 0.24 * size)
        if words.strip():
            under = ROLES.get(ink.under, ink.under)
            self.shapes.append(Text(x, y, words, size, ink.role, ink.bold, anchor, box, under))
        return box

    def rect(self, frame: tuple[float, float, float, float], role: str, *, hatch: str = "", edge: str = "") -> None:
        """Puts a filled rectangle (x, y, width, height) on the sheet."""
        x, y, width, height = frame
        self.shapes.append(Rect(x, y, max(width, 0.0), height, role, hatch, edge))

    def line(
        self, start: tuple[float, float], end: tuple[float, float], role: str = "rule", *, width: float = 0.6
    ) -> None:
        """Puts a line on the sheet."""
        self.shapes.append(Line(*start, *end, role, width))

    def symbol(self, x: float, y: float, shape: str, role: str, *, r: float = 3.4) -> None:
        """Puts a marker on the sheet, centred at `x`, `y`."""
        self.shapes.append(Symbol(x, y, r, shape, role))

    @contextmanager
    def hit(self, label: str, rows: tuple[str, ...]) -> Iterator[None]:
        """Whatever is drawn inside stands for `rows`."""
        first = len(self.shapes)
        yield
        if rows and len(self.shapes) > first:
            self.hits.append(HitArea(first, len(self.shapes), label, rows))

    def done(self, id: str, height: float, alt: str) -> Drawing:
        """The finished drawing."""
        return Drawing(id, self.width, height, tuple(self.shapes), tuple(self.hits), alt)
