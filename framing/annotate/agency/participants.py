"""Which actors stand behind the words for the doer and the sufferer, and when a name beside an event is only its place.

A name counts for the noun phrase whose head it is. What belongs to somebody counts as that somebody only where it is a
body that acts for its owner ("the army’s men"): not a father, an aide, a reply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.annotate.agency.roles import Event
from framing.model import Actor, Mention, Parsed
from framing.packs.events import HarmWords
from framing.syntax.mentions import MentionIndex
from framing.syntax.roles import ADJECTIVES, APPOSITIONS, COMPOUNDS, CONJUNCTS, MODIFIERS, NOUN_MODIFIERS, dependents
from framing.syntax.shapes import is_capital_by_place


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
    kinds = {actor.id: str(actor.kind) for actor in actors}
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
    if agent is None or parsed.pos[event.token] not in ("NOUN", "PROPN") and parsed.deps[agent] not in COMPOUNDS:
        return event
    dep, kind = parsed.deps[agent], who.kind_at.get(agent, "")
    if event.rule == "symmetric":
        return None if dep in ADJECTIVES and not kind and is_capital_by_place(parsed, agent) else event
    if event.lemma in words.scenes and (kind in ("state", "place") or dep in ADJECTIVES):
        return event._replace(agent=None)
    if dep in ADJECTIVES and not kind and is_capital_by_place(parsed, agent):
        return event._replace(agent=None)
    if (
        dep not in COMPOUNDS
        or parsed.lowers[agent] in words.acting_bodies
        or parsed.lowers[agent] in words.adjectival_names
        or kind == "group"
    ):
        return event
    return None if kind in ("person", "organisation") else event._replace(agent=None)


def actors_of(parsed: Parsed, token: int | None, who: Participants, words: HarmWords) -> tuple[str, ...]:
    """Actors named by a noun phrase: its head, those joined to it or set beside it, or whose body it is."""
    if token is None:
        return ()
    heads = [token, *dependents(parsed, token, CONJUNCTS)]
    own = [actor for head in heads for actor in _named_at(parsed, head, who)]
    if not own:
        own = [actor for c in dependents(parsed, token, APPOSITIONS) for actor in who.at.get(c, ())]
    return tuple(dict.fromkeys(own or _owners(parsed, token, who, words)))


def _owners(parsed: Parsed, token: int, who: Participants, words: HarmWords) -> Iterator[str]:
    """Whoever a noun that names nobody belongs to: a people by its adjective, the owner of a body that acts."""
    body = parsed.lemma_lowers[token] in words.bodies
    for child in dependents(parsed, token, NOUN_MODIFIERS if body else MODIFIERS):
        if body or child in who.demonyms:
            yield from who.at.get(child, ())


def _named_at(parsed: Parsed, token: int, who: Participants) -> tuple[str, ...]:
    """The actors of a token; of an office with a people of its own ("the Norwegian envoy") only if it is that people's.

    Where the title seemed to mean somebody who acts for nobody or for others, the people stands for its office.
    """
    here = who.at.get(token, ())
    if token not in who.titles:
        return here
    beside = [c for c in dependents(parsed, token, ADJECTIVES) if parsed.words[c][:1].isupper()]
    peoples = tuple(actor for c in beside for actor in who.at.get(c, ()) if c in who.demonyms and actor not in here)
    homes = {who.homes.get(actor, "") for actor in here} | {actor for actor in here if who.homes.get(actor)}
    return peoples if beside and homes.isdisjoint(peoples) else here
