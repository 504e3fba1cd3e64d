"""Which loaded words make rates differ."""

from __future__ import annotations

import pytest
from tables import analysis, article, random_run, row

from framing.compare import compare_sources
from framing.profile import profile_source


def test_word_shifts_add_up_and_two_sources_mirror_each_other():
    run = random_run(3, sources=2, events=9)
    comparison = compare_sources(run)
    one, other = comparison.shifts.values()
    own = [cell.total.value for cell in comparison.loaded if cell.voice == "narrator"]
    assert [one.one, other.one] == pytest.approx(own)  # the rates that charts and profiles print
    for part in (one, other):
        assert part.words
        assert sum(word.value for word in part.words) == pytest.approx(part.difference)
        shown, rest = part.top(1)
        assert shown[0].value + rest == pytest.approx(part.difference)
    assert one.difference == pytest.approx(-other.difference)


def test_style_is_counted_apart_from_words_that_judge():
    rows = [row("loaded", "a1", "epithet"), row("loaded", "a1", "hedge"), row("loaded", "a1", "booster")]
    own = profile_source(analysis([article("a1", "North")], rows), "North").loaded[0]
    assert own.total.count == 1.0
    assert set(own.categories) == {"epithet"}
    assert {name: found.count for name, found in own.style.items()} == {"hedge": 1.0, "booster": 1.0}
