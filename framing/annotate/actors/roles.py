"""Actors named by their roles: "the premier", "the vice president", "the company", "the Republican party"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.kinds import Cluster
from framing.annotate.actors.known import Hit
from framing.annotate.actors.leaders import find_leaders
from framing.annotate.actors.mentions import ActorsFound
from framing.annotate.actors.nouns import Noun, opening_of
from framing.annotate.actors.offices import offices_of, say_whose
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor, KnownActors, make_slug
from framing.syntax.roles import (
    APPOSITIONS,
    HAS,
    MODIFIERS,
    POSSESSORS,
    PREDICATES,
    PREPOSITIONS,
    SUBJECT,
    dependents,
)
from framing.syntax.shapes import find_paragraphs
from framing.text import find_body

_THE = ("the", "this", "that", "both")
_POINTING = tuple((word,) for word in _THE)
_MANY = frozenset(("officer", "agent", "guard"))
_GONE = ("former", "ex")


NO_PHRASE = MODIFIERS | APPOSITIONS | PREDICATES  # places of a noun that points back to nobody
PARAGRAPHS = 2  # before its own in which "the company" may look for the one that is meant


class Bearer(NamedTuple):
    """Somebody with the nouns that may stand for the name, and the head tokens of its names."""

    id: str
    name: str
    kind: str
    roles: frozenset[str]
    member_of: str
    heads: tuple[int, ...]


def find_roles(
    parsed: Parsed, actors: ActorsFound, hits: Sequence[Hit], known: KnownActors, words: ActorWords
) -> list[Noun]:
    """ "The premier", "the company": the one actor near by that bears the role, or the holder that a pack gives."""
    index: dict[str, list[Bearer]] = {}
    bearers = _list_bearers(parsed, actors, known, words)
    persons = {head: (b.id, b.name) for b in bearers if b.kind == "person" for head in b.heads}
    bodies = {head: b.roles for b in bearers if b.kind == "organisation" for head in b.heads}
    leaders = find_leaders(parsed, persons, bodies, words)
    for bearer in bearers:
        for role in bearer.roles:
            index.setdefault(role, []).append(bearer)
        if (
            bearer.kind == "person"
            and not words.heads_of_state.isdisjoint(bearer.roles)
            and "leader" not in bearer.roles
        ):
            index.setdefault("leader", []).append(bearer)
    countries = {token: hit.actor for hit in hits if hit.actor for token in range(hit.first, hit.last + 1)}
    names = {t for cluster in actors.named for name in cluster.names for t in range(name.first, name.last + 1)}
    found = [noun for noun in leaders.values() if noun is not None]
    for token, lower in enumerate(parsed.lowers):
        office = lower in words.titles or lower in words.royal_titles
        if not office and lower not in words.body_nouns:
            continue
        if (
            token in names
            or token in leaders
            or (parsed.tags[token] != "NN" and not (office and parsed.tags[token] == "NNP"))
        ):
            continue
        first = opening_of(parsed, token)
        if _refers(parsed, first, token, countries, words) and (
            lower != "paper" or parsed.deps[token] in SUBJECT | POSSESSORS
        ):
            rank = next((w for t in range(first, token) if (w := parsed.lowers[t]) in words.lowering_ranks), "")
            called = "leader" if _is_head_of_state(parsed, token) else lower
            bearers_now = index.get(f"{rank} {called}" if rank else called, ())
            bearers_now = [b for b in bearers_now if lower not in words.eponymous_nouns or b.kind != "person"]
            noun = _whose(parsed, (first, token), bearers_now, countries, (known, words))
            if noun is not None:
                found.append(noun)
    return found


def _refers(parsed: Parsed, first: int, token: int, countries: Mapping[int, str], words: ActorWords) -> bool:
    """Whether a singular noun points back: "the premier said", not "the premier, Anna Dale" or "is the premier".

    "Norland's premier" and, at the opening of a headline, "Premier says" and "Norland leader says" point, too.
    """
    owned = (
        first > 1
        and parsed.lowers[first - 1] in HAS
        and first - 2 in countries
        and parsed.lowers[token] in words.titles
    )
    if (
        not owned
        and not _opens_headline(parsed, first, token, words)
        and parsed.lowers[first - 1 : first] not in _POINTING
    ):
        return False
    if parsed.deps[token] in NO_PHRASE:
        return False
    if any(parsed.lowers[t] in words.other_holders for t in range(first, token)):
        return False
    return not any(parsed.pos[c] == "PROPN" for c in dependents(parsed, token, APPOSITIONS))


def _opens_headline(parsed: Parsed, first: int, token: int, words: ActorWords) -> bool:
    """Whether an office without "the" opens a headline and does something: "Prime minister survives vote"."""
    opening = parsed.sentences[parsed.sentence_of[token]][0]
    if (
        first != opening
        or parsed.starts[first] >= find_body(parsed.article)
        or parsed.lowers[token] not in words.titles
    ):
        return False
    return token == opening or not parsed.words[token + 1 : token + 2] or not parsed.words[token + 1].istitle()


def _is_only_state(country: str, countries: Mapping[int, str]) -> bool:
    """Whether a state is the article's own: one that no roster holds, or the only one that it names."""
    return country.startswith("~") or set(countries.values()) <= {country}


