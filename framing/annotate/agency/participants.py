"""Who does an event and who suffers it, in tokens and in actors, and when a name beside it is only its place.

A name counts for the noun phrase whose head it is. What belongs to somebody counts as that somebody only where it is a
body that acts for its owner ("the army’s men"): not a father, an aide, a reply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.model import Actor, Mention, Parsed
from framing.packs.events import HarmWords
from framing.syntax import roles
from framing.syntax.mentions import MentionIndex
from framing.syntax.roles import by_phrase, dependents, object_of, possessor_of
from framing.syntax.shapes import is_capital_by_place

JOINING = frozenset({"and", "or", "nor", "&", "plus"})
APOSTROPHES = frozenset({"’", "'"})


class Event(NamedTuple):
    """One event before actors are looked up: tokens, or None for nobody."""

    token: int
    lemma: str
    agent: int | None
    patient: int | None
    rule: str
    imputed: bool = False  # somebody says so: "claimed", "blamed for", "charged with"
    said_by: int | None = None  # who does, where the sentence says


class Participants(NamedTuple):
    """Who is mentioned in an article: actor ids by token, their kinds, and whom they act for."""

    at: Mapping[int, tuple[str, ...]]
    kind_at: Mapping[int, str]
    homes: Mapping[str, str]
    demonyms: frozenset[int]
    titles: frozenset[int]
    names: frozenset[int]


def index_participants(parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> Participants:
    """The mentions of an article, ready to be looked up by token."""
    index = MentionIndex(parsed, mentions)
    kinds = {actor.id: str(actor.nature) for actor in actors}
    return Participants(
        at=index.actors_at,
        kind_at={token: kinds.get(ids[0], "") for token, ids in index.actors_at.items()},
        homes={actor.id: actor.member_of for actor in actors},
        demonyms=index.tokens_of("demonym"),
        titles=index.tokens_of("title"),
        names=index.tokens_of("name"),
    )


def drop_places(parsed: Parsed, event: Event, who: Participants, words: HarmWords) -> Event | None:
    """The event without a doer that is only its place; None where a bare name may be either doer or sufferer."""
    agent = event.agent
    if agent is None or parsed.pos[event.token] not in ("NOUN", "PROPN") and parsed.deps[agent] not in roles.COMPOUNDS:
        return event
    dep, kind = parsed.deps[agent], who.kind_at.get(agent, "")
    if event.rule == "symmetric":
        return None if dep in roles.ADJECTIVES and not kind else event
    body = parsed.lowers[agent] in words.acting_bodies
    if event.lemma in words.scenes and not body and (kind in ("state", "place") or dep in roles.ADJECTIVES):
        return event._replace(agent=None)
    if dep in roles.ADJECTIVES and not kind and is_capital_by_place(parsed, agent):
        return event._replace(agent=None)
    if dep not in roles.COMPOUNDS or body or parsed.lowers[agent] in words.adjectival_names or kind == "group":
        return event
    return None if kind in ("person", "organisation") else event._replace(agent=None)


def actors_of(parsed: Parsed, token: int | None, who: Participants, words: HarmWords) -> tuple[str, ...]:
    """Actors named by a noun phrase: its head, those joined to it or set beside it, or whose body it is."""
    if token is None or parsed.lowers[token] == "it":  # it may be anything that was named before
        return ()
    heads = [
        token,
        *(other for other in dependents(parsed, token, roles.CONJUNCTS) if _is_joined(parsed, token, other)),
    ]
    own = [actor for head in heads for actor in _named_at(parsed, head, who)]
    if not own and parsed.pos[token] != "PROPN":  # "Toll – Birk, who shot him, was …" joins two names
        own = [actor for c in dependents(parsed, token, roles.APPOSITIONS) for actor in who.at.get(c, ())]
    return tuple(dict.fromkeys(own or _owners(parsed, token, who, words)))


def sufferers_of(parsed: Parsed, token: int | None, who: Participants, words: HarmWords) -> tuple[str, ...]:
    """Actors that a noun phrase names as those who suffer; of several joined, sides and bodies only where each is one.

    "Nine members of the Guard, three Lundian soldiers and a driver were killed" tells of more than Lund's loss.
    """
    found = actors_of(parsed, token, who, words)
    joined = [*dependents(parsed, token, roles.CONJUNCTS), *_listed(parsed, token)] if token is not None else []
    if (
        token is None
        or not joined
        or all(_named_at(parsed, head, who) or _is_rest(parsed, head) for head in (token, *joined))
    ):
        return found
    people = {actor for head in (token, *joined) if who.kind_at.get(head) == "person" for actor in who.at[head]}
    return tuple(actor for actor in found if actor in people)


def _listed(parsed: Parsed, token: int) -> list[int]:
    """Nouns with a number that stand beside one with a number: others in a row, and nobody described."""
    if parsed.pos[parsed.lefts[token]] != "NUM":
        return []
    return [c for c in dependents(parsed, token, roles.APPOSITIONS) if parsed.pos[parsed.lefts[c]] == "NUM"]


def _is_rest(parsed: Parsed, noun: int) -> bool:
    """Whether a joined noun tells of no other side: a name that is no actor here, or "and others"."""
    return parsed.pos[noun] != "NOUN" or parsed.lemma_lowers[noun] == "other"


def _is_joined(parsed: Parsed, token: int, other: int) -> bool:
    """Whether "and" or "or" stands at one of two joined nouns: a comma alone may part two clauses."""
    return any(parsed.lowers[child] in JOINING for one in (token, other) for child in parsed.children[one])


def _owners(parsed: Parsed, token: int, who: Participants, words: HarmWords) -> Iterator[str]:
    """Whoever the body that a noun means acts for; one man of a people ("a Norwegian tourist") acts for himself."""
    if parsed.lemma_lowers[token] in words.bodies and not _is_of_several(parsed, token):
        for child in dependents(parsed, token, roles.NOUN_MODIFIERS):
            yield from who.at.get(child, ())


def _named_at(parsed: Parsed, token: int, who: Participants) -> tuple[str, ...]:
    """The actors of a token; of an office with a people of its own ("the Norwegian envoy") only if it is that people's.

    Where the title seemed to mean somebody who acts for nobody or for others, the people stands for its office.
    """
    here = who.at.get(token, ())
    if len(here) == 1 and _is_of_several(parsed, token):
        return ()
    if token not in who.titles:
        return here
    beside = [c for c in dependents(parsed, token, roles.ADJECTIVES) if parsed.words[c][:1].isupper()]
    peoples = tuple(actor for c in beside for actor in who.at.get(c, ()) if c in who.demonyms and actor not in here)
    homes = {who.homes.get(actor, "") for actor in here} | {actor for actor in here if who.homes.get(actor)}
    return peoples if beside and homes.isdisjoint(peoples) else here


def _is_of_several(parsed: Parsed, noun: int) -> bool:
    """Whether a noun is of several peoples, of which a name tells one: "Russian and Chinese soldiers"."""
    before = range(parsed.lefts[noun], noun)
    peoples = [t for t in before if parsed.pos[t] == "ADJ" and parsed.words[t][:1].isupper()]
    return len(peoples) > 1 and any(parsed.lowers[t] in JOINING for t in range(peoples[0], peoples[-1]))


def counted(parsed: Parsed, token: int, words: HarmWords) -> int:
    """What is counted in "dozens of villagers"."""
    inner = behind(parsed, token, "of") if parsed.lemma_lowers[token] in words.amounts else None
    return token if inner is None else inner


def behind(parsed: Parsed, token: int, word: str) -> int | None:
    """The noun behind a preposition at a token, or None: "dozens of [villagers]", "clashed with [police]"."""
    preposition = next((c for c in parsed.children[token] if parsed.lowers[c] == word), None)
    return None if preposition is None else object_of(parsed, preposition)


def is_date(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether a noun says when and not who: "last month’s attack", "the attacks of 1998"."""
    return (
        parsed.lemma_lowers[token] in words.date_words
        or parsed.words[token][:1].isdigit()
        and not parsed.children[token]
    )


