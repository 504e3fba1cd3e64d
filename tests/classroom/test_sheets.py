"""Texts are cut to one length at ends of sentences, and broken into lines that hold every word once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.classroom.sheets import WIDTH, break_lines, cut_at, shared_length

BODY = "One two three four five. Six seven eight nine ten. Eleven twelve thirteen fourteen fifteen."


@pytest.mark.parametrize(
    ("words", "last"), [(5, "five."), (6, "five."), (9, "ten."), (15, "fifteen."), (99, "fifteen.")]
)
def test_cuts_at_the_nearest_sentence_end(words: int, last: str) -> None:
    assert BODY[: cut_at(BODY, 0, words)].split()[-1] == last


@pytest.mark.parametrize(
    ("text", "words", "end"),
    [
        ("Mr. Toll met Gen. Rund today. He left again after that.", 4, "today."),
        ("“We stay. We will not go,” she said. Then she left again.", 2, "said."),
        ('"We stay. We will not go," she said. Then she left again.', 2, "said."),
        ("No end in this text at all and more words", 3, "words"),
    ],
)
def test_never_cuts_inside_a_quotation_or_a_title(text: str, words: int, end: str) -> None:
    assert text[: cut_at(text, 0, words)].split()[-1] == end


def test_one_short_text_does_not_cut_all_others() -> None:
    assert shared_length(["word " * 500, "word " * 300], 350) == 300
    assert shared_length(["word " * 500, "word " * 20], 350) == 150


@given(st.text(alphabet="ab \n.“”é\U0001f4a5", max_size=600))
def test_lines_hold_every_word_once(text: str) -> None:
    lines = break_lines(text, 0)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert " ".join(text[line.start : line.end] for line in lines).split() == text.split()
    for line in lines:
        words = text[line.start : line.end]
        assert "\n" not in words and (len(words) <= WIDTH or " " not in words.strip())
