"""What a reader can check that two wordings name one thing: one fact told in both sentences, one owner, one bearer.

Likeness of words is no ground of its own: neighbouring things are called by like words ("shops", "schools"), opposite
ones too. So a pair that a report shows rests on its place as well. Where nothing but likeness speaks, it is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Literal, NamedTuple

from framing.link.pairs import may_be_one, tie_of
from framing.link.units import (
    NAMED,
    PERSONS,
    SOCIAL_GROUPS,
    UnitOccurrence,
    Units,
    described_actor,
    is_capital_title,
    stem,
)
from framing.model import WordingCandidate
from framing.packs.wordings import WordingWords, WordTables

Ground = Literal["one fact", "same place", "same role", "same actor", "same word", "same meaning", "described alike"]
Sentence = tuple[str, int]  # article, number
Aligned = Mapping[tuple[Sentence, Sentence], float]  # evidence that two sentences tell one fact, both ways round
PLACES = frozenset(("owner", "object", "with"))  # relations in which a thing has its place; doers have many deeds
FACT = 2.2  # evidence, in words that no third sentence has, from which two sentences tell one fact
SEVERAL_FACT = 2.4  # the same for words in the plural, which may name some others
SURE_FACT = 3.4  # the same for words that are only of like meaning
WHOLE_FACT = 2 * SURE_FACT  # the same for a word that one article narrows and the other does not
LIKELY, ALIKE, VERY_LIKELY = (
    0.7,
    0.65,
    0.9,
)  # of two words: enough for verbs of one place, for one fact, for nouns alone
ROLE_LIKELY = 0.4  # of two words in one role of one fact
MOST_NOUNS = 4  # before a head
LIKE = ("related", "like")  # ties of words by likeness alone


class GroundSources(NamedTuple):
    """What the grounds of an event's pairs are looked up in."""

    units: Units
    aligned: Aligned
    tables: WordTables
    words: WordingWords
    opposed: frozenset[frozenset[str]]  # words before a noun that tell two things apart: {"federal", "state"}
    classifying: frozenset[str]  # the words of these pairs and other words for a class of things
    persons: frozenset[str]  # roster ids of single persons
    bodies: frozenset[str]  # of organisations
    judging: frozenset[str]  # words of praise or blame: they colour a thing and do not say which one is meant
    called: frozenset[tuple[str, str]]  # nouns that a title, an apposition or "is" ties to an actor, with its id

    def fact(self, one: UnitOccurrence, two: UnitOccurrence) -> float:
        """Evidence that the sentences of two occurrences tell one fact."""
        places = (one.article, one.candidate.sentence), (two.article, two.candidate.sentence)
        return self.aligned.get(places, 0.0)

    def one_actor(self, one: UnitOccurrence, two: UnitOccurrence) -> bool:
        """Whether both describe one person or body of the roster in other words that are tied to the name somewhere."""
        first, second = one.candidate, two.candidate
        if is_capital_title(first) or is_capital_title(second):
            return False  # "Prime Minister Ada Lund": a matter of house style
        if first.core == second.core or _antonyms(first.lexeme, second.lexeme, self.tables, "n"):
            return False
        for known, group in ((self.persons, PERSONS), (self.bodies, SOCIAL_GROUPS)):
            who = described_actor(first, known, self.tables, group)
            if who and who == described_actor(second, known, self.tables, group):
                return {(first.lexeme, who), (second.lexeme, who)} <= self.called
        return False

    def one_role(self, one: UnitOccurrence, two: UnitOccurrence) -> bool:
        """Whether both have one part in a fact: the same is done to them by no two actors, or both go with one word."""
        first, second = one.candidate, two.candidate
        if first.plural != second.plural or self.fact(one, two) < FACT or not may_be_one(one, two):
            return False
        roles, doers = ([_joined_by(c, name) for c in (first, second)] for name in ("role", "role doer"))
        doers = [{key for key in keys if key[:1] == NAMED} for keys in doers]
        wide = self.words.light_verbs | self.words.transparent_nouns | self.words.general_nouns | self.words.times
        alike = any(role.rpartition(" ")[2] not in wide for role in roles[0] & roles[1])
        return alike and (not all(doers) or bool(doers[0] & doers[1]))


