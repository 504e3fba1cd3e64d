"""When a word that is loaded only sometimes counts: named conditions on its sentence, as the lists ask for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from framing.annotate.loaded.literal import does_not_judge, is_capital, is_in_name, is_second_half
from framing.model import Parsed
from framing.packs.loadedwords import LoadedEntry, LoadedWords
from framing.syntax import roles
from framing.syntax.roles import dependents, logical_object
from framing.syntax.shapes import is_capital_by_place
from framing.syntax.tree import is_among

Condition = Callable[[Parsed, int, int, LoadedWords], bool]
PERSONS = frozenset({"he", "him", "i", "me", "she", "her", "they", "them", "us", "we", "who", "you"})
TOLL, TOLL_NEAR = frozenset({"life", "lives", "victim"}), 6  # what a flood or a war claims, so many tokens behind
WINDOW = 4  # tokens to either side that count as near


def fits(parsed: Parsed, first: int, entry: LoadedEntry, words: LoadedWords) -> bool:
    """Whether the entry's words stand at `first` in a row and all its conditions hold."""
    last = first + len(entry.words) - 1
    if last > first and not follow(parsed, first, entry.words):
        return False
    if is_second_half(parsed, first):
        return False
    if entry.pos and not _speaks(parsed, first, last, entry.pos):
        return False
    if not entry.proper and parsed.pos[last] == "PROPN" and not is_capital_by_place(parsed, last):
        return False
    if entry.proper and last > first and all(is_capital(parsed, token) for token in (first, last)):
        return False  # "The Clintons’ War on Women" is a book
    if does_not_judge(parsed, first, last, entry.category, words) or not entry.proper and is_in_name(parsed, last):
        return False
    if (entry.near or entry.not_near) and not _surrounded(parsed, first, last, entry):
        return False
    return all(CONDITIONS[name](parsed, first, last, words) for name in entry.when)


def follow(parsed: Parsed, first: int, words: tuple[str, ...]) -> bool:
    """Whether the further words of a phrase follow its first at `first`, inside the sentence."""
    last = first + len(words) - 1
    if last >= len(parsed.words) or parsed.sentence_of[last] != parsed.sentence_of[first]:
        return False
    for token, word in enumerate(words[1:], start=first + 1):
        if word != parsed.lowers[token] and word != parsed.lemma_lowers[token]:
            return False
    return True


def _speaks(parsed: Parsed, first: int, last: int, pos: frozenset[str]) -> bool:
    """Whether a word is of a part of speech that counts, allowing for what parsers mix up; a phrase always is.

    Participles count as verbs, words that describe as adjectives, adjectives as nouns ("hoax claims"), "the trolling"
    as a verb, and what ends in -ly as an adverb.
    """
    tag, lower = parsed.pos[last], parsed.lowers[last]
    if last > first or tag in pos:
        return True
    if tag == "PROPN":
        return is_capital_by_place(parsed, last)
    joined = parsed.deps[last] in roles.CONJUNCTS and parsed.pos[parsed.heads[last]] == "ADJ"
    if tag in ("NOUN", "VERB") and parsed.deps[last] in roles.MODIFIERS or tag == "VERB" and joined:
        return "ADJ" in pos
    if tag == "ADJ":
        return "NOUN" in pos or "VERB" in pos and lower.endswith(("ed", "ing"))
    if tag == "ADV" and parsed.deps[last] in roles.MODIFIERS and "ADJ" in pos:
        return True  # "a measly 1,000 crowns"
    return "VERB" in pos and tag == "NOUN" and lower.endswith("ing") or "ADV" in pos and lower.endswith("ly")


def _surrounded(parsed: Parsed, first: int, last: int, entry: LoadedEntry) -> bool:
    """Whether the sentence holds what the entry asks for and nothing that it rules out."""
    start, end = parsed.sentences[parsed.sentence_of[first]]
    around = {parsed.lemma_lowers[i] for i in range(start, end) if not first <= i <= last}
    return (not entry.near or not around.isdisjoint(entry.near)) and around.isdisjoint(entry.not_near)


