"""What a named thing is (person, organisation, place) and whether it is he or she, from words and from syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.known import Hit
from framing.annotate.actors.names import Occurrence, WrittenName
from framing.annotate.actors.offices import tell_offices
from framing.annotate.actors.traits import NameGroup, Traits
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors, make_slug
from framing.syntax.roles import ADJECTIVES, OBJECTS, dependents, role_of

MOST_WEIGHED = 12  # occurrences of one name


class Cluster(NamedTuple):
    """Every occurrence of one name in an article.

    `kind` is person, organisation, state, place, thing, agent (somebody who acts, a person or an organisation), or "".
    """

    id: str
    name: str
    kind: str
    gender: str  # he, she or ""
    roles: frozenset[str]  # lower-case nouns of office or kinship that the text gives it
    names: tuple[WrittenName, ...]
    member_of: str = ""
    sure: bool = True  # whether the gender is beyond doubt
    told: str = ""  # the gender, where words beside the name say it
    offices: frozenset[str] = frozenset()  # beside the name
    holds: frozenset[str] = frozenset()  # offices in full, those of a former or deputy one left out: "prime minister"


class Surroundings(NamedTuple):
    """What is known of an article before its names are described."""

    persons: frozenset[int]  # head tokens of names that are surely persons
    owners: Mapping[int, str]  # tokens of states and organisations, with their ids
    openings: frozenset[int]  # first tokens of sentences
    parents: frozenset[str] = frozenset()  # words that open the names of organisations
    surnames: frozenset[str] = frozenset()  # of people who are named in full
    initials: int = 0  # names of people with an initial for the given name
    times: Counter[str] = Counter()  # how often each word stands in the article, as it is written


def describe_clusters(
    parsed: Parsed, groups: Sequence[NameGroup], hits: Sequence[Hit], known: KnownActors, words: ActorWords
) -> list[Cluster]:
    """Kind, name, gender and employer of every actor that is named, in order of first appearance."""
    around = Surroundings(
        persons=frozenset(o.name.head for group in groups for o in group.occurrences if o.kind == "person"),
        owners=_list_owners(groups, hits),
        openings=frozenset(first for first, _ in parsed.sentences),
        parents=frozenset(
            o.name.parts[0] for g in groups for o in g.occurrences if o.kind == "organisation" and len(o.name.parts) > 1
        ),
        times=Counter(parsed.words),
        initials=sum(_has_initials(o) for g in groups for o in g.occurrences),
        surnames=frozenset(
            o.name.surname
            for g in groups
            for o in g.occurrences
            if len(o.name.parts) > 1 and (o.kind == "person" or _has_initials(o))
        ),
    )
    told = [tell_offices(parsed, group, words) for group in groups]
    return _with_own_ids([_describe(parsed, *each, known, words, around) for each in zip(groups, told, strict=True)])


def _with_own_ids(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, two of one name told apart by the form of address or office of one: "Ms Lang", "Prince Karl"."""
    taken: set[str] = set()
    found = []
    for cluster in clusters:
        title = next((name.titles[-1] for name in cluster.names if name.titles), "")
        if cluster.id in taken and cluster.id.startswith("~") and (title or " " in cluster.name):
            told = min(cluster.roles or cluster.offices, default="another")
            name = f"{title.capitalize()} {cluster.name}" if title else f"{cluster.name} ({told})"
            cluster = cluster._replace(id=f"~{make_slug(name)}", name=name)
        taken.update([cluster.id] if cluster.kind != "open" else ())
        found.append(cluster)
    return found


def _list_owners(groups: Sequence[NameGroup], hits: Sequence[Hit]) -> dict[int, str]:
    """The states and organisations that somebody may act for, by token."""
    owners = {token: hit.actor for hit in hits if hit.actor for token in range(hit.first, hit.last + 1)}
    for group in groups:
        if any(o.kind == "organisation" for o in group.occurrences):
            identity = f"~{make_slug(full_name([o.name for o in group.occurrences]))}"
            owners.update({t: identity for o in group.occurrences for t in range(o.name.first, o.name.last + 1)})
    return owners


