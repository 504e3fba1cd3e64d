"""What some accounts of an event mention and others leave out. Absence is computed, never a row, and may be unknown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from framing.profile.excerpts import excerpt_at
from framing.profile.records import LeftOut, OmissionCell, OmissionItem, OmissionMatrix

if TYPE_CHECKING:
    import pandas as pd

    from framing.profile.ledger import Ledger

ITEMS = 24  # rows of a matrix at most
SHORT = 120  # words; a shorter account may leave anything out, so its silence says nothing
ABSENT = OmissionCell("not mentioned")
UNKNOWN = OmissionCell("cannot tell")


def event_matrix(ledger: Ledger, event: int, sources: Sequence[int]) -> OmissionMatrix:
    """Items that at least two sources of an event carry, and who of `sources` mentions them."""
    import numpy as np

    here = np.flatnonzero(ledger.event_of == event)
    present = [source for source in sources if (ledger.source_of[here] == source).any()]
    words = ledger.column("words")
    offered = {source: float(words[here[ledger.source_of[here] == source]].sum()) for source in present}
    found = _items(ledger, event, present)
    carried = [(item, rows) for item, rows in found if len(rows) >= min(2, len(present))]
    carried.sort(
        key=lambda pair: (-len(pair[1]), -sum(len(part) for part in pair[1].values()), pair[0].kind, pair[0].name)
    )
    chosen = [pair for pair in carried if len(pair[1]) < len(present)][:ITEMS]
    chosen += [pair for pair in carried if len(pair[1]) == len(present)][: max(0, ITEMS - len(chosen))]
    return OmissionMatrix(
        event=ledger.events[event],
        sources=tuple(ledger.sources[source] for source in present),
        articles=tuple(int((ledger.source_of[here] == source).sum()) for source in present),
        items=tuple(item for item, _ in chosen),
        cells=tuple(
            tuple(_cell(ledger, rows.get(source), offered[source]) for source in present) for _, rows in chosen
        ),
    )


def _cell(ledger: Ledger, rows: pd.DataFrame | None, offered: float) -> OmissionCell:
    if rows is None or len(rows) == 0:
        return UNKNOWN if offered < SHORT else ABSENT
    return OmissionCell(
        "mentioned", float(rows["share"].sum()), ledger.ids_of(rows), excerpt_at(ledger, int(rows["at"].iloc[0]))
    )


Found = list[tuple[OmissionItem, dict[int, "pd.DataFrame"]]]


def _items(ledger: Ledger, event: int, sources: Sequence[int]) -> Found:
    """Everything the event's accounts mention, with the rows of each source."""
    mention = _at_event(ledger, "mention", event)
    cue = _at_event(ledger, "cue", event)
    quote = _at_event(ledger, "quote", event)
    sides = {actor: ledger.side(actor) for actor in quote["actor"].cat.categories}
    quote = quote.assign(side=quote["actor"].map(sides).astype(str))
    quote = quote[(quote["side"] != "") & (quote["side"] != "nan")]
    found = _by(
        ledger,
        mention[mention["actor"] != ""],
        "actor",
        sources,
        lambda key: OmissionItem("actor", key, ledger.name(key)),
    )
    found += _by(ledger, cue, "referent", sources, lambda key: OmissionItem("referent", key, key.replace("_", " ")))
    found += _by(ledger, quote, "side", sources, lambda key: OmissionItem("voice", key, f"{key} is quoted"))
    return found


def _at_event(ledger: Ledger, kind: str, event: int) -> pd.DataFrame:
    rows = ledger.rows(kind)
    here: pd.DataFrame = rows[ledger.event_of[rows["article"].to_numpy()] == event]
    return here


def _by(
    ledger: Ledger, rows: pd.DataFrame, column: str, sources: Sequence[int], item: Callable[[str], OmissionItem]
) -> Found:
    numbered = rows.assign(source=ledger.source_of[rows["article"].to_numpy()])
    numbered = numbered[numbered["source"].isin(list(sources))]
    found: dict[str, dict[int, pd.DataFrame]] = {}
    for (key, source), part in numbered.groupby([column, "source"], observed=True, sort=True):
        found.setdefault(str(key), {})[int(str(source))] = part
    return [(item(key), parts) for key, parts in found.items()]


def left_out(matrices: Sequence[OmissionMatrix], source: str, most: int = 12) -> tuple[LeftOut, ...]:
    """What other sources of the same events carry and `source` does not; carried by most first."""
    found = []
    for matrix in matrices:
        if source not in matrix.sources:
            continue
        column = matrix.sources.index(source)
        for item, cells in zip(matrix.items, matrix.cells, strict=True):
            if cells[column].state != "not mentioned":
                continue
            carriers = [
                (name, cell) for name, cell in zip(matrix.sources, cells, strict=True) if cell.state == "mentioned"
            ]
            rows = tuple(row for _, cell in carriers for row in cell.rows)
            excerpt = max(carriers, key=lambda pair: pair[1].count)[1].excerpt
            found.append(LeftOut(matrix.event, item, tuple(name for name, _ in carriers), excerpt, rows))
    found.sort(key=lambda left: (-len(left.carried_by), -len(left.rows), left.event, left.item.name))
    return tuple(found[:most])