def _has_object(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """A verb with an object, active or passive, or a participle before its noun."""
    return parsed.deps[first] in roles.MODIFIERS or logical_object(parsed, first) is not None


def _is_modifier(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """A word that stands before the noun it describes."""
    return parsed.deps[last] in roles.MODIFIERS


def _is_determiner(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """A word that tells which or how many: "yet another delay", not "yet another said"."""
    return parsed.deps[last] in roles.DETERMINERS


def _is_noun(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """A noun and nothing else: "a radical", not "radical surgery"."""
    return parsed.pos[last] == "NOUN"


def judges(parsed: Parsed, token: int, words: LoadedWords) -> bool:
    """Whether the token is a word that judges or colours wherever it stands, and no part of a name ("Anna Brat")."""
    if parsed.pos[token] == "PROPN" and not is_capital_by_place(parsed, token):
        return False
    return is_among(parsed, token, words.strong)


def _of_somebody(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """It is said of a person, or of what people do, say or make: "a brutal clerk", "his remark was crude"."""
    return any(_is_somebody(parsed, bearer, words) for bearer in _bearers(parsed, last))


def _of_party(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """It is said of a person or of a body that acts, by a noun: "a greedy and cruel state"."""
    bearers = _bearers(parsed, last)
    return any(parsed.pos[one] == "NOUN" and parsed.lemma_lowers[one] in words.parties for one in bearers)


def _bearers(parsed: Parsed, word: int) -> Sequence[int]:
    """What an adjective, or the first of those it is joined to, is said of."""
    while parsed.deps[word] in roles.CONJUNCTS:
        word = parsed.heads[word]
    dep, head = parsed.deps[word], parsed.heads[word]
    if dep in roles.PREDICATES | roles.OPEN_COMPLEMENTS:
        return dependents(parsed, head, roles.SUBJECTS)
    return [head] if dep in roles.MODIFIERS else []


def _is_somebody(parsed: Parsed, token: int, words: LoadedWords) -> bool:
    """Whether a word stands for a person or for a deed."""
    lower, lemma = parsed.lowers[token], parsed.lemma_lowers[token]
    if lower in PERSONS or parsed.pos[token] == "PROPN":
        return True
    deeds = words.rules
    return parsed.pos[token] == "NOUN" and (lemma in deeds.deeds or lemma.endswith(tuple(deeds.deed_endings)))


def _before_judgement(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """The word it modifies judges, or the next word does."""
    beside = (parsed.heads[last], *range(last + 1, min(last + 2, len(parsed))))
    return any(judges(parsed, token, words) for token in beside)


def _judgement_near(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """A judging word within a few tokens of the same sentence."""
    start, end = parsed.sentences[parsed.sentence_of[first]]
    near = (*range(max(start, first - WINDOW), first), *range(last + 1, min(end, last + 1 + WINDOW)))
    return any(judges(parsed, token, words) for token in near)


def _reporting(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """A verb that reports: what it reports is a clause, or it is said in passing ("he claimed")."""
    deps = {parsed.deps[child] for child in parsed.children[first]}
    if not TOLL.isdisjoint(parsed.lemma_lowers[first + 1 : first + TOLL_NEAR]):
        return False  # "a war that claimed thousands of lives"
    aside = parsed.deps[first] in roles.ASIDES | roles.CONTENT_CLAUSES | roles.ADVERBIAL_CLAUSES
    return not deps.isdisjoint(roles.COMPLEMENTS) or aside and deps.isdisjoint(roles.DIRECT_OBJECTS)


def _of_speech(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """A noun of speech: somebody's own, or with what is to be done ("his threat", "a threat to leave")."""
    return bool(dependents(parsed, last, roles.POSSESSORS | roles.COMPLEMENTS | roles.REDUCED_CLAUSES))


def _not_placed(parsed: Parsed, first: int, last: int, words: LoadedWords) -> bool:
    """No place is given and nothing lies there: "lied to voters", not "lies in a valley" or "the answer lies"."""
    if parsed.lowers[first] in ("lied", "lying"):
        return not any(parsed.lowers[child] in words.rules.placing_words for child in parsed.children[first])
    return any(parsed.lowers[child] in ("to", "about", "under") for child in parsed.children[first])


CONDITIONS: Mapping[str, Condition] = {
    "object": _has_object,
    "of_somebody": _of_somebody,
    "before_judgement": _before_judgement,
    "determiner": _is_determiner,
    "judgement_near": _judgement_near,
    "modifier": _is_modifier,
    "noun": _is_noun,
    "not_placed": _not_placed,
    "of_party": _of_party,
    "of_speech": _of_speech,
    "reporting": _reporting,
}
