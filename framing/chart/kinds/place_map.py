"""A map of places: points on one scale in both directions, each label where it hides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from framing.chart.canvas import Box, Canvas, Ink
from framing.chart.protocol import Head, NumberRow, Numbers
from framing.chart.theme import LABEL
from framing.chart.type import clip_text, text_width
from framing.say import fixed

HEIGHT = 230.0
LONGEST = 130.0  # points of a label
RADIUS = 3.4
# where a label may stand, best first: offset of its anchor, and the share of its width that lies left of it
SPOTS = (
    (7, 2.8, 0.0),
    (-7, 2.8, 1.0),
    (0, -7, 0.5),
    (0, 13, 0.5),
    (7, -6, 0.0),
    (7, 12, 0.0),
    (-7, -6, 1.0),
    (-7, 12, 1.0),
)


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

    KIND: ClassVar[str] = "Map of points"
    head: Head
    places: tuple[Place, ...]

    def draw(self, canvas: Canvas, top: float) -> float:
        """Points and their labels; a label without a free spot is left to the table."""
        points = _scaled(self, canvas.width, top)
        canvas.rect((10, top, canvas.width - 20, HEIGHT), "band")
        taken = [Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in points]
        for (x, y), place in zip(points, self.places, strict=True):
            canvas.symbol(x, y, "circle", "s0", r=RADIUS)
            box = _label(canvas, place, (x, y), (taken, top))
            if box:
                taken.append(box)
        return top + HEIGHT

    def describe(self) -> str:
        """Which two are closest and which farthest apart."""
        pairs = [
            ((one.x - other.x) ** 2 + (one.y - other.y) ** 2, one.label, other.label)
            for place, one in enumerate(self.places)
            for other in self.places[:place]
        ]
        if not pairs:
            return "One point."
        near, far = min(pairs), max(pairs)
        return f"Closest: {near[1]} and {near[2]}. Farthest apart: {far[1]} and {far[2]}."

    def numbers(self) -> Numbers:
        """Where each stands."""
        rows = (NumberRow((one.label, fixed(one.x, 2), fixed(one.y, 2))) for one in self.places)
        return Numbers(("", "across", "up"), tuple(rows))


def _scaled(chart: PlaceMap, width: float, top: float) -> list[tuple[float, float]]:
    """Points inside the frame, the same scale across and down."""
    xs, ys = [place.x for place in chart.places], [place.y for place in chart.places]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    across, down = (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0
    unit = min((width - 20 - 2 * LONGEST) / across, (HEIGHT - 50) / down)
    return [
        (width / 2 + (x - middle[0]) * unit, top + HEIGHT / 2 - (y - middle[1]) * unit)
        for x, y in zip(xs, ys, strict=True)
    ]


def _label(canvas: Canvas, place: Place, at: tuple[float, float], frame: tuple[list[Box], float]) -> Box | None:
    """Writes the label at the first free spot and returns its box."""
    words = clip_text(f"{place.label} ({place.note})" if place.note else place.label, LONGEST, LABEL)
    wide = text_width(words, LABEL)
    taken, top = frame
    for across, down, share in SPOTS:
        left, base = at[0] + across - share * wide, at[1] + down
        box = Box(left, base - 0.76 * LABEL, left + wide, base + 0.24 * LABEL)
        inside = box.left >= 12 and box.right <= canvas.width - 12 and top <= box.top and box.bottom <= top + HEIGHT
        if inside and not any(box.overlaps(other) for other in taken):
            return canvas.text(left, base, words, Ink(under="band"))
    return None
