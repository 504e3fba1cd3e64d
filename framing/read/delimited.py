"""Tables of text (comma, semicolon, tab, bar) -> rows; a stray quotation mark costs its own row at most."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.read.columns import ABOVE, find_header
from framing.read.records import Unusable

MARKS = ",;\t|"
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*$', re.IGNORECASE)  # as spreadsheets write it above the header
LONGEST_ROW = 5_000  # lines of one row
LARGEST_CELL = 50_000_000  # characters
REMEDY = "Open the table in a spreadsheet and save it as CSV (UTF-8)."


class _Record(NamedTuple):
    """Cells of one row, or what is wrong with it, and the line after it."""

    cells: list[str] | None
    problem: str
    after: int


def read_rows(text: str) -> Iterator[dict[str, str] | Unusable]:
    """Rows of a table whose first line names the columns; the mark between cells is told from that line.

    A row that cannot be read comes as the problem itself, and the rows after it still follow.
    """
    lines = [line.replace("\0", "") for line in text.lstrip("\ufeff\r\n").splitlines(keepends=True)]
    named = SEPARATOR_LINE.match(lines[0]) if lines else None
    lines = lines[1:] if named else lines
    if not lines:
        return
    lines = lines[
        find_header([cell.strip(' \t\r\n"') for cell in line.split(_mark_of(line))] for line in lines[:ABOVE]) :
    ]
    csv.field_size_limit(LARGEST_CELL)
    mark = named.group(1) if named else _mark_of(lines[0])
    header = _next_record(lines, 0, mark, 0)
    names = [name.strip() for name in header.cells or ()]
    yield from _records(lines, header.after, mark, names)


def _mark_of(line: str) -> str:
    """The mark that stands most often in a header, quoted names apart."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(MARKS, key=bare.count)


def _records(lines: Sequence[str], start: int, mark: str, names: Sequence[str]) -> Iterator[dict[str, str] | Unusable]:
    whole = _read_whole(lines[start:], mark, len(names))
    if whole is not None:
        yield from (dict(zip(names, [*row, *[""] * len(names)], strict=False)) for row in whole)
        return
    while start < len(lines):
        record = _next_record(lines, start, mark, len(names))
        start = record.after
        if record.cells is None:
            yield Unusable(f"is broken ({record.problem})", REMEDY)
        elif any(record.cells):
            yield dict(zip(names, [*record.cells, *[""] * len(names)], strict=False))


def _read_whole(lines: Sequence[str], mark: str, width: int) -> list[list[str]] | None:
    """All rows by the rules of CSV, or None when a row does not fit the header: a mark may have swallowed others."""
    try:
        rows = [row for row in csv.reader(lines, delimiter=mark, strict=True) if any(row)]
    except csv.Error:
        return None
    return rows if all(len(row) == width for row in rows) else None


def _next_record(lines: Sequence[str], start: int, mark: str, width: int) -> _Record:
    """The row that begins at a line: by the rules of CSV, over as many lines as its quotation marks ask for; else, when
    the line alone has as many cells as the header, with its quotation marks as plain characters."""
    bare = lines[start].rstrip("\r\n").split(mark)
    alone = _parse(lines[start : start + 1], mark)
    if alone is not None and (not width or len(alone) == width or '"' not in lines[start]):
        return _Record(alone, "", start + 1)
    if len(bare) == width:
        return _Record(bare, "", start + 1)
    end = _balanced(lines, start)
    cells = _parse(lines[start:end], mark) if end else None
    if cells is not None and (not width or len(cells) <= width):
        return _Record(cells, "", end)
    if alone is not None:
        return _Record(alone[:width], "", start + 1)
    return _Record(None, "a quotation mark is opened and not closed", start + 1)


def _balanced(lines: Sequence[str], start: int) -> int:
    """The line after the one at which the quotation marks since `start` are even, or 0."""
    marks = 0
    for number in range(start, min(len(lines), start + LONGEST_ROW)):
        marks += lines[number].count('"')
        if marks % 2 == 0:
            return number + 1
    return 0


def _parse(lines: Sequence[str], mark: str) -> list[str] | None:
    """The cells when the lines are one row by the rules of CSV, else None."""
    try:
        rows = list(csv.reader(lines, delimiter=mark, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None
