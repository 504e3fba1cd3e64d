"""Short forms brought to the full names they stand for: surnames, given names, acronyms, slips, a body's ending."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from framing.annotate.actors.bearers import find_bearer, weigh_bearers
from framing.annotate.actors.names import Occurrence, WrittenName, ordinal_of
from framing.annotate.actors.nicknames import list_nicknamed
from framing.annotate.actors.suiting import choose_suited
from framing.annotate.actors.traits import Written
from framing.names import JOINTS, is_near, is_slipped, opens_many_names, swaps_vowel, turn_office
from framing.packs.people import ActorWords

_QUOTES = frozenset(('"', "“", "‘", "``", "'"))
Key = tuple[str, ...]
_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "dr"))


class _Indexes(NamedTuple):
    """Numbers of full names by surname, by given name or first word, and of organisations by acronym."""

    by_last: dict[str, list[int]]
    by_first: dict[str, list[int]]
    by_acronym: dict[str, list[int]]
    by_ending: dict[Key, list[int]]  # several words that close a person's name: "van der Marck"
    by_opening: dict[str, list[int]]  # organisations by first word


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
    _join_firms(occurrences, groups, indexes, written.firms)
    titled = {o.name.parts[-1] for o in occurrences if o.kind == "person" and len(o.name.words) == 1}
    singles: dict[str, int] = {}
    for index, (name, actor, kind) in enumerate(occurrences):
        parts = name.parts
        if kind == "open":
            groups[index] = index
            continue
        if actor or (groups[index] >= 0 and not (len(parts) > 1 and all(len(part) == 1 for part in parts))):
            continue
        if len(parts) == 1:
            options = _options(occurrences, index, indexes, (written, words), titled)
        elif name.is_regnal and not name.royal:  # "Lang III" of "Walt Lang III"
            options = [n for n in indexes.by_last.get(parts[0], ()) if occurrences[n].name.suffix == parts[1]]
        else:
            options = indexes.by_ending.get(parts) or _of_initials(occurrences, parts, indexes)
        chosen = _choose(occurrences, index, options, groups, (written, words)) if options else None
        if chosen is None:  # who is meant by "Mrs Lang" is another than who is meant by "Lang", where both are unsure
            she = any(words.honorifics.get(title) == "she" for title in name.titles)
            apart = options and (she or not written.kin.issuperset(options))  # the president, not his daughter
            chosen = singles.setdefault(" ".join((*(name.titles if apart else ()), *parts)), index)
        groups[index] = chosen


def _of_initials(occurrences: Sequence[Occurrence], parts: Key, indexes: _Indexes) -> Sequence[int]:
    """The full names that open with these initials alone: "R. J." of "R. J. Lang"."""
    if not all(len(part) == 1 for part in parts):
        return ()
    return [n for n in indexes.by_first.get(parts[0], ()) if occurrences[n].name.parts[: len(parts)] == parts]


def _join_firms(
    occurrences: Sequence[Occurrence], groups: list[int], indexes: _Indexes, firms: Collection[int]
) -> None:
    """Single words that mean a firm join the firm whose name they open, or each other."""
    alone: dict[str, int] = {}
    for index in sorted(firms):
        word = "-".join(occurrences[index].name.parts)
        longer = [n for n in indexes.by_opening.get(word, ()) if "&" not in occurrences[n].name.words]
        groups[index] = groups[longer[0]] if longer else alone.setdefault(word, index)


def _options(
    occurrences: Sequence[Occurrence],
    index: int,
    indexes: _Indexes,
    told: tuple[Written, ActorWords],
    titled: Collection[str],
) -> Sequence[int]:
    """The full names that a single word may stand for; `titled` are the surnames that stand behind titles."""
    written, words = told
    name, _, kind = occurrences[index]
    word = name.parts[0]
    if len(word) < 2:
        return ()  # the "D" of a party
    crowned = [n for n in indexes.by_first.get(word, ()) if occurrences[n].name.is_regnal]
    if name.royal:  # "Queen Ada" is "Queen Ada II" and no Ada Lang; "Prince Ivo" is no King Ivo
        return () if words.heirs.intersection(name.titles) else crowned
    if name.ordinal and crowned:
        return [n for n in crowned if ordinal_of(occurrences[n].name.words[-1]) == name.ordinal]
    named = indexes.by_last.get(word, ())
    if kind == "place":  # "Boston" is no "South Boston", but John Boston may be called so
        return [n for n in named if occurrences[n].kind == "person"]
    if named:
        return _of_surname(occurrences, index, named, told, indexes.by_last)
    formal = _formal(name) and word not in words.leading_family_names
    if not formal and word not in words.organisation_heads and kind != "site":
        sure = word not in titled and word not in written.plain  # what stands for a body is no surname, no plain word
        opened = [n for n in indexes.by_first.get(word, ()) if n not in crowned]
        given = [n for n in opened if sure or name.titles or _is_sure(occurrences[n])]
        bodies = [n for n in given if occurrences[n].kind == "organisation"]
        if bodies and not any(occurrences[n].kind == "person" for n in given):
            return bodies  # the firm, and not its "Tanberg Classic"
        given = given or (
            [] if written.of(index).definite else list_nicknamed(occurrences, word, indexes.by_first, words)
        )
        if given or crowned:
            return given or crowned
    initials = indexes.by_acronym.get(name.words[0])
    if initials:
        return initials
    misspelt = kind in ("", "person", "namesake", "site")
    return _misspelt(occurrences, index, indexes.by_last, written) if misspelt else ()


def _of_surname(
    occurrences: Sequence[Occurrence],
    index: int,
    named: Sequence[int],
    told: tuple[Written, ActorWords],
    surnames: Collection[str],
) -> Sequence[int]:
    """Those of the full names of a surname that the word at `index` may stand for, titles considered."""
    written, words = told
    titles = occurrences[index].name.titles
    gender = next((words.honorifics[t] for t in titles if t in words.honorifics), "unknown")
    return [
        n
        for n in named
        if not (n in written.joined and _is_given(occurrences[n - 1], words, surnames))
        or words.first_names.get(_given(occurrences, n)) == gender
    ]


def _is_given(occurrence: Occurrence, words: ActorWords, surnames: Collection[str]) -> bool:
    """Whether a name shares the surname of the next: after "Ada and Cleo Marwick", who is Marwick?"""
    name = occurrence.name
    if len(name.words) > 1:
        return False
    unknown = occurrence.kind in ("", "person") and name.parts[0] not in surnames and not name.titles
    return name.parts[0] in words.first_names or unknown


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
    by_opening: dict[str, list[int]] = {}
    alone = _first_alone(occurrences)
    for index, (name, _, kind) in enumerate(occurrences):
        parts = name.parts
        if groups[index] < 0 or len(parts) < 2:
            continue
        if kind in ("person", "", "namesake", "site"):
            if not name.is_regnal and name.surname:
                by_last.setdefault(name.surname, []).append(index)
            by_first.setdefault(parts[1 if name.surname_first else 0], []).append(index)
            for ending in list_endings(parts, words):
                by_ending.setdefault(ending, []).append(index)
            for inner in (ending[0] for ending in list_inner(parts, words) if len(ending) == 1):
                by_last.setdefault(inner, []).append(index)
            if any(w in _QUOTES for w in name.words):
                by_first.setdefault(parts[1], []).append(index)
        if kind == "organisation":
            by_opening.setdefault(parts[0], []).append(index)
            by_acronym.setdefault("".join(w[0] for w in name.words if w[0].isupper()), []).append(index)
            first = alone.get(parts[0], index) >= index or parts[1:2] in _PAPERS
            if first and _stands_for_body(parts[0], name, words):
                by_first.setdefault(parts[0], []).append(index)
    return _Indexes(by_last, by_first, by_acronym, by_ending, by_opening)


def list_endings(parts: Key, words: ActorWords) -> list[Key]:
    """Surnames of several words that a name may close with: "van der Marck", and "al-Tamar" before "bin Nadir"."""
    closing = [parts[start:] for start in range(1, len(parts) - 1)]
    return closing + [ending for ending in list_inner(parts, words) if len(ending) > 1]


LEAST_WITH_PARTICLE = 4  # words of a name with a surname before a particle inside


def list_inner(parts: Key, words: ActorWords) -> list[Key]:
    """What may stand for a surname before a particle inside: "Pozo" of "Elena Pozo de la Vara"; no given names."""
    if len(parts) < LEAST_WITH_PARTICLE:
        return []
    small = [part in words.name_particles for part in parts]
    ends = [k for k in range(2, len(parts) - 1) if small[k] and not small[k - 1] and not small[k - 2]]
    return [parts[start:end] for end in ends for start in range(1, end) if parts[start] not in words.first_names]


def _is_sure(full: Occurrence) -> bool:
    """Whether the first word may stand for a name though the text writes it small: of people, of "Time Magazine"."""
    return full.kind == "person" or full.name.parts[1:] in _PAPERS


_PAPERS = (("magazine",), ("newspaper",))
_KINDS_OF_PAPER = frozenset(("magazine", "newspaper", "news", "press"))  # "Fox News", "People Magazine"


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
    if name.words[0].isupper() or name.parts[-1] in words.eponymous_nouns:
        return False  # "NATO" of "NATO Games", "Lang" of "Lang Campaign"
    paper = name.parts[-1] in words.paper_names and name.parts[-1] not in _KINDS_OF_PAPER
    if paper and opening not in words.media_names:
        return False  # "Lund" of "Lund Times"
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
    options = choose_suited(occurrences, index, options, groups, told)
    if not options:
        return None
    people = [o for o in options if occurrences[o].kind != "organisation"]
    if len({groups[o] for o in people}) > 1:
        names = {groups[o]: (*occurrences[o].name.parts, occurrences[o].name.suffix) for o in people}
        alike = len(set(names.values())) < len(names)  # two of one name, whom only a reader can tell apart
        bearer = (
            None if alike else find_bearer(weigh_bearers(people, groups, written, _called(occurrences, index, groups)))
        )
        return bearer if _just_named(index, people, groups, written) in (None, bearer) else None
    before = [o for o in options if o < index]
    return groups[before[-1] if before else options[0]]


def _called(occurrences: Sequence[Occurrence], index: int, groups: Sequence[int]) -> list[int]:
    """The groups to which the same bare word went before `index`."""
    parts = occurrences[index].name.parts
    return [groups[n] for n in range(index) if occurrences[n].name.parts == parts and not occurrences[n].name.titles]


def _just_named(index: int, people: Sequence[int], groups: Sequence[int], written: Written) -> int | None:
    """The group of whoever is the subject, in full, right before a bare surname that is a subject, too; or None.

    "Kaspar Lang … Lang …": none where these and the sentence before name several people of the surname in full.
    """
    here = written.of(index)
    before = [o for o in people if o < index and here.sentence - written.of(o).sentence <= AROUND]
    subjects = {groups[o] for o in before if written.of(o).subject and here.sentence - written.of(o).sentence <= 1}
    return subjects.pop() if here.topic and len({groups[o] for o in before}) == 1 and subjects else None


AROUND = 2  # sentences back in which another bearer of the surname must not be named


def _misspelt(
    occurrences: Sequence[Occurrence], index: int, by_last: dict[str, list[int]], written: Written
) -> Sequence[int]:
    """Occurrences whose surname differs from a word by one slip (first letter the same), or by a vowel.

    Or by two letters, where the word is a bare subject that stands once and the bare surname stands often.
    """
    name = occurrences[index].name
    word = name.parts[0]
    alike = [last for last in by_last if last[0] == word[0]]
    near = [last for last in alike if is_slipped(word, last) or swaps_vowel(word, last)]
    if not near and written.of(index).topic and sum(o.name.parts == name.parts for o in occurrences) == 1:
        near = [last for last in alike if is_near(word, last)]
        near = near if sum(o.name.parts in {(last,) for last in near} for o in occurrences) >= OFTEN else []
    near = [last for last in near if word != f"{last}s"]  # "the Marwicks" are several
    return by_last[near[0]] if len(near) == 1 else ()


OFTEN = 2  # bare surnames beside which a misprint is one


def join_endings(occurrences: Sequence[Occurrence], groups: list[int], words: ActorWords) -> list[int]:
    """Groups after "the Senate" has joined the one "US Senate", and "Wal-Mart" the one "Wal-Mart Stores Inc"."""
    bodies: dict[Key, int] = {}
    others: dict[Key, int] = {}
    forms: dict[int, set[Key]] = {}
    for occurrence, group in zip(occurrences, groups, strict=True):
        forms.setdefault(group, set()).add(occurrence.name.parts)
    for occurrence, group in zip(occurrences, groups, strict=True):
        if occurrence.kind == "" and len(forms[group]) > 1:
            continue  # the surname of somebody
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
    """A body's name in one order and spelling: "U.S. Department of the Treasury" -> us, treasury, department."""
    country = next((len(form) for form in _US if parts[: len(form)] == form and len(parts) > len(form)), 0)
    parts = ("us", *parts[country:]) if country else parts
    return turn_office(turn_office(parts, "department"), "ministry")


_US = (("u.s",), ("u.s.",), ("united", "states"))
