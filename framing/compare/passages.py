"""Tables of sentences side by side, as far as a comparison counts their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

WEAK = frozenset(("", "verb", "report", "quotation"))  # differences that tell little alone
SURE = 0.4  # below it two sentences may well tell of two facts: they are not shown
KINDS = {
    "label": "what it is called", "verb": "the verb", "evaluation": "a judging word", "certainty": "how sure",
    "attribution": "who vouches for it", "report": "how it is reported", "agent": "who did it", "number": "the number",
    "quotation": "how much is quoted", "denial": "whether it is denied",
}  # fmt: skip


def shared_passages(ledger: Ledger) -> pd.DataFrame:
    """Facts that two sources of one event tell, the most telling of each event first.

    Columns as `Analysis.passages`, with `source_a` and `source_b`.
    """
    table = ledger.analysis.passages
    sources, events = ledger.articles_source, _events(ledger)
    table = table.assign(source_a=table["article_a"].map(sources), source_b=table["article_b"].map(sources))
    known = table["source_a"].notna() & table["source_b"].notna() & (table["source_a"] != table["source_b"])
    one_event = table["article_a"].map(events) == table["article_b"].map(events)
    return table[known & one_event].reset_index(drop=True)


def single_sentences(ledger: Ledger, table: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table of single sentences whose article counts, with its `source`."""
    table = table.assign(source=table["article"].map(ledger.articles_source))
    return table[table["source"].notna()].reset_index(drop=True)


def _events(ledger: Ledger) -> dict[str, str]:
    return dict(zip(ledger.articles["article"].astype(str), ledger.articles["event"].astype(str), strict=True))


def rows_of_event(table: pd.DataFrame, event: str) -> list[dict[str, Any]]:
    """The rows of one event, in order."""
    records = table[table["event"] == event].to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in records]


def telling_passages(passages: pd.DataFrame, event: str) -> list[dict[str, Any]]:
    """Passages of an event that surely tell one fact and differ in a way that tells, the most telling first.

    Another verb alone is as a rule a synonym ("plan", "intend"), another cut of a quotation a matter of room.
    """
    rows = rows_of_event(passages, event)
    return [row for row in rows if row["sure"] >= SURE and not set(row["kinds"].split("; ")) <= WEAK]
