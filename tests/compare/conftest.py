"""A run with a planted difference."""

from __future__ import annotations

import pytest
from tables import random_run


@pytest.fixture(scope="module")
def planted():
    return random_run(5, events=20, planted=2.5)
