"""What the openings of an event call one thing: noun phrases that were linked, where they describe it otherwise.

"Anti-Toll Bill" beside "bill letting drivers refuse to pay"; "unpaid position" beside "senior position". Two plain
nouns for one thing tell nothing ("race", "Senate race"), nor do two offices of one person ("former clerk", "ex-aide").

Source: van Leeuwen 2008, Discourse and Practice, ch. 2 (appraisement, classification); Levi 1978, The Syntax and
Semantics of Complex Nominals (relational adjectives only classify).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from framing.compare.headline_borders import ORDINAL
from framing.compare.headline_words import TOKEN
from framing.compare.records import ToldWords
from framing.grouping import group_by
from framing.measure.rival_pairs import LISTED, VALENCE
from framing.model import Span
from framing.packs.grammar import function_words
from framing.packs.inflection import base_forms
from framing.packs.passages import load_passage_words
from framing.packs.wordings import Relations, load_link_words, load_word_tables
from framing.syntax.stems import stem_of

RELATIONAL = re.compile(r"\w+(?:al|ic|ary|ar|ive)")  # "congressional"
DENYING = re.compile(r"(?:un|ill|irr|anti-|non-)\w{3,}")
DESCRIBED = re.compile(r"\b(?:an?|the|his|her|its|their)\s((?:[\w-]+,?\s){1,5})$", re.IGNORECASE)  # what stands before
CLAUSE = re.compile(r"\s(?:\w{2,}ing|that|which)(?:\s[^\s,;:.]+){2,12}")
NAME = re.compile(r"\s[A-Z]")
JOINING = frozenset(("and", "but", "yet"))
CLEAR = 1.0  # valence, in [0, 4], from which a word describes whatever its ending
CHARACTER = 3  # of a marked name: it describes its thing


class Naming(NamedTuple):
    """What one opening calls a thing, and the families of its words: all, adjectives, and those that describe it."""

    words: ToldWords
    thing: str
    head: str
    families: frozenset[str]
    adjectives: frozenset[str]
    told: frozenset[str]
    clause: bool  # whether a clause describes it


def read_naming(words: ToldWords, about: Mapping[str, Any], text: str, opening: Span) -> Naming | None:
    """What a wording of an opening calls its thing, with all that describes it; None for a verb and for a title."""
    head = Span(*about["head"])
    noun = next((form for form in base_forms(text[slice(*head)].lower()) if (form, "n") in _relations()), "")
    if not noun or not words.headline and NAME.match(text, words.end):
        return None
    clause = CLAUSE.match(text, head.end, opening.end)
    start, end = _start_of(text, min(words.start, head.start)), clause.end() if clause else max(words.end, head.end)
    end = next((one.end() for one in TOKEN.finditer(text, start, opening.end) if one.end() >= end), end)
    inside = [one[0] for one in TOKEN.finditer(text, start, head.end) if words.headline or not one[0][0].isupper()]
    content = [one for one in map(str.lower, inside) if one not in function_words() and not one[0].isdigit()]
    before = [one for one in content if one != text[slice(*head)].lower()]
    listed = [reason for reason, weight in about["colour"] if abs(weight) >= LISTED and not reason.startswith(VALENCE)]
    told = [one for one in content if any(f"“{one}”" in reason.lower() for reason in listed)]
    told += [one for one in before if (describes(one) if words.headline else _judges(one))]
    every, adjectives, telling = (
        frozenset(map(stem_of, one)) for one in (content, [one for one in before if is_adjective(one)], told)
    )
    span = words._replace(start=start, end=end, value=0.0)
    return Naming(span, str(about["label"]), noun, every, adjectives, telling, bool(clause))


def rival_names(names: Iterable[Naming]) -> dict[str, list[ToldWords]]:
    """By article the names that set a thing apart from what another source calls it, those that describe it first."""
    found: dict[str, list[ToldWords]] = {}
    for _, group in sorted(group_by(names, lambda one: one.thing).items()):
        for source, mine in group_by(group, lambda one: one.words.source).items():
            for one in _of_source(mine, [other for other in group if other.words.source != source]):
                found.setdefault(one.article, []).append(one)
    return {article: sorted(words, key=lambda one: (-one.beside, one.start)) for article, words in found.items()}


def _of_source(mine: Sequence[Naming], others: Sequence[Naming]) -> Iterator[ToldWords]:
    """The name of one source for a thing that others describe otherwise, in its headline if it can be."""
    told = any(_tells(one, others) for one in mine) or any(_tells(one, mine) for one in others) if others else False
    for one in sorted(mine, key=_place):
        theirs = frozenset(word for other in others for word in other.families)
        if told and (_tells(one, others) or one.adjectives - theirs):
            yield one.words._replace(beside=CHARACTER)
            return


def _tells(one: Naming, others: Sequence[Naming]) -> bool:
    """Whether a name describes its thing by what none of the others has, or by the opposite of what one has."""
    theirs = frozenset(word for other in others for word in other.families)
    opposed = any(_opposites().get(word, frozenset()) & theirs for word in one.families)
    clause = one.clause and one.words.headline and not any(other.clause for other in others)
    return clause or opposed or bool(one.told - theirs)


def _place(one: Naming) -> tuple[bool, int]:
    return not one.words.headline, one.words.start


def _start_of(text: str, start: int) -> int:
    """Where a noun phrase starts with the adjectives before it: "a prominent, but unpaid, advisory position"."""
    before = DESCRIBED.search(text, 0, start)
    words = re.findall(r"[\w-]+", before[1].lower()) if before else []
    fits = all(word in JOINING or (word, "a") in _relations() or DENYING.fullmatch(word) for word in words)
    return before.start(1) if before and fits else start


def describes(word: str) -> bool:
    """Whether a word before a noun says what the thing is like, rather than of which kind or which one it is."""
    plain = word in load_link_words().plain | load_passage_words().times or ORDINAL.fullmatch(word) is not None
    return _judges(word) or (is_adjective(word) and not plain and RELATIONAL.fullmatch(word.split("-")[-1]) is None)


def _judges(word: str) -> bool:
    """Whether a word before a noun judges, denies, or says of what age, colour or faith somebody is."""
    known = load_link_words()
    if word in known.words.classified or DENYING.fullmatch(word):
        return True
    strong = abs(known.valences.get(word, 0.0)) >= CLEAR and (word, "n") not in _relations()
    return strong and word not in known.plain | load_passage_words().times


def is_adjective(word: str) -> bool:
    """Whether a word before a noun is an adjective, other than one that only chooses: "new", "former"."""
    words = load_link_words().words
    light = word in words.choosing | words.light_adjectives | words.times
    return not light and (word.endswith("ed") or any((part, "a") in _relations() for part in word.split("-")))


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """Families of words before a noun to those that say the opposite."""
    pairs = [pair.split("/") for pair in load_link_words().words.opposed_descriptions]
    both = [(stem_of(one), stem_of(two)) for one, two in (*pairs, *(pair[::-1] for pair in pairs))]
    return {one: frozenset(two for first, two in both if first == one) for one, _ in both}


def _relations() -> Mapping[tuple[str, str], Relations]:
    return load_word_tables().relations
