"""Two wordings of one thing by two outlets, and what sets them apart, in words that a reader can check.

What tells is a listed word that colours on one side in the outlet's own voice; a person named by family or by the side
that they take, and by office; one who is said to be young or unarmed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.link.units import PERSONS, stem
from framing.measure.ledger import OWN
from framing.packs.wordings import load_word_tables, load_wording_words

LISTED = 0.15  # colour of a listed word, a loaded or a forceful one, from which it tells
TELLS = 0.2  # difference of colour from which another word is no mere synonym
QUALIFIED = 0.3  # the same, from which what stands before one word tells
APART = 0.5  # the same, from which two descriptions of one actor are told apart
PLACES = frozenset(("same place", "same role", "described alike", "same meaning"))  # besides word and fact
VALENCE = "valence of "  # opens a reason of the colour that rests on no list of loaded words
SHOWN = re.compile(r"“([^”]+)”")  # words in a reason
NUMBER = re.compile(r"\d[\d.,]*")
WAYS = {"kin": "whom they belong to", "allied": "the side that they take", "placed": "how they stand among others"}


@dataclass(frozen=True, slots=True)
class RivalWording:
    """One wording as a pair shows it."""

    id: str
    article: str
    source: str
    event: str
    start: int
    end: int
    referent: str
    name: str
    lent: str  # the name that a pack gives the thing, or ""
    text: str  # the whole phrase
    head: str  # its head word
    colour: float  # in [-1, 1]
    voice: str
    speaker: str
    headline: bool
    rivals: tuple[tuple[str, int, int, float, tuple[str, ...]], ...]
    shades: tuple[tuple[str, float], ...] = ()  # what makes the colour


class RivalPair(NamedTuple):
    """Two wordings of one referent by two sources; `strength` in [0, 1] is for ranking only."""

    one: RivalWording
    two: RivalWording
    sure: float
    strength: float
    grounds: tuple[str, ...] = ()  # what shows that both name one thing
    why: str = ""  # what sets them apart; "" of mere synonyms and of descriptions that are all true


Words = Sequence[RivalWording]


class UsedWords:
    """The wordings of an event, by outlet and the thing or a word in them."""

    def __init__(self, wordings: Iterable[RivalWording]) -> None:
        self._of_thing: dict[tuple[str, str], list[RivalWording]] = defaultdict(list)
        self._with_word: dict[tuple[str, str], list[RivalWording]] = defaultdict(list)
        for one in wordings:
            self._of_thing[one.source, one.referent].append(one)
            for word in set(one.text.lower().split()):
                self._with_word[one.source, word].append(one)

    def besides(self, side: RivalWording, other: RivalWording) -> list[RivalWording]:
        """What else an outlet calls the thing, and what it describes elsewhere as the other outlet does."""
        found = {word.id: word for word in self._of_thing[side.source, side.referent]}
        for described in set(other.text.lower().split()) - {other.head.lower()}:
            alike = self._with_word[side.source, described]
            found |= {word.id: word for word in alike if _mean_one(word.head, other.head)}
        return [word for id, word in sorted(found.items()) if id != side.id]


def tell_apart(pair: RivalPair, used: UsedWords) -> str:
    """What sets two wordings apart; "" where nothing surely does, or the other outlet says it of the thing, too.

    One word in sentences that tell one fact may name two things of a kind ("criticism" of two critics), but not in a
    headline, nor with one number. What only speakers say is theirs ("full-throated support", "his support").
    """
    one, two = sorted((pair.one, pair.two), key=lambda side: (-abs(side.colour), side.text, side.id))
    mine, theirs = used.besides(one, two), used.besides(two, one)
    return _why(one, two, pair.grounds, mine, theirs) or _why(two, one, pair.grounds, theirs, mine)


def _mean_one(one: str, two: str) -> bool:
    """Whether two nouns are one or mean one thing: "lawyer", "attorney"."""
    nouns = _singular(one), _singular(two)
    known = [load_word_tables().relations.get((noun, "n")) for noun in nouns]
    meanings = [set(word.meanings) if word else set() for word in known]
    return nouns[0] == nouns[1] or bool(meanings[0] & meanings[1])


def _why(
    one: RivalWording, other: RivalWording, grounds: Iterable[str], mine: Iterable[RivalWording], theirs: Words
) -> str:
    """What the first says of the thing in its outlet's own voice, and neither the second nor its outlet elsewhere.

    `mine` and `theirs` are the other wordings of the two outlets for the thing.
    """
    actor, otherwise = "same actor" in grounds, is_other_word(one.head, other.head)
    if one.voice != OWN or (actor and (_is_name(one) or _is_name(other))):
        return ""
    if not actor and not _are_surely_one(one, other, grounds):
        return ""
    judged = _judged(one, other, APART if actor else TELLS if otherwise and _colours_itself(one) else QUALIFIED)
    if judged and not _judge_alike(
        one, [other] if other.colour else theirs, otherwise=bool(other.colour) and otherwise
    ):
        return judged
    if other.voice != OWN or judged:
        return ""
    if actor:
        said = any(_mean_one(word.head, other.head) for word in mine)
        return "" if said else _represented(one, [other, *theirs])
    return "" if otherwise else _classified(one, [other, *theirs])


def _is_name(one: RivalWording) -> bool:
    """Whether a description is a mere name, which tells nothing beside "the director"."""
    return not one.headline and one.head[:1].isupper()


def _colours_itself(one: RivalWording) -> bool:
    """Whether the word for a thing colours, rather than what stands before it: "attack", not "controversial bill"."""
    return any(stem(word) == stem(one.head.lower()) for reason, _ in one.shades for word in SHOWN.findall(reason))


def _judge_alike(one: RivalWording, others: Words, *, otherwise: bool) -> bool:
    """Whether the other outlet judges the thing to the same side: "woeful showing", "dismal showing".

    Not so where two words that differ colour it `otherwise`: "massacre", "attack".
    """
    return not otherwise and any(one.colour * word.colour > 0 for word in others)


def _are_surely_one(one: RivalWording, other: RivalWording, grounds: Iterable[str]) -> bool:
    """Whether more than one word and one fact speaks for one thing: a headline, one number, a place.

    A thing of one word that a speaker tells of must be described alike.
    """
    numbers = [frozenset(NUMBER.findall(side.text)) for side in (one, other)]
    if numbers[0] & numbers[1] or one.headline or other.headline or "described alike" in grounds:
        return True
    own = other.voice == OWN or is_other_word(one.head, other.head)
    return own and not PLACES.isdisjoint(grounds)


def _judged(one: RivalWording, other: RivalWording, least: float) -> str:
    """The words by which the first colours the thing more than the second, as far as they are listed or strong."""
    mine = [shade for shade in one.shades if shade[0] not in dict(other.shades)]
    theirs = sum(weight for reason, weight in other.shades if reason not in dict(one.shades))
    listed = [reason for reason, weight in mine if not reason.startswith(VALENCE) and abs(weight) >= LISTED]
    if not listed and abs(sum(weight for _, weight in mine) - theirs) < least:
        return ""
    return "; ".join(listed or [reason for reason, _ in mine])


def _represented(one: RivalWording, others: Words) -> str:
    """The way in which the first names a person, and the others do not: "daughter", "voice of the opposition"."""
    words = load_wording_words()
    for way, says in WAYS.items():
        told = [_heads(side, last=way == "allied") & getattr(words, way) for side in (one, *others)]
        if told[0] and not any(told[1:]):
            return f"“{min(told[0])}” says {says}, “{others[0].head.lower()}” does not"
    return ""


def _heads(one: RivalWording, *, last: bool) -> set[str]:
    """The head of a phrase, and its last word."""
    return {one.head.lower(), one.text.lower().split()[-1]} if last else {one.head.lower()}


def _classified(one: RivalWording, others: Words) -> str:
    """A word of age, sex, colour, faith or innocence that the first alone puts before one word for persons."""
    known = load_word_tables().relations.get((_singular(one.head), "n"))
    told = {word for other in others for word in other.text.lower().split()}
    found = [word for word in one.text.lower().split() if word in load_wording_words().classified - told]
    return f"only one says “{found[0]}”" if found and known is not None and known.group == PERSONS else ""


def _singular(noun: str) -> str:
    """A noun in small letters without the ending of its plural."""
    lower = noun.lower()
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")


def is_other_word(one: str, two: str) -> bool:
    """Whether two head words are of different families: not "closure" and "closing", nor "suit" and "lawsuit"."""
    first, second = stem(one.lower()), stem(two.lower())
    return first[:5] != second[:5] and first not in second and second not in first
