"""Charts as they are printed: words stay words, markers leave ink, the same drawing gives the same bytes."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from framing.chart.canvas import Canvas, Drawing, Ink, Shape, Symbol
from framing.chart.svg import print_svg

MARKERS = ("circle", "square", "diamond", "triangle", "down", "cross", "plus", "ring", "half", "open_diamond")


def sheet(*shapes: Shape) -> Drawing:
    return Drawing("sample", 200, 100, shapes, (), "A sample.")


def words(text: str) -> Drawing:
    canvas = Canvas(200)
    canvas.text(10, 20, text, Ink(9))
    return canvas.done("sample", 100, "A sample.")


def test_words_stay_words() -> None:
    assert "Ձայն &lt;b&gt; 42 %" in print_svg(words("Ձայն <b> 42 %"))


def test_a_dollar_is_no_formula() -> None:
    assert "$5m and $6m" in print_svg(words("$5m and $6m"))


@pytest.mark.parametrize("name", MARKERS)
def test_every_marker_leaves_ink(name: str) -> None:
    assert "#d55e00" not in print_svg(sheet())
    assert "#d55e00" in print_svg(sheet(Symbol(50, 50, 4, name, "s1")))


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = sheet(*(Symbol(10 * place, 50, 4, name, "s0") for place, name in enumerate(MARKERS)))
    assert print_svg(drawing) == print_svg(drawing)


def test_greyscale_leaves_no_colour() -> None:
    drawing = sheet(*(Symbol(10 * place, 50, 4, name, "s1") for place, name in enumerate(MARKERS)))
    colours = set(re.findall(r"#[0-9a-f]{6}", print_svg(drawing, grey=True).lower()))
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    assert "the tag #d55e00 stays" in print_svg(words("the tag #d55e00 stays"), grey=True)


def test_there_are_four_kinds_of_shape() -> None:
    assert len(get_args(Shape)) == 4
