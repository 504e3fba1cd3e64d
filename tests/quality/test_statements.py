"""Statements and source cards on ten articles that nobody tuned on when they were written; the floors only rise."""

from __future__ import annotations

import pytest
from quality.statements import all_pairs, judge, load_marks

pytestmark = [pytest.mark.engine, pytest.mark.quality]
FLOORS = {
    "f1": 78.0,
    "name": 87.0,
    "type": 90.0,
    "title": 89.0,
    "kind": 67.5,
    "why present": 75.0,
    "channel": 75.0,
    "sure right": 94.5,
}


def test_statements_and_their_cards() -> None:
    assert len(load_marks()) == 10 and sum(len(one["statement"]) for one in load_marks()) == 216
    figures = judge(all_pairs())
    assert all(figures[name] >= floor for name, floor in FLOORS.items()), figures
