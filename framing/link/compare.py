"""Two written names compared: whether they may be one person or one organisation. Names come as slugs."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from framing.annotate.actors.names import NUMERALS
from framing.annotate.actors.shortforms import is_slip
from framing.packs.people import load_actor_words

LEAST_LETTERS = 6  # of a surname that may be misspelt
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SMALL = frozenset(("for", "the", "of", "and", "on", "in"))
_FIRMS = frozenset(
    ("inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "plc", "co", "stores", "holdings")
)
_NATIONAL = frozenset(("department", "corps", "guard", "force", "commission", "bureau"))
_COMMON = frozenset(("american", "british", "united", "new", "first", "white", "tea", "st", "local", "international"))
_COUNTRY = (("u", "s"), ("us",), ("united", "states"))


class PersonName(NamedTuple):
    """The parts of a person's name; a monarch's or a pope's number belongs to `last`, and `given` is empty."""

    given: tuple[str, ...]  # given names and initials
    last: str
    suffix: str = ""


@lru_cache(maxsize=8192)
def person_name(slug: str) -> PersonName:
    """The parts of a name: "walt-h-lang-jr" -> (walt, h), lang, jr; "ada-ii" is one part."""
    parts = slug.split("-")
    if len(parts) == 2 and parts[1] in NUMERALS:
        return PersonName((), slug)
    suffix = parts.pop() if len(parts) > 1 and parts[-1] in _SUFFIXES else ""
    return PersonName(tuple(parts[:-1]), parts[-1], suffix)


def one_person(one: str, two: str, *, shared: bool = False) -> str | None:
    """ "" when two full names are surely one person, a reason for doubt when probably, None when they are two.

    `shared` tells that a father and a son bear the name, so that "Jr." must stand on both sides or on neither.
    """
    first, second = person_name(one), person_name(two)
    if first.suffix != second.suffix and (shared or (first.suffix and second.suffix)):
        return None
    if not first.given or not second.given:
        return "" if one == two else None
    if first.last == second.last:
        reason = _one_given(first.given, second.given)
        return "“Jr.” or the like stands on one side only" if reason == "" and first.suffix != second.suffix else reason
    if first.given[0] == second.given[0] and is_slipped(first.last, second.last):
        return "the names differ by one letter"
    return None


def _one_given(one: tuple[str, ...], two: tuple[str, ...]) -> str | None:
    """What `one_person` says of given names under one surname."""
    if one[0] == two[0]:
        return None if _differ(one[1:], two[1:]) else ""
    short, long = sorted((one[0], two[0]), key=len)
    if len(short) == 1 and long.startswith(short):
        return "an initial was read as this given name"
    if short in load_actor_words().nicknames.get(long, ()):
        return f"{short} was read as a short form of {long}"
    for full, used in ((one, two[0]), (two, one[0])):
        if len(full) > 1 and len(used) > 1 and len(full[1]) > 1 and _is_called(full[1], used):
            return f"{used} was read as a second given name"
    return None


def _is_called(given: str, used: str) -> bool:
    """Whether somebody of a given name may be called `used`."""
    return given == used or used in load_actor_words().nicknames.get(given, ())


def _differ(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether middle names are written on both sides and begin with other letters."""
    return bool(one and two) and one[0][0] != two[0][0]


def is_slipped(one: str, two: str) -> bool:
    """Whether two surnames differ by one slip and share the first letter."""
    return min(len(one), len(two)) >= LEAST_LETTERS and one[0] == two[0] and is_slip(one, two)


@lru_cache(maxsize=8192)
def body_name(slug: str) -> str:
    """An organisation's name in one form: "n-a-a-c-p" -> "naacp"; no "the", no "Inc.", no "U.S." of a national body."""
    parts = slug.split("-")
    if parts[0] == "the" and len(parts) > 1:
        parts = parts[1:]
    if all(len(part) == 1 for part in parts):
        return "".join(parts)
    words = load_actor_words()
    for country in _COUNTRY:
        rest = parts[len(country) :]
        if tuple(parts[: len(country)]) == country and not (words.public | _NATIONAL).isdisjoint(rest):
            parts = rest
    if parts[0] == "department" and parts[1:2] == ["of"]:
        parts = [*(p for p in parts[2:] if p != "the"), "department"]
    if "committee" in parts[:-2] and parts[parts.index("committee") + 1] == "on":  # "House Committee on the Budget"
        at = parts.index("committee")
        parts = [*parts[:at], *(p for p in parts[at + 2 :] if p != "the"), "committee"]
    while len(parts) > 1 and parts[-1] in _FIRMS:
        parts = parts[:-1]
    if parts[-2:] == ["of", "representatives"] and len(parts) > 2:
        parts = parts[:-2]
    return "-".join(parts)


def stands_for(short: str, body: str) -> bool:
    """Whether a single word is short for an organisation: its initials, its department's field, a rare first word."""
    parts = body_name(body).split("-")
    if len(parts) < 2:
        return False
    if short in ("".join(p[0] for p in parts), "".join(p[0] for p in parts if p not in _SMALL)):
        return len(short) > 1
    return short == parts[0] and (parts[1:] == ["department"] or not is_common(short))


def is_common(word: str) -> bool:
    """Whether a word opens the names of too many bodies to stand for one: "senate", "national", "texas", "justice"."""
    words = load_actor_words()
    lists = (words.organisations, words.public, words.chambers, words.titles, words.before_titles, words.adherents)
    more = (words.gazetteer, words.fields, words.things, words.groups, words.company, _COMMON)
    return any(word in each for each in (*lists, *more))
