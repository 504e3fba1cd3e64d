"""The bytes of one file -> the texts in it: plain text, Markdown, saved web pages, rows of JSON lines and tables."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from framing.read.encoding import SAVE_AS_TEXT, Decoded, decode
from framing.read.files import HTML, JSONL, KINDS, MARKDOWN, TABLE, Found
from framing.read.layout import word_count
from framing.read.metadata import metadata_of, read_rows, shorten, split_front_matter, text_of
from framing.read.records import Draft, Metadata, Unusable

MAX_CHARACTERS = 120_000  # of one article: about 20,000 words, longer than the longest reportage
FEWEST_WORDS_OF_PAGE = 20  # below, the page is read again less strictly
MAX_BYTES = 8_000_000  # of a file that holds one article, page furniture included
CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE
)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
MARKUP = (
    (re.compile(r"```.*?```|<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]]*\]\([^)\s]*[^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^\s{0,3}(?:>\s?)+|^\s{0,3}[-*+]\s+(?=\S)|^\s{0,3}(?:[-*_]\s*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_`])(?=\S)([^*_`\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
TITLE = re.compile(r"\A\s*#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)

Note = Callable[[str], None]


def read_drafts(found: Found, data: bytes, note: Note) -> Iterator[Draft | tuple[int, Unusable]]:
    """The texts in a file; a row that cannot be used comes as its number and the problem. `note` takes warnings.

    Raises:
        Unusable: the whole file cannot be used.
    """
    ending = found.path.suffix.lower()
    if ending in JSONL or ending in TABLE:
        rows = _json_rows if ending in JSONL else _table_rows
        yield from _drafts_of_rows(found, rows(_text(data, note)))
        return
    if len(data) > MAX_BYTES:
        raise Unusable(*too_long(f"{len(data) / 1e6:.0f} MB"))
    if not data.strip():
        raise Unusable("is empty", "Put the article's text into it, or take it out.")
    if ending in HTML or (ending not in KINDS and b"<html" in data[:2000].lower()):
        yield _page(found, _text(data, note, declared=_charset(data)))
    elif ending in MARKDOWN:
        yield _markdown(found, _text(data, note))
    else:
        yield _plain(found, _text(data, note))


def too_long(size: str) -> tuple[str, str]:
    """Reason and remedy for a text that is longer than any article."""
    limit = f"{MAX_CHARACTERS:,} characters"
    return f"is too long for one article ({size}; the limit is {limit})", "Split it into one file an article."


def _text(data: bytes, note: Note, *, declared: str = "") -> str:
    decoded: Decoded = decode(data, declared=declared)
    if decoded.warning:
        note(decoded.warning)
    return decoded.text


def _charset(data: bytes) -> str:
    match = CHARSET.search(data[:4000])
    return match.group(1).decode("ascii") if match else ""


def _plain(found: Found, text: str) -> Draft:
    known, body = split_front_matter(text)
    return Draft(found.shown, found.parts, body, found.known.or_else(known))


def _markdown(found: Found, text: str) -> Draft:
    """Markdown without its marks; a first heading is the title, lines of a paragraph are joined."""
    known, body = split_front_matter(text)
    title = TITLE.match(body)
    body = HEADING.sub(r"\n\n\1\n\n", body)
    for pattern, plain in MARKUP:
        body = pattern.sub(plain, body)
    blocks = (" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", body.replace("\r\n", "\n")))
    first = _strip_marks(title.group(1)) if title else ""
    known = found.known.or_else(known).or_else(Metadata(title=first))
    return Draft(found.shown, found.parts, "\n\n".join(block for block in blocks if block), known, paragraphs=True)


def _strip_marks(text: str) -> str:
    for pattern, plain in MARKUP:
        text = pattern.sub(plain, text)
    return text.strip()


def _page(found: Found, text: str) -> Draft:
    """The main text of a saved web page, with the title, date, site and address that the page gives.

    Source: Barbaresi 2021, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery".
    """
    from trafilatura import bare_extraction

    bare = XML_DECLARATION.sub("", text, count=1)
    for precise in (True, False):
        page: Any = bare_extraction(
            bare, favor_precision=precise, favor_recall=not precise, include_comments=False, with_metadata=True
        )
        if page is not None and word_count(page.text or "") >= FEWEST_WORDS_OF_PAGE:
            break
    if page is None or not (page.text or "").strip():
        raise Unusable("is a web page without article text", SAVE_AS_TEXT)
    own = Metadata(source=page.sitename or "", title=page.title or "", date=page.date or "", url=page.url or "")
    return Draft(found.shown, found.parts, page.text, found.known.or_else(own), paragraphs=True)


Row = dict[str, object]


def _json_rows(text: str) -> Iterator[Row | Unusable]:
    """One object a line; blank lines are passed over."""
    for line in text.split("\n"):
        if line.strip():
            try:
                row = json.loads(line)
                problem = "" if isinstance(row, dict) else "it is no object"
            except (ValueError, RecursionError) as error:
                problem = str(error)
            yield Unusable(f"is not a JSON object ({problem})", 'Write it as {"text": "…"}.') if problem else row


def _table_rows(text: str) -> Iterator[Row | Unusable]:
    for row in read_rows(text):
        yield row if isinstance(row, Unusable) else dict(row)


def _drafts_of_rows(found: Found, rows: Iterator[Row | Unusable]) -> Iterator[Draft | tuple[int, Unusable]]:
    """Rows as drafts, numbered from 1.

    Raises:
        Unusable: no row names its text.
    """
    seen = named = 0
    for number, row in enumerate(rows, start=1):
        seen += 1
        text = None if isinstance(row, Unusable) else text_of(row)
        if isinstance(row, Unusable):
            yield number, row
        elif text is None:
            names = shorten(str(key) for key in row)
            yield number, Unusable(f"has no text (it has {names})", "Name the column of the articles `text`.")
        else:
            named += 1
            known = found.known.or_else(metadata_of(row))
            place, parts = f"{found.shown}, row {number}", (*found.parts, known.id or str(number))
            yield Draft(place, parts, text, known, row=number)
    if not seen:
        raise Unusable("is empty", "Put one article a row into it, its text in a column `text`.")
