"""Tables to charts: names of files, what is drawn of many sources, and what listeners are told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_charts import CHARTS
from sample_run import sample_analysis, sample_comparison

from framing.chart.build import ceiling, largest, reading_chart, say_left_out, slug, tone_chart, words_chart
from framing.chart.protocol import LONGEST, Chart, alternative_text
from framing.evidence.view import EvidenceIndex


def test_names_become_file_names() -> None:
    assert slug("The Bell & Sons") == "the-bell-sons"
    assert slug("../../etc") == "etc"
    assert len(slug("a very long name of an outlet " * 9)) < 50
    assert slug("a very long name of an outlet " * 9) != slug("a very long name of an outlet " * 8)
    assert slug("Ազատություն") != slug("Հետք") and slug("Hetq Հետք").startswith("hetq-")


@pytest.mark.parametrize(
    ("value", "end"), [(0.0, 0.01), (0.9, 1.0), (12.0, 15.0), (20.0, 20.0), (51.0, 60.0), (999.0, 1000.0)]
)
def test_axes_end_at_round_numbers(value: float, end: float) -> None:
    high, ticks = ceiling(value)
    assert high == pytest.approx(end) and high >= value
    assert ticks[0] == 0 and ticks[-1] == pytest.approx(high) and len(ticks) <= 6


def test_the_largest_sources_are_drawn_and_the_rest_is_said() -> None:
    n = {"A": 1, "B": 5, "C": 5, "D": 2}
    assert largest(("A", "B", "C", "D"), n, 2) == ("B", "C")
    assert say_left_out(4, 4) == "" and "the 2 sources with most articles; the tables hold all 4" in say_left_out(4, 2)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.head.id)
def test_alternatives_are_short_and_complete_sentences(chart: Chart) -> None:
    told = alternative_text(chart)
    assert chart.head.title in told and told.endswith(".")
    assert len(told) < LONGEST + 260


def test_values_are_those_of_the_comparison() -> None:
    comparison = sample_comparison()
    index = EvidenceIndex.of(comparison.analysis)
    assert tone_chart(comparison.tones, comparison.sources) is None  # fewer than five articles
    cells = [
        replace(one, mentions=3, sure=(3, 0), tone=replace(one.tone, low=-0.9, high=0.9)) for one in comparison.tones
    ]
    tone = tone_chart(cells, comparison.sources)
    assert tone is not None
    for cell in (cell for cell in cells if cell.voice == "narrator"):
        row = next(row for row in tone.rows if row.label == cell.name)
        point = next(point for point in row.points if tone.series[point.series] == cell.source)
        assert point.value == cell.tone.value and point.rows == cell.tone.rows
    words = words_chart(comparison.voices)
    assert all(sum(map(float, row.values)) == pytest.approx(1.0) for row in words.rows)
    reading = reading_chart(comparison.sources, index)
    assert [row.label for row in reading.rows] == list(comparison.sources)


def test_an_article_too_short_for_a_grade_has_none() -> None:
    analysis = sample_analysis()
    first = str(analysis.articles["source"].iloc[0])
    analysis.articles.loc[analysis.articles["source"] == first, "flesch_kincaid_grade"] = float("nan")
    reading = reading_chart(sorted(set(analysis.articles["source"])), EvidenceIndex.of(analysis))
    assert reading.rows and first not in [row.label for row in reading.rows]
    assert "nan" not in alternative_text(reading)
