"""The profile of one source as a report of its own: the same parts as its page in a comparison, with their excerpts."""

from __future__ import annotations

from framing.chart.build import agency_chart, loaded_chart, periods_chart, speakers_chart, tone_chart, words_chart
from framing.evidence.view import EvidenceIndex
from framing.profile import Profile
from framing.report.blocks import Block, Bullets, Heading, Note, Paragraph, Section, chart_block, plain
from framing.report.sections.cover import how_to_read
from framing.report.sections.loaded import words_table
from framing.report.sections.missing import left_out_bullets
from framing.report.sections.naming import naming_blocks
from framing.report.sections.profiles import profile_facts, wording_table
from framing.report.sections.tone import tone_excerpts
from framing.report.sections.voices import speakers_table
from framing.report.words import excerpts_of, with_refs
from framing.say import plural


def portrait_sections(lookup: EvidenceIndex, profile: Profile) -> tuple[Section, ...]:
    """What is behind it, wording, voices, tone, loaded words, what others carry, and how it changes; empty parts go."""
    parts = (
        ("about", "At a glance", _glance(profile)),
        ("wording", "What does it call things?", _wording(lookup, profile)),
        ("voices", "Whom does it let speak?", _voices(lookup, profile)),
        ("tone", "How does it treat each actor?", _tone(lookup, profile)),
        ("loaded", "Loaded words and agency", _loaded(lookup, profile)),
        ("missing", "What others carry and it does not", _missing(lookup, profile)),
        ("time", "How it changes over time", _time(profile)),
    )
    return tuple(Section(id, title, tuple(blocks), flow=True) for id, title, blocks in parts if blocks)


def _glance(profile: Profile) -> list[Block]:
    notes = tuple(plain(text) for text in profile.warnings)
    blocks: list[Block] = [profile_facts(profile), how_to_read(profile.n < 3, short=True)]
    blocks += [Note("warning", "Keep in mind", notes)] if notes else []
    return [*blocks, Bullets(tuple(plain(line) for line in profile.lines[1:12]))]


def _wording(lookup: EvidenceIndex, profile: Profile) -> list[Block]:
    rows = [line.rows[0] for table in profile.wording for line in table.lines[:1] if line.rows]
    naming = naming_blocks(profile.naming, (profile.source,), of=1)
    return [*wording_table(profile, most=20), *excerpts_of(lookup, rows, most=3), *naming]


def _voices(lookup: EvidenceIndex, profile: Profile) -> list[Block]:
    voices = (profile.voices,)
    blocks: list[Block] = [chart_block(words_chart(voices))]
    if not profile.voices.speakers:
        return [*blocks, Paragraph(plain("It quotes nobody by name."))]
    rows = [one.rows[0] for one in profile.voices.speakers if one.rows]
    return [chart_block(speakers_chart(voices)), *blocks, speakers_table(voices), *excerpts_of(lookup, rows, most=3)]


def _tone(lookup: EvidenceIndex, profile: Profile) -> list[Block]:
    chart = tone_chart(profile.tones, (profile.source,), lookup, actors=8)
    if chart is None:
        return []
    own = [cell for cell in profile.tones if cell.voice == "narrator" and cell.tone.count > 0]
    return [chart_block(chart), *tone_excerpts(lookup, own)]


def _loaded(lookup: EvidenceIndex, profile: Profile) -> list[Block]:
    if not any(one.words for one in profile.loaded):
        blocks: list[Block] = [Paragraph(plain("No loaded words were found."))]
    else:
        rows = [row for one in profile.loaded if one.voice == "narrator" for row in one.total.rows]
        found = sorted(lookup.rows(rows), key=lambda one: (-one.value, one.article, one.start))
        blocks = [chart_block(loaded_chart(profile.loaded, (profile.source,))), words_table(profile.loaded)]
        blocks += excerpts_of(lookup, [one.id for one in found], most=2)
    chart = agency_chart((profile.agency,))
    return [*blocks, chart_block(chart)] if chart else blocks


def _missing(lookup: EvidenceIndex, profile: Profile) -> list[Block]:
    left = left_out_bullets(profile, lookup)
    blocks: list[Block] = (
        [left, *excerpts_of(lookup, [one.rows[0] for one in profile.left_out if one.rows], most=2)] if left else []
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