def _begin(parsed: Parsed, first: int, countries: Mapping[int, str]) -> int:
    """The first token of an office with "the" or with whose it is: "Norland's premier"."""
    if parsed.lowers[first - 1 : first] in _POINTING:
        return first - 1
    return first - 2 if first > 1 and parsed.lowers[first - 1] in HAS and first - 2 in countries else first


def _is_head_of_state(parsed: Parsed, token: int) -> bool:
    """Whether a noun is the "head" of "head of state"."""
    return parsed.lowers[token : token + 3] == ("head", "of", "state")


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
    begins = _begin(parsed, first, countries)
    modifiers = [parsed.lowers[t] for t in range(first, token) if t not in countries]
    country = _of_whom(parsed, tokens, countries)
    entry = known.entries.get(country)
    if entry is not None and parsed.lowers[token] in _nouns_of(entry, words):
        return Noun(begins, token, entry.id, entry.name, entry.nature, "title", 0.9)  # "the Republican party"
    title = " ".join([*(m for m in modifiers if m in words.before_titles), parsed.lowers[token]])
    if not country and (whose := say_whose(parsed, token)):
        named = f"{parsed.lowers[token]} of {whose}"  # no state that is known, but an office so called
        bearers = [bearer for bearer in bearers if named in bearer.roles]
    elif not country and _is_of_something(parsed, token) and not _is_head_of_state(parsed, token):
        return None  # "the director of national intelligence": which office that is, names before it do not say
    if any(m in words.gazetteer for m in modifiers) and len(bearers) > 1:
        return None  # "the Florida senator", and the text does not say whose state that is
    able = _list_able(parsed, token, bearers, modifiers, words)
    state = entry if entry is not None and entry.kind == "state" else None
    own = [b for b in able if not country or b.member_of == country or not (state or b.member_of)]
    alone = _is_only_state(country, countries)  # whose office it is, the text need not say
    able = own or [b for b in able if alone and b.kind == "person" and not b.member_of]
    bearer = _only(parsed, able, token)
    if bearer is not None:
        office = title if bearer.kind == "person" else ""
        return Noun(begins, token, bearer.id, bearer.name, bearer.kind, "title", 0.7, office=office)
    holder = known.holder(title, country, parsed.article.date)
    if holder:
        return Noun(begins, token, holder, known.entries[holder].name, "person", "title", 0.9, office=title)
    if state is None or able or not _is_single(title, words):
        return None
    name = f"{title} of {state.name}"
    return Noun(begins, token, f"~{make_slug(name)}", name, "person", "title", 0.8, office=title, state=state.id)


def _list_able(
    parsed: Parsed, token: int, bearers: Sequence[Bearer], modifiers: Sequence[str], words: ActorWords
) -> list[Bearer]:
    """The bearers of an office with the ranks among its modifiers."""
    ranks = [m for m in modifiers if m in words.agreeing_ranks - words.lowering_ranks]
    called = "leader" if _is_head_of_state(parsed, token) else parsed.lowers[token]
    return [b for b in bearers if _is_able(b, called, ranks, bool(modifiers))]


def _is_single(office: str, words: ActorWords) -> bool:
    """Whether a state has one holder of an office: its president, its foreign minister; not "the minister"."""
    *ranks, noun = office.split()
    if not words.lowering_ranks.isdisjoint(ranks):
        return False
    return noun in words.heads_of_state or noun == "leader" or (noun == "minister" and bool(ranks))


