"""Colours, markers, hatches and type sizes of every chart, and the measures that keep them readable.

Colours are the Okabe-Ito set without its yellow (too faint on paper). No meaning rests on colour alone: each series
also has a marker and a hatch, and values are printed. Sizes are points at print size, never below `SMALLEST`.

Source: Okabe & Ito (2008), Color Universal Design; WCAG 2.2 for contrast; Machado et al. (2009) for colour blindness.
"""

from __future__ import annotations

from typing import NamedTuple

SMALLEST = 7.0
LABEL = 8.0
VALUE = 7.5

# every colour of a chart has a name, so that the page can restyle it for dark mode
ROLES: dict[str, str] = {
    "paper": "#ffffff",
    "ink": "#1b1f24",
    "black": "#000000",
    "soft": "#545c66",
    "rule": "#d3d8de",
    "band": "#f4f5f7",
    "s0": "#0072b2",
    "s1": "#d55e00",
    "s2": "#009e73",
    "s3": "#cc79a7",
    "s4": "#e69f00",
    "s5": "#56b4e9",
    "s6": "#6b6f76",
}
MARKERS = ("circle", "square", "diamond", "triangle", "down", "cross", "plus")
# by name: the pattern as matplotlib writes it, and the inside of a tile of 5 x 5 points (a pen `p`, a colour `c`)
HATCHES = {
    "": ("", ""),
    "slash": ("///", '<path d="M0,5 L5,0" {p}/>'),
    "dots": ("..", '<circle cx="2.5" cy="2.5" r="0.8" fill="{c}"/>'),
    "back": ("\\\\\\", '<path d="M0,0 L5,5" {p}/>'),
    "grid": ("++", '<path d="M0,2.5 H5 M2.5,0 V5" {p}/>'),
    "flat": ("--", '<path d="M0,2.5 H5" {p}/>'),
    "steep": ("||", '<path d="M2.5,0 V5" {p}/>'),
}

# outlines of the markers; lengths are shares of the radius, to the right and down
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

# voices in the order in which they are told: the outlet's own words first
VOICE_ROLE = {"narrator": "s0", "attributed": "s1", "quoted": "s1", "distanced": "s6"}
VOICE_MARKER = {"narrator": "circle", "attributed": "half", "quoted": "ring", "distanced": "open_diamond"}
VOICE_NAME = {
    "narrator": "outlet’s own words",
    "attributed": "reported claim of a speaker",
    "quoted": "in a speaker’s quotation marks",
    "distanced": "kept at a distance (“so-called”)",
}

# light to dark, monotone in luminance, so that a grey print keeps the order
RAMP = ("#f3f6fa", "#d5e3ef", "#a9c8e0", "#6fa3cb", "#2f78b0", "#0b4f86", "#06305a")


class Style(NamedTuple):
    """How one series looks."""

    role: str
    marker: str
    hatch: str


def style_of(index: int) -> Style:
    """The look of a series; after the seventh the looks repeat with another marker."""
    count = len(MARKERS)
    return Style(f"s{index % count}", MARKERS[(index + index // count) % count], tuple(HATCHES)[index % count])


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


def channel(hex_colour: str) -> tuple[float, float, float]:
    """Red, green and blue in [0, 1]."""
    value = hex_colour.lstrip("#")
    red, green, blue = (int(value[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def luminance(hex_colour: str) -> float:
    """Relative luminance in [0, 1]. Source: WCAG 2.2, relative luminance."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channel(hex_colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio in [1, 21]. Source: WCAG 2.2, contrast ratio."""
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def ink_on(hex_colour: str) -> str:
    """Whichever of `black` or `paper` reads better on a colour; one of the two always reaches a contrast of 4.5."""
    dark, light = contrast(ROLES["black"], hex_colour), contrast(ROLES["paper"], hex_colour)
    return "black" if dark >= light else "paper"


def grey(hex_colour: str) -> str:
    """The grey of the same luminance, as a black-and-white printer would give it."""
    level = luminance(hex_colour)
    part = 12.92 * level if level <= 0.0031308 else 1.055 * level ** (1 / 2.4) - 0.055
    return "#" + f"{round(part * 255):02x}" * 3


def shade(value: float, high: float) -> str:
    """The colour of the ramp for a value in [0, high]."""
    place = 0.0 if high <= 0 else max(0.0, min(1.0, value / high)) * (len(RAMP) - 1)
    lower = min(int(place), len(RAMP) - 2)
    pairs = zip(channel(RAMP[lower]), channel(RAMP[lower + 1]), strict=True)
    mixed = [first + (second - first) * (place - lower) for first, second in pairs]
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)
