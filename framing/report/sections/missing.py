"""What is missing: inside each event, what some sources mention and others do not."""

from __future__ import annotations

from framing.chart.build import omission_chart
from framing.evidence.view import EvidenceIndex
from framing.measure.omission import OmissionMatrix
from framing.profile import Profile
from framing.report.blocks import Block, Bullets, Heading, Note, Paragraph, Section, Words, chart_block, plain
from framing.report.context import ReportContext, excerpts_of, with_refs
from framing.say import listed

MOST = 3


def missing_section(context: ReportContext) -> Section:
    """A matrix an event with the words of those who do mention it, and good practice beside it."""
    blocks: list[Block] = []
    shown = [matrix for matrix in context.comparison.omissions if matrix.items and len(matrix.sources) > 1]
    for matrix in shown[:MOST]:
        chart = omission_chart(matrix)
        blocks += [Heading(chart.head.title), chart_block(chart, _says(matrix), bare=True)]
        blocks += _excerpts(context, matrix)
    if not shown:
        text = (
            "Omission is measured inside an event, by comparing what several sources carry. No event here is covered "
            "by two sources, so it cannot be told."
        )
        blocks.append(Paragraph(plain(text), "lead"))
    if len(shown) > MOST:
        rest = listed([matrix.title for matrix in shown[MOST:]], most=5)
        blocks.append(Paragraph(plain(f"Further events, not drawn here: {rest}."), "small"))
    good = _good(context)
    return Section("missing", "Done well, and what is missing", (*good, *blocks))


def _says(matrix: OmissionMatrix) -> str:
    """How much each source leaves out, in words."""
    missing = ((source, [item.name for item, _ in matrix.absent(source)]) for source in matrix.sources[:6])
    parts = [f"Not found in {source}: {listed(absent, most=3)}." for source, absent in missing if absent]
    start = "Listed is what at least two sources of the event carry."
    alone = [f"{one.name} ({one.source})" for one in matrix.alone if one.sure and not one.later]
    parts += [f"Heard in one source and named in no other: {listed(alone, most=6)}."] if alone else []
    return f"{start} {' '.join(parts)}"


def _excerpts(context: ReportContext, matrix: OmissionMatrix) -> list[Block]:
    """Words of those who mention what most others leave out."""
    ranked = []
    for item, cells in zip(matrix.items, matrix.cells, strict=True):
        absent = sum(cell.state == "not mentioned" for cell in cells)
        rows = [cell.excerpt.row for cell in cells if cell.excerpt]
        if absent and rows:
            ranked.append((item.kind == "actor", -absent, item.name, rows[0]))
    return list(excerpts_of(context.index, [row for *_, row in sorted(ranked)], most=2))


def _good(context: ReportContext) -> list[Block]:
    """Good practice, so that nobody leaves with the idea that all is manipulation."""
    items: list[Words] = [
        with_refs(f"{one.source}: {one.text}", one.rows, most=1) for one in context.comparison.good[:8]
    ]
    if not items:
        return []
    return [Heading("Done well"), Note("good", "Good practice found in these articles", tuple(items))]


def left_out_bullets(profile: Profile, index: EvidenceIndex) -> Bullets | None:
    """What other sources of an event carry and this one does not, for its profile page."""
    if not profile.left_out:
        return None
    items = [
        with_refs(
            f"{one.item.name} ({index.event_name(one.event)}), carried by {listed(one.carried_by, most=3)}",
            one.rows,
            most=1,
        )
        for one in profile.left_out[:5]
    ]
    return Bullets(tuple(items))
