"""The bytes of one file -> the texts in it: plain text, Markdown, saved web pages, rows of JSON lines and tables."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from framing.read.encoding import Decoded, decode
from framing.read.files import HTML, JSONL, KINDS, MARKDOWN, TABLE, Found
from framing.read.metadata import metadata_of, read_rows, shorten, split_front_matter, text_of
from framing.read.page import declared_charset, read_page
from framing.read.records import Draft, Metadata, Unusable

MAX_CHARACTERS = 120_000  # of one article: about 20,000 words, longer than the longest reportage
MAX_BYTES = 8_000_000  # of a file that holds one article, page furniture included
MARKUP = (
    (re.compile(r"```.{0,5000}?```|<!--.{0,5000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,1000}\)"), ""),
    (re.compile(r"\[([^\]]{1,300})\]\([^)]{0,1000}\)"), r"\1"),
    (
        re.compile(
            r"^[ \t]{0,3}(?:>[ \t]?)+|^[ \t]{0,3}[-*+][ \t]+(?=\S)|^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE
        ),
        "",
    ),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.{1,300}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_`])(?=\S)([^*_`\n]{1,300}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.{0,300}?)[ \t#]{0,9}$", re.MULTILINE)
TITLE = re.compile(r"\A\s*#[ \t]+(.{1,300}?)[ \t#]{0,9}$", re.MULTILINE)

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
    if not data.strip():
        raise Unusable("is empty", "Put the article's text into it, or take it out.")
    if ending in HTML or (ending not in KINDS and b"<html" in data[:2000].lower()):
        yield read_page(found, _text(data, note, declared=declared_charset(data)))
    elif ending in MARKDOWN:
        yield _markdown(found, _one_article(data, note))
    else:
        yield _plain(found, _one_article(data, note))


def refuse_file(path: Path) -> None:
    """Nothing, when the file can be opened with good hope.

    Raises:
        Unusable: it is no ordinary file, or too big to be one article.
    """
    if not path.is_file():
        raise Unusable("is no ordinary file", "Name a file or a folder.")
    size = path.stat().st_size
    if size > MAX_BYTES and path.suffix.lower() not in JSONL + TABLE:
        raise Unusable(*too_long(f"{size / 1e6:.0f} MB"))


def too_long(size: str) -> tuple[str, str]:
    """Reason and remedy for a text that is longer than any article."""
    limit = f"{MAX_CHARACTERS:,} characters"
    return f"is too long for one article ({size}; the limit is {limit})", "Split it into one file an article."


def _text(data: bytes, note: Note, *, declared: str = "") -> str:
    decoded: Decoded = decode(data, declared=declared)
    if decoded.warning:
        note(decoded.warning)
    return decoded.text


def _one_article(data: bytes, note: Note) -> str:
    text = _text(data, note)
    if len(text) > MAX_CHARACTERS:
        raise Unusable(*too_long(f"{len(text):,} characters"))
    return text


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


Row = dict[str, object]
FINDINGS = ("kind", "voice", "speaker", "text")  # columns of our own table of evidence


def _json_rows(text: str) -> Iterator[Row | Unusable]:
    """One object a line; blank lines are passed over."""
    for line in text.split("\n"):
        if line.strip():
            row, problem = _json_row(line)
            yield Unusable(f"is not a JSON object ({problem})", 'Write it as {"text": "…"}.') if row is None else row


def _json_row(line: str) -> tuple[Row | None, str]:
    """The object in a line, or None and what is wrong."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return None, f"{error.msg} at character {error.pos + 1}"
    except (ValueError, RecursionError) as error:
        return None, str(error)
    return (row, "") if isinstance(row, dict) else (None, f"a {type(row).__name__} stands there")


def _table_rows(text: str) -> Iterator[Row | Unusable]:
    """Rows of a table.

    Raises:
        Unusable: no column holds texts.
    """
    for number, row in enumerate(read_rows(text)):
        if not number and not isinstance(row, Unusable):
            _refuse_table(row)
        yield row if isinstance(row, Unusable) else dict(row)


def _refuse_table(row: Mapping[str, str]) -> None:
    if set(FINDINGS) <= set(row):
        raise Unusable("is a table of findings, not of articles", "Name the folder that holds the articles.")
    if text_of(row) is None:
        names = shorten(str(key) for key in row if key)
        raise Unusable(f"has no column of texts (it has {names})", "Name the column of the articles `text`.")


def _drafts_of_rows(found: Found, rows: Iterator[Row | Unusable]) -> Iterator[Draft | tuple[int, Unusable]]:
    """Rows as drafts, numbered from 1.

    Raises:
        Unusable: no row names its text.
    """
    seen = 0
    for number, row in enumerate(rows, start=1):
        seen += 1
        text = None if isinstance(row, Unusable) else text_of(row)
        if isinstance(row, Unusable):
            yield number, row
        elif text is None:
            names = shorten(str(key) for key in row)
            yield number, Unusable(f"has no text (it has {names})", "Name the column of the articles `text`.")
        else:
            known = metadata_of(row).or_else(found.known)
            place = f"{found.shown}, row {number}"
            parts = (*found.parts, known.id) if known.id else (*found.parts[:-1], f"{found.parts[-1]}-{number}")
            yield Draft(place, parts, text, known, row=number)
    if not seen:
        raise Unusable("is empty", "Put one article a row into it, its text in a column `text`.")
