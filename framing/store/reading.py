"""Tables out of a store: of all articles or of those asked for, with a bound on how many rows come into memory."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.errors import UsageError
from framing.evidence import Analysis
from framing.evidence.analysis import NUMBERS
from framing.evidence.disk import open_duckdb, parquet_of
from framing.evidence.saved import TABLES
from framing.link.records import Doubt, Roster
from framing.model import Actor
from framing.say import number
from framing.store.codec import unpack
from framing.store.layout import ROSTER, TEXTS, StoreRecord, read_store_record, table_paths
from framing.store.shards import stored_articles

if TYPE_CHECKING:
    import pandas as pd

BLOCK = 20  # vectors of 2,048 rows that are fetched at once
MOST_ROWS = 3_000_000  # of evidence in memory at once; about 0.8 kB each
UNSHARED = frozenset(["id", "text", "detail"])  # columns whose cells seldom repeat
FIELDS = ("source", "event", "date", "article")


class Selection(NamedTuple):
    """Which articles are asked for: of each field named one of its values; a date may be a year or a month."""

    wanted: tuple[tuple[str, str], ...] = ()  # (field, value)
    kind: str = ""  # of evidence; "" for all kinds

    def condition(self) -> tuple[str, list[str]]:
        """The same as an SQL condition with its parameters."""
        fields = sorted({field for field, _ in self.wanted})
        tests = [self._test(field) for field in fields]
        values = [value for field in fields for name, value in self.wanted if name == field]
        return " AND ".join(tests) or "true", values

    def _test(self, field: str) -> str:
        """One field against each of its values."""
        count = sum(name == field for name, _ in self.wanted)
        test = "starts_with(date, ?)" if field == "date" else f"lower({field}) = lower(?)"
        return f"({' OR '.join([test] * count)})"


ALL = Selection()


def read_selection(wanted: Sequence[str], kind: str = "") -> Selection:
    """The selection that texts such as "source=The Courier" and "date=2024-05" describe.

    Raises:
        UsageError: one of them names no field.
    """
    pairs = []
    for one in wanted:
        field, equals, value = one.partition("=")
        if not equals or field.strip() not in FIELDS:
            raise UsageError(f"--only {one!r}: write FIELD=VALUE with a field of {', '.join(FIELDS)}.")
        pairs.append((field.strip(), value.strip()))
    return Selection(tuple(pairs), kind)


def read_store(store: Path, only: Selection = ALL, *, most: int = MOST_ROWS) -> Analysis:
    """The tables of a store as `analyze` gives them; texts where they are kept.

    Raises:
        InputError: the store was not finished.
        UsageError: no article is chosen, or more rows are than fit into memory.
    """
    record = read_store_record(store)
    with tempfile.TemporaryDirectory() as spill, open_duckdb(Path(spill)) as connection:
        _choose(connection, store, record, only)
        _refuse_many(connection, parquet_of(table_paths(store, record, "evidence")), most)
        tables: dict[str, Any] = dict(_read_tables(connection, store, record, only.kind))
        texts, sentences = _read_texts(connection, store)
        return Analysis(texts=texts, sentences=sentences, **tables)


def _choose(connection: Any, store: Path, record: StoreRecord, only: Selection) -> None:
    """Makes the table `chosen` of the articles asked for."""
    condition, values = only.condition()
    rows = parquet_of(table_paths(store, record, "articles"))
    connection.execute(f"CREATE TABLE chosen AS SELECT * FROM {rows} WHERE {condition} ORDER BY article", values)
    if not connection.execute("SELECT count(*) FROM chosen").fetchone()[0]:
        told = ", ".join(f"{field}={value}" for field, value in only.wanted)
        raise UsageError(f"{store} holds no article with {told}." if told else f"{store} holds no article.")


def _read_tables(connection: Any, store: Path, record: StoreRecord, kind: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each table of an analysis by name."""
    for name, columns in TABLES.items():
        listed = ", ".join(f'"{column}"' for column in columns)
        if name == "articles":
            yield name, _fetch(connection, f"SELECT {listed} FROM chosen", columns)
            continue
        rows = parquet_of(table_paths(store, record, name))
        tests = [f"{column} IN (SELECT article FROM chosen)" for column in columns if column.startswith("article")]
        tests += [f"kind = '{kind}'"] if name == "evidence" and kind else []
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        order = "article, place" if name in ("evidence", "sources") else "place"
        yield name, _fetch(connection, f"SELECT {listed} FROM {rows} {where} ORDER BY {order}", columns)


