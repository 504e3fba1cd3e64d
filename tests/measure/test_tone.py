"""Tone toward actors: coverage and examples."""

from __future__ import annotations

import numpy as np
import pytest
from tables import analysis, article, row

from framing.measure.ledger import open_ledger
from framing.measure.tone import features
from framing.profile import profile_source

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_tone_shows_coverage_and_typical_sure_rows():
    rows = [
        {**row("tone", "a1", label, actor="AM", value=value), "confidence": sure}
        for label, value, sure in (
            ("negative", -0.95, 0.97),
            ("unsure", 0.1, 0.5),
            ("negative", -0.7, 0.82),
            ("negative", -0.8, 0.88),
            ("positive", 0.6, 0.7),
        )
    ]
    cell = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").tones[0]
    assert cell.coverage == 0.8
    assert cell.negative == ("tone-3", "tone-0", "tone-2") or cell.negative[0] == "tone-3"
    assert cell.positive == ()
    assert cell.is_shown and str(cell) == "3 negative of 5"


def test_two_mentions_print_no_number():
    rows = [row("tone", "a1", "negative", actor="AM", value=-0.9) for _ in range(2)]
    assert str(profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").tones[0]) == "too few (2)"


def test_a_mean_is_printed_with_its_interval_and_without_one_only_counts() -> None:
    few = [row("tone", "a1", "neutral", actor="AM", value=0.05) for _ in range(4)]
    assert str(profile_source(analysis([article("a1", "North")], few, ACTORS), "North").tones[0]) == "none of 4"
    articles = [article(f"a{n}", "North") for n in range(5)]
    many = [row("tone", f"a{n}", "neutral", actor="AM", value=0.3) for n in range(5)]
    said = str(profile_source(analysis(articles, many, ACTORS), "North").tones[0])
    assert said == "+0.3 [+0.3, +0.3], 5 mentions"


@pytest.mark.parametrize(
    ("mentions", "told"),
    [
        ([("neutral", 0.1)] * 9 + [("unsure", -0.1)], "none of 10"),
        ([("neutral", 0.1)] * 6 + [("unsure", 0.1)] * 4, "cannot tell (10)"),
        ([("neutral", 0.0)] * 7 + [("negative", -0.9)] * 2 + [("positive", 0.9)], "−0.1 [−0.6, +0.4], 10 mentions"),
        ([("neutral", 0.0)] * 8 + [("negative", -0.9)] * 2, "2 negative of 10"),
        ([("neutral", 0.0)] * 9 + [("positive", 0.9)], "too few of 10"),
        ([("neutral", 0.4)] * 10, "+0.4 [+0.4, +0.4], 10 mentions"),
        ([("neutral", 0.1)] * 10, "none of 10"),
    ],
)
def test_a_number_near_zero_needs_sure_mentions(mentions: list[tuple[str, float]], told: str) -> None:
    articles = [article(f"a{n}", "North") for n in range(5)]
    rows = [row("tone", f"a{n % 5}", label, actor="AM", value=value) for n, (label, value) in enumerate(mentions)]
    cell = profile_source(analysis(articles, rows, ACTORS), "North").tones[0]
    assert str(cell) == told
    assert cell.is_measured == ("mentions" in told)


def test_where_most_mentions_cannot_be_read_neither_a_mean_nor_none_is_printed() -> None:
    articles = [article(f"a{n}", "North") for n in range(5)]
    rows = [row("tone", f"a{n}", "unsure" if n < 3 else "neutral", actor="AM", value=0.1) for n in range(5)]
    cell = profile_source(analysis(articles, rows, ACTORS), "North").tones[0]
    assert (str(cell), cell.has_verdict) == ("cannot tell (5)", False)
    sure = [row("tone", f"a{n}", "negative", actor="AM", value=-0.9) for n in range(2)]
    told = profile_source(analysis(articles, [*rows[:3], *sure], ACTORS), "North").tones[0]
    assert str(told) == "2 negative of 5"


def test_a_source_most_of_whose_mentions_cannot_be_read_is_in_no_test_of_differences() -> None:
    articles = [article(f"{source}{n}", source) for source in ("East", "North") for n in range(4)]
    rows = [row("tone", f"East{n}", "unsure" if n < 3 else "negative", actor="AM", value=-0.4) for n in range(4)]
    rows += [row("tone", f"North{n}", "unsure" if n < 2 else "neutral", actor="AM", value=0.2) for n in range(4)]
    (feature,) = features(open_ledger(analysis(articles, rows, ACTORS)), ["AM"])
    assert np.isnan(feature.values[:4]).all()
    assert feature.values[4:].tolist() == [0.2, 0.2, 0.2, 0.2]
