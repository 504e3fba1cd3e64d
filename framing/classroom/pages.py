"""Pages for the screen: the pupils' worksheet, the page for the projector, the class report.

One file each, no network, a strict content policy; every word is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.classroom.key import sheets_digest
from framing.classroom.marks import MARKS
from framing.classroom.paper import Paper, text_block
from framing.classroom.records import TAGS, Lesson, Sheet
from framing.report.context import VOICE_LETTERS, VOICES
from framing.report.edition import FOOT
from framing.report.html import own_digest, own_markup, page_asset, page_templates
from framing.text import paragraphs

VERSION = 1
CODE = r"(?=[A-Za-z]*[0-9])[A-Za-z0-9]{1,6}"  # a code holds a digit, so that no name passes


def write_worksheet(lesson: Lesson) -> str:
    """worksheet.html: pupils pick words, tag them, and save a small file; no server, no account.

    Offsets of words count code points of the printed text, whatever the script of the text.
    """
    facts = {"format": MARKS, "version": VERSION, "sheet": sheets_digest(lesson.texts)}
    return _render(
        "worksheet.html.j2", "worksheet.js",
        title=lesson.title, sheets=lesson.texts, blind=lesson.options.blind, paragraphs=_paragraphs, tags=TAGS,
        code=CODE, facts=facts,
    )  # fmt: skip


def _paragraphs(sheet: Sheet) -> Iterator[tuple[bool, list[tuple[int, int, str, int]]]]:
    """Paragraphs as words: (start, end, word, number of the line that it opens when that is a fifth line, or 0).

    Each comes with whether it is the headline.
    """
    opens = {line.start: line.number for line in sheet.lines if line.number % 5 == 0}
    at = len(sheet.headline)
    if at:
        yield True, _words(sheet.text, 0, at, {})
    for low, high in paragraphs(sheet.text[at:]):
        yield False, _words(sheet.text, at + low, at + high, opens)


def _words(text: str, start: int, end: int, opens: dict[int, int]) -> list[tuple[int, int, str, int]]:
    found = re.finditer(r"\S+", text[start:end])
    return [(start + hit.start(), start + hit.end(), hit.group(), opens.get(start + hit.start(), 0)) for hit in found]


def write_reveal(lesson: Lesson) -> str:
    """reveal.html: question by question, answers and outlets behind a click; it works without scripts."""
    sheets = [(one, text_block(one, lesson.findings, blind=True)) for one in lesson.sheets]
    return _render("reveal.html.j2", lesson=lesson, sheets=sheets, voices=VOICES, letters=VOICE_LETTERS)


def write_class_page(page: Paper) -> str:
    """class-report.html: the same blocks as on paper."""
    return _render("class.html.j2", page=page, kind_of=lambda block: type(block).__name__)


def _render(template: str, script: str = "", **data: Any) -> str:
    """A page with the style of the classroom inside; only this style and this script may run in it."""
    css = page_asset("framing.classroom", "classroom.css")
    js = page_asset("framing.classroom", script) if script else ""
    runs = f"'{own_digest(js)}'" if js else "'none'"
    policy = (
        f"default-src 'none'; style-src '{own_digest(css)}'; script-src {runs}; base-uri 'none'; form-action 'none'"
    )
    page = page_templates("framing.classroom").get_template(template)
    return page.render(css=own_markup(css), js=own_markup(js), policy=policy, foot=FOOT, **data)
