"""Shards -> the tables of the whole collection: actors are linked by their sightings alone, wordings event by event.

Only what linking asks for is read, and one event or one shard is in memory at a time; a part that comes out as before
is kept. Sightings and the roster are in memory whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.errors import InputError
from framing.evidence.analysis import Ids, build_actors, build_tables, count_mentions
from framing.evidence.disk import open_duckdb, parquet_of, write_parquet
from framing.folder import open_file
from framing.link import link_actors
from framing.link.records import Roster
from framing.link.referents import Linked
from framing.model import Actor
from framing.packs.people import load_actor_words
from framing.packs.roster import read_actor_file
from framing.pipeline import rare_collections
from framing.store import events
from framing.store.codec import pack
from framing.store.keys import digest_program
from framing.store.layout import (
    FORMAT,
    PARTS,
    ROSTER,
    SHARDS,
    SPILL,
    TABLES,
    StoreRecord,
    read_store_record,
    table_path,
    write_store_record,
)
from framing.store.shards import (
    StoredArticle,
    stored_articles,
    unpack_draft,
    unpack_sightings,
    unpack_sketches,
    unpack_wordings,
)

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import FlatArticle

BATCH = 100  # rows that are fetched at once
WITH_EVENT = """
SELECT event, wordings, sketches FROM drafts WHERE event IN
(SELECT event FROM drafts WHERE event <> '' GROUP BY event HAVING count(*) > 1) ORDER BY event, article"""
OF_SHARD = """
SELECT article, key, draft, sightings, wordings FROM {} drafts JOIN held USING (article, file) ORDER BY article"""


class Linking(NamedTuple):
    """What the whole collection says of the actors of an article, and of the wordings of a shard."""

    ids: Ids
    actors: Mapping[str, Actor]  # by roster id
    linked: Linked


class StoredDraft(NamedTuple):
    """A row of OF_SHARD."""

    article: str
    key: str
    draft: bytes
    sightings: bytes
    wordings: bytes


def join_shards(store: Path, actors_file: Path | None = None) -> bool:
    """Makes the tables of the whole collection anew, where they are not those of its shards; says whether it did.

    The tables that stand there serve until all of the new ones do. Articles that take too long are left out.

    Raises:
        InputError: there is no article.
    """
    held, _ = stored_articles(store)
    edits = hashlib.sha256(actors_file.read_bytes()).hexdigest() if actors_file else ""
    digest = _digest(digest_program(), edits, *(f"{one.article} {one.key} {one.file}" for one in held.values()))
    if read_store_record(store).joined == digest:
        return False
    told = [one for one in held.values() if not one.slow]
    if not told:
        raise InputError(f"{store} holds no article that could be read.")
    with _drafts_of(store, told) as connection, rare_collections():
        roster = _link(connection, actors_file)
        found = events.EventTables(connection, roster, store / SPILL, {one.article: one.file for one in told})
        found.fill(_told_events(connection))
        run = Linking(roster.ids, {actor.id: actor for actor in roster.actors}, {})
        shards = sorted({one.file for one in told})
        parts = [_join_shard(store, connection, shard, run._replace(linked=found.links_of(shard))) for shard in shards]
        tables = {name: tuple(column) for name, column in zip(PARTS, zip(*parts, strict=True), strict=True)}
        for name in events.TABLES:
            tables[name] = (f"{name}-{digest}.parquet",)
            with open_file(table_path(store, *tables[name])) as aside:
                found.write(name, aside)
        tables |= _write_actors(store, connection, roster, digest, tables["mentions"])
    write_store_record(store, StoreRecord(FORMAT, digest, tables))
    _sweep(store, {name for names in tables.values() for name in names})
    return True


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@contextmanager
def _drafts_of(store: Path, held: Sequence[StoredArticle]) -> Iterator[Any]:
    """A database with the view `drafts`: every article as it was read last."""
    import pandas as pd

    spill = store / SPILL
    rmtree(spill, ignore_errors=True)
    spill.mkdir()
    with open_duckdb(spill) as connection:
        connection.register(
            "rows", pd.DataFrame({"article": [h.article for h in held], "file": [h.file for h in held]})
        )
        connection.execute("CREATE TABLE held AS SELECT * FROM rows")
        shards = [store / SHARDS / name for name in sorted({one.file for one in held})]
        rows = f"SELECT drafts.* FROM {parquet_of(shards)} drafts JOIN held USING (article, file)"
        connection.execute(f"CREATE VIEW drafts AS {rows}")
        yield connection
    rmtree(spill, ignore_errors=True)


def _rows(connection: Any, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, a few at a time."""
    cursor = connection.cursor().execute(query)
    while rows := cursor.fetchmany(BATCH):
        yield from rows


