"""What some accounts of an event mention and others leave out. Absence is computed, never a row, and may be unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from framing.profile.excerpts import excerpt_at
from framing.profile.records import LeftOut, OmissionCell, OmissionItem, OmissionMatrix
from framing.profile.voices import side_unknown

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

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
    accounts = {source: _account(ledger, here[ledger.source_of[here] == source]) for source in present}
    found = _items(ledger, here, present)
    found = [pair for pair in found if pair[0].kind != "actor" or ledger.known_kind(pair[0].id) != "place"]
    carried = [(item, rows) for item, rows in found if len(rows) >= min(2, len(present))]
    carried.sort(
        key=lambda pair: (-len(pair[1]), -sum(len(part) for part in pair[1].values()), pair[0].kind, pair[0].name)
    )
    chosen = [pair for pair in carried if len(pair[1]) < len(present)][:ITEMS]
    chosen += [pair for pair in carried if len(pair[1]) == len(present)][: max(0, ITEMS - len(chosen))]
    return OmissionMatrix(
        event=ledger.events[event],
        title=event_title(ledger, event),
        sources=tuple(ledger.sources[source] for source in present),
        articles=tuple(int((ledger.source_of[here] == source).sum()) for source in present),
        items=tuple(item for item, _ in chosen),
        cells=tuple(
            tuple(_cell(ledger, rows.get(source), _silence(item, accounts[source])) for source in present)
            for item, rows in chosen
        ),
    )


class Account(NamedTuple):
    """One source's articles on one event, as far as silence can be read from them."""

    words: float
    text: str  # lower case; "" without texts at hand
    names: str  # names of the actors mentioned, lower case
    lost_voices: bool  # quotes officials who may speak for any side


def _account(ledger: Ledger, articles: NDArray[np.intp]) -> Account:
    ids = ledger.articles["article"].to_numpy(dtype=object)[articles]
    text = " ".join(ledger.analysis.texts.get(str(id), "") for id in ids).lower()
    actors = ledger.rows_of("mention", articles)["actor"].unique()
    quotes = ledger.rows_of("quote", articles)
    sides = [ledger.side(str(actor)) for actor in quotes["actor"]]
    return Account(
        float(ledger.column("words")[articles].sum()),
        text,
        " ".join(ledger.name(str(actor)) for actor in actors).lower(),
        bool(side_unknown(quotes.assign(side=sides)).any()),
    )


def _silence(item: OmissionItem, account: Account) -> OmissionCell:
    """What it means that an account holds no row of an item: not mentioned, or nobody can tell."""
    if account.words < SHORT:
        return UNKNOWN
    if item.kind == "voice":
        return UNKNOWN if account.lost_voices else ABSENT
    if item.kind == "actor":
        words = [word for word in re.findall(r"\w+", item.name.lower()) if len(word) > 3] or [item.name.lower()]
        return UNKNOWN if any(word in account.text or word in account.names for word in words) else ABSENT
    return ABSENT


def _cell(ledger: Ledger, rows: pd.DataFrame | None, silence: OmissionCell) -> OmissionCell:
    if rows is None or len(rows) == 0:
        return silence
    return OmissionCell(
        "mentioned", float(rows["share"].sum()), ledger.ids_of(rows), excerpt_at(ledger, int(rows["at"].iloc[0]))
    )


def event_title(ledger: Ledger, event: int) -> str:
    """An event in readable words: its own label, or the shortest headline on it when the label is only a code."""
    label = ledger.events[event]
    letters = sum(char.isalpha() for char in label)
    if letters > 0.7 * len(label) and not re.fullmatch(r"[0-9a-f-]{16,}", label):
        return label
    titles = ledger.articles["title"].astype(str)[ledger.event_of == event]
    return min(
        (" ".join(title.split()) for title in titles if title), key=lambda title: (len(title), title), default=label
    )


Found = list[tuple[OmissionItem, dict[int, "pd.DataFrame"]]]


def _items(ledger: Ledger, here: NDArray[np.intp], sources: Sequence[int]) -> Found:
    """Everything the event's accounts mention, with the rows of each source."""
    mention, cue, quote = (ledger.rows_of(kind, here) for kind in ("mention", "cue", "quote"))
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
    found += _by(ledger, cue, "referent", sources, lambda key: OmissionItem("referent", key, ledger.referents[key]))
    found += _by(ledger, quote, "side", sources, lambda key: OmissionItem("voice", key, f"{key} is quoted"))
    return found


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
