"""The same story side by side, in the terminal: headlines, facts told twice, and other words for one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.cli.console import add_row, make_table
from framing.compare.front import NO_HEADLINE, headlines_of
from framing.compare.passages import KINDS, rows_of_event, telling_passages
from framing.measure.rivals import NONE_FOUND
from framing.report.context import VOICES
from framing.say import listed
from framing.text import clip

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from framing.compare import Comparison
    from framing.compare.records import EventRow

EVENTS = 3
SOURCES = 8  # headlines of an event
PASSAGES = 2  # of an event
PAIRS = 3  # of wordings, of an event
LONGEST = 200  # characters of a sentence


def print_told(console: Console, comparison: Comparison) -> None:
    """Prints headlines side by side, then sentences of two sources that tell one fact, with what differs."""
    events = _covered(comparison)
    if not events or not comparison.analysis.texts:
        return
    headlines = make_table("The same story, side by side", "Event", "Source", "Headline")
    twice = make_table("One fact, told twice", "Source", "Sentence", "What differs")
    for row in events:
        _add_headlines(headlines, comparison, row.event, row.title)
        _add_passages(twice, comparison, row.event)
    if headlines.row_count:
        console.print(headlines)
    if twice.row_count:
        console.print(twice)
    elif headlines.row_count:
        console.print("One fact, told twice: no two sentences surely tell one fact in two ways; cannot tell.")


def _covered(comparison: Comparison) -> list[EventRow]:
    """The events that most sources cover, at least two."""
    covered = sorted(comparison.events, key=lambda row: (-len(row.articles), row.event))
    return [row for row in covered if len(row.articles) > 1][:EVENTS]


def _add_headlines(table: Table, comparison: Comparison, event: str, title: str) -> None:
    """The headline of the first article of each source."""
    for place, (source, words) in enumerate(list(headlines_of(comparison, event).items())[:SOURCES]):
        add_row(table, "" if place else title, source, words or NO_HEADLINE)
    table.add_section()


def _add_passages(table: Table, comparison: Comparison, event: str) -> None:
    """The most telling passages of an event, one sentence a line."""
    for row in telling_passages(comparison.passages, event)[:PASSAGES]:
        kinds = listed([KINDS[kind] for kind in row["kinds"].split("; ")])
        for side in ("a", "b"):
            sentence = comparison.analysis.texts[row[f"article_{side}"]][row[f"start_{side}"] : row[f"end_{side}"]]
            add_row(table, row[f"source_{side}"], clip(sentence, LONGEST), kinds if side == "a" else "")
        table.add_section()


def print_rivals(console: Console, comparison: Comparison) -> None:
    """Prints the most telling pairs of wordings that surely name one thing; says so where none is sure."""
    events, pairs = _covered(comparison), comparison.wordings
    if not events or pairs is None:
        return
    table = make_table("Other words for one thing", "Event", "What", "Source", "Wording, and whose words")
    for event in events:
        for place, row in enumerate(rows_of_event(pairs[pairs["tells"] == "yes"], event.event)[:PAIRS]):
            for side in ("a", "b"):
                first = side == "a"
                words = f"“{row[f'words_{side}']}” ({VOICES[row[f'voice_{side}']]})"
                names = (event.title if first and not place else "", row["name"] if first else row["why"])
                add_row(table, *names, row[f"source_{side}"], words)
            beside = comparison.analysis.evidence["id"].isin(row["beside"].split())
            for other in comparison.analysis.evidence[beside].to_dict("records"):
                add_row(table, "", "", other["source"], f"“{other['text']}” ({VOICES[other['voice']]})")
        table.add_section()
    if table.row_count:
        console.print(table)
    else:
        console.print(f"Other words for one thing: {NONE_FOUND}; cannot tell.")
