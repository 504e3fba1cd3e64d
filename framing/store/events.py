"""Events of a store, one by one: wordings linked, facts set side by side; kept in a database that may spill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.evidence.analysis import NUMBERS, typed
from framing.evidence.disk import quote_path
from framing.evidence.passages import FACTS, OPENINGS, PASSAGES, passage_tables
from framing.link.passages import align_sentences, evidence_by_place
from framing.link.records import Roster
from framing.link.referents import Linked, LinkedWording, ReferentLinker
from framing.link.sketches import SentenceSketch
from framing.link.units import ArticleWordings
from framing.packs.wordings import load_link_words
from framing.store.codec import pack, unpack

if TYPE_CHECKING:
    import pandas as pd

TABLES = {"passages": PASSAGES, "facts": FACTS, "openings": OPENINGS}
SQL = {"int64": "BIGINT", "float64": "DOUBLE", "": "VARCHAR"}
PlacedLink = tuple[str, int, LinkedWording]  # article, place among its candidates, what it names
LINKS = ".links"  # ends the names of files
TOGETHER = 200  # articles whose findings are written at once


class ToldEvent(NamedTuple):
    """What the articles of one event hold for linking, in the order of their ids."""

    wordings: Sequence[ArticleWordings]
    sketches: Sequence[SentenceSketch]


class EventTables:
    """The tables that hold a row for several articles of an event, and the links of each article's wordings.

    Links wait in a file a shard in the folder `spill`; `files` names the shard of each article.
    """

    def __init__(self, connection: Any, roster: Roster, spill: Path, files: Mapping[str, str]) -> None:
        self._connection, self._roster = connection, roster
        self._spill, self._files = spill, files
        self._linker = ReferentLinker(roster, load_link_words())
        self._linked: dict[str, list[PlacedLink]] = defaultdict(list)
        self._rows: dict[str, list[pd.DataFrame]] = {name: [] for name in TABLES}
        for name, columns in TABLES.items():
            typed_columns = ", ".join(f'"{column}" {SQL[NUMBERS.get(column, "")]}' for column in columns)
            connection.execute(f"CREATE TABLE {name} ({typed_columns})")

    def fill(self, events: Iterable[ToldEvent]) -> None:
        """Links one event after another."""
        read = 0
        for event in events:
            aligned = align_sentences(event.sketches, self._roster.ids)
            found = self._linker.link(event.wordings, evidence_by_place(aligned))
            for (article, place), one in found.items():
                self._linked[self._files[article]].append((article, place, one))
            for name, table in zip(TABLES, passage_tables(event.sketches, aligned), strict=True):
                self._rows[name] += [typed(table)] if len(table) else []
            read += len(event.wordings)
            if read >= TOGETHER:
                self._flush()
                read = 0
        self._flush()

    def write(self, name: str, path: Path) -> None:
        """Writes one of TABLES as Parquet, in the order of events."""
        self._connection.execute(f"COPY {name} TO {quote_path(path)} (FORMAT parquet, COMPRESSION zstd)")

    def _flush(self) -> None:
        """Hands what was found over to the database."""
        import pandas as pd

        for shard, found in self._linked.items():
            data = pack(found)
            with (self._spill / f"{shard}{LINKS}").open("ab") as file:
                file.write(len(data).to_bytes(8) + data)
        for name, tables in self._rows.items():
            if tables:
                self._connection.register("rows", pd.concat(tables))
                self._connection.execute(f"INSERT INTO {name} SELECT * FROM rows")
        self._linked.clear()
        self._rows = {name: [] for name in TABLES}

    def links_of(self, shard: str) -> Linked:
        """The linked wordings of the articles of a shard."""
        path = self._spill / f"{shard}{LINKS}"
        return {(article, place): one for article, place, one in _read_links(path)} if path.exists() else {}


def _read_links(path: Path) -> Iterator[PlacedLink]:
    """The links in a file, block by block."""
    with path.open("rb") as file:
        while size := int.from_bytes(file.read(8)):
            yield from unpack(file.read(size), list[PlacedLink])