def may_have_grounds(one: UnitOccurrence, two: UnitOccurrence, facts: GroundSources) -> bool:
    """Whether it is worth looking: one fact, or something that both are joined to. Quick, for many pairs."""
    first, second = one.candidate, two.candidate
    described = {first.actor, first.bearer} & {second.actor, second.bearer} - {""}
    if described or first.lexeme == second.lexeme and _modifiers(first) and _modifiers(second):
        return True
    return facts.fact(one, two) >= FACT or not set(first.context).isdisjoint(second.context)


def find_grounds(
    one: UnitOccurrence, two: UnitOccurrence, facts: GroundSources, likely: float = 0.0
) -> tuple[Ground, ...]:
    """What shows that the two name one thing where they stand; () when that is not enough for showing them.

    `likely` in [0, 1] is how surely their words name one thing in this event.
    """
    first, second = one.candidate, two.candidate
    if facts.one_actor(one, two):
        return ("same actor",)
    together = one.unit != two.unit and _stand_together(one, two, facts.units)
    if together or _tells_two_things(first, second, facts) or _are_clauses(first, second, facts.tables):
        return ()
    tie = tie_of(first, second, facts.tables)
    fact = facts.fact(one, two)
    place = _places(first, facts.words) & _places(second, facts.words)
    if tie == "one word" and _is_said_alike(first, second, facts):
        return ("same word", "described alike")
    told: tuple[Ground, ...] = ("one fact",) if fact >= FACT else ()
    role = facts.one_role(one, two)
    if role and tie != "one word" and likely >= ROLE_LIKELY:
        return ("one fact", "same role")
    if _are_verbs(first, second) and tie != "one word" and _same_undergoer(first, second, facts.words):
        sure = told and (tie == "one meaning" or likely >= LIKELY)
        return (*told, "same place") if sure else ()
    if tie in LIKE:
        place -= _before(first) | _before(second)  # a "Facebook page" is not the "Facebook post" that it holds
        very = likely >= VERY_LIKELY and _has_own_place(first, second, place, wide=True)
        if not very and tie == "like" and likely < ALIKE:
            return ()
        if _are_chosen_apart(first, second, facts):
            return ()
        return (*told, "same place") if very else _of_like_meaning(first, second, place, fact=fact, tie=tie)
    if fact < SURE_FACT and _are_told_apart(first, second, facts):
        fact = 0.0
    found = _of_one_meaning(first, second, facts, place, fact=fact, tie=tie)
    return (*found, "same role") if found and role else found


def _of_like_meaning(
    first: WordingCandidate, second: WordingCandidate, place: set[str], *, fact: float, tie: str
) -> tuple[Ground, ...]:
    """The grounds of two words of which one is a kind of the other, or that are only alike."""
    if _are_verbs(first, second):
        return ("one fact", "same place") if fact >= FACT and _same_deed(first, second) else ()
    related = tie == "related"
    if place and fact >= (FACT if related else SURE_FACT) and (related or _is_joined_alike(first, second)):
        return ("one fact", "same place")
    return ("same place",) if related and _has_own_place(first, second, place) else ()


def _of_one_meaning(
    first: WordingCandidate,
    second: WordingCandidate,
    facts: GroundSources,
    place: set[str],
    *,
    fact: float,
    tie: str,
) -> tuple[Ground, ...]:
    """The grounds of two words of one meaning: one place, or one fact unless each is described by other words."""
    described = _modifiers(first), _modifiers(second)
    alike = bool(described[0] & described[1])
    same_fact, counted = fact >= FACT, bool(first.numbers) != bool(second.numbers)
    if (
        _are_chosen_apart(first, second, facts)
        or (counted or first.plural and fact < SEVERAL_FACT)
        and not place
        and not alike
    ):
        return ()
    other = all(words - facts.judging for words in described) and not alike
    if not same_fact and not _is_sure_alone(first, second, facts, place, tie):
        return ()
    if not same_fact and (_is_any(first) or _is_any(second)):
        return ()
    narrowed = not alike and fact < WHOLE_FACT and _is_one_narrowed(first, second)
    if not place and (other or tie != "one word" or narrowed):
        return ()
    found: list[Ground] = ["same word" if tie == "one word" else "same meaning"]
    found += ["one fact"] if same_fact else []
    found += ["same place"] if place else []
    return (*found, "described alike") if alike else tuple(found)


