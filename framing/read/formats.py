"""Which reader takes which files, by ending and first bytes. A new format is a file of its own and a line here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from framing.read.archive import read_zip
from framing.read.columns import fold_key, load_columns
from framing.read.encoding import too_long
from framing.read.epub import read_epub
from framing.read.feed import read_feed
from framing.read.mail import read_mail, read_mhtml, reads_as_mail
from framing.read.markdown import read_markdown
from framing.read.objects import read_json, read_json_lines, read_table
from framing.read.office import OLD, is_zip_of, read_docx, read_odt, read_rtf, refuse_old
from framing.read.page import read_page
from framing.read.pdf import read_pdf
from framing.read.plain import read_plain
from framing.read.records import Drafts, Format, Found, Note, Unusable
from framing.read.sheet import read_sheet

PAGES = (".html", ".htm", ".xhtml")


def read_zipped(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of the files in a zip file; a zip file inside it is left alone."""
    endings = {ending for ending, format in BY_ENDING.items() if format.read is not read_zipped}
    return read_zip(found, data, note, read_drafts, lambda ending: ending in endings)


FORMATS = (
    Format((".txt", ".text"), read_plain, many=True),
    Format((".md", ".markdown"), read_markdown, many=True),
    Format(PAGES, read_page),
    Format((".jsonl", ".ndjson"), read_json_lines, many=True),
    Format((".json",), read_json, many=True),
    Format((".csv", ".tsv"), read_table, many=True),
    Format((".xlsx",), read_sheet, many=True),
    Format((".xml", ".rss", ".atom"), read_feed, many=True),
    Format((".eml",), read_mail),
    Format((".mhtml", ".mht"), read_mhtml, many=True),
    Format((".docx",), read_docx, many=True),
    Format((".odt",), read_odt, many=True),
    Format((".rtf",), read_rtf),
    Format(OLD, refuse_old, many=True),
    Format((".pdf",), read_pdf, many=True),
    Format((".epub",), read_epub, many=True),
    Format((".zip",), read_zipped, many=True),
)
BY_ENDING: Mapping[str, Format] = {ending: format for format in FORMATS for ending in format.endings}
BESIDE = ".toml .yaml .yml .ini .py .ipynb .js .css .png .jpg .jpeg .gif .svg .webp .ico .parquet .log .lock"
TEXTS = (
    ".txt",
    ".text",
    ".xml",
    *PAGES,
    ".eml",
    ".mhtml",
    ".mht",
)  # endings that may stand before text of another kind
DOCUMENTS = (".pdf", ".docx", ".odt", ".epub", ".xlsx", ".zip", *OLD)
OFFICE_BOX = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office documents, and new ones with a password
MAX_BYTES = 8_000_000  # of a file that holds one article, page furniture included
LARGEST = 400_000_000  # of any file


def read_drafts(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts in a file, and the rows that cannot be used. `note` takes warnings.

    Raises:
        Unusable: the whole file cannot be used.
    """
    ending = found.path.suffix.lower()
    if not data.strip():
        raise Unusable("is empty", "Put the article's text into it, or take it out.")
    return BY_ENDING[_real_ending(ending, data)].read(found, data, note)


def _real_ending(ending: str, data: bytes) -> str:
    """The ending that fits what a file holds: its own, unless its first bytes say otherwise."""
    known = ending if ending in BY_ENDING else ".txt"
    packed = _packed_ending(data)
    if packed:
        return packed
    if known in TEXTS or ending not in BY_ENDING:
        return _text_ending(known, data)
    shown = _text_ending(known, data) if known in DOCUMENTS else known
    return shown if shown in PAGES else known  # what a server sent instead of the document


def _packed_ending(data: bytes) -> str:
    """The ending of a file that is no text, by its signature, else ""."""
    if data.startswith(b"%PDF"):
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(OFFICE_BOX):
        return OLD[0]
    if not data.startswith(b"PK\x03\x04"):
        return ""
    for member, ending in (
        ("word/document.xml", ".docx"),
        ("xl/workbook.xml", ".xlsx"),
        ("META-INF/container.xml", ".epub"),
        ("content.xml", ".odt"),
    ):
        if is_zip_of(data, member):
            return ending
    return ".zip"


def _text_ending(known: str, data: bytes) -> str:
    """The ending of a text by how it begins."""
    start = data[:3000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if reads_as_mail(data):
        return (
            ".mhtml" if b"multipart/related" in data[:4000].lower() or b"snapshot-content-location" in start else ".eml"
        )
    if b"<rss" in start[:1500] or b"<feed" in start[:1500] or b"<rdf:rdf" in start[:1500]:
        return ".rss"
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start[:2000]:
        return ".html"
    if known == ".txt" and start.startswith((b"{", b"[")) and (shape := _json_ending(data)):
        return shape
    return (known == ".txt" and _table_ending(data)) or known


def _json_ending(data: bytes) -> str:
    """Whether a text is JSON, or an object a line, else ""."""
    for ending, piece in ((".json", data), (".jsonl", data.split(b"\n", 1)[0])):
        try:
            held = json.loads(piece)
        except (ValueError, RecursionError):
            continue
        if ending == ".json" or isinstance(held, dict):  # "[1]" may number what is no JSON
            return ending
    return ""


def _table_ending(data: bytes) -> str:
    """The ending of a text that opens with the names of columns between tabs, commas or semicolons, else ""."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    lines = data[:20_000].decode(encoding, errors="replace").splitlines()
    fields = load_columns().fields
    for mark in "\t,;" if lines else "":
        names = {fold_key(name) for name in lines[0].split(mark)}
        if names & set(fields["text"]) and names & {*fields["title"], *fields["source"], *fields["date"]}:
            return ".tsv" if mark == "\t" else ".csv"
    return ""


def refuse_file(path: Path) -> None:
    """Nothing, when the file can be opened with good hope.

    Raises:
        Unusable: it is no ordinary file, or too big.
    """
    if not path.is_file():
        raise Unusable("is no ordinary file", "Name a file or a folder.")
    size, format = path.stat().st_size, BY_ENDING.get(path.suffix.lower())
    if size > (LARGEST if format and format.many else MAX_BYTES):
        raise too_long(f"{size / 1e6:.0f} MB")
