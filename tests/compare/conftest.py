"""A run with a planted difference, and its comparison, made once."""

from __future__ import annotations

import pytest
from tables import random_run

from framing.compare import Comparison, compare_sources
from framing.evidence import Analysis


@pytest.fixture(scope="session")
def planted() -> Analysis:
    return random_run(5, events=20, planted=2.5)


@pytest.fixture(scope="session")
def compared(planted: Analysis) -> Comparison:
    return compare_sources(planted)
