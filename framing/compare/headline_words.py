"""Headlines cut into words: what each has that no other of its event has, phrase by phrase, and whose words they are.

Headlines in capitals are parsed badly, so that their words are told apart by their letters: a name is what neither
the articles nor the dictionary have in small letters, and a verb is what ends like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from framing.compare.headline_borders import (
    HeadlineWord,
    has_content,
    is_contracted,
    is_predicate,
    widen_phrase,
)
from framing.model import Span
from framing.packs.grammar import function_words
from framing.packs.inflection import base_forms
from framing.packs.passages import load_passage_words
from framing.packs.wordings import load_word_tables
from framing.syntax.stems import stem_of

TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[$#]?\w+(?:[.,’'-]\w+)*")
SHORT = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z]{2,4}")  # G.O.P., NSA
DROPPED = re.compile(r"['’]s$|['’.]")  # of a word: "Obama's", G.O.P.
BREAK = re.compile(r"[,;:—–?!]")
PARTICLES = frozenset(
    ("after", "against", "aside", "at", "away", "back", "down", "for", "off", "on", "out", "up", "with")
)
FOLLOWING = frozenset(("about", "for", "of", "on", "over", "to", "with"))  # behind an adjective: "open to talks"
LONGEST = 8  # words of a phrase
LINKS, BEFORE = 2, 2  # small words between a verb and what it is done to, and words before it


class Headline(NamedTuple):
    """The headline of one article; `voice_at` gives voice and speaker, ("", "") where they are unsure."""

    source: str
    article: str
    span: Span
    text: str  # of the whole article
    voice_at: Callable[[Span], tuple[str, str]]
    verb: Span | None  # the main verb, as it is parsed; none behind "to"
    names: Sequence[Span]


class Phrase(NamedTuple):
    """Words of a headline that stand together and that no other headline of the event has, or not so."""

    span: Span
    voice: str
    speaker: str
    verb: int  # as of its words


class ReadHeadline(NamedTuple):
    """A headline, its words, what it claims in somebody's name, and how far its strong words colour it, by place."""

    one: Headline
    words: list[HeadlineWord]
    claim: tuple[Span, str] | None
    quoted: Sequence[Span]
    strong: Mapping[Span, float]
    lead: Span  # its article's first sentence
    indirect: bool  # whether a verb of the outlet brings the claim: "fears", "vows"
    demanded: bool  # whether that is what somebody else should do: "calls for"

    @property
    def keys(self) -> frozenset[str]:
        """The words by family, without small ones."""
        return frozenset(word.key for word in self.words if word.key)

    @property
    def plain_keys(self) -> frozenset[str]:
        """Those that do not colour it."""
        return self.keys - {w.key for w in self.words if any(w.span.overlaps(span) for span in self.strong)}

    @property
    def opening_keys(self) -> frozenset[str]:
        """Those of the headline and of the first sentence behind it."""
        words = [DROPPED.sub("", match[0]).lower() for match in TOKEN.finditer(self.one.text, *self.lead)]
        return self.keys | {stem_of(word) for word in words if not _is_small(word)}


def split_headline(one: Headline, plain: Set[str]) -> list[HeadlineWord]:
    """The words of a headline; `plain` are words that the articles of the event have in small letters."""
    words: list[HeadlineWord] = []
    before, told = one.span.start, False
    for match in TOKEN.finditer(one.text, *one.span):
        lower, span = DROPPED.sub("", match[0]).lower(), Span(*match.span())
        name = _is_name(one, match[0], lower, span, plain)
        verb = 0 if name else _verb(lower, span, one, words, one.text[one.span.start : before].lower())
        verb = 1 if verb == 2 and told else verb
        told |= verb == 2
        key = "" if _is_small(lower) and not verb else stem_of(lower)
        found = BREAK.search(one.text, before, span.start)
        joined = any(place.start < span.start < place.end for place in one.names)
        known = span, lower, key, name, verb, lower in PARTICLES, found[0] if found else "", joined
        words.append(HeadlineWord(*known, *one.voice_at(span)))
        before = span.end
    return words if told else _with_predicate(words)


def _with_predicate(words: list[HeadlineWord]) -> list[HeadlineWord]:
    """The words of a headline without a main verb, where that is what is said behind a name.

    "Lund to Sell Port", "Lund Pulling Out", "Lund Open to Talks".
    """
    for at in range(1, len(words)):
        one, before = words[at], words[at - 1]
        told = words[at - 2] if before.lower == "to" and at > 1 else before
        behind = words[at + 1].lower if at + 1 < len(words) else ""
        adjective = before.name and behind in FOLLOWING and (one.lower, "a") in load_word_tables().relations
        verb = one.verb and (told is not before or before.name and one.lower.endswith("ing"))
        if told.key and not told.verb and not one.breaks and (verb or adjective):
            return [*words[:at], one._replace(verb=2), *words[at + 1 :]]
    return words


