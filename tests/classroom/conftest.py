"""Lessons made once for all tests of the classroom: from a small hand-made run, and from the demo corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_run import sample_comparison

from framing.classroom import LessonOptions, write_handout
from framing.compare import Comparison, compare_sources


@pytest.fixture(scope="session")
def small() -> Comparison:
    """Three outlets, two events, nothing parsed."""
    return sample_comparison()


@pytest.fixture(scope="session")
def sheets(small: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an open lesson from the small run."""
    folder = tmp_path_factory.mktemp("sheets")
    write_handout(small, folder, event="raid")
    return folder


@pytest.fixture(scope="session")
def demo() -> Comparison:
    """The demo corpus through the whole chain."""
    from demo import demo_analysis

    return compare_sources(demo_analysis())


@pytest.fixture(scope="session")
def blind(demo: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a blind lesson from the demo corpus."""
    folder = tmp_path_factory.mktemp("blind")
    write_handout(demo, folder, event="departure", options=LessonOptions(blind=True))
    return folder
