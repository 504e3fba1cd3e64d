"""Names of one actor brought together: full name, surname, first name, title, acronym, misspelling.

Father and son of one name ("Walt Lang Jr." and "his father, the Rev. Walt Lang") stay apart where a text tells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.names import Occurrence, WrittenName
from framing.annotate.actors.shortforms import Key, attach_short, body_key, join_endings
from framing.model import Parsed
from framing.names import tie_given
from framing.packs.people import ActorWords

_BETWEEN = frozenset((",", "the", "-", "–", "—", "and", "namesake", "late"))
NEAR = 4  # tokens between "his father" and the name


class Written(NamedTuple):
    """What an article tells of how its names belong together; occurrences go by their number."""

    brackets: Mapping[int, int]  # a short form in brackets -> the full name before it
    plain: Collection[str]  # words that the text also writes small
    kin: Collection[int]  # names that follow "his father" and the like


def group_names(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> list[list[Occurrence]]:
    """The occurrences of each actor together, in order of first appearance."""
    written = Written(_brackets(parsed, occurrences), frozenset(parsed.words), find_kin(parsed, occurrences, words))
    members: dict[int, list[Occurrence]] = {}
    for occurrence, number in zip(occurrences, number_names(occurrences, words, written), strict=True):
        members.setdefault(number, []).append(occurrence)
    return list(members.values())


def number_names(occurrences: Sequence[Occurrence], words: ActorWords, written: Written) -> list[int]:
    """For each occurrence the number of its group; equal numbers are one actor.

    Two people with one surname stay apart when both are introduced in full; a bare surname stays with whoever bore it
    alone before.
    """
    groups = _number_full_names(occurrences, words, written.kin)
    attach_short(occurrences, groups, words, written.brackets, written.plain)
    return join_endings(occurrences, groups, words)


def _number_full_names(occurrences: Sequence[Occurrence], words: ActorWords, kin: Collection[int]) -> list[int]:
    """Groups of the known actors and of the names of several words; -1 for all others."""
    groups: list[int] = [-1] * len(occurrences)
    fulls: dict[Key, int] = {}
    _seed_known(occurrences, groups)
    surnames = {o.name.parts[-1] for o in occurrences if "-" not in o.name.words}
    shared = find_shared(occurrences, kin, words.clergy_titles)
    for index, (name, actor, kind) in enumerate(occurrences):
        if actor or kind in ("thing", "group") or len(name.parts) < 2 or _is_pair(name, surnames):
            continue
        key = _full_key(name.parts, kind, fulls, words)
        if key in shared and name.suffix:
            key = (*key, name.suffix)
        groups[index] = fulls.setdefault(key, index)
    return groups


def _seed_known(occurrences: Sequence[Occurrence], groups: list[int]) -> None:
    """Occurrences of one roster entry form one group."""
    firsts: dict[str, int] = {}
    for index, occurrence in enumerate(occurrences):
        if occurrence.actor:
            groups[index] = firsts.setdefault(occurrence.actor, index)


def _full_key(parts: Key, kind: str, fulls: Iterable[Key], words: ActorWords) -> Key:
    """The key under which a full name is kept; initials and short given names follow an earlier fuller form."""
    if kind == "organisation":
        return body_key(parts)
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


def _is_pair(name: WrittenName, surnames: set[str]) -> bool:
    """Whether a hyphen joins the surnames of two people: "the Romney-Ryan ticket"."""
    return len(name.words) == 3 and name.words[1] == "-" and {w.lower() for w in name.words[::2]} <= surnames


def _brackets(parsed: Parsed, occurrences: Sequence[Occurrence]) -> dict[int, int]:
    """Short forms that stand in brackets right behind a longer name: "Quayside Workers Union (QWU)"."""
    found = {}
    for index in range(1, len(occurrences)):
        full, short = occurrences[index - 1].name, occurrences[index].name
        behind = short.first == full.last + 2 and parsed.words[short.first - 1] == "("
        if behind and len(short.words) == 1 and short.words[0].isupper() and len(full.words) > 1:
            found[index] = index - 1
    return found


def find_kin(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> frozenset[int]:
    """Numbers of the names that a word of kinship introduces: "his father, the Rev. Walt Lang", "the elder Lang"."""
    found = set()
    for number, occurrence in enumerate(occurrences):
        opening = occurrence.name.begins
        for token in range(opening - 1, max(opening - 1 - NEAR, -1), -1):
            if parsed.lowers[token] in words.kin_words:
                found.add(number)
            if parsed.lowers[token] not in _BETWEEN and parsed.pos[token] not in ("ADJ", "NOUN"):
                break
    return frozenset(found)


def find_shared(occurrences: Sequence[Occurrence], kin: Collection[int], clergy: frozenset[str]) -> frozenset[Key]:
    """Given names and surnames that two people bear: two generations are written, or one that somebody else lacks."""
    written: dict[Key, list[int]] = {}
    for number, occurrence in enumerate(occurrences):
        parts = occurrence.name.parts
        if len(parts) > 1 and occurrence.kind in ("person", ""):
            written.setdefault((parts[0], parts[-1]), []).append(number)
    return frozenset(key for key, numbers in written.items() if _is_shared(occurrences, numbers, kin, clergy))


def _is_shared(
    occurrences: Sequence[Occurrence], numbers: Sequence[int], kin: Collection[int], clergy: frozenset[str]
) -> bool:
    """Whether occurrences of one given name and surname are of two people."""
    suffixes = {occurrences[n].name.suffix for n in numbers}
    if len(suffixes - {""}) > 1:
        return True
    plain = [n for n in numbers if not occurrences[n].name.suffix]
    if not plain or suffixes == {""}:
        return False
    titles = {t for n in numbers if n not in plain for t in occurrences[n].name.titles}
    ordained = clergy.isdisjoint(titles) and any(not clergy.isdisjoint(occurrences[n].name.titles) for n in plain)
    return ordained or any(n in kin for n in plain)
