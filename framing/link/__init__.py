"""The same actor across articles: sightings of one run -> one roster, with sources, counts and doubts.

Names are compared, not articles: a surname goes to the one person of its event who bears it, a misspelt name to the
name that differs by one slip, an acronym to the organisation whose initials it gives. What is less than certain is
listed as a doubt, and a user's actors file has the last word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framing.folder import open_file
from framing.link.actor_kinds import decide_kind, say_why, tell_pronouns
from framing.link.compare import person_name
from framing.link.joined import say_joins
from framing.link.names import COMMON, OFTEN, link_names
from framing.link.offices import NOBODY_ELSE, find_holders
from framing.link.records import Doubt, Roster, Sighting
from framing.model import Actor, nature_of
from framing.names import is_slipped
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor, make_slug
from framing.packs.tomlfile import toml_text

if TYPE_CHECKING:
    import pandas as pd


def link_actors(sightings: Iterable[Sighting], words: ActorWords, edits: Sequence[KnownActor] | None = None) -> Roster:
    """One roster for a run; `edits` are the entries of a user's actors file, which have the last word."""
    every = sorted(sightings, key=lambda s: (s.article, s.actor.id))
    seen = [sighting for sighting in every if sighting.mentions and not sighting.actor.office]
    names, unsure = link_names(seen, words)
    doubts = [Doubt(*one) for one in unsure]
    merged = {other: entry.id for entry in edits or () for other in entry.merge}
    ids: dict[tuple[str, str], str] = {}
    members: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        found = sighting.actor.id if sighting.actor.known else names.find(sighting)
        roster = merged.get(found, found)
        ids[sighting.article, sighting.actor.id] = roster
        members[roster].append(sighting)
    told = find_holders([s for s in every if s.actor.office], seen, ids)
    for sighting, holder in told:
        roster = merged.get(holder.id, holder.id)
        ids[sighting.article, sighting.actor.id] = roster
        members[roster].append(sighting._replace(actor=holder))
    doubts += [Doubt(one.id, f"{s.actor.office} of {s.actor.name}", NOBODY_ELSE) for s, one in told if one.holds]
    for sighting in every:  # whom nobody mentions, but a wording of a pack concerns
        if not sighting.mentions:
            members.setdefault(merged.get(sighting.actor.id, sighting.actor.id), [sighting])
    for group in members.values():  # whom somebody acts for is named by the ids of the article, too
        for number, one in enumerate(group):
            state = ids.get((one.article, one.actor.member_of), one.actor.member_of) if one.actor.member_of else ""
            if state != one.actor.member_of:
                group[number] = one._replace(actor=replace(one.actor, member_of=state))
    own = {entry.id: entry for entry in edits or ()}
    actors = [_one_actor(roster, group, own.get(roster)) for roster, group in members.items()]
    actors.sort(key=lambda a: _rank(a.id, members[a.id], own.get(a.id)))
    sources = {actor.id: _by_source(members[actor.id]) for actor in actors}
    doubts += [
        doubt for actor in actors if actor.nature == "person" and not actor.known for doubt in _misspellings(actor)
    ]
    kept = tuple(sorted({d for d in doubts if d.actor in members and d.other not in merged}))
    return Roster(tuple(actors), ids, sources, kept)


def _one_actor(roster: str, group: Sequence[Sighting], edit: KnownActor | None) -> Actor:
    """The roster's actor: its commonest full name, every alias, and what the user wrote over it."""
    first = next((s.actor for s in group if s.actor.known), None)
    names: Counter[str] = Counter()
    for sighting in group:
        names[sighting.actor.name] += sighting.mentions  # type: ignore[assignment]
    name = first.name if first else max(sorted(names), key=lambda n: (" " in n, names[n]))
    every = {alias for s in group for alias in (s.actor.name, *s.actor.aliases)} - {name}
    aliases = {alias for alias in every if not _is_glued(alias, name, names)}
    member = _choose_member(group)
    kind = decide_kind(group)
    actor = replace(
        first or group[0].actor,
        id=roster,
        name=name,
        kind=kind,
        pronouns=tell_pronouns(group) if nature_of(kind) == "person" else "",
        told=tuple(one for s in group for one in s.actor.told),
        member_of="" if member == roster else member,
        aliases=tuple(sorted(aliases)),
    )
    if edit is None:
        return actor
    member = edit.member_of or actor.member_of
    return replace(actor, name=edit.name, kind=edit.kind, side=edit.side or actor.side, member_of=member)


def _choose_member(group: Sequence[Sighting]) -> str:
    """Whom an actor acts for: what most of the articles that tell it say; one alone of many has made a slip."""
    told = Counter(s.actor.member_of for s in group if s.actor.member_of)
    member, times = max(sorted(told.items()), key=lambda one: one[1], default=("", 0))
    return member if times > 1 or len(group) <= OFTEN else ""


def _is_glued(alias: str, name: str, names: Mapping[str, float]) -> bool:
    """Whether a rare alias is the full name with words of its surroundings: "Year Ada Lang"."""
    parts, whole = make_slug(alias).split("-"), make_slug(name).split("-")
    inside = any(parts[start : start + len(whole)] == whole for start in range(len(parts) - len(whole) + 1))
    return len(whole) > 1 and inside and len(parts) > len(whole) and names.get(alias, 0.0) < COMMON * names[name]


