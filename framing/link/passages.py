"""The same fact told by two outlets: pairs of sentences of one event, ranked by same fact, different words.

Sentences are compared by the actors, numbers, nouns, verbs and qualities that they share, rare ones first, above all
those that stand in one clause on both sides; what only says who somebody is counts little. What nobody else tells is
given beside. The cost grows with the number of articles: only sentences that share rare words are compared.

Source: TF-IDF after Spärck Jones 1972; sentence alignment in comparable texts after Barzilay & Elhadad 2003.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from framing.link.differences import WordingDifference, find_differences, tell_two_claims
from framing.link.elsewhere import hold_elsewhere
from framing.link.sketches import LONGEST, SentenceSketch, Term

RARE = 24  # sentences of an event; a word that more of them hold brings no two together
PARTNERS = 12  # sentences that one sentence is compared with, those that share most rare words
DESCRIBED = 0.3  # weight of words that only say who an actor is
SAME_NUMBER, SAME_COUNTED = 1.5, 0.8  # added for a shared number, and when it counts the same
VERB = 0.8  # added for a shared verb: nouns alone may be a topic, a verb is a deed
PART = 0.4  # the evidence is weighed with this and the part of the shorter sentence that is shared
RIVAL, NEAR = 0.8, 1.5  # added for two numbers of the same, and how many times the smaller the larger may be
LEAST = 2.7  # what two sentences must share, in words that no third sentence has
COPY = 0.85  # share of common words from which two sentences are one text, where nothing else differs
ELSEWHERE = 0.6  # shared words of full weight from which another outlet may tell the same
ALONE = 0.7  # of what a sentence tells of, what no other outlet may have
HALF = 4.0  # evidence above LEAST at which half of the doubt is gone
SPEECH = 3  # one part in so many in quotation marks makes a sentence speech
SAME_WORDS = 0.6  # of its strength, what a fact loses that is told in the same words
OTHER = 0.2  # what a word of one outlet alone adds to a fact that can be looked for elsewhere


class Passage(NamedTuple):
    """One fact told twice. `sure` (that it is one) and `strength` (less for common words) lie in [0, 1]."""

    a: SentenceSketch
    b: SentenceSketch
    sure: float
    strength: float
    differences: tuple[WordingDifference, ...]


class SingleFact(NamedTuple):
    """A sentence whose fact no other outlet of the event tells; `weight` orders them, in words that only it has."""

    sentence: SentenceSketch
    weight: float


class _Indexed(NamedTuple):
    """A sentence with its keys: those of each clause, those that only describe somebody, and what numbers count."""

    sketch: SentenceSketch
    keys: frozenset[str]
    clauses: Mapping[int, frozenset[str]]
    described: frozenset[str]
    counted: Mapping[str, str]
    verbs: frozenset[str]


class AlignedEvent(NamedTuple):
    """The sentences of an event, how much each key tells, and pairs of them by two outlets that share rare keys."""

    sentences: tuple[_Indexed, ...]
    weights: Mapping[str, float]
    pairs: tuple[tuple[int, int, float], ...]  # places of both, and evidence that they tell one fact


def align_sentences(sketches: Iterable[SentenceSketch], ids: Mapping[tuple[str, str], str]) -> tuple[AlignedEvent, ...]:
    """Events in order, with pairs of sentences that may tell one fact; `ids` links actors across articles."""
    events: dict[str, list[_Indexed]] = defaultdict(list)
    for sketch in sorted(sketches, key=lambda one: (one.event, one.article, one.number)):
        if sketch.end - sketch.start <= LONGEST:
            events[sketch.event].append(_index(sketch, ids))
    return tuple(_align(events[event]) for event in sorted(events))


def _align(sentences: Sequence[_Indexed]) -> AlignedEvent:
    """The pairs of one event."""
    weights = _weights(sentences)
    pairs = (
        (one, other, _shared_evidence(sentences[one], sentences[other], weights))
        for one, other in _candidates(sentences, weights)
    )
    return AlignedEvent(tuple(sentences), weights, tuple(pairs))


def evidence_by_place(events: Iterable[AlignedEvent]) -> dict[tuple[tuple[str, int], tuple[str, int]], float]:
    """Pairs of sentences of two outlets, as (article, number), both ways round -> evidence that they tell one fact.

    The evidence is counted in words that no third sentence of the event has; headlines and leads are among them.
    """
    found = {}
    for event in events:
        for one, other, same in event.pairs:
            a, b = event.sentences[one].sketch, event.sentences[other].sketch
            places = (a.article, a.number), (b.article, b.number)
            found[places] = found[places[::-1]] = same
    return found


def link_passages(events: Iterable[AlignedEvent]) -> tuple[tuple[Passage, ...], tuple[SingleFact, ...]]:
    """Facts told twice, by event and strongest first, and facts told once."""
    passages: list[Passage] = []
    singles: list[SingleFact] = []
    for event in events:
        if len({one.sketch.source for one in event.sentences}) > 1:
            found, told = _best_pairs(event)
            passages += _ranked(found)
            singles += _told_once(event.sentences, event.weights, told)
    return tuple(passages), tuple(singles)


def _index(sketch: SentenceSketch, ids: Mapping[tuple[str, str], str]) -> _Indexed:
    """The sentence with actors that are the same in all articles."""
    terms = tuple(
        term._replace(key=f"@{ids.get((sketch.article, term.key[1:]), term.key[1:])}") if term.kind == "actor" else term
        for term in sketch.terms
    )
    voices = tuple(
        voice._replace(actors=tuple(ids.get((sketch.article, one), one) for one in voice.actors))
        for voice in sketch.voices
    )
    linked = sketch._replace(terms=terms, voices=voices)
    facts = [term for term in terms if term.kind != "manner"]
    clauses: dict[int, set[str]] = defaultdict(set)
    for term in facts:
        clauses[term.clause].add(term.key)
    plain = {term.key for term in facts if not term.described}
    return _Indexed(
        linked,
        frozenset(term.key for term in facts),
        {clause: frozenset(keys) for clause, keys in clauses.items()},
        frozenset(term.key for term in facts if term.described) - plain,
        {term.key: term.note for term in facts if term.kind == "number"},
        frozenset(term.key for term in facts if term.kind == "verb"),
    )


def _weights(sentences: Sequence[_Indexed]) -> dict[str, float]:
    """How much a key tells, in (0, 1]: 1 for one that stands in one sentence of the event."""
    counts = Counter(key for one in sentences for key in one.keys)
    whole = math.log(1 + len(sentences))
    return {key: math.log((1 + len(sentences)) / count) / whole for key, count in counts.items()}


def _best_pairs(event: AlignedEvent) -> tuple[list[Passage], dict[int, float]]:
    """Pairs that tell one fact, with what differs; and of each sentence the most that it shares with another outlet."""
    found: list[Passage] = []
    told: dict[int, float] = {}
    articles: dict[str, list[SentenceSketch]] = defaultdict(list)
    for sentence in event.sentences:
        articles[sentence.sketch.article].append(sentence.sketch)
    for one, other, same in event.pairs:
        a, b = event.sentences[one], event.sentences[other]
        alike = _weigh(a.keys & b.keys, a.described | b.described, event.weights)
        for place in (one, other):
            told[place] = max(told.get(place, 0.0), alike)
        opening = a.sketch.opening and b.sketch.opening  # headlines and leads stand side by side anyway
        if same >= LEAST and not opening and not tell_two_claims(a.sketch, b.sketch):
            around = [*articles[a.sketch.article], *articles[b.sketch.article]]
            passage = _passage(a, b, same, [one for one in around if one is not a.sketch and one is not b.sketch])
            if passage.differences or len(a.keys & b.keys) < COPY * len(a.keys | b.keys):
                found.append(passage)
    return found, told


def _candidates(sentences: Sequence[_Indexed], weights: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs of sentences of two outlets that share rare words; of each sentence those that share most."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(sentences):
        for key in sentence.keys:
            holders[key].append(place)
    shared: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for key in sorted(holders):
        if 1 < len(holders[key]) <= RARE:
            for one, other in combinations(holders[key], 2):
                if sentences[one].sketch.source != sentences[other].sketch.source:
                    shared[one][other] += weights[key]
                    shared[other][one] += weights[key]
    pairs = {
        (min(one, other), max(one, other))
        for one, others in shared.items()
        for other, _ in sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))[:PARTNERS]
    }
    return sorted(pairs)


def _shared_evidence(a: _Indexed, b: _Indexed, weights: Mapping[str, float]) -> float:
    """How much two sentences share, in words of full weight; 0 when it is not enough for one fact.

    They must share two things inside one clause, or a number and another thing.
    """
    shared = a.keys & b.keys
    described = a.described | b.described
    if len(shared) < 2:
        return 0.0
    whole = _weigh(shared, described, weights)
    clauses = [
        (_weigh(x & y, described, weights), x & y) for x in a.clauses.values() for y in b.clauses.values() if x & y
    ]
    best, common = max(clauses, key=lambda pair: (pair[0], sorted(pair[1])))
    told = common - described
    numbers = [key for key in shared if key[0] == "#"]
    figures = sum(SAME_NUMBER * weights[key] for key in numbers)
    figures += sum(SAME_COUNTED for key in numbers if a.counted[key] and a.counted[key] == b.counted[key])
    figures += RIVAL * _counts_otherwise(a, b, common)
    if len(told) > 1 and any(key[0] != "@" for key in told) or any(" " not in key for key in numbers):
        deeds = VERB * len(shared & (a.verbs | b.verbs))
        return (whole + best + deeds) * (PART + len(shared) / min(len(a.keys), len(b.keys))) + figures
    return 0.0


def _counts_otherwise(a: _Indexed, b: _Indexed, common: frozenset[str]) -> bool:
    """Whether both count the same and come to other numbers of about one size: "120,000 Armenians", "100,000"."""
    ours, theirs = ({float(key[1:]): noun for key, noun in one.counted.items() if " " not in key} for one in (a, b))
    pairs = [(x, y) for x in ours for y in theirs if x != y and ours[x] == theirs[y] and ours[x] in common]
    return any(max(pair) <= NEAR * min(pair) for pair in pairs)


def _weigh(keys: Iterable[str], described: frozenset[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights[key] * (DESCRIBED if key in described else 1.0) for key in keys)


def _passage(a: _Indexed, b: _Indexed, same: float, around: Sequence[SentenceSketch]) -> Passage:
    """The two sentences with what differs; `around` are the other sentences of both articles."""
    sure = 1.0 - 2.0 ** (-(same - LEAST) / HALF)
    differences = tuple(hold_elsewhere(find_differences(a.sketch, b.sketch), a.sketch, b.sketch, around))
    alike = len(a.keys & b.keys) / min(len(a.keys), len(b.keys))
    strength = sure * (1.0 - SAME_WORDS * alike**2)
    return Passage(a.sketch, b.sketch, sure, strength, differences)


def _ranked(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Strongest first, each sentence once."""
    ordered = sorted(
        passages, key=lambda one: (-one.strength, one.a.article, one.a.number, one.b.article, one.b.number)
    )
    used: set[tuple[str, int]] = set()
    for one in ordered:
        places = {(one.a.article, one.a.number), (one.b.article, one.b.number)}
        if not used & places:
            used |= places
            yield one


