"""Drawings on the page: well-formed, the same each time, words as words, nothing that a strict policy would refuse."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from sample_charts import CHARTS, DOTS, SHARES

from framing.chart.protocol import Chart, draw
from framing.chart.svg import page_svg

NUMBERS = {"e1": 7, "e2": 8}
NAMESPACE = "{http://www.w3.org/2000/svg}"
every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.head.id)


@every_chart
def test_is_well_formed_and_the_same_twice(chart: Chart) -> None:
    text = page_svg(draw(chart), NUMBERS)
    assert text == page_svg(draw(chart), NUMBERS)
    assert "style=" not in text and "href" not in text
    words = {element.text for element in ElementTree.fromstring(text).iter(f"{NAMESPACE}text")}
    assert {one.text for one in draw(chart).texts} == words


@every_chart
def test_groups_hold_their_rows(chart: Chart) -> None:
    drawing = draw(chart)
    root = ElementTree.fromstring(page_svg(drawing, NUMBERS))
    groups = [element for element in root.iter(f"{NAMESPACE}g") if element.get("class") == "hit"]
    assert len(groups) == len(drawing.hits)
    for group, hit in zip(groups, drawing.hits, strict=True):
        assert group.get("aria-label") == hit.label
        assert group.get("tabindex") == ("0" if hit is drawing.hits[0] else "-1")
        assert set((group.get("data-rows") or "").split()) <= {"7", "8"}


def test_hostile_names_are_text() -> None:
    from dataclasses import replace

    hostile = '<script>alert("x")</script>&amp;'
    chart = replace(DOTS, rows=(replace(DOTS.rows[0], label=hostile),))
    root = ElementTree.fromstring(page_svg(draw(chart), NUMBERS))
    assert not list(root.iter(f"{NAMESPACE}script"))


def test_marks_without_rows_at_hand_are_no_buttons() -> None:
    assert 'class="hit"' not in page_svg(draw(SHARES), {"other": 1})
