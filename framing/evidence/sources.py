"""Who speaks in each article: one row a source and article, from the quotes of the evidence table and their cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from framing.evidence.details import read_detail
from framing.evidence.flatten import Spoken
from framing.grouping import group_by
from framing.model import NOBODY_NAMED, SURE_FROM

if TYPE_CHECKING:
    import pandas as pd

SOURCES = (
    *("article", "source", "speaker", "actor", "type", "name", "title", "affiliation", "kind", "why", "why_words"),
    *("why_unnamed", "channel", "statements", "words", "unsure", "line"),
)
UNSURE_BELOW = 0.6  # probability under which print does not name the speaker
TOLD = ("title", "affiliation", "why_unnamed")  # fields of a card that are "" where the text does not say
NOT_SAID = {"why": "not said", "channel": "not said"}


def source_rows(evidence: pd.DataFrame, spoken: Mapping[str, Spoken]) -> list[tuple[Any, ...]]:
    """The rows of the table, in the order of articles and of first statements; `spoken` by article."""
    quotes = evidence[evidence["kind"] == "quote"].to_dict("records")
    groups = group_by(quotes, lambda row: (str(row["article"]), _who(row)))
    ordered = sorted(groups.values(), key=lambda rows: (str(rows[0]["article"]), int(rows[0]["start"])))
    return [_row(rows, spoken[str(rows[0]["article"])]) for rows in ordered]


def _who(row: Mapping[Any, Any]) -> str:
    """Whom a statement counts for: an actor's id, or the words for somebody unnamed, whoever he speaks for."""
    return str(row["speaker"] if str(row["speaker"]).startswith(NOBODY_NAMED) else row["actor"] or row["speaker"])


def _row(rows: list[dict[Any, Any]], spoken: Spoken) -> tuple[Any, ...]:
    """One source in one article: the first thing that a card says of it counts, statements are counted once."""
    details = [read_detail(row["detail"]) for row in rows]
    cards = [detail.get("card", {}) for detail in details]
    first, sure = rows[0], max(rows, key=lambda row: float(row["confidence"]))
    card = cards[rows.index(sure)]
    told = {name: _first(cards, name, "") for name in TOLD} | {n: _first(cards, n, no) for n, no in NOT_SAID.items()}
    lines, words = dict(spoken.lines), {(start, end): count for start, end, count in spoken.words}
    spans = {(start, end) for detail in details for start, end in detail.get("content", ())}
    statements = {(row["start"], row["end"], str(detail.get("cue"))) for row, detail in zip(rows, details, strict=True)}
    return (
        first["article"], first["source"], sure["speaker"], first["actor"], card.get("type", "not said"),
        card.get("name", ""), told["title"], told["affiliation"], details[0].get("speaker_kind", "unnamed"),
        told["why"], _words_of(cards, told["why"]), told["why_unnamed"], told["channel"], len(statements),
        sum(words[span] for span in spans),
        sum(float(row["confidence"]) < SURE_FROM for row in rows), lines[int(first["start"])],
    )  # fmt: skip


def _first(cards: list[dict[str, Any]], name: str, nothing: str) -> str:
    """The first card's word that says something, or the word for nothing."""
    return next((str(card[name]) for card in cards if card.get(name, nothing) not in ("", nothing)), nothing)


def _words_of(cards: list[dict[str, Any]], why: str) -> str:
    """The article's words behind a reason."""
    return next((str(card.get("why_words", "")) for card in cards if card.get("why") == why), "")
