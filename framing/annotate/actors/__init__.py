"""Who is who in one article: `find_actors` gives every mention and every actor that is mentioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.actors.bodies import find_bodies, find_own_bodies
from framing.annotate.actors.candidates import make_candidates
from framing.annotate.actors.generations import find_kin
from framing.annotate.actors.groups import group_names, kind_by_words
from framing.annotate.actors.kinds import Cluster, Surroundings, describe_cluster, full_name, join_words
from framing.annotate.actors.known import Hit, find_known
from framing.annotate.actors.names import Name, cut_titles, find_runs
from framing.annotate.actors.newstates import find_new_states
from framing.annotate.actors.nouns import Noun, find_groups
from framing.annotate.actors.phrases import add_phrases
from framing.annotate.actors.pronouns import PERSONAL, resolve_pronouns
from framing.annotate.actors.roles import find_roles, list_bearers
from framing.annotate.actors.shortforms import Occurrence
from framing.annotate.actors.states import find_state_mentions
from framing.model import Actor, Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors, make_slug
from framing.syntax.quotation_marks import flag_double_quoted
from framing.syntax.tree import head_of_name

__all__ = ["find_actors"]


def find_actors(parsed: Parsed, known: KnownActors, words: ActorWords) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions in text order, and the actors they name, most mentioned first; new actors' ids open with "~"."""
    hits = find_known(parsed, known)
    occurrences, rest = _read_names(parsed, hits, known, words)
    states = find_new_states(parsed, occurrences, words)
    if states.entries:
        known = replace(known, entries={**known.entries, **states.entries})
        occurrences = [o for o in occurrences if " ".join(o.name.words) not in states.words]
        inside = {t for o in occurrences for t in range(o.name.opening, o.name.last + 1)}
        alone = [hit for hit in states.hits if hit.first not in inside]
        hits, rest = [*hits, *alone], [*rest, *alone]
    clusters = _cluster(parsed, occurrences, hits, known, words)
    mentions = find_state_mentions(parsed, rest, known, words)
    taken = _taken(parsed, mentions, clusters)
    names = {c.id: c.name for c in clusters if c.kind == "person"}
    bodies = find_bodies(parsed, taken, names, words)
    nouns = [
        *find_groups(parsed, taken, words),
        *bodies,
        *find_roles(parsed, list_bearers(parsed, clusters, mentions, known, words), hits, known, words),
    ]
    people = [parsed.span(n.first, n.last) for n in nouns if n.label == "title"]
    mentions = [m for m in mentions if m.label != "demonym" or not any(m.span.overlaps(span) for span in people)]
    candidates = make_candidates(parsed, clusters, mentions, nouns, known)
    resolved = resolve_pronouns(parsed, candidates, flag_double_quoted(parsed), words)
    persons = {r.actors[0] for r in resolved if parsed.lowers[r.token] in PERSONAL}
    clusters = [_settle(c, persons) for c in clusters]
    mentions += [m for c in clusters if c.kind in ("person", "organisation") for m in _name_mentions(parsed, c)]
    holders = {n.last: n.actor for n in nouns} | taken | {r.token: r.actors[0] for r in resolved if len(r.actors) == 1}
    nouns += find_own_bodies(parsed, bodies, holders, names, words)
    mentions += [
        Mention(parsed.span(n.first, n.last), n.last, n.label, n.actor, n.confidence, n.share, "noun")  # type: ignore[arg-type]
        for n in nouns
    ]
    for token, ids, confidence in resolved:
        span = parsed.span(token, token)
        mentions += [Mention(span, token, "pronoun", i, confidence, 1 / len(ids), "pronoun") for i in ids]
    mentions = sorted(add_phrases(parsed, mentions, words), key=lambda m: (m.span, m.actor))
    return tuple(mentions), _actors(mentions, clusters, nouns, known)


