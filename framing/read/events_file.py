"""`events.csv`: which article is on which story, written as a proposal, edited by a person, given back."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from framing.errors import InputError
from framing.model import Article
from framing.read.delimited import read_rows
from framing.read.encoding import decode
from framing.read.records import StoryProposal, Unusable
from framing.read.values import one_line

COLUMNS = ("article", "event", "doubt", "source", "date", "title")
NEEDED = "Its first line must name the columns `article` and `event`, as `framing compare` writes it."


def write_events(proposals: Sequence[StoryProposal], articles: Sequence[Article], path: Path) -> Path:
    """Writes the proposal, one row an article, stories together; a person changes `event` and gives the file back."""
    known = {article.id: article for article in articles}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for one in sorted(proposals, key=lambda proposal: (proposal.event, proposal.article)):
            article = known[one.article]
            table.writerow([one.article, one.event, one.doubt, article.source, article.date, article.title])
    return path


def read_events(path: Path) -> dict[str, str]:
    """Story by article id, as a person settled it.

    Raises:
        InputError: there is no such file, or it lacks a column.
    """
    if not path.exists():
        raise InputError(f"{path} does not exist. Check the name after --events.")
    try:
        text = decode(path.read_bytes()).text
    except (OSError, Unusable) as problem:
        raise InputError(
            f"{path} cannot be read as a list of events ({problem}). Check the name after --events."
        ) from problem
    rows = [row for row in read_rows(text) if not isinstance(row, Unusable)]
    if not rows or not {"article", "event"} <= set(rows[0]):
        raise InputError(f"{path} is no list of events. {NEEDED}")
    return {one_line(row["article"]): one_line(row["event"]) for row in rows if row["article"].strip()}


def give_events(articles: Sequence[Article], events: Mapping[str, str]) -> tuple[Article, ...]:
    """The articles with the stories that a person settled; "" takes an article out of every story.

    Raises:
        InputError: the list names an article that is not there.
    """
    strangers = sorted(set(events) - {article.id for article in articles})
    if strangers:
        raise InputError(
            f"the list of events names {strangers[0]!r}, which is no article here. "
            "Take that row out, or name the folder that the list was written for."
        )
    return tuple(replace(article, event=events.get(article.id, article.event)) for article in articles)