def passive_agent(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """Who is named after "by" at a verb or at one that is joined to it."""
    joined = (child for child in dependents(parsed, token, roles.CONJUNCTS) if parsed.pos[child] == "VERB")
    found = (by for verb in (token, *joined) if (by := named_after_by(parsed, verb, words)) is not None)
    return doer(parsed, next(found, None), words)


def named_after_by(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """Whoever stands after "by" at a verb or noun; neither a time ("by noon") nor a place ("by the river")."""
    by = by_phrase(parsed, token)
    spot = by is not None and parsed.lemma_lowers[by] in words.spots
    return None if by is None or spot or is_date(parsed, by, words) else by


def doer(parsed: Parsed, token: int | None, words: HarmWords) -> int | None:
    """Whoever acts: the noun itself, or whoever an instrument belongs to ("the army's shells"); else nobody."""
    if token is None:
        return None
    if parsed.lemma_lowers[token] not in words.instruments | words.events:
        return token
    owner = owner_of(parsed, token, words)
    if owner is None and parsed.lemma_lowers[token] in words.of_doer:
        owner = behind(parsed, token, "of")  # "the brutality of the guards"
    return None if owner is not None and is_date(parsed, owner, words) else owner


def owner_of(parsed: Parsed, noun: int, words: HarmWords) -> int | None:
    """Whoever an event or instrument belongs to: possessor, "by", a people's adjective, a body that acts."""
    owner = possessor_of(parsed, noun)
    if owner is None and parsed.deps[noun] in roles.REDUCED_CLAUSES and parsed.words[noun - 1] in APOSTROPHES:
        owner = parsed.heads[noun]  # "the guards’ beating", its mark taken for a quotation mark
    if owner is not None and not is_date(parsed, owner, words):
        return owner
    by = named_after_by(parsed, noun, words)
    if by is not None:
        return by
    carried = (c for c in dependents(parsed, noun, roles.REDUCED_CLAUSES) if parsed.lemma_lowers[c] in words.carry)
    if (by := next((by for c in carried if (by := named_after_by(parsed, c, words)) is not None), None)) is not None:
        return by  # "an ambush laid by smugglers"
    for child in parsed.children[noun]:
        dep, lower, capital = parsed.deps[child], parsed.lowers[child], parsed.words[child][:1].isupper()
        if dep in roles.ADJECTIVES and (lower in words.acting_bodies or capital and lower not in words.no_peoples):
            return child
        if dep in roles.COMPOUNDS and (capital and parsed.starts[child] > 0 or lower in words.acting_bodies):
            return child
    return None
