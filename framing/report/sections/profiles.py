"""The profile of one source, as its page in a comparison and as a report of its own with excerpts."""

from __future__ import annotations

from dataclasses import replace

from framing.chart.build import (
    agency_chart,
    loaded_chart,
    own_tones,
    periods_chart,
    slug,
    speakers_chart,
    tone_chart,
    words_chart,
)
from framing.evidence.view import EvidenceIndex
from framing.profile import Profile
from framing.report.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Note,
    Paragraph,
    Section,
    cells,
    chart_block,
    evidence_table,
    plain,
)
from framing.report.context import ReportContext, excerpts_of, with_refs
from framing.report.sections.cover import how_to_read
from framing.report.sections.loaded import no_loaded, strongest_first, words_table
from framing.report.sections.missing import left_out_bullets
from framing.report.sections.naming import naming_blocks
from framing.report.sections.tone import tone_excerpts, tone_table
from framing.report.sections.voices import speakers_table
from framing.report.sections.wording import cite_lines
from framing.say import number, percent, plural

MOST = 8
MOST_WORDINGS = 6


def profiles_section(context: ReportContext) -> Section:
    """A part for each source, for those with most articles when there are many."""
    blocks: list[Block] = []
    shown = context.largest(MOST)
    for source in shown:
        blocks += profile_page(context.index, context.comparison.profiles[source])
    rest = len(context.sources) - len(shown)
    if rest:
        text = f"{plural(rest, 'source')} more: make a page for one of them with `framing profile SOURCE`."
        blocks.append(Paragraph(plain(text), "small"))
    return Section("profiles", "Each source by itself", tuple(blocks))


def profile_page(index: EvidenceIndex, profile: Profile) -> list[Block]:
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
    blocks.append(tone_table(profile.tones, (profile.source,), most=4))
    chart = tone_chart(profile.tones, (profile.source,), actors=4)
    if chart is not None:
        own = replace(chart.head, id=f"{chart.head.id}-{slug(profile.source)}")  # pages do not share a file
        blocks.append(chart_block(replace(chart, head=own)))
    left = left_out_bullets(profile, index)
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
            (str(profile.voices.total), "statements surely read"),
            (f"{profile.voices.speakers_n}", "named speakers"),
        )
    )


def wording_table(profile: Profile, *, most: int = MOST_WORDINGS) -> list[Block]:
    """What the source calls each thing, and in whose voice; nothing when it names none."""
    lines: list[Line] = []
    for table in profile.wording[:most]:
        if table.lines:
            ids = tuple(row for line in table.lines for row in line.rows)
            lines.append((cells(table.gloss, cite_lines(table.lines[:2])), ids))
    columns = {"what is named": 0.24, "how, and in whose voice": 0.76}
    return [evidence_table("Wording", columns, lines)] if lines else []


def portrait_sections(index: EvidenceIndex, profile: Profile) -> tuple[Section, ...]:
    """What is behind it, wording, voices, tone, loaded words, what others carry, and how it changes; empty parts go."""
    parts = (
        ("about", "At a glance", _glance(profile)),
        ("wording", "What does it call things?", _wording(index, profile)),
        ("voices", "Whom does it let speak?", _voices(index, profile)),
        ("tone", "How does it treat each actor?", _tone(index, profile)),
        ("loaded", "Loaded words and agency", _loaded(index, profile)),
        ("missing", "What others carry and it does not", _missing(index, profile)),
        ("time", "How it changes over time", _time(profile)),
    )
    return tuple(Section(id, title, tuple(blocks)) for id, title, blocks in parts if blocks)


def _glance(profile: Profile) -> list[Block]:
    notes = tuple(plain(text) for text in profile.warnings)
    blocks: list[Block] = [profile_facts(profile), how_to_read(profile.n < 3, short=True)]
    blocks += [Note("warning", "Keep in mind", notes)] if notes else []
    return [*blocks, Bullets(tuple(plain(line) for line in profile.lines[1:12]))]


def _wording(index: EvidenceIndex, profile: Profile) -> list[Block]:
    rows = [line.rows[0] for table in profile.wording for line in table.lines[:1] if line.rows]
    naming = naming_blocks(profile.naming, (profile.source,), of=1)
    return [*wording_table(profile, most=20), *excerpts_of(index, rows, most=3), *naming]


def _voices(index: EvidenceIndex, profile: Profile) -> list[Block]:
    voices = (profile.voices,)
    blocks: list[Block] = [chart_block(words_chart(voices))]
    if not profile.voices.speakers:
        return [*blocks, Paragraph(plain("It surely quotes nobody by name."))]
    rows = [one.rows[0] for one in profile.voices.speakers if one.rows]
    return [chart_block(speakers_chart(voices)), *blocks, speakers_table(voices), *excerpts_of(index, rows, most=3)]


def _tone(index: EvidenceIndex, profile: Profile) -> list[Block]:
    table, chart = (
        tone_table(profile.tones, (profile.source,), most=8),
        tone_chart(profile.tones, (profile.source,), actors=8),
    )
    drawn = [chart_block(chart)] if chart is not None else []
    return [table, *drawn, *tone_excerpts(index, own_tones(profile.tones))]


def _loaded(index: EvidenceIndex, profile: Profile) -> list[Block]:
    if not any(one.words for one in profile.loaded):
        blocks = no_loaded(profile.loaded)
    else:
        rows = [row for one in profile.loaded if one.voice == "narrator" for row in one.total.rows]
        blocks = [chart_block(loaded_chart(profile.loaded, (profile.source,))), words_table(profile.loaded)]
        blocks += excerpts_of(index, strongest_first(index, rows), most=2)
    chart = agency_chart((profile.agency,))
    return [*blocks, chart_block(chart)] if chart else blocks


def _missing(index: EvidenceIndex, profile: Profile) -> list[Block]:
    left = left_out_bullets(profile, index)
    blocks: list[Block] = (
        [left, *excerpts_of(index, [one.rows[0] for one in profile.left_out if one.rows], most=2)] if left else []
    )
    silent = [f"{one.name} ({plural(one.mentions, 'mention')})" for one in profile.voices.silent[:6]]
    if silent:
        blocks += [Heading("Written about, never quoted"), Paragraph(plain(f"{'; '.join(silent)}."))]
    if profile.good:
        done = tuple(with_refs(f"It {one.text}", one.rows, most=1) for one in profile.good[:5])
        blocks.append(Note("good", "Done well", done))
    return blocks


def _time(profile: Profile) -> list[Block]:
    chart = periods_chart(profile)
    return [chart_block(chart, bare=True)] if chart else []
