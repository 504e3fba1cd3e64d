"""Numbers of an account that can be held against another account."""

from __future__ import annotations

import pytest

from framing.measure.facts import find_facts, is_written_out, may_be_same


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("More than 100,000 ethnic Armenians fled.", ["100,000 ethnic Armenians"]),
        ("It cost $4.5 million, or 12 percent of the budget.", ["$4.5 million", "12 percent"]),
        ("On September 19, 2023, at 9:30, 44 soldiers of 3 units left.", ["44 soldiers"]),
        ("Flight 9-1-1 and Route 66/4 in 1999.", []),
    ],
)
def test_numbers_that_can_be_checked(text, names):
    assert [fact.name for fact in find_facts(text)] == names
    assert all(text[fact.start : fact.end].startswith(fact.name.split()[0]) for fact in find_facts(text))


def test_a_rounded_number_may_be_the_same():
    (near,) = find_facts("about $716 billion")
    (far,) = find_facts("about $447 billion")
    assert may_be_same("700000000000$", near)
    assert not may_be_same("700000000000$", far)


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("9000", "she is one of nine thousand", True),
        ("40 people", "forty people came", True),
        ("9000", "nine people", False),
        ("9123", "nine thousand", False),
    ],
)
def test_a_number_may_be_written_in_words(key: str, text: str, expected: bool) -> None:
    assert is_written_out(key, text) is expected
