"""Rates, intervals, permutation tests, families of tests, log-odds: formulas only, each with its source."""

from __future__ import annotations

from framing.stats.families import benjamini_hochberg
from framing.stats.intervals import design_effect, mean_interval, mean_rate, share_interval, share_rate, wilson
from framing.stats.logodds import log_odds
from framing.stats.permutation import label_permutation, sign_flip, sign_flip_columns
from framing.stats.rate import CLAIM_FROM, INTERVAL_FROM, NOTHING, Rate

__all__ = [
    "CLAIM_FROM",
    "INTERVAL_FROM",
    "NOTHING",
    "Rate",
    "benjamini_hochberg",
    "design_effect",
    "label_permutation",
    "log_odds",
    "mean_interval",
    "mean_rate",
    "share_interval",
    "share_rate",
    "sign_flip",
    "sign_flip_columns",
    "wilson",
]
