"""Drawing -> the SVG that is printed. The only file that knows matplotlib.

The shapes of a drawing go straight to matplotlib's renderer, in the order of painting: no axes, no layout, no window
system and no date, so that a chart costs a few thousandths of a second and the same drawing gives the same bytes. Words
stay words, so that they can be searched and copied in the PDF. The page has an SVG of its own that can be clicked.
"""

from __future__ import annotations

from functools import cache
from io import StringIO
from typing import Any

from framing.chart.canvas import Drawing, Line, Rect, Symbol, Text
from framing.chart.theme import EDGE, HATCHES, ROLES, STROKE, outline_of
from framing.chart.theme import grey as to_grey
from framing.imports import called_later, import_without

PIXELS = ("matplotlib.backends.backend_mixed", "MixedModeRenderer")
SPARED: dict[str, dict[str, object]] = {
    "matplotlib.widgets": {},
    "matplotlib.patches": {},
    "matplotlib.dviread": {},  # what TeX has set
    PIXELS[0]: {PIXELS[1]: called_later(*PIXELS)},
    "PIL.Image": {},
    "PIL.PngImagePlugin": {"PngInfo": called_later("PIL.PngImagePlugin", "PngInfo")},
}


def paint(drawing: Drawing, *, grey: bool = False) -> str:
    """The drawing as SVG, sizes in points; `grey` gives every colour the grey of the same luminance."""
    with _matplotlib().rc_context({"svg.fonttype": "none", "svg.hashsalt": drawing.id}):
        painter = Painter(drawing, grey)
        for shape in drawing.shapes:
            painter.add(shape)
        return painter.finished()


@cache
def _matplotlib() -> Any:
    """The library, without readers of pictures."""
    with import_without(SPARED):
        import matplotlib

    return matplotlib


@cache
def _renderer() -> Any:
    """Matplotlib's `RendererSVG`, without windows, TeX, pixels, and the shapes and labels of whole figures."""
    with import_without(SPARED):
        from matplotlib.textpath import TextToPath

        with import_without({"matplotlib.text": {"TextToPath": TextToPath}}):
            from matplotlib.backends import backend_svg
    svg: Any = backend_svg
    return svg.RendererSVG


class Painter:
    """A sheet and the renderer that puts shapes on it; lengths are points, y grows downwards."""

    def __init__(self, drawing: Drawing, grey: bool) -> None:
        from matplotlib.transforms import Affine2D

        self._grey, self._page = grey, StringIO()
        undated = {"Date": None, "Creator": None, "Format": None, "Type": None}
        self._renderer = _renderer()(drawing.width, drawing.height, self._page, image_dpi=72, metadata=undated)
        self._place = Affine2D().scale(1, -1).translate(0, drawing.height)
        self.add(Rect(0, 0, drawing.width, drawing.height, "paper"))

    def finished(self) -> str:
        """The whole picture."""
        self._renderer.finalize()
        return self._page.getvalue()

    def add(self, shape: Text | Rect | Line | Symbol) -> None:
        """Puts one shape on the sheet, over those before it."""
        if isinstance(shape, Text):
            self._text(shape)
        elif isinstance(shape, Rect):
            self._rect(shape)
        elif isinstance(shape, Line):
            self._line(shape)
        else:
            self._symbol(shape)

    def _pen(self, role: str, width: float) -> Any:
        """A graphics context with a line of `width` points in the colour of a role."""
        context = self._renderer.new_gc()
        context.set_linewidth(width)
        context.set_foreground(self._colour(role))
        return context

    def _colour(self, role: str) -> tuple[float, float, float, float]:
        """The colour behind a role, or a bare colour, as matplotlib wants it."""
        from matplotlib.colors import to_rgba

        colour = ROLES.get(role, role)
        return to_rgba(to_grey(colour) if self._grey else colour)

    def _text(self, shape: Text) -> None:
        from matplotlib.font_manager import FontProperties

        font = FontProperties(family="DejaVu Sans", size=shape.size, weight="bold" if shape.bold else "normal")
        self._renderer.draw_text(self._pen(shape.role, 1), shape.box.left, shape.y, shape.text, font, 0)

    def _rect(self, shape: Rect) -> None:
        from matplotlib.path import Path

        box = self._place.transform([(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)])
        corners = Path([box[0], (box[1][0], box[0][1]), box[1], (box[0][0], box[1][1]), box[0]], closed=True)
        pen = self._pen(shape.edge or shape.role, 0.6 if shape.edge else 0)
        self._draw(pen, corners, fill=shape.role)
        if shape.hatch:
            pen = self._pen("black", 0)
            pen.set_hatch(HATCHES[shape.hatch][0])
            pen.set_hatch_color(self._colour("black"))
            pen.set_hatch_linewidth(0.5)
            self._draw(pen, corners)

    def _line(self, shape: Line) -> None:
        from matplotlib.path import Path

        ends = Path(self._place.transform([(shape.x1, shape.y1), (shape.x2, shape.y2)]))
        self._draw(self._pen(shape.role, shape.width), ends)

    def _symbol(self, shape: Symbol) -> None:
        """A marker: filled, hollow (the paper shows), half filled, or made of strokes."""
        from matplotlib.path import Path

        outline, size = outline_of(shape.shape), shape.r
        points = outline.around(shape.x, shape.y, size)
        at, *ends = self._place.transform([(shape.x, shape.y), *points])
        if outline.strokes:
            codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
            return self._draw(self._pen(shape.role, STROKE), Path(ends, codes))
        path = Path([*ends, ends[0]], closed=True) if ends else Path.circle(at, size)
        pen = self._pen(shape.role, EDGE if outline.hollow else 0)
        self._draw(pen, path, fill="paper" if outline.hollow else shape.role)
        if outline.half:
            left: Any = Path.wedge(90, 270)
            self._draw(self._pen(shape.role, 0), Path(left.vertices * size + at, left.codes), fill=shape.role)
        return None

    def _draw(self, pen: Any, path: Any, fill: str = "") -> None:
        """Draws a matplotlib Path (y upwards) with this pen, filled with the colour of `fill` if given."""
        from matplotlib.transforms import IdentityTransform

        self._renderer.draw_path(pen, path, IdentityTransform(), self._colour(fill) if fill else None)
