"""Charts as they are printed: matplotlib draws every shape, words stay words, the same drawing gives the same bytes."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from framing.chart.canvas import Canvas, Drawing, Ink, Shape, Symbol
from framing.chart.paint import paint

MARKERS = ("circle", "square", "diamond", "triangle", "down", "cross", "plus", "ring", "half", "open_diamond")


def sheet(*shapes: Shape) -> Drawing:
    return Drawing("sample", 200, 100, shapes, (), "A sample.")


def words(text: str) -> Drawing:
    canvas = Canvas(200)
    canvas.text(10, 20, text, Ink(9))
    return canvas.done("sample", 100, "A sample.")


def test_words_stay_words() -> None:
    assert "Ձայն &lt;b&gt; 42 %" in paint(words("Ձայն <b> 42 %"))


def test_a_dollar_is_no_formula() -> None:
    assert "$5m and $6m" in paint(words("$5m and $6m"))


@pytest.mark.parametrize("name", MARKERS)
def test_every_marker_leaves_ink(name: str) -> None:
    empty = paint(sheet())
    marked = paint(sheet(Symbol(50, 50, 4, name, "s1")))
    assert marked.count("<path") > empty.count("<path")
    assert "#d55e00" in marked.lower()


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = sheet(*(Symbol(10 * place, 50, 4, name, "s0") for place, name in enumerate(MARKERS)))
    assert paint(drawing) == paint(drawing)


def test_greyscale_leaves_no_colour() -> None:
    drawing = sheet(*(Symbol(10 * place, 50, 4, name, "s1") for place, name in enumerate(MARKERS)))
    colours = set(re.findall(r"#[0-9a-f]{6}", paint(drawing, grey=True).lower()))
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def test_there_are_four_kinds_of_shape() -> None:
    assert len(get_args(Shape)) == 4
