"""What linking reads and gives: sightings of one run, its roster, its doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from framing.model import Actor


class Sighting(NamedTuple):
    """An actor as one article has it. `mentions` sums shares; `texts` are the different ways it is written there."""

    article: str
    source: str
    event: str
    actor: Actor
    mentions: float
    texts: tuple[str, ...]
    headline: bool = False
    pronouns: tuple[str, ...] = ()  # he, she or they, as often as one stands for the actor alone


class Doubt(NamedTuple):
    """Two names that were taken for one actor, or kept apart, on thin grounds; `why` says on which."""

    actor: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Every actor of a run, most prominent first; `ids` turns (article, id in that article) into a roster id."""

    actors: tuple[Actor, ...]
    ids: Mapping[tuple[str, str], str]
    sources: Mapping[str, Mapping[str, float]]  # roster id -> source -> mentions
    doubts: tuple[Doubt, ...] = ()

    def mentions(self, actor: str) -> float:
        """Mentions of an actor in all sources together."""
        return sum(self.sources.get(actor, {}).values())
