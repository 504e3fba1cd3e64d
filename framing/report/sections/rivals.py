"""Other words for one thing, found without a pack: pairs of two sources side by side, each in its sentence."""

from __future__ import annotations

from typing import Any

from framing.measure.rivals import NONE_FOUND
from framing.report.blocks import Block, Heading, Paragraph, ScreenOnly, Side, SideBySide, plain
from framing.report.context import ReportContext, excerpt_of

EVENTS = 3  # on paper
PAIRS, UNFOLDED = 3, 8  # of an event: printed, and to be unfolded on screen
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
    for row in table.to_dict("records") if table is not None else ():
        by_event.setdefault(str(row["event"]), []).append({str(key): value for key, value in row.items()})
    blocks: list[Block] = [Heading("Other words for one thing")]
    if not by_event:
        return [*blocks, Paragraph(plain(f"{NONE_FOUND[0].upper()}{NONE_FOUND[1:]}: cannot tell."), "small")]
    blocks.append(Paragraph(plain(SAYS), "small"))
    shown = [event for event in events if event in by_event][:EVENTS]
    for event in shown:
        if len(shared) > 1:
            blocks.append(Heading(_opened(context.index.event_name(event)), 3))
        blocks += [one for row in by_event[event][:PAIRS] for one in _pair(context, row)]
        rest = by_event[event][PAIRS:UNFOLDED]
        if rest:
            blocks.append(ScreenOnly("More pairs", tuple(one for row in rest for one in _pair(context, row))))
    return blocks


def _pair(context: ReportContext, row: dict[str, Any]) -> list[Block]:
    """What the two name, a plain wording of it where there is one, and both in their sentences."""
    name, plain_words = str(row["name"]), str(row["neutral"])
    plainly = f" A plain wording at hand: “{plain_words}”." if plain_words and plain_words.lower() != name else ""
    sides = []
    for side in ("a", "b"):
        excerpt = excerpt_of(context.index, str(row[side]))
        if excerpt is not None:
            sides.append(Side(str(row[f"source_{side}"]), f"“{excerpt.found}”", (excerpt,)))
    if len(sides) < 2:
        return []
    return [Paragraph(plain(f"On “{name}”.{plainly}")), SideBySide(tuple(sides))]


def _opened(words: str) -> str:
    """The words with a capital."""
    return words[:1].upper() + words[1:]
