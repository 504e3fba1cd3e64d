"""Pairs of sources, their tests, and leaving out an article."""

from __future__ import annotations

import numpy as np
from tables import claims_of, random_run

from framing.compare.differences import Labels, left_out_means, pairs_of


def test_below_four_articles_nothing_is_tested():
    claims = claims_of(random_run(1, events=3, planted=9.0))
    assert claims["p"].isna().all() and not claims["holds"].any()
    assert claims["sentence"].str.startswith("Cannot tell from n = 3 and 3 articles").any()


def test_few_shared_events_fall_back_to_labels():
    tests = claims_of(random_run(1, events=5)).set_index("feature")["test"]
    assert set(tests["loaded/narrator"]) == {"labels"}
    matched = claims_of(random_run(1, events=6)).set_index("feature")["test"]
    assert set(matched["loaded/narrator"]) == {"matched events"}


def test_more_than_six_sources_stand_each_against_the_others():
    assert len(pairs_of(6)) == 15
    claims = claims_of(random_run(1, sources=7, events=7))
    assert set(claims["against"]) == {"the others"}


def test_leaving_out_an_article_is_what_it_says():
    random = np.random.default_rng(3)
    values, labels = random.normal(size=12), Labels(np.tile([0, 1], 6), np.repeat(np.arange(3), 4), -1)
    fast = left_out_means(values, labels, (0, 1), "matched events")

    def gap(kept):
        gaps = []
        for event in range(3):
            one = [values[k] for k in kept if labels.event_of[k] == event and labels.source_of[k] == 0]
            other = [values[k] for k in kept if labels.event_of[k] == event and labels.source_of[k] == 1]
            if one and other:
                gaps.append(np.mean(one) - np.mean(other))
        return np.mean(gaps)

    order = [k for source in (0, 1) for k in range(12) if labels.source_of[k] == source]
    slow = [gap([k for k in range(12) if k != out]) for out in order]
    np.testing.assert_allclose(fast, slow)
