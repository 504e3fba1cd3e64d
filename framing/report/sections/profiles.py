"""One page a source: what is behind it, its wording, whom it quotes, how it treats actors, what it leaves out."""

from __future__ import annotations

from dataclasses import replace

from framing.chart.build import periods_chart, slug, tone_chart
from framing.evidence.view import EvidenceIndex
from framing.profile import Profile
from framing.report.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
    Words,
    chart_block,
    plain,
)
from framing.report.sections.missing import left_out_bullets
from framing.report.sections.voices import speakers_table
from framing.report.story import Story
from framing.report.words import with_refs
from framing.say import number, percent, plural

MOST = 8
MOST_WORDINGS = 6


def profiles_section(story: Story) -> Section:
    """A page for each source, the ones with most articles first when there are many."""
    blocks: list[Block] = []
    for source in list(story.profiles)[:MOST]:
        if blocks:
            blocks.append(PageBreak())
        blocks += profile_page(story.lookup, story.profiles[source])
    if len(story.sources) > MOST:
        rest = len(story.sources) - min(MOST, len(story.profiles))
        text = f"{plural(rest, 'source')} more: make a page for one of them with `framing profile SOURCE`."
        blocks.append(Paragraph(plain(text), "small"))
    return Section("profiles", "Each source on one page", tuple(blocks))


def profile_page(lookup: EvidenceIndex, profile: Profile) -> list[Block]:
    """The profile as blocks: figures, sentences, wording, speakers, tone, loaded words, what it leaves out."""
    blocks: list[Block] = [Heading(profile.source, anchor=f"source-{slug(profile.source)}"), profile_facts(profile)]
    if profile.n < 3:
        read = plural(profile.n, "article")
        few = f"{read}: this page describes what was read, not how {profile.source} writes in general."
        blocks.append(Note("warning", "Little text", (plain(few),)))
    if profile.lines:
        wording = tuple(table.gloss.lower() for table in profile.wording)
        lines = [line for line in profile.lines[1:] if not line.lower().startswith(wording or ("\0",))]
        blocks.append(Bullets(tuple(plain(line) for line in lines[:5])))
    blocks += wording_table(profile)
    if profile.voices.speakers:
        blocks.append(speakers_table((profile.voices,)))
    chart = tone_chart(profile.tones, (profile.source,), lookup, actors=4)
    if chart is not None:
        own = replace(chart.head, id=f"{chart.head.id}-{slug(profile.source)}")  # pages do not share a file
        blocks.append(chart_block(replace(chart, head=own)))
    left = left_out_bullets(profile, lookup)
    if left:
        blocks += [Heading("Carried by others, not here", 3), left]
    periods = periods_chart(profile)
    if periods is not None:
        blocks.append(chart_block(periods))
    return blocks


def profile_facts(profile: Profile) -> Facts:
    """How much is behind a profile, in large figures."""
    return Facts(
        (
            (str(profile.n), "article" if profile.n == 1 else "articles"),
            (number(profile.words), f"words, {percent(profile.voices.words['own'].value)} its own"),
            (number(profile.voices.quotes.count, 0), "quotations"),
            (f"{profile.voices.speakers_n}", "named speakers"),
        )
    )


def wording_table(profile: Profile, *, most: int = MOST_WORDINGS) -> list[Block]:
    """What the source calls each thing, and in whose voice; nothing when it names none."""
    rows: list[tuple[Words, ...]] = []
    rows_of = []
    for table in profile.wording[:most]:
        runs: list[Run] = []
        for place, line in enumerate(table.lines[:2]):
            runs.append(Run("; " if place else ""))
            runs += with_refs(line.text.removeprefix(f"{profile.source}: "), line.rows, most=1)
        if runs:
            rows.append((plain(table.gloss), tuple(runs)))
            rows_of.append(tuple(row for line in table.lines for row in line.rows))
    if not rows:
        return []
    columns = ("what is named", "how, and in whose voice")
    return [Table("Wording", columns, tuple(rows), (), "", tuple(rows_of), (0.24, 0.76))]
