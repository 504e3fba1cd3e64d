"""Who is missing in each source beside the others on the same story, in sentences: one choice for screen and paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from framing.compare.records import Comparison
from framing.grouping import group_by
from framing.measure.omission import QUOTED, OmissionCell, OmissionItem, OmissionMatrix
from framing.measure.silence import SilentActor
from framing.measure.voices import VoiceShare
from framing.model import PEOPLE
from framing.packs.people import load_actor_words
from framing.say import does, listed

NAMES = 3  # in a sentence
MANY = 2  # sentences of a source, where there are several stories


class Absence(NamedTuple):
    """Whom a source leaves out, or alone quotes; `says` goes on from the name of the source."""

    source: str
    event: str  # readable; "" where it holds for all stories
    says: str
    kind: Literal["not quoted", "not named", "alone", "cannot tell"]

    def __str__(self) -> str:
        return f"{self.says}{f' ({self.event})' if self.event else ''}"


def find_absences(comparison: Comparison) -> tuple[Absence, ...]:
    """For each source whom it does not quote, whom it does not name, and whom it alone quotes, in this order.

    Last, of one story, of whom it cannot be told.
    """
    several, besides = len(comparison.omissions) > 1, _outlets_of(comparison) | _seats_of(comparison)
    voices, matrices = comparison.voices, comparison.omissions
    surely = {voice.source: {one.actor for one in voice.silent} for voice in voices}
    found = [one for voice in voices for one in _not_quoted(voice, surely, matrices, several=several, besides=besides)]
    found += _not_named(comparison, several=several)
    found += [one for voice in voices for one in _alone(voice.source, comparison, several=several)]
    found += () if several else _perhaps(comparison, {one.source for one in found if one.kind == "not quoted"}, besides)
    return tuple(found)


def missing_by_source(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """For each source with anything missing the first absence of each kind, as it goes on from the source's name.

    Of several stories two of them.
    """
    most = MANY if len(comparison.omissions) > 1 else None
    found: dict[str, dict[str, str]] = {source: {} for source in comparison.sources}
    for one in find_absences(comparison):
        found[one.source].setdefault(one.kind, str(one))
    return {source: tuple(told.values())[:most] for source, told in found.items() if told}


def _not_quoted(
    voice: VoiceShare,
    surely: Mapping[str, Collection[str]],
    matrices: tuple[OmissionMatrix, ...],
    *,
    several: bool,
    besides: Collection[str],
) -> Iterator[Absence]:
    """Sides for which nobody speaks though somebody does in others, then actors whom only others quote.

    `surely`: for each source whom it surely never quotes; `besides`: actors whom nobody need quote.
    """
    sides = set()
    for matrix in matrices:
        absent = [(item, cells) for item, cells in matrix.absent(voice.source) if item.kind == "voice"]
        names = [_with_lacking(matrix, item, cells, voice.source) for item, cells in absent]
        sides |= {item.name.removesuffix(QUOTED) for item, _ in absent}
        if names:
            says = f"quotes nobody who speaks for {listed(names, last='or', most=NAMES)}"
            yield Absence(voice.source, matrix.title if several else "", says, "not quoted")
    missed = [one for one in voice.silent if one.quoted_by and one.actor not in besides and one.side not in sides]
    names = [_with_others(one, surely) for one in missed[:NAMES]]
    if names:
        yield Absence(voice.source, "", f"does not quote {listed(names, last='or')}, of whom it writes", "not quoted")


def _with_others(one: SilentActor, surely: Mapping[str, Collection[str]]) -> str:
    """An actor's name, and which other sources do not quote it either: no source stands alone for what many do."""
    found = group_by(one.nor, lambda source: one.actor in surely.get(source, ()))
    told = _nor(found.get(True, ()), found.get(False, ()))
    told += [f"nor did {listed(one.before)}, on an earlier day"] if one.before else []
    return f"{one.name} ({', '.join(told)})" if told else one.name


def _nor(sure: Sequence[str], unsure: Sequence[str]) -> list[str]:
    """That other sources do not, and that others less surely do not, either: every one is named."""
    told = (("nor", sure), ("nor, less surely,", unsure))
    return [f"{nor} {does(names)} {listed(names)}" for nor, names in told if names]


