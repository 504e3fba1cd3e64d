"""Names of one actor brought together: full name, surname, first name, title, acronym, misspelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from framing.annotate.actors.names import SUFFIXES, Name
from framing.packs.people import ActorWords

Key = tuple[str, ...]


class Occurrence(NamedTuple):
    """A name with what is known about it before names are compared."""

    name: Name
    actor: str  # id in the roster, or ""
    kind: (
        str  # person, organisation, group, place, thing, namesake (of a known place), or "" when its words do not tell
    )


def bare_words(name: Name) -> Key:
    """Lower-case words of a name without generation suffixes and possessive marks."""
    return _bare(name.words)


@lru_cache(maxsize=4096)
def _bare(written: Key) -> Key:
    """The work of `bare_words`, remembered: the same few names come again and again."""
    words = tuple(filter(None, (w.lower().strip("“”\"'’‘`.,") for w in written)))
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return words or ("",)


def kind_by_words(name: Name, words: ActorWords) -> str:
    """What the words of a name alone say about its bearer."""
    parts = bare_words(name)
    if any(t in words.titles or t in words.honorifics for t in name.titles):
        return "person"
    if parts[-1] in words.groups:
        return "group"
    if " ".join(parts) in words.gazetteer:
        return "" if parts[0] in words.first_names else "place"
    if _is_no_name(name, parts, words):
        return "thing"
    return _kind_by_heads(name, parts, words)


def _is_no_name(name: Name, parts: Key, words: ActorWords) -> bool:
    """Whether capitals make no name: a bare title, a creed, a month, "R-Ohio" for party and state of a lawmaker."""
    if len(parts) > 1:
        titles = all(p in words.titles or p in words.before_titles or p == "of" for p in parts)
        return (
            (titles and not words.titles.isdisjoint(parts))
            or parts[-1] in words.adherents
            or (parts[0] in ("r", "d", "i") and name.words[1] == "-")
        )
    word = parts[0]
    if len(word) < 2 or word == "may":
        return True
    return word not in words.first_names and (word in words.titles or word in words.adherents)


def _kind_by_heads(name: Name, parts: Key, words: ActorWords) -> str:
    """The kind that the head words of a name tell, or the given name that opens it."""
    given = words.first_names.get(parts[0])
    if parts[-1] in words.organisations or ("of" in parts and parts[0] in words.organisations):
        return "organisation"
    if parts[-1] in words.things or parts[0] in _WATERS:
        return "" if len(parts) == 2 and given else "thing"  # "Lauren Lake" may be a woman or a water
    if any(p in words.organisations for p in parts[1:]):
        return "organisation"
    if given or (given is not None and len(parts) > 1):
        return "person"
    return "organisation" if len(parts) == 1 and _ACRONYM.fullmatch(name.words[0]) else ""


_QUOTES = frozenset(('"', "“", "‘", "``", "'"))
_WATERS = frozenset(("mount", "lake", "cape", "fort", "port"))
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}")


def group_names(
    occurrences: Sequence[Occurrence], words: ActorWords, brackets: Mapping[int, int] = MappingProxyType({})
) -> list[int]:
    """For each occurrence the number of its group; equal numbers are one actor.

    `brackets` gives, for an occurrence that is a short form in brackets, the number of the full name before it.
    Two people with one surname stay apart when both are introduced in full; a bare surname goes to the one named last.
    """
    groups: list[int] = [-1] * len(occurrences)
    fulls: dict[Key, int] = {}
    _seed_known(occurrences, groups)
    surnames = {bare_words(o.name)[-1] for o in occurrences if "-" not in o.name.words}
    for index, (name, actor, kind) in enumerate(occurrences):
        parts = bare_words(name)
        if actor or kind in ("thing", "group") or len(parts) < 2 or _is_pair(name, surnames):
            continue
        groups[index] = fulls.setdefault(_full_key(parts, kind, fulls, words), index)
    _attach_short(occurrences, groups, words, brackets)
    return _join_endings(occurrences, groups)


_FIRMS = frozenset(("inc", "corp", "ltd", "llc", "plc", "group", "company", "co", "holdings", "stores", "limited"))


def _join_endings(occurrences: Sequence[Occurrence], groups: list[int]) -> list[int]:
    """Groups after "the Senate" has joined the one "US Senate", and "Wal-Mart" the one "Wal-Mart Stores Inc"."""
    bodies: dict[Key, int] = {}
    others: dict[Key, int] = {}
    for occurrence, group in zip(occurrences, groups, strict=True):
        if occurrence.kind in ("", "organisation") and not occurrence.actor:
            names = bodies if occurrence.kind else others
            names.setdefault(bare_words(occurrence.name), group)
    moved: dict[int, int] = {}
    for key, group in (bodies | others).items():
        longer = {g for body, g in bodies.items() if g != group and _is_short_for(key, body)}
        if len(longer) == 1:
            moved[group] = longer.pop()
    return [moved.get(moved.get(group, group), moved.get(group, group)) for group in groups]


def _is_short_for(key: Key, body: Key) -> bool:
    """Whether a name is the ending of an organisation's, or the same without "Inc", "Company" and the like."""
    if len(body) <= len(key):
        return False
    return body[-len(key) :] == key or (body[: len(key)] == key and _FIRMS.issuperset(body[len(key) :]))