def _describe(
    parsed: Parsed,
    group: NameGroup,
    told: tuple[frozenset[str], frozenset[str]],
    known: KnownActors,
    words: ActorWords,
    around: Surroundings,
) -> Cluster:
    """Kind, name, gender and employer of one actor, of all places where it is named; `told`: its roles and offices."""
    (roles, holds), names, traits = told, tuple(o.name for o in group.occurrences), group.traits
    full = full_name(names)
    identity = next((o.actor for o in group.occurrences if o.actor), "") or f"~{make_slug(full)}"
    entry = known.entries.get(identity)
    kind: str = entry.nature if entry else _kind(parsed, group, roles, words, around)
    if kind in ("agent", "") and all(_is_somebodys(name, around) for name in names):
        kind = "person"
    gender, sure = (entry.gender, True) if entry and entry.gender else _gender(names, roles, words)
    gender = gender if gender in ("he", "she") else ""
    member = entry.member_of if entry else _member(parsed, group, words, around.owners)
    genders = [one.gender for one in traits if one.gender]
    if len(names[0].parts) == 1 and all(one.age == "sr" for one in traits):
        full = f"{full} Sr."  # "the elder Mr Lang"
        identity = identity if entry else f"~{make_slug(full)}"
    by_traits = Counter(genders).most_common(1)[0][0] if genders else ""
    if by_traits:
        gender, sure = by_traits, True
    return Cluster(
        identity, full, kind, gender, roles, names, "" if member == identity else member, sure,
        by_traits, frozenset(office for one in traits for office in one.offices), holds,
    )  # fmt: skip


def _has_initials(occurrence: Occurrence) -> bool:
    """Whether a name is written with initials and a full stop: "R. J. Lang"."""
    parts = occurrence.name.parts
    initials = all(len(part) == 1 for part in parts[:-1]) and occurrence.name.words[0].endswith(".")
    return occurrence.kind in ("", "person") and len(parts) > 1 and len(parts[-1]) > 1 and initials


def _is_somebodys(name: WrittenName, around: Surroundings) -> bool:
    """Whether a name is the surname of people in the article, whichever is meant, or has initials, as others there."""
    parts = name.parts
    if len(parts) == 1:
        return parts[0] in around.surnames
    return around.initials > 1 and len(parts) == 2 and len(parts[0]) == 1 and name.words[-1].istitle()


def full_name(names: Sequence[WrittenName]) -> str:
    """The form that serves as the name: the commonest of several words, the longest of equals."""
    if len(names) == 1:
        return names[0].written
    count = Counter([name.written for name in names])
    endings = {form for form in count for longer in count if longer.lower().endswith(f" {form.lower()}")}
    return max(count, key=lambda form: (" " in form and form not in endings, count[form], len(form), form))


def _kind(
    parsed: Parsed,
    group: NameGroup,
    roles: frozenset[str],
    words: ActorWords,
    around: Surroundings,
) -> str:
    """The kind with most points, of the first occurrences of a name; "" when nothing tells."""
    times, weighed = len(group.occurrences), group.occurrences[:MOST_WEIGHED]
    points = _points_of_words(weighed, group.traits)
    single = all(len(o.name.words) == 1 for o in weighed)
    first = weighed[0].name
    surname = first.parts[-1] in around.surnames
    if single and not points["person"] and first.parts[0] in around.parents and not surname:
        points["organisation"] += 3  # "Norport", beside "Norport Airways"
    if single and not points["person"]:
        small = around.times[first.words[0].lower()]
        slip = points["organisation"] and times > small  # "members of congress" once, and "Congress" more often
        if small and not slip:
            return "thing"  # the article also writes it as a plain word
    offices = {role.split()[-1] for role in roles}
    if not offices.isdisjoint(words.titles) or not offices.isdisjoint(words.gendered_nouns):
        points["person"] += 3
    elif not offices.isdisjoint(words.organisation_nouns):
        points["organisation"] += 3
    for occurrence, traits in zip(weighed, group.traits, strict=False):
        for kind, weight in _context(parsed, occurrence.name, traits, words, around.persons):
            points[kind] += weight
    if single and _only_qualifies(parsed, weighed, words):
        return "thing"
    agent = points.pop("agent", 0)
    lone = single and times == 1 and first.first in around.openings  # any word is capitalised there
    if agent and not points:
        return "" if lone else "agent"
    return _winner(points, agent)


