"""The permutation self-check."""

from __future__ import annotations

from tables import random_run

from framing.compare import null_check


def test_the_null_check_is_seeded_and_says_what_it_did():
    run = random_run(8, events=12)
    check = null_check(run, draws=20)
    assert check == null_check(run, draws=20)
    assert check.reports == 20 and 0 <= check.with_false_claim <= 4
    assert f"in {check.with_false_claim} of 20 reports" in check.sentence


def test_a_real_difference_does_not_survive_its_own_null_check(planted, compared):
    assert compared.claims["holds"].any()
    assert null_check(planted, draws=40).share <= 0.15
