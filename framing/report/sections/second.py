"""The second page: who speaks for what, how each actor is treated, loaded words, what was read, and the limits."""

from __future__ import annotations

from dataclasses import replace

from framing.chart.build import MOST_SOURCES, role_chart, speakers_chart, tone_chart
from framing.chart.protocol import AnyChart
from framing.measure.ledger import OWN
from framing.report.blocks import (
    Block,
    Line,
    Note,
    Section,
    Table,
    cells,
    chart_block,
    evidence_table,
    plain,
)
from framing.report.context import ReportContext, with_refs
from framing.report.sections.contrasts import worded
from framing.report.sections.cover import how_to_read, merge_warnings, sources_table
from framing.report.sections.methods import LIMITS
from framing.say import number, within

ACTORS, IN_ROLES = 2, 2  # in the charts of tones and of roles
BARS = 8  # sources in the chart of speakers
WORDS = 4  # loaded words of a source
SHORT = "-short"  # ends the names of charts that a later section draws in full


def second_section(context: ReportContext) -> Section:
    """What stands behind the first page, on paper; on screen each part has a section of its own."""
    blocks: list[Block] = [how_to_read(context.few, short=True)]
    voices = tuple(one for one in context.comparison.voices if one.source in context.largest(BARS) and one.total)
    if voices:
        blocks.append(chart_block(_short(speakers_chart(voices))))
    tones = tone_chart(context.comparison.tones, context.largest(MOST_SOURCES), context.index, actors=ACTORS)
    if tones is not None:
        blocks.append(chart_block(_short(context.noted(tones, MOST_SOURCES))))
    roles = role_chart(context.comparison.roles, context.largest(MOST_SOURCES), actors=IN_ROLES)
    if roles is not None:
        blocks.append(chart_block(_short(context.noted(roles, MOST_SOURCES))))
    blocks += [loaded_table(context), sources_table(context, most=BARS), _limits(context)]
    return Section("second", "What stands behind it", tuple(blocks), only="paper")


def _short(chart: AnyChart) -> AnyChart:
    """The chart under a name of its own: a later section draws it with more in it."""
    return replace(chart, head=replace(chart.head, id=chart.head.id + SHORT))


def loaded_table(context: ReportContext) -> Table:
    """Loaded words in each outlet's own voice: how many, and which."""
    shown = context.largest(BARS)
    lines: list[Line] = []
    for one in context.comparison.loaded:
        if one.voice == OWN and one.source in shown:
            words = ", ".join(f"{word} {number(count)}" for word, count, _ in one.words[:WORDS]) or "none found"
            rate = within(one.total.value, one.total.low, one.total.high, one.total.n)
            row = one.words[0][2] if one.words else ()
            cited = with_refs(words, [worded(context.index, row)] if row else (), most=1)
            lines.append((cells(one.source, rate, cited), one.total.rows))
    columns = {"source": 0.22, "per 1,000 own words (n = articles)": 0.26, "which": 0.52}
    return evidence_table("Loaded words in the outlet’s own voice", columns, lines)


def _limits(context: ReportContext) -> Block:
    """What to keep in mind: warnings of this run, then what no run can tell."""
    found = merge_warnings(context.comparison.warnings)[:4]
    return Note("warning", "Keep in mind", tuple(plain(text) for text in (*found, *LIMITS[:2])))
