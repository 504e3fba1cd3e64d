"""What holds for the outlets, the clearest difference of each topic, with the words or speakers behind it."""

from __future__ import annotations

from collections import Counter

from framing.compare.contrasts import claim_contrasts
from framing.compare.records import Comparison
from framing.measure.question import Contrast, ContrastSide
from framing.say import listed, number

WORDS = 3  # of a source
ENDS = ("tone", "wording")  # kinds with a topic for each actor or thing; the others are one topic each


def strongest_claims(comparison: Comparison, most: int) -> list[str]:
    """The claims that hold, one of each topic, each with the words behind it: headline features first, smallest q."""
    chosen: dict[tuple[str, str], Contrast] = {}
    for claim in claim_contrasts(comparison):
        chosen.setdefault((claim.kind, claim.title if claim.kind in ENDS else ""), claim)
    return [f"{claim.sentence}{_behind(comparison, claim)}" for claim in list(chosen.values())[:most]]


def _behind(comparison: Comparison, claim: Contrast) -> str:
    """The words of the source that has more, or whom it lets speak most; nothing for tones, which sentences show."""
    side = claim.sides[0]
    if claim.kind == "tone" or side.source not in comparison.profiles:
        return ""
    if claim.kind == "voices":
        names = comparison.profiles[side.source].voices.most_heard(WORDS)
        return f" Most quoted there: {names}." if names else ""
    words = listed([f"“{word}” {number(count)}" for word, count in _frequent(comparison, side)])
    return f" Its words, most frequent first: {words}." if words else ""


def _frequent(comparison: Comparison, side: ContrastSide) -> list[tuple[str, int]]:
    """The words of the rows behind a side, in lower case, and how often they stand there."""
    evidence = comparison.analysis.evidence
    rows = evidence[evidence["id"].isin(side.rows)]
    words = (text.lower() for text in rows["text"] if any(char.isalpha() for char in text))
    return Counter(words).most_common(WORDS)
