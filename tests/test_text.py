"""Sentences, excerpts and what is left out of them; one rule for report, profile and lesson."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import text as words

HEADED = "Talks\n\nHe met on Jan. 5 with Rep. Toll and the so-called regime. It fell. “We stay.” She left."


def shown(text: str, found: str, starts: tuple[int, ...] = ()) -> str:
    start = text.index(found)
    return "".join(words.around(text, start, start + len(found), starts))


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ("so-called", "He met on Jan. 5 with Rep. Toll and the so-called regime."),
        ("Talks", "Talks"),
        ("stay", "“We stay.”"),
        ("left", "She left."),
    ],
)
def test_a_finding_is_shown_in_its_sentence(found: str, sentence: str) -> None:
    assert shown(HEADED, found) == sentence


def test_the_sentences_of_the_parser_outrank_the_rule() -> None:
    text = "At the Acme Ltd. Plant he spoke. She left."
    assert shown(text, "spoke") == "Plant he spoke."
    assert shown(text, "spoke", (0, 33)) == "At the Acme Ltd. Plant he spoke."


def test_a_mark_that_closes_a_sentence_stays_with_it() -> None:
    text = "“We stay.” She left.”\nThey spoke."
    assert list(words.settle_sentences(text, [0, 9, 11, 22])) == [0, 11, 11, 22]
    assert list(words.settle_sentences("He said. “No.”", [0, 9])) == [0, 9]


def test_a_long_sentence_is_drawn_in_at_whole_words() -> None:
    text = " ".join(["before"] * 60 + ["HERE"] + ["behind"] * 60) + "."
    start = text.index("HERE")
    before, found, after = words.around(text, start, start + 4)
    assert found == "HERE"
    assert before.startswith("… before ") and after.endswith(" behind …")
    assert len(before + found + after) <= words.WIDTH + 10


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Talks\n\nHouse Speaker Ada Lund spoke.", "House"),
        ("She left. Down in the polls, Lund spoke.", "Down"),
        ("MARN, Aland – Speaker Lund spoke.", "Speaker"),
        ("She left. Speaker Lund spoke.", "Speaker"),
    ],
)
def test_no_sentence_loses_a_first_word_that_was_cut_off(text: str, opens: str) -> None:
    cut = text.index("Speaker" if "Speaker" in text else "in the")
    assert text[words.first_of_sentence(text, cut) :].startswith(opens)
    found = "spoke"
    assert shown(text, found, (0, cut)).startswith(opens)


def test_long_words_lose_their_middle_and_a_clipped_text_its_end() -> None:
    long = " ".join(f"w{number}" for number in range(200))
    assert words.shorten("short") == "short"
    assert " […] " in words.shorten(long) and words.shorten(long).endswith("w199")
    assert words.clip("one two three", 8) == "one two …" and words.clip("one two", 8) == "one two"


def test_paragraphs_are_lines_with_words() -> None:
    assert [HEADED[low:high] for low, high in words.paragraphs(HEADED)] == HEADED.split("\n\n")
    start = HEADED.index("fell")
    assert words.paragraph_at(HEADED, start, start + 4) == (7, len(HEADED))


@given(st.text(alphabet='ab A.!?…”“’" \n\U0001f4a5', max_size=80), st.data())
def test_an_excerpt_holds_the_finding_and_quotes_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    starts = data.draw(st.one_of(st.just(()), st.lists(st.integers(0, len(text)), unique=True).map(sorted).map(tuple)))
    low, high = words.window(text, start, end, words.settle_sentences(text, starts) if starts else ())
    assert 0 <= low <= start <= end <= high <= len(text)
    before, found, after = words.around(text, start, end)
    assert before + found + after in text
