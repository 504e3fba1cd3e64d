"""Excerpts keep what was found."""

from __future__ import annotations

from tables import analysis, article

from framing.measure.ledger import open_ledger
from framing.measure.question import excerpt_span


def test_excerpts_keep_the_words_and_end_at_words():
    text = "Headline\n\nA first sentence. " + "word " * 80 + "the regime fell " + "word " * 80 + "end. Last one."
    start = text.index("regime")
    ledger = open_ledger(analysis([article("a1", "North")], texts={"a1": text}))
    shown = excerpt_span(ledger, "a1", start, start + 6)
    assert shown.text[shown.start : shown.end] == "regime"
    assert len(shown.text) < 240
    assert not shown.text.startswith(" ") and "first sentence" not in shown.text
