"""A profile says what its rows say, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tried
from recount import countable, rates_in, recounted
from tables import analysis, article, random_run, row

from framing.errors import InputError, UsageError
from framing.measure.ledger import open_ledger
from framing.profile import profile_source


@given(st.integers(0, 10_000))
@tried(12)
def test_every_rate_recounts_from_its_rows(seed):
    run = random_run(seed, sources=2, events=6)
    rates = [rate for rate in rates_in(profile_source(run, "S0", by="month")) if countable(rate)]
    assert len(rates) > 10
    for rate in rates:
        assert rate.value == pytest.approx(recounted(rate, run, "S0"))
        ids = run.evidence.set_index("id").loc[list(rate.rows)]
        assert rate.count == pytest.approx(ids["share"].sum())
        assert (rate.low is None) == (rate.n < 5)


def test_a_calm_article_lowers_the_rate():
    loud = [article("a1", "Daily", own_words=100), article("a2", "Daily", own_words=100)]
    rows = [row("loaded", "a1", "epithet"), row("loaded", "a1", "epithet")]
    both = profile_source(analysis(loud, rows), "Daily").loaded[0].total
    one = profile_source(analysis(loud[:1], rows), "Daily").loaded[0].total
    assert (one.value, both.value) == (20.0, 10.0)
    assert both.n == 2 and both.note == "2 articles: description only"


def test_wire_copies_are_counted_once():
    run = analysis(
        [article("a1", "Daily"), article("a2", "Daily", duplicate_of="a1")],
        [row("loaded", "a1", "epithet"), row("loaded", "a2", "epithet")],
    )
    profile = profile_source(run, "Daily")
    assert (profile.n, profile.copies, profile.loaded[0].total.count) == (1, 1, 1.0)
    assert profile.warnings[-1] == "Not counted, being copies of another article: 1."


def test_the_articles_table_says_whose_an_article_is():
    run = analysis([article("a1", "Daily")], [row("loaded", "a1", "epithet")])
    moved = type(run)(run.evidence, run.articles.assign(source="Weekly"), run.actors)
    assert profile_source(moved, "Weekly").loaded[0].total.count == 1.0


def test_names_that_differ_in_case_are_one_source():
    run = analysis([article("a1", "Fox"), article("a2", "Fox"), article("a3", "FOX")])
    ledger = open_ledger(run)
    assert ledger.sources == ("Fox",)
    assert profile_source(run, "fox").n == 3
    assert "“FOX” and “Fox” are counted as one source." in profile_source(run, "Fox").warnings


def test_an_unknown_source_is_named_with_those_there_are():
    with pytest.raises(UsageError, match="'Weekly'.*Daily"):
        profile_source(analysis([article("a1", "Daily")]), "Weekly")


def test_no_article_is_an_input_error():
    with pytest.raises(InputError, match="no article"):
        open_ledger(analysis([]))
