"""One way to print each kind of number, wherever it stands."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import say

NUMBERS = st.floats(min_value=-1e6, max_value=1e6)


@pytest.mark.parametrize("value", [0.0, -0.0, 0.004, -0.004])
def test_a_zero_tone_is_printed_in_one_way(value: float) -> None:
    assert say.tone(value) == say.value(value, "on a scale from −1 to 1") == "0.00"


@given(NUMBERS)
def test_no_number_has_a_hyphen_for_a_minus_or_a_minus_before_zero(value: float) -> None:
    for text in (say.fixed(value, 2), say.tone(value), say.number(value), say.rate(value), say.percent(value)):
        assert "-" not in text
        assert not text.startswith("−") or any(digit in text for digit in "123456789")


@given(st.floats(min_value=0, max_value=1))
def test_a_share_is_whole_percent(share: float) -> None:
    assert abs(int(say.percent(share).removesuffix(" %")) - 100 * share) <= 0.5 + 1e-9


def test_counts_and_rates_have_the_digits_they_deserve() -> None:
    assert [say.number(value) for value in (3, 2.5, 1204, -1, 0.04)] == ["3", "2.5", "1,204", "−1", "0"]
    assert [say.rate(value) for value in (104.2, 10.34, 0.452, 0)] == ["104", "10.3", "0.45", "0"]
    assert say.within(2.5, 1.2, 3.8, 12) == "2.5 [1.20, 3.8] (n = 12)"
    assert say.within(0.5, None, None, 1) == "0.50 (n = 1)"


def test_no_number_is_a_dash() -> None:
    assert {say.fixed(None, 2), say.fixed(math.nan, 1), say.tone(None), say.rate(math.nan), say.chance(None)} == {"–"}
    assert say.value(math.nan, "share of quotes") == "–"


def test_a_value_is_printed_as_its_unit_wants_it() -> None:
    assert say.value(0.21, "share of quotes") + say.of_unit("share of quotes") == "21 % of quotes"
    assert say.value(-0.2, "on a scale from −1 to 1") == "−0.20"
    assert say.value(10.34, "per 1,000 own words") + say.of_unit("per 1,000 own words") == "10.3 per 1,000 own words"


@pytest.mark.parametrize(
    ("q", "sentence", "column"),
    [(0.0004, "< .001", "<.001"), (0.0342, "= .034", ".034"), (0.25, "= .25", ".250"), (1.0, "= 1", "1.000")],
)
def test_a_q_value_loses_its_zero(q: float, sentence: str, column: str) -> None:
    assert (say.q_value(q), say.chance(q)) == (sentence, column)


def test_a_sample_without_events_names_none() -> None:
    assert say.sample(1, 0, 250) == "1 article, 250 words"
    assert say.sample(3, 2, 1204) == "3 articles on 2 events, 1,204 words"


def test_lists_and_counts_in_words() -> None:
    assert say.listed(["A", "B", "C"]) == "A, B and C"
    assert say.listed(["A", "B", "C", "D"], last="or", most=3) == "A, B, C or 1 other"
    assert [say.times(count) for count in (1, 2, 3, 2.5)] == ["once", "twice", "3 times", "2.5 times"]
    assert (say.plural(1, "article"), say.plural(2, "article")) == ("1 article", "2 articles")
    assert (say.possessive("Markov"), say.possessive("officials")) == ("Markov’s", "officials’")
