"""Which loaded words make rates differ."""

from __future__ import annotations

import pytest
from tables import random_run

from framing.compare import compare_sources


def test_word_shifts_add_up_and_two_sources_mirror_each_other():
    run = random_run(3, sources=2, events=9)
    comparison = compare_sources(run)
    one, other = comparison.shifts
    own = [cell.total.value for cell in comparison.loaded if cell.voice == "narrator"]
    assert [one.shift.one, other.shift.one] == pytest.approx(own)  # the rates that charts and profiles print
    for part in (one, other):
        assert part.shift.words
        assert sum(word.value for word in part.shift.words) == pytest.approx(part.shift.difference)
        shown, rest = part.shift.top(1)
        assert shown[0].value + rest == pytest.approx(part.shift.difference)
    assert one.shift.difference == pytest.approx(-other.shift.difference)
