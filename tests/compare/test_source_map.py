"""When sources are drawn on a map."""

from __future__ import annotations

from tables import random_run

from framing.compare import compare_sources


def test_a_map_needs_four_sources_of_five_articles():
    assert compare_sources(random_run(1, sources=3, events=8)).map is None
    assert compare_sources(random_run(1, sources=5, events=4)).map is None
    drawn = compare_sources(random_run(1, sources=5, events=8)).map
    assert drawn is not None and 0 <= drawn.stress < 0.3
    assert len(drawn.points) == 5 and len(drawn.x_features) == 3
