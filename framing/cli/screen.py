"""A comparison on one screen of the terminal: stories, contrasts, who speaks, what is missing, what holds."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from framing.compare.absences import missing_by_source
from framing.compare.claims import say_claims
from framing.compare.contrasts import strongest_claims
from framing.compare.days import differing_days
from framing.compare.front import (
    NO_HEADLINE,
    days_apart,
    front_contrasts,
    headlines_of,
    say_others,
    say_usual,
)
from framing.compare.headlines import NEWS
from framing.compare.passages import rows_of_event
from framing.compare.records import TellingContrast, TellingSide, ToldWords
from framing.compare.told_words import marks_of
from framing.grouping import group_by
from framing.report.sections.told import overstated
from framing.say import listed, name_stories, number, plural, printable, whose_words
from framing.text import cut_outside

if TYPE_CHECKING:
    from framing.compare import Comparison
    from framing.measure.voices import VoiceShare

WIDE = 100  # characters, where the terminal does not say
NARROW = 40  # below it lines are not broken further
LINES = 37  # of a screen, which leaves three for where the report is
STORIES = 4
SENTENCE = 170  # characters of a sentence, about
LONGEST = 100  # characters of the words of one side
HANG = "    "
COUNTED = "Who speaks, at least: statements surely read (of all found)"
SHARED = "; one of several speakers, with each"


class Room(NamedTuple):
    """How many of each are shown."""

    contrasts: int
    sides: int  # of a contrast
    words: int  # of a side
    sources: int  # that speak
    missing: int
    speakers: int = 3  # of a source
    nameless: int = 2


CLAIMS = 3  # that hold, and are shown
ROOMS = (
    Room(4, 4, 2, 8, 4),
    Room(4, 4, 2, 8, 4, 2, 1),
    Room(4, 4, 2, 8, 4, 1, 0),
    Room(3, 4, 2, 8, 4),
    Room(3, 4, 2, 8, 4, 2, 1),
    Room(3, 3, 2, 6, 3, 2, 0),
    Room(3, 3, 2, 6, 3, 1, 0),
    Room(2, 3, 2, 6, 3),
    Room(2, 3, 2, 5, 2),
    Room(2, 3, 1, 5, 3, 2, 0),
    Room(2, 2, 1, 5, 3, 2, 0),
    Room(2, 2, 1, 4, 2, 2, 0),
    Room(2, 2, 1, 3, 1, 2, 0),
)  # until it fits


class OnScreen(NamedTuple):
    """What is shown, however much room there is."""

    comparison: Comparison
    held: Sequence[str]  # claims about the outlets
    claims: str  # what can be said of the outlets, in a sentence
    contrasts: Sequence[tuple[TellingContrast, Mapping[str, str], Sequence[tuple[list[str], str]]]]
    missing: Mapping[str, tuple[str, ...]]  # source -> who is missing there


def print_screen(comparison: Comparison) -> None:
    """Prints at most 40 lines of 100 characters that tell what the report tells on its first page."""
    found = _find(comparison)
    width = max(NARROW, min(shutil.get_terminal_size((WIDE, LINES)).columns if sys.stdout.isatty() else WIDE, WIDE))
    lines: list[str] = []
    for room in ROOMS:
        lines = [line for told in _lines(found, room) for line in _broken(told, width)]
        if len(lines) <= LINES:
            break
    sys.stdout.write("\n".join(lines) + "\n")


def _broken(line: str, width: int) -> list[str]:
    return wrap(printable(line), width, subsequent_indent=HANG) or [""]


def _find(comparison: Comparison) -> OnScreen:
    """What there is to show; beside each contrast plain words of its sources, and what other sources call the thing."""
    contrasts = [
        (one, {}, ()) if one.name == NEWS else (one, say_usual(comparison, one), say_others(comparison, one))
        for one in front_contrasts(comparison)
    ]
    held, claims = strongest_claims(comparison, CLAIMS), say_claims(comparison.claims).sentence
    return OnScreen(comparison, held, claims, contrasts, missing_by_source(comparison))


def _lines(found: OnScreen, room: Room) -> Iterator[str]:
    told = f"About the outlets themselves: {found.claims}"
    if found.held:
        yield from (told, *(f"  {claim}" for claim in found.held), "")
    yield from _read(found.comparison)
    yield from _contrasts(found, room)
    yield from _speaking(found.comparison, room)
    yield from _missing(found, room)
    if not found.held:
        yield from ("", told)


def _read(comparison: Comparison) -> Iterator[str]:
    """What was read, story by story."""
    total, sources = sum(comparison.n.values()), comparison.sources
    copies = sum(comparison.copies.values())
    left = f" ({number(copies)} {'copy' if copies == 1 else 'copies'} left out)" if copies else ""
    yield f"{plural(total, 'article')}{left} by {listed(list(sources), most=10)}"
    events = sorted(comparison.events, key=lambda row: (-len(row.articles), row.event))
    told = group_by(events, lambda row: tuple(row.articles))
    for names, stories in list(told.items())[:STORIES]:
        yield f"  {name_stories([row.title for row in stories], most=STORIES)}: {_tellers(names, sources)}"
    if len(told) > STORIES:
        yield f"  and {plural(sum(map(len, list(told.values())[STORIES:])), 'more event')}"


def _tellers(names: Sequence[str], sources: Sequence[str]) -> str:
    """Who tells a story, as shortly as it can be said."""
    silent = [one for one in sources if one not in names]
    if len(sources) > 2 and len(silent) <= 1:
        return f"all but {silent[0]}" if silent else "all"
    return listed(names, most=6)


def _contrasts(found: OnScreen, room: Room) -> Iterator[str]:
    """The contrasts of the first page, as many as there is room for."""
    comparison, shown = found.comparison, found.contrasts[: room.contrasts]
    titles = {row.event: f" ({row.title})" for row in comparison.events} if comparison.shared_events > 1 else {}
    yield ""
    if not shown:
        yield "The program found no two wordings that surely mean the same thing: it cannot tell how they differ."
    for one, usual, others in shown:
        name = f"What is said of {one.name}" if one.argued else one.name
        name = f"{name[:1].upper()}{name[1:]}" or "One fact, told twice"
        yield f"{name}{titles.get(one.event, '')}"
        if one.name == NEWS:
            yield from _headlines(comparison, one, room)
            continue
        for side in one.sides[: room.sides]:
            said = _told(comparison, side) if one.passage else _said(comparison, side.told(room.words))
            yield f"  {side.source}: {'; '.join(filter(None, (said, usual.get(side.source))))}"
        for names, said in others:
            yield f"  {listed(names, most=3)}: {said}"


def _headlines(comparison: Comparison, one: TellingContrast, room: Room) -> Iterator[str]:
    """What the headlines of a story have of their own, as the first page marks it; the others in full."""
    days = differing_days(comparison, [side.article for side in one.sides])
    openings = group_by(rows_of_event(comparison.openings, one.event), lambda row: str(row["article"]))
    apart, shown = days_apart(comparison, one), {side.source for side in one.sides}
    for side in one.sides[: room.sides]:
        marks = [one for one in marks_of(side.words) if one.headline]
        said = _said(comparison, marks[: room.words]) if marks else f"“{_told(comparison, side)}”"
        lead = [f"first sentence: {_said(comparison, [one])}" for one in marks_of(side.words) if not one.headline]
        told = "; ".join(filter(None, (said, overstated(openings.get(side.article, ())), *lead)))
        yield f"  {side.source}{f', {days[side.article]}' if side.article in days else ''}: {told}"
    for source, words in headlines_of(comparison, one.event).items():
        if source in apart or source not in shown:
            when = f", {apart[source]}" if source in apart else ""
            yield f"  {source}{when}: {f'“{words}”' if words else NO_HEADLINE}"


def _told(comparison: Comparison, side: TellingSide) -> str:
    """The beginning of a sentence that tells a fact."""
    return _cut(comparison.analysis.texts[side.article], side.start, side.end, SENTENCE)


def _said(comparison: Comparison, shown: Sequence[ToldWords]) -> str:
    """Words of a source and whose they are."""
    groups = group_by(shown, lambda one: whose_words(one.voice, one.speaker, state=one.state))
    told = {who: ", ".join(f"“{_words(comparison, one)}”" for one in words) for who, words in groups.items()}
    return "; ".join(f"{words} ({who})" for who, words in told.items())


def _words(comparison: Comparison, one: ToldWords) -> str:
    return _cut(comparison.analysis.texts[one.article], one.start, one.end, LONGEST)


def _cut(text: str, start: int, end: int, most: int) -> str:
    """The beginning of a stretch, as one line; dots tell that it goes on."""
    cut = cut_outside(text, start, end, most)
    return " ".join(text[start:cut].split()) + (" …" if cut < end else "")


def _speaking(comparison: Comparison, room: Room) -> Iterator[str]:
    """Who speaks most in each source."""
    yield ""
    yield f"{COUNTED}{SHARED if any(one.shared for one in comparison.voices) else ''}"
    for voice in comparison.voices[: room.sources]:
        yield f"  {voice.source} ({voice.counted()}): {_speakers(voice, room)}"
    if len(comparison.voices) > room.sources:
        yield f"  and {plural(len(comparison.voices) - room.sources, 'more source')}: --tables shows all"


def _speakers(voice: VoiceShare, room: Room) -> str:
    """The most quoted, how many have no name, and how many are documents."""
    nameless = voice.nobody_named(room.nameless)
    told = (voice.most_heard(room.speakers), f"without a name {nameless}" if nameless else "")
    less = voice.less_surely(room.speakers)
    return "; ".join(filter(None, (*told, voice.from_documents(room.nameless), less))) or (
        "cannot tell" if voice.more else "nobody"
    )


def _missing(found: OnScreen, room: Room) -> Iterator[str]:
    """Whom each source does not quote or name though others do, and whom it alone quotes."""
    missing = [f"  {source} {'; '.join(told)}" for source, told in found.missing.items()]
    if missing:
        yield from ("", "Who is missing, beside the others on the same story", *missing[: room.missing])
