"""Drawing -> the SVG of the page, whose marks can be opened: the same text for the same drawing, words stay words.

There are no style attributes, so that a strict page policy holds. Colours stand as attributes and, by role, as classes,
so that the page can restyle them for dark mode and for print. Words keep their anchor, because the page may have to
set them in another font than the one that measured them; what is printed has a painter of its own in `paint`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from framing.chart.canvas import Drawing, HitArea, Line, Rect, Shape, Symbol, Text
from framing.chart.theme import EDGE, HATCHES, ROLES, STROKE, outline_of

FONTS = "'DejaVu Sans', Verdana, 'Segoe UI', Arial, sans-serif"


def page_svg(drawing: Drawing, numbers: Mapping[str, int]) -> str:
    """The drawing as one `<svg>` element, sizes in points, whose marks can be opened.

    `numbers` are the evidence ids that the page holds, with the number by which it knows each; a mark without any is
    drawn, but is no button.
    """
    hits = [hit for hit in drawing.hits if any(row in numbers for row in hit.rows)]
    starts, ends = {hit.first: hit for hit in hits}, {hit.last for hit in hits}
    parts = []
    for place, shape in enumerate(drawing.shapes):
        parts.append("</g>" if place in ends else "")
        parts.append(_open_hit(starts[place], numbers, first=starts[place] is hits[0]) if place in starts else "")
        parts.append(_one(shape, drawing.id))
    parts.append("</g>" if len(drawing.shapes) in ends else "")
    box = f"0 0 {_n(drawing.width)} {_n(drawing.height)}"
    role = f'role="group" aria-label="{escape(drawing.alt)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {role} font-family="{FONTS}">'
        f"{_defs(drawing)}{''.join(parts)}</svg>"
    )


def _open_hit(hit: HitArea, numbers: Mapping[str, int], *, first: bool) -> str:
    """The start of a group that can be opened; only the first of a chart is a stop of the Tab key."""
    rows, stop = row_numbers(hit.rows, numbers), 0 if first else -1
    return f'<g class="hit" role="button" tabindex="{stop}" aria-label="{escape(hit.label)}" data-rows="{rows}">'


def row_numbers(rows: Iterable[str], numbers: Mapping[str, int]) -> str:
    """The numbers by which the page knows some evidence ids, those that it holds."""
    return " ".join(str(numbers[one]) for one in rows if one in numbers)


def _defs(drawing: Drawing) -> str:
    """The hatch patterns that the drawing uses; black, which is a grey too."""
    used = sorted({shape.hatch for shape in drawing.shapes if isinstance(shape, Rect) and shape.hatch})
    pen = {"c": ROLES["black"], "p": f'stroke="{ROLES["black"]}" stroke-width="0.7" fill="none"'}
    patterns = (
        f'<pattern id="{drawing.id}-{name}" width="5" height="5" patternUnits="userSpaceOnUse">'
        f"{HATCHES[name][1].format(**pen)}</pattern>"
        for name in used
    )
    body = "".join(patterns)
    return f"<defs>{body}</defs>" if body else ""


def _one(shape: Shape, drawing: str) -> str:
    """One shape of a drawing, which is known by its id."""
    if isinstance(shape, Text):
        return _text(shape)
    if isinstance(shape, Rect):
        return _rect(shape, drawing)
    return _line(shape) if isinstance(shape, Line) else _symbol(shape)


def _n(value: float) -> str:
    """A number with at most two decimals and no trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _colour(role: str, attribute: str = "fill") -> str:
    """The colour of a role as an attribute and a class, or of a bare colour as an attribute."""
    name = "f" if attribute == "fill" else "l"
    return f'{attribute}="{ROLES.get(role, role)}"' + (f' class="{name}-{role}"' if role in ROLES else "")


def _text(shape: Text) -> str:
    bold = ' font-weight="bold"' if shape.bold else ""
    anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}"'
    return f"<text {place}{bold}{anchor} {_colour(shape.role)}>{escape(shape.text)}</text>"


def _rect(shape: Rect, drawing: str) -> str:
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
    edge = f' stroke="{ROLES.get(shape.edge, shape.edge)}" stroke-width="0.6"' if shape.edge else ""
    base = f"<rect {place} {_colour(shape.role)}{edge}/>"
    return base + (f'<rect {place} fill="url(#{drawing}-{shape.hatch})"/>' if shape.hatch else "")


def _line(shape: Line) -> str:
    place = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
    return f'<line {place} stroke-width="{_n(shape.width)}" {_colour(shape.role, "stroke")}/>'


def _symbol(shape: Symbol) -> str:
    """A marker; hollow ones are filled with paper, by a class of their own."""
    outline = outline_of(shape.shape)
    x, y, r = _n(shape.x), _n(shape.y), _n(shape.r)
    points = [f"{_n(across)},{_n(down)}" for across, down in outline.around(shape.x, shape.y, shape.r)]
    stroke = _colour(shape.role, "stroke")
    if outline.strokes:
        ends = " ".join(f"{'L' if place % 2 else 'M'}{point}" for place, point in enumerate(points))
        return f'<path d="{ends}" fill="none" stroke-width="{STROKE}" {stroke}/>'
    hole = f'fill="{ROLES["paper"]}" stroke-width="{EDGE}" {stroke}'.replace('class="', 'class="hole ')
    paint = hole if outline.hollow else _colour(shape.role)
    if points:
        return f'<polygon points="{" ".join(points)}" {paint}/>'
    ring = f'<circle cx="{x}" cy="{y}" r="{r}" {paint}/>'
    arc = f"M{x},{_n(shape.y - shape.r)} A{r},{r} 0 0 0 {x},{_n(shape.y + shape.r)} Z"
    return ring + (f'<path d="{arc}" {_colour(shape.role)}/>' if outline.half else "")