def _read_names(
    parsed: Parsed, hits: Sequence[Hit], known: KnownActors, words: ActorWords
) -> tuple[list[Occurrence], list[Hit]]:
    """Proper names that the roster does not settle as states, and the roster's hits that stand alone."""
    occurrences: list[Occurrence] = []
    taken: set[Hit] = set()
    by_first = {hit.first: hit for hit in hits if hit.actor}
    by_token = {token: hit for hit in hits for token in range(hit.first, hit.last + 1)}
    kinds: dict[Name, str] = {}
    for first, last in find_runs(parsed, words):
        if _is_contest(parsed, first, last, words) or _is_half(parsed, first, last, words):
            taken.update(by_token[t] for t in range(first, last + 1) if t in by_token)
            continue
        start = first
        while (hit := by_first.get(start)) is not None and hit.last < last:
            if not _is_modifier(parsed, hit, last, known, words):
                break
            start = hit.last + 1
        name = cut_titles(parsed, start, last, words)
        inner = [by_token[t] for t in range(start, last + 1) if t in by_token]
        whole = next((h for h in inner if h.first <= name.first and h.last >= last), None)
        if whole is not None and not whole.actor:
            taken.update(inner)
            occurrences.append(Occurrence(name, "", "namesake"))
            continue
        if whole is not None and known.entries[whole.actor].kind != "person":
            continue
        taken.update(inner)
        bare = name._replace(first=0, last=0, opening=-1)
        if bare not in kinds:
            kinds[bare] = kind_by_words(bare, words)
        kind = "person" if whole else _kind_here(parsed, name, first, kinds[bare], words)
        occurrences.append(Occurrence(name, whole.actor if whole else "", kind))
    return occurrences, [hit for hit in hits if hit not in taken and hit.actor]


def _kind_here(parsed: Parsed, name: Name, first: int, kind: str, words: ActorWords) -> str:
    """The kind of a name that its words tell (`kind`), or what stands around this occurrence."""
    single = len(name.words) == 1
    if single and not name.titles and _is_town(parsed, name.last, words):
        return "place"
    if parsed.lowers[name.last] not in words.organisations and _is_kindred(parsed, first, name.last):
        return "group"
    if not kind and single and first and parsed.lowers[first - 1] in words.place_words:
        return "site"
    return kind


