"""The same actor across articles: sightings of one run -> one roster, with sources, counts and doubts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from framing.annotate.actors.groups import is_slip
from framing.model import Actor
from framing.packs.roster import KnownActor, make_slug


class Sighting(NamedTuple):
    """An actor as one article has it. `mentions` sums shares; `texts` are the different ways it is written there."""

    article: str
    source: str
    event: str
    actor: Actor
    mentions: float
    texts: tuple[str, ...]
    headline: bool = False


class Doubt(NamedTuple):
    """Two entries of the roster that may be one actor, or one that may be two; `why` says what was seen."""

    actor: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Every actor of a run, most prominent first; `ids` turns (article, id in that article) into a roster id."""

    actors: tuple[Actor, ...]
    ids: Mapping[tuple[str, str], str]
    sources: Mapping[str, Mapping[str, float]]  # roster id -> source -> mentions
    doubts: tuple[Doubt, ...] = ()

    def mentions(self, actor: str) -> float:
        """Mentions of an actor in all sources together."""
        return sum(self.sources.get(actor, {}).values())


def link_actors(sightings: Iterable[Sighting], edits: Sequence[KnownActor] | None = None) -> Roster:
    """One roster for a run; `edits` are the entries of a user's actors file, which have the last word."""
    seen = sorted(sightings, key=lambda s: (s.article, s.actor.id))
    clusters, doubts = _cluster(seen)
    merged = {other: entry.id for entry in edits or () for other in entry.merge}
    ids: dict[tuple[str, str], str] = {}
    members: dict[str, list[Sighting]] = defaultdict(list)
    for sighting, cluster in zip(seen, clusters, strict=True):
        roster = merged.get(cluster, cluster)
        ids[sighting.article, sighting.actor.id] = roster
        members[roster].append(sighting)
    own = {entry.id: entry for entry in edits or ()}
    actors = [_one_actor(roster, group, own.get(roster)) for roster, group in members.items()]
    sources = {roster: _by_source(group) for roster, group in members.items()}
    actors.sort(key=lambda a: _rank(a.id, members[a.id], own.get(a.id)))
    known = {a.id for a in actors}
    return Roster(
        tuple(actors), ids, sources, tuple(d for d in doubts if {d.actor, d.other} <= known and d.actor != d.other)
    )


def _cluster(seen: Sequence[Sighting]) -> tuple[list[str], list[Doubt]]:
    """The roster id of every sighting, and what is doubtful about it."""
    ids: list[str] = [s.actor.id if s.actor.known else "" for s in seen]
    known = set(filter(None, ids))
    by_name: dict[tuple[str, str], str] = {}
    doubts: list[Doubt] = []
    for long in (True, False):
        for index, sighting in enumerate(seen):
            actor = sighting.actor
            if ids[index] or (" " in actor.name) != long:
                continue
            key = (make_slug(actor.name), actor.kind)
            if key not in by_name:
                match, why = _like(actor, by_name)
                if match and why:
                    doubts.append(Doubt(match, make_slug(actor.name), why))
                by_name[key] = match or _free(make_slug(actor.name), known)
            ids[index] = by_name[key]
    return ids, doubts


def _free(slug: str, known: set[str]) -> str:
    """The slug, or the slug with a number when a known actor has that id."""
    return slug if slug not in known else f"{slug}-2"


def _like(actor: Actor, by_name: Mapping[tuple[str, str], str]) -> tuple[str, str]:
    """The roster id that a new name belongs to, or ""; with a reason when a person should look at it."""
    slug = make_slug(actor.name)
    parts = slug.split("-")
    ends, slips = set(), set()
    for (other, kind), roster in by_name.items():
        if kind != actor.kind:
            continue
        theirs = other.split("-")
        if len(parts) == 1 and len(theirs) > 1:
            if parts[0] in (theirs[-1], theirs[0] if actor.kind != "person" else ""):
                ends.add(roster)
            elif _slipped(parts[0], theirs[-1]):
                slips.add(roster)
        elif len(parts) > 1 and parts[:-1] == theirs[:-1] and _slipped(parts[-1], theirs[-1]):
            slips.add(roster)
    for found, why in ((ends, ""), (slips, f"{actor.name} is spelt with one letter different")):
        if len(found) == 1:
            return found.pop(), why
    return "", ""


def _slipped(one: str, two: str) -> bool:
    """Whether two surnames of six letters or more differ by one slip and share the first letter."""
    return min(len(one), len(two)) >= 6 and one[0] == two[0] and is_slip(one, two)


def _one_actor(roster: str, group: Sequence[Sighting], edit: KnownActor | None) -> Actor:
    """The roster's actor: its fullest common name, every alias, and what the user wrote over it."""
    known = next((s.actor for s in group if s.actor.known), None)
    names = Counter({name: 0.0 for s in group for name in (s.actor.name, *s.actor.aliases)})
    for sighting in group:
        names[sighting.actor.name] += sighting.mentions
    name = known.name if known else max(sorted(names), key=lambda n: (names[n] > 0 and " " in n, names[n]))
    first = known or group[0].actor
    member = next((s.actor.member_of for s in group if s.actor.member_of), "")
    actor = replace(first, id=roster, name=name, member_of=member, aliases=tuple(sorted(set(names) - {name})))
    if edit is None:
        return actor
    return replace(
        actor, name=edit.name, kind=edit.kind, side=edit.side or actor.side, member_of=edit.member_of or member
    )


def _by_source(group: Sequence[Sighting]) -> dict[str, float]:
    """Mentions of an actor by source, sources in alphabetical order."""
    count: Counter[str] = Counter()
    for sighting in group:
        count[sighting.source] += sighting.mentions  # type: ignore[assignment]
    return {source: float(count[source]) for source in sorted(count)}


def _rank(roster: str, group: Sequence[Sighting], edit: KnownActor | None) -> tuple[float, ...] | tuple[object, ...]:
    """Sort key: the user's order, then sources and articles that name it, headlines, mentions."""
    sources = len({s.source for s in group})
    articles = len({s.article for s in group})
    wish = edit.order if edit and edit.order else 10**6
    return (wish, -sources, -articles, -sum(s.headline for s in group), -sum(s.mentions for s in group), roster)
