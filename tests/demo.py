"""The demo corpus and what was planted in it: truth.toml as records, words turned into offsets by counting."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from framing import analyze, read_articles
from framing.evidence import Analysis
from framing.model import Article, Span

DEMO = Path(__file__).parents[1] / "corpus" / "demo"


@dataclass(frozen=True)
class PlantedQuote:
    """A quote as the author wrote it: its pieces, whoever speaks (readable), and the kind."""

    label: str
    speaker: str
    pieces: tuple[Span, ...]
    free: bool = False  # finding it or not is no error: a request, an intention


@dataclass(frozen=True)
class PlantedPole:
    """A wording that takes a side (or none), and the voices and states that are right for it."""

    cue: str
    span: Span
    voices: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True)
class PlantedMention:
    """A mention of an actor. `free`: finding it or not is no error (titles in apposition, I in one's own quote)."""

    actor: str
    span: Span
    free: bool
    first_person: bool


def load_truth() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads((DEMO / "truth.toml").read_text(encoding="utf-8"))


def find_words(text: str, words: str, n: int = 1) -> Span:
    """Where the n-th occurrence (from 1, whole words) stands.

    Raises:
        LookupError: there are fewer occurrences.
    """
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    if len(found) < n:
        raise LookupError(f"{words!r} occurs {len(found)} times, not {n}")
    return Span(*found[n - 1].span())


def planted_quotes(entry: dict[str, Any], text: str) -> list[PlantedQuote]:
    """Quotes of an article; pieces are looked for in reading order, so no count is needed."""
    quotes, place = [], 0
    for row in entry["quote"]:
        pieces = []
        for words in row["content"]:
            start = text.index(words, place)
            place = start + 1
            pieces.append(Span(start, start + len(words)))
        quotes.append(PlantedQuote(row["label"], row["speaker"], tuple(pieces), bool(row.get("optional"))))
    return quotes


def planted_poles(entry: dict[str, Any], text: str) -> list[PlantedPole]:
    """Poles of an article."""
    return [
        PlantedPole(
            row["cue"], find_words(text, row["words"], row["n"]), frozenset(row["voice"]), frozenset(row["state"])
        )
        for row in entry["pole"]
    ]


def planted_mentions(entry: dict[str, Any], text: str) -> list[PlantedMention]:
    """Mentions of an article, empty for articles whose mentions were not written out."""
    return [
        PlantedMention(
            row["actor"],
            find_words(text, row["words"], row["n"]),
            bool(row.get("optional") or row.get("first_person")),
            bool(row.get("first_person")),
        )
        for row in entry.get("mention", [])
    ]


@cache
def demo_articles() -> tuple[Article, ...]:
    """The demo articles as the program reads them."""
    return tuple(read_articles([DEMO]))


@cache
def demo_analysis() -> Analysis:
    """The demo corpus through the whole chain, with its pack; parsed once a test run."""
    return analyze(demo_articles(), packs=["demo"])


def article_of(file: str) -> Article:
    """The article read from `file`."""
    row = {row["file"]: row for row in load_manifest()}[file]
    found = [a for a in demo_articles() if a.source == row["source"] and a.date == row["date"]]
    assert len(found) == 1, f"{file}: {len(found)} articles of {row['source']} on {row['date']}"
    return found[0]


def load_manifest() -> list[dict[str, str]]:
    """The rows of manifest.csv."""
    import csv

    with (DEMO / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
