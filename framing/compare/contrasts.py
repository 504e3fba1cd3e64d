"""The strongest contrasts in words, with excerpts side by side: about these articles. Only claims speak of outlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.compare.claim_contrasts import claim_contrasts
from framing.compare.records import Comparison
from framing.measure import agency, loaded, omission, tone, voices, wording
from framing.measure.excerpts import excerpt_at
from framing.measure.ledger import Ledger
from framing.measure.question import Contrast

SHOWN = 8
PER_KIND = 3
ANECDOTES = 3.0  # shared events from which on an omission on one of them weighs less


def find_contrasts(ledger: Ledger, comparison: Comparison) -> tuple[Contrast, ...]:
    """The strongest contrasts of a comparison, at most three of a kind and eight in all, with their excerpts."""
    near = sources_on_the_same(comparison)
    found = [
        *claim_contrasts(comparison),
        *wording.contrasts(comparison.wording, near),
        *voices.contrasts([one for one in comparison.voices if one.source in near]),
        *tone.contrasts([one for one in comparison.tones if one.source in near]),
        *loaded.contrasts([one for one in comparison.loaded if one.source in near]),
        *agency.contrasts([one for one in comparison.agency if one.source in near]),
        *omission.contrasts(comparison.omissions, min(1.0, ANECDOTES / max(1, comparison.shared_events))),
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
