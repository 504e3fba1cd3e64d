"""A sentence as the tone model reads it: names, numbers and sexes masked, negation and quotation marks worked out once.

Nothing here may tell one actor from another: proper nouns and capitalised words inside a sentence become NAME, figures
become NUM, and he, she and their forms become THEY.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from framing.model import Parsed
from framing.packs.tone import ToneWords
from framing.syntax import roles
from framing.syntax.clauses import clause_heads
from framing.syntax.roles import dependents, prepositions
from framing.syntax.shapes import are_capitalised

NAME, NUMBER, PERSON, TARGET = "NAME", "NUM", "THEY", "TARGET"
MASKS = frozenset({NAME, NUMBER, PERSON, TARGET})
AFRESH = frozenset({"“", "``", '"', "‘", ":"})  # a capital behind them tells nothing
SAID_OF = roles.PREDICATES | roles.OPEN_COMPLEMENTS  # what a negated copula denies
SHIFTED = roles.DIRECT_OBJECTS | roles.COMPLEMENTS | roles.PREPOSITION_COMPLEMENTS
TITLED = 0.601  # more than .6, as the model was trained
SILENT = frozenset({"PUNCT", "SPACE", "SYM"})
JOINED = frozenset({"fire"})  # "coal-fired": behind a hyphen it tells no deed
MERELY = frozenset({"only", "just", "merely", "simply", "solely"})
BOTH = frozenset({"neither", "nor"})
WITHHELD = {"anything": "but", "far": "from"}  # "anything but generous"
PARTS_OF_VERBS = roles.PREPOSITIONS | roles.PARTICLES | roles.DEGREES
NONE: frozenset[str] = frozenset()
NEGATED_SHARE = -0.6  # a negated good word is not as bad as a bad word


class ScopeSets(dict[int, frozenset[str]]):
    """Token -> the sets of `tone_scopes.toml` that hold the word, its lemma, or a verb with a part of its own."""

    def __init__(self, parsed: Parsed, index: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self._parsed, self._index = parsed, index

    def __missing__(self, token: int) -> frozenset[str]:
        parsed, index = self._parsed, self._index
        lemma = parsed.lemma_lowers[token]
        found = index.get(lemma, NONE) | index.get(parsed.lowers[token], NONE)
        if f"{lemma}_" in index:
            for child in dependents(parsed, token, PARTS_OF_VERBS):
                found |= index.get(f"{lemma}_{parsed.lowers[child]}", NONE)
        self[token] = found
        return found


class Reading(NamedTuple):
    """One sentence in columns, indexed from its first token; a key is "" for punctuation."""

    first: int
    end: int
    keys: list[str]
    negated: list[bool]
    valences: list[float]  # in [-1, 1], turned by negation
    quoted: list[bool]
    clauses: list[int]  # the token that heads each word's clause
    classes: list[tuple[str, ...]]
    names: int  # runs of names
    signals: list[tuple[int, str]]  # place and word of contrasts and modals
    judging: list[tuple[int, float]]  # place and valence of the words that have one
    telling: list[int]  # places of the words that are no stop words
    theirs: list[tuple[int, frozenset[int]]]  # a name's last token, and the places of what is said before it
    named: list[str]  # how each word is told: its key with "!" when negated; "(mark)" for punctuation
    shown: list[str]  # how each word is told beside another: its key, punctuation as it is
    words: ToneWords
    scopes: ScopeSets
    denials: dict[int, str]  # token -> what the word above it does to it, as asked


def read_sentence(parsed: Parsed, sentence: int, words: ToneWords, inside: Sequence[int] = ()) -> Reading:
    """The sentence with everything masked that could tell who is meant.

    `inside`: for each token of the article the number of the quotation around it, -1 for none; () for no marks at all.
    """
    first, end = parsed.sentences[sentence]
    keys = _keys(parsed, first, end, words.persons)
    quoted = [number >= 0 for number in inside[first:end]] or [False] * (end - first)
    negated = _negated(parsed, first, end, words)
    valences = _valences(parsed, keys, negated, first, words)
    classes = [words.classes.get(key, ()) for key in keys]
    lowers = parsed.lowers[first:end]
    signals = [(place, word) for place, word in enumerate(lowers) if word in words.contrasts or word in words.modals]
    judging = [(place, value) for place, value in enumerate(valences) if value]
    telling = [place for place, key in enumerate(keys) if key and key not in words.stop]
    named = [f"!{key}" if turned and key else key or "(mark)" for key, turned in zip(keys, negated, strict=True)]
    shown = [key or word for key, word in zip(keys, parsed.words[first:end], strict=True)]
    names = keys.count(NAME) - list(pairwise(keys)).count((NAME, NAME))
    clauses = clause_heads(parsed, first, end)
    return Reading(
        first, end, keys, negated, valences, quoted, clauses, classes, names, signals, judging, telling,
        _theirs(parsed, keys, first), named, shown, words, ScopeSets(parsed, words.scopes), {},
    )  # fmt: skip


def _valences(parsed: Parsed, keys: list[str], negated: list[bool], first: int, words: ToneWords) -> list[float]:
    """What VADER gives each word, in [-1, 1], turned by negation; 0 where it may not weigh."""
    valences = [0.0] * len(keys)
    for place, lower in enumerate(parsed.lowers[first : first + len(keys)]):
        value, key = words.valences.get(lower), keys[place]
        if value and key and key not in MASKS and key not in words.plain:
            valences[place] = value / 4 * _sign(parsed, negated, first + place, first)
    return valences


def _theirs(parsed: Parsed, keys: list[str], first: int) -> list[tuple[int, frozenset[int]]]:
    """What describes each name: "the [crooked banker] Otto Briskin" says so of nobody else in the sentence."""
    found = []
    for token in [first + place for place, key in enumerate(keys) if key == NAME]:
        if parsed.lefts[token] < token and parsed.deps[token] not in roles.MODIFIERS:
            before = [child for child in dependents(parsed, token, roles.MODIFIERS) if keys[child - first] not in MASKS]
            places = [range(max(parsed.lefts[one], first) - first, parsed.rights[one] + 1 - first) for one in before]
            if before:
                found.append((token, frozenset(chain.from_iterable(places))))
    return found


def _keys(parsed: Parsed, first: int, end: int, persons: frozenset[str]) -> list[str]:
    """The lemma of each word, or its mask."""
    words, tags, lemmas, lowers = parsed.words, parsed.pos, parsed.lemma_lowers, parsed.lowers
    opening, titled = True, None
    keys = []
    for token in range(first, end):
        word, tag = words[token], tags[token]
        if tag in SILENT or (lemmas[token] in JOINED and token > first and words[token - 1] == "-"):
            keys.append("")
            opening = opening or word in AFRESH
            continue
        if lowers[token] in persons:
            key = PERSON
        elif tag == "PROPN":
            key = NAME
        elif tag == "NUM" or word[0].isdigit():
            key = NUMBER
        else:
            key = lowers[token] if tag == "PRON" else lemmas[token]
        if not opening and key not in (PERSON, NAME) and word[0].isupper() and word != "I":
            if titled is None:
                titled = are_capitalised(words[first:end], least=5, share=TITLED, letters=1)
            key = key if titled else NAME
        keys.append(key)
        opening = False
    return keys


def _negated(parsed: Parsed, first: int, end: int, sets: ToneWords) -> list[bool]:
    """Whether a negation hangs on each word or on its copula, or a shifter ("cleared of", "failed to") governs it."""
    flags, negations, shifters, lowers = [False] * (end - first), sets.negations, sets.shifters, parsed.lowers
    for token in range(first, end):
        lower = lowers[token]
        if lower in negations:
            turned = _denied(parsed, token, shifters)
        elif parsed.lemma_lowers[token] in shifters:
            turned = [] if dependents(parsed, token, roles.NEGATIONS) else _shifted(parsed, token)
        elif lower in WITHHELD and token + 2 < end and WITHHELD[lower] == lowers[token + 1]:
            turned = [token + 2, parsed.heads[token + 2]]
        else:
            continue
        for other in turned:
            if first <= other < end:
                flags[other - first] = True
    return flags


def _denied(parsed: Parsed, token: int, shifters: Collection[str]) -> list[int]:
    """What a negation turns: what it hangs on and what is said of it; both after "neither"; nothing after "not only".

    "Never stopped lying" turns nothing either: the one negation undoes the other.
    """
    head = parsed.heads[token]
    if token + 1 < len(parsed) and parsed.lowers[token + 1] in MERELY:
        return []
    if parsed.lowers[token] in BOTH and parsed.deps[head] in roles.SUBJECTS:
        head = parsed.heads[head]  # "neither he nor she is honest"
    said = dependents(parsed, head, SAID_OF)
    if parsed.lemma_lowers[head] in shifters and any(parsed.deps[one] in roles.OPEN_COMPLEMENTS for one in said):
        return []
    return [head, *said, *(dependents(parsed, head, roles.CONJUNCTS) if parsed.lowers[token] in BOTH else ())]


def _shifted(parsed: Parsed, token: int) -> list[int]:
    """What a shifter governs: its object, its clause, or what "of", "from" and "to" below it bring."""
    found = dependents(parsed, token, SHIFTED)
    for preposition in prepositions(parsed, token, {"of", "from", "to"}):
        found += dependents(parsed, preposition, roles.PREPOSITION_COMPLEMENTS)
    return found


def _sign(parsed: Parsed, negated: list[bool], token: int, first: int) -> float:
    """1, or what is left of a valence when the word or its head is negated."""
    head = parsed.heads[token] - first
    return NEGATED_SHARE if negated[token - first] or (0 <= head < len(negated) and negated[head]) else 1.0
