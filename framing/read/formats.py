"""Which reader takes which files, by their ending. A new format is a file of its own and a line in this table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from framing.read.encoding import too_long
from framing.read.markdown import read_markdown, read_plain
from framing.read.page import read_page
from framing.read.records import Drafts, Format, Found, Note, Unusable
from framing.read.rows import read_json_lines, read_table

PAGES = (".html", ".htm", ".xhtml")
FORMATS = (
    Format((".txt", ".text"), read_plain),
    Format((".md", ".markdown"), read_markdown),
    Format(PAGES, read_page),
    Format((".jsonl", ".ndjson"), read_json_lines, many=True),
    Format((".csv", ".tsv"), read_table, many=True),
)
BY_ENDING: Mapping[str, Format] = {ending: format for format in FORMATS for ending in format.endings}
DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub")  # may well be articles, so leaving them out is said
ARCHIVES = (".mhtml", ".mht")  # a browser's whole page in one file
BESIDE = ".toml .json .yaml .yml .ini .py .ipynb .js .css .png .jpg .jpeg .gif .svg .webp .ico .parquet .log .lock"
MAX_BYTES = 8_000_000  # of a file that holds one article, page furniture included


def read_drafts(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts in a file, and the rows that cannot be used. `note` takes warnings.

    Raises:
        Unusable: the whole file cannot be used.
    """
    page = b"<html" in data[:2000].lower()
    format = BY_ENDING.get(found.path.suffix.lower()) or BY_ENDING[".html" if page else ".txt"]
    if not format.many and not data.strip():
        raise Unusable("is empty", "Put the article's text into it, or take it out.")
    return format.read(found, data, note)


def refuse_file(path: Path) -> None:
    """Nothing, when the file can be opened with good hope.

    Raises:
        Unusable: it is no ordinary file, or too big to be one article.
    """
    if not path.is_file():
        raise Unusable("is no ordinary file", "Name a file or a folder.")
    size, format = path.stat().st_size, BY_ENDING.get(path.suffix.lower())
    if size > MAX_BYTES and not (format and format.many):
        raise too_long(f"{size / 1e6:.0f} MB")
