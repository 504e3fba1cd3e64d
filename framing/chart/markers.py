"""Outlines of the markers, one table for the printed and the clickable picture; lengths are shares of the radius."""

from __future__ import annotations

from typing import NamedTuple

Points = tuple[tuple[float, float], ...]

CORNERS: dict[str, Points] = {
    "square": ((-0.88, 0.88), (0.88, 0.88), (0.88, -0.88), (-0.88, -0.88)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "triangle": ((0, -1.1), (1.1, 0.85), (-1.1, 0.85)),
    "down": ((0, 1.1), (1.1, -0.85), (-1.1, -0.85)),
}
STROKES: dict[str, Points] = {
    "cross": ((-0.9, 0.9), (0.9, -0.9), (-0.9, -0.9), (0.9, 0.9)),
    "plus": ((-1, 0), (1, 0), (0, 1), (0, -1)),
}
EDGE = 1.3  # points, the line of hollow markers
STROKE = 1.6  # points, the line of markers that are made of lines


class Outline(NamedTuple):
    """How a marker is drawn: `corners` of a polygon, `strokes` as pairs of ends, or, without both, a circle.

    Points are (right, down) of the centre in shares of the radius. `hollow`: the paper shows inside; `half`: the left
    half is filled.
    """

    corners: Points = ()
    strokes: Points = ()
    hollow: bool = False
    half: bool = False

    def around(self, x: float, y: float, radius: float) -> Points:
        """The points on a sheet, in points from its top left corner."""
        return tuple((x + across * radius, y + down * radius) for across, down in self.corners or self.strokes)


def outline_of(shape: str) -> Outline:
    """The outline of a marker by its name; "open_" before a name makes it hollow."""
    name = shape.removeprefix("open_")
    hollow = name != shape or name in ("ring", "half")
    return Outline(CORNERS.get(name, ()), STROKES.get(name, ()), hollow, name == "half")
