"""Who is meant by an office whose holder an article does not name: "the French president" is who holds it in its event.

Where no article of the event names a holder, it is the one whom the articles of several other events call so and who
has no rival in the run; else the state itself, which acts through its officers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from framing.link.records import Sighting
from framing.model import Actor

NOBODY_ELSE = "read as the only holder of the office who is named"
LEAST_EVENTS = 3  # that must name a holder, where the event itself names none
_LEADERS = ("president", "prime minister", "premier", "chancellor", "king", "queen", "leader")  # "the Norland leader"
_Key = tuple[str | None, str, str]  # event (None: of the whole run), roster id of the state, office
_Ids = Mapping[tuple[str, str], str]


def find_holders(offices: Sequence[Sighting], named: Sequence[Sighting], ids: _Ids) -> list[tuple[Sighting, Actor]]:
    """Each sighting of a mere office with whom it means: a person of the roster, or the state whose office it is.

    `named` are the sightings of actors by name, `ids` their roster ids by article and id inside the article.
    """
    if not offices:
        return []
    holders: dict[_Key, dict[str, Actor]] = defaultdict(dict)
    events: dict[_Key, set[str]] = defaultdict(set)
    for sighting in named:
        roster = ids[sighting.article, sighting.actor.id]
        for state, office in _held(sighting, ids):
            for event in (sighting.event, None):
                holders[event, state, office][roster] = sighting.actor
            events[None, state, office].add(sighting.event or sighting.article)
    states = {ids[s.article, s.actor.id]: s.actor for s in named if s.actor.nature == "state"}
    return [(one, _choose(one, holders, events, states, ids)) for one in offices]


def _held(sighting: Sighting, ids: _Ids) -> Iterator[tuple[str, str]]:
    """The states and offices that a person holds; a head of state or of government is also its leader."""
    actor = sighting.actor
    state = ids.get((sighting.article, actor.member_of), actor.member_of)
    for office in actor.holds if state and actor.nature == "person" else ():
        yield state, office
        if office in _LEADERS[:-1]:
            yield state, _LEADERS[-1]


def _choose(
    sighting: Sighting,
    holders: Mapping[_Key, Mapping[str, Actor]],
    events: Mapping[_Key, Collection[str]],
    states: Mapping[str, Actor],
    ids: _Ids,
) -> Actor:
    """Whom one sighting of an office means, with the roster id."""
    office = sighting.actor
    state = ids.get((sighting.article, office.member_of), office.member_of)
    here = holders.get((sighting.event, state, office.office), {}) if sighting.event else {}
    run = (None, state, office.office)
    if not here and len(events.get(run, ())) >= LEAST_EVENTS:
        here = holders.get(run, {})
    if len(here) == 1:
        ((roster, holder),) = here.items()
        return replace(holder, id=roster)
    plain = replace(office, member_of="", office="", known=not state.startswith("~"))
    return replace(states.get(state, plain), id=state)