def _is_small(lower: str) -> bool:
    return lower in function_words() or len(lower) < 2 and not lower.isdigit()


def _verb(lower: str, span: Span, one: Headline, words: Sequence[HeadlineWord], before: str) -> int:
    """How much a word is a verb: of the predicate as it is parsed, else as it ends and by what stands before it."""
    infinitive = before.split()[-1:] == ["to"]
    if span == one.verb:
        return 2
    forceful = lower in forceful_forms()
    if not forceful and not any((form, "v") in load_word_tables().relations for form in base_forms(lower)):
        return 0
    if infinitive:
        return 1
    ending = lower.endswith(("ed", "ing"))
    if not words or one.verb is not None and not any(form in load_passage_words().light for form in base_forms(lower)):
        return int(forceful or ending)
    before = one.text[slice(*words[-1].span)]
    plural = before.endswith("s") and before[-2:-1] not in "'’s"
    last = not TOKEN.search(one.text, span.end, one.span.end)
    ends = words[-1].name if lower.endswith("ing") else ending or (lower.endswith("s") and not last)
    return 2 if (ends or plural) and words[-1].key else int(forceful)


def _is_name(one: Headline, word: str, lower: str, span: Span, plain: Set[str]) -> bool:
    """Whether a word only names: a short form, or with a capital what is nowhere written small."""
    if SHORT.fullmatch(word):
        return True
    if not word[:1].isupper() or lower in plain or lower in forceful_forms() or is_contracted(lower):
        return False
    relations = load_word_tables().relations
    listed = all(  # "Third-Highest"
        any((form, kind) in relations for form in (part.removesuffix("est"), *base_forms(part)) for kind in "nav")
        for part in lower.split("-")
    )
    return not listed or any(place.overlaps(span) for place in one.names)


@cache
def forceful_forms() -> frozenset[str]:
    """The nouns that are listed as forceful, and the forms of such verbs."""
    words = load_passage_words()
    found = set(words.forceful_nouns)
    for verb in words.forceful_verbs:
        base = verb.removesuffix("e")
        third = f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"
        found |= {verb, third, f"{verb}es", f"{base}ed", f"{base}ing", f"{verb}{verb[-1]}ing", f"{verb}{verb[-1]}ed"}
    return frozenset(found)


def plain_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that some texts have in small letters."""
    return frozenset(word for text in texts for word in re.findall(r"\b[a-z]{2,}", text))


def find_phrases(words: Sequence[HeadlineWord], others: Set[str]) -> list[Phrase]:
    """Phrases with words that no other headline has, whose they are being sure; names alone are none."""
    fresh = [bool(one.key and one.voice) and not (one.name or one.key.isdigit() or one.key in others) for one in words]
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(words):
        end = at + 1
        if fresh[at]:
            end = _phrase_end(words, fresh, at)
            main = next((place for place in range(at, end) if words[place].verb == 2 and fresh[place]), at)
            at = main if main - at > BEFORE else at
            end = _phrase_end(words, fresh, at)
            verb = max(one.verb * new for one, new in zip(words[at:end], fresh[at:end], strict=True))
            at, last = widen_phrase(words, at, end)
            verb = 2 if is_predicate(words, at, last) else verb
            while found and at < found[-1][1]:
                before = found.pop()
                at, last, verb = min(at, before[0]), max(last, before[1]), max(verb, before[2])
            found.append((at, last, verb))
            end = max(end, last)
        at = end
    return [
        Phrase(Span(words[at].span.start, words[end - 1].span.end), words[at].voice, words[at].speaker, verb)
        for at, end, verb in found
        if words[at].voice == "quoted" or has_content(words[at:end])
    ]


def _phrase_end(words: Sequence[HeadlineWord], fresh: Sequence[bool], at: int) -> int:
    """Behind the last word of a phrase: of fresh words in a row, with what a verb at its end is done to."""
    end, last = at + 1, min(len(words), at + LONGEST)
    whose = words[at].voice, words[at].speaker

    def fits(place: int) -> bool:
        return place < last and not words[place].breaks and (words[place].voice, words[place].speaker) == whose

    while fits(end) and words[end].key and (fresh[end] or not words[end].verb):
        end += 1
    if not any(one.verb for one in words[at:end]):
        return end
    done = end
    while fits(done) and not words[done].key and done - end < LINKS:
        done += 1
    if not words[end - 1].verb or not fits(done) or not words[done].key:
        return end + 1 if words[end - 1].verb and fits(end) and words[end].particle else end
    while fits(done) and words[done].key:
        done += 1
    return done