def _refuse_many(connection: Any, evidence: str, most: int) -> None:
    """Refuses more rows of evidence of the chosen articles than one run holds.

    Raises:
        UsageError: there are more.
    """
    query = f"SELECT count(*) FROM {evidence} WHERE article IN (SELECT article FROM chosen)"
    count = connection.execute(query).fetchone()[0]
    if count > most:
        raise UsageError(
            f"{number(count)} rows of evidence are more than one comparison holds ({number(most)}). "
            "Choose some, for example: --only date=2024-05 --only source=NAME."
        )


def _fetch(connection: Any, query: str, columns: Sequence[str]) -> pd.DataFrame:
    """The rows of a query, a block at a time; cells that are equal are one object."""
    import pandas as pd

    shared: dict[str, str] = {}
    result = connection.execute(query)
    blocks = []
    while len(block := result.fetch_df_chunk(BLOCK)):
        blocks.append({column: _cells(block[column], column, shared) for column in columns})
    joined = {column: [block[column] for block in blocks] for column in columns}
    return pd.DataFrame({column: _whole(parts, column) for column, parts in joined.items()}, columns=list(columns))


def _cells(column: pd.Series[Any], name: str, shared: dict[str, str]) -> Any:
    """The cells of a block: numbers, or texts."""
    import numpy as np
    import pandas as pd

    if name in NUMBERS:
        return column.to_numpy(NUMBERS[name])
    values = column.to_numpy(object)
    if name in UNSHARED:
        return values
    codes, different = pd.factorize(values)
    pool = np.empty(len(different), dtype=object)
    pool[:] = [shared.setdefault(one, one) for one in different]
    return pool[codes]


def _whole(parts: Sequence[Any], name: str) -> pd.Series[Any]:
    """A column from its blocks."""
    import numpy as np
    import pandas as pd

    kind = NUMBERS.get(name, object)
    column: pd.Series[Any] = pd.Series(np.concatenate(parts) if parts else [], dtype=kind)
    return column


def _read_texts(connection: Any, store: Path) -> tuple[dict[str, str], dict[str, Sequence[int]]]:
    """Texts and starts of sentences of the chosen articles whose texts are kept."""
    kept = sorted((store / TEXTS).glob("*.parquet"))
    if not kept:
        return {}, {}
    query = f"""
        SELECT article, text, sentence_starts FROM chosen JOIN {parquet_of(kept)} texts USING (article)
        WHERE split_part(chosen.file, '-', 2) = split_part(texts.file, '-', 1) ORDER BY article"""
    rows = connection.execute(query).fetchall()
    return {article: text for article, text, _ in rows}, {article: array("I", starts) for article, _, starts in rows}


def read_store_roster(store: Path) -> Roster:
    """Who is written about in a whole store; `ids` of single articles are left out.

    Raises:
        InputError: the store was not finished.
    """
    (path,) = table_paths(store, read_store_record(store), ROSTER)
    kind = tuple[tuple[Actor, ...], dict[str, dict[str, float]], tuple[Doubt, ...]]
    actors, sources, doubts = unpack(path.read_bytes(), kind)
    return Roster(actors, {}, sources, doubts)


class StoreFacts(NamedTuple):
    """What is in a store: counts, how much of it waits to be joined, its size in bytes, and its sources by articles."""

    articles: int
    evidence: int
    actors: int
    events: int
    first: str  # date of the oldest article that bears one, or ""
    last: str
    shards: int
    waiting: int  # articles that were read and not joined yet
    texts: int  # articles whose texts are kept
    size: int
    sources: tuple[tuple[str, int], ...]


def describe_store(store: Path) -> StoreFacts:
    """What is in a store.

    Raises:
        InputError: the store was not finished.
    """
    record = read_store_record(store)
    held, _ = stored_articles(store)
    rows = {name: parquet_of(table_paths(store, record, name)) for name in ("articles", "evidence", "actors")}
    size = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    with open_duckdb() as connection:

        def ask(query: str) -> list[tuple[Any, ...]]:
            found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
            return found

        (articles, events), (evidence,), (actors,) = (
            ask(f"SELECT count(*), count(DISTINCT nullif(event, '')) FROM {rows['articles']}")[0],
            *(ask(f"SELECT count(*) FROM {rows[name]}")[0] for name in ("evidence", "actors")),
        )
        ((first, last),) = ask(f"SELECT min(date), max(date) FROM {rows['articles']} WHERE date <> ''")
        sources = ask(f"SELECT source, count(*) FROM {rows['articles']} GROUP BY source ORDER BY 2 DESC, 1")
        kept = sorted((store / TEXTS).glob("*.parquet"))
        texts = ask(f"SELECT count(DISTINCT article) FROM {parquet_of(kept)}")[0][0] if kept else 0
        shards, readable = len({one.file for one in held.values()}), sum(not one.slow for one in held.values())
    return StoreFacts(
        articles, evidence, actors, events, first or "", last or "", shards, readable - articles, texts, size,
        tuple((str(source), int(count)) for source, count in sources),
    )  # fmt: skip
