"""Actors named by common nouns: groups ("residents", "House Republicans") and roles ("the premier", "the company")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.kinds import Cluster
from framing.annotate.actors.known import Hit
from framing.annotate.actors.syntax import role_of
from framing.model import Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors, make_slug

_THE = frozenset(("the", "this", "that", "both"))


class Noun(NamedTuple):
    """A common-noun mention: tokens `first` to `last`, and whom it names."""

    first: int
    last: int
    actor: str
    name: str
    kind: str
    label: str  # "name" for groups, "title" for roles
    confidence: float


class Bearer(NamedTuple):
    """Somebody with the nouns that may stand for the name, and the head tokens of its names."""

    id: str
    name: str
    kind: str
    roles: frozenset[str]
    member_of: str
    heads: tuple[int, ...]


def find_groups(parsed: Parsed, taken: Mapping[int, str], words: ActorWords) -> list[Noun]:
    """Groups of people that act or are acted upon; `taken` are tokens that already belong to a mention."""
    found: list[tuple[int, int, str, str]] = []
    for token, tag in enumerate(parsed.tags):
        lower = parsed.lowers[token]
        if lower not in words.groups or token in taken or tag not in ("NNS", "NNPS", "NN", "NNP"):
            continue
        if (tag in ("NN", "NNP") and lower != "police") or parsed.deps[token] in ("compound", "amod", "nmod", "attr"):
            continue
        if lower in words.main_groups or _is_proper(parsed, token) or _acts(parsed, token, words):
            first = _opening(parsed, token)
            found.append((first, token, lower, _qualifier(parsed, first, token)))
    proper = {head.capitalize() for _, token, head, _ in found if _is_proper(parsed, token)}
    return [_group(parsed, item, proper, taken) for item in found]


def _group(parsed: Parsed, item: tuple[int, int, str, str], proper: set[str], taken: Mapping[int, str]) -> Noun:
    """The mention of a group; "House Republicans" and "Republican lawmakers" are Republicans."""
    first, token, head, qualifier = item
    name = f"{qualifier} {head}" if qualifier else head
    if _is_proper(parsed, token):
        name = head.capitalize()
    else:
        name = next((p for p in proper if len(qualifier) > 5 and p[:6] == qualifier[:6]), name)
    while first < token and any(t in taken for t in range(first, token)):
        first += 1
    return Noun(first, token, f"~{make_slug(name)}", name, "group", "name", 0.8)


def _is_proper(parsed: Parsed, token: int) -> bool:
    """Whether a plural is the name of a party or creed: "Republicans"."""
    opening = parsed.sentences[parsed.sentence_of[token]][0]
    if not parsed.words[token][0].isupper() or parsed.lowers[token] in parsed.words:
        return False
    return token != opening or parsed.tags[token] == "NNPS"


def _acts(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a plural noun is the subject or object of a verb that takes persons."""
    dep, governor = role_of(parsed, token)
    lemma = parsed.lemmas[governor]
    if dep == "nsubj":
        return lemma in words.acting or lemma in words.human
    return dep == "pobj" and parsed.lowers[governor] == "by" and parsed.deps[governor] == "agent"


def _opening(parsed: Parsed, token: int) -> int:
    """First token of the noun with its modifiers, determiners left out."""
    first = token
    while first > 0 and parsed.deps[first - 1] in ("amod", "compound", "nmod") and parsed.heads[first - 1] <= token:
        if parsed.heads[first - 1] < first - 1 or parsed.sentence_of[first - 1] != parsed.sentence_of[token]:
            break
        first -= 1
    return first


def _qualifier(parsed: Parsed, first: int, token: int) -> str:
    """The modifiers that tell one group from another: names, nationalities, kinds; "" for colourless ones."""
    opening = parsed.sentences[parsed.sentence_of[token]][0]
    return " ".join(
        parsed.words[t]
        for t in range(first, token)
        if parsed.words[t][0].isupper() and (t != opening or parsed.pos[t] == "PROPN")
    )


def find_bodies(parsed: Parsed, taken: Mapping[int, str], names: Mapping[str, str], words: ActorWords) -> list[Noun]:
    """Organisations named after somebody: "the Harker administration"; "the administration" is the last of them."""
    found: list[Noun] = []
    last: dict[str, Noun] = {}
    for token, lower in enumerate(parsed.lowers):
        if (
            lower not in words.bodies
            or parsed.tags[token] != "NN"
            or token in taken
            or parsed.deps[token] == "compound"
        ):
            continue
        owner = next(
            (taken[c] for c in parsed.children[token] if c in taken and parsed.deps[c] in ("compound", "nmod")), ""
        )
        if owner and (name := names.get(owner)):
            full = f"{name.split()[-1]} {lower}"
            last[lower] = Noun(token, token, f"~{make_slug(full)}", full, "organisation", "name", 0.8)
            found.append(last[lower])
        elif lower in last and token and parsed.lowers[token - 1] == "the":
            found.append(last[lower]._replace(first=token - 1, last=token, label="title", confidence=0.6))
    return found


