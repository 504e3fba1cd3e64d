"""The strongest contrasts in words, with excerpts side by side: about these articles. Only claims speak of outlets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from framing.compare.own_voice import agency_contrasts, loaded_contrasts, tone_contrasts
from framing.compare.proven import proven_contrasts
from framing.compare.records import Comparison, Contrast, ContrastSide
from framing.measure.excerpts import excerpt_at
from framing.measure.ledger import OWN, Ledger
from framing.measure.omission import OmissionCell, OmissionItem, OmissionMatrix
from framing.measure.sentences import listed, number, plural, times
from framing.measure.uses import WordingCell, say_voices
from framing.measure.voices import VoiceShare
from framing.measure.wording import WordingRow, WordingTable

SHOWN = 8
PER_KIND = 3
ANECDOTES = 3.0  # shared events from which on an omission on one of them weighs less
SIDES = 4
QUOTES_FROM = 3.0


def find_contrasts(ledger: Ledger, comparison: Comparison) -> tuple[Contrast, ...]:
    """The strongest contrasts of a comparison, at most three of a kind and eight in all, with their excerpts."""
    near = sources_on_the_same(comparison)
    found = [
        *proven_contrasts(comparison),
        *wording_contrasts(comparison.wording, near),
        *voice_contrasts([one for one in comparison.voices if one.source in near]),
        *tone_contrasts([one for one in comparison.tones if one.source in near]),
        *loaded_contrasts([one for one in comparison.loaded if one.source in near]),
        *agency_contrasts([one for one in comparison.agency if one.source in near]),
        *omission_contrasts(comparison.omissions, min(1.0, ANECDOTES / max(1, comparison.shared_events))),
    ]
    found.sort(key=lambda one: (-one.strength, one.kind, one.title, one.event))
    chosen: list[Contrast] = []
    for one in found:
        if any(_says_the_same(one, other) for other in chosen):
            continue
        if sum(other.kind == one.kind for other in chosen) < PER_KIND and len(chosen) < SHOWN:
            chosen.append(one)
    return _with_excerpts(ledger, chosen)


def sources_on_the_same(comparison: Comparison) -> frozenset[str]:
    """The most sources that are linked by shared events; all of them when no event is shared.

    What stands side by side must be about the same thing: a source that covered only other events is left out.
    """
    groups: list[set[str]] = []
    for row in comparison.events:
        here = set(row.articles)
        joined = [group for group in groups if group & here]
        groups = [group for group in groups if not group & here] + [here.union(*joined)]
    best = max(groups, key=lambda group: (len(group), sorted(group)), default=set())
    return frozenset(best if len(best) > 1 else comparison.sources)


def _says_the_same(one: Contrast, other: Contrast) -> bool:
    """Whether a mere description repeats a claim that holds about the same thing."""
    about = {"loaded": True, "agency": True, "tone": one.title.rpartition(" about ")[2] in other.title}
    return other.holds and not one.holds and one.kind == other.kind and about.get(one.kind, False)


def _with_excerpts(ledger: Ledger, contrasts: Sequence[Contrast]) -> tuple[Contrast, ...]:
    """The contrasts with the first row of each side shown inside its sentence; one pass over the table."""
    wanted = {side.rows[0] for one in contrasts for side in one.sides if side.rows and side.excerpt is None}
    evidence = ledger.analysis.evidence
    places = evidence["id"].isin(wanted).to_numpy().nonzero()[0]
    shown = {str(ledger.ids[at]): excerpt_at(ledger, int(at)) for at in places}
    return tuple(
        replace(
            one, sides=tuple(replace(s, excerpt=s.excerpt or shown.get(s.rows[0] if s.rows else "")) for s in one.sides)
        )
        for one in contrasts
    )


def wording_contrasts(tables: Sequence[WordingTable], near: frozenset[str]) -> Iterator[Contrast]:
    """Referents that sources (of `near`) name with different poles or words, one contrast each."""
    for table in tables:
        named = [k for k, source in enumerate(table.sources) if source in near and source not in table.silent]
        if len(named) < 2:
            continue
        strength = _apart(table, named)
        chosen = _ends(table, named)
        sides = tuple(_wording_side(table, k) for k in chosen)
        if strength > 0 and len({side.text for side in sides}) > 1:
            said = "; ".join(f"{side.source}: {side.text}" for side in sides)
            yield Contrast(
                "wording", f"What they call it: {table.gloss}", table.event, f"{said}.", sides, strength, False
            )


def _apart(table: WordingTable, named: list[int]) -> float:
    """Largest distance of two sources' shares of poles and mean poles, in [0, 1], shrunk by how little there is."""
    best = 0.0
    shares = {k: _pole_shares(table, k) for k in named}
    totals = {k: sum(row.cells[k].count for row in table.rows) for k in named}
    for one, other in combinations(named, 2):
        gap = sum(abs(here - there) for here, there in zip(shares[one], shares[other], strict=True)) / 2
        lean = abs(_mean_value(table, one) - _mean_value(table, other)) / 2
        least = min(totals[one], totals[other])
        best = max(best, least / (least + 4.0) * (gap + lean) / 2)
    return best


def _pole_shares(table: WordingTable, column: int) -> list[float]:
    """Share of a source's wordings that takes each pole."""
    counts = [sum(row.cells[column].count for row in table.rows if row.pole == pole) for pole in table.poles]
    return [count / sum(counts) for count in counts]


