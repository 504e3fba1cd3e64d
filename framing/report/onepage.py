"""Comparison -> the profile of one of its sources, cut out of what is already measured instead of measured again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.chart.lookup import Lookup
from framing.measure.naming import NamingTable
from framing.measure.omission import left_out
from framing.measure.sentences import number, plural
from framing.measure.voices import VoiceShare
from framing.measure.wording import WordingTable
from framing.profile import Profile, profile_lines

if TYPE_CHECKING:
    from framing.compare.records import Comparison


def cut_profile(comparison: Comparison, source: str, lookup: Lookup) -> Profile:
    """The profile of `source`, with the comparison's own numbers."""
    mine = [one for one in lookup.articles.values() if one["source"] == source and not one["duplicate_of"]]
    events = tuple(row.event for row in comparison.events if row.event and row.articles.get(source))
    dates = sorted(str(one["date"])[:10] for one in mine if one["date"])
    words = sum(int(one["words"]) for one in mine)
    profile = Profile(
        source=source,
        n=comparison.n.get(source, 0),
        copies=comparison.copies.get(source, 0),
        events=events,
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        own_words=sum(int(one["own_words"]) for one in mine),
        words=words,
        basis=f"{plural(len(mine), 'article')} on {plural(len(events), 'event')}, {number(words, 0)} words",
        wording=tuple(cut_table(table, source) for table in comparison.wording if source in table.sources),
        voices=_voices(comparison, source),
        tones=tuple(cell for cell in comparison.tones if cell.source == source),
        loaded=tuple(one for one in comparison.loaded if one.source == source),
        agency=next(one for one in comparison.agency if one.source == source),
        reading=next((one for one in comparison.reading if one.source == source), None),
        left_out=left_out(comparison.omissions, source),
        good=tuple(one for one in comparison.good if one.source == source),
        naming=tuple(cut_naming(table, source) for table in comparison.naming),
    )
    used = tuple(table for table in profile.wording if table.lines)
    profile = replace(profile, wording=used)
    return replace(profile, lines=profile_lines(profile))


def _voices(comparison: Comparison, source: str) -> VoiceShare:
    return next(one for one in comparison.voices if one.source == source)


def cut_table(table: WordingTable, source: str) -> WordingTable:
    """The table with this one source as its only column."""
    place = table.sources.index(source)
    rows = tuple(replace(row, cells=(row.cells[place],)) for row in table.rows if row.cells[place].count)
    return replace(
        table,
        sources=(source,),
        rows=rows,
        shares=tuple(share for share in table.shares if share.source == source),
        lines=tuple(line for line in table.lines if line.source == source),
        silent=tuple(name for name in table.silent if name == source),
    )


def cut_naming(table: NamingTable, source: str) -> NamingTable:
    """The table with this one source as its only column."""
    place = table.sources.index(source)
    kept = (row for row in table.rows if row.cells[place].count)
    return replace(
        table,
        sources=(source,),
        rows=tuple(replace(row, cells=(row.cells[place],), excerpts=(row.excerpts[place],)) for row in kept),
        unnamed=(table.unnamed[place],),
        silent=tuple(name for name in table.silent if name == source),
        unsure=tuple(name for name in table.unsure if name == source),
    )
