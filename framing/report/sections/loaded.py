"""Loaded words, harm without a doer, and reading level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from framing.chart.build import MOST_ROWS, MOST_SOURCES, agency_chart, categories_chart, loaded_chart, reading_chart
from framing.compare.records import WordContrast
from framing.evidence.view import EvidenceIndex
from framing.measure.agency import AgencyShares
from framing.measure.loaded import LoadedRates
from framing.report.blocks import (
    Block,
    Excerpt,
    Heading,
    Line,
    Paragraph,
    Section,
    Table,
    Words,
    cells,
    chart_block,
    evidence_table,
    plain,
)
from framing.report.context import ReportContext, excerpts_of, first_of, with_refs
from framing.report.sections.contrasts import worded
from framing.say import fixed, listed, number, rate
from framing.stats.words import WordShift

SOURCES = 12  # in one table
SHIFT_WORDS = 6
LOADED_SAYS = (
    "Loaded words judge while they describe. What stands inside quotation marks is somebody else’s judgement, so it is "
    "counted apart."
)
NONE_JUDGE = "No listed word that plainly judges was found in the outlets’ own voice."
STYLE_SAYS = "Words that only colour (vivid words, labels, hedges) are not part of the loaded rate."
AGENCY_SAYS = (
    "“Shells hit the town” names nobody who fired. Leaving the doer out can be caution, space, or a choice; the number "
    "says only how often it happens, in the outlet’s own words."
)
READING_SAYS = "Longer sentences and longer words give a higher grade; the span shows how far the formulas disagree."


def loaded_section(context: ReportContext) -> Section:
    """Charts and excerpts for loaded words, for harm without a doer, and for reading level."""
    blocks: list[Block] = []
    shown = context.largest(MOST_ROWS)
    loaded = tuple(one for one in context.comparison.loaded if one.source in shown)
    agency = tuple(one for one in context.comparison.agency if one.source in shown)
    if any(one.total.count for one in loaded):
        blocks += _loaded(context, loaded)
    else:
        blocks += no_loaded(loaded)
    shifts = context.comparison.shifts
    if any(one.words for one in shifts.values()) and len(shifts) > 1:
        blocks.append(shift_table(shifts))
    if context.comparison.words:
        blocks.append(contrast_table(context.comparison.words))
    chart = agency_chart(agency)
    if chart is not None:
        blocks.append(Heading("Harm, with and without a doer"))
        blocks.append(chart_block(context.noted(chart, MOST_ROWS), AGENCY_SAYS))
        blocks += _no_doer(context, agency)
    blocks.append(Heading("Reading level"))
    blocks.append(chart_block(context.noted(reading_chart(shown, context.index), MOST_ROWS), READING_SAYS))
    return Section("loaded", "Loaded words, agency and reading level", tuple(blocks))


def _loaded(context: ReportContext, loaded: tuple[LoadedRates, ...]) -> list[Block]:
    blocks: list[Block] = [chart_block(context.noted(loaded_chart(loaded, context.sources), MOST_ROWS), LOADED_SAYS)]
    kinds = categories_chart(loaded, context.largest(MOST_SOURCES))
    if kinds is not None:
        says = "The same words by kind, in the outlets’ own voice."
        blocks.append(chart_block(context.noted(kinds, MOST_SOURCES), says))
    blocks.append(words_table(loaded))
    if any(one.style for one in loaded if one.voice == "narrator"):
        blocks.append(style_table(loaded))
    return [*blocks, *_one_each(context, loaded)]


def no_loaded(loaded: tuple[LoadedRates, ...]) -> list[Block]:
    """What is said where no word that judges was found: what was looked for, and the words of style beside it."""
    found: list[Block] = [Paragraph(plain(NONE_JUDGE), "lead")]
    return [*found, style_table(loaded)] if any(one.style for one in loaded if one.voice == "narrator") else found


def own_words_block(context: ReportContext, most: int) -> Table | Paragraph:
    """The listed words that judge and those that only colour in each outlet’s own voice, with their numbers."""
    shown = context.largest(most)
    own = [one for one in context.comparison.loaded if one.voice == "narrator" and one.source in shown]
    style = {one.source: tuple(row for rate in one.style.values() for row in rate.rows) for one in own}
    judging = any(one.total.rows for one in own)
    if not judging and not any(style.values()):
        return Paragraph(plain(f"{NONE_JUDGE} Nor was a listed word of style."))
    lines: list[Line] = []
    for one in own:
        judges = _strongest(context.index, one.total.rows)
        of = f"{judges} (in {number(one.total.denominator, 0)} own words)" if one.total.rows else judges
        row = (one.source, *((of,) if judging else ()), _strongest(context.index, style[one.source]))
        lines.append((cells(*row), (*one.total.rows, *style[one.source])))
    columns = {"source": 0.18} | ({"words that judge": 0.4} if judging else {}) | {"words that only colour": 0.42}
    note = STYLE_SAYS if judging else f"{NONE_JUDGE} {STYLE_SAYS}"
    return evidence_table("Listed words in the outlet’s own voice", columns, lines, note)


def _strongest(index: EvidenceIndex, rows: tuple[str, ...]) -> str:
    """How many rows there are, and the strongest of their words: 9: “slams”, “hammered” and 7 others."""
    found = dict.fromkeys(" ".join(index.findings[row].text.lower().split()) for row in strongest_first(index, rows))
    return f"{len(rows)}: {listed([f'“{one}”' for one in found], most=5)}" if rows else "0"


def style_table(loaded: tuple[LoadedRates, ...]) -> Table:
    """Vivid words, labels of camps, hedges and the other style of each source: it colours and judges nobody."""
    own = [one for one in loaded if one.voice == "narrator"]
    lines: list[Line] = []
    for one in own[:SOURCES]:
        kinds = ", ".join(f"{category} {rate(found.value)}" for category, found in sorted(one.style.items()))
        rows = tuple(row for found in one.style.values() for row in found.rows)
        lines.append((cells(one.source, kinds or "–", _listed(one.style_words)), rows))
    columns = {"source": 0.2, "kind, per 1,000 own words": 0.4, "words": 0.4}
    return evidence_table(
        "Style, in its own words: not part of the loaded rate", columns, lines, first_of(SOURCES, len(own))
    )


def shift_table(shifts: Mapping[str, WordShift]) -> Table:
    """For each source the words that lift or lower its rate against the others; each line adds up."""
    rows = tuple(
        cells(source, f"{rate(one.one)} against {rate(one.other)}", _parts(one))
        for source, one in islice(shifts.items(), SOURCES)
    )
    columns = ("source", "own loaded words per 1,000, against the others", "what makes the difference")
    note = first_of(SOURCES, len(shifts))
    return Table("Which loaded words make the difference", columns, rows, note=note, widths=(0.2, 0.24, 0.56))


def _parts(one: WordShift) -> str:
    """The largest parts of a difference with their signs, and the sum of the rest."""
    shown, rest = one.top(SHIFT_WORDS)
    named = [part.word if part.word.startswith("(") else f"“{part.word}”" for part in shown]
    parts = [f"{name} {fixed(part.value, 2, signed=True)}" for name, part in zip(named, shown, strict=True)]
    return (
        ", ".join([*parts, f"all others {fixed(rest, 2, signed=True)}"] if abs(rest) >= 0.005 else parts)
        or "nothing: the rates are equal"
    )


def words_table(loaded: tuple[LoadedRates, ...]) -> Table:
    """The loaded words of each source: its own, and those that it quotes or reports."""
    voices = ("narrator", "attributed", "quoted")
    sources = list(dict.fromkeys(one.source for one in loaded))
    lines: list[Line] = []
    for source in sources[:SOURCES]:
        by_voice = {one.voice: one for one in loaded if one.source == source}
        ids = tuple(row for voice in voices if voice in by_voice for row in by_voice[voice].total.rows)
        lines.append((cells(source, *(_words(by_voice.get(voice)) for voice in voices)), ids))
    columns = {"source": 0.2, "in its own words": 0.36, "in reported claims": 0.22, "in quotation marks": 0.22}
    return evidence_table("Loaded words, by voice", columns, lines, first_of(SOURCES, len(sources)))


def contrast_table(words: tuple[WordContrast, ...]) -> Table:
    """Words that one source uses more than the others in its own voice; what is not tested says so."""
    sources = list(dict.fromkeys(one.source for one in words))
    rows = []
    for source in sources[:SOURCES]:
        mine = [one for one in words if one.source == source]
        proven = _counted(one for one in mine if one.distinctive)
        rows.append(cells(source, proven or "none", _counted(one for one in mine if not one.distinctive) or "–"))
    columns = ("source", "distinctive", "most contrasting, not shown to differ")
    note = "Counts in the source’s own words, then in the others’. Names and numbers are left out."
    note = f"{note} {first_of(SOURCES, len(sources))}".strip()
    return Table("Words that stand out", columns, tuple(rows), note=note, widths=(0.22, 0.28, 0.5))


def _counted(words: Iterable[WordContrast]) -> str:
    """The first words, each with its two counts."""
    return ", ".join(f"{one.words} ({number(one.count)} : {number(one.count_against)})" for one in islice(words, 6))


def _words(rates: LoadedRates | None) -> str:
    return _listed(rates.words) if rates else "–"


def _listed(found: tuple[tuple[str, float, tuple[str, ...]], ...]) -> str:
    """The first words with their counts, marks after words, and how many more there are."""
    if not found:
        return "–"
    told = sorted(found, key=lambda word: not any(char.isalpha() for char in word[0]))  # marks after words
    words = [f"{words} ×{number(count)}" if count > 1 else words for words, count, _ in told[:6]]
    rest = len(found) - len(words)
    return ", ".join(words) + (f" and {rest} more" if rest > 0 else "")


def _one_each(context: ReportContext, loaded: tuple[LoadedRates, ...]) -> tuple[Excerpt, ...]:
    """The strongest loaded word of each source in its own words."""
    rows = []
    for rates in loaded:
        if rates.voice == "narrator":
            found = strongest_first(context.index, rates.total.rows)
            rows += [worded(context.index, found)] if found else []
    return excerpts_of(context.index, rows, most=3)


def strongest_first(index: EvidenceIndex, rows: Iterable[str]) -> list[str]:
    """Rows of loaded words, those that judge most first."""
    found = sorted(index.rows(rows), key=lambda one: (-one.value, one.article, one.start))
    return [one.id for one in found]


def _no_doer(context: ReportContext, agency: tuple[AgencyShares, ...]) -> list[Block]:
    """A table of who does what to whom, and an example of harm without a doer from each source."""
    events = [row for one in agency for _, _, rows in one.events for row in rows[:1]]
    excerpts = excerpts_of(context.index, _spread(context, events), most=3)
    lines: list[Line] = [
        (
            cells(one.source, _people(one.agents), _people(one.patients), _people(one.accused), _events(one)),
            (*one.deleted.rows, *(row for *_, ids in (*one.agents, *one.accused) for row in ids)),
        )
        for one in agency[:SOURCES]
        if one.agents or one.patients or one.accused
    ]
    if not lines:
        return [*excerpts]
    widths = (0.16, 0.19, 0.19, 0.22, 0.24)
    names = ("source", "who does it", "who suffers it", "said by others to do it", "harm without a doer")
    columns = dict(zip(names, widths, strict=True))
    title, note = "Who does what to whom, in the outlet’s own words", first_of(SOURCES, len(agency))
    return [evidence_table(title, columns, lines, note), *excerpts]


def _people(people: tuple[tuple[str, str, float, tuple[str, ...]], ...]) -> str:
    return ", ".join(f"{name} ×{number(count)}" for _, name, count, _ in people[:4]) or "–"


def _events(agency: AgencyShares) -> Words:
    text = ", ".join(f"{event} ×{number(count)}" if count > 1 else event for event, count, _ in agency.events[:5])
    return with_refs(text or "–", tuple(row for _, _, rows in agency.events[:3] for row in rows[:1]), most=2)


def _spread(context: ReportContext, rows: list[str]) -> list[str]:
    """One row a source first, then the rest."""
    found = context.index.rows(rows)
    first = {one.source: one.id for one in reversed(found)}
    heads = [one.id for one in found if first[one.source] == one.id]
    return heads + [one.id for one in found if one.id not in heads]
