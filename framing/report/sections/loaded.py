"""Loaded words, harm without a doer, and reading level."""

from __future__ import annotations

from collections.abc import Sequence

from framing.chart.build import (
    MOST_ROWS,
    MOST_SOURCES,
    agency_chart,
    categories_chart,
    loaded_chart,
    reading_chart,
)
from framing.compare.records import WordContrast
from framing.measure.agency import AgencyShares
from framing.measure.loaded import LoadedRates, LoadedShift
from framing.report.blocks import Block, Excerpt, Heading, Paragraph, Section, Table, Words, chart_block, plain
from framing.report.sections.brief import worded
from framing.report.story import Story
from framing.report.words import excerpts_of, first_of, with_refs
from framing.say import fixed, number, rate

SOURCES = 12  # in one table
SHIFT_WORDS = 6
LOADED_SAYS = (
    "Loaded words judge while they describe. What stands inside quotation marks is somebody else’s judgement, so it is "
    "counted apart."
)
AGENCY_SAYS = (
    "“Shells hit the town” names nobody who fired. Leaving the doer out can be caution, space, or a choice; the number "
    "says only how often it happens, in the outlet’s own words."
)
READING_SAYS = "Longer sentences and longer words give a higher grade; the span shows how far the formulas disagree."


def loaded_section(story: Story) -> Section:
    """Charts and excerpts for loaded words, for harm without a doer, and for reading level."""
    blocks: list[Block] = []
    shown = story.largest(MOST_ROWS)
    loaded = tuple(one for one in story.comparison.loaded if one.source in shown)
    agency = tuple(one for one in story.comparison.agency if one.source in shown)
    if any(one.total.count for one in loaded):
        blocks += _loaded(story, loaded)
    else:
        blocks.append(Paragraph(plain("No loaded words were found in these articles."), "lead"))
    if any(one.shift.words for one in story.comparison.shifts) and len(story.comparison.shifts) > 1:
        blocks.append(shift_table(story.comparison.shifts))
    if story.comparison.words:
        blocks.append(contrast_table(story.comparison.words))
    chart = agency_chart(agency)
    if chart is not None:
        blocks.append(Heading("Harm, with and without a doer"))
        blocks.append(chart_block(story.noted(chart, MOST_ROWS), AGENCY_SAYS))
        blocks += _no_doer(story, agency)
    blocks.append(Heading("Reading level"))
    blocks.append(chart_block(story.noted(reading_chart(shown, story.lookup), MOST_ROWS), READING_SAYS))
    return Section("loaded", "Loaded words, agency and reading level", tuple(blocks), flow=True)


def _loaded(story: Story, loaded: tuple[LoadedRates, ...]) -> list[Block]:
    blocks: list[Block] = [chart_block(story.noted(loaded_chart(loaded, story.sources), MOST_ROWS), LOADED_SAYS)]
    kinds = categories_chart(loaded, story.largest(MOST_SOURCES))
    if kinds is not None:
        blocks.append(
            chart_block(story.noted(kinds, MOST_SOURCES), "The same words by kind, in the outlets’ own voice.")
        )
    blocks += [words_table(loaded), *_one_each(story, loaded)]
    return blocks


def shift_table(shifts: Sequence[LoadedShift]) -> Table:
    """For each source the words that lift or lower its rate against the others; each line adds up."""
    rows = tuple(
        (
            plain(one.source),
            plain(f"{rate(one.shift.one)} against {rate(one.shift.other)}"),
            plain(_parts(one)),
        )
        for one in shifts[:SOURCES]
    )
    columns = ("source", "own loaded words per 1,000, against the others", "what makes the difference")
    note = first_of(SOURCES, len(shifts))
    return Table("Which loaded words make the difference", columns, rows, (), note, (), (0.2, 0.24, 0.56))


def _parts(one: LoadedShift) -> str:
    """The largest parts of a difference with their signs, and the sum of the rest."""
    shown, rest = one.shift.top(SHIFT_WORDS)
    named = [part.word if part.word.startswith("(") else f"“{part.word}”" for part in shown]
    parts = [f"{name} {fixed(part.value, 2, signed=True)}" for name, part in zip(named, shown, strict=True)]
    return (
        ", ".join([*parts, f"all others {fixed(rest, 2, signed=True)}"] if abs(rest) >= 0.005 else parts)
        or "nothing: the rates are equal"
    )


