"""Loaded words, agency and reading level of one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.profile.counting import UNIT_OF, WORDS_OF, grouped, per_words, share_of
from framing.profile.ledger import OWN
from framing.profile.records import VOICES, AgencyShares, LoadedRates, Reading
from framing.stats import mean_rate

if TYPE_CHECKING:
    import pandas as pd

    from framing.profile.ledger import Ledger

TOP = 12
SIGNS = {"?": "(a rhetorical question)", "!": "(an exclamation mark)"}
GRADE = "flesch_kincaid_grade"


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


def measure_agency(ledger: Ledger, source: int) -> AgencyShares:
    """Who does what to whom in a source's own accounts of harm, and how often nobody does it."""
    rows = ledger.rows("agency", source)
    rows = rows[rows["voice"] == OWN]
    deleted = rows[rows["label"] == "agent_deleted"]
    events = tuple(
        (name, float(part["share"].sum()), ledger.ids_of(part)) for name, part in grouped(deleted, "event").items()
    )
    return AgencyShares(
        source=ledger.sources[source],
        deleted=share_of(ledger, deleted, rows, source, "share of events of harm"),
        agents=_parties(ledger, rows, "agents"),
        patients=_parties(ledger, rows, "patients"),
        events=tuple(sorted(events, key=lambda event: (-event[1], event[0]))[:TOP]),
    )


def _parties(ledger: Ledger, rows: pd.DataFrame, role: str) -> tuple[tuple[str, str, float, tuple[str, ...]], ...]:
    """Actors in a role with count and rows, most frequent first."""
    spread = rows[["at", "share", role]].explode(role).dropna(subset=[role])
    found = [
        (str(actor), ledger.name(str(actor)), float(part["share"].sum()), ledger.ids_of(part))
        for actor, part in spread.groupby(role, sort=True)
    ]
    return tuple(sorted(found, key=lambda party: (-party[2], party[1]))[:TOP])


def measure_reading(ledger: Ledger, source: int) -> Reading | None:
    """Mean school grade that a source's articles ask for, and their range; None without the column."""
    if GRADE not in ledger.articles:
        return None
    part = ledger.articles_of(source)
    values = ledger.column(GRADE)[part]
    values = values[values == values]
    if len(values) == 0:
        return None
    level = mean_rate(values, "school grade", rows=(), count=float(len(values)), base=float(len(values)))
    return Reading(ledger.sources[source], GRADE, level, float(values.min()), float(values.max()))
