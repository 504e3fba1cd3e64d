"""Names of one actor brought together: full name, surname, first name, title, acronym, misspelling."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from framing.annotate.actors.generations import find_shared
from framing.annotate.actors.names import Name, bare_words, suffix_of
from framing.annotate.actors.shortforms import Occurrence, attach_short
from framing.names import tie_given, turn_office
from framing.packs.people import ActorWords

Key = tuple[str, ...]


def kind_by_words(name: Name, words: ActorWords) -> str:
    """What the words of a name alone say about its bearer."""
    parts = bare_words(name)
    if _is_office(name.titles, parts, words):
        return "thing"
    if any(t in words.titles or t in words.honorifics for t in name.titles):
        return "person"
    if parts[-1] in words.groups:
        return "group"
    if " ".join(parts) in words.gazetteer:
        return "" if parts[0] in words.first_names else "place"
    if _is_no_name(name, parts, words):
        return "thing"
    return _kind_by_heads(name, parts, words)


def _is_office(titles: Key, parts: Key, words: ActorWords) -> bool:
    """Whether capitals are an office without its holder: "Deputy Assistant Secretary", "Secretary of the Navy"."""
    if parts[0] in words.titles and parts[1:2] == ("of",):
        return True
    rank = (*titles, *parts)[-2:-1]
    known = parts[-1] in words.titles and parts[0] not in words.first_names and parts[0] not in words.organisations
    return known and bool(rank) and rank[0] in words.before_titles and rank[0] not in words.honorifics


def _is_no_name(name: Name, parts: Key, words: ActorWords) -> bool:
    """Whether capitals make no name: a bare title, a creed, a month, "R-Ohio" for party and state of a lawmaker."""
    if len(parts) > 1:
        titles = all(p in words.titles or p in words.before_titles or p == "of" for p in parts)
        return (
            (titles and not words.titles.isdisjoint(parts))
            or parts[-1] in words.adherents
            or (parts[0] in _SIDES and name.words[1] == "-")
        )
    word = parts[0]
    if len(word) < 2 or word == "may" or (word[0] in _SIDES and word[1] == "-"):
        return True
    return word in words.adherents or (word in words.titles and word not in words.first_names)


def _kind_by_heads(name: Name, parts: Key, words: ActorWords) -> str:
    """The kind that the head words of a name tell, or the given name that opens it."""
    given = words.first_names.get(parts[0])
    if parts[-1] in words.organisations or (parts[0] in words.organisations and not _LINKS.isdisjoint(parts)):
        return "organisation"
    if parts[-1] in words.things or parts[0] in _WATERS:
        return "" if len(parts) == 2 and given else "thing"  # "Lauren Lake" may be a woman or a water
    if any(p in words.organisations for p in parts[1:]):
        return "organisation"
    if given or (given is not None and len(parts) > 1):
        return "person"
    return "organisation" if len(parts) == 1 and _ACRONYM.fullmatch(name.words[0]) else ""


_SIDES = frozenset("rdi")  # Republican, Democrat, independent
_LINKS = frozenset(("of", "for", "on", "against", "to"))
_SMALL = _LINKS | {"the"}
_WATERS = frozenset(("mount", "lake", "cape", "fort", "port"))
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}")


def group_names(
    occurrences: Sequence[Occurrence],
    words: ActorWords,
    brackets: Mapping[int, int] = MappingProxyType({}),
    plain: Collection[str] = (),
    kin: Collection[int] = (),
) -> list[int]:
    """For each occurrence the number of its group; equal numbers are one actor.

    `brackets` gives, for an occurrence that is a short form in brackets, the number of the full name before it; `plain`
    holds the words that the text also writes small, `kin` the numbers of names that follow "his father" and the like.
    Two people with one surname stay apart when both are introduced in full; a bare surname stays with whoever bore it
    alone before.
    """
    groups: list[int] = [-1] * len(occurrences)
    fulls: dict[Key, int] = {}
    _seed_known(occurrences, groups)
    surnames = {bare_words(o.name)[-1] for o in occurrences if "-" not in o.name.words}
    shared = find_shared(occurrences, kin)
    for index, (name, actor, kind) in enumerate(occurrences):
        parts = bare_words(name)
        if actor or kind in ("thing", "group") or len(parts) < 2 or _is_pair(name, surnames):
            continue
        key = _full_key(parts, kind, fulls, words)
        if key in shared and (suffix := suffix_of(name)):
            key = (*key, suffix)
        groups[index] = fulls.setdefault(key, index)
    attach_short(occurrences, groups, words, brackets, plain)
    return _join_endings(occurrences, groups, words)


_FIRMS = frozenset(
    ("inc", "corp", "ltd", "llc", "plc", "group", "company", "co", "holdings", "stores", "limited", "news")
)


def _join_endings(occurrences: Sequence[Occurrence], groups: list[int], words: ActorWords) -> list[int]:
    """Groups after "the Senate" has joined the one "US Senate", and "Wal-Mart" the one "Wal-Mart Stores Inc"."""
    bodies: dict[Key, int] = {}
    others: dict[Key, int] = {}
    for occurrence, group in zip(occurrences, groups, strict=True):
        if occurrence.kind in ("", "organisation") and not occurrence.actor:
            names = bodies if occurrence.kind else others
            names.setdefault(_body_key(bare_words(occurrence.name)), group)
    edges: dict[str, list[Key]] = {}
    for body in bodies:
        for word in {body[0], body[-1]}:
            edges.setdefault(word, []).append(body)
    moved: dict[int, int] = {}
    for key, group in (bodies | others).items():
        opening = (body for body in edges.get(key[0], ()) if len(body) > len(key) and _opens(key, body, words))
        longer = {bodies[body] for body in opening} - {group}
        if not longer:
            ending = (body for body in edges.get(key[-1], ()) if len(body) > len(key) and _closes(key, body))
            longer = {bodies[body] for body in ending} - {group}
        if len(longer) == 1:
            moved[group] = longer.pop()
    return [moved.get(moved.get(group, group), moved.get(group, group)) for group in groups]


def _opens(key: Key, body: Key, words: ActorWords) -> bool:
    """Whether a body's longer name adds only "Inc", "Department" and the like, or "of …", to the shorter one."""
    if body[: len(key)] != key:
        return False
    rest = body[len(key) :]
    return _FIRMS.issuperset(rest) or (key[-1] in words.organisations and (rest[0] == "of" or rest == ("department",)))


