"""A saved web page -> its main text. The only file that knows the extractor (trafilatura)."""

from __future__ import annotations

import html
import re
from typing import Any

from framing.read.encoding import SAVE_AS_TEXT, decode_text
from framing.read.furniture import letters
from framing.read.layout import BLOCK_TAG, tidy_characters, word_count
from framing.read.records import Draft, Drafts, Found, Metadata, Note, Unusable

FEWEST_WORDS = 20  # below, the page is read again less strictly
CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE
)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
UNSHOWN = re.compile(r"<!--|-->|<(/?(?:head|script|style|noscript|template|svg))\b[^<>]{0,2000}>", re.IGNORECASE)
ANY_TAG = re.compile(r"<[^<>]{0,2000}>")
PARTS = re.compile(
    r"</?(?:nav|header|footer|section|aside|article|main|button|option|time|form|td|th|dt|dd)\b", re.IGNORECASE
)


def read_page(found: Found, data: bytes, note: Note) -> Drafts:
    """The main text of a page, with the title, date, site and address that it gives, and the lines left behind.

    Raises:
        Unusable: the page holds no article.
    Source: Barbaresi 2021, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery".
    """
    from trafilatura import bare_extraction

    text = decode_text(data, note, declared=_declared_charset(data))
    bare = XML_DECLARATION.sub("", text, count=1)
    for precise in (True, False):
        page: Any = bare_extraction(
            bare, favor_precision=precise, favor_recall=not precise, include_comments=False, with_metadata=True
        )
        if page is not None and word_count(page.text or "") >= FEWEST_WORDS:
            break
    if page is None or not (page.text or "").strip():
        raise Unusable("is a web page without article text", SAVE_AS_TEXT)
    own = Metadata(source=page.sitename or "", title=page.title or "", date=page.date or "", url=page.url or "")
    left = tuple(("page around the article", line) for line in _left_behind(bare, f"{own.title}\n{page.text}"))
    yield Draft(found.shown, found.parts, page.text, found.known.or_else(own), paragraphs=True, removed=left)


def _declared_charset(data: bytes) -> str:
    """The character set that a page names for itself, or ""."""
    match = CHARSET.search(data[:4000])
    return match.group(1).decode("ascii") if match else ""


def _left_behind(page: str, taken: str) -> list[str]:
    """The lines that a page shows and that `taken` does not hold, each once."""
    shown = BLOCK_TAG.sub("\n", PARTS.sub(lambda tag: f"\n{tag.group()}", drop_unshown(page)))
    lines = tidy_characters(html.unescape(ANY_TAG.sub(" ", shown))).split("\n")
    held = f" {letters(tidy_characters(taken))} "
    return [line for line in dict.fromkeys(map(str.strip, lines)) if letters(line) and f" {letters(line)} " not in held]


def drop_unshown(page: str) -> str:
    """The page without comments, scripts and styles, in one pass however they are nested or left open."""
    kept, start, closing = [], 0, ""
    for mark in UNSHOWN.finditer(page):
        name = (mark.group(1) or mark.group()).lower()
        if closing:
            start, closing = (mark.end(), "") if name == closing else (start, closing)
        elif name != "-->" and not name.startswith("/"):
            kept.append(page[start : mark.start()])
            closing = "-->" if name == "<!--" else f"/{name}"
    return " ".join([*kept, "" if closing else page[start:]])
