"""One source on one page: what is behind it, its wording, voices, tone, loaded words, agency, and its omissions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.errors import UsageError
from framing.evidence.view import fold_name
from framing.measure import (
    agency,
    good_practice,
    loaded,
    naming,
    omission,
    periods,
    reading,
    roles,
    silence,
    tone,
    voices,
    wording,
)
from framing.measure.agency import AgencyShares
from framing.measure.good_practice import GoodPractice
from framing.measure.ledger import Ledger, open_ledger
from framing.measure.loaded import LoadedRates
from framing.measure.naming import NamingTable
from framing.measure.omission import Omission, OmissionMatrix
from framing.measure.periods import By, Period
from framing.measure.reading import ReadingLevel
from framing.measure.roles import ActorRoles
from framing.measure.tone import ToneCell
from framing.measure.voices import VoiceShare
from framing.measure.wording import WordingTable
from framing.say import html_table, listed, plural, sample
from framing.stats import CLAIM_FROM, INTERVAL_FROM

if TYPE_CHECKING:
    from framing.evidence import Analysis

EVENTS = 20  # events that are searched for omissions, at most, of one source or of several together


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
    reading: ReadingLevel | None
    left_out: tuple[Omission, ...]
    good: tuple[GoodPractice, ...]
    periods: tuple[Period, ...] = ()  # only with `by`
    lines: tuple[str, ...] = ()  # the profile in plain sentences, most telling first
    warnings: tuple[str, ...] = ()
    naming: tuple[NamingTable, ...] = ()  # main actors in order, with this one source as column
    roles: tuple[ActorRoles, ...] = ()  # of the main actors that have any, in order

    def __repr__(self) -> str:
        return f"Profile({self.source[:80]!r}: {self.basis[:300]})"

    def _repr_html_(self) -> str:
        """For a notebook: the profile in its plain sentences."""
        return html_table(repr(self), ("what stands out",), [(line,) for line in self.lines])


@dataclass(frozen=True, slots=True)
class JointMeasures:
    """What is measured over several sources together: a profile takes its own column of each table."""

    actors: tuple[str, ...]  # main actors of all sources, most widely covered first
    quoting: Mapping[str, tuple[int, ...]]  # actor -> numbers of the articles that quote it or somebody of it
    wording: tuple[WordingTable, ...]  # one a referent
    naming: tuple[NamingTable, ...]  # one an actor
    omissions: tuple[OmissionMatrix, ...]  # one an event


def profile_source(analysis: Analysis, source: str, *, by: By | None = None) -> Profile:
    """One source on one page; over time as well with `by`, when articles bear dates.

    Raises:
        UsageError: no article of that source is counted.
    """
    ledger = open_ledger(analysis)
    number = source_number(ledger, source)
    joint = measure_jointly(ledger, [number], events_of(ledger, number)[:EVENTS])
    profile = build_profile(ledger, number, joint)
    return replace(profile, periods=periods.measure(ledger, number, by, joint.actors)) if by else profile


def source_number(ledger: Ledger, source: str) -> int:
    """The number of a source in the ledger.

    Raises:
        UsageError: there is no such source; the message lists those there are.
    """
    folded = [fold_name(name) for name in ledger.sources]
    wanted = fold_name(source)
    if wanted not in folded:
        raise UsageError(f"There is no article of {source!r}. Sources of this run: {listed(ledger.sources, most=12)}.")
    return folded.index(wanted)


def events_of(ledger: Ledger, source: int) -> tuple[str, ...]:
    """The events that a source covers, in alphabetical order; articles without an event are left out."""
    return tuple(sorted({str(event) for event in ledger.articles["event"].iloc[ledger.articles_of(source)] if event}))


def measure_jointly(ledger: Ledger, sources: Sequence[int], events: Sequence[str]) -> JointMeasures:
    """What needs several sources side by side: tables with a column for each of `sources`, a matrix for each event."""
    actors = tone.main_actors(ledger)
    return JointMeasures(
        actors=actors,
        quoting=silence.find_quoting_articles(ledger),
        wording=wording.measure(ledger, sources),
        naming=naming.measure(ledger, sources, actors),
        omissions=tuple(omission.measure(ledger, ledger.events.index(event)) for event in events),
    )


def build_profile(ledger: Ledger, source: int, joint: JointMeasures) -> Profile:
    """The profile of source number `source`, which has a column in the tables of `joint`."""
    part = ledger.articles_of(source)
    mine = ledger.articles.iloc[part]
    name, events = ledger.sources[source], events_of(ledger, source)
    dates = sorted(str(date)[:10] for date in mine["date"] if date)
    tables = [wording.column_of(table, name) for table in joint.wording]
    spoken = voices.measure(ledger, source, joint.quoting)
    profile = Profile(
        source=name,
        n=len(mine),
        copies=ledger.copies.get(name, 0),
        events=events,
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        own_words=int(mine["own_words"].sum()),
        words=int(mine["words"].sum()),
        basis=sample(len(mine), len(events), float(mine["words"].sum())),
        wording=tuple(table for table in tables if table.lines),
        voices=spoken,
        tones=tone.measure(ledger, source, joint.actors),
        loaded=loaded.measure(ledger, source),
        agency=agency.measure(ledger, source),
        reading=reading.measure(ledger, source),
        left_out=omission.left_out(joint.omissions, name),
        good=good_practice.measure(ledger, source, spoken),
        warnings=_warnings(ledger, source, len(mine)),
        naming=tuple(naming.column_of(table, name) for table in joint.naming),
        roles=roles.measure(ledger, source, joint.actors),
    )
    return replace(profile, lines=say_profile(profile))


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


def say_profile(profile: Profile) -> tuple[str, ...]:
    """What a careful analyst would write under the name of the source, in the order of the page."""
    return (
        f"Behind this page: {profile.basis}.",
        *wording.lines(profile.wording),
        *voices.lines(profile.voices),
        *tone.lines(profile.tones),
        *loaded.lines(profile.loaded),
        *agency.lines(profile.agency),
        *roles.lines(profile.roles),
        *reading.lines(profile.reading),
        *omission.lines(profile.left_out),
        *good_practice.lines(profile.good),
    )
