"""Wordings as charts: one mark a finding, or bars and shares of the outlet's own words when marks would be too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.chart.build import MOST_ROWS, articles_line, largest, say_left_out, slug
from framing.chart.kinds.diverging_bars import DivergingBars
from framing.chart.kinds.stacked_share import StackedShare
from framing.chart.kinds.unit_matrix import UnitMark, UnitMatrix, UnitRow
from framing.chart.kinds.word_matrix import CalledWords, WordMatrix, WordRow
from framing.chart.protocol import Chart, Head, ValueRow
from framing.chart.theme import VOICE_NAME
from framing.evidence.view import EvidenceIndex, Finding
from framing.say import number

if TYPE_CHECKING:
    from framing.measure.wording import WordingRow, WordingTable

MOST_CALLING = 4  # sources whose words stand side by side
UNITS_UP_TO = 40  # findings of one cell that are still drawn one by one


def pole_names(table: WordingTable) -> tuple[str, ...]:
    """Each pole by its most used wordings in quotation marks; neutral poles say so."""
    names = []
    for pole in table.poles:
        rows = [row for row in table.rows if row.pole == pole]
        words = _most_used(rows) + (" …" if len(rows) > 2 else "")
        neutral = rows and all(row.value == 0 for row in rows)
        names.append(f"{words} (neutral)" if neutral else words or pole)
    return tuple(names)


def wording_chart(table: WordingTable, index: EvidenceIndex, n: Mapping[str, int]) -> Chart:
    """Who words a referent how, in whose voice: one mark a finding, or shares when there are too many to draw."""
    naming = [source for source in table.sources if source not in table.silent]
    drawn = largest(naming, n, MOST_ROWS)
    places = [place for place, source in enumerate(table.sources) if source in drawn]
    cells = [[_pole_rows(table, pole, place, index) for pole in table.poles] for place in places]
    names = [table.sources[place] for place in places]
    most = max([len(cell) for row in cells for cell in row], default=0)
    head = Head(
        f"wording-{slug(table.referent)}",
        f"{table.gloss[:1].upper()}{table.gloss[1:]}: what did each call it?",
        f"each mark is one use in the text · {articles_line(n, names)}",
        "Only filled circles are the outlet’s own words. The other marks are what somebody else says in the article."
        + say_left_out(len(naming), len(drawn)),
    )
    if most > UNITS_UP_TO:
        own = [[[one for one in cell if one.voice == "narrator"] for cell in row] for row in cells]
        rivals = _rivals(table, head, names, own, index)
        return rivals or _wording_shares(table, head, names, own)
    rows = tuple(
        UnitRow(name, tuple(tuple(UnitMark(one.voice, one.state, one.id, one.speaker) for one in cell) for cell in row))
        for name, row in zip(names, cells, strict=True)
    )
    return UnitMatrix(head, pole_names(table), rows)


def _pole_rows(table: WordingTable, pole: str, place: int, index: EvidenceIndex) -> list[Finding]:
    """The findings of one source for one pole, the outlet's own words first."""
    order = {voice: place for place, voice in enumerate(VOICE_NAME)}
    found = [finding for row in table.rows if row.pole == pole for finding in index.unique(row.cells[place].rows)]
    return sorted(found, key=lambda one: (order.get(one.voice, len(order)), one.article, one.start))


def _rivals(
    table: WordingTable, head: Head, names: list[str], own: list[list[list[Finding]]], index: EvidenceIndex
) -> DivergingBars | None:
    """Wordings of the two sides per 1,000 own words, away from a common zero; None when only one side is worded."""
    words = own_words(index)
    rows = []
    for name, row in zip(names, own, strict=True):
        ends = [[one for cell in row for one in cell if one.value * sign > 0] for sign in (-1, 1)]
        left, right = (1000 * len(end) / max(words.get(name, 0), 1) for end in ends)
        ids = tuple(tuple(one.id for one in end) for end in ends)
        rows.append(ValueRow(name, (left, right), ids, f"n = {len(ids[0])} and {len(ids[1])}"))
    if not all(any(row.values[place] for row in rows) for place in (0, 1)):
        return None
    sides = side_name(table, -1), side_name(table, 1)
    note = "Only the outlet’s own words are counted, without wordings that take no side; n = uses left and right."
    kept = Head(head.id, head.title, "uses per 1,000 own words", note)
    return DivergingBars(kept, sides, "uses per 1,000 own words", tuple(rows), 2)


def own_words(index: EvidenceIndex) -> dict[str, int]:
    """Words of each source's own voice, wire copies once."""
    words: dict[str, int] = {}
    for about in index.articles.values():
        if not about["duplicate_of"]:
            words[str(about["source"])] = words.get(str(about["source"]), 0) + int(about["own_words"])
    return words


def side_name(table: WordingTable, sign: int) -> str:
    """The two most used wordings of one end of a referent's axis."""
    return _most_used([row for row in table.rows if row.value * sign > 0])


def _most_used(rows: Sequence[WordingRow]) -> str:
    """The two most used of some wordings, in quotation marks."""
    ranked = sorted(rows, key=lambda row: (-sum(cell.count for cell in row.cells), row.wording))
    return ", ".join(f"“{row.wording}”" for row in ranked[:2])


def _wording_shares(table: WordingTable, head: Head, names: list[str], own: list[list[list[Finding]]]) -> StackedShare:
    """Shares of the poles among the outlet's own words, when single marks would be too many."""
    rows = []
    for name, row in zip(names, own, strict=True):
        amounts = tuple(sum(finding.share for finding in cell) for cell in row)
        evidence = tuple(tuple(finding.id for finding in cell) for cell in row)
        rows.append(ValueRow(name, amounts, evidence, f"n = {number(sum(amounts), 0)}"))
    note = "Only the outlet’s own words are counted; what speakers say stands in the table below."
    kept = Head(head.id, head.title, "share of the outlet’s own wordings, n beside each bar", note)
    return StackedShare(kept, pole_names(table), tuple(rows))


def rivals_chart(pairs: Sequence[Mapping[str, Any]], index: EvidenceIndex, event: str) -> WordMatrix:
    """What each source calls the things of an event that have rival names: of each source its first words for each."""
    sources = list(dict.fromkeys(str(pair[f"source_{side}"]) for pair in pairs for side in ("a", "b")))[:MOST_CALLING]
    things: dict[str, tuple[str, dict[str, CalledWords]]] = {}
    for pair in pairs:
        _, cells = things.setdefault(str(pair["referent"]), (str(pair["name"]), {}))
        for side in ("a", "b"):
            one = index.findings[str(pair[side])]
            cells.setdefault(str(pair[f"source_{side}"]), CalledWords(index.words(one), one.voice, one.id))
    sources.sort()
    rows = tuple(WordRow(name, tuple(cells.get(source) for source in sources)) for name, cells in things.values())
    note = "Only filled circles are the outlet’s own words. Where a cell is empty, no sure wording was found."
    head = Head(
        f"rivals-{slug(event)}", f"{index.event_name(event)}: other words for one thing", "words as printed", note
    )
    return WordMatrix(head, tuple(sources), rows)
