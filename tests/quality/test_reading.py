"""Cleaning may not cost a sentence: measured on marked news articles."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from framing.read.clean import clean_text
from framing.read.furniture import letters

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not SHARED.exists(), reason="the marked articles are not beside this checkout"),
]
LOST_AT_MOST = 0.001  # of the quotations; those that differ after characters are composed count as lost


def test_marked_quotations_survive_cleaning(monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(SHARED / "bench")])
    from polnear_scorer import corpus

    lost, total, before, after = [], 0, 0, 0
    for _, text, marked in corpus(str(SHARED / "data" / "polnear"), "dev"):
        cleaned = clean_text(text).text
        left = letters(cleaned)
        before, after = before + len(text), after + len(cleaned)
        spans = {tuple(span) for quotes in marked for quote in quotes for span in quote["content"]}
        total += len(spans)
        lost += [text[start:end] for start, end in spans if letters(text[start:end]) not in left]
    assert total > 500
    assert len(lost) <= LOST_AT_MOST * total, lost
    assert after > 0.98 * before