def _is_of_something(parsed: Parsed, token: int) -> bool:
    """Whether "of" or "from" and a noun behind an office tell which one is meant."""
    behind = (c for c in parsed.children[token] if c > token and parsed.lowers[c] in ("of", "from"))
    return any(parsed.pos[c] in ("NOUN", "PROPN") for prep in behind for c in parsed.children[prep])


def _of_whom(parsed: Parsed, tokens: tuple[int, int], countries: Mapping[int, str]) -> str:
    """The country in "the Russian president", "the president of Russia" and "Russia's president", or ""."""
    first, token = tokens
    inside = next((countries[t] for t in range(first, token) if t in countries), "")
    return inside or _behind_of(parsed, token, countries) or _before_has(parsed, first, countries)


def _before_has(parsed: Parsed, first: int, countries: Mapping[int, str]) -> str:
    """The country before "'s"."""
    return countries.get(first - 2, "") if first > 1 and parsed.lowers[first - 1] in HAS else ""


def _behind_of(parsed: Parsed, token: int, countries: Mapping[int, str]) -> str:
    """The country behind "of"."""
    for child in parsed.children[token]:
        if parsed.deps[child] in PREPOSITIONS and parsed.lowers[child] == "of":
            return next((countries[c] for c in parsed.children[child] if c in countries), "")
    return ""


def _list_bearers(parsed: Parsed, actors: ActorsFound, known: KnownActors, words: ActorWords) -> list[Bearer]:
    """Persons with their offices and organisations with the nouns of their names, each with where it is named."""
    found = [_named_bearer(parsed.article.date, cluster, known, words) for cluster in actors.named]
    persons = [cluster for cluster in actors.named if cluster.kind == "person"]
    holder, office = _find_lead_office(parsed, persons, words)
    found = [b._replace(roles=b.roles | office) if b.id == holder else b for b in found]
    heads: dict[str, list[int]] = {}
    for mention in actors.known:
        heads.setdefault(mention.actor, []).append(mention.head)
    for actor, places in heads.items():
        entry = known.entries[actor]
        if entry.nature == "organisation":
            nouns = _nouns_of(entry, words)
            nouns |= words.plain_firm_nouns if not nouns and not entry.is_international else frozenset()
            found.append(Bearer(actor, entry.name, entry.nature, nouns, entry.member_of, tuple(places)))
    return found


def _named_bearer(date: str, cluster: Cluster, known: KnownActors, words: ActorWords) -> Bearer:
    """A person with the offices that the text and the roster give, or an organisation with the nouns of its names."""
    roles = set(cluster.roles)
    if cluster.kind == "organisation":
        parts = {w.lower() for n in cluster.names for w in n.words}
        outlet = cluster.name.lower() in words.media_names  # no "company" and no "group"
        roles |= words.body_nouns & (parts | roles) if outlet else _body_roles(parts, roles, words)
        edges = {word for n in cluster.names for word in (n.words[0].lower(), n.words[-1].lower())}
        roles -= {"campaign"} - edges  # "Senatorial Campaign Committee"
    else:
        roles |= {_called(role, long) for role in roles for long in words.short_titles.get(role.split()[-1], ())}
        roles |= {short for short, full in words.short_titles.items() if full <= roles}  # "the A.G."
    entry = known.entries.get(cluster.id)
    for role in entry.roles if entry else ():
        if role.holds(date):
            for title in (role.title, *role.aliases):
                roles.update(offices_of(title.lower().split(), "", words))
    member, heads = entry.member_of if entry else cluster.member_of, tuple(name.head for name in cluster.names)
    return Bearer(cluster.id, cluster.name, cluster.kind, frozenset(roles), member, heads)


def _called(role: str, long: str) -> str:
    """An office written short with its rank, in full: "former gov." -> "former governor"."""
    rank, _, _ = role.rpartition(" ")
    return f"{rank} {long}".strip()


def _nouns_of(entry: KnownActor, words: ActorWords) -> frozenset[str]:
    """The nouns in the names of a known organisation that may stand for it after "the"."""
    if entry.nature != "organisation":
        return frozenset()
    return words.body_nouns.intersection(w.lower() for name in (entry.name, *entry.aliases) for w in name.split())


