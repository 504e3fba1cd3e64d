"""Words that open a sentence and look like a surname of the article, but are plain words: "Snow had fallen"."""

from __future__ import annotations

from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import PREPOSITION_OBJECTS, SUBJECT, dependents

_DETERMINERS = frozenset(("the", "a", "an", "your", "our", "my", "these", "those"))
_TIMES = frozenset(
    ("morning", "afternoon", "evening", "night", "day", "week", "month", "year", "statement", "interview")
)
_OF_PLACE = frozenset(("across", "along", "around", "between", "for", "from", "over", "through", "throughout", "under"))
_PLAIN_NOUNS = ("NN", "NNS")


def is_plain_opening(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether the word that opens a sentence is an order, a noun with its own phrase, or the weather.

    "Mark the date", "Banks across the country closed", "Frost covered the valley"; not "Ivo the Fifth".
    """
    after = token + 1
    if after + 1 >= len(parsed) or parsed.words[after][0].isupper():
        return False
    if parsed.lowers[after] in _DETERMINERS:
        return parsed.words[after + 1].islower() and parsed.pos[token] == "VERB"
    if parsed.tags[token] in _PLAIN_NOUNS and _has_phrase(parsed, token):
        return True
    verb = parsed.heads[token]
    weather = parsed.lowers[token] in words.weather_nouns and parsed.deps[token] in SUBJECT
    return weather and parsed.lemmas[verb] in words.weather_verbs


def _has_phrase(parsed: Parsed, token: int) -> bool:
    """Whether a preposition right behind a noun, with a plain noun that is no time, belongs to it."""
    after = token + 1
    if parsed.heads[after] != token or parsed.lowers[after] not in _OF_PLACE:
        return False
    objects = dependents(parsed, after, PREPOSITION_OBJECTS)
    return any(parsed.pos[o] == "NOUN" and parsed.lowers[o] not in _TIMES for o in objects)
