"""The page in a real browser, against the program as it is started: from files to the report and a lesson."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import IN_BROWSER, open_browser, sync_api, watched_page

pytest.importorskip("starlette", reason="starlette is not installed")
ROOT = Path(__file__).parents[2]
STORIES = sorted((ROOT / "corpus" / "demo").glob("dam-*"))[:3] + sorted((ROOT / "corpus" / "demo").glob("accord-*"))[:3]
SOON, LONG = 60_000, 240_000  # milliseconds
pytestmark = [*IN_BROWSER, pytest.mark.engine, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    sync_api.expect.set_options(timeout=SOON // 2)  # the machine may be busy with other tests
    with open_browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The program as a teacher starts it, but for the opening of a browser."""
    home = tmp_path_factory.mktemp("home")
    command = [sys.executable, "-m", "framing", "serve", "--no-browser"]
    run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(home)})
    found = re.search(r"http://\S+", run.stderr.readline() if run.stderr else "")
    assert found
    yield found.group()
    run.terminate()
    assert "Nothing is kept" in run.communicate(timeout=30)[1]
    assert list(home.iterdir()) == [], "something was left behind"


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    with watched_page(browser, lambda url: url.startswith((address, "data:"))) as page:
        page.goto(address)
        yield page


def add(page: Any, *files: Path) -> None:
    page.set_input_files("#files", [str(file) for file in files])
    sync_api.expect(page.locator("#status")).to_contain_text("read", timeout=SOON)
    sync_api.expect(page.locator("#work")).to_be_hidden(timeout=SOON)


def clear(page: Any) -> None:
    """Takes away what an earlier test of this program added."""
    sync_api.expect(page.locator("body[aria-busy]")).to_have_count(0, timeout=SOON)
    sync_api.expect(page.locator("#compare")).to_be_enabled(timeout=SOON)
    if page.locator("#clear").is_visible():
        page.click("#clear")
    sync_api.expect(page.locator("#s-check")).to_be_hidden()


def row(page: Any, title: str) -> Any:
    return page.locator("#rows tbody tr", has_text=title)


def check_axe(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    found = axe.run(page, options={"iframes": False}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_from_six_files_to_a_report_and_a_lesson(page: Any, tmp_path: Path) -> None:
    add(page, *STORIES)
    rows = page.locator("#rows tbody tr")
    sync_api.expect(rows).to_have_count(6)
    first = rows.first.locator("input[type=text]")
    first.fill("The Corrected Gazette")
    first.press("Tab")
    sync_api.expect(rows.first.locator("td").last).not_to_contain_text("the source is")  # the remark is settled
    stories = rows.locator("select")
    before = stories.first.input_value()
    same = [number for number in range(6) if stories.nth(number).input_value() == before]
    stories.nth(same[0]).select_option(label="another story …")
    page.keyboard.type("The story I named")
    page.keyboard.press("Enter")
    for number in same:
        stories.nth(number).select_option(label="The story I named")
    assert len(same) > 1
    sync_api.expect(page.locator("#rows option", has_text=before)).to_have_count(0)
    sync_api.expect(page.locator("#ready")).to_contain_text("6 articles")
    check_axe(page)
    page.click("#compare")
    sync_api.expect(page.locator("#work")).to_be_visible()
    sync_api.expect(page.locator("#report")).to_be_visible(timeout=LONG)
    report = page.frame_locator("#report")
    sync_api.expect(report.locator("body")).to_contain_text("The Corrected Gazette", timeout=SOON)
    sync_api.expect(report.locator("body")).to_contain_text("The story I named")
    assert page.evaluate("document.activeElement.id") == "h-report"
    report.locator("#theme").click()  # the report's own script runs in its frame
    assert report.locator("html").get_attribute("data-theme") in ("dark", "light")
    for words, name in (("Save as PDF", "framing-1-report.pdf"), ("Save tables (zip)", "framing-1-tables.zip")):
        with page.expect_download() as saved:
            page.click(f"text={words}")
        assert saved.value.suggested_filename == name
    with page.context.expect_page() as opened:
        page.click("text=Open in a tab of its own")
    sync_api.expect(opened.value.locator("h1")).to_be_visible(timeout=SOON)
    assert opened.value.evaluate("window.origin") == "null", "the report may not act as the page"
    opened.value.close()
    page.click("#lesson-box summary")
    named = page.locator("#l-story option", has_text="The story I named")
    page.select_option("#l-story", value=named.get_attribute("value"))
    page.check("#l-blind")
    page.click("text=Make the lesson")
    link = page.locator("#lessons a")
    sync_api.expect(link).to_be_visible(timeout=LONG)
    with page.expect_download() as saved:
        link.click()
    saved.value.save_as(tmp_path / "lesson.zip")
    assert {"handout.pdf", "answer-key.pdf", "guess-sheet.pdf"} <= set(
        zipfile.ZipFile(tmp_path / "lesson.zip").namelist()
    )
    check_axe(page)


def test_a_broken_file_sinks_no_other(page: Any, tmp_path: Path) -> None:
    clear(page)
    broken = tmp_path / "broken <b>page.html"
    broken.write_bytes(b"\x00\x01\xff" * 400)
    add(page, *STORIES[:5], broken)
    sync_api.expect(page.locator("#rows tbody tr")).to_have_count(5)
    sync_api.expect(page.locator("#skipped")).to_contain_text("1 file could not be used")
    sync_api.expect(page.locator("#skipped li")).to_contain_text("is binary data, not text")
    check_axe(page)
    for line in page.locator("#rows tbody tr").all()[2:]:
        line.locator("input[type=checkbox]").uncheck()
    sync_api.expect(page.locator("#ready")).to_contain_text("2 articles")
    page.click("#compare")
    sync_api.expect(page.locator("#report-title")).to_contain_text("2 articles", timeout=LONG)
    page.locator("#rows input[type=checkbox]").nth(2).check()
    page.click("#compare")
    sync_api.expect(page.locator("#report-title")).to_contain_text("3 articles", timeout=LONG)
    page.reload()  # what was compared before can be opened again, also after the page was closed
    earlier = page.locator("#earlier button", has_text="2 articles")
    earlier.click()
    sync_api.expect(page.locator("#report-title")).to_contain_text("2 articles")
    assert earlier.get_attribute("aria-pressed") == "true"


def test_it_works_with_the_keyboard_alone(page: Any) -> None:
    clear(page)
    page.locator("#paste-box summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("The Bell <script>")
    page.keyboard.press("Tab")
    page.keyboard.type("Port shut")
    page.keyboard.press("Tab")
    page.keyboard.type("Dockers at the port of Selmouth walked out on Monday, the union said after talks had failed.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    sync_api.expect(row(page, "Port shut")).to_be_visible(timeout=SOON)
    assert row(page, "Port shut").locator("input[type=text]").first.input_value() == "The Bell <script>"
    assert page.evaluate("document.activeElement.id") == "paste-source"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "compare":
            break
    assert page.evaluate("document.activeElement.id") == "compare"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_pages_do_not_scroll_sideways(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 700})
    clear(page)
    add(page, *STORIES[:2])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    check_axe(page)
