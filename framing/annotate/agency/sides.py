"""Which actors stand behind the words for the doer and the sufferer, and when a name beside an event is only its place.

A name counts for the noun phrase whose head it is. What belongs to somebody counts as that somebody only where it is a
body that acts for its owner ("the army’s men"): not a father, an aide, a reply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.annotate.agency.roles import ACTING, Event
from framing.model import Actor, Mention, Parsed
from framing.packs.events import HarmWords
from framing.syntax.shapes import is_capital_by_place

ADJECTIVAL = frozenset({"u.s", "u.s.", "us", "u.k", "u.k.", "uk", "nato"})  # names that serve as adjectives of a people
BESIDE = ("amod", "poss", "compound", "nmod")


class Cast(NamedTuple):
    """Who is mentioned in an article: actor ids by token, their kinds, and whom they act for."""

    at: Mapping[int, tuple[str, ...]]
    kind_at: Mapping[int, str]
    homes: Mapping[str, str]
    demonyms: frozenset[int]
    titles: frozenset[int]
    names: frozenset[int]


def cast_of(parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> Cast:
    """The mentions of an article, ready to be looked up by token."""
    at: dict[int, tuple[str, ...]] = {}
    tokens: dict[str, set[int]] = {"demonym": set(), "title": set(), "name": set()}
    for mention in mentions:
        for token in parsed.tokens_in(mention.span):
            at[token] = (*at.get(token, ()), mention.actor)
            tokens.setdefault(mention.label, set()).add(token)
    kinds = {actor.id: str(actor.kind) for actor in actors}
    return Cast(
        at=at,
        kind_at={token: kinds.get(ids[0], "") for token, ids in at.items()},
        homes={actor.id: actor.member_of for actor in actors},
        demonyms=frozenset(tokens["demonym"]),
        titles=frozenset(tokens["title"]),
        names=frozenset(tokens["name"]),
    )


def placed(parsed: Parsed, event: Event, cast: Cast, words: HarmWords) -> Event | None:
    """The event without a doer that is only its place; None where a bare name may be either doer or sufferer."""
    agent = event.agent
    if agent is None or parsed.pos[event.token] not in ("NOUN", "PROPN") and parsed.deps[agent] != "compound":
        return event
    dep, kind = parsed.deps[agent], cast.kind_at.get(agent, "")
    if event.rule == "symmetric":
        return None if dep == "amod" and not kind and is_capital_by_place(parsed, agent) else event
    if event.lemma in words.scenes and (kind in ("state", "place") or dep == "amod"):
        return event._replace(agent=None)
    if dep == "amod" and not kind and is_capital_by_place(parsed, agent):
        return event._replace(agent=None)
    if dep != "compound" or parsed.lowers[agent] in ACTING or parsed.lowers[agent] in ADJECTIVAL or kind == "group":
        return event
    return None if kind in ("person", "organisation") else event._replace(agent=None)


def actors_of(parsed: Parsed, token: int | None, cast: Cast, words: HarmWords) -> tuple[str, ...]:
    """Actors named by a noun phrase: its head, those joined to it or set beside it, or whose body it is."""
    if token is None:
        return ()
    heads = [token, *(c for c in parsed.children[token] if parsed.deps[c] == "conj")]
    own = [actor for head in heads for actor in _named_at(parsed, head, cast)]
    if not own:
        own = [actor for c in parsed.children[token] if parsed.deps[c] == "appos" for actor in cast.at.get(c, ())]
    return tuple(dict.fromkeys(own or _owners(parsed, token, cast, words)))


def _owners(parsed: Parsed, token: int, cast: Cast, words: HarmWords) -> Iterator[str]:
    """Whoever a noun that names nobody belongs to: a people by its adjective, the owner of a body that acts."""
    body = parsed.lemma_lowers[token] in words.bodies
    for child in parsed.children[token]:
        if parsed.deps[child] in BESIDE and (body or child in cast.demonyms and parsed.deps[child] != "poss"):
            yield from cast.at.get(child, ())


def _named_at(parsed: Parsed, token: int, cast: Cast) -> tuple[str, ...]:
    """The actors of a token; of an office with a people of its own ("the Norwegian envoy") only if it is that people's.

    Where the title seemed to mean somebody who acts for nobody or for others, the people stands for its office.
    """
    here = cast.at.get(token, ())
    if token not in cast.titles:
        return here
    beside = [c for c in parsed.children[token] if parsed.deps[c] in BESIDE[:1] and parsed.words[c][:1].isupper()]
    peoples = tuple(actor for c in beside for actor in cast.at.get(c, ()) if c in cast.demonyms and actor not in here)
    homes = {cast.homes.get(actor, "") for actor in here} | {actor for actor in here if cast.homes.get(actor)}
    return peoples if beside and homes.isdisjoint(peoples) else here
