"""When sources are drawn on a map."""

from __future__ import annotations

from tables import random_run

from framing.compare.features import measure_features
from framing.compare.records import SourceMap
from framing.compare.source_map import map_sources
from framing.evidence import Analysis
from framing.measure.ledger import open_ledger
from framing.measure.tone import main_actors


def drawn(run: Analysis) -> SourceMap | None:
    ledger = open_ledger(run)
    return map_sources(ledger, measure_features(ledger, main_actors(ledger)))


def test_a_map_needs_four_sources_of_five_articles(compared):
    assert compared.map is None  # three sources
    assert drawn(random_run(1, sources=5, events=4)) is None
    found = drawn(random_run(1, sources=5, events=8))
    assert found is not None and 0 <= found.stress < 0.3
    assert len(found.points) == 5 and len(found.x_features) == 3
