"""Charts as they are printed: words stay words, the same drawing gives the same bytes."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from framing.chart.canvas import Canvas, Drawing, Ink, Line, Rect, Shape, Symbol
from framing.chart.paint import paint
from framing.chart.theme import HATCHES

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


@pytest.mark.parametrize(("name", "lines"), [("slash", 19), ("back", 19), ("grid", 24), ("flat", 12), ("steep", 12)])
def test_a_hatch_is_defined_once_and_fills_a_tile(name: str, lines: int) -> None:
    text = paint(sheet(Rect(0, 0, 9, 9, "s0", name), Rect(20, 0, 9, 9, "s1", name)))
    (pattern,) = re.findall(r'<pattern id="(\w+)".*?<path d="(.*?)"', text, re.DOTALL)
    assert text.count(f"url(#{pattern[0]})") == 2
    assert pattern[1].count("M ") == lines


def test_hatches_of_two_charts_have_ids_of_their_own() -> None:
    ids = [re.findall(r"url\(#(\w+)\)", paint(sheet(Rect(0, 0, 9, 9, "s0", name)))) for name in HATCHES if name]
    other = paint(Drawing("other", 200, 100, (Rect(0, 0, 9, 9, "s0", "dots"),), (), ""))
    ids += [re.findall(r"url\(#(\w+)\)", other)]
    assert len({found for (found,) in ids}) == len(HATCHES)


def test_a_line_is_written_out() -> None:
    text = paint(sheet(Line(1, 2, 3.5, 2, "ink", 1.6)))
    assert '<path d="M 1 2 \nL 3.5 2 \n" style="fill: none; stroke: #1b1f24; stroke-width: 1.6"/>' in text


def test_what_is_black_and_one_point_wide_says_neither() -> None:
    text = paint(sheet(Rect(0, 0, 1, 1, "black"), Line(0, 0, 1, 1, "black", 1)))
    assert '<path d="M 0 0 \nL 1 0 \nL 1 1 \nL 0 1 \nz\n"/>' in text
    assert 'style="fill: none; stroke: #000000"/>' in text


def test_a_half_filled_marker_is_a_ring_and_its_left_half() -> None:
    text = paint(sheet(Symbol(50, 50, 4, "half", "s1")))
    assert text.count("\nC ") == 8 + 4
    assert "M 50 50 \nL 50 46 \nC " in text and "L 50 50 \nz" in text
