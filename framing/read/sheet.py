"""A spreadsheet (xlsx) -> the rows of its sheets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from framing.read.columns import ABOVE, Row, drafts_of_rows, find_header
from framing.read.parts import need_library
from framing.read.records import Drafts, Found, Note, Unusable

REMEDY = "Open the table in a spreadsheet and save it as CSV (UTF-8)."


def read_sheet(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of every sheet that has a column of texts.

    Raises:
        Unusable: it cannot be opened, or no sheet has such a column.
    """
    openpyxl = need_library("openpyxl", "spreadsheets")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        tables = [(sheet.title, list(_rows(sheet.iter_rows(values_only=True)))) for sheet in book.worksheets]
    except Exception as error:  # the library raises whatever its parser raises
        raise Unusable(f"is a spreadsheet that cannot be opened ({type(error).__name__})", REMEDY) from error
    problem: Unusable | None = None
    read = 0
    for title, rows in tables:
        sheet = found._replace(shown=f"{found.shown}, sheet {title}") if len(tables) > 1 else found
        try:
            for draft in drafts_of_rows(sheet, rows, note):
                read += 1
                yield draft
        except Unusable as error:
            problem = problem or error
    if not read and problem:
        raise problem


def _rows(cells: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """The rows that hold something, under the names in the row that names the columns."""
    rows = [shown for row in cells if any(shown := [_show(cell) for cell in row])]
    at = find_header(rows[:ABOVE])
    names = [name.strip() for name in rows[at]] if rows else []
    for row in rows[at + 1 :]:
        yield dict(zip(names, row, strict=False))


def _show(cell: object) -> str:
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    return "" if cell is None else str(cell)
