"""The articles themselves, with the findings marked in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.evidence.view import EvidenceIndex, Finding
from framing.report.blocks import Block, MarkedArticle, Paragraph, Piece, Run, Section
from framing.report.context import ReportContext
from framing.say import number, plural

MARKED = ("cue", "loaded", "agency")  # kinds that are underlined; mentions and tone would cover every line
MOST = 8  # articles printed in full on paper
LEGEND = (
    Run(
        "Marked are wordings that take a side, loaded words and harm without a doer. "
        "Letter and underline say whose words: "
    ),
    Run("outlet", "mark", "narrator"),
    Run(", "),
    Run("reported claim", "mark", "attributed"),
    Run(", "),
    Run("in quotation marks", "mark", "quoted"),
    Run(", "),
    Run("kept at a distance", "mark", "distanced"),
    Run(". Quotations as a whole have a grey ground."),
)


def articles_section(context: ReportContext) -> Section:
    """Every article of a small run; of a large one, those on the events that most sources cover."""
    ids = _ids(context)
    shown = ids[:MOST]
    marked: list[Block] = [mark_article(context.index, one) for one in shown]
    if not marked:
        return Section("articles", "The articles, marked", (Paragraph((Run("The texts are not part of this run."),)),))
    blocks: list[Block] = [Paragraph(LEGEND, "small"), *marked]
    if len(ids) > len(shown):
        rest = plural(len(ids) - len(shown), "article")
        text = f"{rest} more not printed here. Every finding that this report cites stands in the evidence list."
        blocks.append(Paragraph((Run(text),), "small"))
    return Section("articles", "The articles, marked", tuple(blocks))


def _ids(context: ReportContext) -> list[str]:
    """Articles with a text, wire copies once; of a large run those on the most covered events first."""
    index = context.index
    ids = [one for one, about in index.articles.items() if not about["duplicate_of"] and one in index.texts]
    if len(ids) <= MOST:
        return ids
    covered = {row.event: len(row.articles) for row in context.comparison.events if row.event}
    return sorted(
        ids, key=lambda one: (-covered.get(str(index.articles[one]["event"]), 0), index.articles[one]["event"], one)
    )


def mark_article(index: EvidenceIndex, article: str) -> MarkedArticle:
    """An article in pieces: each piece knows the findings over it."""
    about, text = index.articles[article], index.texts[article]
    findings = [one for one in index.by_article(article) if one.kind == "quote" or (one.kind in MARKED and one.value)]
    parts = [str(about["date"] or ""), index.event_name(str(about["event"] or "")), f"{number(about['words'])} words"]
    return MarkedArticle(
        article,
        str(about["source"]),
        str(about["title"] or article),
        " · ".join(part for part in parts if part),
        tuple(_paragraphs(text, findings)),
    )


def _paragraphs(text: str, findings: Sequence[Finding]) -> list[tuple[Piece, ...]]:
    paragraphs = []
    spans = [(span, one) for one in findings for span in one.spans]
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            inside = [(span, one) for span, one in spans if span[0] < end and start < span[1]]
            paragraphs.append(_pieces(text, (start, end), inside))
        start = end + 1
    return paragraphs


def _pieces(
    text: str, frame: tuple[int, int], findings: Sequence[tuple[tuple[int, int], Finding]]
) -> tuple[Piece, ...]:
    """The paragraph cut at every edge of a finding; a piece under marks takes the voice of the first of them."""
    low, high = frame
    edges = {low, high}
    for span, _ in findings:
        edges |= {max(span[0], low), min(span[1], high)}
    ordered = sorted(edges)
    pieces = []
    for start, end in zip(ordered, ordered[1:], strict=False):
        over = [one for span, one in findings if span[0] <= start and end <= span[1]]
        marks = [one for one in over if one.kind != "quote"]
        kinds = tuple(dict.fromkeys(one.kind for one in over))
        voice = marks[0].voice if marks else ""
        pieces.append(Piece(text[start:end], kinds, voice, tuple(one.id for one in over)))
    followed = zip(pieces, [*pieces[1:], Piece("")], strict=True)
    return tuple(replace(one, last=not one.voice or one.voice != after.voice) for one, after in followed)
