"""Rates, intervals, permutation tests, families of tests, log-odds: formulas only, each with its source."""

from __future__ import annotations

from framing.stats.intervals import (
    CLAIM_FROM,
    INTERVAL_FROM,
    NOTHING,
    Rate,
    design_effect,
    mean_interval,
    mean_rate,
    share_interval,
    share_rate,
    wilson,
)
from framing.stats.permutation import benjamini_hochberg, label_permutation_columns, sign_flip_columns
from framing.stats.words import log_odds

__all__ = [
    "CLAIM_FROM",
    "INTERVAL_FROM",
    "NOTHING",
    "Rate",
    "benjamini_hochberg",
    "design_effect",
    "label_permutation_columns",
    "log_odds",
    "mean_interval",
    "mean_rate",
    "share_interval",
    "share_rate",
    "sign_flip_columns",
    "wilson",
]
