"""Rules for written names that reading and linking share: slips, given names, generations, names of offices.

Names come as lower-case words without accents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from framing.packs.people import ActorWords

NUMERALS = frozenset(
    ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii"]
)
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii", "iv"))
GENERATIONS = {"junior": "jr", "senior": "sr"}  # how a generation is written in full
JOINTS = frozenset(("of", "for", "on", "against", "to"))  # inside names of bodies
GivenTie = Literal["same", "initial", "nickname", "opening", ""]


def is_slip(one: str, two: str) -> bool:
    """Whether two words differ by one letter added, lost or changed, or by two neighbours exchanged.

    Source: Damerau (1964), the four single errors that make up most misspellings.
    """
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    left, right = _differing(one, two)
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def is_slipped(one: str, two: str) -> bool:
    """Whether two surnames differ by one slip and share the first letter."""
    return min(len(one), len(two)) >= LEAST_LETTERS and one[0] == two[0] and is_slip(one, two)


def without_generation(name: str) -> list[str]:
    """The words of a name without "Jr.", "III" and the like at its end; a lone word stays."""
    words = name.split()
    return words[:-1] if len(words) > 1 and words[-1].lower().rstrip(".") in SUFFIXES else words


def swaps_vowel(one: str, two: str) -> bool:
    """Whether two surnames of five letters and more differ in one vowel inside: "cowan", "cowen"."""
    if len(one) != len(two) or len(one) < NEAR_LETTERS or one[0] != two[0]:
        return False
    apart = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and set("aeiou").issuperset(apart[0])


def is_near(one: str, two: str) -> bool:
    """Whether two surnames are one or two letters apart and share the first: nobody is said to be missing on that."""
    return min(len(one), len(two)) >= NEAR_LETTERS and one[0] == two[0] and 0 < letters_apart(one, two) <= 2


NEAR_LETTERS = 5  # of a surname that may be meant by one that is near
LEAST_LETTERS = 6  # of a surname that may be misspelt


@lru_cache(maxsize=4096)
def letters_apart(one: str, two: str) -> int:
    """Number of letters to change, add or drop to turn one word into the other. Source: Levenshtein (1966)."""
    left, right = _differing(one, two)
    row = list(range(len(right) + 1))
    for place, letter in enumerate(left, 1):
        before, row[0] = row[0], place
        for column, wanted in enumerate(right, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (letter != wanted))
    return row[-1]


def _differing(one: str, two: str) -> tuple[str, str]:
    """What is left of two words without the letters that they share at the start and at the end."""
    shorter, start, end = min(len(one), len(two)), 0, 0
    while start < shorter and one[start] == two[start]:
        start += 1
    while end < shorter - start and one[-1 - end] == two[-1 - end]:
        end += 1
    return one[start : len(one) - end], two[start : len(two) - end]


def tie_given(one: str, two: str, nicknames: Mapping[str, frozenset[str]]) -> GivenTie:
    """How two given names may be one person's: equal, an initial, a known short form, an opening ("nat", "nathan")."""
    if one == two:
        return "same"
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return "initial" if long.startswith(short) else ""
    if short in nicknames.get(long, ()):
        return "nickname"
    return "opening" if len(short) >= 3 and long.startswith(short) else ""


PET_ENDINGS = ("ie", "y", "s")
LEAST_SHARED = 3  # letters of a given name and its short form


def is_short_for(word: str, given: str, words: ActorWords) -> bool:
    """Whether a word is a listed short form of a given name, its opening, or its opening with a pet ending ("Otty")."""
    if word == given or len(given) < LEAST_SHARED:
        return False
    if given in words.nicknames.get(word, ()):
        return True
    if word[:1] != given[:1] or (word in words.first_names and given in words.first_names):
        return False  # "Julia" and "Juliana" are two names
    stem = next((word.removesuffix(ending) for ending in PET_ENDINGS if word.endswith(ending)), word)
    stem = stem[:-1] if len(stem) > LEAST_SHARED and stem[-1] == stem[-2] and not given.startswith(stem) else stem
    return min(len(word), len(stem)) >= LEAST_SHARED and len(word) <= len(given) and given.startswith(stem)


def turn_office(parts: Sequence[str], office: str, joint: str = "of") -> tuple[str, ...]:
    """A body's name with its office last: "department of the treasury" becomes "treasury department"."""
    at = parts.index(office) if office in parts else len(parts)
    if at >= len(parts) - 2 or parts[at + 1] != joint:
        return tuple(parts)
    return (*parts[:at], *(p for p in parts[at + 2 :] if p != "the"), office)


def opens_many_names(word: str, words: ActorWords, *, anywhere: bool = False) -> bool:
    """Whether a word opens the names of many bodies, so that it stands for none: "senate", "national", "texas".

    `anywhere` asks it of all articles rather than of one: there, "justice" or "company" may open any body's name, too.
    """
    lists = (words.public_bodies, words.chambers, words.before_titles, words.titles, words.adherents, words.gazetteer)
    wider = (
        (
            words.organisation_heads,
            words.policy_fields,
            words.thing_heads,
            words.group_nouns,
            words.body_nouns,
            words.common_openings,
        )
        if anywhere
        else ()
    )
    return any(word in each for each in (*lists, *wider))


def is_outlet(name: str, source: str) -> bool:
    """Whether a name is that of the outlet that is called `source`: "Fox News" of fox, "New York Times" of nyt.

    Or of "nytimes" or "nyti": the openings of all its words.
    """
    words, wanted = [word for word in name.casefold().split() if word != "the"], source.casefold().split()
    return set(wanted) <= set(words) or set(words) <= set(wanted) or _is_of_openings("".join(wanted), words)


def _is_of_openings(short: str, words: Sequence[str]) -> bool:
    """Whether letters are the openings of some words, one letter at least of each."""
    if not words:
        return not short
    sizes = (size for size in range(1, len(words[0]) + 1) if short[:size] == words[0][:size])
    return bool(short) and any(_is_of_openings(short[size:], words[1:]) for size in sizes)
