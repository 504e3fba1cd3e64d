"""Why the names of an actor were taken for one, in words that a reader can check."""

from __future__ import annotations

from framing.link.compare import PersonName, body_name, initials_of, person_name
from framing.model import Actor
from framing.names import is_short_for, is_slipped, tie_given
from framing.packs.people import ActorWords
from framing.packs.roster import make_slug


def say_joins(actor: Actor, words: ActorWords) -> list[str]:
    """Every other name of an actor with what ties it to the name, "Lang (surname)"; those of a roster's entry bare."""
    if actor.known:
        return list(actor.aliases)
    return [f"{alias} ({say_tie(actor, alias, words)})" for alias in actor.aliases]


def say_tie(actor: Actor, alias: str, words: ActorWords) -> str:
    """What ties one other name to the name of an actor."""
    one, other = make_slug(actor.name), make_slug(alias)
    if one.replace("-", "") == other.replace("-", ""):
        return "the same letters"
    if actor.nature != "person":
        return _tie_bodies(one, other, words)
    return _tie_people(person_name(one, actor.family_first), person_name(other, actor.family_first), words)


def _tie_bodies(one: str, other: str, words: ActorWords) -> str:
    """How two names of bodies belong together."""
    body, form = body_name(one, words), body_name(other, words)
    if body == form:
        return "the same body, written otherwise"
    if form in initials_of(body, words.acronym_skips):
        return "initials"
    return "part of the name" if form in body or body in form else "as the article says"


def _tie_people(name: PersonName, other: PersonName, words: ActorWords) -> str:
    """How two names of people belong together."""
    if other.last == name.last and not other.given:
        return "surname"
    if other.last == name.last and name.given:
        return _tie_given(name.given[0], other.given[0], words)
    if not other.given and other.last in name.given:
        return "given name"
    if not other.given and name.given and is_short_for(other.last, name.given[0], words):
        return "short form of the given name"
    if is_slipped(other.last, name.last):
        return "one letter differs"
    return "part of the name" if set(other.joined) <= set(name.joined) else "as the article says"


def _tie_given(one: str, other: str, words: ActorWords) -> str:
    """How two given names before one surname belong together."""
    if other in words.titles or other in words.honorifics:
        return "title and surname"
    tie = tie_given(one, other, words.nicknames)
    said = {
        "same": "given name and surname",
        "initial": "initial and surname",
        "nickname": "short form of the given name",
    }
    return said.get(tie, "surname")