def words_table(loaded: tuple[LoadedRates, ...]) -> Table:
    """The loaded words of each source: its own, and those that it quotes or reports."""
    voices = ("narrator", "attributed", "quoted")
    rows: list[tuple[Words, ...]] = []
    rows_of = []
    for source in dict.fromkeys(one.source for one in loaded):
        by_voice = {one.voice: one for one in loaded if one.source == source}
        cells = [_words(by_voice.get(voice)) for voice in voices]
        rows.append((plain(source), *cells))
        rows_of.append(tuple(row for voice in voices if voice in by_voice for row in by_voice[voice].total.rows))
    columns = ("source", "in its own words", "in reported claims", "in quotation marks")
    note, widths = first_of(SOURCES, len(rows)), (0.2, 0.36, 0.22, 0.22)
    shown, ids = tuple(rows[:SOURCES]), tuple(rows_of[:SOURCES])
    return Table("Loaded words, by voice", columns, shown, (), note, ids, widths)


def contrast_table(words: tuple[WordContrast, ...]) -> Table:
    """Words that one source uses more than the others in its own voice; what is not tested says so."""
    rows: list[tuple[Words, ...]] = []
    sources = list(dict.fromkeys(one.source for one in words))
    for source in sources[:SOURCES]:
        mine = [one for one in words if one.source == source]
        told = [
            f"{one.words} ({number(one.count)} : {number(one.count_against)})" for one in mine if not one.distinctive
        ]
        proven = [f"{one.words} ({number(one.count)} : {number(one.count_against)})" for one in mine if one.distinctive]
        cells = (source, ", ".join(proven[:6]) or "none", ", ".join(told[:6]) or "–")
        rows.append(tuple(plain(cell) for cell in cells))
    columns = ("source", "distinctive", "most contrasting, not shown to differ")
    note = "Counts in the source’s own words, then in the others’. Names and numbers are left out."
    note = f"{note} {first_of(SOURCES, len(sources))}".strip()
    return Table("Words that stand out", columns, tuple(rows), (), note, (), (0.22, 0.28, 0.5))


def _words(rates: LoadedRates | None) -> Words:
    if rates is None or not rates.words:
        return plain("–")
    told = sorted(rates.words, key=lambda word: not any(char.isalpha() for char in word[0]))  # marks after words
    words = [f"{words} ×{number(count)}" if count > 1 else words for words, count, _ in told[:6]]
    rest = len(rates.words) - len(words)
    return plain(", ".join(words) + (f" and {rest} more" if rest > 0 else ""))


def _one_each(story: Story, loaded: tuple[LoadedRates, ...]) -> tuple[Excerpt, ...]:
    """The strongest loaded word of each source in its own words."""
    rows = []
    for rates in loaded:
        if rates.voice == "narrator":
            found = sorted(story.lookup.rows(rates.total.rows), key=lambda one: (-one.value, one.article, one.start))
            rows += [worded(story.lookup, [one.id for one in found])] if found else []
    return excerpts_of(story.lookup, rows, most=3)


def _no_doer(story: Story, agency: tuple[AgencyShares, ...]) -> list[Block]:
    """An event word table and an example of harm without a doer from each source."""
    events = [row for one in agency for _, _, rows in one.events for row in rows[:1]]
    blocks: list[Block] = list(excerpts_of(story.lookup, _spread(story, events), most=3))
    rows: list[tuple[Words, ...]] = []
    rows_of = []
    for one in agency[:SOURCES]:
        if not (one.agents or one.patients):
            continue
        cells = (_people(one.agents), _people(one.patients), _events(one))
        rows.append((plain(one.source), *cells))
        rows_of.append((*one.deleted.rows, *(row for *_, ids in one.agents for row in ids)))
    if rows:
        columns = ("source", "who does it", "who suffers it", "harm without a doer")
        widths = (0.2, 0.24, 0.24, 0.32)
        blocks.insert(
            0,
            Table(
                "Who does what to whom, in the outlet’s own words",
                columns,
                tuple(rows),
                (),
                first_of(SOURCES, len(agency)),
                tuple(rows_of),
                widths,
            ),
        )
    return blocks


def _people(people: tuple[tuple[str, str, float, tuple[str, ...]], ...]) -> Words:
    return plain(", ".join(f"{name} ×{number(count)}" for _, name, count, _ in people[:4]) or "–")


def _events(agency: AgencyShares) -> Words:
    text = ", ".join(f"{event} ×{number(count)}" if count > 1 else event for event, count, _ in agency.events[:5])
    return with_refs(text or "–", tuple(row for _, _, rows in agency.events[:3] for row in rows[:1]), most=2)


def _spread(story: Story, rows: list[str]) -> list[str]:
    """One row a source first, then the rest."""
    found = story.lookup.rows(rows)
    first = {one.source: one.id for one in reversed(found)}
    heads = [one.id for one in found if first[one.source] == one.id]
    return heads + [one.id for one in found if one.id not in heads]
