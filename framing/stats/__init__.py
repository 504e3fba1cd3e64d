"""Rates, intervals, permutation tests, families of tests, log-odds: formulas only, each with its source."""

from __future__ import annotations

from framing.stats.rate import CLAIM_FROM, INTERVAL_FROM, NOTHING, Rate

__all__ = ["CLAIM_FROM", "INTERVAL_FROM", "NOTHING", "Rate"]
