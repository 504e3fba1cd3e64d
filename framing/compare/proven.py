"""Claims that hold, shown like any other contrast: with the rows of both sources and an excerpt of each."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Literal

from framing.compare.claims import THE_OTHERS
from framing.compare.language import amount, measure
from framing.compare.records import Comparison, Contrast, ContrastSide
from framing.measure.ledger import OWN

Kind = Literal["wording", "voices", "tone", "loaded", "agency", "omission"]
KINDS: dict[str, Kind] = {
    "loaded": "loaded", "words": "voices", "quotes": "voices", "tone": "tone", "wording": "wording", "agency": "agency",
}  # fmt: skip
PLAIN = {"words", "reading/grade"}  # features about length and difficulty: true, but no contrast in framing


def proven_contrasts(comparison: Comparison) -> Iterator[Contrast]:
    """One contrast for each claim that holds, strongest first; headline features before exploratory ones."""
    claims = comparison.claims
    for claim in claims[claims["holds"]].to_dict("records"):
        key = str(claim["feature"])
        if key in PLAIN:
            continue
        topic = str(claim["topic"])
        sides = tuple(_side(comparison, claim, end) for end in ("", "_against"))
        if claim["difference"] < 0:
            sides = sides[::-1]
        strength = (0.99 if claim["family"] == "headline" else 0.9) - float(claim["q"])
        title = f"{topic[:1].upper()}{topic[1:]}"
        yield Contrast(KINDS[key.split("/")[0]], title, "", str(claim["sentence"]), sides, strength, True)


def _side(comparison: Comparison, claim: Mapping[Hashable, object], end: str) -> ContrastSide:
    source, unit = str(claim["against" if end else "source"]), str(claim["unit"])
    rows = () if source == THE_OTHERS else _rows(comparison, str(claim["feature"]), source)
    text = f"{amount(float(str(claim['value' + end])), unit)}{measure(unit)}"
    return ContrastSide(source, text, OWN, "", float(len(rows)), None, rows)


def _rows(comparison: Comparison, feature: str, source: str) -> tuple[str, ...]:
    """Evidence behind a feature of one source, the row to show first; () when it is counted in words alone."""
    kind, *rest = feature.split("/")
    if kind == "loaded" and rest[-1] == OWN:
        cell = next(one for one in comparison.loaded if (one.source, one.voice) == (source, OWN))
        rate = cell.total if len(rest) == 1 else cell.categories.get(rest[0])
        return rate.rows if rate else ()
    if feature == "quotes/unnamed":
        return next(one for one in comparison.voices if one.source == source).unnamed.rows
    if kind == "quotes" and len(rest) == 2:
        voice = next(one for one in comparison.voices if one.source == source)
        named = {"label": voice.by_label, "speaker_kind": voice.by_kind, "stance": voice.stances, "side": voice.by_side}
        return named[rest[0]][rest[1]].rows if rest[1] in named[rest[0]] else ()
    if kind == "tone":
        for one in comparison.tones:
            if (one.source, one.actor, one.voice) == (source, rest[0], OWN):
                return (one.negative if one.tone.value < 0 else one.positive) + one.tone.rows
    if kind == "agency":
        return next(one for one in comparison.agency if one.source == source).deleted.rows
    if kind == "wording":
        return _wording_rows(comparison, rest[0], source, own=rest[-1] == OWN)
    return ()


def _wording_rows(comparison: Comparison, referent: str, source: str, *, own: bool) -> tuple[str, ...]:
    """Marked wordings of a referent first; only of variants that occur in the wanted voice."""
    table = next(one for one in comparison.wording if one.referent == referent)
    column = table.sources.index(source)
    rows = sorted(table.rows, key=lambda row: (row.value == 0, -row.cells[column].count))
    cells = [row.cells[column] for row in rows]
    return tuple(id for cell in cells if (OWN in cell.by_voice) == own for id in cell.rows)
