"""worksheet.html in a real browser, opened from disk: tag, reload, save, open again, hand in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import IN_BROWSER, open_browser, sync_api, watched_page

from framing.classroom import write_class_report

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with open_browser(tmp_path_factory.mktemp("profile"), width=1000) as browser:
        yield browser


@pytest.fixture
def page(browser: Any, sheets: Path) -> Iterator[Any]:
    file = (sheets / "worksheet.html").as_uri()
    with watched_page(browser, lambda url: url == file or url.startswith("blob:")) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(file)
        page.evaluate("localStorage.clear()")
        page.reload()
        yield page


def word(page: Any, letter: str, words: str) -> Any:
    return page.locator(f".text[data-text={letter}] .w", has_text=words).first


def mark(page: Any, letter: str, words: str, tag: str) -> None:
    word(page, letter, words).click()
    page.click(f"button[data-tag={tag}]")


def saved(page: Any, folder: Path) -> Path:
    with page.expect_download() as download:
        page.click("#save")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_tag_reload_save_and_hand_in(page: Any, sheets: Path, tmp_path: Path) -> None:
    mark(page, "A", "crushed", "loaded")
    word(page, "B", "brutal").click()
    word(page, "B", "attack").click()
    page.click("button[data-tag=naming]")
    page.fill("[data-missing=A]", "people of the valley")
    page.fill("#code", "k7")
    page.reload()
    assert page.locator("#marks li").count() == 2
    assert page.input_value("[data-missing=A]") == "people of the valley"
    file = saved(page, tmp_path)
    assert file.name == "marks-K7.json"
    data = json.loads(file.read_text("utf-8"))
    assert [one["words"] for one in data["marks"]] == ["crushed", "brutal attack"]
    assert set(data) == {"format", "version", "sheet", "code", "marks", "missing"}, "a code, and nothing about a person"
    result = write_class_report([file], tmp_path / "class", articles=sheets)
    assert result.pupils == 1 and result.left_out == ()


def test_a_name_is_no_code(page: Any, tmp_path: Path) -> None:
    page.fill("#code", "Leyla")
    page.click("#save")
    assert "number" in page.inner_text("#code-says")
    page.fill("#code", "L4")
    assert saved(page, tmp_path).name == "marks-L4.json"


def test_saved_marks_open_again(page: Any, tmp_path: Path) -> None:
    mark(page, "A", "killed", "good")
    page.fill("#code", "X1")
    file = saved(page, tmp_path)
    page.click("#wipe")
    assert page.locator("#marks li").count() == 0
    page.set_input_files("#file", str(file))
    sync_api.expect(page.locator("#marks li")).to_have_count(1)
    assert "good" in (word(page, "A", "killed").get_attribute("class") or "")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "cannot be read"),
        ("{}", "holds no marks"),
        ('{"format":"framing-marks","sheet":"x"}', "another worksheet"),
    ],
)
def test_foreign_files_are_refused(page: Any, tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(content, "utf-8")
    page.set_input_files("#file", str(file))
    sync_api.expect(page.locator("#kept")).to_contain_text(told)


def test_marks_are_taken_away(page: Any) -> None:
    mark(page, "A", "crushed", "loaded")
    word(page, "A", "crushed").click()
    assert page.locator("#marks li").count() == 0
    mark(page, "A", "crushed", "loaded")
    page.click("#marks button")
    assert page.locator("#marks li").count() == 0


def test_dragging_over_words_picks_them(page: Any) -> None:
    first, last = word(page, "A", "crushed").bounding_box(), word(page, "A", "camp").bounding_box()
    page.mouse.move(first["x"] + 2, first["y"] + 5)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] - 2, last["y"] + 5, steps=5)
    page.mouse.up()
    sync_api.expect(page.locator("#picked")).to_contain_text("crushed the camp")


def test_keyboard_alone_is_enough(page: Any) -> None:
    page.locator(".text[data-text=A]").focus()
    for key in ("ArrowRight", "ArrowRight", "Enter", "Shift+ArrowRight", "1"):
        page.keyboard.press(key)
    assert page.locator("#marks q").inner_text() == "raids valley"
    page.keyboard.press("Escape")
    assert page.locator("[data-tag=loaded]").is_disabled()


def test_phones_do_not_scroll_sideways(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    mark(page, "A", "crushed", "loaded")
    assert page.locator("#marks li").count() == 1
    page.set_viewport_size({"width": 1000, "height": 900})


def test_paper_shows_texts_and_no_buttons(page: Any) -> None:
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible() and page.locator(".text").first.is_visible()
    page.emulate_media(media="screen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["worksheet.html", "reveal.html", "class-report.html"])
def test_axe_finds_no_violation(page: Any, sheets: Path, tmp_path: Path, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    mark(page, "A", "crushed", "loaded")
    page.fill("#code", "K7")
    file = sheets / name
    if name == "class-report.html":
        write_class_report([saved(page, tmp_path)], tmp_path, articles=sheets)
        file = tmp_path / name
    if name != "worksheet.html":
        page.goto(file.as_uri())
        page.asked[:] = [url for url in page.asked if url != file.as_uri()]
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    violations = axe.run(page).response["violations"]
    page.emulate_media(color_scheme="light")
    assert [(one["id"], one["nodes"][0]["html"][:150]) for one in violations] == []
