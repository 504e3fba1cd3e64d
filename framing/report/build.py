"""Comparison or profile -> Report: the order of the story, then the numbering of what it cites."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.compare.front import front_contrasts
from framing.compare.records import TellingContrast, TellingSide
from framing.evidence import KINDS
from framing.evidence.view import EvidenceIndex
from framing.profile import Profile
from framing.report.blocks import Cited, Excerpt, Report, Share, Side, number_rows
from framing.report.context import ReportContext
from framing.report.sections.articles import articles_section
from framing.report.sections.contrasts import contrasts_section, side_by_side
from framing.report.sections.cover import cover_section
from framing.report.sections.first import first_rooms, first_section, strongest_words
from framing.report.sections.loaded import loaded_section
from framing.report.sections.methods import evidence_section, methods_section
from framing.report.sections.missing import missing_section
from framing.report.sections.profiles import portrait_sections, profiles_section
from framing.report.sections.roles import role_section
from framing.report.sections.second import second_section
from framing.report.sections.told import told_section
from framing.report.sections.tone import tone_section
from framing.report.sections.voices import voices_section
from framing.report.sections.wording import wording_section
from framing.say import listed, name_stories, plural, whose_words
from framing.text import around, shorten

if TYPE_CHECKING:
    from framing.compare.records import Comparison

ORDER = (  # behind the first
    second_section,
    cover_section,
    told_section,
    contrasts_section,
    wording_section,
    voices_section,
    tone_section,
    role_section,
    loaded_section,
    missing_section,
    profiles_section,
    articles_section,
    methods_section,
)


def build_report(comparison: Comparison) -> Report:
    """The whole report; what paper and screen leave out is said by each section."""
    index = EvidenceIndex.of(comparison.analysis)
    context = ReportContext(comparison, index)
    rooms = first_rooms(context)
    sections = (first_section(rooms), *(part(context) for part in ORDER), evidence_section())
    refs = number_rows(sections)
    return Report(
        title=_title(comparison),
        subtitle=_subtitle(comparison, index),
        sections=sections,
        cited=cited_entries(index, refs),
        refs=refs,
        share=_share(context),
        rooms=rooms,
    )


SENTENCE = 160  # characters below those of the title in the picture for sharing
SHARED = 3  # sources in it
COUNTS = dict(enumerate(["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 4))


def _title(comparison: Comparison) -> str:
    count = len(comparison.sources)
    if count == 1:
        return f"How {comparison.sources[0]} tells it"
    if count <= 3:
        return f"How {listed(comparison.sources)} tell it"
    return f"How {COUNTS.get(count, str(count))} sources tell it"


def _subtitle(comparison: Comparison, index: EvidenceIndex) -> str:
    events = [row.event for row in comparison.events if row.event]
    told = name_stories([index.event_name(event) for event in events]) if len(events) <= 4 else f"{len(events)} events"
    on = f" on {told}" if events else ""
    names = listed(comparison.sources, most=6) if len(comparison.sources) > 3 else "A comparison of the sources"
    return f"{names}{on}: wording, voices and treatment, with every finding open to check."


def cited_entries(index: EvidenceIndex, refs: dict[str, str]) -> tuple[Cited, ...]:
    """The evidence list, in the order of citation."""
    entries = []
    for finding in index.rows(refs):
        who = whose_words(finding.voice, finding.speaker, finding.source)
        where, text = index.where(finding.article), shorten(index.words(finding))
        kind = f"{KINDS[finding.kind]}, {index.label(finding)}"
        date = str(index.articles.get(finding.article, {}).get("date") or "")
        ref = refs[finding.id]
        entries.append(Cited(ref, finding.id, kind, finding.source, where, date, text, finding.voice, who))
    return tuple(entries)


def _share(context: ReportContext) -> Share | None:
    """The contrast that tells most as a picture; without any, what one source's words are at their strongest."""
    shown = [one for one in front_contrasts(context.comparison) if not one.passage]
    total = sum(context.comparison.n.values())
    line = f"{listed(context.sources, most=5)} · {plural(total, 'article')} · describes these articles, not the outlets"
    if shown:
        return Share(shared_title(shown[0]), "", shared_sides(context, shown[0]), line)
    told = [one for one in context.comparison.contrasts if sum(side.excerpt is not None for side in one.sides) > 1]
    if told:
        sides = side_by_side(context, told[0]).sides
        sides = tuple(replace(side, excerpts=side.excerpts[:1]) for side in (sides[0], sides[-1]))
        sentence = told[0].sentence if len(told[0].sentence) < SENTENCE else ""
        return Share(told[0].title, sentence, sides, line)
    alone = next((one for one in strongest_words(context, 1)), None)
    return Share("Whose words are these?", "", (Side(alone.source, "", (alone,)),), line) if alone else None


def shared_title(one: TellingContrast) -> str:
    """What the picture for sharing is about."""
    return f"{one.name[:1].upper()}{one.name[1:]}"


def shared_sides(context: ReportContext, one: TellingContrast) -> tuple[Side, ...]:
    """The sources of a contrast, three at most, each with its words in their sentence."""
    return tuple(Side(side.source, "", (_shared_excerpt(context.index, side),)) for side in one.sides[:SHARED])


def _shared_excerpt(index: EvidenceIndex, side: TellingSide) -> Excerpt:
    """The first words of a side where they stand, a row of the tables or not, with those of the other side beside."""
    first, *others = side.told(1)
    starts = (side.start,) if first.headline else index.sentences.get(side.article, ())
    text = index.texts[side.article]
    shown = around(text[: side.end], first.start, first.end, starts)
    also = (f"also “{text[one.start : one.end]}”: {whose_words(*one[4:6], state=one.state)}" for one in others)
    who = "; ".join((whose_words(first.voice, first.speaker, side.source, first.state), *also))
    return Excerpt(first.row, side.source, index.where(side.article), *shown, first.voice, who)


def build_profile_report(profile: Profile, index: EvidenceIndex) -> Report:
    """The profile of one source as a report of its own."""
    sections = (*portrait_sections(index, profile), evidence_section())
    refs = number_rows(sections)
    return Report(
        title=f"Profile of {profile.source}",
        subtitle=profile.basis,
        sections=sections,
        cited=cited_entries(index, refs),
        refs=refs,
    )
