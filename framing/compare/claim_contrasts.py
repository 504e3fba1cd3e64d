"""Claims that hold, shown like any other contrast: with the rows of both sources and an excerpt of each."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from framing.compare.claims import THE_OTHERS
from framing.compare.records import Comparison
from framing.measure import loaded, tone, voices, wording
from framing.measure.ledger import OWN
from framing.measure.question import Contrast, ContrastSide, Kind
from framing.say import of_unit, value

KINDS: dict[str, Kind] = {
    "loaded": "loaded", "words": "voices", "quotes": "voices", "tone": "tone", "wording": "wording", "agency": "agency",
}  # fmt: skip
PLAIN = {"words", "reading/grade"}  # features about length and difficulty: true, but no contrast in framing


def claim_contrasts(comparison: Comparison) -> Iterator[Contrast]:
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
    text = f"{value(float(str(claim['value' + end])), unit)}{of_unit(unit)}"
    return ContrastSide(source, text, OWN, "", float(len(rows)), None, rows)


def _rows(comparison: Comparison, feature: str, source: str) -> tuple[str, ...]:
    """Evidence behind a feature of one source, the row to show first; () when it is counted in words alone."""
    key = feature.split("/")
    of_source = [one for one in comparison.voices if one.source == source]
    match KINDS[key[0]]:
        case "loaded":
            return loaded.rows_behind(comparison.loaded, source, key)
        case "voices":
            return voices.rows_behind(of_source[0], key)
        case "tone":
            return tone.rows_behind(comparison.tones, source, key)
        case "agency":
            return next(one for one in comparison.agency if one.source == source).deleted.rows
        case "wording":
            return wording.rows_behind(comparison.wording, source, key)
    return ()
