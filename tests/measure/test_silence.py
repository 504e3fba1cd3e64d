"""Whether a text may mean an actor that it does not name."""

from __future__ import annotations

from tables import analysis, article, row

from framing.measure.ledger import open_ledger
from framing.measure.silence import may_name, searchable

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_silence_needs_a_text_without_any_word_for_the_actor() -> None:
    ledger = open_ledger(analysis([article("a1", "North")], [row("mention", "a1", "name", actor="AM")], ACTORS))
    assert may_name(ledger, "AM", searchable(["The Armenian army."]), ()) is True
    assert may_name(ledger, "AM", searchable(["The president left."]), ("president",)) is True
    assert may_name(ledger, "AM", searchable(["Nobody came."]), ("president",)) is False
