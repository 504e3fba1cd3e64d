"""The same story side by side: headlines and first sentences, one fact told twice, and what one account alone tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from framing.compare.front import shared_events
from framing.compare.passages import KINDS, rows_of_event, telling_passages
from framing.evidence.passages import read_differences, read_marked
from framing.link.differences import WordingDifference, WordPlace
from framing.report.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Run,
    ScreenOnly,
    Section,
    Telling,
    Tellings,
    Words,
    plain,
)
from framing.report.context import ReportContext
from framing.say import whose_words
from framing.text import clip, cut_outside, first_of_sentence

EVENTS = 3  # on paper; all others, up to SCREEN, can be unfolded on screen
SCREEN = 20
PRINTED, UNFOLDED = 3, 12  # passages of an event
FACTS = 3
COLUMNS = 3  # tellings beside one another
MARKED = frozenset(("evaluation", "certainty", "denial", "word", "harm"))  # kinds of marks
LONGEST = 320  # characters of a lead
SAYS = (
    "Every outlet tells the main fact in its headline and its first sentence. Marked are words that no other of them "
    "has there, and words that judge; line and letter say whose words they are."
)
TWICE = "One fact, told twice"
ONCE = "Found in one account only"
LOOK = "No sentence of the others was found that tells it. Look there before you say that they left it out."
NONE = "The program found no two other sentences here that surely tell the same fact in ways that differ much."


class _Place(Protocol):
    """Words of a text, and whose they are."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def voice(self) -> str: ...


def told_section(context: ReportContext) -> Section:
    """Headlines and leads of the most covered events, then facts told twice and once."""
    events = shared_events(context.comparison)
    blocks: list[Block] = [Paragraph(plain(SAYS), "small")] if events else []
    for event in events[:EVENTS]:
        blocks += _event(context, event, heading=len(events) > 1)
    rest = events[EVENTS:SCREEN]
    if rest:
        blocks += [
            ScreenOnly(context.index.event_name(event), tuple(_event(context, event, heading=False))) for event in rest
        ]
    if not blocks:
        blocks = [Paragraph(plain("No event is told by two sources whose texts are at hand."), "lead")]
    return Section("told", "The same story, side by side", tuple(blocks))


def _event(context: ReportContext, event: str, *, heading: bool) -> Iterator[Block]:
    level = 3 if heading else 2
    if heading:
        yield Heading(context.index.event_name(event))
    yield from openings_blocks(context, event)
    pairs = telling_passages(context.comparison.passages, event)
    if pairs:
        yield Heading(TWICE, level)
        yield from (passage_block(context, row) for row in pairs[:PRINTED])
        if len(pairs) > PRINTED:
            more = tuple(passage_block(context, row) for row in pairs[PRINTED:UNFOLDED])
            yield ScreenOnly("More facts told twice", more)
    else:
        yield Paragraph(plain(NONE), "small")
    facts = rows_of_event(context.comparison.facts, event)[:FACTS]
    if facts:
        yield Heading(ONCE, level)
        yield Bullets(tuple(_fact(context, row) for row in facts))
        yield Paragraph(plain(LOOK), "small")


def openings_blocks(context: ReportContext, event: str) -> Iterator[Tellings]:
    """Headline and first sentence of one article a source, three sources a row."""
    told = [_opening(context, source, rows) for source, rows in openings_of(context, event)]
    width = COLUMNS if len(told) != 4 else 2
    for place in range(0, len(told), width):
        yield Tellings(tuple(told[place : place + width]))


