"""One source on one page: what is behind it, its wording, voices, tone, loaded words, agency, and its omissions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.errors import UsageError
from framing.measure.agency import AgencyShares, agency_lines, measure_agency
from framing.measure.good_practice import GoodPractice, measure_good_practice
from framing.measure.ledger import Ledger, open_ledger
from framing.measure.loaded import LoadedRates, loaded_lines, measure_loaded
from framing.measure.naming import NamingTable, measure_naming
from framing.measure.omission import LeftOut, event_matrix, left_out, omission_lines
from framing.measure.periods import By, Period, measure_periods
from framing.measure.reading import Reading, measure_reading, reading_lines
from framing.measure.sentences import listed, number, plural
from framing.measure.tone import ToneCell, main_actors, measure_tones, tone_lines
from framing.measure.voices import VoiceShare, measure_voices, voice_lines
from framing.measure.wording import WordingTable, measure_wording, wording_lines
from framing.stats import CLAIM_FROM, INTERVAL_FROM

if TYPE_CHECKING:
    from framing.evidence import Analysis

EVENTS = 20


@dataclass(frozen=True, slots=True)
class Profile:
    """One source on one page."""

    source: str
    n: int  # articles, wire copies once
    copies: int  # articles left out because they repeat another
    events: tuple[str, ...]
    first: str  # earliest date, or ""
    last: str
    own_words: int
    words: int  # all words
    basis: str  # how much is behind it, in words: "5 articles on 3 events, 4,210 words"
    wording: tuple[WordingTable, ...]  # with this one source as column
    voices: VoiceShare
    tones: tuple[ToneCell, ...]  # most mentioned actor first
    loaded: tuple[LoadedRates, ...]  # one a voice
    agency: AgencyShares
    reading: Reading | None
    left_out: tuple[LeftOut, ...]
    good: tuple[GoodPractice, ...]
    periods: tuple[Period, ...] = ()  # only with `by`
    lines: tuple[str, ...] = ()  # the profile in plain sentences, most telling first
    warnings: tuple[str, ...] = ()
    naming: tuple[NamingTable, ...] = ()  # main actors in order, with this one source as column


def profile_source(analysis: Analysis, source: str, *, by: By | None = None) -> Profile:
    """One source on one page; over time as well with `by`, when articles bear dates.

    Raises:
        UsageError: no article of that source is counted.
    """
    ledger = open_ledger(analysis)
    return build_profile(ledger, source_number(ledger, source), by=by)


def source_number(ledger: Ledger, source: str) -> int:
    """The number of a source in the ledger.

    Raises:
        UsageError: there is no such source; the message lists those there are.
    """
    folded = [" ".join(name.casefold().split()) for name in ledger.sources]
    wanted = " ".join(source.casefold().split())
    if wanted not in folded:
        raise UsageError(f"There is no article of {source!r}. Sources of this run: {listed(ledger.sources, most=12)}.")
    return folded.index(wanted)


def build_profile(ledger: Ledger, source: int, *, by: By | None = None) -> Profile:
    """The profile of source number `source`."""
    part = ledger.articles_of(source)
    mine = ledger.articles.iloc[part]
    name = ledger.sources[source]
    events = tuple(sorted({str(event) for event in mine["event"] if event}))
    matrices = [
        event_matrix(ledger, ledger.events.index(event), range(len(ledger.sources))) for event in events[:EVENTS]
    ]
    dates = sorted(str(date)[:10] for date in mine["date"] if date)
    words = float(mine["words"].sum())
    voices, actors = measure_voices(ledger, source), main_actors(ledger)
    profile = Profile(
        source=name,
        n=len(mine),
        copies=ledger.copies.get(name, 0),
        events=events,
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        own_words=int(mine["own_words"].sum()),
        words=int(words),
        basis=_basis(len(mine), len(events), words),
        wording=measure_wording(ledger, [source]),
        voices=voices,
        tones=measure_tones(ledger, source, actors),
        loaded=measure_loaded(ledger, source),
        agency=measure_agency(ledger, source),
        reading=measure_reading(ledger, source),
        left_out=left_out(matrices, name),
        good=measure_good_practice(ledger, source, voices),
        periods=measure_periods(ledger, source, by, actors) if by else (),
        warnings=_warnings(ledger, source, len(mine)),
        naming=measure_naming(ledger, [source], actors),
    )
    return replace(profile, lines=profile_lines(profile))


def _basis(articles: int, events: int, words: float) -> str:
    """How much is behind a profile, in words."""
    covered = f" on {plural(events, 'event')}" if events else ""
    return f"{plural(articles, 'article')}{covered}, {number(words, 0)} words"


def _warnings(ledger: Ledger, source: int, n: int) -> tuple[str, ...]:
    found = [note for note in ledger.merged if f"“{ledger.sources[source]}”" in note]
    if n < CLAIM_FROM:
        found.append(f"{plural(n, 'article')}: this page describes these texts; it says nothing about the outlet.")
    elif n < INTERVAL_FROM:
        found.append(f"{plural(n, 'article')}: description only, no intervals.")
    copies = ledger.copies.get(ledger.sources[source], 0)
    if copies:
        found.append(f"Not counted, being copies of another article: {copies}.")
    return tuple(found)


def profile_lines(profile: Profile) -> tuple[str, ...]:
    """What a careful analyst would write under the name of the source, in the order of the page."""
    return (
        f"Behind this page: {profile.basis}.",
        *wording_lines(profile.wording),
        *voice_lines(profile.voices),
        *tone_lines(profile.tones),
        *loaded_lines(profile.loaded),
        *agency_lines(profile.agency),
        *(reading_lines(profile.reading) if profile.reading else ()),
        *omission_lines(profile.left_out),
        *(f"Good practice: it {good.text}." for good in profile.good),
    )