def _misspellings(actor: Actor) -> list[Doubt]:
    """Doubts about aliases that differ from the surname by one letter and were taken for it inside an article."""
    surname = person_name(make_slug(actor.name)).last
    slugs = [make_slug(alias) for alias in actor.aliases]
    return [Doubt(actor.id, slug, "the surname differs by one letter") for slug in slugs if is_slipped(slug, surname)]


def _by_source(group: Sequence[Sighting]) -> dict[str, float]:
    """Mentions of an actor by source, sources in alphabetical order."""
    return {
        source: sum(s.mentions for s in group if s.source == source) for source in sorted({s.source for s in group})
    }


def _rank(roster: str, group: Sequence[Sighting], edit: KnownActor | None) -> tuple[float, float, float, str]:
    """Sort key: the user's order, then sources that name it weighed with mentions and headlines, then the id."""
    sources = len({s.source for s in group})
    weight = sum(min(s.mentions, 20.0) for s in group) + 3.0 * sum(s.headline for s in group)
    wish = float(edit.order) if edit and edit.order else float("inf")
    return (wish, -float(sources) * weight, -weight, roster)


def find_side(roster: Roster, actor: str) -> tuple[str, str]:
    """The side that an actor counts for in charts by side, and how it came by it; ("", "") when it has none.

    A side that a pack or a user's file gives comes first, then that of whoever the actor acts for; a state is its own.
    """
    by_id = {one.id: one for one in roster.actors}
    seen: list[str] = []
    while actor in by_id and actor not in seen:
        one = by_id[actor]
        how = f"acts for {one.name}" if seen else ""
        if one.side:
            return one.side, how or "given"
        if one.kind == "state" and not one.member_of:
            return one.name, how or "a state of its own"
        seen.append(actor)
        actor = one.member_of
    return "", ""


def roster_table(roster: Roster, words: ActorWords) -> pd.DataFrame:
    """The roster as a table, one row an actor: mentions by source, kinds, sides, joined names and doubts with why."""
    import pandas as pd

    sources = sorted({source for counts in roster.sources.values() for source in counts})
    doubts: dict[str, list[str]] = defaultdict(list)
    for doubt in roster.doubts:
        doubts[doubt.actor].append(f"{doubt.other}: {doubt.why}")
    rows = [
        (
            actor.id, actor.name, actor.kind, say_why(actor), actor.pronouns, actor.member_of,
            *find_side(roster, actor.id), round(roster.mentions(actor.id), 2),
            *(round(roster.sources[actor.id].get(source, 0.0), 2) for source in sources),
            "; ".join(actor.aliases), "; ".join(say_joins(actor, words)), "; ".join(doubts[actor.id]),
        )
        for actor in roster.actors
    ]  # fmt: skip
    about = ("actor", "name", "kind", "kind_by", "pronouns", "member_of", "side", "side_by", "mentions")
    return pd.DataFrame(rows, columns=[*about, *sources, "aliases", "joined", "doubts"])


_PREFACE = """\
# Who is who in this run, most prominent first. Edit, save, and give the file to any command with --actors.
#   name, side      as reports shall print them; actors of one side share it in charts by side
#   order           place in charts and colours, 1 first
#   merge           ids of other entries that are this same actor: merge = ["d-harker"]
#   split           names among the aliases that are somebody else: split = ["Dale"]
# Delete what you do not want to change; an entry that is missing is found in the texts as before.
"""


def write_actors_file(roster: Roster, path: Path, *, least: float = 2.0) -> int:
    """Number of actors written to an editable TOML file: those with at least `least` mentions, numbered in order."""
    chosen = [actor for actor in roster.actors if roster.mentions(actor.id) >= least]
    doubts: dict[str, list[str]] = defaultdict(list)
    for doubt in roster.doubts:
        doubts[doubt.actor].append(f"# doubt: {doubt.other}: {doubt.why}\n")
    blocks = [_PREFACE, *(_entry(actor, i, doubts[actor.id], roster) for i, actor in enumerate(chosen, 1))]
    with open_file(path) as aside:
        aside.write_text("\n".join(blocks), encoding="utf-8", newline="\n")
    return len(chosen)


def _entry(actor: Actor, order: int, doubts: Sequence[str], roster: Roster) -> str:
    """One actor in TOML, with its counts as a comment."""
    counts = ", ".join(f"{source} {count:g}" for source, count in roster.sources[actor.id].items())
    fields: dict[str, object] = {"id": actor.id, "name": actor.name, "kind": actor.kind}
    fields |= {key: value for key in ("member_of", "side") if (value := getattr(actor, key))}
    own = [] if actor.known else [actor.name, *actor.aliases]  # the name, too, so that a new one does not lose it
    fields |= {"aliases": own, "order": order, "merge": [], "split": []}
    return f"# {counts}\n{''.join(doubts)}[[actor]]\n{toml_text(fields)}"