def _body_roles(parts: set[str], roles: set[str], words: ActorWords) -> frozenset[str]:
    """What an organisation may be called after "the", from the words of its name and what the text calls it."""
    nouns = words.body_nouns & (parts | roles)
    if not words.paper_names.isdisjoint(parts):
        return nouns | words.paper_nouns
    if not words.public_bodies.isdisjoint(parts):
        return nouns
    if not nouns or nouns & words.firm_nouns:
        nouns |= words.plain_firm_nouns
    return nouns | (words.plain_association_nouns if nouns & words.association_nouns else frozenset())


def _is_able(bearer: Bearer, noun: str, ranks: Sequence[str], qualified: bool) -> bool:
    """Whether a bearer's role has all the ranks; an attorney is no attorney general, whom two words name.

    With modifiers before the noun only people are meant; "the trial court" is no court that was named before.
    """
    if noun == "attorney" and "general" in bearer.roles:
        return False
    return all(rank in bearer.roles for rank in ranks) and (bearer.kind == "person" or not qualified)


def _only(parsed: Parsed, bearers: Sequence[Bearer], token: int) -> Bearer | None:
    """The one bearer of the article that is named before `token`, or the only one in the paragraphs just before it.

    One bearer may be named further back, but none of a rank that many hold: "the officer".
    """
    noun = parsed.lowers[token]
    still = [b for b in bearers if not any(f"{rank} {noun}" in b.roles for rank in _GONE)]
    bearers = still or bearers  # "President Orr" may be a former one who is called so
    heading = parsed.starts[token] < find_body(parsed.article)
    named = {b.id: b for b in bearers if heading or any(h < token for h in b.heads)}
    several = len({b.id for b in bearers}) > 1 or (noun in _MANY and any(b.kind == "person" for b in bearers))
    if several and not heading:
        first = _opening_of_paragraphs(parsed, token)
        named = {i: b for i, b in named.items() if any(first <= h < token for h in b.heads)}
    return next(iter(named.values())) if len(named) == 1 else None


def _opening_of_paragraphs(parsed: Parsed, token: int) -> int:
    """The first token of the paragraph `PARAGRAPHS` before the one of `token`."""
    openings = [first for first, _ in find_paragraphs(parsed) if first <= token]
    return openings[max(0, len(openings) - 1 - PARAGRAPHS)]


_GOVERNMENTS = frozenset(("government", "cabinet", "administration", "premiership", "presidency"))
_OWN = frozenset(("his", "her"))


def _find_lead_office(parsed: Parsed, persons: Sequence[Cluster], words: ActorWords) -> tuple[str, frozenset[str]]:
    """Id of the person and the words of the office, as "Prime minister survives vote" gives them, or "" and none.

    The person opens the first sentence of the body, which tells of "her government", and has no office by other words;
    nobody else has that one.
    """
    office = _office_of_headline(parsed, words)
    if not office or any(office <= cluster.roles for cluster in persons):
        return "", frozenset()
    first, end = _lead(parsed)
    governs = any(
        parsed.lowers[token] in _GOVERNMENTS
        and any(parsed.lowers[owner] in _OWN for owner in dependents(parsed, token, POSSESSORS))
        for token in range(first, end)
    )
    opens = [c for c in persons if any(name.begins == first for name in c.names)]
    if not governs or len(opens) != 1 or not words.titles.isdisjoint({*opens[0].roles, *opens[0].offices}):
        return "", frozenset()
    return opens[0].id, office


def _office_of_headline(parsed: Parsed, words: ActorWords) -> frozenset[str]:
    """The office with which a headline opens, if a government's head has it; none where a name follows."""
    if not find_body(parsed.article):
        return frozenset()
    prime = parsed.lowers[:1] == ("prime",)
    token = 1 if prime else 0
    lower = parsed.lowers[token] if token < len(parsed) else ""
    named = parsed.pos[token + 1 : token + 2] == ("PROPN",)
    heads = lower == "minister" if prime else lower in words.heads_of_state
    return frozenset(parsed.lowers[: token + 1]) if heads and not named else frozenset()


def _lead(parsed: Parsed) -> tuple[int, int]:
    """The first sentence of the body (first token, end)."""
    body = find_body(parsed.article)
    return next(((f, e) for f, e in parsed.sentences if parsed.starts[f] >= body), (0, 0))
