"""Which roster id every written name of a run gets: full names first, then the single words that stand for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from framing.link.compare import PersonName, body_name, one_person, person_name, stands_for
from framing.link.index import NameIndex
from framing.link.records import Sighting
from framing.names import is_short_for, is_slipped
from framing.packs.people import ActorWords
from framing.packs.roster import make_slug

DOMINANT = 2.0  # times as many mentions as any other in the same event
DOMINANT_IN_ALL = 4.0  # times as many events that call somebody so, where the event itself names nobody in full
LEAST_EVENTS = 3  # that do
COMMON = 0.05  # of the mentions of an actor's commonest name, for a longer one to give the id
OFTEN = 20  # of so many articles that hold a name, one must keep two names apart
Unsure = tuple[str, str, str]  # roster id, another name, why it was taken for the same actor or kept apart


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the sightings say of every name, by slug."""

    weights: Mapping[str, float]  # mentions
    inside: Mapping[tuple[str, str], float]  # mentions of (slug, event)
    events: Mapping[str, set[str]]  # in which it stands
    articles: Mapping[str, set[str]]  # the same
    known: Mapping[str, str]  # ids of those whom a pack or the world roster holds
    taken: frozenset[str]  # the ids among them
    persons: Mapping[str, PersonName]
    bodies: Mapping[str, str]  # organisations, states and groups, with their names in one form
    shared: frozenset[tuple[str, str]]  # given names and surnames that two actors of one article bear
    apart: frozenset[frozenset[str]]  # pairs of names that one article keeps apart
    genders: Mapping[str, str]  # he or she by slug, where articles agree
    offices: Mapping[str, frozenset[str]]  # by slug
    unsure: Mapping[tuple[str, str], frozenset[str]]  # (bare surname, article) -> bearers there, none of them meant
    called: Counter[tuple[str, str]]  # events in which an article calls a person by the bare surname (surname, slug)
    capitals: frozenset[str]  # single words that every article writes in capitals
    words: ActorWords

    def form(self, slug: str) -> str:
        """The name as it is compared: of a person as it is, of a body in one form."""
        return self.bodies.get(slug, slug)

    def addressed(self, slug: str) -> bool:
        """Whether a name is a surname with a form of address."""
        name = self.persons.get(slug)
        return name is not None and not name.given and bool(name.gender or name.suffix)

    def within(self, event: str | None, slugs: Iterable[str]) -> list[str]:
        """Those of the names that stand in an event; all of them when none is given."""
        return [slug for slug in slugs if event is None or event in self.events[slug]]


class Links(NamedTuple):
    """The roster id of every name."""

    full: Mapping[str, str]  # by slug, of names of several words
    in_event: Mapping[tuple[str, str], str]  # by slug and event
    in_article: Mapping[tuple[str, str], str]  # by slug and article, of surnames that the article itself leaves open

    def find(self, sighting: Sighting) -> str:
        """The roster id of an actor of an article."""
        slug = make_slug(sighting.actor.name)
        if slug in self.full:
            return self.full[slug]
        return self.in_article.get((slug, sighting.article)) or self.in_event[slug, event_of_sighting(sighting)]


def event_of_sighting(sighting: Sighting) -> str:
    """The event of an article; one that belongs to none is an event of its own."""
    return sighting.event or f"article {sighting.article}"


def link_names(seen: Sequence[Sighting], words: ActorWords) -> tuple[Links, list[Unsure]]:
    """The roster id of every name, and what is doubtful about it."""
    seen = [s._replace(event=event_of_sighting(s)) for s in seen]
    facts = _gather(seen, words)
    order = sorted(facts.weights, key=lambda s: (-s.count("-"), -facts.weights[s], s))
    full = [slug for slug in order if "-" in facts.form(slug) and not facts.addressed(slug)]
    index = NameIndex(facts.persons, facts.bodies, words.acronym_skips)
    ids, doubts = _link_full_names(full, facts, index)
    links: dict[tuple[str, str], str] = {}
    for slug in order:
        for event in sorted(facts.events[slug]) if slug not in ids else ():
            links[slug, event], more = _link_short_name(slug, event, ids, facts, index)
            doubts += more
    where = {s.article: s.event for s in seen}
    open_ones = {}
    for (slug, article), bearers in sorted(facts.unsure.items()):
        if slug not in ids:
            found = _leave_open(slug, where[article], {ids.get(one, one) for one in bearers}, ids, facts, index)
            open_ones[slug, article], more = found
            doubts += more
    return Links(ids, links, open_ones), sorted(set(doubts))


