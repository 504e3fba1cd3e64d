"""Tables on disk: CSV that a spreadsheet opens without running anything, Parquet for size, texts as JSON lines.

A cell that a spreadsheet would take for a formula (=, +, -, @) is written with an apostrophe before it, and read
back without; so a table that is saved and loaded is the same table.
"""

from __future__ import annotations

import csv
import json
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from framing.errors import InputError
from framing.evidence.analysis import ACTORS, ARTICLES, EVIDENCE, NUMBERS, Analysis, empty_table, typed
from framing.evidence.passages import FACTS, OPENINGS, PASSAGES
from framing.folder import open_folder

if TYPE_CHECKING:
    import pandas as pd

TABLES: Mapping[str, Sequence[str]] = {
    "evidence": EVIDENCE, "articles": ARTICLES, "actors": ACTORS, "passages": PASSAGES, "facts": FACTS,
    "openings": OPENINGS,
}  # fmt: skip
LATER = frozenset(["passages", "facts", "openings"])  # older folders have none
TEXTS = "texts.jsonl"
FORMULA = re.compile(r"^'*[=+\-@\t\r]")
RISKY = frozenset("'=+-@\t\r")
ESCAPED = re.compile(r"^'+[=+\-@\t\r]")


def save_analysis(analysis: Analysis, out: str | Path) -> tuple[Path, ...]:
    """Writes the tables as CSV and Parquet and the texts; returns the files. All of them are written or none."""
    files = [f"{name}{end}" for name in TABLES for end in (".csv", ".parquet")]
    with open_folder(Path(out)) as folder:
        with _parquet_writer() as write_parquet:
            for name in TABLES:
                write_csv(getattr(analysis, name), folder / f"{name}.csv")
                write_parquet(getattr(analysis, name), folder / f"{name}.parquet")
        records = (
            {"article": name, "text": text, "sentences": list(analysis.sentences.get(name, ()))}
            for name, text in sorted(analysis.texts.items())
        )
        (folder / TEXTS).write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return tuple(Path(out) / name for name in (*files, TEXTS))


def load_analysis(folder: str | Path) -> Analysis:
    """The tables that `save_analysis` wrote; texts too when they are there.

    Raises:
        InputError: a table is missing, or lacks a column.
    """
    folder = Path(folder)
    tables = {name: read_table(folder, name) for name in TABLES}
    texts: dict[str, str] = {}
    sentences: dict[str, Sequence[int]] = {}
    if (folder / TEXTS).exists():
        for line in filter(None, (folder / TEXTS).read_text(encoding="utf-8").splitlines()):
            record = json.loads(line)
            texts[record["article"]] = record["text"]
            sentences[record["article"]] = array("I", record.get("sentences", ()))
    return Analysis(texts=texts, sentences=sentences, **tables)


def write_csv(table: pd.DataFrame, to: Path | TextIO) -> None:
    """CSV in UTF-8, line feeds only, formulas disarmed: to a file or an open stream."""
    safe = table.copy()
    for column in safe.columns:
        if column not in NUMBERS:
            safe[column] = [f"'{cell}" if cell[:1] in RISKY and FORMULA.match(cell) else cell for cell in safe[column]]
    options: dict[str, Any] = {"quoting": csv.QUOTE_NONNUMERIC, "errors": "surrogatepass"}
    safe.to_csv(to, index=False, lineterminator="\n", encoding="utf-8", **options)


@contextmanager
def _parquet_writer() -> Iterator[Callable[[pd.DataFrame, Path], None]]:
    """Writes tables as Parquet through duckdb; one thread, so that the same table gives the same bytes."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as connection:

        def write(table: pd.DataFrame, path: Path) -> None:
            connection.register("rows", table)
            target = str(path).replace("'", "''")
            connection.execute(f"COPY (SELECT * FROM rows) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")

        yield write


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """One table from its CSV, the file that a person may have looked at or filtered."""
    import pandas as pd

    path = folder / f"{name}.csv"
    if not path.exists() and name in LATER:
        return empty_table(TABLES[name])
    if not path.exists():
        raise InputError(
            f"{folder} holds no {name}.csv. Point at a folder that `framing compare` or `framing score` wrote."
        )
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8", encoding_errors="surrogatepass")
    missing = [column for column in TABLES[name] if column not in table.columns]
    if missing:
        raise InputError(f"{path} lacks the column {missing[0]!r}. Write the tables again with `framing score`.")
    for column in TABLES[name]:
        if column in NUMBERS:
            table[column] = pd.to_numeric(table[column], errors="coerce")
        else:
            escaped = table[column].str.match(ESCAPED)
            table.loc[escaped, column] = table.loc[escaped, column].str[1:]
    return typed(table[list(TABLES[name])])
