"""The page as a file: nothing from outside, a policy for its own script and style, and what is left out is said."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from sample_run import sample_comparison
from tables import random_run

from framing.compare import compare_sources
from framing.evidence.view import EvidenceIndex
from framing.report import html, write_report
from framing.report.build import build_report


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("page")
    write_report(sample_comparison(), folder, ["html"])
    return (folder / "report.html").read_text("utf-8")


def test_nothing_is_fetched(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.findall(r'(?:src|href)="(?!#)[^"]', page)
    assert "@import" not in page and "url(#" in page and not re.findall(r"url\((?!#)", page)


@pytest.mark.parametrize(("kind", "element"), [("style", "style"), ("script", "script")])
def test_policy_allows_this_file_and_nothing_else(page: str, kind: str, element: str) -> None:
    allowed = re.search(rf"{kind}-src '(sha256-[^']+)'", page)
    found = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
    assert allowed and len(found) == 1
    digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
    assert allowed[1] == f"sha256-{digest}"
    assert "unsafe" not in page.split("</head>")[0]


def test_every_chart_is_followed_by_its_numbers(page: str) -> None:
    charts = re.findall(r'<figure class="chart".*?</figure>', page, re.DOTALL)
    assert len(charts) >= 5
    for chart in charts:
        assert chart.count("<svg") == 1 and '<table class="data">' in chart and 'aria-label="' in chart


def test_ids_are_unique(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_every_cited_finding_has_a_button_also_the_first() -> None:
    comparison = sample_comparison()
    report, index = build_report(comparison), EvidenceIndex.of(comparison.analysis)
    first = html.plan_page(report, index).rows[0].id
    cited = tuple(replace(one, row=first if n == 0 else one.row) for n, one in enumerate(report.cited))
    shown = html.write_page(replace(report, cited=cited), index)
    items = re.findall(r'<li id="E\d+">.*?</li>', shown, re.DOTALL)
    assert len(items) == len(cited) and all('class="open" data-rows="' in one for one in items)
    assert 'data-rows="0"' in items[0]


def test_links_inside_lead_somewhere(page: str) -> None:
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= ids


def test_small_runs_hold_everything(page: str) -> None:
    assert "All 28 findings of this run" in page


@pytest.mark.slow
def test_large_runs_stay_small_and_say_so(tmp_path: Path) -> None:
    run = random_run(3, sources=5, events=40)
    text = "Words about the valley and whoever lives there. " * 120
    texts = dict.fromkeys(run.articles["article"], text)
    big = type(run)(run.evidence, run.articles, run.actors, texts)
    report = build_report(compare_sources(big))
    page = html.write_page(report, EvidenceIndex.of(big))
    assert len(page.encode()) < 5_000_000
    assert f"of {len(run.evidence):,} findings" in page and "of 200 articles" in page
    cited = {f'id="{ref}"' for ref in report.refs.values()}
    assert all(one in page for one in cited)


def test_offsets_count_as_scripts_count() -> None:
    from framing.report.html import _starts, _units

    assert _units("a\U0001f4a5b") == 4 and _units("Աբ") == 2
    assert _starts("\U0001f4a5\n\nb") == [0, 4]
