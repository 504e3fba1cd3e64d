"""Contrasts in the outlets' own voice: tone toward an actor, loaded words, and harm with or without a doer."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from framing.compare.records import Contrast, ContrastSide
from framing.measure.agency import AgencyShares
from framing.measure.ledger import OWN
from framing.measure.loaded import LoadedRates
from framing.measure.sentences import listed, number, percent, plural, signed
from framing.measure.tone import ToneCell

MENTIONS_FROM = 4.0  # mentions on each side of a tone contrast
EVENTS_FROM = 5.0  # acts of harm on each side
LOADED_FROM = 3.0


def tone_contrasts(tones: Sequence[ToneCell]) -> Iterator[Contrast]:
    """Actors that sources treat differently in their own voice; few articles cannot tell."""
    own: dict[str, list[ToneCell]] = {}
    for cell in tones:
        if cell.voice == OWN and cell.tone.count >= MENTIONS_FROM and cell.tone.low is not None:
            own.setdefault(cell.actor, []).append(cell)
    for cells in own.values():
        low, high = min(cells, key=lambda cell: cell.tone.value), max(cells, key=lambda cell: cell.tone.value)
        gap = high.tone.value - low.tone.value
        if gap < math.hypot(_noise(low), _noise(high)) or low.source == high.source:
            continue
        sides = (_tone_side(low, low.negative), _tone_side(high, high.positive))
        weight = min(low.tone.count, high.tone.count)
        sentence = f"In its own voice {sides[0].source}: {sides[0].text}; {sides[1].source}: {sides[1].text}."
        title = f"How they write about {low.name}"
        yield Contrast("tone", title, "", sentence, sides, gap / 2 * weight / (weight + 10.0), False)


def _noise(cell: ToneCell) -> float:
    """Half the width of the 95 % interval of a mean tone over articles."""
    return ((cell.tone.high or 0.0) - (cell.tone.low or 0.0)) / 2


def _tone_side(cell: ToneCell, rows: tuple[str, ...]) -> ContrastSide:
    text = (
        f"mean tone {signed(cell.tone.value)} over {plural(cell.tone.count, 'mention')} "
        f"in {plural(cell.tone.n, 'article')}"
    )
    return ContrastSide(cell.source, text, OWN, "", cell.tone.count, None, rows or cell.tone.rows)


def loaded_contrasts(loaded: Sequence[LoadedRates]) -> Iterator[Contrast]:
    """Sources that judge more and less in their own voice."""
    own = [cell for cell in loaded if cell.voice == OWN and cell.total.base >= 200]
    if len(own) < 2:
        return
    low, high = min(own, key=lambda cell: cell.total.value), max(own, key=lambda cell: cell.total.value)
    if high.total.count < LOADED_FROM or high.total.value < 1.3 * low.total.value:
        return
    sides = tuple(_loaded_side(cell) for cell in (high, low))
    sentence = f"{sides[0].source}: {sides[0].text}; {sides[1].source}: {sides[1].text}."
    gap = (high.total.value - low.total.value) / (high.total.value + low.total.value)
    weight = high.total.count / (high.total.count + 10.0)
    yield Contrast("loaded", "Loaded words in their own voice", "", sentence, sides, 0.6 * gap * weight, False)


def _loaded_side(cell: LoadedRates) -> ContrastSide:
    words = listed([f"“{words}”" for words, _, _ in cell.words[:3]])
    text = f"{number(cell.total.value)} loaded words per 1,000 of its own{f' ({words})' if words else ''}"
    shown = cell.words[0][2] if cell.words else ()
    rows = tuple(dict.fromkeys((*shown, *cell.total.rows)))
    return ContrastSide(cell.source, text, OWN, "", cell.total.count, None, rows)


def agency_contrasts(agency: Sequence[AgencyShares]) -> Iterator[Contrast]:
    """Sources that name and that hide who did harm."""
    enough = [one for one in agency if one.deleted.base >= EVENTS_FROM]
    if len(enough) < 2:
        return
    low, high = min(enough, key=lambda one: one.deleted.value), max(enough, key=lambda one: one.deleted.value)
    gap = high.deleted.value - low.deleted.value
    if gap < 0.2:
        return
    sides = tuple(_agency_side(one) for one in (high, low))
    sentence = f"{sides[0].source}: {sides[0].text}; {sides[1].source}: {sides[1].text}."
    weight = min(low.deleted.base, high.deleted.base)
    yield Contrast(
        "agency", "Harm with and without a doer", "", sentence, sides, 0.6 * gap * weight / (weight + 5.0), False
    )


def _agency_side(one: AgencyShares) -> ContrastSide:
    text = (
        f"{percent(one.deleted.value)} of its {plural(one.deleted.base, 'own account')} of harm name nobody who did it"
    )
    return ContrastSide(one.source, text, OWN, "", one.deleted.count, None, one.deleted.rows)
