"""Two written names compared: whether they may be one person or one organisation. Names come as slugs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from framing.names import GENERATIONS, NUMERALS, SUFFIXES, is_slipped, opens_many_names, tie_given, turn_office
from framing.packs.people import ActorWords

Nicknames = Mapping[str, frozenset[str]]
_COUNTRY = (("u", "s"), ("us",), ("united", "states"))


class PersonName(NamedTuple):
    """The parts of a person's name; a monarch's or a pope's number belongs to `last`, and `given` is empty."""

    given: tuple[str, ...]  # given names and initials
    last: str
    suffix: str = ""
    gender: str = ""  # he, she or any, where a form of address stands for the given name: "Ms Lang"

    @property
    def joined(self) -> str:
        """The name without its gaps and hyphens, which outlets set differently."""
        return "".join((*self.given, self.last))


@lru_cache(maxsize=8192)
def person_name(slug: str, family_first: bool = False) -> PersonName:
    """The parts of a name: "walt-h-lang-jr" -> (walt, h), lang, jr; "ada-ii" is one part.

    `family_first` tells that the family name opens it: "hwon-dae-rik" -> (dae, rik), hwon.
    """
    parts = slug.split("-")
    if len(parts) == 2 and parts[1] in NUMERALS:
        return PersonName((), slug)
    suffix = parts.pop() if len(parts) > 1 and parts[-1] in SUFFIXES else ""
    if family_first and len(parts) > 1:
        return PersonName(tuple(parts[1:]), parts[0], suffix)
    return PersonName(tuple(parts[:-1]), parts[-1], GENERATIONS.get(suffix, suffix))


def one_person(first: PersonName, second: PersonName, nicknames: Nicknames, *, shared: bool = False) -> str | None:
    """ "" when two full names are surely one person, a reason for doubt when probably, None when they are two.

    `shared` tells that a father and a son bear the name, so that "Jr." must stand on both sides or on neither.
    """
    if first.suffix != second.suffix and (shared or (first.suffix and second.suffix)):
        return None
    if not first.given or not second.given:
        return "" if first == second else None
    if first.joined == second.joined:
        return ""  # "Lee Han-su", "Lee Hansu"
    if first.last == second.last:
        reason = _one_given(first.given, second.given, nicknames)
        return "“Jr.” or the like stands on one side only" if reason == "" and first.suffix != second.suffix else reason
    if first.given[0] == second.given[0] and is_slipped(first.last, second.last):
        return "the names differ by one letter"
    return None


def _one_given(one: Sequence[str], two: Sequence[str], nicknames: Nicknames) -> str | None:
    """What `one_person` says of given names under one surname."""
    short, long = sorted((one[0], two[0]), key=len)
    tie = tie_given(short, long, nicknames)
    if tie in ("same", "initial", "nickname") and _differ(one[1:], two[1:]):
        return None
    match tie:
        case "same":
            return ""
        case "initial":
            return "an initial was read as this given name"
        case "nickname":
            return f"{short} was read as a short form of {long}"
    for full, used in ((one, two[0]), (two, one[0])):
        if len(full) > 1 and len(used) > 1 and len(full[1]) > 1 and _is_called(full[1], used, nicknames):
            return f"{used} was read as a second given name"
    return None


def _is_called(given: str, used: str, nicknames: Nicknames) -> bool:
    """Whether somebody of a given name may be called `used`."""
    return given == used or used in nicknames.get(given, ())


def _differ(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether middle names are written on both sides and begin with other letters, or are more initials on one."""
    initials = all(len(part) == 1 for part in (*one, *two))
    return bool(one and two) and (one[0][0] != two[0][0] or (initials and len(one) != len(two)))


def body_name(slug: str, words: ActorWords) -> str:
    """An organisation's name in one form: "n-a-a-c-p" -> "naacp"; no "the", no "Inc.", no "U.S." of a national body."""
    parts = tuple(slug.split("-"))
    if parts[0] == "the" and len(parts) > 1:
        parts = parts[1:]
    if all(len(part) == 1 for part in parts):
        return "".join(parts)
    parts = _without_country(parts, words)
    if parts[0] == "department":
        parts = turn_office(parts, "department")
    parts = turn_office(parts, "committee", "on")  # "House Committee on the Budget"
    while len(parts) > 1 and parts[-1] in words.legal_forms:
        parts = parts[:-1]
    if parts[-2:] == ("of", "representatives") and len(parts) > 2:
        parts = parts[:-2]
    return "-".join(parts)


def _without_country(parts: tuple[str, ...], words: ActorWords) -> tuple[str, ...]:
    """The name without "U.S." before a national body, which most articles leave out."""
    for country in _COUNTRY:
        rest = parts[len(country) :]
        if parts[: len(country)] == country and not (words.public_bodies | words.national_heads).isdisjoint(rest):
            parts = rest
    return parts


def initials_of(body: str, skips: frozenset[str]) -> frozenset[str]:
    """What the first letters of an organisation's `body_name` spell, with and without the small words (`skips`)."""
    parts = body.split("-")
    if len(parts) < 2:
        return frozenset()
    return frozenset(("".join(p[0] for p in parts), "".join(p[0] for p in parts if p not in skips)))


def stands_for(short: str, body: str, words: ActorWords, *, capitals: bool = False) -> bool:
    """Whether a single word is short for an organisation (its `body_name`): its initials, its field, a rare opening.

    What is written in `capitals` is short for its initials alone, and nothing is short for somebody's campaign.
    """
    parts = body.split("-")
    if len(parts) < 2 or parts[-1] in words.eponymous_nouns:
        return False
    if short in initials_of(body, words.acronym_skips):
        return len(short) > 1 and short.upper() not in words.postal_codes
    return (
        not capitals
        and short == parts[0]
        and (parts[1:] == ["department"] or not opens_many_names(short, words, anywhere=True))
    )
