"""Tables on disk: CSV that a spreadsheet opens without running anything, Parquet for size, texts as JSON lines.

A cell that a spreadsheet would take for a formula (=, +, -, @) is written with an apostrophe before it, and read
back without; so a table that is saved and loaded is the same table.
"""

from __future__ import annotations

import csv
import json
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from framing.evidence.analysis import NUMBERS, Analysis
from framing.evidence.saved import TABLES, TEXTS, read_saved
from framing.folder import open_folder

if TYPE_CHECKING:
    import pandas as pd

FORMULA = re.compile(r"^'*[=+\-@\t\r]")
RISKY = frozenset("'=+-@\t\r")
MEMORY = "200MB"  # of a database that may spill


def save_analysis(analysis: Analysis, out: str | Path) -> tuple[Path, ...]:
    """Writes the tables as CSV and Parquet and the texts; returns the files. All of them are written or none."""
    files = [f"{name}{end}" for name in TABLES for end in (".csv", ".parquet")]
    with open_folder(Path(out)) as folder:
        with open_duckdb() as connection:
            for name in TABLES:
                write_csv(getattr(analysis, name), folder / f"{name}.csv")
                write_parquet(connection, getattr(analysis, name), folder / f"{name}.parquet")
        records = (
            {"article": name, "text": text, "sentences": list(analysis.sentences.get(name, ()))}
            for name, text in sorted(analysis.texts.items())
        )
        (folder / TEXTS).write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return tuple(Path(out) / name for name in (*files, TEXTS))


def load_analysis(folder: str | Path) -> Analysis:
    """The tables that `save_analysis` wrote; texts too when they are there.

    Rows that are damaged are left out; a Python warning names them.

    Raises:
        InputError: a table is missing, or is no table of this program.
    """
    saved = read_saved(Path(folder))
    for note in saved.notes:
        warnings.warn(note, stacklevel=2)
    return saved.analysis


def write_csv(table: pd.DataFrame, to: Path | TextIO) -> None:
    """CSV in UTF-8, line feeds only, formulas disarmed: to a file or an open stream."""
    safe = table.copy()
    for column in safe.columns:
        if column not in NUMBERS:
            safe[column] = [f"'{cell}" if cell[:1] in RISKY and FORMULA.match(cell) else cell for cell in safe[column]]
    options: dict[str, Any] = {"quoting": csv.QUOTE_NONNUMERIC, "errors": "surrogatepass"}
    safe.to_csv(to, index=False, lineterminator="\n", encoding="utf-8", **options)


@contextmanager
def open_duckdb(spill: Path | None = None) -> Iterator[Any]:
    """A connection to an empty database; one thread, so that the same table gives the same bytes.

    With `spill`, a folder, it keeps to MEMORY and puts what goes beyond it there.
    """
    import duckdb

    bounds = {"memory_limit": MEMORY, "temp_directory": str(spill)} if spill else {}
    with duckdb.connect(config={"threads": 1, **bounds}) as connection:
        yield connection


def write_parquet(connection: Any, table: pd.DataFrame, path: Path) -> None:
    """Writes a table as Parquet; `connection` comes from `open_duckdb`."""
    connection.register("rows", table)
    connection.execute(f"COPY (SELECT * FROM rows) TO {quote_path(path)} (FORMAT parquet, COMPRESSION zstd)")
    connection.unregister("rows")


def quote_path(path: Path) -> str:
    """A path as SQL text."""
    return "'" + str(path).replace("'", "''") + "'"


def parquet_of(paths: Iterable[Path]) -> str:
    """The rows of Parquet files as a table in SQL, with two columns more: the name of the `file`, the `place` in it."""
    files = f"[{', '.join(map(quote_path, paths))}], filename = true, file_row_number = true"
    return f"(SELECT *, parse_filename(filename) AS file, file_row_number AS place FROM read_parquet({files}))"
