"""Rules for written names that reading and linking share."""

from __future__ import annotations

import pytest

from framing.names import is_outlet, is_slip, letters_apart, tie_given, turn_office


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("krikorian", "kirkorian", True),
        ("brannick", "branick", True),
        ("mallory", "malory", True),
        ("mallory", "mallery", True),
        ("mallory", "mallory", False),
        ("mallory", "malary", False),
    ],
)
def test_one_slip_of_the_pen(one: str, two: str, slip: bool) -> None:
    assert is_slip(one, two) is slip
    assert is_slip(two, one) is slip


@pytest.mark.parametrize(("one", "other", "apart"), [("bredikov", "berdikov", 2), ("a", "a", 0), ("", "abc", 3)])
def test_letters_apart(one: str, other: str, apart: int) -> None:
    assert letters_apart(one, other) == apart


@pytest.mark.parametrize(
    ("one", "two", "tie"),
    [
        ("ada", "ada", "same"),
        ("w", "walter", "initial"),
        ("walter", "k", ""),
        ("walt", "walter", "nickname"),
        ("nath", "nathan", "opening"),
        ("al", "alva", ""),
    ],
)
def test_how_two_given_names_may_be_one(one: str, two: str, tie: str) -> None:
    nicknames = {"walter": frozenset({"walt", "walter"})}
    assert tie_given(one, two, nicknames) == tie
    assert tie_given(two, one, nicknames) == tie


@pytest.mark.parametrize(
    ("written", "office", "joint", "turned"),
    [
        ("department of the treasury", "department", "of", "treasury department"),
        ("tarn department of works", "department", "of", "tarn works department"),
        ("department of", "department", "of", "department of"),
        ("works department", "department", "of", "works department"),
        ("house committee on the budget", "committee", "on", "house budget committee"),
    ],
)
def test_an_office_is_named_last(written: str, office: str, joint: str, turned: str) -> None:
    assert turn_office(written.split(), office, joint) == tuple(turned.split())


@pytest.mark.parametrize(
    ("name", "source", "wanted"),
    [
        ("Norport Times", "Norport", True),
        ("North Tarn Times", "ntt", True),
        ("North Tarn Times", "NTTimes", True),
        ("Harbour Post", "hpo", True),
        ("The Norport Herald", "noh", True),
        ("Harbour Post", "nht", False),
        ("Harbour Post", "hp2", False),
        ("Norport Herald", "Norland Herald", False),
    ],
)
def test_an_outlet_goes_by_its_name_a_part_of_it_or_the_openings_of_its_words(
    name: str, source: str, wanted: bool
) -> None:
    assert is_outlet(name, source) is wanted
