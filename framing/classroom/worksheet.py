"""worksheet.html: pupils pick words, tag them, and save a small file; no server, no account, no network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from framing.classroom.key import sheets_digest
from framing.classroom.page import render
from framing.classroom.records import TAGS, Sheet

FORMAT = "framing-marks"
VERSION = 1
CODE = r"(?=[A-Za-z]*[0-9])[A-Za-z0-9]{1,6}"  # a code holds a digit, so that no name passes


def write_worksheet(sheets: Sequence[Sheet], title: str, *, blind: bool) -> str:
    """The page as text. Offsets of words count code points of the printed text, whatever the script of the text."""
    texts = [
        {
            "letter": one.letter,
            "source": "" if blind else one.source,
            "words": one.words,
            "paragraphs": list(_paragraphs(one)),
        }
        for one in sheets
    ]
    facts = {"format": FORMAT, "version": VERSION, "sheet": sheets_digest(sheets)}
    return render(
        "worksheet.html.j2", script="worksheet.js", title=title, texts=texts, tags=TAGS, code=CODE, facts=facts
    )


def _paragraphs(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """Paragraphs as words: (start, end, word, number of the line that it opens when that is a fifth line, or 0)."""
    opens = {line.start: line.number for line in sheet.lines if line.number % 5 == 0}
    at = len(sheet.headline)
    if at:
        yield {"head": True, "words": _words(sheet.text, 0, at, {})}
    for hit in re.finditer(r"[^\n]*\S[^\n]*", sheet.text[at:]):
        yield {"head": False, "words": _words(sheet.text, at + hit.start(), at + hit.end(), opens)}


def _words(text: str, start: int, end: int, opens: dict[int, int]) -> list[tuple[int, int, str, int]]:
    found = re.finditer(r"\S+", text[start:end])
    return [(start + hit.start(), start + hit.end(), hit.group(), opens.get(start + hit.start(), 0)) for hit in found]
