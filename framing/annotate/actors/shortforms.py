"""Short forms brought to the full names they stand for: surnames, given names, acronyms, slips, a body's ending."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.bearers import find_bearer, weigh_bearers
from framing.annotate.actors.names import Occurrence, WrittenName
from framing.names import JOINTS, is_slip, opens_many_names, turn_office
from framing.packs.people import ActorWords

_QUOTES = frozenset(('"', "“", "‘", "``", "'"))
Key = tuple[str, ...]
_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "dr"))


class Written(NamedTuple):
    """What an article tells of how its names belong together; occurrences go by their number."""

    brackets: Mapping[int, int]  # a short form in brackets -> the full name before it
    plain: Collection[str]  # words that the text also writes small: no short forms of a body's name
    kin: Collection[int]  # names that follow "his father" and the like
    officers: Collection[int] = ()  # names with an office before or behind them


class _Indexes(NamedTuple):
    """Numbers of full names by surname, by given name or first word, and of organisations by acronym."""

    by_last: dict[str, list[int]]
    by_first: dict[str, list[int]]
    by_acronym: dict[str, list[int]]
    by_ending: dict[Key, list[int]]  # several words that close a person's name: "van der Marck"


def attach_short(
    occurrences: Sequence[Occurrence],
    groups: list[int],
    words: ActorWords,
    written: Written,
) -> None:
    """Single words join, in `groups`, the one whose surname, given name, opening or acronym they are, or each other."""
    indexes = _index(occurrences, groups, words)
    for short, full in written.brackets.items():
        if groups[full] >= 0:
            indexes.by_acronym.setdefault(occurrences[short].name.words[0], []).append(full)
    titled = {o.name.parts[-1] for o in occurrences if o.kind == "person" and len(o.name.words) == 1}
    singles: dict[str, int] = {}
    for index, (name, actor, _) in enumerate(occurrences):
        if actor or groups[index] >= 0:
            continue
        parts = name.parts
        if len(parts) == 1:
            options = _options(occurrences, index, indexes, words, (titled, written.plain))
        else:
            options = indexes.by_ending.get(parts, ())
        chosen = _choose(occurrences, index, options, groups, (written, words)) if options else None
        if chosen is None:  # who is meant by "Mrs Lang" is another than who is meant by "Lang", where both are unsure
            chosen = singles.setdefault(" ".join((*(name.titles if options else ()), *parts)), index)
        groups[index] = chosen


def _options(
    occurrences: Sequence[Occurrence],
    index: int,
    indexes: _Indexes,
    words: ActorWords,
    texts: tuple[Collection[str], Collection[str]],
) -> Sequence[int]:
    """The full names that a single word may stand for."""
    name, _, kind = occurrences[index]
    word = name.parts[0]
    if len(word) < 2:
        return ()  # the "D" of a party
    crowned = [n for n in indexes.by_first.get(word, ()) if occurrences[n].name.is_regnal]
    if name.royal:  # "Queen Ada" is "Queen Ada II" and no Ada Lang
        return crowned
    named = indexes.by_last.get(word, ())
    if kind == "place":  # "Boston" is no "South Boston", but John Boston may be called so
        return [n for n in named if occurrences[n].kind == "person"]
    if named:
        return _of_surname(occurrences, index, named, words)
    formal = _formal(name) and word not in words.leading_family_names
    if not formal and word not in words.organisation_heads and kind != "site":
        told = word not in texts[0] and word not in texts[1]  # what stands for a body is no surname and no plain word
        opened = [n for n in indexes.by_first.get(word, ()) if n not in crowned]
        given = [n for n in opened if told or occurrences[n].kind == "person"]
        if given or crowned:
            return given or crowned
    initials = indexes.by_acronym.get(name.words[0])
    if initials:
        return initials
    return _misspelt(word, indexes.by_last) if kind in ("", "person", "namesake", "site") else ()


def _of_surname(
    occurrences: Sequence[Occurrence], index: int, named: Sequence[int], words: ActorWords
) -> Sequence[int]:
    """Those of the full names of a surname that the word at `index` may stand for, titles considered."""
    titles = occurrences[index].name.titles
    told = next((words.honorifics[t] for t in titles if t in words.honorifics), "unknown")
    return [
        n
        for n in named
        if not _is_of_two(occurrences, n, words) or words.first_names.get(_given(occurrences, n)) == told
    ]


def _is_of_two(occurrences: Sequence[Occurrence], index: int, words: ActorWords) -> bool:
    """Whether a name shares its surname with the given name before it: after "Ada and Cleo Marwick", who is Marwick?"""
    name, before = occurrences[index].name, occurrences[index - 1].name if index else None
    if before is None or len(before.words) > 1 or before.last != name.first - 2 or name.titles:
        return False
    return before.parts[0] in words.first_names


def _given(occurrences: Sequence[Occurrence], index: int) -> str:
    name = occurrences[index].name
    return name.parts[1 if name.surname_first else 0]


def _formal(name: WrittenName) -> bool:
    """Whether a title of address stands before the name, so that it is no given name."""
    return any(t.rstrip(".") in _ADDRESS for t in name.titles)


def _index(occurrences: Sequence[Occurrence], groups: list[int], words: ActorWords) -> _Indexes:
    """The full names as short forms look them up."""
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    by_acronym: dict[str, list[int]] = {}
    by_ending: dict[Key, list[int]] = {}
    alone = _first_alone(occurrences)
    for index, (name, _, kind) in enumerate(occurrences):
        parts = name.parts
        if groups[index] < 0 or len(parts) < 2:
            continue
        if kind in ("person", "", "namesake", "site"):
            if not name.is_regnal:
                by_last.setdefault(name.surname, []).append(index)
            by_first.setdefault(parts[0], []).append(index)
            for start in range(1, len(parts) - 1):
                by_ending.setdefault(parts[start:], []).append(index)
            if any(w in _QUOTES for w in name.words):
                by_first.setdefault(parts[1], []).append(index)
        if kind == "organisation":
            by_acronym.setdefault("".join(w[0] for w in name.words if w[0].isupper()), []).append(index)
            if alone.get(parts[0], index) >= index and _stands_for_body(parts[0], name, words):
                by_first.setdefault(parts[0], []).append(index)
    return _Indexes(by_last, by_first, by_acronym, by_ending)


def _first_alone(occurrences: Sequence[Occurrence]) -> dict[str, int]:
    """Where each single word first stands alone: "Norport", before "Norport Airways" is named, is another."""
    alone: dict[str, int] = {}
    for index, occurrence in enumerate(occurrences):
        if len(occurrence.name.parts) == 1:
            alone.setdefault(occurrence.name.parts[0], index)
    return alone


def _stands_for_body(opening: str, name: WrittenName, words: ActorWords) -> bool:
    """Whether a first word may stand for the body that it opens: no given name, no common word, no product's number."""
    numbered = any(char.isdigit() for char in name.written)
    return not numbered and opening not in words.first_names and not opens_many_names(opening, words)


