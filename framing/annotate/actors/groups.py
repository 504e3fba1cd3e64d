"""Names of one actor brought together: full name, surname, first name, title, acronym, misspelling.

Father and son of one name ("Walt Lang Jr." and "his father, the Rev. Walt Lang") stay apart where a text tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.annotate.actors.families import mark_families
from framing.annotate.actors.firms import settle_firms
from framing.annotate.actors.names import Occurrence, WrittenName
from framing.annotate.actors.shortforms import Key, attach_short, body_key, join_endings, list_endings
from framing.annotate.actors.traits import NameGroup, Written, read_traits
from framing.model import Parsed
from framing.names import is_slipped, tie_given
from framing.packs.people import ActorWords
from framing.text import find_body


def group_names(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> list[NameGroup]:
    """The occurrences of each actor together, in order of first appearance."""
    occurrences, firms = settle_firms(parsed, mark_families(occurrences), words)
    traits = read_traits(parsed, occurrences, words)
    body = find_body(parsed.article)
    written = Written(
        _brackets(parsed, occurrences),
        frozenset(parsed.words),
        frozenset(number for number, one in enumerate(traits) if one.kin),
        frozenset(number for number, one in enumerate(traits) if one.offices),
        traits,
        sum(parsed.starts[one.name.first] < body for one in occurrences),
        firms,
        frozenset(n for n in range(1, len(occurrences)) if _is_joined(parsed, occurrences[n - 1], occurrences[n])),
    )
    members: dict[int, list[int]] = {}
    for index, number in enumerate(number_names(occurrences, words, written)):
        members.setdefault(number, []).append(index)
    return [NameGroup(tuple(occurrences[n] for n in g), tuple(traits[n] for n in g)) for g in members.values()]


def number_names(occurrences: Sequence[Occurrence], words: ActorWords, written: Written) -> list[int]:
    """For each occurrence the number of its group; equal numbers are one actor.

    Two people with one surname stay apart when both are introduced in full; the bare surname is one's or nobody's.
    """
    groups = _number_full_names(occurrences, words, written)
    attach_short(occurrences, groups, words, written)
    return join_endings(occurrences, groups, words)


def _number_full_names(occurrences: Sequence[Occurrence], words: ActorWords, written: Written) -> list[int]:
    """Groups of the known actors and of the names of several words; -1 for all others."""
    groups: list[int] = [-1] * len(occurrences)
    fulls: dict[Key, int] = {}
    letters: dict[str, Key] = {}
    _seed_known(occurrences, groups)
    surnames = {o.name.parts[-1] for o in occurrences if "-" not in o.name.words}
    family = {o.name.surname for o in occurrences if len(o.name.parts) > 1 and not o.name.is_regnal}
    crowned = {o.name.parts[0] for o in occurrences if o.name.royal}
    shared = find_shared(occurrences, written, words.clergy_titles)
    people = (o.name.parts for o in occurrences if o.kind in ("person", ""))
    endings = frozenset(ending for parts in people for ending in list_endings(parts, words))
    for index, (name, actor, kind) in enumerate(occurrences):
        if actor or kind in ("thing", "group") or len(name.parts) < 2 or _is_pair(name, surnames):
            continue
        if all(len(part) == 1 for part in name.parts) or (name.is_regnal and name.parts[0] in family - crowned):
            continue  # "R. J.", "Lang III"
        first = name.parts[0]
        plain = first not in words.first_names or first in words.name_particles
        if name.parts in endings and (plain or name.words[1] == "-"):
            continue  # a surname of several words, or "Soo-ah" of "Hwang Soo-ah"
        key = _full_key(name.parts, kind, fulls, words)
        if kind != "organisation":
            key = letters.setdefault("".join(name.parts).replace("-", ""), key)  # "Lee Han-su", "Lee Hansu"
        if key in shared and name.suffix:
            key = (*key, name.suffix)
        beside = index in written.joined and groups[index - 1] == fulls.get(key)  # "Ada Lang-Moe and Ada Moe"
        if key in fulls and (beside or _is_namesake(fulls[key], index, written)):
            key = (*name.parts, "namesake")
        elif (
            key in fulls and kind != "organisation" and _is_other_middle(occurrences[fulls[key]].name.parts, name.parts)
        ):
            key = name.parts
        groups[index] = fulls.setdefault(key, index)
    return groups


SURE_LETTERS = 8  # of a given name, for one of them to be a slip


def _is_namesake(one: int, two: int, written: Written) -> bool:
    """Whether full names that are alike are two people's: one sentence gives them other offices or callings."""
    first, second = written.of(one), written.of(two)
    told = bool(first.callings) and bool(second.callings) and first.callings.isdisjoint(second.callings)
    firm = first.callings <= _FIRM_OFFICES or second.callings <= _FIRM_OFFICES  # of which one person may have several
    return told and not firm and first.sentence == second.sentence


