"""JSON of any shape -> the objects in it that are articles: lists, answers of interfaces, tables by column."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from framing.read.columns import Row, drafts_of_rows, fold_key, load_columns, show_prose
from framing.read.delimited import read_rows
from framing.read.encoding import decode_text
from framing.read.layout import word_count
from framing.read.records import Drafts, Found, Note, Unusable
from framing.read.values import name_first

FINDINGS = ("kind", "voice", "speaker", "text")  # columns of our own table of evidence
FEWEST_WORDS = 5  # of a text
DEEPEST = 6  # objects inside objects that are searched for articles
WRAPPERS = ("_source", "fields", "node", "article", "item", "document", "attributes", "data")
NEEDED = (
    'Write one object an article, {"source": "…", "title": "…", "date": "…", "text": "…"}, in a list or one a line.'
)


def read_json_lines(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of a file that holds one JSON object a line."""
    return drafts_of_rows(found, _rows_of_lines(decode_text(data, note)), note)


def read_json(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of a JSON file: one article, a list of them, or an answer with a list somewhere inside.

    Raises:
        Unusable: it is no JSON, or holds no articles.
    """
    text = decode_text(data, note).lstrip("\ufeff")
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines):
            return read_json_lines(found, data, note)
        raise Unusable(f"is not JSON that can be read ({error})", "Mend that place, or export it once more.") from error
    rows = find_rows(whole)
    if not rows:
        told = name_first(map(str, whole), most=8) if isinstance(whole, Mapping) else f"a {type(whole).__name__}"
        raise Unusable(f"is JSON without articles in it (it has {told})", NEEDED)
    return drafts_of_rows(found, rows, note)


def read_table(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of a table with a column of texts.

    Raises:
        Unusable: it has none.
    """
    rows = list(read_rows(decode_text(data, note)))
    first = next((row for row in rows if not isinstance(row, Unusable)), {})
    if set(FINDINGS) <= set(first):
        raise Unusable("is a table of findings, not of articles", "Use the articles themselves.")
    return drafts_of_rows(found, rows, note)


def find_rows(whole: object, depth: int = 0) -> list[Row]:
    """The objects that hold texts, in their order; none when there are no articles."""
    if depth > DEEPEST:
        return []
    if isinstance(whole, list):
        rows = [_unwrap(one) for one in whole if isinstance(one, Mapping)]
        if any(_holds_text(row) for row in rows):
            return rows
        return next((inner for one in whole if (inner := find_rows(one, depth + 1))), [])
    if not isinstance(whole, Mapping):
        return []
    return _rows_of_object(whole, depth)


def _rows_of_object(whole: Row, depth: int) -> list[Row]:
    """The articles of an object: a table by columns, objects under their ids, a list inside, or it alone."""
    by_column = _rows_by_column(whole)
    if by_column:
        return by_column
    inner = [value for value in whole.values() if isinstance(value, Mapping)]
    if len(inner) == len(whole) and all(_holds_text(_unwrap(value)) for value in inner):
        return [{"id": key, **_unwrap(value)} for key, value in whole.items()]
    if _holds_text(whole):
        return [whole]
    lists = [rows for value in whole.values() if (rows := find_rows(value, depth + 1))]
    return max(lists, key=len, default=[])


def _rows_by_column(whole: Row) -> list[Row]:
    """Rows of a table written column by column, as lists or as objects with one key a row."""
    columns = {key: value for key, value in whole.items() if isinstance(value, (list, Mapping))}
    if len(columns) < 2 or len(columns) != len(whole):
        return []
    keyed = {key: value if isinstance(value, Mapping) else dict(enumerate(value)) for key, value in columns.items()}
    numbers = list(next(iter(keyed.values())))
    if not numbers or any(list(value) != numbers for value in keyed.values()):
        return []
    rows = [{key: value[number] for key, value in keyed.items()} for number in numbers]
    plain = all(not isinstance(cell, Mapping) for row in rows for cell in row.values())
    return list(rows) if plain and any(_holds_text(row) for row in rows) else []


def _unwrap(row: Row) -> Row:
    """The object inside a search engine's or an interface's wrapping, with what stands beside it."""
    for key in WRAPPERS:
        inner = row.get(key)
        if isinstance(inner, Mapping) and _holds_text(inner):
            return {**{k: v for k, v in row.items() if k != key}, **inner}
    return row


def _holds_text(row: Row) -> bool:
    """Whether an object has a field of a known name that holds a text of some length."""
    columns = load_columns().fields
    known = {*columns["text"], *columns["beginning"]}
    title = {*columns["title"], *columns["source"]}
    texts = [show_prose(value) for key, value in row.items() if fold_key(key) in known]
    inner = [value for key, value in row.items() if isinstance(value, Mapping) and fold_key(key) not in title]
    enough = any(word_count(text) >= FEWEST_WORDS for text in texts)
    return enough or any(_holds_text(value) for value in inner)


def _rows_of_lines(text: str) -> Iterator[Row | Unusable]:
    """One object a line; blank lines are passed over."""
    for line in text.split("\n"):
        if line.strip(" \t\r\ufeff"):
            row, problem = _parse_line(line.strip("\ufeff"))
            yield Unusable(f"is not a JSON object ({problem})", 'Write it as {"text": "…"}.') if row is None else row


def _parse_line(line: str) -> tuple[Row | None, str]:
    """The object in a line, or None and what is wrong."""
    try:
        row: Any = json.loads(line)
    except json.JSONDecodeError as error:
        return None, f"{error.msg} at character {error.pos + 1}"
    except (ValueError, RecursionError) as error:
        return None, str(error)
    return (_unwrap(row), "") if isinstance(row, Mapping) else (None, f"a {type(row).__name__} stands there")