def _choose(
    occurrences: Sequence[Occurrence],
    index: int,
    options: Sequence[int],
    groups: list[int],
    told: tuple[Written, ActorWords],
) -> int | None:
    """The group that a short form joins: the nearest full name before it, or the first one after it.

    Of two people of one surname it is the one whom the title suits, else the one whom the article is about; None when
    it cannot be told.
    """
    written, words = told
    if len({groups[o] for o in options}) > 1:
        options = _suited(occurrences, index, options, groups, words)
    people = [o for o in options if occurrences[o].kind != "organisation"]
    if len({groups[o] for o in people}) > 1:
        return find_bearer(weigh_bearers(people, groups, written))
    before = [o for o in options if o < index]
    return groups[before[-1] if before else options[0]]


def _suited(
    occurrences: Sequence[Occurrence], index: int, options: Sequence[int], groups: list[int], words: ActorWords
) -> Sequence[int]:
    """Of several people of one surname those whom "Jr." or the title fits: the same office, or the same gender."""
    suffix = occurrences[index].name.suffix
    if suffix and (same := [o for o in options if occurrences[o].name.suffix == suffix]):
        return same
    titles = occurrences[index].name.titles
    if not titles:
        return options
    offices = _in_full(titles, words)
    shared = [o for o in options if offices & _in_full(occurrences[o].name.titles, words)]
    if shared:
        groups_shared = {groups[o] for o in shared}
        return [o for o in options if groups[o] in groups_shared]
    gender = next((told for t in titles if (told := words.honorifics.get(t))), "")
    if not gender:
        return options
    given = [words.first_names.get(_given(occurrences, o), "") for o in options]
    for fitting in (gender, ""):
        if fitting in given:
            return [o for o, one in zip(options, given, strict=True) if one == fitting]
    return options