def _gather(seen: Sequence[Sighting], words: ActorWords) -> _Seen:
    """Every name with what the articles say of it; what it names most often decides whether it is a person's."""
    weights: Counter[str] = Counter()
    inside: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, str] = {}
    events, articles = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for sighting in seen:
        slug = make_slug(sighting.actor.name)
        articles[slug].add(sighting.article)
        weights[slug] += sighting.mentions  # type: ignore[assignment]
        inside[slug, sighting.event] += sighting.mentions  # type: ignore[assignment]
        kinds[slug][sighting.actor.nature] += 1
        events[slug].add(sighting.event)
        if sighting.actor.known:
            known[slug] = sighting.actor.id
    people = {slug for slug, count in kinds.items() if count.most_common(1)[0][0] == "person"}
    first = {make_slug(s.actor.name) for s in seen if s.actor.family_first}
    plain = {make_slug(s.actor.name): make_slug(s.actor.name.partition(" (")[0]) for s in seen}  # "Ada Lang (actor)"
    persons = {slug: _addressed(person_name(plain[slug], slug in first), words) for slug in people}
    bodies = {slug: body_name(slug, words) for slug in kinds if slug not in people}
    told = (_shared(seen), _apart(seen), _genders(seen), _offices(seen), _unsure(seen), _called(seen), _capitals(seen))
    return _Seen(weights, inside, events, articles, known, frozenset(known.values()), persons, bodies, *told, words)


def _addressed(name: PersonName, words: ActorWords) -> PersonName:
    """A surname with a form of address or an office as a surname: "ms-lang", "president-lang"."""
    title = name.given[0] if len(name.given) == 1 else ""
    if title in words.honorifics:
        return PersonName((), name.last, name.suffix, words.honorifics[title] or "any")
    office = title in words.titles and title not in words.first_names
    return PersonName((), name.last, name.suffix, "any") if office else name


