"""Pairs of quotation marks, whatever stands in the text."""

from __future__ import annotations

import pytest
from build import parsed
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.syntax.quotation_marks import (
    find_quotation_marks,
    find_quoted_tokens,
    flag_double_quoted,
    flag_quoted_words,
)

SOUP = st.text(alphabet="ab S.,:\n–-0“”„«»\"‘’'`", max_size=60)


def words(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in find_quotation_marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," he said, "two."', ['"One,"', '"two."']),
        ("„One“ and «two»", ["„One“", "«two»"]),
        ("''One,'' he said", ["''One,''"]),
        ("She said ‘no’ twice", ["‘no’"]),
        ("He said “yes ‘no’ yes”", ["“yes ‘no’ yes”", "‘no’"]),
        ("the workers' union said 'no'", ["'no'"]),
        ("It’s the teachers’ day", []),
        ("the '90s and 5'10\" tall", []),
        ('a lone " mark', []),
        ("“open to the end", ["“open to the end"]),
        ("", []),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_an_open_mark_ends_with_its_paragraph_and_is_taken_up_again() -> None:
    first, second = find_quotation_marks("“One goes on\n\n“and ends.”\n\nPlain.")
    assert not first.closed
    assert second.closed
    assert second.resumes
    assert not first.resumes


def test_a_closing_mark_without_partner_closes_the_mark_left_open_paragraphs_before() -> None:
    text = "Kolb wrote: “We are late.\n\nThe dam is rotten.\nNobody cares.\n\nThat is all,” she wrote. “Bye.”\n\nPlain."
    found = find_quotation_marks(text)
    assert [text[pair.inner_start : pair.inner_end] for pair in found] == [
        "We are late.", "The dam is rotten.", "Nobody cares.", "That is all,", "Bye.",
    ]  # fmt: skip
    assert [(pair.closed, pair.resumes) for pair in found] == [
        (False, False), (False, True), (False, True), (True, True), (True, False),
    ]  # fmt: skip
    assert text[found[3].start : found[3].end] == "That is all,”"


@pytest.mark.parametrize(
    "text",
    [
        "“One.\n\nTwo.\n\n“Three.”\n\nFour.”",  # another quotation opens in between
        "“One.”\n\nTwo.\n\nThree.”",  # nothing was left open
        "“One.\n\n" + "Two.\n\n" * 8 + "Three.”",  # too far away
        "“One.\n\nTwo.\n\nThe “third” one.",
        '"One.\n\nTwo.\n\nShe is 5\'10" tall.',
    ],
)
def test_plain_paragraphs_stay_plain(text: str) -> None:
    assert not any("Two" in text[pair.start : pair.end] for pair in find_quotation_marks(text))


def test_inner_marks_of_paragraphs_in_between_have_depth() -> None:
    found = find_quotation_marks("He wrote: “One.\n\nThey said ‘two’ to me.\n\nA ‘third’ time.”")
    assert [(pair.single, pair.depth) for pair in found] == [
        (False, 0), (False, 0), (True, 1), (False, 0), (True, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ['"', "''", "”"])
def test_any_double_mark_may_close(end: str) -> None:
    opening = {"”": "“", "''": "``"}.get(end, end)
    text = f"He wrote: {opening}One.\n\nTwo.\n\nThree.{end}\n\nFour."
    assert [text[pair.inner_start : pair.inner_end] for pair in find_quotation_marks(text)] == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_inner_marks_have_depth() -> None:
    assert [pair.depth for pair in find_quotation_marks("“a ‘b’ c”")] == [0, 1]


def test_tokens_know_the_outermost_marks_around_them() -> None:
    text = parsed("He/PRON/nsubj/1 said|say/VERB/ROOT/1 “/PUNCT/punct/1 Go/VERB/ccomp/1 ”/PUNCT/punct/1")
    quoted = find_quoted_tokens(text)
    assert quoted.inside == (-1, -1, -1, 0, -1)
    assert quoted.ranges == ((3, 3),)


def test_marks_read_left_to_right() -> None:
    text = parsed("“/PUNCT/punct/1 Go/VERB/ROOT/1 ”/PUNCT/punct/1 he/PRON/nsubj/4 said|say/VERB/ROOT/4")
    assert flag_double_quoted(text) == [True, True, False, False, False]


def test_a_mark_left_open_closes_at_a_break() -> None:
    assert flag_quoted_words(["“", "Go", "He"], {2}) == [True, True, False]


def test_a_closing_mark_alone_may_have_stood_open_from_the_start() -> None:
    assert flag_quoted_words(["Go", "”", "he"]) == [False, False, False]
    assert flag_quoted_words(["Go", "”", "he"], backwards=True) == [True, False, False]


@tried(20_000)
@given(SOUP)
def test_no_text_breaks_the_pairs(text: str) -> None:
    pairs = find_quotation_marks(text)
    assert list(pairs) == sorted(pairs, key=lambda pair: (pair.start, -pair.end))
    for pair in pairs:
        assert 0 <= pair.start <= pair.inner_start < pair.inner_end <= pair.end <= len(text)
        assert pair.start < pair.inner_start or pair.resumes
    outer = [pair for pair in pairs if pair.depth == 0]
    assert all(one.end <= other.start for one, other in zip(outer, outer[1:], strict=False))
