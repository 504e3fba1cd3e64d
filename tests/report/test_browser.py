"""The page in a real browser, opened from disk: filters, opening bars and rows, keyboard, dark mode, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from browsing import IN_BROWSER, open_browser, sync_api, watched_page
from sample_run import TEXTS, sample_analysis

from framing.compare import compare_sources
from framing.compare.verdicts import read_verdicts
from framing.evidence.analysis import Verdict
from framing.report import write_report

JUDGED = (("defensive operation", "attack"), ("Massacre", "defensive operation"))
SIDES = {
    "event": "raid",
    "referent": "raid",
    "source_a": "Bell",
    "source_b": "Courier",
    "neutral": "",
    "verdict": "",
    "tells": "yes",
    "why": "",
    "beside": "",
}
EARLIER = (Verdict("loaded-9", "drop", "Leyla", "it, too, is a name"),)
pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    texts = {article: f"{text}\n\n\U0001f4a5 <b>bold</b> end" for article, text in TEXTS.items()}
    texts["b1"] = texts["b1"].replace("villagers say", "\U0001f4a5villagers say")
    comparison = compare_sources(sample_analysis(TEXTS | {"b2": texts["b2"]}))
    cues = comparison.analysis.evidence.query("kind == 'cue'").set_index("text")["id"]
    pairs = [{"a": cues[a], "b": cues[b], "words_a": a, "words_b": b, "name": a, **SIDES} for a, b in JUDGED]
    judged = replace(comparison.analysis, verdicts=EARLIER)
    write_report(replace(comparison, analysis=judged, wordings=pd.DataFrame(pairs)), folder, ["html"])
    return folder / "report.html"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with open_browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:
    with watched_page(browser, lambda url: url == file.as_uri()) as page:
        page.goto(file.as_uri())
        yield page


def shown(page: Any) -> int:
    """Rows in the table of findings."""
    return page.locator("#rows tbody tr").count()


def test_all_findings_are_listed(page: Any) -> None:
    assert shown(page) == 28
    assert page.locator("#status").inner_text().startswith("28 findings")


@pytest.mark.parametrize(
    ("filter", "label", "expected"),
    [("source", "Courier", 10), ("voice", "reported claim", 5), ("kind", "loaded word", 3), ("actor", "Borduria", 1)],
)
def test_filters(page: Any, filter: str, label: str, expected: int) -> None:
    page.select_option(f"#f-{filter}", label=label)
    assert shown(page) == expected
    page.click("button[type=reset]")
    sync_api.expect(page.locator("#rows tbody tr")).to_have_count(28)


def test_words_are_searched(page: Any) -> None:
    page.fill("#f-text", "MASSACRE")
    assert shown(page) == 6
    page.fill("#f-text", "no such word")
    assert page.locator("#status").inner_text() == "0 findings"


def test_filters_work_together(page: Any) -> None:
    page.select_option("#f-source", label="Bell")
    page.select_option("#f-kind", label="wording")
    page.select_option("#f-voice", label="outlet’s own words")
    assert shown(page) == 1


def test_a_mark_in_a_chart_opens_its_rows(page: Any) -> None:
    hit = page.locator(".plot .hit").first
    rows = (hit.get_attribute("data-rows") or "").split()
    hit.click()
    assert shown(page) == len(rows) > 0
    assert "behind" in page.locator("#status").inner_text()
    assert page.evaluate("document.activeElement.id") == "h-explore"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_mark_opens_with_the_keyboard(page: Any, key: str) -> None:
    page.locator(".plot .hit").nth(1).focus()
    page.keyboard.press(key)
    assert 0 < shown(page) < 28


def test_marks_are_reached_with_the_tab_key(page: Any) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('hit')"):
            break
    assert page.evaluate("document.activeElement.getAttribute('role')") == "button"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_arrow_keys_go_from_mark_to_mark(page: Any) -> None:
    def at() -> str:
        return page.evaluate("document.activeElement.getAttribute('aria-label')")

    labels = page.locator(".plot svg").first.locator(".hit").evaluate_all("all => all.map(one => one.ariaLabel)")
    page.locator(".plot .hit").first.focus()
    page.keyboard.press("ArrowRight")
    assert at() == labels[1]
    page.keyboard.press("End")
    assert at() == labels[-1]
    page.keyboard.press("ArrowDown")
    assert at() == labels[-1]
    page.keyboard.press("Home")
    assert at() == labels[0]


def test_a_chart_is_one_stop_of_the_tab_key(page: Any) -> None:
    for chart in page.locator(".plot svg").all():
        assert chart.locator(".hit[tabindex='0']").count() <= 1


def test_numbers_of_a_table_open_their_rows(page: Any) -> None:
    page.locator(".chart details summary").first.click()
    button = page.locator(".chart button.open").first
    rows = (button.get_attribute("data-rows") or "").split()
    button.click()
    assert shown(page) == len(rows)


def test_every_row_is_found_in_its_article(page: Any) -> None:
    for place in range(shown(page)):
        words = page.locator("#rows tbody tr").nth(place).locator("td").nth(2).inner_text()
        page.locator("#rows tbody tr").nth(place).locator("button.open").click()
        marked = page.locator("mark.now").all_inner_texts()
        assert "".join(marked) == words, words
        assert page.evaluate("document.activeElement.classList.contains('now')")


def test_marks_leave_the_article_as_it_was(page: Any) -> None:
    texts = page.locator("details.article").evaluate_all("all => all.map(one => one.textContent)")
    for place in (0, 5, 9):
        page.locator("#rows tbody tr").nth(place).locator("button.open").click()
    page.evaluate("document.querySelectorAll('mark.now').forEach(one => one.replaceWith(...one.childNodes))")
    assert page.locator("details.article").evaluate_all("all => all.map(one => one.textContent)") == texts


def test_decisions_about_pairs_are_saved_with_earlier_ones(page: Any) -> None:
    first, second = page.locator(".judge:visible").all()
    first.get_by_label("no", exact=True).focus()
    page.keyboard.press("Space")
    second.get_by_label("call it").fill('=the "raid", in short')
    assert page.locator("#judged").inner_text().startswith("1 accepted, 1 rejected, 0 not decided")
    with page.expect_download() as saved:
        page.locator("#save-verdicts").press("Enter")
    assert saved.value.suggested_filename == "verdicts.csv"
    table = read_verdicts(Path(saved.value.path()))
    assert list(table["verdict"]) == ["drop", "drop", "keep"]
    assert list(table["id"]) == ["loaded-9", *(one.get_attribute("data-pair") for one in (first, second))]
    assert (table["why"][0], table["name"][2]) == ("it, too, is a name", 'the "raid", in short')
    page.asked[1:] = [url for url in page.asked[1:] if not url.startswith("blob:")]


def test_dark_mode_is_a_switch(page: Any) -> None:
    def ground() -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    before = ground()
    page.click("#theme")
    assert ground() != before and page.get_attribute("#theme", "aria-pressed") == "true"


def test_print_has_articles_and_no_controls(page: Any) -> None:
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible() and not page.locator(".filters").is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.article p").first.is_visible()
    page.emulate_media(media="screen")


def test_narrow_screens_do_not_scroll_sideways(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1100, "height": 900})


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation(page: Any, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    violations = axe.run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:150]) for one in violations] == []
