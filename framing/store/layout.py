"""What lies where in a store, and its record: which tables are those of the whole collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from framing.errors import InputError, system_error
from framing.folder import STORE, open_file
from framing.store.codec import decode_json, write_json

SHARDS, TABLES, TEXTS, SPILL = "shards", "tables", "texts", "spill"
FORMAT = 1  # of the files in a store
PARTS = ("evidence", "articles", "sources", "mentions")  # tables with a file a shard
ROSTER = "roster"


@dataclass(frozen=True)
class StoreRecord:
    """What the tables of a store were made of, and their files by table, in the order of the shards."""

    format: int
    joined: str = ""  # digest of all that the tables were made of; "" when nothing was joined
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_store_record(folder: Path) -> StoreRecord:
    """The record of a store; an empty one where nothing was joined.

    Raises:
        InputError: it cannot be read, or another version of the program wrote it.
    """
    path = folder / STORE
    if not path.exists():
        return StoreRecord(FORMAT)
    try:
        record: StoreRecord = decode_json(path.read_bytes(), StoreRecord, path)
    except OSError as problem:
        raise system_error(problem, path) from problem
    if record.format != FORMAT:
        raise InputError(f"{folder} was written by another version of this program. Score the articles again.")
    return record


def write_store_record(folder: Path, record: StoreRecord) -> None:
    """Replaces the record of a store: from now on its tables are those that it names."""
    with open_file(folder / STORE) as aside:
        aside.write_bytes(write_json(record))


def table_path(folder: Path, name: str) -> Path:
    """Where a file of a table stands."""
    return folder / TABLES / name


def table_paths(folder: Path, record: StoreRecord, table: str) -> list[Path]:
    """The files of a table.

    Raises:
        InputError: nothing was joined yet, or a file is missing.
    """
    paths = [table_path(folder, name) for name in record.tables.get(table, ())]
    missing = next((path for path in paths if not path.exists()), None)
    if missing or not paths:
        lacks = f"lacks {missing}" if missing else "holds no tables yet"
        raise InputError(f"{folder} {lacks}. Run `framing score … --store {folder}` again: what is done is skipped.")
    return paths
