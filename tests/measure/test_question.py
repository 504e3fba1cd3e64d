"""Excerpts keep what was found."""

from __future__ import annotations

from framing.measure.question import excerpt_span


def test_excerpts_keep_the_words_and_end_at_words():
    text = "Headline\n\nA first sentence. " + "word " * 80 + "the regime fell " + "word " * 80 + "end. Last one."
    start = text.index("regime")
    shown = excerpt_span(text, "a1", "North", start, start + 6)
    assert shown.text[shown.start : shown.end] == "regime"
    assert len(shown.text) < 240
    assert not shown.text.startswith(" ") and "first sentence" not in shown.text
