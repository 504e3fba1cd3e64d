"""Who gets to speak: whose words fill the articles, which kinds of people, and who is written about but never heard."""

from __future__ import annotations

from framing.chart.build import MOST_ROWS, speakers_chart, words_chart
from framing.measure.voices import SpeakerCount, VoiceShare
from framing.report.blocks import (
    Block,
    Heading,
    Line,
    Paragraph,
    Section,
    Table,
    cells,
    chart_block,
    evidence_table,
    plain,
)
from framing.report.context import ReportContext, excerpts_of, first_of, with_refs
from framing.say import listed, number, percent, plural

MOST_SPEAKERS = 4
SOURCES = 12  # in one table


def voices_section(context: ReportContext) -> Section:
    """Shares of voice, the most quoted speakers, and who is never quoted."""
    shown = context.largest(MOST_ROWS)
    voices = tuple(one for one in context.comparison.voices if one.source in shown)
    chart = context.noted(speakers_chart(voices), MOST_ROWS)
    blocks: list[Block] = [chart_block(chart, _most_heard(voices), bare=True)]
    blocks += [chart_block(words_chart(voices), _own_share(voices)), speakers_table(voices)]
    blocks += excerpts_of(context.index, _one_quote_each(voices), most=3)
    silent = _silent(voices)
    blocks += [Heading("Written about, never quoted"), *silent] if silent else []
    return Section("voices", "Who gets to speak?", tuple(blocks))


def _most_heard(voices: tuple[VoiceShare, ...]) -> str:
    """Whom each source quotes most, and how much is counted."""
    return " ".join(f"{voice.source}: {_heard(voice)}." for voice in voices[:5])


def _heard(voice: VoiceShare) -> str:
    return "; ".join(filter(None, (f"{voice.counted()} statements counted", voice.most_heard(3))))


def _own_share(voices: tuple[VoiceShare, ...]) -> str:
    shares = [(voice.words["own"].value, voice.source) for voice in voices if "own" in voice.words]
    if len(shares) < 2:
        return "How much of the text is the outlet speaking, and how much it passes on."
    high, low = max(shares), min(shares)
    return (
        f"{high[1]} speaks most for itself ({percent(high[0])} of its words are its own), {low[1]} passes on most of "
        f"what others say ({percent(1 - low[0])} reported or quoted)."
    )


def speakers_table(voices: tuple[VoiceShare, ...]) -> Table:
    """The most quoted speakers of each source, with their kind and how often."""
    lines: list[Line] = []
    for voice in voices[:SOURCES]:
        for place, speaker in enumerate(voice.speakers[:MOST_SPEAKERS]):
            who = (voice.source if place == 0 else "", speaker.speaker or "not named", _standing(speaker))
            count = number(speaker.statements)
            lines.append((cells(*who, count, with_refs("", speaker.rows, most=1)), speaker.rows))
        if voice.speakers_n > MOST_SPEAKERS:
            lines.append((cells("", plural(voice.speakers_n - MOST_SPEAKERS, "other"), "", "", ""), ()))
    columns = {"source": 0.2, "speaker": 0.26, "as what, and why asked": 0.28, "statements": 0.12, "evidence": 0.14}
    return evidence_table("Most quoted speakers", columns, lines, first_of(SOURCES, len(voices)), numeric=(3,))


def _standing(speaker: SpeakerCount) -> str:
    """Title or kind of a speaker, and what makes it a source here, as far as the articles tell."""
    kind = "organisation, or who leads it" if speaker.kind == "organisation" else speaker.kind
    return "; ".join(part for part in (speaker.title or kind, speaker.why) if part)


def _one_quote_each(voices: tuple[VoiceShare, ...]) -> list[str]:
    """A statement of the most quoted speaker of each source."""
    return [voice.speakers[0].rows[0] for voice in voices if voice.speakers]


def _silent(voices: tuple[VoiceShare, ...]) -> list[Block]:
    blocks: list[Block] = []
    for voice in voices[:8]:
        names = [
            f"{one.name} ({plural(one.mentions, 'mention')}"
            + (f"; quoted by {listed(one.quoted_by, most=2)})" if one.quoted_by else ")")
            for one in voice.silent[:5]
        ]
        if names:
            blocks.append(Paragraph(plain(f"{voice.source}: {'; '.join(names)}.")))
    return blocks