def _is_one_narrowed(first: WordingCandidate, second: WordingCandidate) -> bool:
    """Whether nouns before it and an actor behind it say of one alone which it is: "the summit meeting with Brod"."""
    tied = [any(key[:1] == NAMED and relation in PLACES for relation, key in one.context) for one in (first, second)]
    return bool(first.nouns) != bool(second.nouns) and tied[0] != tied[1]


def _is_any(one: WordingCandidate) -> bool:
    """Whether a noun may stand for any of its kind: "a suit can prompt" says of nobody's which it is."""
    return one.indefinite and not any(relation in ("owner", "with") for relation, _ in one.context)


def _is_said_alike(first: WordingCandidate, second: WordingCandidate, facts: GroundSources) -> bool:
    """Whether two nouns are described by one word each, and these are of one meaning: "gay", "homosexual couples"."""
    one, two = first.nouns or first.core[:-1], second.nouns or second.core[:-1]
    if not len(one) == len(two) == 1 or one == two:
        return False
    return any(
        (known := facts.tables.relations.get((one[0], kind)))
        and (other := facts.tables.relations.get((two[0], kind)))
        and set(known.meanings) & set(other.meanings)
        for kind in "na"
    )


def _are_chosen_apart(first: WordingCandidate, second: WordingCandidate, facts: GroundSources) -> bool:
    """Whether each has a word before it that says which thing is meant, and the other lacks it."""
    one, two = _choices(first, facts), _choices(second, facts)
    return bool(one - two and two - one)


def _are_clauses(first: WordingCandidate, second: WordingCandidate, tables: WordTables) -> bool:
    """Whether a word before a noun is a verb, or unknown in -s: the parser took a headline's clause for a name."""
    known = tables.relations
    for noun in (*first.nouns, *second.nouns):
        bare = noun.removesuffix("s")
        if noun not in tables.places and not {(noun, "n"), (bare, "n")} & known.keys() and bare != noun:
            return True
    return False


def _is_sure_alone(
    first: WordingCandidate, second: WordingCandidate, facts: GroundSources, place: set[str], tie: str
) -> bool:
    """Whether two nouns name one thing without telling one fact: of one place, and only judged otherwise."""
    if first.numbers != second.numbers or not _has_own_place(first, second, place, others=tie == "one meaning"):
        return False
    return tie == "one meaning" or _modifiers(first) ^ _modifiers(second) <= facts.judging


def is_worded_otherwise(one: UnitOccurrence, two: UnitOccurrence, facts: GroundSources) -> bool:
    """Whether a reader learns something from the two: another word, another quality, or both described by other nouns.

    A noun that only one of them has before its head says which thing is meant: "benefit cuts", "cuts". A long row of
    nouns is a headline that the parser took for one name.
    """
    first, second = one.candidate, two.candidate
    if max(len(first.nouns), len(second.nouns)) > MOST_NOUNS:
        return False
    if stem(first.lexeme) != stem(second.lexeme):
        return True
    plain = facts.words.light_adjectives | facts.words.choosing
    before = _modifiers(first) - plain, _modifiers(second) - plain
    qualities = before[0] - _choices(first, facts), before[1] - _choices(second, facts)
    return qualities[0] != qualities[1] or all(before) and before[0] != before[1]


def _are_told_apart(first: WordingCandidate, second: WordingCandidate, facts: GroundSources) -> bool:
    """Whether each has words of its own before it that do not only judge: "universal checks", "criminal checks"."""
    one, two = _modifiers(first) - _modifiers(second), _modifiers(second) - _modifiers(first)
    judged = (one <= facts.judging or two <= facts.judging) and _choices(first, facts) == _choices(second, facts)
    return bool(one and two) and not judged


def _choices(one: WordingCandidate, facts: GroundSources) -> set[str]:
    """What stands before a noun and says which thing is meant: nouns, names, words like "federal"."""
    return {key for key in _modifiers(one) if key in one.nouns or key[:1] == NAMED or key in facts.classifying}


