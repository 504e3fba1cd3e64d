"""Which roster id every written name of a run gets: full names first, then the single words that stand for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.link.compare import PersonName, body_name, is_slipped, one_person, person_name, stands_for
from framing.link.index import NameIndex
from framing.packs.people import ActorWords
from framing.packs.roster import make_slug

if TYPE_CHECKING:
    from framing.link import Sighting

DOMINANT = 2.0
Unsure = tuple[str, str, str]  # roster id, another name, why it was taken for the same actor or kept apart


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the sightings say of every name, by slug."""

    weights: Mapping[str, float]  # mentions
    inside: Mapping[tuple[str, str], float]  # mentions of (slug, event)
    events: Mapping[str, set[str]]  # in which it stands
    known: Mapping[str, str]  # ids of those whom a pack or the world roster holds
    taken: frozenset[str]  # the ids among them
    persons: Mapping[str, PersonName]
    bodies: Mapping[str, str]  # organisations, states and groups, with their names in one form
    shared: frozenset[tuple[str, str]]  # given names and surnames that two actors of one article bear
    unsure: frozenset[tuple[str, str]]  # (slug, event) of surnames that an article itself leaves open
    called: frozenset[tuple[str, str]]  # surname and slug of persons whom an article calls by the bare surname
    words: ActorWords

    def form(self, slug: str) -> str:
        """The name as it is compared: of a person as it is, of a body in one form."""
        return self.bodies.get(slug, slug)

    def within(self, event: str | None, slugs: Iterable[str]) -> list[str]:
        """Those of the names that stand in an event; all of them when none is given."""
        return [slug for slug in slugs if event is None or event in self.events[slug]]


def link_names(seen: Sequence[Sighting], words: ActorWords) -> tuple[dict[tuple[str, str], str], list[Unsure]]:
    """The roster id of every (slug, event), and what is doubtful about it."""
    facts = _gather(seen, words)
    order = sorted(facts.weights, key=lambda s: (-s.count("-"), -facts.weights[s], s))
    full = [slug for slug in order if "-" in facts.form(slug)]
    index = NameIndex(facts.persons, facts.bodies, words.acronym_skips)
    ids, doubts = _link_full_names(full, facts, index)
    links = {(slug, event): ids[slug] for slug in full for event in facts.events[slug]}
    for slug in order:
        for event in sorted(facts.events[slug]) if slug not in ids else ():
            links[slug, event], more = _link_short_name(slug, event, ids, facts, index)
            doubts += more
    return links, sorted(set(doubts))


def _gather(seen: Sequence[Sighting], words: ActorWords) -> _Seen:
    """Every name with what the articles say of it; what it names most often decides whether it is a person's."""
    weights: Counter[str] = Counter()
    inside: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, str] = {}
    events: dict[str, set[str]] = defaultdict(set)
    for sighting in seen:
        slug = make_slug(sighting.actor.name)
        weights[slug] += sighting.mentions  # type: ignore[assignment]
        inside[slug, sighting.event] += sighting.mentions  # type: ignore[assignment]
        kinds[slug][sighting.actor.nature] += 1
        events[slug].add(sighting.event)
        if sighting.actor.known:
            known[slug] = sighting.actor.id
    people = {slug for slug, count in kinds.items() if count.most_common(1)[0][0] == "person"}
    persons = {slug: person_name(slug) for slug in people}
    bodies = {slug: body_name(slug, words) for slug in kinds if slug not in people}
    return _Seen(
        weights,
        inside,
        events,
        known,
        frozenset(known.values()),
        persons,
        bodies,
        _shared(seen),
        _unsure(seen),
        _called(seen),
        words,
    )


def _shared(seen: Sequence[Sighting]) -> frozenset[tuple[str, str]]:
    """Given names and surnames that two actors of one article bear: father and son."""
    bearers: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for sighting in seen:
        name = person_name(make_slug(sighting.actor.name))
        if sighting.actor.nature == "person" and name.given:
            bearers[sighting.article, name.given[0], name.last].add(sighting.actor.id)
    return frozenset((given, last) for (_, given, last), ids in bearers.items() if len(ids) > 1)


def _unsure(seen: Sequence[Sighting]) -> frozenset[tuple[str, str]]:
    """Bare surnames with their events that stand alone in an article which names several people of that surname."""
    bearers: Counter[tuple[str, str]] = Counter()
    for sighting in seen:
        name = person_name(make_slug(sighting.actor.name))
        bearers[sighting.article, name.last] += bool(name.given)
    slugs = ((make_slug(s.actor.name), s) for s in seen if s.actor.nature == "person")
    return frozenset((slug, s.event) for slug, s in slugs if "-" not in slug and bearers[s.article, slug] > 1)


