"""An office whose holder an article does not name: who holds it in the event, and else the state."""

from __future__ import annotations

from dataclasses import replace

from framing.link import Roster, Sighting, link_actors
from framing.model import Actor
from framing.packs.people import load_actor_words

STATE = Actor("FR", "France", "state", known=True)
OFFICE = Actor("~president-of-france", "France", "state", member_of="FR", office="president")


def holder(name: str, article: str, event: str, *, member_of: str = "FR") -> Sighting:
    slug = "~" + name.lower().replace(" ", "-")
    return Sighting(article, "Daily", event, Actor(slug, name, "person", member_of, holds=("president",)), 1.0, (name,))


def whom(*others: Sighting, event: str = "e", office: str = "president") -> tuple[str, Roster]:
    """The roster id of the office in an article of an event, and the roster."""
    asked = Sighting("asked", "Star", event, replace(OFFICE, office=office), 2.0, ("The French president",))
    roster = link_actors([*others, asked], load_actor_words())
    return roster.ids["asked", OFFICE.id], roster


def test_an_office_is_its_only_holder_in_the_event_and_a_doubt_says_so() -> None:
    found, roster = whom(holder("Ines Vauban", "a1", "e"), holder("Paul Roux", "a2", "other"))
    assert found == "ines-vauban" and roster.mentions("ines-vauban") == 3.0
    assert [(d.actor, d.other) for d in roster.doubts] == [("ines-vauban", "president of France")]
    assert whom(holder("Ines Vauban", "a1", "e"), office="leader")[0] == "ines-vauban"


def test_an_office_is_the_state_where_nobody_or_two_hold_it() -> None:
    assert whom()[0] == "FR" and whom()[1].actors[0].kind == "state"
    two = (holder("Ines Vauban", "a1", "e"), holder("Paul Roux", "a2", "e"))
    seen, roster = whom(*two, Sighting("a3", "Daily", "e", STATE, 1.0, ("France",)))
    assert seen == "FR" and roster.mentions("FR") == 3.0
    assert whom(holder("Ines Vauban", "a1", "e", member_of="DE"))[0] == "FR"
    assert whom(holder("Ines Vauban", "a1", "e"), office="foreign minister")[0] == "FR"


def test_other_events_tell_only_when_several_agree_and_none_contradicts() -> None:
    agreeing = [holder("Ines Vauban", f"a{n}", f"e{n}") for n in range(3)]
    assert whom(*agreeing, event="new")[0] == "ines-vauban"
    assert whom(*agreeing[:2], event="new")[0] == "FR"
    assert whom(*agreeing, holder("Paul Roux", "b", "f"), event="new")[0] == "FR"
