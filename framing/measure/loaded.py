"""Loaded words of one source, one voice at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.measure.counting import UNIT_OF, WORDS_OF, grouped, per_words
from framing.measure.ledger import OWN, VOICES
from framing.measure.sentences import listed, number
from framing.stats import Rate

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

TOP = 12
SIGNS = {"?": "(a rhetorical question)", "!": "(an exclamation mark)"}


@dataclass(frozen=True, slots=True)
class LoadedRates:
    """Loaded words of one source in one voice."""

    source: str
    voice: str
    total: Rate  # per 1,000 words of that voice (narrator and distanced: own words)
    categories: Mapping[str, Rate]  # category -> the same unit
    words: tuple[tuple[str, float, tuple[str, ...]], ...]  # (words in lower case, count, rows), most frequent first


def measure_loaded(ledger: Ledger, source: int) -> tuple[LoadedRates, ...]:
    """Loaded words per 1,000 words of each voice that occurs; narrator voice always."""
    rows = ledger.rows("loaded", source)
    voices = [voice for voice in VOICES if voice == OWN or (rows["voice"] == voice).any()]
    return tuple(_loaded_in(ledger, rows[rows["voice"] == voice], source, voice) for voice in voices)


def _loaded_in(ledger: Ledger, rows: pd.DataFrame, source: int, voice: str) -> LoadedRates:
    words, unit = WORDS_OF[voice], UNIT_OF[voice]
    return LoadedRates(
        source=ledger.sources[source],
        voice=voice,
        total=per_words(ledger, rows, source, words, unit),
        categories={
            category: per_words(ledger, part, source, words, unit) for category, part in grouped(rows, "label").items()
        },
        words=top_words(ledger, rows),
    )


def printed_words(text: object) -> str:
    """Found words as a table prints them: lower case, one space, and a mark by its name."""
    words = " ".join(str(text).lower().split())
    return SIGNS.get(words, words)


def top_words(ledger: Ledger, rows: pd.DataFrame, top: int = TOP) -> tuple[tuple[str, float, tuple[str, ...]], ...]:
    """The most frequent found words in lower case, with count and rows; marks (“?”, “!”) are not words."""
    texts = ledger.analysis.evidence["text"].to_numpy(dtype=object)[rows["at"].to_numpy()]
    named = rows.assign(words=[printed_words(text) for text in texts])
    counts = named.groupby("words")["share"].sum()
    counts = counts[~counts.index.isin(SIGNS.values())]
    best = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))[:top]
    return tuple((str(words), float(count), ledger.ids_of(named[named["words"] == words])) for words, count in best)


def loaded_lines(loaded: tuple[LoadedRates, ...]) -> Iterator[str]:
    """How often one source judges in its own voice, and with which words."""
    for cell in loaded:
        if cell.voice != OWN:
            continue
        words = [f"“{text}” ({number(count)})" for text, count, _ in cell.words[:4]]
        tail = f", most often {listed(words)}" if words else ""
        yield f"Loaded words in its own voice: {number(cell.total.value)} per 1,000 own words{tail}."
