"""Labels are measured, not looked at: none collides, none leaves the sheet, none is too small or too faint."""

from __future__ import annotations

import itertools
import pkgutil
from dataclasses import replace

import pytest
from sample_charts import CHARTS, DOTS, OPENED, PAIRS, SHARES, UNITS

from framing.chart import kinds
from framing.chart.canvas import Line, Rect, Symbol
from framing.chart.kinds.unit_matrix import UnitMark
from framing.chart.protocol import WIDTH, Chart, draw
from framing.chart.theme import ROLES, SMALLEST, contrast

MIN_CONTRAST = 4.5  # WCAG 2.2, level AA
every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.head.id)
every_width = pytest.mark.parametrize("width", [WIDTH, 380.0])


def test_every_kind_has_a_sample() -> None:
    files = {one.name for one in pkgutil.iter_modules(kinds.__path__)}
    assert {type(chart).__module__.rpartition(".")[2] for chart in CHARTS} == files
    assert len({chart.KIND for chart in CHARTS}) == len(files)


@every_chart
@every_width
@pytest.mark.parametrize("framed", [False, True])
def test_labels_do_not_collide(chart: Chart, width: float, framed: bool) -> None:
    drawing = draw(chart, width=width, framed=framed)
    for first, second in itertools.combinations(drawing.texts, 2):
        assert not first.box.overlaps(second.box), f"{first.text!r} lies over {second.text!r}"


@every_chart
@every_width
def test_everything_stays_on_the_sheet(chart: Chart, width: float) -> None:
    drawing = draw(chart, width=width, framed=True)
    for text in drawing.texts:
        assert text.box.left >= 0, text.text
        assert text.box.right <= drawing.width, text.text
        assert text.box.top >= 0 and text.box.bottom <= drawing.height, text.text
    for shape in drawing.shapes:
        if isinstance(shape, Rect):
            assert shape.x >= 0 and shape.x + shape.width <= drawing.width
        if isinstance(shape, Symbol):
            assert shape.r <= shape.x <= drawing.width - shape.r
        if isinstance(shape, Line):
            assert min(shape.x1, shape.x2) >= 0 and max(shape.y1, shape.y2) <= drawing.height


@every_chart
def test_labels_are_large_and_dark_enough(chart: Chart) -> None:
    for text in draw(chart, framed=True).texts:
        assert text.size >= SMALLEST
        assert contrast(ROLES[text.role], text.under) >= MIN_CONTRAST, f"{text.text!r} on {text.under}"


@every_chart
def test_labels_in_a_bar_stand_on_the_colour_that_is_there(chart: Chart) -> None:
    drawing = draw(chart)
    for place, shape in enumerate(drawing.shapes):
        if shape in drawing.texts:
            covers = [
                one
                for one in drawing.shapes[:place]
                if isinstance(one, Rect)
                and one.x <= shape.box.left
                and shape.box.right <= one.x + one.width
                and one.y <= shape.y - shape.size / 2 <= one.y + one.height
            ]
            colour = ROLES.get(covers[-1].role, covers[-1].role) if covers else ROLES["paper"]
            assert shape.under == colour, shape.text
            assert not (covers and covers[-1].hatch), f"{shape.text!r} stands on a hatch"


@pytest.mark.parametrize("chart", OPENED, ids=lambda chart: chart.head.id)
def test_what_stands_for_rows_can_be_opened(chart: Chart) -> None:
    drawing = draw(chart)
    assert drawing.hits
    for hit in drawing.hits:
        assert hit.rows and hit.first < hit.last <= len(drawing.shapes)
    ends = [(hit.first, hit.last) for hit in drawing.hits]
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(ends)), "groups would nest"


def test_every_value_is_printed() -> None:
    printed = {text.text for text in draw(DOTS).texts}
    assert {point.label for row in DOTS.rows for point in row.points} <= printed


def test_shares_that_fit_are_printed_and_small_ones_are_not_squeezed() -> None:
    printed = [text.text for text in draw(SHARES).texts]
    assert "nothing found" in printed
    assert "1%" not in printed


def test_a_missing_value_has_no_marker() -> None:
    symbols = [shape for shape in draw(PAIRS).shapes if isinstance(shape, Symbol)]
    assert len(symbols) == 2 + 7  # the legend, and the values that there are


def test_denied_wordings_are_crossed() -> None:
    crosses = [shape for shape in draw(UNITS).shapes if isinstance(shape, Symbol) and shape.shape == "cross"]
    assert crosses
    only = replace(UNITS, rows=(replace(UNITS.rows[0], cells=((UnitMark("narrator", "asserted", "e1"),),) * 3),))
    assert not [shape for shape in draw(only).shapes if isinstance(shape, Symbol) and shape.shape == "cross"]


def test_many_marks_end_in_a_number() -> None:
    many = tuple(UnitMark("narrator", "asserted", f"e{n}") for n in range(300))
    chart = replace(UNITS, rows=(replace(UNITS.rows[0], cells=(many, (), ())),))
    drawing = draw(chart)
    assert any(text.text.startswith("and ") and text.text.endswith("more") for text in drawing.texts)
    assert max(len(hit.rows) for hit in drawing.hits) == 300
