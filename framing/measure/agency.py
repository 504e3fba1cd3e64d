"""Who does what to whom in accounts of harm, and how often nobody does it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from framing.grouping import group_by
from framing.measure.counting import most_counted, ratios, share_of
from framing.measure.ledger import OWN
from framing.measure.question import MINOR, Contrast, ContrastSide, Feature, say_sides, shrink
from framing.say import listed, number, percent, plural
from framing.stats import Rate

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

DOER = 0.9  # confidence from which somebody is printed as the doer of harm
SUFFERER = 0.8  # and as whoever suffers it
OTHERS = ("attributed", "quoted")  # voices of those whom the outlet lets speak
TOP = 12  # parties and event words that are kept
EVENTS_FROM = 5.0  # acts of harm on each side of a contrast
APART = 0.2  # shares of a contrast must differ by that much
HALF = 5.0  # acts of harm at which a contrast keeps half of its strength


@dataclass(frozen=True, slots=True)
class AgencyShares:
    """Who does what to whom in one source's own accounts of harm; counts are sums of `share`, above 0."""

    source: str
    deleted: Rate  # share of the events of harm that name nobody who did it, in [0, 1]
    agents: tuple[tuple[str, str, float, tuple[str, ...]], ...]  # (actor id, name, count, rows) of who does it
    patients: tuple[tuple[str, str, float, tuple[str, ...]], ...]  # the same, of who suffers it
    accused: tuple[tuple[str, str, float, tuple[str, ...]], ...]  # of whom others say it: "NAME (says WHO)"
    events: tuple[tuple[str, float, tuple[str, ...]], ...]  # (event word, count, rows) of those without an agent


def measure(ledger: Ledger, source: int) -> AgencyShares:
    """Who does what to whom in a source's own accounts of harm, and how often nobody does it."""
    rows = ledger.rows("agency", source, OWN)
    deleted = rows[rows["label"] == "agent_deleted"]
    return AgencyShares(
        source=ledger.sources[source],
        deleted=share_of(ledger, deleted, rows, source, "share of events of harm"),
        agents=_parties(ledger, rows[rows["confidence"] >= DOER], "agents"),
        patients=_parties(ledger, rows[rows["confidence"] >= SUFFERER], "patients"),
        accused=_accused(ledger, source),
        events=most_counted(ledger, deleted, "event", TOP),
    )


def _parties(ledger: Ledger, rows: pd.DataFrame, role: str) -> tuple[tuple[str, str, float, tuple[str, ...]], ...]:
    """Actors in a role with count and rows, most frequent first."""
    columns = (rows[name].tolist() for name in (role, "share", "at"))
    spread = ((str(actor), share, at) for actors, share, at in zip(*columns, strict=True) for actor in actors)
    found = []
    for actor, part in sorted(group_by(spread, itemgetter(0)).items()):
        _, shares, places = zip(*part, strict=True)
        found.append((actor, ledger.roster.name(actor), math.fsum(shares), tuple(ledger.ids[list(places)])))
    return tuple(sorted(found, key=lambda party: (-party[2], party[1]))[:TOP])


def _accused(ledger: Ledger, source: int) -> tuple[tuple[str, str, float, tuple[str, ...]], ...]:
    """Who is said by others to have done harm, with those who say so, most frequent first."""
    rows = ledger.rows("agency", source)
    rows = rows[rows["voice"].isin(OTHERS) & (rows["confidence"] >= SUFFERER)]
    said = rows.assign(by=[str(name) for name in ledger.cells(rows, "speaker")])
    return tuple(
        (actor, f"{name} (says {listed(sayers)})" if (sayers := _sayers(said, ids, ledger)) else name, count, ids)
        for actor, name, count, ids in _parties(ledger, rows, "agents")
    )


def _sayers(said: pd.DataFrame, ids: Sequence[str], ledger: Ledger) -> list[str]:
    """Those who say it in some rows, each once, the first two."""
    wanted = set(ids)
    names = [by for by, one in zip(said["by"], ledger.cells(said, "id"), strict=True) if one in wanted and by]
    return list(dict.fromkeys(names))[:2]


def lines(agency: AgencyShares) -> Iterator[str]:
    """How many acts of harm in one source’s own voice name nobody who did it."""
    events = agency.deleted.denominator
    if events >= 1:
        words = [f"“{name}”" for name, _, _ in agency.events[:3]]
        tail = f" ({listed(words)})" if words else ""
        yield (
            f"Of {plural(events, 'act')} of harm in its own voice, {number(agency.deleted.count)} "
            f"{'has' if round(agency.deleted.count, 1) == 1 else 'have'} nobody who did it{tail}."
        )


def features(ledger: Ledger) -> Iterator[Feature]:
    """The share of harm in its own voice that nobody did."""
    rows = ledger.rows("agency", voice=OWN)
    events, hidden = ledger.sums(rows), ledger.sums(rows[rows["label"] == "agent_deleted"])
    what = "harm without saying who did it"
    yield Feature(
        "agency/deleted", "exploratory", f"the share of {what}", f"report more {what}",
        "share of events of harm", ratios(hidden, events), hidden,
    )  # fmt: skip


def contrasts(agency: Sequence[AgencyShares]) -> Iterator[Contrast]:
    """Sources that name and that hide who did harm."""
    enough = [one for one in agency if one.deleted.denominator >= EVENTS_FROM]
    if len(enough) < 2:
        return
    low, high = min(enough, key=lambda one: one.deleted.value), max(enough, key=lambda one: one.deleted.value)
    gap = high.deleted.value - low.deleted.value
    if gap < APART:
        return
    sides = tuple(_side(one) for one in (high, low))
    strength = shrink(MINOR * gap, min(low.deleted.denominator, high.deleted.denominator), HALF)
    yield Contrast("agency", "Harm with and without a doer", "", f"{say_sides(sides)}.", sides, strength, False)


def _side(one: AgencyShares) -> ContrastSide:
    accounts = plural(one.deleted.denominator, "own account")
    text = f"{percent(one.deleted.value)} of its {accounts} of harm name nobody who did it"
    return ContrastSide(one.source, text, OWN, "", one.deleted.count, None, one.deleted.rows)