def openings_of(context: ReportContext, event: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """The opening sentences of one article a source, sources in alphabetical order."""
    by_source: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of_event(context.comparison.openings, event):
        mine = by_source.setdefault(row["source"], [])
        if not mine or mine[0]["article"] == row["article"]:
            mine.append(row)
    return sorted(by_source.items())


def _opening(context: ReportContext, source: str, rows: Sequence[dict[str, Any]]) -> Telling:
    """Headline and lead with their marks; several sentences of a headline stand in one line."""
    parts = opening_words(context, rows)
    date = str(context.index.articles.get(rows[0]["article"], {}).get("date") or "")
    return Telling(
        source, tuple(parts["headline"]), tuple(parts["body"]), "; ".join(filter(None, (date, overstated(rows))))
    )


def overstated(rows: Sequence[dict[str, Any]]) -> str:
    """How the body tells what the headline states as a fact, where it does not vouch for it; else ""."""
    marks = (mark for row in rows for mark in read_marked(row["detail"]))
    return next((f"stated as a fact; {mark.place.speaker}" for mark in marks if mark.kind == "overstated"), "")


def opening_words(
    context: ReportContext, rows: Sequence[dict[str, Any]], marks: Sequence[_Place] | None = None
) -> dict[str, list[Run]]:
    """The words of headline and lead, by section, with these marks: as a rule words that judge or that no other has."""
    parts: dict[str, list[Run]] = {"headline": [], "body": []}
    for row in rows if marks is None else _in_one(rows):
        runs = parts[row["section"]]
        runs += [Run(" ")] if runs else []
        text = context.index.texts[row["article"]].replace("\n", " ")
        start = first_of_sentence(text, row["start"]) if row["section"] == "body" else row["start"]
        end = cut_outside(text, start, row["end"], LONGEST)
        own = [mark.place for mark in read_marked(row["detail"]) if mark.kind in MARKED]
        places = own if marks is None else marks
        runs += mark_places(text, start, end, places)
        runs += [Run(" …")] if end < row["end"] else []
    return parts


def _in_one(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The openings of an article with the lines of its headline as one: a mark may go over its end."""
    lines = [row for row in rows if row["section"] == "headline"]
    rest = [row for row in rows if row["section"] != "headline"]
    return [*([{**lines[0], "end": lines[-1]["end"]}] if lines else []), *rest]


def passage_block(context: ReportContext, row: dict[str, Any]) -> Tellings:
    """Two sentences that tell one fact, what differs marked in both and named below."""
    differences = sorted(read_differences(row["detail"]), key=lambda one: one.kind != "number")
    sides = []
    for side in ("a", "b"):
        text = context.index.texts[row[f"article_{side}"]]
        places = [_place(one, side) for one in differences if one.only in ("", side)]
        words = mark_places(text, first_of_sentence(text, row[f"start_{side}"]), row[f"end_{side}"], places)
        where = context.index.where(row[f"article_{side}"])
        sides.append(Telling(row[f"source_{side}"], (), tuple(words), where))
    return Tellings(tuple(sides), tuple(_say(context, row, one) for one in differences))


def _place(one: WordingDifference, side: str) -> WordPlace:
    return one.a if side == "a" else one.b


def _say(context: ReportContext, row: dict[str, Any], one: WordingDifference) -> Words:
    """One difference in a line: what kind, and the words of each side with whose they are."""
    runs = [Run(f"{KINDS[one.kind]}: ", "strong")]
    for side in ("a", "b"):
        place, source = _place(one, side), row[f"source_{side}"]
        if one.only not in ("", side):
            continue
        words = clip(context.index.texts[row[f"article_{side}"]][place.start : place.end], 60)
        who = "" if place.voice == "narrator" else f", {whose_words(place.voice, place.speaker)}"
        runs.append(Run(f"{' / ' if len(runs) > 1 else ''}“{words}” ({source}{who})"))
    if one.only:
        runs.append(Run(f"; not so in {row['source_b' if one.only == 'a' else 'source_a']}"))
    return tuple(runs)


def _fact(context: ReportContext, row: dict[str, Any]) -> Words:
    text = context.index.texts[row["article"]]
    sentence = text[first_of_sentence(text, row["start"]) : row["end"]]
    return (Run(row["source"], "strong"), Run(f": {clip(sentence, LONGEST)}"))


def mark_places(text: str, start: int, end: int, places: Iterable[_Place]) -> list[Run]:
    """A stretch of a text as runs, with the places inside it marked by voice; of two that overlap the first counts."""
    runs: list[Run] = []
    at = start
    for place in sorted(set(places), key=lambda one: (one.start, one.end, one.voice)):
        if place.start < at or place.end > end:
            continue
        runs += [Run(text[at : place.start])] if place.start > at else []
        runs.append(Run(text[place.start : place.end], "mark", place.voice))
        at = place.end
    return [*runs, Run(text[at:end])] if at < end else runs
