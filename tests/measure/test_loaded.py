"""Which loaded words make rates differ."""

from __future__ import annotations

import pytest
from tables import random_run

from framing.compare import compare_sources


def test_word_shifts_add_up_and_two_sources_mirror_each_other():
    run = random_run(3, sources=2, events=9)
    one, other = compare_sources(run).shifts
    for part in (one, other):
        assert part.shift.words
        assert sum(word.value for word in part.shift.words) == pytest.approx(part.shift.difference)
        shown, rest = part.shift.top(1)
        assert shown[0].value + rest == pytest.approx(part.shift.difference)
    assert one.shift.difference == pytest.approx(-other.shift.difference)
