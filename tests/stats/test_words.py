"""Word shifts add up, change sign when the texts change places, and name the word that was planted."""

from __future__ import annotations

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import InputError
from framing.stats.words import shift_totals

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 50), min_size=1)


@given(COUNTS, COUNTS, st.integers(1, 9999), st.integers(1, 9999))
def test_totals_add_up_and_flip(one, other, first, second):
    shift, back = shift_totals(one, first, other, second), shift_totals(other, second, one, first)
    assert fsum(part.value for part in shift.words) == pytest.approx(shift.difference, rel=1e-9, abs=1e-9)
    assert [(p.word, -p.value) for p in back.words] == [(p.word, p.value) for p in shift.words]


@given(COUNTS, COUNTS, st.integers(0, 9))
def test_what_is_shown_and_the_rest_add_up(one, other, count):
    shift = shift_totals(one, 100, other, 80)
    shown, rest = shift.top(count)
    assert len(shown) <= count
    assert fsum([*(part.value for part in shown), rest]) == pytest.approx(shift.difference, abs=1e-9)


def test_the_planted_word_comes_first():
    shift = shift_totals({"sham": 1.4, "vote": 0.4}, 1000, {"vote": 0.8}, 2000)
    assert [part.word for part in shift.words] == ["sham", "vote"]
    assert (shift.one, shift.other) == pytest.approx((1.8, 0.4))
    assert shift.words[0].value == pytest.approx(1.4)
    assert shift.words[1].value == pytest.approx(0.0)


def test_texts_without_words_are_refused():
    with pytest.raises(InputError, match="without words"):
        shift_totals({}, 0, {"a": 1.0}, 10)
