"""Where a class is split: the words, and the sentence that is read aloud."""

from __future__ import annotations

import pytest

from framing.classroom.against import find_disputes
from framing.classroom.agreement import tabulate
from framing.classroom.key import Key, KeyText
from framing.classroom.marks import Mark, Marks
from framing.classroom.records import NumberedLine
from framing.model import Span

TEXT = "They moved it on their backs. Now Mr. Toll is told to move over. He left."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("moved it", "They moved it on their backs."),
        ("backs.", "They moved it on their backs."),
        ("Toll", "Now Mr. Toll is told to move over."),
        ("move over.", "Now Mr. Toll is told to move over."),
    ],
)
def test_a_dispute_shows_one_whole_sentence(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    marks = (Mark("K1", "A", Span(start, start + len(words)), "loaded"), Mark("K2", "A", Span(65, 73), "good"))
    key = Key("", {"A": KeyText("A", TEXT, (NumberedLine(1, 0, len(TEXT)),), ())})
    split = find_disputes(tabulate(Marks(("K1", "K2"), marks, (), ()), key), key)
    assert [one.sentence for one in split if one.place.words == words] == [sentence]
