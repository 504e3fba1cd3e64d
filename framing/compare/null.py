"""Permutation self-check: the claims that these rules make under shuffled source labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.compare.claims import judge
from framing.compare.differences import Labels, labels_of
from framing.compare.features import FeatureTable, measure_features
from framing.compare.records import Comparison, NullCheck
from framing.measure.ledger import open_ledger
from framing.measure.tone import main_actors

if TYPE_CHECKING:
    import numpy as np

    from framing.evidence import Analysis

LEAST_DRAWS, MOST_DRAWS = 20, 200  # shuffles behind a report; `framing null --draws` makes more
DRAWN = 20_000  # articles dealt out anew in all


def null_check(
    analysis: Analysis, draws: int = 200, seed: int = 7, *, headline: Sequence[str] | None = None
) -> NullCheck:
    """How many claims hold when which source wrote which article is shuffled inside events, `draws` times."""
    ledger = open_ledger(analysis)
    table = measure_features(ledger, main_actors(ledger), headline)
    return _check_claims(table, labels_of(ledger), len(ledger.sources), draws, seed)


def shuffle_labels(comparison: Comparison, seed: int) -> NullCheck | None:
    """The null check of a report, a large run shuffled less often; None where nothing was tested."""
    if not comparison.claims["p"].notna().any():
        return None
    draws = max(LEAST_DRAWS, min(MOST_DRAWS, DRAWN // len(comparison.analysis.articles)))
    return check_comparison(comparison, draws, seed)


def with_checks(comparison: Comparison, seed: int) -> Comparison:
    """The comparison with its two self-checks for the appendix: names exchanged, labels shuffled."""
    from framing.audit import audit_analysis

    audit = audit_analysis(comparison.analysis).sentences
    return replace(comparison, null=shuffle_labels(comparison, seed), audit=audit)


def check_comparison(comparison: Comparison, draws: int, seed: int) -> NullCheck:
    """The null check of a comparison, from the features that it was made of."""
    return _check_claims(comparison.features, comparison.labels, len(comparison.sources), draws, seed)


def _check_claims(table: FeatureTable, labels: Labels, sources: int, draws: int, seed: int) -> NullCheck:
    """Claims that hold in each shuffle, counted."""
    import numpy as np

    random = np.random.default_rng(seed)
    false = []
    tested = 0
    for _ in range(draws):
        claims = judge(table, shuffled(labels, random), sources, seed=seed, quick=True)
        tested = sum(claim.found.test != "none" for claim in claims)
        false.append(sum(claim.holds for claim in claims))
    with_false = sum(count > 0 for count in false)
    sentence = (
        f"With the labels shuffled {draws} times, these rules would have made at least one claim in {with_false} "
        f"of {draws} reports ({sum(false)} claims among {tested * draws:,} differences tested)."
    )
    return NullCheck(draws, with_false, sum(false), tested, sentence)


def shuffled(labels: Labels, random: np.random.Generator) -> Labels:
    """Source labels exchanged among the articles of each event; among all when no event has two sources."""
    import numpy as np

    strata = labels.event_of
    mixed = any(len(np.unique(labels.source_of[strata == event])) > 1 for event in np.unique(strata))
    if not mixed:
        strata = np.zeros_like(strata)
    by_event = np.lexsort((np.arange(len(strata)), strata))
    by_chance = np.lexsort((random.random(len(strata)), strata))
    source_of = labels.source_of.copy()
    source_of[by_event] = labels.source_of[by_chance]
    return labels._replace(source_of=source_of)
