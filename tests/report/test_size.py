"""A report of many articles stays a file that a browser opens at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tables import random_run

from framing.compare import compare_sources
from framing.report import write_report


@pytest.mark.slow
def test_five_hundred_articles_in_all_formats(tmp_path: Path) -> None:
    run = random_run(3, sources=5, events=100)
    texts = dict.fromkeys(run.articles["article"], "Words about the valley and whoever lives there. " * 120)
    write_report(compare_sources(type(run)(run.evidence, run.articles, run.actors, texts)), tmp_path)
    assert (tmp_path / "report.html").stat().st_size < 5_000_000