def _tells_two_things(first: WordingCandidate, second: WordingCandidate, facts: GroundSources) -> bool:
    """Whether number, choosing words or opposed words before the two say that they are not the same."""
    if first.word_class == second.word_class == "noun" and first.plural != second.plural:
        return True
    if first.numbers and second.numbers and first.numbers != second.numbers:
        return True
    if _is_enumerated(first) != _is_enumerated(second):
        return True
    dated = [_joined_by(one, "owner") & facts.words.times for one in (first, second)]
    if dated[0] != dated[1] and stem(first.lexeme) == stem(second.lexeme):
        return True  # "last year's speech" is another speech
    before = _modifiers(first), _modifiers(second)
    if any(facts.words.choosing & words for words in before) and before[0] != before[1]:
        return True
    pairs = product(before[0] - before[1], before[1] - before[0])
    return any(frozenset(pair) in facts.opposed or _antonyms(*pair, facts.tables) for pair in pairs)


def _is_enumerated(one: WordingCandidate) -> bool:
    """Whether several are named at once by what stands before a noun: "nuclear and missile tests"."""
    before = {key for key in _modifiers(one) if key[:1] != NAMED}
    return one.word_class == "noun" and not before <= {*one.core, *one.nouns}


def _antonyms(one: str, two: str, tables: WordTables, word_class: str = "a") -> bool:
    known = tables.relations.get((one, word_class)), tables.relations.get((two, word_class))
    return any(words is not None and other in words.opposites for words, other in zip(known, (two, one), strict=True))


def _joined_by(one: WordingCandidate, relation: str) -> set[str]:
    """What a wording is joined to in one relation."""
    return {key for name, key in one.context if name == relation}


def _modifiers(one: WordingCandidate) -> set[str]:
    return _joined_by(one, "modifier")


def _before(one: WordingCandidate) -> set[str]:
    """What stands as a modifier before a noun, as in its places."""
    return {stem(noun) for noun in one.nouns} | {key for key in _modifiers(one) if key[:1] == NAMED}


def _places(one: WordingCandidate, words: WordingWords) -> set[str]:
    """What the thing belongs to, is done to or is about, by stem; no times and no wide words."""
    wide = words.times | words.general_nouns
    keys = {key for relation, key in one.context if relation in PLACES and key not in wide}
    before = {key for relation, key in one.context if relation == "modifier"}
    keys |= {key for key in before if key in one.nouns or key[:1] == NAMED}
    return {key if key.startswith(NAMED) else stem(key) for key in keys}


def _has_own_place(
    first: WordingCandidate, second: WordingCandidate, place: set[str], *, others: bool = False, wide: bool = False
) -> bool:
    """Whether two nouns belong to one thing, and neither is narrowed; with `wide` the one may be narrower.

    An actor is enough with `others`, of other words: it has many plans.
    """
    nouns = first.word_class == second.word_class == "noun"
    owned = others and bool(place) or any(key[:1] != NAMED for key in place)
    before = set(first.nouns), set(second.nouns)
    return nouns and owned and (before[0] == before[1] or wide and (before[0] <= before[1] or before[1] <= before[0]))


def _same_undergoer(first: WordingCandidate, second: WordingCandidate, words: WordingWords) -> bool:
    """Whether both are done to one thing that is no actor: an actor suffers many deeds, a site is closed once."""
    wide = words.times | words.general_nouns
    one, two = (
        {stem(key) for relation, key in c.context if relation == "object" and key[:1] != NAMED and key not in wide}
        for c in (first, second)
    )
    return bool(one & two)


def _is_joined_alike(first: WordingCandidate, second: WordingCandidate) -> bool:
    """Whether both have one thing in one relation, if they are of one word class."""
    return first.word_class != second.word_class or not set(first.context).isdisjoint(second.context)


def _are_verbs(first: WordingCandidate, second: WordingCandidate) -> bool:
    return first.word_class == second.word_class == "verb"


def _same_deed(first: WordingCandidate, second: WordingCandidate) -> bool:
    """Whether the same one did it to the same one."""
    return all(_joined_by(first, relation) & _joined_by(second, relation) for relation in ("doer", "object"))


def _stand_together(one: UnitOccurrence, two: UnitOccurrence, units: Units) -> bool:
    """Whether the sentence of one holds the word of the other, too: then they are as a rule two things."""
    here = units.in_sentence[one.article][one.candidate.sentence]
    there = units.in_sentence[two.article][two.candidate.sentence]
    return two.candidate.lexeme in here or one.candidate.lexeme in there
