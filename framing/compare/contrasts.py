"""The strongest contrasts in words, with excerpts side by side, and what holds for the outlets themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from framing.compare.absences import need_not_be_named
from framing.compare.claims import THE_OTHERS
from framing.compare.records import Comparison
from framing.measure import agency, loaded, omission, tone, voices, wording
from framing.measure.ledger import OWN, Ledger
from framing.measure.question import Contrast, ContrastSide, Kind, excerpt_at
from framing.profile import Profile
from framing.say import listed, number, of_unit, value

SHOWN = 8  # contrasts in all
PER_KIND = 3  # contrasts of a kind
ANECDOTES = 3.0  # shared events from which on an omission on one of them weighs less
KINDS: dict[str, Kind] = {
    "loaded": "loaded", "words": "voices", "quotes": "voices", "tone": "tone", "wording": "wording", "agency": "agency",
}  # fmt: skip
WORDS = 3  # of a source, behind a claim
ENDS = ("tone", "wording")  # kinds with a topic for each actor or thing; the others are one topic each
PLAIN = {"words", "reading/grade"}  # features about length and difficulty: true, but no contrast in framing


def find_contrasts(ledger: Ledger, comparison: Comparison) -> tuple[Contrast, ...]:
    """The strongest contrasts of a comparison, at most three of a kind and eight in all, with their excerpts."""
    linked = linked_sources(comparison)
    found = [
        *claim_contrasts(comparison),
        *wording.contrasts(comparison.wording, linked),
        *voices.contrasts([one for one in comparison.voices if one.source in linked]),
        *tone.contrasts([one for one in comparison.tones if one.source in linked]),
        *loaded.contrasts([one for one in comparison.loaded if one.source in linked]),
        *agency.contrasts([one for one in comparison.agency if one.source in linked]),
        *omission.contrasts(
            comparison.omissions, need_not_be_named(comparison), min(1.0, ANECDOTES / max(1, comparison.shared_events))
        ),
    ]
    found.sort(key=lambda one: (-one.strength, one.kind, one.title, one.event))
    chosen: list[Contrast] = []
    for one in found:
        if any(_says_the_same(one, other) for other in chosen):
            continue
        if sum(other.kind == one.kind for other in chosen) < PER_KIND and len(chosen) < SHOWN:
            chosen.append(one)
    return _with_excerpts(ledger, chosen)


def linked_sources(comparison: Comparison) -> frozenset[str]:
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
    rows = () if source == THE_OTHERS else _rows(comparison.profiles[source], str(claim["feature"]))
    text = f"{value(float(str(claim['value' + end])), unit)}{of_unit(unit)}"
    return ContrastSide(source, text, OWN, "", float(len(rows)), None, rows)


def _rows(profile: Profile, feature: str) -> tuple[str, ...]:
    """Evidence behind a feature of one source, the row to show first; () when it is counted in words alone."""
    key = feature.split("/")
    match KINDS[key[0]]:
        case "wording":
            return wording.rows_behind(profile.wording, key)
        case "voices":
            return voices.rows_behind(profile.voices, key)
        case "tone":
            return tone.rows_behind(profile.tones, key)
        case "loaded":
            return loaded.rows_behind(profile.loaded, key)
        case "agency":
            return profile.agency.deleted.rows
    return ()


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
