"""A report costs little beside the reading: CPU seconds, measured once, with room for slow machines."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sample_run import sample_comparison
from tables import random_run

from framing.compare import compare_sources
from framing.report import write_report

pytestmark = pytest.mark.slow  # whole reports are typeset


def test_five_articles_in_all_formats(tmp_path: Path) -> None:
    comparison = sample_comparison()
    start = time.process_time()
    write_report(comparison, tmp_path)
    assert time.process_time() - start < 3.0


@pytest.mark.slow
def test_five_hundred_articles_in_all_formats(tmp_path: Path) -> None:
    run = random_run(3, sources=5, events=100)
    texts = dict.fromkeys(run.articles["article"], "Words about the valley and whoever lives there. " * 120)
    comparison = compare_sources(type(run)(run.evidence, run.articles, run.actors, texts))
    start = time.process_time()
    write_report(comparison, tmp_path)
    assert time.process_time() - start < 20.0
    assert (tmp_path / "report.html").stat().st_size < 5_000_000