_FIRM_OFFICES = frozenset(
    ("ceo", "executive", "officer", "founder", "co-founder", "chairman", "chairwoman", "chair", "chief")
)


def _is_other_middle(one: Key, two: Key) -> bool:
    """Whether two full names have middle names of other letters: "George H.W. Lang", "George W. Lang"."""
    return len(one) > 2 and len(two) > 2 and one[0] == two[0] and one[1][0] != two[1][0]


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
        if len(other) == 2 and other[1] == key[1] and _one_given(other[0], key[0], words):
            return other
        if (
            len(other) == 2
            and other[0] == key[0]
            and is_slipped(other[1], key[1])
            and other[1].rstrip("s") != key[1].rstrip("s")
        ):
            return other  # "Krikor Vartanesh", "Krikor Vartenesh"
    return key


def _one_given(one: str, two: str, words: ActorWords) -> bool:
    """Whether two given names may be one person's; a name that only opens another is another: "Julia", "Juliana"."""
    tie = tie_given(one, two, words.nicknames)
    two_names = one in words.first_names and two in words.first_names
    slip = min(len(one), len(two)) >= SURE_LETTERS and is_slipped(one, two)  # "Demetrios", "Demetrius"
    return not (two_names and tie in ("opening", "")) and (bool(tie) or slip)


def _is_pair(name: WrittenName, surnames: set[str]) -> bool:
    """Whether a hyphen joins the surnames of two people: "the Romney-Ryan ticket"."""
    return len(name.words) == 3 and name.words[1] == "-" and {w.lower() for w in name.words[::2]} <= surnames


def _is_joined(parsed: Parsed, before: Occurrence, after: Occurrence) -> bool:
    """Whether "and" alone stands between two names."""
    return before.name.last == after.name.first - 2 and parsed.lowers[after.name.first - 1] in ("and", "&")


def _brackets(parsed: Parsed, occurrences: Sequence[Occurrence]) -> dict[int, int]:
    """Short forms that stand in brackets right behind a longer name: "Quayside Workers Union (QWU)"."""
    found = {}
    for index in range(1, len(occurrences)):
        full, short = occurrences[index - 1].name, occurrences[index].name
        behind = short.first == full.last + 2 and parsed.words[short.first - 1] == "("
        if behind and len(short.words) == 1 and short.words[0].isupper() and len(full.words) > 1:
            found[index] = index - 1
    return found


def find_shared(occurrences: Sequence[Occurrence], told: Written, clergy: frozenset[str]) -> frozenset[Key]:
    """Given names and surnames that two people bear: two generations are written, or one that somebody else lacks."""
    written: dict[Key, list[int]] = {}
    for number, occurrence in enumerate(occurrences):
        parts = occurrence.name.parts
        if len(parts) > 1 and occurrence.kind in ("person", ""):
            written.setdefault((parts[0], parts[-1]), []).append(number)
    return frozenset(key for key, numbers in written.items() if _is_shared(occurrences, numbers, told, clergy))


def _is_shared(
    occurrences: Sequence[Occurrence], numbers: Sequence[int], told: Written, clergy: frozenset[str]
) -> bool:
    """Whether occurrences of one given name and surname are of two people.

    A text that adds "Jr." later than it names somebody in full, headlines apart, tells another person by it.
    """
    suffixes = {occurrences[n].name.suffix for n in numbers}
    if len(suffixes - {""}) > 1:
        return True
    plain = [n for n in numbers if not occurrences[n].name.suffix]
    if not plain or suffixes == {""}:
        return False
    titles = {t for n in numbers if n not in plain for t in occurrences[n].name.titles}
    ordained = clergy.isdisjoint(titles) and any(not clergy.isdisjoint(occurrences[n].name.titles) for n in plain)
    running = [n for n in numbers if n >= told.body]
    return ordained or _adds_generation(occurrences, running) or any(n in told.kin for n in numbers)


def _adds_generation(occurrences: Sequence[Occurrence], running: Sequence[int]) -> bool:
    """Whether the first of some full names lacks the "Jr." that a later one has, which adds nothing else."""
    first = occurrences[running[0]].name if running else None
    if first is None or first.suffix:
        return False
    return any(occurrences[n].name.suffix and len(occurrences[n].name.parts) <= len(first.parts) for n in running)