def _in_full(titles: Sequence[str], words: ActorWords) -> set[str]:
    """The offices among titles, written short or in full: "Det Sgt" and "DS" are both a detective sergeant's."""
    return {full for t in titles if t in words.titles for full in (t, *words.short_titles.get(t, ()))}


def _misspelt(word: str, by_last: dict[str, list[int]]) -> Sequence[int]:
    """Occurrences whose surname differs from `word` by one slip (first letter the same, six letters or more)."""
    if len(word) < 6:
        return ()
    near = [last for last in by_last if last[0] == word[0] and len(last) >= 6 and is_slip(word, last)]
    near = [last for last in near if word != f"{last}s"]  # "the Marwicks" are several
    return by_last[near[0]] if len(near) == 1 else ()


def join_endings(occurrences: Sequence[Occurrence], groups: list[int], words: ActorWords) -> list[int]:
    """Groups after "the Senate" has joined the one "US Senate", and "Wal-Mart" the one "Wal-Mart Stores Inc"."""
    bodies: dict[Key, int] = {}
    others: dict[Key, int] = {}
    for occurrence, group in zip(occurrences, groups, strict=True):
        if occurrence.kind in ("", "organisation") and not occurrence.actor:
            names = bodies if occurrence.kind else others
            names.setdefault(body_key(occurrence.name.parts), group)
    edges: dict[str, list[Key]] = {}
    for body in bodies:
        for word in {body[0], body[-1]}:
            edges.setdefault(word, []).append(body)
    moved: dict[int, int] = {}
    for key, group in (bodies | others).items():
        opening = (body for body in edges.get(key[0], ()) if len(body) > len(key) and _opens(key, body, words))
        longer = {bodies[body] for body in opening} - {group}
        if not longer:
            ending = (body for body in edges.get(key[-1], ()) if len(body) > len(key) and _closes(key, body, words))
            longer = {bodies[body] for body in ending} - {group}
        if len(longer) == 1:
            moved[group] = longer.pop()
    return [moved.get(moved.get(group, group), moved.get(group, group)) for group in groups]


def _opens(key: Key, body: Key, words: ActorWords) -> bool:
    """Whether a body's longer name adds only "Inc", "Department" and the like, or "of …", to the shorter one."""
    if body[: len(key)] != key:
        return False
    rest = body[len(key) :]
    return words.firm_endings.issuperset(rest) or (
        key[-1] in words.organisation_heads and (rest[0] == "of" or rest == ("department",))
    )


def _closes(key: Key, body: Key, words: ActorWords) -> bool:
    """Whether a name is the ending of a longer one: "Senate" of "US Senate"; not of "Historian of the Senate".

    No chamber of a state and no White House: "the House" is neither.
    """
    if key in _CHAMBERS:
        return body[-1:] == key and words.chamber_openings.issuperset(body[:-1])
    return body[-len(key) :] == key and body[-len(key) - 1] not in {*JOINTS, "the"}


_CHAMBERS = frozenset((("house",), ("senate",), ("congress",)))


def body_key(parts: Key) -> Key:
    """A body's name in one order: "U.S. Department of the Treasury" -> u.s, treasury, department."""
    return turn_office(turn_office(parts, "department"), "ministry")