def find_roles(
    parsed: Parsed, bearers: Sequence[Bearer], hits: Sequence[Hit], known: KnownActors, words: ActorWords
) -> list[Noun]:
    """ "The premier", "the company": the nearest earlier actor that bears the role, or the holder that a pack gives."""
    index: dict[str, list[Bearer]] = {}
    for bearer in bearers:
        for role in bearer.roles:
            index.setdefault(role, []).append(bearer)
    countries = {token: hit.actor for hit in hits if hit.actor for token in range(hit.first, hit.last + 1)}
    found = []
    for token, lower in enumerate(parsed.lowers):
        if parsed.tags[token] != "NN" or (lower not in words.titles and lower not in words.company):
            continue
        first = _opening(parsed, token)
        if _refers(parsed, first, token):
            noun = _whose(parsed, (first, token), index.get(lower, ()), countries, (known, words))
            if noun is not None:
                found.append(noun)
    return found


def _refers(parsed: Parsed, first: int, token: int) -> bool:
    """Whether a singular noun points back: "the premier said", not "the premier, Anna Dale" or "is the premier"."""
    if first == 0 or parsed.lowers[first - 1] not in _THE:
        return False
    if parsed.deps[token] in ("compound", "attr", "amod", "appos", "nmod"):
        return False
    return not any(parsed.deps[c] == "appos" and parsed.pos[c] == "PROPN" for c in parsed.children[token])


def _whose(
    parsed: Parsed,
    tokens: tuple[int, int],
    bearers: Sequence[Bearer],
    countries: Mapping[int, str],
    lists: tuple[KnownActors, ActorWords],
) -> Noun | None:
    """The actor whom "the (Armenian) (prime) minister" means, or None."""
    first, token = tokens
    known, words = lists
    modifiers = [parsed.lowers[t] for t in range(first, token) if t not in countries]
    country = next((countries[t] for t in range(first, token) if t in countries), "")
    if not country:
        country = _of_whom(parsed, token, countries)
    title = " ".join([*modifiers, parsed.lowers[token]])
    bearer = _nearest(bearers, token, [m for m in modifiers if m in words.ranks], country, bool(modifiers))
    if bearer is not None:
        return Noun(first - 1, token, bearer.id, bearer.name, bearer.kind, "title", 0.7)
    holder = known.holder(title, country, parsed.article.date)
    if holder:
        return Noun(first - 1, token, holder, known.entries[holder].name, "person", "title", 0.9)
    return None


def _of_whom(parsed: Parsed, token: int, countries: Mapping[int, str]) -> str:
    """The country in "the president of Russia", or ""."""
    for child in parsed.children[token]:
        if parsed.deps[child] == "prep" and parsed.lowers[child] == "of":
            return next((countries[c] for c in parsed.children[child] if c in countries), "")
    return ""


def list_bearers(
    parsed: Parsed, clusters: Sequence[Cluster], mentions: Sequence[Mention], known: KnownActors, words: ActorWords
) -> list[Bearer]:
    """Persons with their offices and organisations with the nouns of their names, each with where it is named."""
    found = []
    for cluster in clusters:
        roles = set(cluster.roles)
        if cluster.kind == "organisation":
            roles |= {w.lower() for n in cluster.names for w in n.words} & words.company
            roles |= words.plain_firms if not roles & words.company else frozenset()
        elif cluster.kind != "person":
            continue
        entry = known.entries.get(cluster.id)
        for role in entry.roles if entry else ():
            if role.holds(parsed.article.date):
                roles.update(w for title in (role.title, *role.aliases) for w in title.lower().split())
        member = entry.member_of if entry else cluster.member_of
        found.append(Bearer(cluster.id, cluster.name, cluster.kind, frozenset(roles), member, cluster.heads))
    heads: dict[str, list[int]] = {}
    for mention in mentions:
        heads.setdefault(mention.actor, []).append(mention.head)
    for actor, places in heads.items():
        entry = known.entries[actor]
        nouns = {w.lower() for name in (entry.name, *entry.aliases) for w in name.split()} & words.company
        if entry.kind == "organisation":
            nouns |= words.plain_firms if not nouns and not entry.is_international else set()
            found.append(Bearer(actor, entry.name, entry.kind, frozenset(nouns), entry.member_of, tuple(places)))
    return found


def _nearest(
    bearers: Sequence[Bearer], token: int, ranks: Sequence[str], country: str, qualified: bool
) -> Bearer | None:
    """The bearer named last before `token` whose role has all the ranks and whose country does not differ.

    `qualified`: other words stand before the noun; "the trial court" is no court that was named before.
    """
    best, place = None, -1
    for bearer in bearers:
        if country and bearer.member_of and bearer.member_of != country:
            continue
        if any(rank not in bearer.roles for rank in ranks) or (qualified and bearer.kind != "person"):
            continue
        before = max((h for h in bearer.heads if h < token), default=-1)
        if before > place:
            best, place = bearer, before
    return best
