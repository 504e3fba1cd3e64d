"""Tone toward actors: coverage and examples."""

from __future__ import annotations

import pytest
from tables import analysis, article, row

from framing.profile import profile_source

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_tone_shows_coverage_and_extremes():
    rows = [
        row("tone", "a1", label, actor="AM", value=value)
        for label, value in (("negative", -0.8), ("unsure", 0.1), ("negative", -0.5), ("positive", 0.6))
    ]
    cell = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").tones[0]
    assert cell.coverage == 0.75
    assert (cell.negative, cell.positive) == (("tone-0", "tone-2"), ("tone-3",))
    assert cell.tone.value == pytest.approx(-0.15)
