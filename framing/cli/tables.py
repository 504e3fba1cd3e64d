"""Comparison, profile and roster in the terminal: few tables, n beside every number, voice beside every wording."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Console

from framing.cli.console import add_row, make_table
from framing.cli.told import print_rivals, print_told
from framing.evidence.view import packs_spoken
from framing.measure.omission import QUOTED
from framing.measure.uses import count_voices
from framing.measure.wording import say_no_wordings
from framing.say import NOTHING, SCALE, TONE_AXIS, fixed, number, percent, value, within

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from framing.compare import Comparison
    from framing.measure.loaded import LoadedRates
    from framing.measure.naming import NamingTable
    from framing.measure.reading import ReadingLevel
    from framing.measure.tone import ToneCell
    from framing.measure.voices import VoiceShare
    from framing.measure.wording import WordingLine, WordingTable
    from framing.profile import Profile
    from framing.stats import Rate

REFERENTS = 8  # wording tables shown; the report has all
WORDINGS = 3  # wordings of a referent shown a source
ACTORS = 6  # actors in the tone table
PERIODS = {
    "loaded": "loaded, per 1,000 own words", "others": "words of others", "quotes": "quotes, per 1,000 words",
    "unnamed": "quotes without a name",
}  # fmt: skip
UNITS = {"tone": TONE_AXIS, **{unit: unit for unit in ("share of words", "share of quotes")}}  # as `value` knows them
WIDE = 118  # characters, where the terminal does not say


def _console() -> Console:
    """Standard output, as wide as the terminal, wide enough to read when it is a file; text is never markup."""
    return Console(
        file=sys.stdout,
        width=None if sys.stdout.isatty() else WIDE,
        highlight=False,
        soft_wrap=False,
        markup=False,
        emoji=False,
    )


def print_comparison(comparison: Comparison) -> None:
    """Prints what each source calls things, who speaks, tone, loaded words, reading level and what holds."""
    console = _console()
    console.print(_overview(comparison))
    for warning in comparison.warnings:
        console.print(f"! {warning}")
    print_told(console, comparison)
    _print_wording(console, comparison.wording, packs_spoken(comparison.analysis.articles))
    print_rivals(console, comparison)
    _print_voices(console, comparison.voices)
    _print_tones(console, comparison.tones, comparison.sources)
    _print_loaded(console, comparison.loaded)
    _print_reading(console, comparison.reading)
    _print_claims(console, comparison)


def print_profile(profile: Profile, packs: Sequence[str] | None) -> None:
    """Prints one source: how much is behind it, then the same tables for it alone; `packs` spoke (None: none asked)."""
    console = _console()
    console.print(f"{profile.source}: {profile.basis}", style="bold")
    for warning in profile.warnings:
        console.print(f"! {warning}")
    for line in profile.lines:
        console.print(f"- {line}")
    _print_wording(console, profile.wording, packs)
    _print_naming(console, profile.naming)
    _print_voices(console, [profile.voices])
    _print_tones(console, profile.tones, (profile.source,))
    _print_loaded(console, profile.loaded)
    _print_reading(console, [profile.reading] if profile.reading else [])
    _print_periods(console, profile)
    for item in islice(profile.left_out, REFERENTS):
        what = item.item.name.removesuffix(QUOTED)
        lack = f"Nobody is quoted for {what}" if item.item.kind == "voice" else f"Not named: {what}"
        console.print(f"{lack} ({', '.join(item.carried_by)} do)")


def _print_periods(console: Console, profile: Profile) -> None:
    """One line a month or a year, with its articles and what was measured; nothing without `--by`."""
    if not profile.periods:
        return
    names = {cell.actor: cell.name for cell in profile.tones}
    units = {key: rate.unit for one in profile.periods for key, rate in one.values.items()}
    heads = [PERIODS.get(key) or f"tone, {names.get(key.partition('/')[2], key)}" for key in units]
    table = make_table("Over time, means over articles", "Period", "Articles", *heads)
    for one in profile.periods:
        rates = [one.values.get(key) for key in units]
        cells = [value(found.value, UNITS.get(found.unit, "")) if found and found.n else NOTHING for found in rates]
        add_row(table, one.period, str(one.n), *cells)
    console.print(table)


def print_roster(roster: pd.DataFrame) -> None:
    """Prints who is written about: id, kind, whose member, side, other names, mentions in all and by source."""
    table = make_table("Who is written about", "Actor", "Kind, side, other names", "Mentions")
    names = list(roster.columns)
    sources = names[names.index("mentions") + 1 : names.index("aliases")]
    for row in roster.to_dict("records"):
        kind = f"{row['kind']} of {row['member_of']}" if row["member_of"] else row["kind"]
        side = f"side: {row['side']} ({row['side_by']})" if row["side"] else ""
        because = f"kind: {row['kind_by']}" if row["kind_by"] else ""
        said = f"pronouns: {row['pronouns']}" if row["pronouns"] else ""
        about = "\n".join(filter(None, (f"{kind}, {side}" if side else kind, because, said, row["joined"])))
        by_source = ", ".join(f"{source} {number(row[source])}" for source in sources if row[source])
        mentions = f"{number(row['mentions'])}: {by_source}"
        add_row(table, f"{row['name']}\n{row['actor']}", about, mentions)
    _console().print(table)


def _overview(comparison: Comparison) -> Table:
    """Sources with their articles, wire copies apart."""
    table = make_table("Sources", "Source", "Articles", "Copies left out", "Events")
    for source in comparison.sources:
        events = sum(1 for event in comparison.events if event.articles.get(source))
        add_row(table, source, str(comparison.n.get(source, 0)), str(comparison.copies.get(source, 0)), str(events))
    return table


def _rate(rate: Rate) -> str:
    """A number with its interval and n."""
    return within(rate.value, rate.low, rate.high, rate.n)


def _print_wording(console: Console, tables: Sequence[WordingTable], packs: Sequence[str] | None) -> None:
    """What each source calls what, with whose words they are; the report has every wording."""
    if not tables:
        console.print(f"What each calls it: {say_no_wordings(packs)} `framing packs list` shows the packs.")
        return
    table = make_table("What each source calls it", "What", "Source", "Wording, and whose words")
    for one in tables[:REFERENTS]:
        for place, source in enumerate(one.sources):
            lines = [line for line in one.lines if line.source == source]
            told = [line.text.removeprefix(f"{source}: ") for line in _telling(lines, one)]
            rest = [f"… and {len(lines) - len(told)} more"] if len(lines) > len(told) else []
            add_row(table, "" if place else one.gloss, source, "\n".join([*told, *rest]) or "none found")
        table.add_section()
    console.print(table)
    if len(tables) > REFERENTS:
        console.print(f"… and {len(tables) - REFERENTS} more in the report", style="dim")


def _telling(lines: Sequence[WordingLine], table: WordingTable) -> Sequence[WordingLine]:
    """The wordings that take a side first; a few a source."""
    neutral = {row.pole for row in table.rows if row.value == 0}
    return sorted(lines, key=lambda line: line.pole in neutral)[:WORDINGS]


def _print_naming(console: Console, tables: Sequence[NamingTable]) -> None:
    """What one source calls the main actors, with counts and whose words; the report has the excerpts."""
    named = [table for table in tables if table.rows][:ACTORS]
    if not named:
        return
    printed = make_table("What it calls the main actors", "Actor", "Wording, how often, and whose words")
    for one in named:
        told = [f"“{row.wording}” {count_voices(row.cells[0])}" for row in one.rows[:WORDINGS]]
        rest = [f"… and {len(one.rows) - WORDINGS} more"] if len(one.rows) > WORDINGS else []
        add_row(printed, one.name, "; ".join([*told, *rest]))
    console.print(printed)


def _print_voices(console: Console, voices: Iterable[VoiceShare]) -> None:
    """Who speaks in each source."""
    table = make_table(
        "Who speaks", "Source", "Articles", "Statements", "Own words", "Unnamed", "Most quoted", "Never quoted"
    )
    for one in voices:
        silent = ", ".join(actor.name for actor in one.silent[:3])
        own = percent(one.words["own"].value) if "own" in one.words else NOTHING
        unnamed = one.nobody_named(1) if one.total else NOTHING
        add_row(table, one.source, str(one.n), one.counted(), own, unnamed, one.most_heard(3), silent)
    console.print(table)


def _print_tones(console: Console, tones: Sequence[ToneCell], sources: Sequence[str]) -> None:
    """Tone of the narrator toward the most mentioned actors."""
    own = [cell for cell in tones if cell.voice == "narrator" and cell.tone.count]
    actors = list(dict.fromkeys((cell.actor, cell.name) for cell in own))[:ACTORS]
    if not actors:
        return
    table = make_table(f"Surely negative and positive mentions, narrator's voice; means {SCALE}", "Actor", *sources)
    cells = {(cell.actor, cell.source): cell for cell in own}
    for actor, name in actors:
        add_row(table, name, *(str(cells.get((actor, source), NOTHING)) for source in sources))
    console.print(table)


def _print_loaded(console: Console, loaded: Iterable[LoadedRates]) -> None:
    """Loaded words in the narrator's voice."""
    table = make_table(
        "Loaded words, narrator's voice", "Source", "Per 1,000 own words", "Most used", "Words that only colour"
    )
    for one in loaded:
        if one.voice == "narrator":
            told = (
                ", ".join(f"{word} {number(count)}" for word, count, _ in found[:6])
                for found in (one.words, one.style_words)
            )
            add_row(table, one.source, _rate(one.total), *told)
    console.print(table)


def _print_reading(console: Console, reading: Iterable[ReadingLevel]) -> None:
    """Reading level by formula."""
    rows = list(reading)
    if not rows:
        return
    table = make_table("Reading level", "Source", "Formula", "Mean", "Range over articles")
    for one in rows:
        add_row(
            table,
            one.source,
            one.measure.replace("_", " "),
            _rate(one.level),
            f"{fixed(one.lowest, 1)} – {fixed(one.highest, 1)}",
        )
    console.print(table)


def _print_claims(console: Console, comparison: Comparison) -> None:
    """What holds after testing, and how much was tested."""
    claims = comparison.claims
    held = claims[claims["holds"].astype(bool)] if len(claims) else claims
    tested = int(claims["p"].notna().sum()) if len(claims) else 0
    untested = f"; {len(claims) - tested} could not be tested: too few articles" if tested < len(claims) else ""
    console.print(f"Tested {tested} differences, {len(held)} hold{untested}.", style="bold")
    for sentence in held["sentence"] if len(held) else ():
        console.print(f"- {sentence}")
