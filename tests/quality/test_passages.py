"""Facts told twice and once in eight stories that nobody tuned the parser on; the floors only rise."""

from __future__ import annotations

import pytest
from quality.passages import judge

pytestmark = [pytest.mark.engine, pytest.mark.quality]


def test_facts_told_twice_in_other_words() -> None:
    figures = judge()
    assert figures["marked"] == 110
    assert figures["found"] >= 14, figures
    assert figures["first"] >= 13, figures
    assert figures["kinds_right"] >= 0.75, figures
    assert figures["rivals"] >= 21, figures
    assert len(figures["unread"]) <= 1, figures
    assert figures["once"] >= 0.85 * figures["facts"] > 0, figures
