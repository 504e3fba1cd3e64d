"""The comparison on one page: the strongest contrasts in words, each with excerpts side by side."""

from __future__ import annotations

from collections.abc import Sequence

from framing.evidence.view import EvidenceIndex
from framing.measure.question import Contrast, ContrastSide
from framing.report.blocks import Block, Heading, Note, Paragraph, Section, Side, SideBySide, plain
from framing.report.context import ReportContext, excerpt_of
from framing.say import plural

MOST = 4
SIDES = 3


def brief_section(context: ReportContext) -> Section:
    """Three or four contrasts with their words, then what holds for the outlets in general."""
    blocks: list[Block] = []
    for contrast in pick_contrasts(context.comparison.contrasts, 2 if context.short else MOST):
        blocks.append(Heading(contrast.title))
        if not all(side.text in contrast.sentence for side in contrast.sides[:SIDES]):
            blocks.append(Paragraph(plain(contrast.sentence)))
        blocks.append(side_by_side(context, contrast))
    if not blocks:
        blocks.append(Paragraph(plain("No contrast between these sources can be shown with excerpts."), "lead"))
    blocks.append(_claims(context))
    return Section("brief", "The comparison in brief", tuple(blocks), short=True)


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


def _claims(context: ReportContext) -> Note:
    """What survives the tests, in words; that nothing does is said as plainly."""
    claims = context.comparison.claims
    holding = claims[claims["holds"].astype(bool)] if len(claims) else claims
    tested = int(claims["p"].notna().sum()) if len(claims) else 0
    if not len(holding):
        words = (
            f"{plural(tested, 'difference')} between the outlets could be tested; none holds. That is a finding: "
            "these articles differ in wording, but they are too few, or too alike, to say how an outlet writes."
            if tested
            else "No difference between the outlets could be tested: there are too few articles. Everything on these "
            "pages describes the articles at hand."
        )
        return Note("warning", "What can be said about the outlets themselves", (plain(words),))
    items = [plain(str(sentence)) for sentence in holding["sentence"].tolist()[:6]]
    items.append(
        plain(f"Tested {tested}, {len(holding)} hold after correction for many tests. All are listed in the methods.")
    )
    return Note("good", "What holds for the outlets in general", tuple(items))