def _closes(key: Key, body: Key) -> bool:
    """Whether a name is the ending of a longer one: "Senate" of "US Senate"; not of "Historian of the Senate".

    No chamber of a state and no White House: "the House" is neither.
    """
    if key in _CHAMBERS:
        return body[-1:] == key and _NATION.issuperset(body[:-1])
    return body[-len(key) :] == key and body[-len(key) - 1] not in _SMALL


_CHAMBERS = frozenset((("house",), ("senate",), ("congress",)))
_NATION = frozenset(("us", "u.s", "united", "states", "the", "full", "entire"))


def _body_key(parts: Key) -> Key:
    """A body's name in one order: "U.S. Department of the Treasury" -> u.s, treasury, department."""
    return turn_office(turn_office(parts, "department"), "ministry")


def _seed_known(occurrences: Sequence[Occurrence], groups: list[int]) -> None:
    """Occurrences of one roster entry form one group."""
    firsts: dict[str, int] = {}
    for index, occurrence in enumerate(occurrences):
        if occurrence.actor:
            groups[index] = firsts.setdefault(occurrence.actor, index)


def _full_key(parts: Key, kind: str, fulls: Iterable[Key], words: ActorWords) -> Key:
    """The key under which a full name is kept; initials and short given names follow an earlier fuller form."""
    if kind == "organisation":
        return _body_key(parts)
    key = (parts[0], parts[-1])
    if key in fulls:
        return key
    for inner in ((parts[-2], parts[-1]), (parts[0], parts[1])) if len(parts) > 2 else ():
        if inner in fulls:
            return inner  # a heading or a stray capital has been drawn into the name
    for other in fulls:
        if len(other) == 2 and other[1] == key[1] and tie_given(other[0], key[0], words.nicknames):
            return other
    return key


def _is_pair(name: Name, surnames: set[str]) -> bool:
    """Whether a hyphen joins the surnames of two people: "the Romney-Ryan ticket"."""
    return len(name.words) == 3 and name.words[1] == "-" and {w.lower() for w in name.words[::2]} <= surnames
