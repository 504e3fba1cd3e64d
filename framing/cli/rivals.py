"""Rival wordings in the terminal: the most telling pairs of the most covered events, whose words beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from framing.measure.rivals import NONE_FOUND
from framing.report.context import VOICES

if TYPE_CHECKING:
    from rich.console import Console

    from framing.compare import Comparison

EVENTS = 3
PAIRS = 3  # of an event


def print_rivals(console: Console, comparison: Comparison) -> None:
    """Prints pairs of wordings that surely name one thing; says so where none is sure."""
    events = [row for row in comparison.events if len(row.articles) > 1]
    if not events:
        return
    table = Table(title="Other words for one thing", title_justify="left", title_style="bold")
    for column in ("Event", "What", "Source", "Wording, and whose words"):
        table.add_column(column, overflow="fold")
    for row in sorted(events, key=lambda row: (-len(row.articles), row.event))[:EVENTS]:
        _add_pairs(table, comparison, row.event, row.title)
    if table.row_count:
        console.print(table)
    else:
        console.print(f"Other words for one thing: {NONE_FOUND}; cannot tell.")


def _add_pairs(table: Table, comparison: Comparison, event: str, title: str) -> None:
    """The first pairs of an event, one wording a line."""
    pairs = comparison.wordings
    if pairs is None:
        return
    for place, row in enumerate(pairs[pairs["event"] == event].head(PAIRS).to_dict("records")):
        for side in ("a", "b"):
            first = side == "a"
            words = f"“{row[f'words_{side}']}” ({VOICES[row[f'voice_{side}']]})"
            cells = (title if first and not place else "", row["name"] if first else "", row[f"source_{side}"], words)
            table.add_row(*map(escape, map(str, cells)))
    table.add_section()
