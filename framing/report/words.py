"""How findings are put into words: whose words they are, what a number means, and the words around a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.evidence.view import EvidenceIndex
from framing.report.blocks import Excerpt, Run, Words, cite

KINDS = {
    "mention": "mention",
    "quote": "quotation",
    "cue": "wording",
    "tone": "tone",
    "loaded": "loaded word",
    "agency": "account of harm",
}
VOICES = {
    "narrator": "outlet’s own words",
    "attributed": "reported claim",
    "quoted": "in quotation marks",
    "distanced": "kept at a distance",
}
VOICE_LETTERS = {"narrator": "O", "attributed": "C", "quoted": "Q", "distanced": "D"}
STATES = {"denied": "denied there", "hypothetical": "only supposed there", "questioned": "questioned there"}


def whose_words(voice: str, speaker: str, source: str) -> str:
    """Whose words a finding is, as a phrase."""
    who = speaker or "a speaker who is not named"
    match voice:
        case "attributed":
            return f"claim of {who}, as {source} reports it"
        case "quoted":
            return f"words of {who}, in quotation marks in {source}"
        case "distanced":
            return f"{source} keeps this wording at a distance"
    return f"{source}’s own words"


def excerpt_of(lookup: EvidenceIndex, row: str, *, extra: str = "") -> Excerpt | None:
    """A finding inside its sentence, or None when the row is not in the tables."""
    finding = lookup.findings.get(row)
    if finding is None:
        return None
    shown = lookup.around(finding)
    who = whose_words(finding.voice, finding.speaker, finding.source)
    state = STATES.get(finding.state, "")
    details = [part for part in (who, state, extra) if part]
    where = lookup.where(finding.article)
    return Excerpt(row, finding.source, where, *shown, finding.voice, "; ".join(details))


def excerpts_of(lookup: EvidenceIndex, rows: Iterable[str], *, most: int = 3) -> tuple[Excerpt, ...]:
    """Up to `most` findings as excerpts, no sentence twice."""
    shown: list[Excerpt] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        excerpt = excerpt_of(lookup, row)
        if excerpt is None or (excerpt.source, excerpt.before[:40] + excerpt.found[:40]) in seen:
            continue
        seen.add((excerpt.source, excerpt.before[:40] + excerpt.found[:40]))
        shown.append(excerpt)
        if len(shown) == most:
            break
    return tuple(shown)


def first_of(most: int, total: int) -> str:
    """A note under a table that shows only the first `most` sources, or nothing."""
    return f"The first {most} of {total} sources." if total > most else ""


def with_refs(text: str, rows: Sequence[str], *, most: int = 3) -> Words:
    """A sentence followed by references to the first rows behind it."""
    runs = [Run(text)]
    for row in rows[:most]:
        runs += [Run(" "), cite(row)]
    return tuple(runs)
