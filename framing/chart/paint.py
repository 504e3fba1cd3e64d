"""Drawing -> the SVG that is printed: the same bytes for the same drawing.

Shapes stand in the order of painting, without layout, fonts or date. Words stay words, so that they can be searched and
copied in the PDF, and stand where they were measured. The page has an SVG of its own that can be clicked.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from html import escape

from framing.chart.canvas import Drawing, Line, Rect, Symbol, Text
from framing.chart.theme import EDGE, HATCHES, ROLES, STROKE, outline_of
from framing.chart.theme import grey as to_grey

HEAD = """<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="{0}pt" height="{1}pt" viewBox="0 0 {0} {1}" \
xmlns="http://www.w3.org/2000/svg" version="1.1">
 <defs>
  <style type="text/css">*{{stroke-linejoin: round; stroke-linecap: butt}}</style>
 </defs>
"""
PATTERN = """  <pattern id="{id}" patternUnits="userSpaceOnUse" x="0" y="0" width="72" height="72">
   <rect x="0" y="0" width="73" height="73" fill="none"/>
   <path d="{path}" style="fill: {ink}; stroke: {ink}; stroke-width: 0.5; stroke-linecap: butt; \
stroke-linejoin: miter"/>
  </pattern>
"""
TILE, DENSITY = 72, 6  # points of a hatch that is repeated, and its lines for each sign of the pattern
WHOLE, PART = 0.2652031, 0.26511477349  # handles of the eight curves that make a circle, of those of a half
SLANT = math.sqrt(0.5)
DIRECTIONS = ((1, 0), (SLANT, SLANT), (0, 1), (-SLANT, SLANT), (-1, 0), (-SLANT, -SLANT), (0, -1), (SLANT, -SLANT))
Point = tuple[float, float]


def paint(drawing: Drawing, *, grey: bool = False) -> str:
    """The drawing as SVG, sizes in points; `grey` gives every colour the grey of the same luminance."""
    painter = Painter(drawing.id, grey)
    sheet = Rect(0, 0, drawing.width, drawing.height, "paper")
    shapes = [line for shape in (sheet, *drawing.shapes) for line in painter.put(shape)]
    return "".join((HEAD.format(_n(drawing.width), _n(drawing.height)), *shapes, *painter.patterns(), "</svg>\n"))


class Painter:
    """Shapes as elements; remembers which hatches they use."""

    def __init__(self, id: str, grey: bool) -> None:
        self._id, self._grey = id, grey
        self._hatches: dict[str, str] = {}  # pattern -> its id

    def put(self, shape: Text | Rect | Line | Symbol) -> Iterator[str]:
        """One shape, from one to three elements."""
        if isinstance(shape, Text):
            yield self._text(shape)
        elif isinstance(shape, Rect):
            right, bottom = shape.x + shape.width, shape.y + shape.height
            corners = _outline(((shape.x, shape.y), (right, shape.y), (right, bottom), (shape.x, bottom)))
            yield _path(corners, self._fill(shape.role), self._pen(shape.edge, 0.6) if shape.edge else "")
            if shape.hatch:
                yield _path(corners, f"fill: url(#{self._hatch(HATCHES[shape.hatch][0])})")
        elif isinstance(shape, Line):
            ends = _stroke((shape.x1, shape.y1), (shape.x2, shape.y2))
            yield _path(ends, "fill: none", self._pen(shape.role, shape.width))
        else:
            yield from self._symbol(shape)

    def patterns(self) -> Iterator[str]:
        """The definitions of the hatches that were used."""
        if self._hatches:
            ink = self._colour("black")
            tiles = (PATTERN.format(id=id, path=_tile(pattern), ink=ink) for pattern, id in self._hatches.items())
            yield f" <defs>\n{''.join(tiles)} </defs>\n"

    def _symbol(self, shape: Symbol) -> Iterator[str]:
        """A marker: filled, hollow (the paper shows), half filled, or made of strokes."""
        outline = outline_of(shape.shape)
        points = outline.around(shape.x, shape.y, shape.r)
        if outline.strokes:
            strokes = "".join(_stroke(*points[place : place + 2]) for place in range(0, len(points), 2))
            yield _path(strokes, "fill: none", self._pen(shape.role, STROKE))
            return
        if points:
            path = _outline(points)
        else:
            path = f"M {_at(shape.x, shape.y + shape.r)}{_curves(shape.x, shape.y, shape.r, range(-2, 6))}z\n"
        hollow = (self._fill("paper"), self._pen(shape.role, EDGE))
        yield _path(path, *(hollow if outline.hollow else (self._fill(shape.role),)))
        if outline.half:
            centre, left = _at(shape.x, shape.y), _curves(shape.x, shape.y, shape.r, range(2, 6), PART)
            yield _path(f"M {centre}L {_at(shape.x, shape.y - shape.r)}{left}L {centre}z\n", self._fill(shape.role))

    def _text(self, shape: Text) -> str:
        weight = "font-weight: 700" if shape.bold else ""
        style = _css(weight, f"font-size: {_n(shape.size)}px", "font-family: 'DejaVu Sans'", self._fill(shape.role))
        place = f"translate({_n(shape.box.left)} {_n(shape.y)})"
        return f' <text style="{style}" transform="{place}">{escape(shape.text, quote=False)}</text>\n'

    def _colour(self, role: str) -> str:
        """The colour behind a role, or a bare colour."""
        colour = ROLES.get(role, role)
        return to_grey(colour) if self._grey else colour

    def _fill(self, role: str) -> str:
        """The inside of a shape; black, where nothing is said."""
        colour = self._colour(role)
        return "" if colour == ROLES["black"] else f"fill: {colour}"

    def _pen(self, role: str, width: float) -> str:
        """A line of `width` points; of one point, where nothing is said."""
        return _css(f"stroke: {self._colour(role)}", f"stroke-width: {_n(width)}" if width != 1 else "")

    def _hatch(self, pattern: str) -> str:
        """The id of a hatch, which no other chart has: both may stand on one page."""
        key = f"{self._id}{(pattern, None, (0.0, 0.0, 0.0, 1.0), 0.5)}"
        return self._hatches.setdefault(pattern, f"h{hashlib.sha256(key.encode()).hexdigest()[:10]}")


def _path(path: str, *styles: str) -> str:
    style = _css(*styles)
    look = f' style="{style}"' if style else ""
    return f' <path d="{path}"{look}/>\n'


def _css(*styles: str) -> str:
    return "; ".join(filter(None, styles))


def _n(value: float) -> str:
    """A number with at most six decimals and no trailing zeros."""
    return f"{value:f}".rstrip("0").rstrip(".")


def _at(x: float, y: float) -> str:
    """A point of a path, which ends a line."""
    return f"{_n(x)} {_n(y)} \n"


def _stroke(start: Point, end: Point) -> str:
    """A straight line."""
    return f"M {_at(*start)}L {_at(*end)}"


def _outline(points: Iterable[Point]) -> str:
    """A polygon."""
    return f"M {'L '.join(_at(*point) for point in points)}z\n"


def _curves(x: float, y: float, radius: float, steps: Iterable[int], handle: float = WHOLE) -> str:
    """The curves around a centre from each of some `DIRECTIONS` to the next.

    Source: D. Lancaster, "Approximating a circle or an ellipse using four Bezier cubic splines"; L. Maisonobe, "Drawing
    an elliptical arc using polylines, quadratic or cubic Bezier curves", 2003.
    """

    def near(step: int, side: int) -> str:
        right, up = DIRECTIONS[step % 8]
        across, down = right - side * handle * up, up + side * handle * right
        return f"{_n(x + radius * across)} {_n(y - radius * down)} "

    return "".join(f"C {near(step, 1)}{near(step + 1, -1)}{near(step + 1, 0)}\n" for step in steps)


def _tile(pattern: str) -> str:
    """The lines or dots of a hatch inside its tile; the more signs, the closer they stand."""
    count, sign = DENSITY * len(pattern), pattern[0]
    gap, middle = TILE / count, TILE / 2
    if sign == ".":
        rows = ((row, place) for row in range(count + 1) for place in range(count + 1 - row % 2))
        dots = ((gap * (place + row % 2 / 2), TILE - gap * row) for row, place in rows)
        return "".join(f"M {_at(x, y + gap / 10)}{_curves(x, y, gap / 10, range(-2, 6))}z\n" for x, y in dots)
    if sign in "/\\":
        places = (gap * place - middle for place in range(count + 1))
        if sign == "/":
            return "".join(_stroke((at, TILE + at), (TILE + at, at)) for at in places)
        return "".join(_stroke((at, 0 - at), (TILE + at, TILE - at)) for at in places)
    between = [gap * (place + 0.5) for place in range(count)]
    flat = (_stroke((0, TILE - at), (TILE, TILE - at)) for at in between if sign in "-+")
    steep = (_stroke((at, TILE), (at, 0)) for at in between if sign in "|+")
    return "".join((*flat, *steep))
