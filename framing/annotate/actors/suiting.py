"""Which of the full names of a surname a short form can mean at all: generation, he or she, office, form of address."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from framing.annotate.actors.names import Occurrence
from framing.annotate.actors.traits import Written
from framing.packs.people import ActorWords

_MARRIED = frozenset(("mrs", "mrs."))


def choose_suited(
    occurrences: Sequence[Occurrence],
    index: int,
    options: Sequence[int],
    groups: Sequence[int],
    told: tuple[Written, ActorWords],
) -> Sequence[int]:
    """Those of the full names numbered `options` that the short form at `index` can mean; () when none can be."""
    written, words = told
    people = [o for o in options if occurrences[o].kind != "organisation"]
    if not people:
        return options
    before = {groups[o] for o in people if o < index}
    if before and index >= written.body:
        people = [o for o in people if groups[o] in before]  # who is not named yet is not meant
    people = _without_relatives(occurrences, index, people, groups, told)
    people = _of_gender(occurrences, index, people, groups, told)
    name = occurrences[index].name
    age = name.suffix or written.of(index).age
    if age:
        people = _of_age(occurrences, people, groups, written, age)
    juniors = all(occurrences[o].name.suffix == "jr" for o in people)
    if people and juniors and not age and any(one.age == "sr" for one in written.traits):
        return []  # "President Lang" beside "Walt Lang Jr.", "the elder Mr Lang"
    if len({groups[o] for o in people}) < 2:
        return people
    if written.of(index).apart:
        return []  # "the second Mrs Lang"
    offices = _in_full(name.titles, words)
    tests: tuple[Callable[[int], bool], ...] = (
        lambda o: bool(offices & (_in_full(occurrences[o].name.titles, words) | written.of(o).offices)),
        lambda o: bool(_DOCTOR & {*name.titles}) and "dr" in written.of(o).offices,
        lambda o: bool(_MARRIED & {*name.titles}) and written.of(o).wife,
    )
    for test in tests:
        people = _whole_groups(people, groups, [o for o in people if test(o)])
    return people


def _without_relatives(
    occurrences: Sequence[Occurrence],
    index: int,
    people: list[int],
    groups: Sequence[int],
    told: tuple[Written, ActorWords],
) -> list[int]:
    """Nobody where the only bearer is introduced as kin after somebody was called so: "Mr Lang … his niece Ada Lang".

    A form of address that says "she" may mean such a relative: "Mrs Lang".
    """
    written, words = told
    name = occurrences[index].name
    if len({groups[o] for o in people}) != 1 or people[0] not in written.kin:
        return people
    if any(words.honorifics.get(title) == "she" for title in name.titles):
        return people
    bare = (n for n in range(written.body, people[0]) if occurrences[n].name.parts == name.parts)
    return [] if next(bare, None) is not None else people


_DOCTOR = frozenset(("dr", "dr.", "prof", "prof.", "professor"))


def _whole_groups(people: Sequence[int], groups: Sequence[int], fitting: Sequence[int]) -> list[int]:
    """The full names of those whom a test fits, or all where it fits nobody."""
    chosen = {groups[o] for o in fitting}
    return [o for o in people if not chosen or groups[o] in chosen]


def _of_age(
    occurrences: Sequence[Occurrence], people: list[int], groups: Sequence[int], written: Written, age: str
) -> list[int]:
    """Those of a generation: who bears "Jr.", or is told as the younger; of two, not the other one."""
    same = [o for o in people if age in (occurrences[o].name.suffix, written.of(o).age)]
    if same:
        return _whole_groups(people, groups, same)
    if (
        age in ("jr", "sr")
        and not any(occurrences[o].name.suffix for o in people)
        and len({groups[o] for o in people}) == 1
    ):
        return []  # "Lang Jr." is not the Ada Lang who is named without
    other = {groups[o] for o in people if occurrences[o].name.suffix}
    return [o for o in people if groups[o] not in other]


def _of_gender(
    occurrences: Sequence[Occurrence],
    index: int,
    people: list[int],
    groups: Sequence[int],
    told: tuple[Written, ActorWords],
) -> list[int]:
    """Those who may be what "Mr", "Ms" or a pronoun says, the sure ones alone if there are any."""
    words = told[1]
    titles = occurrences[index].name.titles
    gender = next((g for t in titles if (g := words.honorifics.get(t))), "") or told[0].of(index).pronoun
    if not gender:
        return people
    known = _genders(occurrences, groups, told)
    sure = [o for o in people if known.get(groups[o]) == gender]
    return sure or [o for o in people if not known.get(groups[o])]


def _genders(
    occurrences: Sequence[Occurrence], groups: Sequence[int], told: tuple[Written, ActorWords]
) -> dict[int, str]:
    """he or she by group, as words beside the names say so far, else as the given name does."""
    written, words = told
    beside: dict[int, str] = {}
    given: dict[int, str] = {}
    for number, occurrence in enumerate(occurrences):
        group, name = groups[number], occurrence.name
        if group < 0:
            continue
        if gender := written.of(number).gender:
            beside.setdefault(group, gender)
        if len(name.parts) > 1:
            first = name.parts[1 if name.surname_first else 0]
            given.setdefault(group, words.first_names.get(first, ""))
    return given | beside


def _in_full(titles: Sequence[str], words: ActorWords) -> set[str]:
    """The offices among titles, written short or in full: "Det Sgt" and "DS" are both a detective sergeant's."""
    return {full for t in titles if t in words.titles for full in (t, *words.short_titles.get(t, ()))}
