"""What a named thing is (person, organisation, place) and whether it is he or she, from words and from syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.groups import Occurrence, bare_words
from framing.annotate.actors.names import Name
from framing.annotate.actors.syntax import OBJECTS, head_of, role_of
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors, make_slug


class Cluster(NamedTuple):
    """Every occurrence of one name in an article.

    `kind` is person, organisation, state, place, thing, agent (somebody who acts, a person or an organisation), or "".
    """

    id: str
    name: str
    kind: str
    gender: str  # he, she or ""
    roles: frozenset[str]  # lower-case nouns of office or kinship that the text gives it
    names: tuple[Name, ...]
    heads: tuple[int, ...]  # head token of each name
    member_of: str = ""
    sure: bool = True  # whether the gender is beyond doubt


class Surroundings(NamedTuple):
    """What is known of an article before its names are described."""

    persons: frozenset[int]  # head tokens of names that are surely persons
    owners: Mapping[int, str]  # tokens of states and organisations, with their ids
    openings: frozenset[int]  # first tokens of sentences


def describe_cluster(
    parsed: Parsed, group: Sequence[Occurrence], known: KnownActors, words: ActorWords, around: Surroundings
) -> Cluster:
    """The cluster of a group of occurrences."""
    names = tuple(o.name for o in group)
    heads = tuple(head_of(parsed, n.first, n.last) for n in names)
    full = full_name(names)
    identity = next((o.actor for o in group if o.actor), "") or f"~{make_slug(full)}"
    roles = frozenset(role for name, head in zip(names, heads, strict=True) for role in _roles(parsed, name, head))
    entry = known.entries.get(identity)
    kind = entry.kind if entry else _kind(parsed, group, heads, roles, words, around)
    gender, sure = (entry.gender, True) if entry and entry.gender else _gender(names, roles, words)
    gender = gender if gender in ("he", "she") else ""
    member = entry.member_of if entry else _member(parsed, names, heads, words, around.owners)
    return Cluster(identity, full, kind, gender, roles, names, heads, "" if member == identity else member, sure)


def full_name(names: Sequence[Name]) -> str:
    """The form that serves as the name: the commonest of several words, the longest of equals."""
    count = Counter(join_words(name) for name in names)
    return max(count, key=lambda form: (" " in form, count[form], len(form), form))


def join_words(name: Name) -> str:
    """The words of a name with hyphens closed up and quotation marks left out."""
    return " ".join(filter(None, (w.strip("“”\"‘`'") for w in name.words))).replace(" - ", "-")


def _kind(
    parsed: Parsed,
    group: Sequence[Occurrence],
    heads: Sequence[int],
    roles: frozenset[str],
    words: ActorWords,
    around: Surroundings,
) -> str:
    """The kind with most points; "" when nothing tells."""
    points = _points_of_words(group)
    single = all(len(o.name.words) == 1 for o in group)
    if single and not points["person"] and group[0].name.words[0].lower() in parsed.words:
        return "thing"  # the article also writes it as a plain word
    if roles & (words.titles | words.gendered.keys()):
        points["person"] += 3
    for occurrence, head in zip(group, heads, strict=True):
        for kind, weight in _context(parsed, occurrence.name, head, words, around.persons):
            points[kind] += weight
    agent = points.pop("agent", 0)
    if agent and not +points:
        return "" if single and len(group) == 1 and group[0].name.first in around.openings else "agent"
    return _winner(+points, agent)


def _points_of_words(group: Sequence[Occurrence]) -> Counter[str]:
    """Points for what the words of the names say, and for being called by a part of a longer name."""
    points: Counter[str] = Counter()
    for occurrence in group:
        if occurrence.kind:
            kind, weight = ("place", 2) if occurrence.kind in ("namesake", "site") else (occurrence.kind, 4)
            points[kind] += weight
    lengths = {len(bare_words(o.name)) for o in group}
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
    parsed: Parsed, name: Name, head: int, words: ActorWords, persons: frozenset[int]
) -> list[tuple[str, int]]:
    """What the syntax around one occurrence says about its kind, in points."""
    dep, governor = role_of(parsed, head)
    found = _by_role(parsed, dep, governor, words)
    if len(name.words) == 1 and parsed.pos[head] == "ADJ" and parsed.deps[head] == "amod":
        found.append(("thing", 2))  # "the Velmoran assault"
    if any(parsed.lowers[t] in ("who", "whom", "whose") for t in range(name.last + 1, min(name.last + 4, len(parsed)))):
        found.append(("person", 3))
    if parsed.deps[head] == "conj" and parsed.heads[head] in persons:
        found.append(("person", 2))
    if name.opening == name.first and name.first and parsed.lowers[name.first - 1] == "the":
        found.append(("thing", 1))
    return found


def _by_role(parsed: Parsed, dep: str, governor: int, words: ActorWords) -> list[tuple[str, int]]:
    """Points for what a name does, suffers, or stands behind."""
    lemma = parsed.lemmas[governor]
    if dep == "nsubj":
        if lemma in words.human:
            return [("person", 2)]
        return [("agent", 1)] if lemma in words.acting else []
    if dep in ("compound", "nmod") and parsed.lowers[governor] in words.employers:
        return [("organisation", 2)]  # "a Microsoft spokeswoman"
    if dep == "pobj":
        above = parsed.heads[governor]
        if parsed.lowers[above] in words.employers and parsed.lowers[governor] in ("of", "for", "at", "in"):
            return [("organisation", 2)]
        if parsed.lowers[governor] in words.place_words:
            return [("place", 2 if parsed.pos[above] == "VERB" else 1)]
    if dep in OBJECTS and lemma in words.meeting:
        return [("person", 2)]
    return [("agent", 1)] if dep in OBJECTS and lemma in words.acted_on else []


def _roles(parsed: Parsed, name: Name, head: int) -> list[str]:
    """Nouns that name the office or kin of a person: titles before it, appositions, "X is a …"."""
    roles = [t for t in name.titles]
    before = (name.opening if name.opening >= 0 else name.first) - 1
    if before >= 0 and parsed.pos[before] == "NOUN":
        roles.append(parsed.lowers[before])
    nouns = (c for c in parsed.children[head] if parsed.deps[c] == "appos" and parsed.pos[c] == "NOUN")
    roles += [parsed.lowers[noun] for noun in nouns]
    if parsed.deps[head] == "appos" and parsed.pos[parsed.heads[head]] == "NOUN":
        roles.append(parsed.lowers[parsed.heads[head]])
    governor = parsed.heads[head]
    if parsed.deps[head] == "nsubj" and parsed.lemmas[governor] in ("be", "become", "remain"):
        attribute = parsed.child(governor, "attr")
        if attribute is not None and parsed.pos[attribute] == "NOUN":
            roles.append(parsed.lowers[attribute])
    return roles


def _member(
    parsed: Parsed, names: Sequence[Name], heads: Sequence[int], words: ActorWords, owners: Mapping[int, str]
) -> str:
    """Id of the state or organisation that a person is said to act for, or "": "Armenian PM X", "X, head of Y"."""
    for name, head in zip(names, heads, strict=True):
        before = (name.opening if name.opening >= 0 else name.first) - 1
        while before > 0 and parsed.pos[before] == "NOUN" and parsed.lowers[before] in words.titles:
            before -= 1
        if before >= 0 and before in owners and parsed.deps[before] not in ("nsubj", "pobj", "dobj", "conj", "appos"):
            return owners[before]
        nouns = [c for c in parsed.children[head] if parsed.deps[c] == "appos"]
        nouns += [parsed.heads[head]] if parsed.deps[head] == "appos" else []
        for noun in nouns:
            if parsed.lowers[noun] in words.titles and (found := _owner(parsed, noun, owners)):
                return found
    return ""


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


def _gender(names: Sequence[Name], roles: frozenset[str], words: ActorWords) -> tuple[str, bool]:
    """he, she or "", and whether it is sure: forms of address, gendered nouns, given names (not of a lone word)."""
    for name in names:
        for title in name.titles:
            if told := words.honorifics.get(title):
                return told, True
    told_by_roles = {words.gendered[r] for r in roles if r in words.gendered}
    if len(told_by_roles) == 1:
        return told_by_roles.pop(), True
    for name in sorted(names, key=lambda n: -len(n.words)):
        if told := words.first_names.get(name.words[0].lower(), ""):
            return told, len(name.words) > 1
    return "", True
