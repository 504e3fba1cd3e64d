"""How findings are put into words: whose words they are, what a number means, and the words around a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from framing.chart.lookup import Finding, Lookup
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
AROUND = 220  # characters of an excerpt, about
LONGEST = 260  # characters of the found words that are still shown in full
# titles, months and initials that end in a full stop
_SHORT = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|U\.S|U\.K)\.$"
)
_SENTENCE = re.compile(r"(?<=[.!?])(?P<marks>[\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")


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


def excerpt_of(lookup: Lookup, row: str, *, extra: str = "") -> Excerpt | None:
    """A finding inside its sentence, or None when the row is not in the tables."""
    finding = lookup.findings.get(row)
    if finding is None:
        return None
    before, found, after = around(lookup.texts.get(finding.article), finding)
    who = whose_words(finding.voice, finding.speaker, finding.source)
    state = STATES.get(finding.state, "")
    details = [part for part in (who, state, extra) if part]
    where = lookup.where(finding.article)
    return Excerpt(row, finding.source, where, before, found, after, finding.voice, "; ".join(details))


def excerpts_of(lookup: Lookup, rows: Iterable[str], *, most: int = 3) -> tuple[Excerpt, ...]:
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


def around(text: str | None, finding: Finding) -> tuple[str, str, str]:
    """The words before, of and after a finding, inside its sentence and about 220 characters.

    Of a quotation in several pieces the first is shown: what the outlet says in between is never marked as quoted.
    """
    if text is None or text[finding.start : finding.end] != finding.text:
        return "", shorten(finding.text), ""
    start, end = finding.spans[0]
    first = max(0, start - 400)
    edges = [match.end() for match in _SENTENCE.finditer(text, first, start) if _ends_sentence(text, match)]
    low = edges[-1] if edges else first
    after_it = (_last(match) for match in _SENTENCE.finditer(text, end) if _ends_sentence(text, match))
    high = next(after_it, len(text))
    spare = max(AROUND - (end - start), 60)
    before, after = text[low:start], text[end:high]
    if len(before) + len(after) > spare:
        before = _tail(before, max(spare // 2, spare - len(after)))
        after = _head(after, max(spare // 2, spare - len(before)))
    return before, shorten(text[start:end]), after


def _last(match: re.Match[str]) -> int:
    """Where a sentence ends: behind the closing marks that belong to it."""
    return match.end("marks") if match["marks"] is not None else match.start()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence and not an abbreviation or an initial."""
    return "\n" in match[0] or not _SHORT.search(text, max(0, match.start() - 12), match.start())


def _tail(text: str, room: int) -> str:
    """The end of `text`, whole words, after "… " when something is left out."""
    if len(text) <= room:
        return text
    cut = text.find(" ", len(text) - room)
    return "… " + text[cut + 1 if 0 <= cut < len(text) - 1 else len(text) - room :]


def _head(text: str, room: int) -> str:
    """The beginning of `text`, whole words, before " …" when something is left out."""
    if len(text) <= room:
        return text
    cut = text.rfind(" ", 0, room)
    return text[: cut if cut > 0 else room] + " …"


def shorten(text: str) -> str:
    """The found words, with the middle left out when they are long."""
    if len(text) <= LONGEST:
        return text
    return _head(text, LONGEST * 2 // 3).removesuffix(" …") + " […] " + _tail(text, LONGEST // 3).removeprefix("… ")


def first_of(most: int, total: int) -> str:
    """A note under a table that shows only the first `most` sources, or nothing."""
    return f"The first {most} of {total} sources." if total > most else ""


def with_refs(text: str, rows: Sequence[str], *, most: int = 3) -> Words:
    """A sentence followed by references to the first rows behind it."""
    runs = [Run(text)]
    for row in rows[:most]:
        runs += [Run(" "), cite(row)]
    return tuple(runs)
