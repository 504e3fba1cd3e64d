"""Sources side by side: what order, names, copies and missing findings change, and what they do not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from recount import countable, plain, rates_in, recounted, relabelled, shuffled_rows
from tables import analysis, article, claims_of, random_run, row

from framing.compare import compare_sources
from framing.compare.claims import COLUMNS
from framing.say import value

NUMBERS = ["difference", "low", "high", "p", "q", "value", "value_against"]


def test_swapping_two_sources_flips_every_sign():
    run = random_run(3, sources=2, events=9)
    before = plain(claims_of(run))
    after = plain(claims_of(relabelled(run, {"S0": "S1", "S1": "S0"})))
    for column in ("difference",):
        np.testing.assert_allclose(before[column], -after[column], equal_nan=True)
    np.testing.assert_allclose(before["low"], -after["high"], equal_nan=True)
    for column in ("p", "q", "n", "holds"):
        pd.testing.assert_series_equal(before[column], after[column])


@pytest.mark.slow
@pytest.mark.parametrize("events", [4, 10, 16])
def test_order_and_names_change_nothing_else(events):
    run = random_run(4, events=events, planted=2.0)
    before = plain(claims_of(run))
    reordered = plain(claims_of(shuffled_rows(run, 11)))
    pd.testing.assert_frame_equal(before, reordered, check_exact=False, rtol=1e-9)
    names = {"S0": "Alpha", "S1": "Beta", "S2": "Gamma"}
    renamed = plain(claims_of(relabelled(run, names)))
    pd.testing.assert_frame_equal(before[[*NUMBERS, "n", "holds"]], renamed[[*NUMBERS, "n", "holds"]])


def test_the_same_run_twice_is_the_same(planted, compared):
    pd.testing.assert_frame_equal(compare_sources(planted).claims, compared.claims)


def test_sources_without_shared_events_are_compared_with_a_warning():
    comparison = compare_sources(random_run(1, events=8, matched=False))
    assert any("may come from what they covered" in warning for warning in comparison.warnings)
    assert set(comparison.claims["test"]) <= {"labels", "none"}


def test_voices_are_never_mixed():
    articles = [article(f"{source}{k}", source, event=f"e{k}") for k in range(12) for source in ("A", "B")]
    rows = [row("loaded", f"A{k}", "epithet", voice="attributed", speaker="X") for k in range(12) for _ in range(3)]
    comparison = compare_sources(analysis(articles, rows))
    held = set(comparison.claims.loc[comparison.claims["holds"], "feature"])
    assert "loaded/narrator" not in set(comparison.claims["feature"])
    assert held == {"loaded/others"}


def test_every_rate_of_a_comparison_recounts(planted, compared):
    for records in (compared.voices, compared.loaded, compared.agency, compared.tones):
        for record in records:
            for rate in rates_in(record):
                if countable(rate):
                    assert rate.value == pytest.approx(recounted(rate, planted, record.source))


def test_one_source_alone_is_shown_without_claims():
    comparison = compare_sources(random_run(1, sources=1, events=4))
    assert len(comparison.claims) == 0 and list(comparison.claims.columns[: len(COLUMNS)]) == COLUMNS
    assert len(comparison.voices) == 1 and comparison.contrasts == ()


def test_articles_without_findings_are_enough():
    comparison = compare_sources(analysis([article("a1", "A"), article("b1", "B")]))
    assert comparison.n == {"A": 1, "B": 1} and not comparison.claims["holds"].any()


def test_tables_read_back_by_other_tools_count_the_same(tmp_path):
    run = random_run(6, events=7)
    run.evidence.to_csv(tmp_path / "evidence.csv", index=False)
    run.articles.to_csv(tmp_path / "articles.csv", index=False)
    run.actors.to_csv(tmp_path / "actors.csv", index=False)
    tables = [pd.read_csv(tmp_path / f"{name}.csv") for name in ("evidence", "articles", "actors")]
    claims = claims_of(run)
    pd.testing.assert_frame_equal(claims_of(type(run)(*tables)), claims)
    kinds = run.evidence.astype(
        {name: "category" for name in ("kind", "article", "voice", "label", "actor", "speaker")}
    )
    pd.testing.assert_frame_equal(claims_of(type(run)(kinds, run.articles, run.actors)), claims)


def test_a_value_that_nothing_stands_behind_is_a_dash() -> None:
    assert value(float("nan"), "share of quotes") == "–" and value(0.21, "share of quotes") == "21 %"
