"""The first page: headlines side by side, contrasts that tell most, who speaks, and what can be said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.compare.absences import missing_by_source
from framing.compare.days import differing_days
from framing.compare.front import (
    NO_HEADLINE,
    STORIES,
    front_contrasts,
    headline_marks,
    say_others,
    say_usual,
    shared_events,
)
from framing.compare.records import HOW_SAID, TellingContrast, TellingSide, ToldWords
from framing.evidence.details import UNSURE as NOT_SURE
from framing.grouping import group_by
from framing.measure.ledger import OWN
from framing.measure.voices import VoiceShare
from framing.model import PEOPLE
from framing.report.blocks import (
    Block,
    Excerpt,
    Heading,
    Line,
    Paragraph,
    Run,
    Section,
    Table,
    Telling,
    Tellings,
    Words,
    cells,
    cite,
    evidence_table,
    plain,
)
from framing.report.context import VOICES, ReportContext, excerpt_of
from framing.report.sections.contrasts import outlets_note, pick_contrasts, side_by_side
from framing.report.sections.told import (
    mark_places,
    opening_words,
    openings_of,
    overstated,
    passage_block,
)
from framing.say import listed, name_stories, whose_words
from framing.text import window

COLUMNS = 3  # sources beside one another
SPEAKERS, LESS_SURE, NAMELESS = 3, 3, 1
NOBODY, UNSURE = "nobody by name", "cannot tell"
FEWEST = 1  # contrasts, before a story is left out
MARKS: Words = (
    Run("Line and letter say whose words they are: "),
    *(run for voice, name in VOICES.items() for run in (Run(name, "mark", voice), Run("   "))),
    Run("E1, E2, …: open report.html (format html) in a browser; there each opens its words."),
)
SOURCES = 8  # in the table of speakers
SPEAKING = (
    *(("source", 0.14), ("who speaks, in statements", 0.27), ("counted", 0.08)),
    *(("without a name", 0.15), ("who is missing, or speaks only here", 0.36)),
)
COUNTED = (
    "Counted are statements whose words and speaker are surely read, of all that were found; there may be more. Less "
    "surely: of four such speakers one may be wrong."
)
SHARED = "A statement of several speakers stands here with each of them."
MISSING = (
    "Missing: who is quoted, or named more than once, by others on the same story. Alone by name: whose name stands in "
    "no other account of it; there may be more. A dash: of nobody can the program surely tell either."
)
NOBODY_MISSING = "Nobody is surely missing whom others on the same story quote or name."
ALONE = "nobody else tells its story"
NOTHING_APART = (
    "the headlines the program cannot tell which words mean the same thing; that is not to say that all word it alike."
)
LEAD_ONLY = f"{NO_HEADLINE}; its first sentence"


class Shown(NamedTuple):
    """One source's side as it is shown: the stretch of its article, and the words marked inside it."""

    start: int
    end: int
    inside: tuple[ToldWords, ...]
    beside: tuple[ToldWords, ...]


def first_section(rooms: tuple[tuple[Block, ...], ...]) -> Section:
    """The page that tells: stories with headlines and contrasts, who speaks and who is missing, what holds.

    As it is on screen, where a number opens its words at once.
    """
    blocks = (Paragraph(MARKS[:-1], "small") if block == Paragraph(MARKS, "small") else block for block in rooms[1])
    return Section("first", "At a glance", tuple(blocks))


def first_rooms(context: ReportContext) -> tuple[tuple[Block, ...], ...]:
    """The first page for paper to choose from: with first sentences, without, with fewer contrasts, fewer stories."""
    every, found = shared_events(context.comparison), front_contrasts(context.comparison, headlines=False)
    shown, most = max(1, min(STORIES, len(every))), len(found)
    fewer = range(most - 1, FEWEST - 1, -1)
    rooms = [(shown, most), *((shown, less) for less in fewer)]
    rooms += [(stories, min(most, FEWEST)) for stories in range(shown - 1, 0, -1)]
    leads, bare = ({one: [*headlines(context, one, leads=also)] for one in every[:shown]} for also in (True, False))
    contrasts = [*_contrasts(context, found)]
    stories = [
        _stories(context, every, leads, contrasts),
        *(_stories(context, every, {one: bare[one] for one in every[:count]}, contrasts[:n]) for count, n in rooms),
    ]
    end = (speaking_table(context), outlets_note(context))
    return tuple((*blocks, *end) for blocks in stories)


