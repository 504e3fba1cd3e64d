"""Regular forms of English verbs and nouns, forwards and backwards; irregular ones are found by their lemma.

Source: Quirk et al. 1985, A Comprehensive Grammar of the English Language, 3.2-3.10 and 5.80.
"""

from __future__ import annotations

from functools import lru_cache

VOWELS = "aeiou"
WITH_ES = ("ches", "oes", "shes", "sses", "xes", "zes")


def inflect(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb: "rig" gives rigs, rigged, rigging."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    closed = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS
    doubled = [verb + verb[-1] + "ed", verb + verb[-1] + "ing"] if closed else []
    short = closed and not any(letter in "aeiouy" for letter in verb[:-3])  # "wag" is never "waged"
    return (third, *doubled, *(() if short else (verb + "ed", verb + "ing")))


@lru_cache(maxsize=1 << 16)
def base_forms(word: str) -> tuple[str, ...]:
    """The word, and what it may be a form of: "mocks" of mock, "denied" of deny, "stopping" of stop."""
    bases: tuple[str, ...] = ()
    if word.endswith(("ies", "ied")):
        bases = word[:-1], word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        bases = word[:-1], *((word[:-2],) if word.endswith(WITH_ES) else ())
    elif word.endswith("ed") and len(word) > 3:
        bases = word[:-1], word[:-2], *_undoubled(word[:-2])
    elif word.endswith("ing") and len(word) > 4:
        bases = word[:-3], word[:-3] + "e", *_undoubled(word[:-3])
    return word, *bases


def _undoubled(stem: str) -> tuple[str, ...]:
    """`stopp` -> `stop`."""
    return (stem[:-1],) if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in VOWELS else ()