def _called(seen: Sequence[Sighting]) -> frozenset[tuple[str, str]]:
    """Surnames by which articles call persons, with the slug of the full name."""
    pairs = ((make_slug(alias), make_slug(s.actor.name)) for s in seen for alias in s.actor.aliases)
    return frozenset((alias, slug) for alias, slug in pairs if alias != slug and alias == person_name(slug).last)


def _link_full_names(slugs: Sequence[str], facts: _Seen, index: NameIndex) -> tuple[dict[str, str], list[Unsure]]:
    """Ids of names of several words; variants of one name share one."""
    ids: dict[str, str] = {}
    doubts: list[Unsure] = []
    for slug in slugs:
        if slug in facts.known:
            ids[slug] = facts.known[slug]
        else:
            ties = ((other, why) for other in index.namesakes(slug) if (why := _tie(slug, other, facts)) is not None)
            same, why = next(ties, ("", ""))
            ids[slug] = ids[same] if same else _free(slug, facts.taken)
            doubts += [(ids[same], slug, why)] if why else []
        index.add(slug)
    return ids, doubts


def _tie(one: str, two: str, facts: _Seen) -> str | None:
    """ "" when two names of several words are surely one actor's, a reason when probably, None when two actors'."""
    name, other = facts.persons.get(one), facts.persons.get(two)
    if name is None and other is None:
        return "" if facts.bodies[one] == facts.bodies[two] else None
    if name is None or other is None:
        return None
    shared = bool(name.given) and (name.given[0], name.last) in facts.shared
    return one_person(name, other, facts.words.nicknames, shared=shared)


def _free(slug: str, taken: frozenset[str]) -> str:
    """The slug, or the slug with a number when a known actor has that id."""
    return f"{slug}-2" if slug in taken else slug


def _link_short_name(
    slug: str, event: str, ids: Mapping[str, str], facts: _Seen, index: NameIndex
) -> tuple[str, list[Unsure]]:
    """The id of a single word in one event: the one full name that it stands for, or an id of its own."""
    matches, why = _match_short(slug, event, ids, facts, index)
    if len(matches) == 1:
        return matches[0], [(matches[0], slug, why)] if why else []
    own = facts.known.get(slug) or _free(facts.form(slug), facts.taken)
    return own, [(m, slug, f"{slug} may be any of {len(matches)} people of that name") for m in matches]


def _match_short(
    slug: str, event: str, ids: Mapping[str, str], facts: _Seen, index: NameIndex
) -> tuple[list[str], str]:
    """Ids of the full names that a single word may stand for, those of its own event first, and why it is doubtful."""
    match = _match_person if slug in facts.persons else _match_body
    for here in (event, None):
        groups, why = match(slug, here, facts, index)
        found = [sorted({ids[one] for one in group}) for group in groups]
        if any(found):
            single = next((one for one in found if len(one) == 1), None)
            if (slug, event) in facts.unsure:
                return found[-1] if len(found[-1]) > 1 else [], why
            if single is None and here is not None and (most := _dominant(groups[-1], here, ids, facts)):
                return [most], f"the most named of {len(found[-1])} people of that name in its event"
            return single or found[-1], why
    return [], ""


def _dominant(slugs: Iterable[str], event: str, ids: Mapping[str, str], facts: _Seen) -> str:
    """The id that is named in an event at least `DOMINANT` times as often as any other of these; "" when none is."""
    counts: Counter[str] = Counter()
    for slug in slugs:
        counts[ids[slug]] += facts.inside[slug, event]  # type: ignore[assignment]
    (best, most), (_, next_most), *_ = counts.most_common(2)
    return best if most >= DOMINANT * next_most else ""


def _match_person(slug: str, event: str | None, facts: _Seen, index: NameIndex) -> tuple[list[list[str]], str]:
    """Full names of persons that one word may stand for: a surname, a given name in its own event, a misspelling.

    Of several people of a surname, those whom some article calls by the bare surname come first: if they are one alone,
    it is meant.
    """
    exact = facts.within(event, index.called(slug))
    if exact:
        return [[one for one in exact if (slug, one) in facts.called], exact], ""
    if event is not None and (given := facts.within(event, index.named(slug))):
        return [given], ""
    slips = facts.within(event, index.misspelt(slug))
    return [[one for one in slips if is_slipped(slug, facts.persons[one].last)]], "the surname differs by one letter"


def _match_body(slug: str, event: str | None, facts: _Seen, index: NameIndex) -> tuple[list[list[str]], str]:
    """Names of organisations that one word is short for."""
    form, words = facts.bodies[slug], facts.words
    pool = facts.within(event, index.shortened(form))
    return [[one for one in pool if stands_for(form, facts.bodies[one], words)]], ""
