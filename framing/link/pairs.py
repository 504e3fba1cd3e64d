"""Whether two wordings name one thing where they stand: reasons from their phrases, their clauses, their sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from framing.link.units import NAMED, UnitOccurrence, Units
from framing.packs.wordings import WordTables

ARGUMENTS = frozenset(("owner", "doer", "object", "with"))
ALIKE = 0.55  # cosine of word vectors
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
    """Whether two occurrences can be rival wordings at all: other words, for a thing of the same kind.

    One verb with two objects tells two deeds. One noun behind other nouns ("gun measures", "safety measures") names two
    things, unless those nouns are shared or alike; adjectives may differ, they colour.
    """
    first, second = one.candidate, two.candidate
    if (
        first.content == second.content
        or first.core == second.core
        or first.word_class != second.word_class
        and one.unit == two.unit
    ):
        return False
    if one.unit != two.unit:
        return True
    return first.word_class == "noun" and _alike(set(first.nouns), set(second.nouns), tables)


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
        "like phrases": words.likeness(*rest),
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
