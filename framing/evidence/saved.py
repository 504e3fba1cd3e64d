"""Saved tables at the door: what a person or a program may have damaged is named and left out, the rest is used."""

from __future__ import annotations

import csv
import json
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.errors import InputError, system_error
from framing.evidence.analysis import ACTORS, ARTICLES, EVIDENCE, KINDS, NUMBERS, Analysis, empty_table, typed
from framing.evidence.details import is_whole_detail
from framing.evidence.passages import FACTS, OPENINGS, PASSAGES
from framing.evidence.sources import SOURCES

if TYPE_CHECKING:
    import pandas as pd

TABLES: Mapping[str, Sequence[str]] = {
    "evidence": EVIDENCE, "articles": ARTICLES, "actors": ACTORS, "passages": PASSAGES, "facts": FACTS,
    "openings": OPENINGS, "sources": SOURCES,
}  # fmt: skip
LATER = frozenset(["passages", "facts", "openings", "sources"])  # older folders have none
KEYS = {"articles": "article", "actors": "actor", "evidence": "id"}  # what names a row once
OPTIONAL = frozenset(
    ("flesch_reading_ease", "flesch_kincaid_grade", "automated_readability_index", "coleman_liau_index")
)  # numbers that a short text has not
TEXTS = "texts.jsonl"
ESCAPED = re.compile(r"^'+[=+\-@\t\r]")
SHOWN = 3  # rows named in a note


class Saved(NamedTuple):
    """The run of a folder, and what of its files could not be used."""

    analysis: Analysis
    notes: tuple[str, ...]


def read_saved(folder: Path) -> Saved:
    """The run that a folder holds; damaged rows are left out and named.

    Raises:
        InputError: a table is missing or no table of this program.
    """
    notes: list[str] = []
    tables = {name: _checked(read_saved_table(folder, name, notes), name, notes) for name in TABLES}
    texts, sentences = _read_texts(folder / TEXTS, notes)
    articles = tables["articles"]
    if texts:
        lost = ~articles["article"].isin(set(texts))
        articles = tables["articles"] = _without(articles, lost, "articles.csv", f"its text is not in {TEXTS}", notes)
    known = set(articles["article"])
    for name, table in tables.items():
        columns = [column for column in ("article", "article_a", "article_b") if column in table and name != "articles"]
        strange = ~table[columns].isin(known).all(axis=1) if columns else table.index < 0
        tables[name] = _without(table, strange, f"{name}.csv", "its article is not in articles.csv", notes)
    rows = tables["evidence"]
    lengths = rows["article"].map({name: len(text) for name, text in texts.items()})
    tables["evidence"] = _without(rows, rows["end"] > lengths, "evidence.csv", "it ends behind its text", notes)
    return Saved(Analysis(**tables, texts=texts, sentences=sentences), tuple(notes))  # type: ignore[arg-type]


def read_saved_table(folder: Path, name: str, notes: list[str] | None = None) -> pd.DataFrame:
    """One table from its CSV, the file that a person may have looked at or filtered; cells as text.

    Raises:
        InputError: it is missing, not CSV in UTF-8, or lacks a column.
    """
    import pandas as pd

    path = folder / f"{name}.csv"
    if not path.exists() and name in LATER:
        return empty_table(TABLES[name])
    if not path.exists():
        raise InputError(
            f"{folder} holds no {name}.csv. Point at a folder that `framing compare` or `framing score` wrote."
        )
    again = "Write the tables again with `framing score`."
    try:
        table = _read_cells(path, notes if notes is not None else [])
    except UnicodeDecodeError as problem:
        raise InputError(f"{path} is not UTF-8: in the spreadsheet, save it as “CSV UTF-8”. Or: {again}") from problem
    except pd.errors.EmptyDataError as problem:
        raise InputError(f"{path} is empty. {again}") from problem
    except OSError as problem:
        raise system_error(problem, path) from problem
    missing = [column for column in TABLES[name] if column not in table.columns]
    if missing:
        raise InputError(f"{path} lacks the column {missing[0]!r}. {again}")
    doubled = table.columns[table.columns.duplicated()].intersection(list(TABLES[name]))
    if len(doubled):
        raise InputError(f"{path} has the column {doubled[0]!r} twice. {again}")
    table = table[list(TABLES[name])]
    for column in table.columns:
        if column not in NUMBERS:
            escaped = table[column].str.match(ESCAPED).fillna(value=False).astype(bool)
            table.loc[escaped, column] = table.loc[escaped, column].str[1:]
    return table


