"""The same story side by side, in the terminal: headlines of the most covered events, and facts told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from framing.compare.passages import KINDS, rows_of_event, telling_passages
from framing.say import listed, printable
from framing.text import clip

if TYPE_CHECKING:
    from rich.console import Console

    from framing.compare import Comparison

EVENTS = 3
SOURCES = 8  # headlines of an event
PASSAGES = 2  # of an event
LONGEST = 200  # characters of a sentence


def print_told(console: Console, comparison: Comparison) -> None:
    """Prints headlines side by side, then sentences of two sources that tell one fact, with what differs."""
    covered = sorted(comparison.events, key=lambda row: (-len(row.articles), row.event))
    events = [row for row in covered if len(row.articles) > 1][:EVENTS]
    if not events or not comparison.analysis.texts:
        return
    headlines = _table("The same story, side by side", "Event", "Source", "Headline")
    twice = _table("One fact, told twice", "Source", "Sentence", "What differs")
    for row in events:
        _add_headlines(headlines, comparison, row.event, row.title)
        _add_passages(twice, comparison, row.event)
    if headlines.row_count:
        console.print(headlines)
    if twice.row_count:
        console.print(twice)
    elif headlines.row_count:
        console.print("One fact, told twice: no two sentences surely tell one fact; cannot tell.")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _add_headlines(table: Table, comparison: Comparison, event: str, title: str) -> None:
    """The headline of the first article of each source."""
    told: dict[str, tuple[str, list[str]]] = {}
    for row in rows_of_event(comparison.openings, event):
        article, words = told.setdefault(row["source"], (row["article"], []))
        if row["section"] == "headline" and row["article"] == article:
            words.append(comparison.analysis.texts[article][row["start"] : row["end"]])
    for place, (source, (_, words)) in enumerate(sorted(told.items())[:SOURCES]):
        table.add_row("" if place else printable(title), printable(source), printable(" ".join(words)) or "no headline")
    table.add_section()


def _add_passages(table: Table, comparison: Comparison, event: str) -> None:
    """The most telling passages of an event, one sentence a line."""
    for row in telling_passages(comparison.passages, event)[:PASSAGES]:
        kinds = listed([KINDS[kind] for kind in row["kinds"].split("; ")])
        for side in ("a", "b"):
            sentence = comparison.analysis.texts[row[f"article_{side}"]][row[f"start_{side}"] : row[f"end_{side}"]]
            words = (row[f"source_{side}"], clip(sentence, LONGEST), kinds if side == "a" else "")
            table.add_row(*map(printable, words))
        table.add_section()
