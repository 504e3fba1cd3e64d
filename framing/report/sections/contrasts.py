"""Contrasts of every measure in words, each with excerpts side by side, and what holds for the outlets."""

from __future__ import annotations

from collections.abc import Sequence

from framing.compare.claims import say_claims
from framing.compare.contrasts import strongest_claims
from framing.evidence.view import EvidenceIndex
from framing.measure.question import Contrast, ContrastSide
from framing.report.blocks import Block, Heading, Note, Paragraph, Section, Side, SideBySide, plain
from framing.report.context import ReportContext, excerpt_of

MOST = 4
SIDES = 3
CLAIMS, GLANCE = 6, 3


def contrasts_section(context: ReportContext) -> Section:
    """Three or four contrasts of any measure with their words, then what holds for the outlets in general."""
    blocks: list[Block] = []
    for contrast in pick_contrasts(context.comparison.contrasts, MOST):
        blocks.append(Heading(contrast.title))
        if not all(side.text in contrast.sentence for side in contrast.sides[:SIDES]):
            blocks.append(Paragraph(plain(contrast.sentence)))
        blocks.append(side_by_side(context, contrast))
    if not blocks:
        blocks.append(Paragraph(plain("No contrast between these sources can be shown with excerpts."), "lead"))
    blocks.append(outlets_note(context, every=True))
    return Section("contrasts", "More contrasts, and what holds", tuple(blocks))


def pick_contrasts(contrasts: Sequence[Contrast], most: int) -> list[Contrast]:
    """The strongest contrasts, at most two of one kind, wording first among equals."""
    picked: list[Contrast] = []
    for contrast in contrasts:
        if sum(one.kind == contrast.kind for one in picked) < 2 and len(picked) < most:
            picked.append(contrast)
    return picked


def side_by_side(context: ReportContext, contrast: Contrast) -> SideBySide:
    """Up to three sides of a contrast: both ends and one between them; sides with an excerpt come first."""
    told = [side for side in contrast.sides if side.excerpt is not None]
    shown = told if len(told) > 1 else list(contrast.sides)
    sides = shown if len(shown) <= SIDES else [shown[0], shown[1], shown[-1]]
    return SideBySide(tuple(_side(context, side) for side in sides))


def _side(context: ReportContext, side: ContrastSide) -> Side:
    row = side.excerpt.row if side.excerpt else ""
    excerpt = excerpt_of(context.index, worded(context.index, (row, *side.rows))) if row else None
    return Side(side.source, side.text, (excerpt,) if excerpt else ())


def worded(index: EvidenceIndex, rows: Sequence[str]) -> str:
    """The first of some rows whose words hold a letter, so that no lone exclamation mark is shown; else the first."""
    return next((one.id for one in index.rows(rows) if any(char.isalpha() for char in one.text)), rows[0])


def outlets_note(context: ReportContext, *, every: bool = False) -> Note:
    """What can be said about the outlets themselves: the claims that hold, or in a sentence that none does."""
    said = say_claims(context.comparison.claims)
    if not said.holding:
        return Note("warning", "What can be said about the outlets themselves", (plain(said.sentence),))
    items = said.holding[:CLAIMS] if every else strongest_claims(context.comparison, GLANCE)
    return Note("good", "What holds for the outlets in general", tuple(map(plain, (*items, said.sentence))))
