"""Which loaded words make rates differ."""

from __future__ import annotations

import pytest
from tables import random_run

from framing.compare import compare_sources


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