def _only_qualifies(parsed: Parsed, group: Sequence[Occurrence], words: ActorWords) -> bool:
    """Whether an acronym only says what sort of savings or rights are meant: "IRA savings"."""
    if not all(o.name.words[0].isupper() for o in group):
        return False
    heads = [o.name.head for o in group]
    return all(
        parsed.deps[head] in ("compound", "nmod") and parsed.lowers[parsed.heads[head]] in words.qualified_nouns
        for head in heads
    )


def _points_of_words(group: Sequence[Occurrence], traits: Sequence[Traits]) -> Counter[str]:
    """Points for what the words of the names say, and for being called by a part of a longer name.

    A word for a thing says nothing of its own behind such a name, without "the": "Hill" after "Rose Hill".
    """
    points: Counter[str] = Counter()
    whole = {o.kind for o in group if len(o.name.parts) > 1}
    for occurrence, beside in zip(group, traits, strict=False):
        bare = occurrence.kind == "thing" and len(occurrence.name.parts) == 1 and not beside.definite
        if occurrence.kind and not (bare and whole and whole <= {"", "person"}):
            kind, weight = ("place", 2) if occurrence.kind in ("namesake", "site") else (occurrence.kind, 4)
            points[kind] += weight
    lengths = {len(o.name.parts) for o in group}
    if len(lengths) > 1 and 1 in lengths and not points["organisation"]:
        points["person"] += 2
    return points


def _winner(points: Counter[str], agent: int) -> str:
    """The kind with at least two points and more than any other; who acts is an agent when that does not settle it."""
    if not points:
        return ""
    (kind, most), *others = points.most_common()
    if kind == "place":
        return "agent" if agent > most else "" if others and others[0][1] == most else "place"
    if agent and (most < 2 or (kind == "thing" and agent >= most)):
        return "agent"
    return kind if most >= 2 and (not others or others[0][1] < most) else ""


def _context(
    parsed: Parsed, name: WrittenName, traits: Traits, words: ActorWords, persons: frozenset[int]
) -> list[tuple[str, int]]:
    """What the syntax around one occurrence says about its kind, in points."""
    head = name.head
    dep, governor = role_of(parsed, head)
    found = _by_role(parsed, dep, governor, words)
    if len(name.words) == 1 and parsed.pos[head] == "ADJ" and parsed.deps[head] == "amod":
        found.append(("thing", 2))  # "the Velmoran assault"
    beside = dependents(parsed, head, ADJECTIVES) if len(name.words) > 1 else ()
    if any(parsed.lemma_lowers[one] in words.personal_adjectives for one in beside):
        found.append(("person", 2))  # "the corrupt Piet Lund"
    if _is_followed_by_who(parsed, name.last) or traits.aged:
        found.append(("person", 3))
    if len(name.words) > 1 and _has_officer(parsed, name.last + 1, words):
        found.append(("organisation", 2))
    if parsed.deps[head] == "conj" and parsed.heads[head] in persons:
        found.append(("person", 2))
    if name.opening == name.first and name.first and parsed.lowers[name.first - 1] == "the":
        found.append(("thing", 1))
    return found


