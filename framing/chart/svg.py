"""Drawing -> SVG text: the same bytes for the same drawing, words stay words.

There are no style attributes, so that a strict page policy holds.
Colours stand as attributes and, by role, as classes, so that the page can restyle them for dark mode and for print.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from framing.chart.canvas import Drawing, HitArea, Line, Rect, Shape, Symbol, Text
from framing.chart.theme import ROLES
from framing.chart.theme import grey as to_grey

FONTS = "'DejaVu Sans', Verdana, 'Segoe UI', Arial, sans-serif"
_HATCHES = {
    "slash": '<path d="M0,5 L5,0" {p}/>',
    "back": '<path d="M0,0 L5,5" {p}/>',
    "dots": '<circle cx="2.5" cy="2.5" r="0.8" fill="{c}"/>',
    "grid": '<path d="M0,2.5 H5 M2.5,0 V5" {p}/>',
    "flat": '<path d="M0,2.5 H5" {p}/>',
    "steep": '<path d="M2.5,0 V5" {p}/>',
}


def _n(value: float) -> str:
    """A number with at most two decimals and no trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _paint(role: str, attribute: str = "fill", *, grey: bool = False) -> str:
    """The colour of a role as an attribute and a class, or of a bare colour as an attribute."""
    colour = ROLES.get(role, role)
    colour = to_grey(colour) if grey and colour.startswith("#") else colour
    name = "f" if attribute == "fill" else "l"
    return f'{attribute}="{colour}"' + (f' class="{name}-{role}"' if role in ROLES else "")


def _text(shape: Text, grey: bool) -> str:
    bold = ' font-weight="bold"' if shape.bold else ""
    anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}"'
    return f"<text {place}{bold}{anchor} {_paint(shape.role, grey=grey)}>{escape(shape.text)}</text>"


def _rect(shape: Rect, drawing: str, grey: bool) -> str:
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
    edge = f' stroke="{ROLES.get(shape.edge, shape.edge)}" stroke-width="0.6"' if shape.edge else ""
    base = f"<rect {place} {_paint(shape.role, grey=grey)}{edge}/>"
    return base + (f'<rect {place} fill="url(#{drawing}-{shape.hatch})"/>' if shape.hatch else "")


def _line(shape: Line, grey: bool) -> str:
    dash = f' stroke-dasharray="{shape.dash}"' if shape.dash else ""
    place = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
    return f'<line {place} stroke-width="{_n(shape.width)}"{dash} {_paint(shape.role, "stroke", grey=grey)}/>'


def _polygon(shape: Symbol) -> str | None:
    """The outline of a marker with corners, or None."""
    x, y, r = shape.x, shape.y, shape.r
    half = r * 0.88
    corners = {
        "square": [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)],
        "diamond": [(x, y - r * 1.2), (x + r * 1.2, y), (x, y + r * 1.2), (x - r * 1.2, y)],
        "triangle": [(x, y - r * 1.1), (x + r * 1.1, y + r * 0.85), (x - r * 1.1, y + r * 0.85)],
        "down": [(x, y + r * 1.1), (x + r * 1.1, y - r * 0.85), (x - r * 1.1, y - r * 0.85)],
    }.get(shape.shape.removeprefix("open_"))
    return None if corners is None else " ".join(f"{_n(a)},{_n(b)}" for a, b in corners)


def _symbol(shape: Symbol, grey: bool) -> str:
    x, y, r = shape.x, shape.y, shape.r
    fill, stroke = _paint(shape.role, grey=grey), _paint(shape.role, "stroke", grey=grey)
    hollow = f'fill="{ROLES["paper"]}" stroke-width="1.3" {stroke}'.replace('class="', 'class="hole ')
    corners = _polygon(shape)
    if corners is not None:
        if shape.shape.startswith("open_"):
            return f'<polygon points="{corners}" {hollow}/>'
        return f'<polygon points="{corners}" {fill}/>'
    ring = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {hollow}/>'
    if shape.shape == "half":
        arc = f"M{_n(x)},{_n(y - r)} A{_n(r)},{_n(r)} 0 0 0 {_n(x)},{_n(y + r)} Z"
        return ring + f'<path d="{arc}" {fill}/>'
    if shape.shape == "ring":
        return ring
    if shape.shape in {"cross", "plus"}:
        d = r * 0.9
        arms = (
            f"M{_n(x - d)},{_n(y - d)} L{_n(x + d)},{_n(y + d)} M{_n(x - d)},{_n(y + d)} L{_n(x + d)},{_n(y - d)}"
            if shape.shape == "cross"
            else f"M{_n(x - r)},{_n(y)} H{_n(x + r)} M{_n(x)},{_n(y - r)} V{_n(y + r)}"
        )
        return f'<path d="{arms}" fill="none" stroke-width="1.6" {stroke}/>'
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {fill}/>'


def _one(shape: Shape, drawing: str, grey: bool) -> str:
    if isinstance(shape, Text):
        return _text(shape, grey)
    if isinstance(shape, Rect):
        return _rect(shape, drawing, grey)
    return _line(shape, grey) if isinstance(shape, Line) else _symbol(shape, grey)


def _defs(drawing: Drawing) -> str:
    """The hatch patterns that the drawing uses; black, which is a grey too."""
    used = sorted({shape.hatch for shape in drawing.shapes if isinstance(shape, Rect) and shape.hatch})
    pen = {"c": ROLES["black"], "p": f'stroke="{ROLES["black"]}" stroke-width="0.7" fill="none"'}
    patterns = (
        f'<pattern id="{drawing.id}-{name}" width="5" height="5" patternUnits="userSpaceOnUse">'
        f"{_HATCHES[name].format(**pen)}</pattern>"
        for name in used
    )
    body = "".join(patterns)
    return f"<defs>{body}</defs>" if body else ""


def _open_hit(hit: HitArea, numbers: Mapping[str, int] | None, *, first: bool) -> str:
    """The start of a group that can be opened; only the first of a chart is a stop of the Tab key."""
    named = hit.rows if numbers is None else [str(numbers[one]) for one in hit.rows if one in numbers]
    rows, stop = escape(" ".join(named)), 0 if first else -1
    return f'<g class="hit" role="button" tabindex="{stop}" aria-label="{escape(hit.label)}" data-rows="{rows}">'


def to_svg(
    drawing: Drawing, *, interactive: bool = False, grey: bool = False, numbers: Mapping[str, int] | None = None
) -> str:
    """The drawing as one `<svg>` element, sizes in points.

    `interactive` adds the groups that a page can open, each with its evidence ids (or their `numbers`); `grey`
    gives every colour the grey of the same luminance.
    """
    known = [hit for hit in drawing.hits if numbers is None or any(row in numbers for row in hit.rows)]
    hits = known if interactive else []
    starts, ends = {hit.first: hit for hit in hits}, {hit.last for hit in hits}
    parts = []
    for place, shape in enumerate(drawing.shapes):
        parts.append("</g>" if place in ends else "")
        parts.append(_open_hit(starts[place], numbers, first=starts[place] is hits[0]) if place in starts else "")
        parts.append(_one(shape, drawing.id, grey))
    parts.append("</g>" if len(drawing.shapes) in ends else "")
    wide, high = _n(drawing.width), _n(drawing.height)
    role = f'role="{"group" if interactive else "img"}" aria-label="{escape(drawing.alt)}"'
    size = "" if interactive else f'width="{wide}pt" height="{high}pt" '
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}viewBox="0 0 {wide} {high}" {role} font-family="{FONTS}">'
        f"{_defs(drawing)}{''.join(parts)}</svg>"
    )
