"""Whether a text may mean an actor that it does not name."""

from __future__ import annotations

from tables import analysis, article, row

from framing.measure.ledger import open_ledger
from framing.measure.roster import searchable

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_silence_needs_a_text_without_any_word_for_the_actor() -> None:
    roster = open_ledger(analysis([article("a1", "North")], [row("mention", "a1", "name", actor="AM")], ACTORS)).roster
    assert roster.may_name("AM", searchable(["The Armenian army."]), ()) is True
    assert roster.may_name("AM", searchable(["The president left."]), ("president",)) is True
    assert roster.may_name("AM", searchable(["Nobody came."]), ("president",)) is False
