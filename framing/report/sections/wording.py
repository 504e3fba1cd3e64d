"""What did each call it: rival wordings of one thing, in whose voice, with the words."""

from __future__ import annotations

from collections.abc import Sequence

from framing.chart.build import largest
from framing.chart.wordings import wording_chart
from framing.evidence.view import Finding, packs_spoken
from framing.measure.wording import WordingLine, WordingTable, say_no_wordings
from framing.packs import read_caveats
from framing.report.blocks import Block, Bullets, Excerpt, Heading, Paragraph, Run, Section, Words, chart_block, plain
from framing.report.context import ReportContext, excerpts_of, with_refs
from framing.report.sections.naming import COLUMNS, naming_blocks
from framing.report.sections.rivals import rival_blocks
from framing.say import listed, plural

MOST = 6
LINES = 3
SOURCES = 10  # with a line of their own


def wording_section(context: ReportContext) -> Section:
    """One chart, the sentences and two or three excerpts for each thing that is named in rival ways."""
    tables = context.comparison.wording
    spoken = packs_spoken(context.comparison.analysis.articles)
    blocks: list[Block] = [Paragraph(plain(caveat), "small") for caveat in read_caveats(spoken or ())]
    for table in tables[:MOST]:
        blocks += _referent(context, table)
    if not tables:
        why = say_no_wordings(spoken)
        words = (
            f"{why[0].upper()}{why[1:]} A pack is a list of rival names for the same thing; add one with --pack to see "
            "who calls it what."
        )
        blocks.append(Paragraph(plain(words), "lead"))
    if len(tables) > MOST:
        names = listed([table.gloss for table in tables[MOST:]])
        blocks.append(Paragraph(plain(f"Also named, with smaller differences: {names}."), "small"))
    blocks += rival_blocks(context)
    blocks += naming_blocks(context.comparison.naming, context.largest(COLUMNS), of=len(context.sources))
    return Section("wording", "What did each call it?", tuple(blocks))


def _referent(context: ReportContext, table: WordingTable) -> list[Block]:
    chart = wording_chart(table, context.index, context.comparison.n)
    blocks: list[Block] = [
        Heading(chart.head.title),
        chart_block(chart, _neutral(table), bare=True),
    ]
    naming = [source for source in table.sources if source not in table.silent]
    drawn = largest(naming, context.comparison.n, SOURCES)
    blocks.append(Bullets(tuple(_line(table, source) for source in drawn)))
    if len(drawn) < len(naming):
        rest = plural(len(naming) - len(drawn), "source")
        told = f"{rest} with fewer articles: see the table in report.html (format html)."
        blocks.append(Paragraph(plain(told), "small"))
    blocks += pick_excerpts(context, table)
    if table.silent:
        text = f"No known wording of it was found in {listed(table.silent, most=6)}."
        blocks.append(Paragraph(plain(text), "small"))
    return blocks


def _neutral(table: WordingTable) -> str:
    """The wording that takes no side and was at hand, or nothing."""
    words = listed([f"“{word}”" for word in table.neutral[:3]])
    return f"A wording that takes no side was at hand: {words}." if words else ""


def _line(table: WordingTable, source: str) -> Words:
    """What one source says, each wording with a row that shows it."""
    lines = [line for line in table.lines if line.source == source and line.rows]
    rest = len(lines) - LINES
    end = f"; and {plural(rest, 'other wording')}." if rest > 0 else "."
    return (Run(source, "strong"), Run(": "), *cite_lines(lines[:LINES]), Run(end))


def cite_lines(lines: Sequence[WordingLine]) -> Words:
    """Lines of one source beside its name, each followed by its first row."""
    runs: list[Run] = []
    for place, line in enumerate(lines):
        runs.append(Run("; " if place else ""))
        runs += with_refs(line.text.removeprefix(f"{line.source}: "), line.rows, most=1)
    return tuple(runs)


def pick_excerpts(context: ReportContext, table: WordingTable, *, most: int = 3) -> tuple[Excerpt, ...]:
    """Excerpts from different sources and poles, charged wordings before neutral ones."""
    found = [
        (abs(row.value), finding)
        for row in table.rows
        for cell in row.cells
        for finding in context.index.rows(cell.rows)
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].source, pair[1].article, pair[1].start))
    picked: list[Finding] = []
    for fresh in (_new_pole, _new_source, lambda one, so_far: True):
        for _, finding in found:
            if len(picked) < most and finding not in picked and fresh(finding, picked):
                picked.append(finding)
    return excerpts_of(context.index, [finding.id for finding in picked], most=most)


def _new_pole(one: Finding, so_far: list[Finding]) -> bool:
    return all(one.label != other.label and one.source != other.source for other in so_far)


def _new_source(one: Finding, so_far: list[Finding]) -> bool:
    return all(one.source != other.source for other in so_far)
