"""What was read, how much of it, and how to read the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.evidence.view import EvidenceIndex
from framing.report.blocks import Block, Facts, Note, Run, Section, Table, Words, cells, plain
from framing.report.context import VOICES, ReportContext
from framing.say import listed, number, plural

COUNTED = re.compile(r"^(\d+ articles?)(?=[.:])")
LEGEND = {
    "narrator": "the outlet says it itself, with nobody in between",
    "attributed": "a speaker says it, the outlet reports it in its own wording",
    "quoted": "a speaker says it, printed inside quotation marks",
    "distanced": "the outlet uses the words but steps back from them: scare quotes, “so-called”",
}


def cover_section(context: ReportContext) -> Section:
    """Sources, events, articles, and the box that says how to read the report."""
    blocks: list[Block] = [_facts(context), sources_table(context), how_to_read(context.few)]
    warnings = context.comparison.warnings
    if warnings:
        blocks.append(Note("warning", "Keep in mind", tuple(plain(text) for text in merge_warnings(warnings)[:6])))
    return Section("about", "What was read", tuple(blocks), only="screen")


def _facts(context: ReportContext) -> Facts:
    comparison = context.comparison
    words = sum(float(about["words"]) for about in context.index.articles.values() if not about["duplicate_of"])
    events = [row for row in comparison.events if row.event]
    return Facts(
        (
            (number(len(context.sources)), "source" if len(context.sources) == 1 else "sources"),
            (number(sum(comparison.n.values())), "articles"),
            (number(len(events)) if events else "–", "events" if len(events) != 1 else "event"),
            (number(words, 0), "words"),
            (number(sum(one.kind != "wording" for one in context.index.findings.values())), "findings to open"),
        )
    )


def sources_table(context: ReportContext, *, most: int = 20) -> Table:
    """The sources with their articles, dates and events."""
    comparison = context.comparison
    rows = []
    for source in context.sources[:most]:
        events = [row.title for row in comparison.events if row.articles.get(source)]
        copies = comparison.copies.get(source, 0)
        articles = str(comparison.n.get(source, 0)) + (f" (+{copies} copies)" if copies else "")
        told = (
            listed([event or "(no event given)" for event in events]) if len(events) <= 2 else f"{len(events)} events"
        )
        rows.append(cells(source, articles, _dates(context.index, source), told))
    rest = len(context.sources) - len(rows)
    note = f"and {plural(rest, 'source')} more; all of them stand in articles.csv" if rest else ""
    columns = ("source", "articles", "dates", "events covered")
    return Table("The sources", columns, tuple(rows), (1,), note, widths=(0.28, 0.1, 0.26, 0.36))


def merge_warnings(warnings: Sequence[str]) -> list[str]:
    """Warnings that say the same of several sources as one: "A, B and C: 1 article each. …"."""
    names: dict[str, list[str]] = {}
    for text in warnings:
        head, colon, tail = text.partition(": ")
        names.setdefault(tail if colon else text, []).extend([head] if colon else [])
    return [
        f"{listed(heads, most=6)}: {_of_each(tail, len(heads))}" if heads else tail for tail, heads in names.items()
    ]


def _of_each(told: str, sources: int) -> str:
    """A warning of several sources, which counts the articles of each: "1 article each. …"."""
    return COUNTED.sub(r"\1 each", told, count=1) if sources > 1 else told


def _dates(index: EvidenceIndex, source: str) -> str:
    dates = sorted(str(about["date"])[:10] for about in index.articles.values() if about["source"] == source)
    dates = [date for date in dates if date]
    if not dates:
        return "undated"
    return dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"


def how_to_read(few: bool, *, short: bool = False) -> Note:
    """The box that comes before any finding; `short` leaves out what only the full edition has."""
    items: list[Words] = [
        _point(
            "Whose words are these?",
            "That is the first question on every page. Wording that an outlet merely reports is never counted as "
            "its own. Marks in the text show the voice:",
        ),
        *((Run(VOICES[voice], "mark", voice), Run(f": {says}.")) for voice, says in LEGEND.items()),
        _point(
            "Every number can be opened.",
            "E1, E2, … lead to the evidence list, and from there to the sentence in the article.",
        ),
        _point(
            "Words, not motives.",
            "The report counts wording. It does not know what anybody intended, and no single number says how "
            "“biased” a source is. All sources frame: choosing words is how news is written.",
        ),
        _point(
            "“Cannot tell” is a result.",
            "Some sources here have fewer than three articles: what follows describes these articles, not the "
            "outlets behind them."
            if few
            else "A sentence about an outlet is printed only when the difference would be rare by chance, holds "
            "without any single article, and rests on enough text.",
        ),
    ]
    shown = [items[0], _marks_in_a_line(), items[-1]] if short else items
    return Note("how", "How to read this", tuple(shown))


def _point(title: str, text: str) -> Words:
    return (Run(f"{title} ", "strong"), Run(text))


def _marks_in_a_line() -> Words:
    """The four voices as they look, side by side."""
    return tuple(run for voice in VOICES for run in (Run(VOICES[voice], "mark", voice), Run("   ")))