def _stories(
    context: ReportContext,
    every: Sequence[str],
    lines: Mapping[str, Sequence[Block]],
    found: Sequence[tuple[str, Sequence[Block]]],
) -> list[Block]:
    """The headlines of stories, in `lines` by event, and the contrasts `found`; the others of `every` are named."""
    told = {event for event, _ in found}
    events = [event for event in every if event in lines or event in told]
    marked = found or any(headline_marks(context.comparison, event) for event in lines)
    blocks: list[Block] = [Paragraph(MARKS, "small")] if marked else []
    for event in events:
        blocks.append(Heading(context.index.event_name(event)))
        blocks += lines.get(event, ())
        blocks += (block for of, contrast in found if of == event for block in contrast)
    if bare := [context.index.event_name(event) for event in events if event not in told]:
        where = f"Of {name_stories(bare)}: beyond" if len(bare) < len(events) else "Beyond"
        blocks.append(Paragraph(plain(f"{where} {NOTHING_APART}"), "small"))
    if not events:
        blocks += _other_contrasts(context)
    if alone := _told_alone(context):
        blocks.append(Paragraph(plain(alone), "small"))
    if rest := [context.index.event_name(event) for event in every if event not in events]:
        blocks.append(Paragraph(plain(f"In report.html (format html) also: {name_stories(rest, most=6)}."), "small"))
    return blocks


def _told_alone(context: ReportContext) -> str:
    """Stories that one source alone tells, so that nothing stands beside them."""
    rows = [row for row in context.comparison.events if len(row.articles) == 1]
    if not rows or len(context.sources) < 2:
        return ""
    names = [f"{row.title} ({next(iter(row.articles))})" for row in rows]
    return f"Told by one source alone, so that it cannot be compared: {listed(names, most=4)}."


def _contrasts(context: ReportContext, found: Sequence[TellingContrast]) -> Iterator[tuple[str, Sequence[Block]]]:
    """The event of each contrast, and the contrast under what it is about."""
    actors = context.comparison.analysis.actors
    people = set(actors.loc[actors["kind"].isin(PEOPLE), "name"])
    for one in found:
        title = f"How they describe {one.name}" if one.name in people else name_contrast(one)
        yield one.event, (Heading(title, 3), contrast_block(context, one))


def headlines(context: ReportContext, event: str, *, leads: bool = False) -> Iterator[Tellings]:
    """The headline of one article a source, three beside one another; where there is none, its first sentence.

    Marked is what headlines do with the news: the strongest word of each, or that it is somebody's claim. Where the
    articles are not of one day, each bears its own.
    """
    told, marks = [], headline_marks(context.comparison, event)
    found = openings_of(context, event)
    days = differing_days(context.comparison, [rows[0]["article"] for _, rows in found])
    for source, rows in found:
        mine = [one for one in marks if one.article == rows[0]["article"] and (leads or one.headline)]
        parts = opening_words(context, rows, mine)
        title, lead = tuple(parts["headline"]), tuple(parts["body"])
        notes = [*_whose_marks(context, mine), overstated(rows)] if title else [LEAD_ONLY]
        notes = [days.get(rows[0]["article"], ""), *notes]
        told.append(Telling(source, title, lead if leads or not title else (), "; ".join(filter(None, notes))))
    width = COLUMNS if len(told) != 4 else 2
    for place in range(0, len(told), width):
        yield Tellings(tuple(told[place : place + width]), columns=min(width, len(told)))


def _whose_marks(context: ReportContext, marks: Sequence[ToldWords]) -> Iterator[str]:
    """Whose words those marks are that are not the outlet's own; with the words themselves where there are several."""
    others = [one for one in marks if one.voice != OWN]
    for one in others:
        said = " ".join(context.index.texts[one.article][one.start : one.end].split())
        plain = len(others) == 1 and one.headline and one.voice != NOT_SURE
        yield whose(one) if plain else f"“{said}”: {whose(one)}"


def name_contrast(one: TellingContrast) -> str:
    """What a contrast is about, as its heading."""
    if not one.name:
        return "One fact, told twice"
    if one.name.startswith(HOW_SAID):
        return f"{one.name[:1].upper()}{one.name[1:]}"
    return f"{'What they say of it' if one.argued else 'What they call it'}: {one.name}"


def contrast_block(context: ReportContext, one: TellingContrast) -> Tellings:
    """A contrast side by side: each source's sentence with its words marked, and whose words they are."""
    if one.passage:
        return passage_block(context, dict(one.passage))
    shown = sorted(one.sides[:COLUMNS], key=lambda side: context.sources.index(side.source))
    usual = say_usual(context.comparison, one, marked=True)
    sides = tuple(_side(context, side, usual.get(side.source, "")) for side in shown)
    lines = [_in_a_line(context, side) for side in one.sides[COLUMNS:]]
    for names, said in say_others(context.comparison, one):
        lines.append((Run(f"{listed(names, most=COLUMNS)}: ", "strong"), Run(said)))
    return Tellings(sides, tuple(lines), columns=len(sides))


def show_side(context: ReportContext, side: TellingSide) -> Shown:
    """The headline or the sentence of a side, a long one around its first words, and what stands inside and beside."""
    text, starts = context.index.texts[side.article], context.index.sentences.get(side.article, ())
    first = side.words[0]
    start, end = (side.start, side.end) if first.headline else window(text, first.start, first.end, starts)
    inside = [one for one in side.words if one.article == side.article and start <= one.start and one.end <= end]
    return Shown(start, end, tuple(inside), tuple(one for one in side.words if one not in inside))


