"""Actors as matching needs them: their names by the first word, and whom each acts for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from framing.packs.pattern import cut_word
from framing.packs.referent import Name
from framing.packs.roster import KnownActor, load_world


def index_names(actors: Iterable[KnownActor]) -> dict[str, tuple[Name, ...]]:
    """First word -> names of actors (name, aliases, demonyms, metonyms)."""
    names: dict[str, dict[Name, None]] = {}
    for actor in actors:
        for text in (actor.name, *actor.aliases, *actor.demonyms, *actor.metonyms):
            words = tuple(part for word in text.split() for part in cut_word(word))
            if words:
                names.setdefault(words[0], {})[Name(words, actor.id, text in actor.metonyms)] = None
    return {first: tuple(found) for first, found in names.items()}


@cache
def world_names() -> dict[str, tuple[Name, ...]]:
    """The names of the world roster."""
    return index_names(load_world())


def find_parents(actors: Mapping[str, KnownActor]) -> dict[str, frozenset[str]]:
    """Actor -> itself and everyone it acts for."""
    above = {id: actor.member_of for id, actor in actors.items()}
    parents = {}
    for id in above:
        chain, step = {id}, above[id]
        while step and step not in chain:
            chain.add(step)
            step = above.get(step, "")
        parents[id] = frozenset(chain)
    return parents
