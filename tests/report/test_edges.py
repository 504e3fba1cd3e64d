"""Runs that are too small, too large or too empty for a normal report still make an honest one."""

from __future__ import annotations

from pathlib import Path

import pytest
import tables
from printed import pdf_words
from pypdf import PageObject, PdfReader
from sample_run import sample_analysis

from framing.compare import compare_sources
from framing.evidence import Analysis
from framing.profile import profile_source
from framing.report import write_profile, write_report

pytestmark = pytest.mark.slow  # whole reports are typeset


def written(run: Analysis, folder: Path) -> str:
    """The words of the whole report of a run; the page is written too."""
    write_report(compare_sources(run), folder, ["pdf", "html"], full=True)
    return pdf_words(folder / "report.pdf")


def test_without_texts_the_bare_words_are_shown(tmp_path: Path) -> None:
    run = sample_analysis()
    text = written(Analysis(run.evidence, run.articles, run.actors), tmp_path)
    assert "The texts are not part of this run" in text
    assert "critics’ claim" in text
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "the text of 0 of 0 articles" not in page


def test_without_any_finding(tmp_path: Path) -> None:
    articles = [tables.article(f"a{n}", f"S{n}", event="e") for n in range(2)]
    text = written(tables.analysis(articles), tmp_path)
    assert "No listed word that plainly judges" in text and "cannot tell" in text.lower()


def test_what_was_counted_as_loaded_is_said_and_the_words_of_style_stand_beside_it(tmp_path: Path) -> None:
    words = [{**tables.row("loaded", "a0", "vivid", value=0.8), "text": "slams"} for _ in range(2)]
    text = written(tables.analysis([tables.article(f"a{n}", f"S{n}", event="e") for n in range(2)], words), tmp_path)
    assert "No listed word that plainly judges was found" in text and "2: “slams”" in text and "none found" not in text


def test_one_article(tmp_path: Path) -> None:
    text = written(tables.analysis([tables.article("a1", "Solo")], [tables.row("loaded", "a1", "epithet")]), tmp_path)
    assert "How Solo tells it" in text and "fewer than three articles" in text


def test_many_sources(tmp_path: Path) -> None:
    articles = [tables.article(f"a{n:03d}", f"Source number {n:03d}", event=f"e{n % 7}") for n in range(24)]
    rows = [tables.row("tone", f"a{n:03d}", "negative", actor="A", value=-0.5) for n in range(24)]
    rows += [tables.quote(f"a{n:03d}", "Ms Prime", actor="A") for n in range(24)]
    rows += [tables.cue(f"a{n:03d}", f"raid/{'attack' if n % 2 else 'defence'}", n % 2 * 2 - 1.0) for n in range(24)]
    text = written(tables.analysis(articles, rows, [("A", "Aland", "state", "")]), tmp_path)
    assert "How 24 sources tell it" in text and "16 sources more" in text


def test_more_wordings_than_can_be_drawn_become_bars(tmp_path: Path) -> None:
    articles = [tables.article(f"{name}{n}", name, event=f"e{n}") for name in ("Bell", "Wire") for n in range(8)]
    rows = [
        tables.cue(f"{name}{n}", f"raid/{pole}", value, start=place, end=place + 1)
        for name, pole, value in (("Bell", "attack", -1.0), ("Wire", "defence", 1.0), ("Wire", "attack", -1.0))
        for n in range(8)
        for place in range(8)
    ]
    text = written(tables.analysis(articles, rows), tmp_path)
    assert "uses per 1,000 own words" in text


def test_a_profile_over_time(tmp_path: Path) -> None:
    articles = [tables.article(f"a{n}", "Bell", date=f"2024-0{n + 1}-01") for n in range(6)]
    rows = [tables.row("loaded", f"a{n}", "epithet") for n in range(6) for _ in range(n)]
    run = tables.analysis(articles, rows)
    profile = profile_source(run, "Bell", by="month")
    write_profile(profile, tmp_path, ["pdf", "html"], analysis=run)
    assert "How it changes over time" in pdf_words(tmp_path / "report.pdf")


@pytest.mark.parametrize(
    "name", ["The Gazette of the Lower Valley and the " * 4, "Ազատություն", "a/b\\c: *?", "  ", "=1+1"]
)
def test_any_name_of_a_source(tmp_path: Path, name: str) -> None:
    articles = [tables.article(f"a{n}", source, event="e") for n, source in enumerate((name, f"{name}x"))]
    rows = [tables.row("tone", f"a{n}", "negative", actor="A", value=-0.5) for n in range(2)]
    files = write_report(compare_sources(tables.analysis(articles, rows, [("A", "Aland", "state", "")])), tmp_path)
    assert any(path.name == "report.pdf" for path in files)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("sources", [2, 5, 12])
def test_the_first_two_sections_are_a_page_each(tmp_path: Path, sources: int, paper: str) -> None:
    run = tables.random_run(1, sources=sources, events=8)
    write_report(compare_sources(run), tmp_path, ["pdf"], paper=paper)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "report.pdf").pages[:3]]
    assert "At a glance" in pages[0] and "What stands behind it" in pages[1]
    assert "What stands behind it" not in pages[0] and "What stands behind it" not in pages[2]


def heights(page: PageObject) -> dict[str, float]:
    """Each piece of text on a page with its height above the lower edge, in points."""
    found = {}

    def see(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if text.strip():
            found[text.strip()] = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]

    page.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("sources", [5, 12])
def test_no_words_of_the_first_two_pages_run_into_the_foot(tmp_path: Path, sources: int) -> None:
    run = tables.random_run(1, sources=sources, events=8)
    write_report(compare_sources(run), tmp_path, ["pdf"])
    for page in PdfReader(tmp_path / "report.pdf").pages[:2]:
        words = heights(page)
        foot = max(height for text, height in words.items() if text.startswith("Made with framing"))
        below = [text for text, height in words.items() if height < foot + 5 and height != foot]
        assert all(text.startswith("page ") for text in below), below
