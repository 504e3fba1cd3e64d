"""Where a phrase of a headline begins and ends when it is marked: with what denies it or what it depends on.

A mark never ends inside a list or a name, and holds a word of content: "Could Not Find the Leak", not "Find the
Leak"; "Stop Work Until Wages Rise", not "Wages Rise"; not "Second Day".

Source: Huddleston & Pullum 2002, The Cambridge Grammar of the English Language, ch. 9 (negation), 14-15 (conditions,
coordination).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from framing.model import Span
from framing.packs.grammar import function_words
from framing.packs.inflection import base_forms
from framing.packs.passages import load_passage_words
from framing.packs.wordings import load_word_tables

AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "can", "could")
    + ("may", "might", "must", "shall", "should", "will", "would", "to")
)
BEING = frozenset(("is", "are", "was", "were", "be"))
DENIALS = frozenset(
    ("no", "not", "never", "nobody", "none", "neither", "nor", "without", "hardly", "barely", "scarcely", "cannot")
)
DENYING = re.compile(r"(?:ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|must)nt")  # "won't"
CONDITIONS = frozenset(("if", "unless", "until", "till", "without", "whether"))
OPEN_ENDS = frozenset(("ahead", "because", "due", "instead", "prior", "regardless", "thanks"))  # "of" or "to" follows
PREPOSITIONS = frozenset(("about", "after", "against", "at", "by", "for", "from", "in", "of", "on", "over", "with"))
JOINING = frozenset(("and", "or"))
EACH = frozenset(("a", "an", "each", "every", "per"))  # before a word for a time: how often
ORDINAL = re.compile(r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)?")
TELLING = frozenset(  # nothing without what is told
    ("add", "announce", "ask", "call", "note", "report", "say", "speak", "talk", "tell", "urge", "warn")
)
LISTED = 4  # words of a member of a list


class HeadlineWord(NamedTuple):
    """One word of a headline. `key` is one for all words of its family, "" for a small word."""

    span: Span
    lower: str
    key: str
    name: bool
    verb: int  # 2 of the predicate, 1 in another place, 0 where it is none
    particle: bool  # goes with the verb before it: "plays down"
    breaks: str  # the comma or the like that stands before it
    joined: bool  # stands in one name with the word before it
    voice: str  # whose words it stands in; "" where that is unsure
    speaker: str

    @property
    def denies(self) -> bool:
        """Whether it denies what follows: "not", "won't"."""
        return self.lower in DENIALS or is_contracted(self.lower)

    @property
    def leads(self) -> bool:
        """Whether it belongs to the verb or noun behind it: "could", "to", "no"."""
        return self.lower in AUXILIARIES or self.denies


def is_contracted(lower: str) -> bool:
    """Whether a word is an auxiliary with its denial: "won't"."""
    return DENYING.fullmatch(lower) is not None


def widen_phrase(words: Sequence[HeadlineWord], start: int, end: int) -> tuple[int, int]:
    """Where a phrase begins and ends that leaves out nothing which turns it round."""
    return _start_of(words, start), _end_of(words, start, end)


def has_content(words: Sequence[HeadlineWord]) -> bool:
    """Whether a word tells more than when, how often or that somebody speaks."""
    empty = load_passage_words().light | load_passage_words().times | TELLING
    return any(one.name or one.key and not _is_among(one.lower, empty) for one in words)


def is_denied(words: Sequence[HeadlineWord]) -> bool:
    """Whether words say of something that it is not: "Is Not Without Faults"."""
    verbs = any(one.lower in AUXILIARIES - {"to"} or is_contracted(one.lower) for one in words)
    return verbs and any(one.denies for one in words)


def is_predicate(words: Sequence[HeadlineWord], start: int, end: int) -> bool:
    """Whether words deny, or say what something is or is like: "Could Be Near"; behind "over" they only name."""
    inside = words[start:end]
    named = start > 0 and words[start - 1].lower in PREPOSITIONS and not inside[0].breaks
    like = any(one.lower in BEING and _is_likeness(two.lower) for one, two in pairwise(inside))
    return not named and (like or is_denied(inside))


def _is_likeness(lower: str) -> bool:
    """Whether a word tells what something is like, rather than what is done to it: "near", not "told"."""
    return lower in function_words() or any((lower, kind) in load_word_tables().relations for kind in "an")


def _is_among(lower: str, lemmas: frozenset[str]) -> bool:
    return ORDINAL.fullmatch(lower) is not None or not lemmas.isdisjoint(base_forms(lower))


def _start_of(words: Sequence[HeadlineWord], start: int) -> int:
    """Where a phrase starts with its nouns, its auxiliaries, and the denial or condition that it stands under."""
    clause = next((at for at in range(start, 0, -1) if words[at].breaks), 0)
    under = [at for at in range(start) if words[at].lower in CONDITIONS or (at >= clause and words[at].denies)]
    start = min([start, *(at for at in under if _whose(words[at]) == _whose(words[start]))])
    while start and _whose(words[start - 1]) == _whose(words[start]) and _goes_on(words, start):
        start -= 1
    return start


def _goes_on(words: Sequence[HeadlineWord], at: int) -> bool:
    """Whether the word before a place belongs to it: of one name or list, an auxiliary, nouns before a noun."""
    before, one = words[at - 1], words[at]
    if one.joined or (at > 1 and words[at - 2].lower in BEING and not (before.key or before.breaks or one.breaks)):
        return True
    inside = not one.verb or (one.verb == 1 and one.lower.endswith(("ed", "ing")))
    noun = bool(before.key) and not before.verb and bool(one.key) and inside and not one.leads
    if one.breaks:
        first = next((place for place in range(at - 1, 0, -1) if words[place].breaks), 0)
        return one.breaks == "," and noun and _is_member(words[first:at])
    return before.leads or noun


def _end_of(words: Sequence[HeadlineWord], start: int, end: int) -> int:
    """Where a phrase ends with the rest of its list or name, its condition, and what is denied behind it."""
    while end < len(words) and _whose(words[end]) == _whose(words[start]) and (more := _more(words, end)):
        end += more
    while end - start > 1 and words[end - 1].lower in OPEN_ENDS:
        end -= 1
    return end


def _more(words: Sequence[HeadlineWord], end: int) -> int:
    """How many words behind a phrase belong to it."""
    one, last = words[end], words[end - 1]
    if one.joined:
        return 1
    if last.lower in BEING and not one.breaks:
        return _complement(words, end)
    behind = words[end + 1] if end + 1 < len(words) else None
    if behind is not None and not one.breaks:  # "3 million a day", "choosing to stay"
        rate = (
            one.lower in EACH
            and last.lower not in function_words()
            and _is_among(behind.lower, load_passage_words().times)
        )
        if rate or (one.lower == "to" and last.lower.endswith("ing") and behind.verb):
            return 2
    if one.lower in CONDITIONS and not one.breaks:
        return len(words) - end
    if last.verb or not last.key or (one.breaks and one.breaks != ","):
        return 0
    if one.breaks or one.lower in JOINING:
        first = end + (one.lower in JOINING)
        stop = _group_end(words, first)
        ends = stop == len(words) or bool(words[stop].breaks) or words[stop].lower in JOINING
        return stop - end if (ends or not one.breaks) and _is_member(words[first:stop]) else 0
    if one.leads and one.lower != "to":
        first = next((at for at in range(end, len(words)) if not words[at].leads), end)
        return _group_end(words, first) - end
    return 0


def _complement(words: Sequence[HeadlineWord], end: int) -> int:
    """How many words tell what somebody is: "near", "in danger"."""
    clause = next((at for at in range(end + 1, len(words)) if words[at].breaks or words[at].leads), len(words))
    return next((at for at in range(end, clause) if words[at].key), end) - end + 1


def _group_end(words: Sequence[HeadlineWord], first: int) -> int:
    """Where words of content in a row end."""
    stop = first
    while stop < len(words) and words[stop].key and (stop == first or not words[stop].breaks):
        stop += 1
    return stop


def _is_member(words: Sequence[HeadlineWord]) -> bool:
    """Whether words may be a member of a list: a few nouns, with nobody who speaks."""
    plain = all(one.key and not one.verb for one in words)
    return 0 < len(words) <= LISTED and plain and not _is_among(words[-1].lower, TELLING)


def _whose(one: HeadlineWord) -> tuple[str, str]:
    return one.voice, one.speaker