def _told_once(
    sentences: Sequence[_Indexed], weights: Mapping[str, float], told: Mapping[int, float]
) -> Iterator[SingleFact]:
    """Facts of one outlet alone, in its words or reported: no other outlet has most of what the sentence tells of.

    Only numbers and actors are facts that one can look for elsewhere, and nothing that it counts may stand there.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for one in sentences:
        for key in one.keys:
            holders[key].add(one.sketch.source)
    found = []
    for place, one in enumerate(sentences):
        alone = [key for key in one.keys if len(holders[key]) == 1]
        elsewhere = any(key[0] == "#" for key in one.keys - {*alone}) or told.get(place, 0.0) >= ELSEWHERE
        if one.sketch.opening or elsewhere or len(alone) < ALONE * len(one.keys):
            continue
        looked_for = {term.key for term in one.sketch.terms if _can_be_looked_for(term)}
        checkable = math.fsum(weights[key] for key in looked_for.intersection(alone))
        if checkable and not _is_speech(one.sketch):
            found.append(SingleFact(one.sketch, checkable + OTHER * math.fsum(weights[key] for key in alone)))
    yield from sorted(found, key=lambda fact: (-fact.weight, fact.sentence.article, fact.sentence.number))


def _can_be_looked_for(term: Term) -> bool:
    """Whether another account can be searched for it: an actor by name or description, a number that is not small."""
    return (term.kind == "actor" and term.note != "pronoun") or (term.kind == "number" and " " not in term.key)


def _is_speech(sketch: SentenceSketch) -> bool:
    """Whether much of a sentence stands in quotation marks: what somebody says is no fact that others leave out."""
    return SPEECH * sum(quoted.end - quoted.start for quoted in sketch.quoted) > sketch.end - sketch.start