def _not_named(comparison: Comparison, *, several: bool) -> list[Absence]:
    """Whom others quote, or name more than once each, and a source does not name; whom they name most often first.

    Where there is no such gap, those in office whom all others, but on later days, name and an older account does not.
    """
    heard = {one.actor for voice in comparison.voices for one in voice.speakers}
    found, besides = [], need_not_be_named(comparison)
    officials = set(comparison.analysis.actors.query("kind == 'official'")["actor"])
    for matrix in comparison.omissions:
        items = [
            (item, cells)
            for item, cells in zip(matrix.items, matrix.cells, strict=True)
            if item.kind == "actor"
            and item.id not in besides
            and (item.id in heard or all(one.count > 1 for one in cells if one.count))
        ]
        items.sort(key=lambda pair: -_times(pair[1]))
        for place, source in enumerate(matrix.sources):
            absent = [(item, cells) for item, cells in items if cells[place].state == "not mentioned"]
            later = [(i, c) for i, c in items if c[place].earlier and i.id in officials and _all_others(c)]
            if absent or later:
                names = [_with_lacking(matrix, item, cells, source) for item, cells in absent or later]
                when = (
                    "" if absent else f", whom the others name on {'later days' if len(later) > 1 else 'a later day'}"
                )
                says = f"does not name {listed(names, last='or', most=NAMES)}{when}"
                told = Absence(source, matrix.title if several else "", says, "not named")
                found.append((not absent, -_times((absent or later)[0][1]), told))
    return [told for *_, told in sorted(found, key=lambda one: one[:2])]


def _times(cells: Sequence[OmissionCell]) -> float:
    """How often all sources mention an item."""
    return sum(one.count for one in cells)


def _all_others(cells: Sequence[OmissionCell]) -> bool:
    """Whether all sources but one mention an item, two at least."""
    return sum(one.state == "mentioned" for one in cells) == len(cells) - 1 > 1


def _with_lacking(matrix: OmissionMatrix, item: OmissionItem, cells: Sequence[OmissionCell], source: str) -> str:
    """The name of an item, and which other sources do not, or not surely, carry it either."""
    others = [(one, cell.state) for one, cell in zip(matrix.sources, cells, strict=True) if one != source]
    sure, unsure = ([one for one, state in others if state == wanted] for wanted in ("not mentioned", "cannot tell"))
    name, told = item.name.removesuffix(QUOTED), _nor(sure, unsure)
    return f"{name} ({', '.join(told)})" if told else name


def need_not_be_named(comparison: Comparison) -> frozenset[str]:
    """Actors whom nobody can be said to leave out: outlets, houses, and states, which are no speakers."""
    actors = comparison.analysis.actors
    return _outlets_of(comparison) | _seats_of(comparison) | frozenset(actors.loc[actors["kind"] == "state", "actor"])


def _outlets_of(comparison: Comparison) -> frozenset[str]:
    """Outlets among the actors: none need name its rivals, nor itself."""
    actors = comparison.analysis.actors
    return frozenset(actors.loc[actors["kind"] == "media", "actor"])


def _seats_of(comparison: Comparison) -> frozenset[str]:
    """Houses and palaces among the bodies, which stand for whoever sits there: nobody to be missed."""
    actors = comparison.analysis.actors
    bodies = actors.loc[actors["kind"] == "organisation", ["actor", "name"]].itertuples(index=False)
    seats = load_actor_words().thing_heads | {"house"}
    words = {str(actor): str(name).lower().split() for actor, name in bodies}
    return frozenset(actor for actor, name in words.items() if len(name) > 1 and name[-1] in seats)


class _Sole(NamedTuple):
    """Somebody whom one source alone quotes by name, on one story or on several."""

    name: str
    statements: int  # surely read
    stories: tuple[str, ...]
    later: bool  # on a later day than all other accounts of the story


