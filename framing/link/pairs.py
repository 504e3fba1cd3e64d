"""Whether two wordings name one thing where they stand: reasons from their phrases, their clauses, their sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from framing.link.units import CLASSES, NAMED, PERSONS, UnitOccurrence, Units, is_one_of, stem
from framing.model import WordingCandidate
from framing.packs.wordings import WordTables

ARGUMENTS = frozenset(("owner", "doer", "object", "with"))
ALIKE = 0.55  # cosine of word vectors of nouns that say which one is meant
TIED, TIED_DEEDS = 0.35, 0.55  # cosine from which two words, or two verbs, are tied by meaning
SURE = 0.9  # the likelihood of one lexeme naming one thing, for its logit


class EventWords(NamedTuple):
    """How much each content word of an event tells: rare ones more."""

    weights: Mapping[str, float]

    @classmethod
    def of(cls, units: Units) -> EventWords:
        """Inverse document frequencies over the sentences of an event."""
        sentences = [one for lists in units.in_sentence.values() for one in lists]
        counts = Counter(word for one in sentences for word in one)
        return cls({word: math.log((len(sentences) + 1) / (count + 0.5)) for word, count in counts.items()})

    def likeness(self, one: Collection[str], two: Collection[str]) -> float:
        """Cosine of two sets of words by their weights, in [0, 1]."""
        shared = sum(self.weights.get(word, 0.0) ** 2 for word in set(one) & set(two))
        lengths = [math.sqrt(sum(self.weights.get(word, 0.0) ** 2 for word in words)) for words in (one, two)]
        return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def may_rival(one: UnitOccurrence, two: UnitOccurrence, tables: WordTables) -> bool:
    """Whether two occurrences can be rival wordings at all: other words, for a thing of the same kind and owner.

    One verb with two objects tells two deeds. One noun behind other nouns ("gun measures", "safety measures") names two
    things, unless those nouns are shared or alike; adjectives may differ, they colour. Two words must be tied by their
    meaning or by an actor, not by their company alone; and what two different actors own or do is never one thing.
    """
    first, second = one.candidate, two.candidate
    if not may_be_one(one, two):
        return False
    if one.unit == two.unit:
        nouns = first.word_class == second.word_class == "noun"
        return nouns and _alike(set(first.nouns), set(second.nouns), tables)
    if first.bearer and second.bearer:
        return True  # titles and descriptions of one actor, else the owners differ
    if is_one_of(first, tables) or is_one_of(second, tables):
        return False  # an ambassador, an official and the soldiers of one state are not the same people
    if first.word_class == second.word_class == "verb" and not _undergoers(first) & _undergoers(second):
        return False
    return is_tied(first, second, tables)


def may_be_one(one: UnitOccurrence, two: UnitOccurrence) -> bool:
    """Whether two occurrences are other words, both denied or neither, and not of two owners."""
    first, second = one.candidate, two.candidate
    if first.content == second.content or first.core == second.core or first.negated != second.negated:
        return False
    owners = _owners(one), _owners(two)
    return not all(owners) or bool(owners[0] & owners[1])


def _owners(one: UnitOccurrence) -> set[str]:
    """The actors whom a wording is, belongs to, or names: "Norland officials", "officials in Lund"."""
    named = {key for name, key in one.candidate.context if name not in ("governor", "role doer") and key[:1] == NAMED}
    described = {f"{NAMED}{name}" for name in (one.candidate.actor, one.candidate.bearer) if name}
    return described or named


def _undergoers(one: WordingCandidate) -> set[str]:
    """To whom or what a deed is done."""
    return {key for relation, key in one.context if relation == "object"}


def is_tied(one: WordingCandidate, two: WordingCandidate, tables: WordTables) -> bool:
    """Whether two words are tied by meaning: one family, WordNet, or word vectors."""
    return bool(tie_of(one, two, tables))


Tie = Literal["one word", "one meaning", "related", "like", ""]


def tie_of(one: WordingCandidate, two: WordingCandidate, tables: WordTables) -> Tie:
    """What ties two words by meaning: one word, one meaning, one is a kind of the other, word vectors; or ""."""
    first, second = (tables.relations.get((c.lexeme, CLASSES[c.word_class])) for c in (one, two))
    people = [known is not None and known.group == PERSONS for known in (first, second)]
    if one.lexeme == two.lexeme or stem(one.lexeme) == stem(two.lexeme) and people[0] == people[1]:
        return "one word"
    if first and second:
        if two.lexeme in first.derived or one.lexeme in second.derived or set(first.meanings) & set(second.meanings):
            return "one meaning"
        if set(first.meanings) & set(second.above) or set(first.above) & set(second.meanings):
            return "related"
    places = [tables.places.get(c.lexeme) for c in (one, two)]
    if None in places:
        return ""
    near = float(tables.vectors[places[0] or 0] @ tables.vectors[places[1] or 0])
    return "like" if near >= (TIED_DEEDS if one.word_class == two.word_class == "verb" else TIED) else ""


def _alike(one: set[str], two: set[str], tables: WordTables) -> bool:
    """Whether nouns that say which one is meant agree: both none, one shared, or two of like meaning."""
    if not one or not two or one & two:
        return True
    pairs = [(a, b) for a in one & tables.places.keys() for b in two & tables.places.keys()]
    return any(float(tables.vectors[tables.places[a]] @ tables.vectors[tables.places[b]]) >= ALIKE for a, b in pairs)


def reasons_where_they_stand(
    one: UnitOccurrence, two: UnitOccurrence, likely: float, units: Units, words: EventWords
) -> dict[str, float]:
    """Reasons, mostly in [0, 1], for two occurrences; `likely` is the probability that their units name one thing."""
    first, second = one.candidate, two.candidate
    rest = [set(c.content) - {first.lexeme, second.lexeme} for c in (first, second)]
    joined = [{key for relation, key in c.context if relation in ARGUMENTS} for c in (first, second)]
    modifiers = [{key for relation, key in c.context if relation == "modifier"} for c in (first, second)]
    owners = [
        {key for relation, key in c.context if relation in ("owner", "modifier") and key.startswith(NAMED)}
        for c in (first, second)
    ]
    here = [units.in_sentence[o.article][o.candidate.sentence] for o in (one, two)]
    sure = min(max(likely, 0.001), SURE)
    return {
        "likely in the event": math.log(sure / (1 - sure)),
        "same word": float(first.lexeme == second.lexeme),
        "like phrases here": words.likeness(*rest),
        "same arguments here": _share(*joined),
        "same modifiers here": _share(*modifiers),
        "like sentences here": words.likeness(*here),
        "both have modifiers, none shared": float(all(modifiers) and not modifiers[0] & modifiers[1]),
        "other owners": float(all(owners) and not owners[0] & owners[1]),
        "one is denied": float(first.negated != second.negated),
        "one plural": float(first.plural != second.plural and first.word_class == second.word_class == "noun"),
        "both bare": float(not modifiers[0] and not modifiers[1] and not joined[0] and not joined[1]),
        "other word class": float(first.word_class != second.word_class),
    }


def _share(one: set[str], two: set[str]) -> float:
    """Part of the smaller set that the other shares, in [0, 1]."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def weigh_pair(reasons: Mapping[str, float], weights: Mapping[str, float], bias: float) -> float:
    """The probability that the two name one thing where they stand, in [0, 1]."""
    return 1 / (1 + math.exp(-bias - math.fsum(weights.get(name, 0.0) * value for name, value in reasons.items())))
