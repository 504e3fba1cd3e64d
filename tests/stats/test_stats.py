"""Formulas against hand-worked values and brute force."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.stats import (
    benjamini_hochberg,
    design_effect,
    label_permutation_columns,
    log_odds,
    mean_interval,
    mean_rate,
    share_interval,
    share_rate,
    sign_flip_columns,
    wilson,
)


def sign_flip(differences):
    return float(sign_flip_columns(differences[:, None])[0])


def label_permutation(one, other):
    return float(label_permutation_columns(one[:, None], other[:, None])[0])


values = st.lists(st.integers(-20, 20).map(float), min_size=1, max_size=9)


def test_a_mean_has_an_interval_only_from_five_articles():
    assert mean_interval(np.array([1.0, 2.0, 3.0, 4.0])) == (2.5, None, None)
    mean, low, high = mean_interval(np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    assert (mean, low, high) == pytest.approx((3.0, 1.0368, 4.9632), abs=1e-4)


def test_wilson_matches_the_published_example():
    assert wilson(0.5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)


def test_no_trial_says_nothing():
    assert wilson(0.0, 0) == (0.0, 1.0)
    assert share_interval(np.zeros(3), np.zeros(3)) == (0.0, None, None)


def test_alike_mentions_inside_articles_widen_the_interval():
    of = np.full(6, 10.0)
    spread, lumped = np.array([5.0, 5, 5, 5, 5, 5]), np.array([10.0, 10, 10, 0, 0, 0])
    assert design_effect(spread, of) == 1.0
    assert design_effect(lumped, of) == pytest.approx(12.0)
    narrow, wide = share_interval(spread, of), share_interval(lumped, of)
    assert narrow[0] == wide[0] == 0.5
    assert wide[2] - wide[1] > 2 * (narrow[2] - narrow[1])


def test_a_share_of_one_still_has_an_interval_below_one():
    share, low, high = share_interval(np.full(5, 3.0), np.full(5, 3.0))
    assert share == 1.0
    assert low is not None and 0.4 < low < 0.9
    assert high == 1.0


@given(values)
@tried(60)
def test_sign_flip_equals_brute_force(differences):
    seen = abs(sum(differences))
    totals = [
        abs(sum(s * d for s, d in zip(signs, differences, strict=True)))
        for signs in product((1, -1), repeat=len(differences))
    ]
    expected = sum(total >= seen - 1e-9 for total in totals) / len(totals)
    assert sign_flip(np.array(differences)) == pytest.approx(expected)


@given(values, values)
@tried(60)
def test_label_permutation_equals_brute_force(one, other):
    pooled, k = [*one, *other], len(one)
    total, n = sum(pooled), len(pooled)
    sums = (sum(chosen) for chosen in combinations(pooled, k))
    gaps = [abs(first / k - (total - first) / (n - k)) for first in sums]
    seen = gaps[0]  # the first combination is `one` itself
    expected = np.mean([gap >= seen - 1e-9 for gap in gaps])
    exact = len(gaps) <= 20_000
    assert label_permutation(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-9 if exact else 0.02)


@given(st.lists(st.floats(-5, 5), min_size=16, max_size=30), st.randoms(use_true_random=False))
@tried(20)
def test_sampled_tests_ignore_order_and_side(column, random):
    differences = np.array(column)
    shuffled = list(column)
    random.shuffle(shuffled)
    p = sign_flip(differences)
    assert sign_flip(np.array(shuffled)) == p
    assert sign_flip(-differences) == p
    assert label_permutation(differences, differences[:9] + 1) == label_permutation(
        differences[:9] + 1, np.array(shuffled)
    )


def test_sampled_p_is_close_to_the_exact_one():
    differences = np.random.default_rng(1).normal(0.4, 1, 14)
    exact = sign_flip(differences)
    doubled = np.concatenate([differences, [1e-12]])  # fifteen: sampled
    assert sign_flip(doubled) == pytest.approx(exact, abs=0.01)


def test_many_units_use_the_normal_limit():
    random = np.random.default_rng(2)
    differences = random.normal(0.1, 1, 399)
    sampled, limit = sign_flip(differences), sign_flip(np.concatenate([differences, [1e-9]]))
    assert limit == pytest.approx(sampled, abs=0.02)


def test_columns_leave_out_what_is_not_a_number():
    table = np.array([[1.0, np.nan], [2.0, 1.0], [3.0, 1.0], [np.nan, 1.0]])
    p = sign_flip_columns(table)
    assert p.tolist() == [sign_flip(np.array([1.0, 2.0, 3.0])), sign_flip(np.ones(3))]


@given(st.integers(0, 2**32), st.integers(4, 30), st.integers(4, 30))
@tried(20)
def test_labels_of_many_columns_are_exchanged_as_of_each_alone(seed, mine, theirs):
    random = np.random.default_rng(seed)
    one, other = (np.round(random.normal(0, 2, (size, 5)), 1) for size in (mine, theirs))
    one[:2, 1] = other[0, 2] = np.nan
    one[:, 3] = np.nan
    together = label_permutation_columns(one, other)
    alone = [label_permutation(a[np.isfinite(a)], b[np.isfinite(b)]) for a, b in zip(one.T, other.T, strict=True)]
    assert together.tolist() == alone
    assert together[3] == 1.0


def test_nothing_differs_gives_p_one():
    assert sign_flip(np.zeros(8)) == 1.0
    assert label_permutation(np.ones(5), np.ones(6)) == 1.0


def test_q_values_of_the_published_step_up():
    p = np.array([0.01, 0.04, 0.03, np.nan, 0.5])
    q = benjamini_hochberg(p)
    assert q[[0, 1, 2, 4]] == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert np.isnan(q[3])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
@tried(50)
def test_q_values_are_those_of_scipy(p):
    from scipy.stats import false_discovery_control

    assert benjamini_hochberg(np.array(p)) == pytest.approx(false_discovery_control(p), rel=1e-14, abs=0)


def test_log_odds_ranks_a_planted_word_and_turns_around():
    one, other = np.array([30.0, 100.0, 100.0]), np.array([5.0, 100.0, 120.0])
    ratio, z = log_odds(one, other, one + other)
    assert z.argmax() == 0 and z[0] > 2
    back_ratio, back = log_odds(other, one, one + other)
    assert (back, back_ratio) == (pytest.approx(-z), pytest.approx(-ratio))


def test_a_rate_counts_only_articles_that_can_hold_a_row():
    rate = mean_rate(np.array([1.0, np.nan, 3.0]), "per 1,000 own words", rows=("a",), count=1.0, denominator=10.0)
    assert (rate.value, rate.n, rate.note) == (2.0, 2, "2 articles: description only")
    share = share_rate(
        np.array([1.0, 0.0]), np.array([2.0, 0.0]), "share of quotes", rows=("a",), denominator_rows=("a", "b")
    )
    assert (share.value, share.n, share.low) == (0.5, 1, None)
