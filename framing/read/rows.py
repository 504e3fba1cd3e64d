"""Rows of JSON lines and tables -> the texts in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from framing.read.encoding import decode_text
from framing.read.metadata import metadata_of, read_rows, shorten, text_of
from framing.read.records import Draft, Drafts, Found, Note, Skipped, Unusable

Row = dict[str, object]
FINDINGS = ("kind", "voice", "speaker", "text")  # columns of our own table of evidence


def read_json_lines(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of a file that holds one JSON object a line."""
    return _drafts_of_rows(found, _json_rows(decode_text(data, note)))


def read_table(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of a table with a column of texts."""
    return _drafts_of_rows(found, _table_rows(decode_text(data, note)))


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


def _drafts_of_rows(found: Found, rows: Iterator[Row | Unusable]) -> Drafts:
    """Rows as drafts, numbered from 1.

    Raises:
        Unusable: no row names its text.
    """
    seen = 0
    for number, row in enumerate(rows, start=1):
        seen += 1
        place = f"{found.shown}, row {number}"
        if isinstance(row, Unusable):
            yield row.at(place)
        elif (text := text_of(row)) is None:
            names = shorten(str(key) for key in row)
            yield Skipped(place, f"has no text (it has {names})", "Name the column of the articles `text`.")
        else:
            known = metadata_of(row).or_else(found.known)
            parts = (*found.parts, known.id) if known.id else (*found.parts[:-1], f"{found.parts[-1]}-{number}")
            yield Draft(place, parts, text, known)
    if not seen:
        raise Unusable("is empty", "Put one article a row into it, its text in a column `text`.")
