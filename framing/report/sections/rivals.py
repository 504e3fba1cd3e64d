"""Other words for one thing, found without a pack: pairs of two sources side by side, each in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.chart.wordings import rivals_chart
from framing.evidence.analysis import TOGETHER
from framing.measure.rivals import NONE_FOUND
from framing.report.blocks import (
    Block,
    Heading,
    PairJudgement,
    Paragraph,
    SavedJudgements,
    ScreenOnly,
    Side,
    SideBySide,
    chart_block,
    plain,
)
from framing.report.context import ReportContext, excerpt_of

EVENTS, MOST = 3, 20  # events: printed, and to be unfolded on screen
PAIRS, UNFOLDED = 3, 8  # pairs of an event, the same
SAYS = (
    "Found by the program, without a pack: two wordings that by all signs name one thing in this event, the most "
    "telling first. A pair is shown only where its sentences tell one fact, or both belong to one thing or one actor; "
    "check in the sentences that both mean the same, and judge which one fits. The reasons stand in evidence.csv."
)


def rival_blocks(context: ReportContext) -> list[Block]:
    """The most telling pairs of the most covered events; a sentence where none is sure."""
    events = [row.event for row in sorted(context.comparison.events, key=lambda r: (-len(r.articles), r.event))]
    shared = [row.event for row in context.comparison.events if len(row.articles) > 1]
    if not shared or not context.index.texts:
        return []
    table = context.comparison.wordings
    by_event: dict[str, list[dict[str, Any]]] = {}
    for row in table[table["tells"] == "yes"].to_dict("records") if table is not None else ():
        by_event.setdefault(str(row["event"]), []).append({str(key): value for key, value in row.items()})
    blocks: list[Block] = [Heading("Other words for one thing")]
    if not by_event:
        return [*blocks, Paragraph(plain(f"{NONE_FOUND[0].upper()}{NONE_FOUND[1:]}: cannot tell."), "small")]
    blocks.append(Paragraph(plain(SAYS), "small"))
    shown = [event for event in events if event in by_event]
    for event in shown[:EVENTS]:
        blocks += _event(context, event, by_event[event])
    if rest := shown[EVENTS:MOST]:
        inside = [one for event in rest for one in _event(context, event, by_event[event], drawn=False)]
        blocks.append(ScreenOnly("More events", tuple(inside)))
    return [*blocks, SavedJudgements(tuple(context.comparison.analysis.verdicts))]


def _event(context: ReportContext, event: str, rows: list[dict[str, Any]], *, drawn: bool = True) -> Iterator[Block]:
    """The pairs of one event, with a chart of their words; some to be unfolded."""
    if len(context.comparison.events) > 1:
        yield Heading(_opened(context.index.event_name(event)), 3)
    if drawn:
        yield chart_block(rivals_chart(rows[:UNFOLDED], context.index, event))
    for row in rows[:PAIRS]:
        yield from _pair(context, row)
    if rest := rows[PAIRS:UNFOLDED]:
        yield ScreenOnly("More pairs", tuple(one for row in rest for one in _pair(context, row)))


def _pair(context: ReportContext, row: dict[str, Any]) -> list[Block]:
    """What the two name, a plain wording of it where there is one, and both in their sentences."""
    name, plain_words = str(row["name"]), str(row["neutral"])
    plainly = f" A plain wording at hand: “{plain_words}”." if plain_words and plain_words.lower() != name else ""
    ids = [str(row["a"]), str(row["b"]), *str(row["beside"]).split()]
    found = filter(None, (excerpt_of(context.index, id) for id in ids))
    sides = [Side(excerpt.source, f"“{excerpt.found}”", (excerpt,)) for excerpt in found]
    if len(sides) < 2:
        return []
    judgement = PairJudgement(
        f"{row['a']}{TOGETHER}{row['b']}",
        (str(row["words_a"]), str(row["words_b"])),
        str(row["verdict"]),
        name if row["verdict"] else "",
    )
    apart = f" What sets them apart: {row['why']}." if row["why"] else ""
    agreed = " A reader has checked that both name it." if row["verdict"] else ""
    return [Paragraph(plain(f"On “{name}”.{apart}{plainly}{agreed}")), SideBySide(tuple(sides)), judgement]


def _opened(words: str) -> str:
    """The words with a capital."""
    return words[:1].upper() + words[1:]
