"""Events of a store, one by one: wordings linked, facts set side by side; kept in a database that may spill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.evidence.analysis import NUMBERS, typed
from framing.evidence.disk import quote_path
from framing.evidence.passages import FACTS, OPENINGS, PASSAGES, passage_tables
from framing.link import Roster
from framing.link.passages import align_sentences, evidence_by_place
from framing.link.referents import LinkedWording, ReferentLinker
from framing.link.sketches import SentenceSketch
from framing.link.units import ArticleWordings
from framing.packs.wordings import load_link_words
from framing.store.codec import pack, unpack

if TYPE_CHECKING:
    import pandas as pd

TABLES = {"passages": PASSAGES, "facts": FACTS, "openings": OPENINGS}
SQL = {"int64": "BIGINT", "float64": "DOUBLE", "": "VARCHAR"}
TOGETHER = 200  # articles whose findings are written at once


class ToldEvent(NamedTuple):
    """What the articles of one event hold for linking, in the order of their ids."""

    wordings: Sequence[ArticleWordings]
    sketches: Sequence[SentenceSketch]


class EventTables:
    """The tables that hold a row for several articles of an event, and the links of each article's wordings."""

    def __init__(self, connection: Any, roster: Roster) -> None:
        self._connection, self._roster = connection, roster
        self._linker = ReferentLinker(roster, load_link_words())
        self._linked: dict[str, list[tuple[int, LinkedWording]]] = defaultdict(list)
        self._rows: dict[str, list[pd.DataFrame]] = {name: [] for name in TABLES}
        connection.execute("CREATE TABLE links (article VARCHAR, linked BLOB)")
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
                self._linked[article].append((place, one))
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

        encoded = [(article, pack(sorted(found))) for article, found in self._linked.items()]
        waiting = {"links": [pd.DataFrame(encoded, columns=["article", "linked"], dtype=object)], **self._rows}
        for name, tables in waiting.items():
            rows = pd.concat(tables) if tables else ()
            if len(rows):
                self._connection.register("rows", rows)
                self._connection.execute(f"INSERT INTO {name} SELECT * FROM rows")
        self._linked.clear()
        self._rows = {name: [] for name in TABLES}


def unpack_links(data: bytes | None) -> list[tuple[int, LinkedWording]]:
    """The linked wordings of an article by their places among its candidates."""
    return list(unpack(data, list[tuple[int, LinkedWording]])) if data else []
