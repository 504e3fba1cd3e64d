"""Pairs of quotation marks, whatever stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate._marks import find_marks

SOUP = st.text(alphabet="ab S.,:\n–-0“”„«»\"‘’'`", max_size=60)


def words(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in find_marks(text)]


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
    first, second = find_marks("“One goes on\n\n“and ends.”\n\nPlain.")
    assert not first.closed
    assert second.closed
    assert second.resumes
    assert not first.resumes


def test_inner_marks_have_depth() -> None:
    assert [pair.depth for pair in find_marks("“a ‘b’ c”")] == [0, 1]


@settings(max_examples=20_000, deadline=None)
@given(SOUP)
def test_no_text_breaks_the_pairs(text: str) -> None:
    pairs = find_marks(text)
    assert list(pairs) == sorted(pairs, key=lambda pair: (pair.start, -pair.end))
    for pair in pairs:
        assert 0 <= pair.start < pair.inner_start < pair.inner_end <= pair.end <= len(text)
    outer = [pair for pair in pairs if pair.depth == 0]
    assert all(one.end <= other.start for one, other in zip(outer, outer[1:], strict=False))