def _mean_value(table: WordingTable, column: int) -> float:
    total = sum(row.cells[column].count for row in table.rows)
    return sum(row.value * row.cells[column].count for row in table.rows) / total


def _ends(table: WordingTable, named: list[int]) -> list[int]:
    """Up to four sources, from one end of the axis to the other."""
    ordered = sorted(named, key=lambda k: (_mean_value(table, k), table.sources[k]))
    if len(ordered) <= SIDES:
        return ordered
    return [*ordered[: SIDES // 2], *ordered[-SIDES // 2 :]]


def _wording_side(table: WordingTable, column: int) -> ContrastSide:
    """A source's most telling wording: farthest on the side it leans to, then the most frequent, then the shortest."""
    used = [row for row in table.rows if row.cells[column].count]
    lean = 1.0 if _mean_value(table, column) >= 0 else -1.0
    row = max(used, key=lambda one: (lean * one.value, one.cells[column].count, -len(one.wording), one.wording))
    cell = row.cells[column]
    others = sum(one.cells[column].count for one in used) - cell.count
    more = f" (and {plural(others, 'other wording')})" if others >= 1 else ""
    text = f"“{row.wording}”, {times(cell.count)}, {say_voices(cell)}{_denied(row)}{more}"
    return ContrastSide(
        table.sources[column], text, _voice(cell), ", ".join(cell.speakers[:2]), cell.count, None, cell.rows
    )


def _denied(row: WordingRow) -> str:
    return ", denied or in doubt" if row.denied > 0.5 else ""


def _voice(cell: WordingCell) -> str:
    return max(cell.by_voice, key=lambda voice: (cell.by_voice[voice], voice), default=OWN)


def voice_contrasts(voices: Sequence[VoiceShare]) -> Iterator[Contrast]:
    """Sides that one source lets speak and another does not."""
    enough = [one for one in voices if one.unnamed.base >= QUOTES_FROM]
    sides = sorted({side for one in enough for side in one.by_side})
    for side in sides:
        shares = [(one.by_side[side].value if side in one.by_side else 0.0, one) for one in enough]
        low, high = min(shares, key=lambda pair: pair[0]), max(shares, key=lambda pair: pair[0])
        if len(enough) < 2 or high[0] - low[0] - low[1].side_unknown.value < 0.15:
            continue
        weight = min(low[1].unnamed.base, high[1].unnamed.base)
        shown = tuple(_voice_side(one, side) for _, one in (high, low))
        sentence = f"{shown[0].source}: {shown[0].text}; {shown[1].source}: {shown[1].text}."
        strength = (high[0] - low[0]) * weight / (weight + 4.0)
        yield Contrast("voices", f"How much {side} is quoted", "", sentence, shown, strength, False)


def _voice_side(one: VoiceShare, side: str) -> ContrastSide:
    rate = one.by_side.get(side)
    total = plural(one.unnamed.base, "quote")
    if rate is None or not rate.rows:
        return ContrastSide(one.source, f"none of its {total} is known to come from {side}", "", "", 0.0, None, ())
    names = [speaker.speaker for speaker in one.speakers if speaker.side == side][:3]
    who = f" ({listed(names)})" if names else ""
    text = f"{number(rate.count)} of its {total} come from {side}{who}"
    return ContrastSide(one.source, text, "quoted", ", ".join(names), rate.count, None, rate.rows)


def omission_contrasts(matrices: Sequence[OmissionMatrix], weight: float = 1.0) -> Iterator[Contrast]:
    """For each event the item that most carry most often and a source leaves out; of many events one says little."""
    for matrix in matrices:
        rows = zip(matrix.items, matrix.cells, strict=True)
        found = [one for item, cells in rows if (one := _omission(matrix, item, cells))]
        if found:
            best = max(found, key=lambda one: (one.strength, one.title))
            yield replace(best, strength=weight * best.strength)


def _omission(matrix: OmissionMatrix, item: OmissionItem, cells: Sequence[OmissionCell]) -> Contrast | None:
    """One item that some sources carry and others do not mention."""
    named = list(zip(matrix.sources, cells, strict=True))
    carry = [(name, cell) for name, cell in named if cell.state == "mentioned"]
    lack = [name for name, cell in named if cell.state == "not mentioned"]
    if not carry or not lack:
        return None
    count = sum(cell.count for _, cell in carry)
    what = item.name.removesuffix(" is quoted")
    others = listed([n for n, _ in carry], most=3)
    if item.kind == "referent":
        sentence = f"No known wording for {what} was found in {listed(lack, most=3)}; one was found in {others}."
    else:
        verb = "quote anybody known to speak for" if item.kind == "voice" else "name"
        sentence = f"{listed(lack, most=3)} {_do(lack)} not {verb} {what}; {others} {_do(carry)}."
    sides = [
        ContrastSide(n, times(cell.count), "", "", cell.count, cell.excerpt, cell.rows) for n, cell in carry[:SIDES]
    ]
    sides += [ContrastSide(name, "not mentioned", "", "", 0.0, None, ()) for name in lack[:2]]
    strength = 0.6 * len(carry) / len(cells) * count / (count + 8.0)
    return Contrast(
        "omission", f"What is missing: {what}", matrix.event, sentence, tuple(sides), strength, False, matrix.title
    )


def _do(names: Sequence[object]) -> str:
    return "does" if len(names) == 1 else "do"