def _alone(source: str, comparison: Comparison, *, several: bool) -> Iterator[Absence]:
    """The speakers whom no other source names on their story, nor quotes on another; the most quoted first.

    Of equally many statements all are told, or none behind others. Of whom no statement is surely read, that is told
    behind those who surely speak.
    """
    every = _sole_voices(source, comparison)
    sure = [one for one in every if one.statements]
    same = [one for one in sure if one.later == sure[0].later]
    if not same:
        return
    hidden = max((one.statements for one in sure if one not in same[:NAMES]), default=0)
    shown = [one for one in same[:NAMES] if one.statements > hidden] or same[:NAMES]
    rest, doubtful = len(sure) - len(shown), len(every) - len(sure)
    more = ["1 other" if rest == 1 else "others"] if rest else []  # no number: it would be taken for all of them
    less = f", less surely {'1 other' if doubtful == 1 else 'others'}" if doubtful and not rest else ""
    stories = group_by(shown, lambda one: one.stories if several else ())
    names = [f"{listed([one.name for one in them])} ({listed(titles)})" for titles, them in stories.items()]
    one_story = len({one.stories for one in sure}) == 1
    names = [one.name for one in shown] if one_story else names
    day = ", on a later day," if same[0].later else ""
    says = f"alone{day} quotes {listed([*names, *more])} by name{less}"
    yield Absence(source, listed(next(iter(stories))) if one_story else "", says, "alone")


def _sole_voices(source: str, comparison: Comparison) -> list[_Sole]:
    """Whom a source alone quotes, the most quoted first; those whom another one quotes on another story left out."""
    quoted = _quoted_elsewhere(source, comparison)
    told = [(one, m.title) for m in comparison.omissions for one in m.alone if one.source == source]
    people = group_by(told, lambda pair: pair[0].name)
    found = [
        _Sole(
            name,
            sum(one.sure for one, _ in pairs),
            tuple(title for one, title in pairs if one.sure),
            all(one.later for one, _ in pairs),
        )
        for name, pairs in people.items()
        if name not in quoted
    ]
    return sorted(found, key=lambda one: (one.later, -one.statements))


def _quoted_elsewhere(source: str, comparison: Comparison) -> frozenset[str]:
    """Names of the actors that other sources quote, surely or not, on whatever story."""
    evidence, actors = comparison.analysis.evidence, comparison.analysis.actors
    others = evidence[(evidence["kind"] == "quote") & (evidence["source"] != source)]
    return frozenset(map(str, actors.loc[actors["actor"].isin(others["actor"].unique()), "name"]))


def _perhaps(comparison: Comparison, told: Collection[str], besides: Collection[str]) -> Iterator[Absence]:
    """Speakers whom all the other sources surely quote, at least two, where a source's own statements are in doubt.

    Where none of its statements can be theirs it quotes them not.
    """
    actors, articles = comparison.analysis.actors, comparison.analysis.articles
    persons = set(actors.loc[actors["kind"].isin(PEOPLE), "name"])
    people = [
        {one.speaker for one in voice.speakers if one.actor and one.actor not in besides} for voice in comparison.voices
    ]
    for place, voice in enumerate(comparison.voices):
        others = people[:place] + people[place + 1 :]
        names = sorted(set.intersection(*others) - people[place]) if len(others) > 1 else []
        if voice.source in told or not names:
            continue
        mine = articles["source"] == voice.source
        older = articles.loc[mine, "date"].astype(str).max() < articles.loc[~mine, "date"].astype(str).min()
        perhaps = [name for name in names if voice.may_be_of(name)]
        unnamed = {item.name for matrix in comparison.omissions for item, _ in matrix.absent(voice.source)}
        left = persons - unnamed - set(perhaps)  # whom it does not name it need not be said not to quote
        silent = [name for name in names if name in left and not older][:NAMES]
        if silent:
            both = f"quotes neither {' nor '.join(silent)}" if len(silent) == 2 else ""
            yield Absence(voice.source, "", both or f"does not quote {listed(silent, last='or')}", "not quoted")
        if perhaps:
            says = f"may or may not quote {listed(perhaps, last='or', most=NAMES)}: cannot tell"
            yield Absence(voice.source, "", says, "cannot tell")