def _link(connection: Any, actors_file: Path | None) -> Roster:
    """Who is written about in the whole collection."""
    edits = read_actor_file(actors_file) if actors_file else None
    rows = _rows(connection, "SELECT sightings FROM drafts")
    return link_actors((one for (data,) in rows for one in unpack_sightings(data)), load_actor_words(), edits)


def _told_events(connection: Any) -> Iterator[events.ToldEvent]:
    """The events that several articles cover, in order."""
    for _, rows in groupby(_rows(connection, WITH_EVENT), key=lambda row: row[0]):
        told = list(rows)
        sketches = [sketch for *_, data in told for sketch in unpack_sketches(data)]
        yield events.ToldEvent([unpack_wordings(data) for _, data, _ in told], sketches)


def _join_shard(store: Path, connection: Any, shard: str, run: Linking) -> tuple[str, ...]:
    """Names of the files of PARTS of one shard, written where they are not there from an earlier joining."""
    import pandas as pd

    query = OF_SHARD.format(parquet_of([store / SHARDS / shard]))
    rows = [StoredDraft(*row) for row in connection.execute(query).fetchall()]
    drafts = [unpack_draft(one.draft, one.sightings, one.wordings) for one in rows]
    digest = _digest(digest_program(), *map(repr, _outcome(rows, drafts, run)))
    names = tuple(f"{table}-{shard.partition('-')[0]}-{digest}.parquet" for table in PARTS)
    if not all(table_path(store, name).exists() for name in names):
        evidence, articles, sources = build_tables(drafts, run.ids, run.actors, run.linked)
        articles = articles.assign(sentence_starts=pd.Series([list(one.sentences) for one in drafts], dtype=object))
        for name, table in zip(names, (evidence, articles, sources, count_mentions(evidence)), strict=True):
            _write(store, connection, name, table)
    return names


def _outcome(shard: Sequence[StoredDraft], drafts: Sequence[FlatArticle], run: Linking) -> Iterator[object]:
    """All that the tables of a shard depend on: its articles, their links, and what the run says of their actors."""
    yield sorted(run.linked.items())
    for one, draft in zip(shard, drafts, strict=True):
        yield one.key
        named = {row[9] for row in draft.rows} | {actor for speakers in draft.speakers for actor in speakers}
        for local in sorted(named - {""}):
            actor = run.actors.get(run.ids.get((one.article, local), local))
            yield local, (actor.id, actor.name, actor.kind) if actor else None


def _write_actors(store: Path, connection: Any, roster: Roster, digest: str, mentions: Sequence[str]) -> dict[str, Any]:
    """Names of the files of the roster, as a table and whole."""
    counted = parquet_of([table_path(store, name) for name in mentions])
    query = f"SELECT actor, source, sum(share) AS share FROM {counted} GROUP BY ALL ORDER BY ALL"
    table, whole = f"actors-{digest}.parquet", f"{ROSTER}-{digest}.bin"
    _write(store, connection, table, build_actors(roster, [connection.execute(query).df()]))
    with open_file(table_path(store, whole)) as aside:
        aside.write_bytes(pack((roster.actors, roster.sources, roster.doubts)))
    return {"actors": (table,), ROSTER: (whole,)}


def _write(store: Path, connection: Any, name: str, table: pd.DataFrame) -> None:
    with open_file(table_path(store, name)) as aside:
        write_parquet(connection, table, aside)


def _sweep(store: Path, used: Set[str]) -> None:
    """Takes away the files of earlier tables, and what a killed run left half-written."""
    for path in (store / TABLES).iterdir():
        if path.name not in used and path.suffix in (".parquet", ".bin", ".part"):
            path.unlink(missing_ok=True)