def _is_kindred(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a surname in the plural means several people: "the Marwicks"."""
    if first == last and parsed.tags[last] == "NNPS" and parsed.lowers[last].endswith(("ians", "ites")):
        return True  # "Missourians"
    several = first == last and first > 0 and parsed.tags[last] == "NNPS" and parsed.lowers[first - 1] == "the"
    return several and parsed.words[last].removesuffix("s") in parsed.words


_CONTEST_NOUNS = (
    "race seat bid primary candidate candidates candidacy nominee nomination contender hopeful contest runoff"
)
_CONTESTS = frozenset(_CONTEST_NOUNS.split())


def _is_contest(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether a chamber only tells what is run for, or is named with the other one: "Senate race", "House-Senate"."""
    if parsed.lowers[last] not in words.chambers:
        return False
    both = last == first + 2 and parsed.words[first + 1] == "-" and parsed.lowers[first] in words.chambers
    return both or not _CONTESTS.isdisjoint(parsed.lowers[last + 1 : last + 2])


def _is_half(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether a run belongs to somebody or something larger: "the Marwick family feud", "Nell's Orchard", "R-Ohio"."""
    if parsed.words[first] in _SIDES and parsed.words[first + 1 : first + 2] == ("-",):
        return True
    after = last + 1 < len(parsed) and parsed.heads[last] == last + 1 and parsed.lowers[last + 1] in _FAMILY
    return (after and parsed.deps[last + 1] in ("compound", "nmod")) or _is_of_place(parsed, first, last, words)


_SIDES = frozenset(("R", "D", "I"))
_FAMILY = frozenset(("family", "clan", "siblings", "household"))


def _is_of_place(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether a run is half of a name with a possessive: "Nell's Orchard", where no Nell is named otherwise."""
    owner = first - 2 if first > 1 and parsed.lowers[first - 1] in _POSSESSIVE else first
    if owner == first and (first != last or parsed.lowers[last + 1 : last + 2] not in _POSSESSIVES):
        return False
    if parsed.lowers[owner] not in words.first_names or owner + 2 >= len(parsed):
        return False
    place = parsed.words[owner + 2]
    if not place[0].isupper() or parsed.pos[owner + 2] != "PROPN":
        return False
    again = (t for t, word in enumerate(parsed.words) if word == parsed.words[owner])
    return all(parsed.words[t + 2 : t + 3] == (place,) and parsed.lowers[t + 1] in _POSSESSIVE for t in again)


_POSSESSIVE = ("'s", "’s")
_POSSESSIVES = tuple((mark,) for mark in _POSSESSIVE)


def _is_town(parsed: Parsed, last: int, words: ActorWords) -> bool:
    """Whether the short form of a state follows: "Austin, Tex."."""
    return parsed.words[last + 1 : last + 2] == (",",) and not words.abbreviations.isdisjoint(
        parsed.lowers[last + 2 : last + 3]
    )


def _is_modifier(parsed: Parsed, hit: Hit, last: int, known: KnownActors, words: ActorWords) -> bool:
    """Whether a known name opens a run only to say whose officer or office follows: "Russia President …".

    A body that is named after a party or a state, such as the Republican National Committee, keeps its whole name.
    """
    following, closing = parsed.lowers[hit.last + 1], parsed.lowers[last]
    state = known.entries[hit.actor].kind == "state"
    if closing in words.organisations and (closing in words.chambers if state else closing not in words.public):
        return False
    return following in words.titles or following in words.before_titles


def _cluster(
    parsed: Parsed, occurrences: Sequence[Occurrence], hits: Sequence[Hit], known: KnownActors, words: ActorWords
) -> list[Cluster]:
    """The occurrences of each name together, in order of first appearance."""
    members: dict[int, list[Occurrence]] = {}
    kin = find_kin(parsed, occurrences)
    groups = group_names(occurrences, words, _brackets(parsed, occurrences), frozenset(parsed.words), kin)
    for occurrence, number in zip(occurrences, groups, strict=True):
        members.setdefault(number, []).append(occurrence)
    owners = {token: hit.actor for hit in hits if hit.actor for token in range(hit.first, hit.last + 1)}
    for group in members.values():
        if any(o.kind == "organisation" for o in group):
            full = full_name([o.name for o in group])
            owners.update({t: f"~{make_slug(full)}" for o in group for t in range(o.name.first, o.name.last + 1)})
    heads = {o.name.last: head_of_name(parsed, o.name.first, o.name.last) for o in occurrences}
    around = Surroundings(
        heads=heads,
        persons=frozenset(heads[o.name.last] for o in occurrences if o.kind == "person"),
        owners=owners,
        openings=frozenset(first for first, _ in parsed.sentences),
    )
    return [describe_cluster(parsed, group, known, words, around) for group in members.values()]


def _brackets(parsed: Parsed, occurrences: Sequence[Occurrence]) -> dict[int, int]:
    """Short forms that stand in brackets right behind a longer name: "Quayside Workers Union (QWU)"."""
    found = {}
    for index in range(1, len(occurrences)):
        full, short = occurrences[index - 1].name, occurrences[index].name
        behind = short.first == full.last + 2 and parsed.words[short.first - 1] == "("
        if behind and len(short.words) == 1 and short.words[0].isupper() and len(full.words) > 1:
            found[index] = index - 1
    return found


def _settle(cluster: Cluster, persons: set[str]) -> Cluster:
    """An open kind decided: whom he or she refers to is a person, who else acts is an organisation."""
    if cluster.kind not in ("", "agent"):
        return cluster
    kind = "person" if cluster.id in persons else "organisation" if cluster.kind == "agent" else ""
    return cluster._replace(kind=kind)


def _name_mentions(parsed: Parsed, cluster: Cluster) -> list[Mention]:
    """A mention for every name of a cluster."""
    return [
        Mention(parsed.span(name.first, name.last), head, "name", cluster.id, 0.9, 1.0, "name")
        for name, head in zip(cluster.names, cluster.heads, strict=True)
    ]


def _taken(parsed: Parsed, mentions: Sequence[Mention], clusters: Sequence[Cluster]) -> dict[int, str]:
    """Tokens that belong to a name already, with its actor."""
    taken = {token: m.actor for m in mentions for token in parsed.tokens_in(m.span)}
    for cluster in clusters:
        if cluster.kind in ("person", "organisation"):
            taken.update({t: cluster.id for n in cluster.names for t in range(n.first, n.last + 1)})
    return taken


def _actors(
    mentions: Sequence[Mention], clusters: Sequence[Cluster], nouns: Sequence[Noun], known: KnownActors
) -> tuple[Actor, ...]:
    """The actors that are mentioned, most mentioned first."""
    count: Counter[str] = Counter(m.actor for m in mentions)
    found: dict[str, Actor] = {n.actor: Actor(n.actor, n.name, n.kind) for n in nouns if n.actor.startswith("~")}  # type: ignore[arg-type]
    for cluster in clusters:
        if cluster.kind not in ("person", "organisation"):
            continue  # a thing or a place may share its id with a group
        aliases = tuple(sorted({join_words(n) for n in cluster.names} - {cluster.name}))
        found[cluster.id] = Actor(cluster.id, cluster.name, cluster.kind, cluster.member_of, aliases=aliases)  # type: ignore[arg-type]
    for identity in count:
        if (entry := known.entries.get(identity)) is not None:
            held = not identity.startswith("~")  # a state that the text itself introduced is not known elsewhere
            found[identity] = Actor(identity, entry.name, entry.kind, entry.member_of, entry.side, entry.aliases, held)
    for identity, actor in found.items():
        if actor.member_of and actor.member_of not in count and actor.member_of not in known.entries:
            found[identity] = replace(actor, member_of="")
    return tuple(sorted((found[i] for i in count), key=lambda a: (-count[a.id], a.id)))
