"""Words that open a sentence with a capital and are no names: orders, plain nouns, plants, stuff, the weather."""

from __future__ import annotations

from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import PREDICATES, PREPOSITION_OBJECTS, SUBJECT, dependents

_DETERMINERS = frozenset(("the", "a", "an", "your", "our", "my", "these", "those"))
_TIMES = frozenset(
    ("morning", "afternoon", "evening", "night", "day", "week", "month", "year", "statement", "interview")
)
_OF_PLACE = frozenset(("across", "along", "around", "between", "for", "from", "over", "through", "throughout", "under"))
_PLAIN_NOUNS = ("NN", "NNS")


def is_plain_opening(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether the word that opens a sentence is an order, a noun with its own phrase, a plant, stuff, or the weather.

    "Mark the date", "Banks across the country closed", "Frost covered the valley", "Heather on the hills blooms",
    "Cash is short"; not "Ivo the Fifth".
    """
    after = token + 1
    if after + 1 >= len(parsed) or parsed.words[after][0].isupper():
        return False
    if parsed.lowers[after] in _DETERMINERS:
        return parsed.words[after + 1].islower() and parsed.pos[token] == "VERB"
    if parsed.tags[token] in _PLAIN_NOUNS and _has_phrase(parsed, token):
        return True
    verb = parsed.heads[token]
    if parsed.deps[token] not in SUBJECT:
        return False
    if parsed.tags[token] in _PLAIN_NOUNS and parsed.lemmas[verb] == "be":
        return any(parsed.lowers[c] in words.adjectives_of_stuff for c in dependents(parsed, verb, PREDICATES))
    if parsed.lowers[token] in words.plants:
        return not words.growing_places.isdisjoint(parsed.lowers[o] for o in _objects_behind(parsed, token))
    return parsed.lowers[token] in words.weather_nouns and parsed.lemmas[verb] in words.weather_verbs


def _has_phrase(parsed: Parsed, token: int) -> bool:
    """Whether a preposition right behind a noun, with a plain noun that is no time, belongs to it."""
    objects = _objects_behind(parsed, token) if parsed.lowers[token + 1] in _OF_PLACE else ()
    return any(parsed.pos[o] == "NOUN" and parsed.lowers[o] not in _TIMES for o in objects)


def _objects_behind(parsed: Parsed, token: int) -> list[int]:
    """What the preposition right behind a word, and of it, stands before."""
    after = token + 1
    return dependents(parsed, after, PREPOSITION_OBJECTS) if parsed.heads[after] == token else []
