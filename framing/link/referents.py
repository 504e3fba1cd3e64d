"""The same thing across articles: candidates of an event -> referents, and the pairs of wordings that rival each other.

A referent is a group of lexemes (and perhaps an actor) that name one thing in this event. Every wording keeps the
reasons for its link; pairs that a report may show are checked once more where they stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from framing.grouping import group_by
from framing.link.colour import Shaded, colour_of
from framing.link.grounds import Aligned, Ground, GroundSources, find_grounds, is_worded_otherwise, may_have_grounds
from framing.link.groups import group_units
from framing.link.likeness import PAIRS, ActorFacts, reasons_of, weigh_reasons
from framing.link.pairs import EventWords, may_rival, reasons_where_they_stand, weigh_pair
from framing.link.records import Roster
from framing.link.units import NAMED, PERSONS, ArticleWordings, Units, gather_units, name_parts, narrow, plural_share
from framing.packs.roster import make_slug
from framing.packs.wordings import LinkModel, LinkWords

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_UNITS = 1200  # of an event that are compared; the rest keeps to itself
SAME_WORD = 0.85  # how often one word names one thing in an event
SAME_ROLE = 0.9  # how often two words in one role of one fact do
REASONS = 4  # of a link, kept by name
FAINT = 0.0495  # what a reason must add to be named, rounded
SPOTS = 48  # wordings of a referent that are checked in pairs
PER_ARTICLE = 12  # of these from one article
KEPT = 3  # rivals that a wording keeps
SEVERAL = 0.34  # share of plural uses from which a word tells of several
APART = -9.0  # two actors never name one thing, nor a single person and a thing; nor do groups that hold both


class Rival(NamedTuple):
    """Another wording of the same referent: where it stands, how sure the check is, in [0, 1], and what shows it."""

    article: str
    start: int
    end: int
    sure: float
    grounds: tuple[Ground, ...] = ()


class LinkedWording(NamedTuple):
    """What linking says of one candidate; `colour` lies in [-1, 1], `confidence` in [0, 1]."""

    referent: str  # id, unique inside its event; of an actor its roster id
    name: str  # in plain words
    colour: float
    confidence: float
    because: tuple[tuple[str, float], ...]
    shades: tuple[tuple[str, float], ...]  # what makes the colour
    rivals: tuple[Rival, ...]


Linked = dict[tuple[str, int], LinkedWording]  # by article and place among its candidates


def link_referents(
    articles: Iterable[ArticleWordings], roster: Roster, words: LinkWords, aligned: Aligned | None = None
) -> Linked:
    """Every wording that names something which another article of its event names too.

    `aligned` says which sentences tell one fact; without it only owners and bearers are grounds for a rival pair.
    """
    events: dict[str, list[ArticleWordings]] = defaultdict(list)
    for one in articles:
        if one.event:
            events[one.event].append(one)
    shared = [group for _, group in sorted(events.items()) if len(group) > 1]
    if not shared:
        return {}
    linker = ReferentLinker(roster, words)
    return {place: one for group in shared for place, one in linker.link(group, aligned or {}).items()}


class ReferentLinker:
    """Links the wordings of one event after another with the roster and the tables of a run."""

    def __init__(self, roster: Roster, words: LinkWords) -> None:
        parts = name_parts(roster.actors)
        self._ids, self._words = roster.ids, words
        self._facts = {actor.id: (actor.kind, parts[actor.id]) for actor in roster.actors}
        self._names = {actor.id: actor.name for actor in roster.actors}
        self._persons = frozenset(actor.id for actor in roster.actors if actor.nature == "person")
        self._bodies = frozenset(actor.id for actor in roster.actors if actor.nature == "organisation")
        self._opposed = frozenset(frozenset(pair.split("/")) for pair in words.words.opposed_descriptions)

    def link(self, group: Sequence[ArticleWordings], aligned: Aligned) -> Linked:
        """The linked wordings of the articles of one event."""
        words = self._words
        units = gather_units(group, self._ids, words.tables, words.words, self._persons)
        if not units.occurrences:
            return {}
        classifying = words.words.classing | {*chain.from_iterable(self._opposed)}
        seen = GroundSources(
            units, aligned, words.tables, words.words, self._opposed, classifying,
            self._persons, self._bodies, frozenset(words.valences),
            frozenset((o.candidate.lexeme, o.candidate.bearer) for o in units.occurrences if o.candidate.bearer),
        )  # fmt: skip
        return _link_event(seen, words, self._facts, self._names)


def _link_event(
    seen: GroundSources, words: LinkWords, facts: Mapping[str, ActorFacts], names: Mapping[str, str]
) -> Linked:
    """The linked wordings of one event."""
    units = seen.units
    groups, why = _groups(units, words, facts, seen.persons)
    coloured = [colour_of(one.candidate, words) for one in units.occurrences]
    told = _told(units, groups)
    said = _names(units, groups, told, names)
    rivals = _rivals(seen, told, why, coloured, words)
    links = {}
    for number, one in enumerate(units.occurrences):
        group = groups[one.unit]
        if group in told and not (one.candidate.actor and one.candidate.proper):
            colour, shades = coloured[number]
            confidence, because = why.of(one.unit)
            referent, name = said[group]
            tied = referent not in names or one.candidate.actor or one.candidate.bearer
            links[one.article, one.place] = LinkedWording(
                referent,
                name if tied else one.candidate.lexeme,
                colour,
                confidence,
                because,
                tuple(shades[:REASONS]),
                tuple(rivals.get(number, ())),
            )
    return links


class _Why:
    """The likelihoods of an event's pairs and what they are made of, for units that were compared."""

    def __init__(
        self,
        compared: Sequence[int],
        likely: NDArray[np.float32],
        reasons: Mapping[str, NDArray[np.float32]],
        groups: Sequence[int],
        model: LinkModel,
    ) -> None:
        self._place = {unit: place for place, unit in enumerate(compared)}
        self._likely, self._reasons, self._model = likely, reasons, model
        self._ties = dict(self._likeliest(groups))
        self._parts = dict(zip(self._ties, self._weighed(), strict=True))
        self._memo: dict[int, tuple[float, tuple[tuple[str, float], ...]]] = {}

    def chance(self, one: int, two: int) -> float:
        """The probability that two units name one thing, in [0, 1]; 1 for one unit, 0 for two not compared."""
        if one == two:
            return 1.0
        first, second = self._place.get(one), self._place.get(two)
        return max(0.0, float(self._likely[first, second])) if first is not None and second is not None else 0.0

    def _likeliest(self, groups: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Each unit of a group of several with the one that it is likeliest to be one with."""
        import numpy as np

        for members in group_by(sorted(self._place), groups.__getitem__).values():
            if len(members) > 1:
                places = [self._place[unit] for unit in members]
                among = np.maximum(self._likely[np.ix_(places, places)], 0)
                np.fill_diagonal(among, -1)
                yield from zip(members, (members[best] for best in among.argmax(axis=1)), strict=True)

    def _weighed(self) -> list[list[float]]:
        """For each of these ties what each reason adds to it, in the order of the model's weights."""
        import numpy as np

        at = tuple([self._place[unit] for unit in units] for units in (self._ties, self._ties.values()))
        told = [weight * self._reasons[name][at].astype(float) for name, weight in self._model.weights.items()]
        found: list[list[float]] = np.array(told).T.tolist()
        return found

    def of(self, unit: int) -> tuple[float, tuple[tuple[str, float], ...]]:
        """How sure a unit's link to its group is, and the strongest reasons for its likeliest tie."""
        if unit not in self._memo:
            self._memo[unit] = self._find(unit)
        return self._memo[unit]

    def _find(self, unit: int) -> tuple[float, tuple[tuple[str, float], ...]]:
        best = self._ties.get(unit)
        if best is None:
            return SAME_WORD, (("the same word", 1.0),)
        parts = [
            (self._model.says[name], round(value, 3))
            for name, value in zip(self._model.weights, self._parts[unit], strict=True)
            if abs(value) >= FAINT and name not in PAIRS  # the classes of the words are no reason to a reader
        ]
        told = sorted(parts, key=lambda part: (-abs(part[1]), part[0]))
        return round(max(self.chance(unit, best), self._model.least), 3), tuple(told[:REASONS])


def _groups(
    units: Units, words: LinkWords, facts: Mapping[str, ActorFacts], persons: Set[str]
) -> tuple[list[int], _Why]:
    """For each unit the number of its group, and why; words for things, and for several, are no person."""
    import numpy as np

    size = len(units.keys)
    order = sorted(range(size), key=lambda unit: (-units.counts[unit], units.keys[unit]))
    compared = sorted(order[:MOST_UNITS])
    part = units if len(compared) == size else narrow(units, compared)
    reasons = reasons_of(part, words.tables, words.words.opposites, facts)
    likely = weigh_reasons(reasons, words.units.weights, words.units.bias)
    actors = np.array([units.keys[unit].startswith(NAMED) for unit in compared])
    likely[actors[:, None] & actors[None, :]] = APART
    single = np.array([key[1:] in persons and key.startswith(NAMED) for key in part.keys])
    other = (plural_share(part) > SEVERAL) | [not _may_be_person(part, unit, words) for unit in range(len(part.keys))]
    never = single[:, None] & other[None, :]
    likely[never | never.T] = APART
    grouped = group_units(likely, words.units.least, part.counts)
    groups = list(range(size))
    for place, unit in enumerate(compared):
        groups[unit] = compared[int(grouped[place])]
    return groups, _Why(compared, likely, reasons, groups, words.units)


def _may_be_person(units: Units, unit: int, words: LinkWords) -> bool:
    """Whether a unit may be a single person: an actor, or a noun that is a word for somebody or unknown."""
    known = words.tables.relations.get((units.lexeme(unit), units.word_class(unit)))
    return units.word_class(unit) in (NAMED, "n") and (known is None or known.group == PERSONS)


def _told(units: Units, groups: Sequence[int]) -> dict[int, list[int]]:
    """Groups that stand in two articles at least, with their occurrences."""
    members: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(units.occurrences):
        members[groups[one.unit]].append(number)
    return {group: own for group, own in members.items() if len({units.occurrences[n].article for n in own}) > 1}


Coloured = Sequence[Shaded]


def _names(
    units: Units, groups: Sequence[int], told: Mapping[int, Sequence[int]], names: Mapping[str, str]
) -> dict[int, tuple[str, str]]:
    """Id and readable name of each group: those of its actor, else its most widespread word."""
    actor = {groups[unit]: key[1:] for unit, key in enumerate(units.keys) if key[:1] == NAMED and key[1:] in names}
    taken: set[str] = set()
    found = {}
    for group in sorted(told, key=lambda one: units.keys[one]):
        if group in actor:
            found[group] = (actor[group], names[actor[group]])
            continue
        spread: dict[str, set[str]] = defaultdict(set)
        plain: Counter[str] = Counter()
        for number in told[group]:
            one = units.occurrences[number]
            spread[one.candidate.lexeme].add(one.article)
            plain[one.candidate.lexeme] += 1
        best = max(sorted(spread), key=lambda word: (len(spread[word]), plain[word]))
        slug = make_slug(best) or "thing"
        while slug in taken or slug in names:
            slug += "-thing"
        taken.add(slug)
        found[group] = (slug, best)
    return found


def _rivals(
    seen: GroundSources, told: Mapping[int, Sequence[int]], why: _Why, coloured: Coloured, words: LinkWords
) -> dict[int, list[Rival]]:
    """For occurrences the rivals that have grounds and pass the check where they stand, surest first."""
    units = seen.units
    event, found = EventWords.of(units), defaultdict(list)
    groups = (combinations(_spots(units, own, coloured), 2) for own in told.values())
    for one, two in chain(*groups, _in_one_role(units, told)):
        first, second = units.occurrences[one], units.occurrences[two]
        if first.article == second.article or not may_have_grounds(first, second, seen):
            continue
        if not is_worded_otherwise(first, second, seen):
            continue
        rival = may_rival(first, second, words.tables) or seen.one_actor(first, second) or seen.one_role(first, second)
        likely = why.chance(first.unit, second.unit) if rival else 0.0
        grounds = find_grounds(first, second, seen, likely) if rival else ()
        if not grounds:
            continue
        if "same role" in grounds:
            likely = max(likely, SAME_ROLE)
        reasons = reasons_where_they_stand(first, second, likely, units, event)
        sure = weigh_pair(reasons, words.pairs.weights, words.pairs.bias)
        if sure >= words.pairs.least:
            span = second.candidate.span
            found[one].append(Rival(second.article, span.start, span.end, round(sure, 3), grounds))
    return {number: sorted(rivals, key=lambda r: (-r.sure, r))[:KEPT] for number, rivals in found.items()}


def _in_one_role(units: Units, told: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of occurrences of two groups to which one thing is done, or that are joined to one word alike."""
    roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for group, own in told.items():
        for number in own:
            for relation, key in units.occurrences[number].candidate.context:
                if relation == "role":
                    roles[key].append((group, number))
    for members in roles.values():
        for (group, one), (other, two) in combinations(members, 2):
            if group != other:
                yield (one, two) if one < two else (two, one)


def _spots(units: Units, own: Sequence[int], coloured: Coloured) -> list[int]:
    """The occurrences of a group worth showing: a few of each article, other phrases before repeated ones."""
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    here: Counter[str] = Counter()
    kept = []
    for number in sorted(own, key=lambda n: (-abs(coloured[n][0]), -len(units.occurrences[n].candidate.content), n)):
        one = units.occurrences[number]
        phrase = (one.article, one.candidate.content)
        if not seen[phrase] and here[one.article] < PER_ARTICLE:
            here[one.article] += 1
            kept.append(number)
        seen[phrase] += 1
    return sorted(kept[:SPOTS])