def _apart(seen: Sequence[Sighting]) -> frozenset[frozenset[str]]:
    """Pairs of names with a word in common that articles give to two actors; a slip in one of many does not count."""
    sharing: dict[tuple[str, str], set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    for sighting in seen:
        slug = make_slug(sighting.actor.name)
        first, *_, last = slug.split("-") if "-" in slug else (slug, slug)
        if "-" in slug or sighting.actor.nature != "person":
            sharing[sighting.article, first].add(slug)
            sharing[sighting.article, last].add(slug)
            articles[slug].add(sighting.article)
    keeping: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (article, _), slugs in sharing.items():
        for pair in combinations(sorted(slugs), 2):
            keeping[pair].add(article)
    often = (pair for pair, kept in keeping.items() if OFTEN * len(kept) >= min(len(articles[one]) for one in pair))
    return frozenset(map(frozenset, often))


def _genders(seen: Sequence[Sighting]) -> dict[str, str]:
    """he or she by slug, of names of which all articles that tell say the same."""
    told: dict[str, set[str]] = defaultdict(set)
    for sighting in seen:
        if sighting.actor.gender:
            told[make_slug(sighting.actor.name)].add(sighting.actor.gender)
    return {slug: next(iter(genders)) for slug, genders in told.items() if len(genders) == 1}


def _offices(seen: Sequence[Sighting]) -> dict[str, frozenset[str]]:
    """Every office that articles give, by slug."""
    found: dict[str, set[str]] = defaultdict(set)
    for sighting in seen:
        found[make_slug(sighting.actor.name)].update(sighting.actor.offices)
    return {slug: frozenset(offices) for slug, offices in found.items()}


def _shared(seen: Sequence[Sighting]) -> frozenset[tuple[str, str]]:
    """Given names and surnames that two actors of one article bear: father and son."""
    bearers: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for sighting in seen:
        name = person_name(make_slug(sighting.actor.name))
        if sighting.actor.nature == "person" and name.given:
            bearers[sighting.article, name.given[0], name.last].add(sighting.actor.id)
    return frozenset((given, last) for (_, given, last), ids in bearers.items() if len(ids) > 1)


def _unsure(seen: Sequence[Sighting]) -> dict[tuple[str, str], frozenset[str]]:
    """Bare surnames that stand alone in an article which names people of that surname, with these people."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sighting in seen:
        slug = make_slug(sighting.actor.name)
        name = person_name(slug, sighting.actor.family_first)
        if name.given and sighting.actor.nature == "person":
            bearers[sighting.article, name.last].add(slug)
    slugs = ((make_slug(s.actor.name), s.article) for s in seen if s.actor.nature == "person")
    return {(slug, article): frozenset(bearers[article, slug]) for slug, article in slugs if (article, slug) in bearers}


def _called(seen: Sequence[Sighting]) -> Counter[tuple[str, str]]:
    """In how many events articles call a person by the bare surname, by surname and slug of the full name."""
    pairs = {(make_slug(alias), make_slug(s.actor.name), s.event) for s in seen for alias in s.actor.aliases}
    return Counter((alias, slug) for alias, slug, _ in pairs if alias != slug and alias == person_name(slug).last)


def _capitals(seen: Sequence[Sighting]) -> frozenset[str]:
    """Single words that are written in capitals alone."""
    small = {make_slug(s.actor.name) for s in seen if not s.actor.name.isupper()}
    return frozenset(make_slug(s.actor.name) for s in seen if s.actor.name.isupper()) - small


def _link_full_names(slugs: Sequence[str], facts: _Seen, index: NameIndex) -> tuple[dict[str, str], list[Unsure]]:
    """Ids of names of several words; variants of one name share one."""
    ids: dict[str, str] = {}
    members: dict[str, list[str]] = defaultdict(list)
    doubts: list[Unsure] = []
    for slug in slugs:
        if slug in facts.known:
            ids[slug] = facts.known[slug]
        else:
            ties = ((other, why) for other in index.namesakes(slug) if (why := _tie(slug, other, facts)) is not None)
            kept = ((o, w) for o, w in ties if not any(_differs(slug, m, w, facts) for m in members[ids[o]]))
            same, why = min(kept, key=lambda tie: tie[1] != "", default=("", ""))
            ids[slug] = ids[same] if same else _free(slug, facts.taken)
            doubts += [(ids[same], slug, why)] if why else []
        members[ids[slug]].append(slug)
        index.add(slug)
    better = {id: _choose_id(slugs, facts) for id, slugs in members.items() if id not in facts.taken}
    renamed = {slug: better.get(id, id) for slug, id in ids.items()}
    return renamed, [(better.get(id, id), slug, why) for id, slug, why in doubts]


def _choose_id(slugs: Sequence[str], facts: _Seen) -> str:
    """The id of whoever bears these names: the longest of those that are no rare variants."""
    most = max(facts.weights[slug] for slug in slugs)
    common = (slug for slug in slugs if facts.weights[slug] >= COMMON * most)
    return _free(max(common, key=lambda slug: (slug.count("-"), facts.weights[slug], slug)), facts.taken)


def _differs(one: str, two: str, why: str, facts: _Seen) -> bool:
    """Whether an article keeps two names apart, or the one is no name of the other where that is doubted (`why`)."""
    return frozenset((one, two)) in facts.apart or (bool(why) and _tie(one, two, facts) is None)


def _tie(one: str, two: str, facts: _Seen) -> str | None:
    """ "" when two names of several words are surely one actor's, a reason when probably, None when two actors'."""
    name, other = facts.persons.get(one), facts.persons.get(two)
    if name is None and other is None:
        return "" if facts.bodies[one] == facts.bodies[two] else None
    if name is None or other is None:
        return None
    shared = bool(name.given) and (name.given[0], name.last) in facts.shared
    if shared and name.suffix != other.suffix and _is_other_bearer(one, two, facts):
        return "“Jr.” or the like stands on one side only"
    return one_person(name, other, facts.words.nicknames, shared=shared)


def _is_other_bearer(one: str, two: str, facts: _Seen) -> bool:
    """Whether a name with a middle initial is kept apart from the plain one, and so may be the one with "Jr."."""
    junior, initialled = sorted((facts.persons[one], facts.persons[two]), key=lambda name: not name.suffix)
    plain = f"{junior.given[0]}-{junior.last}"
    middle = len(initialled.given) > 1 and not initialled.suffix
    return middle and {plain, "-".join((*initialled.given, initialled.last))} in facts.apart


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
    return _own(slug, matches, facts)


def _leave_open(
    slug: str, event: str, bearers: Collection[str], ids: Mapping[str, str], facts: _Seen, index: NameIndex
) -> tuple[str, list[Unsure]]:
    """The id of a surname that an article gives to none of its `bearers`: its own, and each of them is a doubt.

    Beside a single bearer ("President Lang" beside his daughter) it is the only other one of the event, or whom other
    events call so.
    """
    for here in (event, None):
        groups = _match_person(slug, here, facts, index)[0] if slug in facts.persons else [[]]
        if len(bearers) > 1 and (matches := sorted({ids[one] for one in groups[-1]})):
            return _own(slug, matches if len(matches) > 1 else [], facts)
        others = [[one for one in group if ids[one] not in bearers] for group in groups]
        if len(bearers) == 1 and (chosen := _choose_other(slug, here, others, ids, facts)):
            return chosen, []
    return _own(slug, [], facts)


def _choose_other(
    slug: str, event: str | None, others: Sequence[Sequence[str]], ids: Mapping[str, str], facts: _Seen
) -> str:
    """The id of the only other person of a surname in an event, or without one of whom other events call so; or ""."""
    if event is None:
        return _customary(slug, others[-1], ids, facts)
    found = [{ids[one] for one in group} for group in others]
    return next((one.pop() for one in found if len(one) == 1), "")


def _own(slug: str, matches: Sequence[str], facts: _Seen) -> tuple[str, list[Unsure]]:
    """An id of its own for a single word, with the doubts whether it is one of these."""
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
            if single is None and here is not None and (most := _dominant(groups[-1], here, ids, facts)):
                return [most], f"the most named of {len(found[-1])} people of that name in its event"
            if single is None and here is None and (most := _customary(slug, groups[-1], ids, facts)):
                return [most], f"other articles call one of {len(found[-1])} people of that name so"
            return single or found[-1], why
    return [], ""


def _dominant(slugs: Iterable[str], event: str, ids: Mapping[str, str], facts: _Seen) -> str:
    """The id that is named in an event at least `DOMINANT` times as often as any other of these; "" when none is."""
    counts: Counter[str] = Counter()
    for slug in slugs:
        counts[ids[slug]] += facts.inside[slug, event]  # type: ignore[assignment]
    (best, most), (_, next_most), *_ = counts.most_common(2)
    return best if most >= DOMINANT * next_most else ""


def _customary(short: str, slugs: Iterable[str], ids: Mapping[str, str], facts: _Seen) -> str:
    """The id of whom articles of many events call by a bare surname, far more often than any other; "" for nobody."""
    counts: Counter[str] = Counter()
    for slug in slugs:
        counts[ids[slug]] += facts.called[short, slug]
    (best, most), (_, next_most), *_ = *counts.most_common(2), ("", 0), ("", 0)
    return best if most >= max(LEAST_EVENTS, DOMINANT_IN_ALL * next_most) else ""


def _match_person(slug: str, event: str | None, facts: _Seen, index: NameIndex) -> tuple[list[list[str]], str]:
    """Full names of persons that one word may stand for: a surname, a given name in its own event, a misspelling.

    Of several people of a surname, those whom some article calls by the bare surname come first: if they are one alone,
    it is meant.
    """
    name = facts.persons[slug]
    exact = _suited(slug, facts.within(event, index.called(name.last)), facts)
    if exact:
        called = [one for one in exact if (slug, one) in facts.called]
        gender = facts.genders.get(slug, "")
        sure = [one for one in exact if gender and facts.genders.get(one) == gender]
        return [called, sure, exact], ""
    if name.gender:
        return [[]], ""
    if event is not None and (given := _suited(slug, facts.within(event, index.named(name.last)), facts)):
        return [given], ""
    if event is not None and "-" not in slug and slug not in facts.words.titles:
        near = facts.within(event, index.nicknamed(slug))
        near = [one for one in near if not facts.articles[slug] <= facts.articles[one]]  # whose article says otherwise
        short = [one for one in near if is_short_for(slug, facts.persons[one].given[0], facts.words)]
        if short:
            return [short], f"{slug} was read as a short form of a given name"
    slips = facts.within(event, index.misspelt(slug))
    return [[one for one in slips if is_slipped(slug, facts.persons[one].last)]], "the surname differs by one letter"


def _suited(slug: str, full: Sequence[str], facts: _Seen) -> list[str]:
    """Those of the full names that a surname's form of address suits, and of these the ones of its office."""
    gender = facts.persons[slug].gender.replace("any", "") or facts.genders.get(slug, "")
    fitting = _of_generation(facts.persons[slug].suffix, full, facts)
    able = [one for one in fitting if not gender or facts.genders.get(one, gender) == gender]
    offices = facts.offices.get(slug, frozenset())
    holders = [one for one in able if offices & facts.offices.get(one, frozenset())]
    return holders if offices and holders else able


def _of_generation(suffix: str, full: Sequence[str], facts: _Seen) -> Sequence[str]:
    """Those of the full names that bear a suffix; "Lang Sr." is who is named without it only beside a "Lang Jr."."""
    same = [one for one in full if facts.persons[one].suffix == suffix]
    if not suffix or same:
        return same if suffix else full
    plain = [one for one in full if not facts.persons[one].suffix]
    return plain if suffix == "sr" and any(facts.persons[one].suffix == "jr" for one in full) else []


def _match_body(slug: str, event: str | None, facts: _Seen, index: NameIndex) -> tuple[list[list[str]], str]:
    """Names of organisations that one word is short for."""
    form, words = facts.bodies[slug], facts.words
    pool = [one for one in facts.within(event, index.shortened(form)) if {slug, one} not in facts.apart]
    capitals = slug in facts.capitals
    return [[one for one in pool if stands_for(form, facts.bodies[one], words, capitals=capitals)]], ""