def _has_officer(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether an office that firms have, too, and a name follow: "Lum-Vex president Ada Lang"."""
    lower, after = (*parsed.words[token : token + 2], "", "")[:2]
    return lower in words.shared_offices and after[:1].isupper()


def _is_followed_by_who(parsed: Parsed, last: int) -> bool:
    """Whether "who" comes next, behind nothing but marks: "Lund, who"; not "Medicare reformers who"."""
    for token in range(last + 1, min(last + 4, len(parsed))):
        if parsed.lowers[token] in ("who", "whom", "whose"):
            return True
        if parsed.pos[token] != "PUNCT":
            return False
    return False


def _by_role(parsed: Parsed, dep: str, governor: int, words: ActorWords) -> list[tuple[str, int]]:
    """Points for what a name does, suffers, or stands behind."""
    lemma = parsed.lemmas[governor]
    if dep == "nsubj":
        if lemma in words.takes_personal_subject:
            return [("person", 2)]
        return [("agent", 1)] if lemma in words.takes_actor_subject else []
    if dep in ("compound", "nmod", "poss"):
        return _by_possession(parsed.lowers[governor], dep, words)
    if dep == "pobj":
        above = parsed.heads[governor]
        if parsed.lowers[above] in words.employer_nouns and parsed.lowers[governor] in ("of", "for", "at", "in"):
            return [("organisation", 2)]
        if parsed.lowers[governor] in words.place_prepositions:
            return [("place", 2 if parsed.pos[above] == "VERB" else 1)]
    if dep in OBJECTS and lemma in words.takes_personal_object:
        return [("person", 2)]
    return [("agent", 1)] if dep in OBJECTS and lemma in words.takes_actor_object else []


def _by_possession(noun: str, dep: str, words: ActorWords) -> list[tuple[str, int]]:
    """Points for what follows a name: "a Microsoft spokeswoman", "Newsweek's cover", "the Harker administration"."""
    if noun == "administration":
        return [("person", 2)] if dep != "poss" else []
    if noun in words.firm_possessions or (dep != "poss" and noun in words.employer_nouns):
        return [("organisation", 2)]
    return [("organisation", 1)] if noun in words.firm_possessions_weak else []


def _member(parsed: Parsed, group: NameGroup, words: ActorWords, owners: Mapping[int, str]) -> str:
    """Id of the state or organisation that a person is said to act for, or "": "Armenian PM X", "X, head of Y"."""
    for (name, *_), traits in zip(*group, strict=True):
        before, head = _before_office(parsed, name.begins - 1, words, owners), name.head
        if before >= 0 and before in owners and parsed.deps[before] not in ("nsubj", "pobj", "dobj", "conj", "appos"):
            return owners[before]
        if name.titles and (found := _owner(parsed, head, owners)):
            return found  # "President Ada Lang of Norland"
        nouns = [c for c in parsed.children[head] if parsed.deps[c] == "appos"]
        nouns += [parsed.heads[head]] if parsed.deps[head] == "appos" else []
        nouns += [traits.office] if traits.office is not None else []
        for noun in nouns:
            if parsed.lowers[noun] in words.titles and (found := _owner(parsed, noun, owners)):
                return found
    return ""


def _before_office(parsed: Parsed, token: int, words: ActorWords, owners: Mapping[int, str]) -> int:
    """The token before the office that ends at `token`: "Japan" in "Japan's prime minister Abe"; -1 for none."""
    office = token
    while (
        office >= 0
        and office not in owners
        and (parsed.lowers[office] in words.titles or parsed.lowers[office] in words.before_titles)
    ):
        office -= 1
    return office - (0 <= office < token and parsed.lowers[office] in ("'s", "’s"))


def _owner(parsed: Parsed, noun: int, owners: Mapping[int, str]) -> str:
    """Whose officer a title noun names: "Russia's leader", "the Kremlin spokesman", "president of the union"."""
    for child in parsed.children[noun]:
        if child in owners and parsed.deps[child] in ("amod", "compound", "nmod", "poss"):
            return owners[child]
        named = [c for c in parsed.children[child] if c in owners] if parsed.lowers[child] in _FOR else []
        if named:
            return owners[named[0]]
    return ""


_FOR = frozenset(("of", "for", "at", "with"))


def _gender(names: Sequence[WrittenName], roles: frozenset[str], words: ActorWords) -> tuple[str, bool]:
    """he, she or "", and whether it is sure: forms of address, gendered nouns, given names (not of a lone word)."""
    for name in names:
        for title in name.titles:
            if told := words.honorifics.get(title):
                return told, True
    told_by_roles = {words.gendered_nouns[r.split()[-1]] for r in roles if r.split()[-1] in words.gendered_nouns}
    if len(told_by_roles) == 1:
        return told_by_roles.pop(), True
    for written in sorted({n.words: None for n in names}, key=lambda w: -len(w)):
        if told := words.first_names.get(written[0].lower(), ""):
            return told, len(written) > 1
    return "", True