def _read_cells(path: Path, notes: list[str]) -> pd.DataFrame:
    """The cells of a CSV as text; of a damaged one, those of its whole rows."""
    import pandas as pd

    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8", encoding_errors="surrogatepass")
    except pd.errors.ParserError:
        return _read_whole_rows(path, notes)
    return table if isinstance(table.index, pd.RangeIndex) else _read_whole_rows(path, notes)  # a first row too long


def _read_whole_rows(path: Path, notes: list[str]) -> pd.DataFrame:
    """The rows of a damaged CSV that have as many cells as its first line."""
    import pandas as pd

    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8", errors="surrogatepass", newline="") as file:
        reader = csv.reader(file)
        columns = next(reader, [])
        rows, bad = [], []
        for row in reader:
            rows.append(row) if len(row) == len(columns) else bad.append(reader.line_num)
    if bad:
        lines = ", ".join(map(str, bad[:SHOWN]))
        notes.append(f"{path.name}: {len(bad)} rows that are cut or run together were left out (to line {lines}).")
    return pd.DataFrame(rows, columns=columns, dtype=str)


def _checked(table: pd.DataFrame, name: str, notes: list[str]) -> pd.DataFrame:
    """The table with its types, less the rows that break a rule of theirs."""
    import pandas as pd

    file = f"{name}.csv"
    table = _without(table, table.isna().any(axis=1), file, "it is cut off", notes)
    numbers = {column: pd.to_numeric(table[column], errors="coerce") for column in table.columns if column in NUMBERS}
    table = table.assign(**numbers)
    needed = [column for column in numbers if column not in OPTIONAL]
    finite = table[needed].abs() < 2**53
    table = _without(table, ~finite.all(axis=1), file, "a number is missing or no number", notes)
    if name in KEYS:
        key = table[KEYS[name]]
        table = _without(table, key.duplicated() | (key == ""), file, f"its {KEYS[name]} is doubled or empty", notes)
    if name == "evidence":
        table = _without(table, ~table["kind"].isin(list(KINDS)), file, "its kind is unknown", notes)
        table = _without(table, (table["start"] < 0) | (table["start"] >= table["end"]), file, "it has no place", notes)
    if "detail" in table:
        kinds = table["kind"] if name == "evidence" else [name] * len(table)
        broken = [not is_whole_detail(kind, detail) for kind, detail in zip(kinds, table["detail"], strict=True)]
        table = _without(table, pd.Series(broken, index=table.index, dtype=bool), file, "its detail is damaged", notes)
    return typed(table)


def _without(table: pd.DataFrame, bad: Any, file: str, why: str, notes: list[str]) -> pd.DataFrame:
    """The table without the rows marked; they are named by line, as a spreadsheet counts."""
    if not bad.any():
        return table
    lines = [str(place + 2) for place in table.index[bad]]
    more = ", …" if len(lines) > SHOWN else ""
    which = "row was" if len(lines) == 1 else "rows were"
    notes.append(f"{file}: {len(lines)} {which} left out, {why} (line {', '.join(lines[:SHOWN])}{more}).")
    kept: pd.DataFrame = table[~bad].reset_index(drop=True)
    return kept


def _read_texts(path: Path, notes: list[str]) -> tuple[dict[str, str], dict[str, Sequence[int]]]:
    """Texts and starts of sentences by article; nothing where the file is absent."""
    texts: dict[str, str] = {}
    sentences: dict[str, Sequence[int]] = {}
    bad = []
    for number, line in enumerate(_lines(path), 1):
        try:
            record = json.loads(line)
            name, text, starts = record["article"], record["text"], array("I", record.get("sentences", ()))
            if not (isinstance(name, str) and isinstance(text, str)):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            bad.append(str(number))
            continue
        texts[name], sentences[name] = text, starts
    if bad:
        notes.append(f"{path.name}: {len(bad)} texts are damaged and were left out (line {', '.join(bad[:SHOWN])}).")
    return texts, sentences


def _lines(path: Path) -> Iterator[str]:
    """Lines of a file that are not empty; none when there is no file."""
    if path.exists():
        try:
            yield from filter(None, path.read_bytes().decode("utf-8", "replace").split("\n"))
        except OSError as problem:
            raise system_error(problem, path) from problem
