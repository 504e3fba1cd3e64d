"""The second page: who speaks for what, how each actor is treated, loaded words, what was read, and the limits."""

from __future__ import annotations

from dataclasses import replace

from framing.chart.build import MOST_SOURCES, role_chart, speakers_chart, tone_chart
from framing.chart.protocol import AnyChart
from framing.report.blocks import Block, Heading, Note, Section, chart_block, plain
from framing.report.context import ReportContext
from framing.report.sections.cover import how_to_read, merge_warnings, sources_table
from framing.report.sections.loaded import own_words_block
from framing.report.sections.methods import LIMITS
from framing.report.sections.roles import say_roles
from framing.report.sections.tone import tone_table

ACTORS = 5  # in the table of tones
DRAWN, IN_ROLES = 2, 2  # in the charts of tones and of roles
BARS = 8  # sources in the chart of speakers
SHORT = "-short"  # ends the names of charts that a later section draws in full


def second_section(context: ReportContext) -> Section:
    """What stands behind the first page, on paper; on screen each part has a section of its own."""
    blocks: list[Block] = [how_to_read(context.few, short=True)]
    voices = tuple(one for one in context.comparison.voices if one.source in context.largest(BARS) and one.total)
    if voices:
        blocks.append(chart_block(_short(speakers_chart(voices))))
    sources = context.largest(MOST_SOURCES)
    blocks.append(tone_table(context.comparison.tones, sources, most=ACTORS))
    tones = tone_chart(context.comparison.tones, sources, actors=DRAWN)
    if tones is not None:
        blocks.append(chart_block(_short(context.noted(tones, MOST_SOURCES))))
    roles = role_chart(context.comparison.roles, sources, actors=IN_ROLES)
    if roles is not None:
        blocks.append(chart_block(_short(context.noted(roles, MOST_SOURCES))))
    else:
        blocks += [Heading("Who is accused, praised or defended, harmed"), say_roles(context.comparison.roles)]
    blocks += [own_words_block(context, BARS), sources_table(context, most=BARS), _limits(context)]
    return Section("second", "What stands behind it", tuple(blocks), only="paper")


def _short(chart: AnyChart) -> AnyChart:
    """The chart under a name of its own: a later section draws it with more in it."""
    return replace(chart, head=replace(chart.head, id=chart.head.id + SHORT))


def _limits(context: ReportContext) -> Block:
    """What to keep in mind: warnings of this run, then what no run can tell."""
    found = merge_warnings(context.comparison.warnings)[:4]
    return Note("warning", "Keep in mind", tuple(plain(text) for text in (*found, *LIMITS[:2])))