def _seed_known(occurrences: Sequence[Occurrence], groups: list[int]) -> None:
    """Occurrences of one roster entry form one group."""
    firsts: dict[str, int] = {}
    for index, occurrence in enumerate(occurrences):
        if occurrence.actor:
            groups[index] = firsts.setdefault(occurrence.actor, index)


def _full_key(parts: Key, kind: str, fulls: Iterable[Key], words: ActorWords) -> Key:
    """The key under which a full name is kept; initials and short given names follow an earlier fuller form."""
    if kind == "organisation":
        return parts
    key = (parts[0], parts[-1])
    if key in fulls:
        return key
    for inner in ((parts[-2], parts[-1]), (parts[0], parts[1])) if len(parts) > 2 else ():
        if inner in fulls:
            return inner  # a heading or a stray capital has been drawn into the name
    for other in fulls:
        if len(other) == 2 and other[1] == key[1] and _same_given(other[0], key[0], words):
            return other
    return key


def _same_given(one: str, two: str, words: ActorWords) -> bool:
    """Whether two given names can be one: an initial, an opening, or a short form."""
    short, long = sorted((one, two), key=len)
    opens = long.startswith(short) and (len(short) == 1 or len(short) >= 3)
    return opens or short in words.nicknames.get(long, ())


def _attach_short(
    occurrences: Sequence[Occurrence], groups: list[int], words: ActorWords, brackets: Mapping[int, int]
) -> None:
    """Single words join the group whose surname, given name, opening or acronym they are; else they group by word."""
    by_last, by_first, by_acronym = _indexes(occurrences, groups, words)
    for short, full in brackets.items():
        if groups[full] >= 0:
            by_acronym.setdefault(occurrences[short].name.words[0], []).append(full)
    singles: dict[str, int] = {}
    for index, (name, actor, kind) in enumerate(occurrences):
        if actor or groups[index] >= 0:
            continue
        parts = bare_words(name)
        word = parts[0] if len(parts) == 1 else ""
        given: Sequence[int] = (
            () if _formal(name) or word in words.organisations or kind == "site" else by_first.get(word, ())
        )
        options = by_last.get(word) or given or by_acronym.get(name.words[0]) or ()
        if not options and word and kind in ("", "person", "namesake", "site"):
            options = _misspelt(word, by_last)
        if options:
            groups[index] = _nearest(options, index, groups)
        else:
            groups[index] = singles.setdefault(" ".join(parts), index)


def _is_pair(name: Name, surnames: set[str]) -> bool:
    """Whether a hyphen joins the surnames of two people: "the Romney-Ryan ticket"."""
    return len(name.words) == 3 and name.words[1] == "-" and {w.lower() for w in name.words[::2]} <= surnames


def _formal(name: Name) -> bool:
    """Whether a title of address stands before the name, so that it is no given name."""
    return any(t.rstrip(".") in ("mr", "mrs", "ms", "miss", "dr") for t in name.titles)


def _indexes(
    occurrences: Sequence[Occurrence], groups: list[int], words: ActorWords
) -> tuple[dict[str, list[int]], ...]:
    """Full names by surname and by given name, organisations by acronym; lists of occurrence numbers."""
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    by_acronym: dict[str, list[int]] = {}
    for index, (name, _, kind) in enumerate(occurrences):
        parts = bare_words(name)
        if groups[index] < 0 or len(parts) < 2:
            continue
        if kind in ("person", "", "namesake", "site"):
            by_last.setdefault(parts[-1], []).append(index)
            by_first.setdefault(parts[0], []).append(index)
            if any(w in _QUOTES for w in name.words):
                by_first.setdefault(parts[1], []).append(index)
        if kind == "organisation":
            by_acronym.setdefault("".join(w[0] for w in name.words if w[0].isupper()), []).append(index)
            if parts[0] not in words.first_names:
                by_first.setdefault(parts[0], []).append(index)
    return by_last, by_first, by_acronym


def _nearest(options: Sequence[int], index: int, groups: list[int]) -> int:
    """The group of the last option before `index`, or of the first one after it."""
    before = [o for o in options if o < index]
    return groups[before[-1] if before else options[0]]


def _misspelt(word: str, by_last: dict[str, list[int]]) -> Sequence[int]:
    """Occurrences whose surname differs from `word` by one slip (first letter the same, six letters or more)."""
    if len(word) < 6:
        return ()
    near = [last for last in by_last if last[0] == word[0] and len(last) >= 6 and is_slip(word, last)]
    return by_last[near[0]] if len(near) == 1 else ()


def is_slip(one: str, two: str) -> bool:
    """Whether two words differ by one letter added, lost or changed, or by two neighbours exchanged.

    Source: Damerau (1964), the four single errors that make up most misspellings.
    """
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    left, right = one[start:], two[start:]
    if len(one) == len(two):
        return left[1:] == right[1:] or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    short, long = sorted((left, right), key=len)
    return long[1:] == short