def _side(context: ReportContext, side: TellingSide, usual: str) -> Telling:
    shown = show_side(context, side)
    text = context.index.texts[side.article]
    runs: list[Run] = [] if shown.start <= side.start else [Run("… ")]
    runs += mark_places(text, shown.start, shown.end, shown.inside)
    runs += [] if shown.end >= side.end else [Run(" …")]
    first = side.words[0]
    runs += [Run(" "), cite(first.row)] if first.row else []
    return Telling(
        side.source,
        (),
        tuple(runs),
        "; ".join([*_whose_each(text, shown), *_beside(context, shown), *filter(None, [usual])]),
    )


def whose(one: ToldWords) -> str:
    """Whose words they are, and whether they are denied, supposed or questioned there."""
    return whose_words(one.voice, one.speaker, state=one.state)


def _whose_each(text: str, shown: Shown) -> Iterator[str]:
    """Whose the marked words are: once, or for each when they are of several."""
    groups = group_by(sorted(shown.inside, key=lambda word: word.start), whose)
    for who, words in groups.items():
        said = listed([f"“{' '.join(text[one.start : one.end].split())}”" for one in words])
        yield who if len(groups) == 1 else f"{said}: {who}"


def _beside(context: ReportContext, shown: Shown) -> Iterator[str]:
    """What else a source calls it, elsewhere, and whose words that is unless it is the same."""
    told = {whose(one) for one in shown.inside}
    for one in shown.beside[:1]:
        said = " ".join(context.index.texts[one.article][one.start : one.end].split())
        who = whose(one)
        yield f"elsewhere “{said}”" + (f": {who}" if told != {who} else "")


def _in_a_line(context: ReportContext, side: TellingSide) -> Words:
    """The words of a source that has no column of its own, of both sides where it gives both."""
    texts, told = context.index.texts, side.told(1)
    said = [f"“{' '.join(texts[one.article][one.start : one.end].split())}” ({whose(one)})" for one in told]
    ref = (Run(" "), cite(told[0].row)) if told[0].row else ()
    return (Run(f"{side.source}: ", "strong"), Run(listed(said)), *ref)


def _other_contrasts(context: ReportContext) -> Iterator[Block]:
    """Where no story is told by two sources: contrasts in voices, tone or loaded words, else its strongest words."""
    picked = pick_contrasts(context.comparison.contrasts, 2)
    for contrast in picked:
        yield Heading(contrast.title)
        yield side_by_side(context, contrast)
    if not picked:
        yield from strongest_words(context)


def strongest_words(context: ReportContext, most: int = 3) -> Iterator[Excerpt]:
    """The words that lean or judge most, in their sentences: what can be shown of one source alone."""
    rows = [one for one in context.index.findings.values() if one.kind in ("cue", "loaded") and one.value]
    rows.sort(key=lambda one: (-abs(one.value), one.voice != "narrator", one.article, one.start))
    seen: dict[tuple[str, int], str] = {}
    for one in rows:
        seen.setdefault((one.article, one.start // 200), one.id)
    for row in list(seen.values())[:most]:
        shown = excerpt_of(context.index, row)
        if shown:
            yield shown


def speaking_table(context: ReportContext) -> Table:
    """Who speaks in each source, how much is counted, who has no name, and who is written about but not quoted."""
    shown = context.largest(SOURCES)
    voices = [one for one in context.comparison.voices if one.source in shown]
    missing = _missing(context)
    rows = [_spoken(one, missing.get(one.source, "")) for one in voices]
    told = [place for place in range(len(SPEAKING)) if place < 3 or any(row[place] for row in rows)]
    lines: list[Line] = [
        (cells(*(row[place] or "–" for place in told)), one.quotes.rows) for row, one in zip(rows, voices, strict=True)
    ]
    width = sum(SPEAKING[place][1] for place in told)
    columns = {name: part / width for name, part in (SPEAKING[place] for place in told)}
    left = len(context.sources) - len(voices)
    notes = (
        COUNTED,
        SHARED if any(one.shared for one in voices) else "",
        (MISSING if any(row[-1] for row in rows) else NOBODY_MISSING) if len(context.sources) > 1 else "",
        f"The {len(voices)} sources with most articles; {left} more in report.html (format html)." if left else "",
    )
    return evidence_table("Who speaks, and who is missing", columns, lines, " ".join(filter(None, notes)))


def _spoken(voice: VoiceShare, missing: str) -> tuple[str, ...]:
    """The cells of a source, as `SPEAKING` names them."""
    nameless = filter(None, (voice.nobody_named(NAMELESS), voice.from_documents(NAMELESS)))
    nobody = NOBODY if voice.total or not voice.more else UNSURE
    heard = "; ".join(filter(None, (voice.most_heard(SPEAKERS) or nobody, voice.less_surely(LESS_SURE))))
    return voice.source, heard, voice.counted(), "; ".join(nameless), missing


def _missing(context: ReportContext) -> dict[str, str]:
    """Who is missing in each source, in words; of one that nobody else's story can be set beside, that."""
    beside = {name for row in context.comparison.events if len(row.articles) > 1 for name in row.articles}
    alone = {name: ALONE for name in context.sources if name not in beside and beside}
    return alone | {name: "; ".join(told) for name, told in missing_by_source(context.comparison).items()}
