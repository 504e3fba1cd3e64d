"""Loaded wording beyond the lists: marks, capitals and derived words, each a rule with its reason.

Source: Quirk et al. 1985, A Comprehensive Grammar (exclamations, rhetorical questions); Predelli 2003, Scare quotes and
their relation to other semantic issues; Martin & White 2005 (interjections and intensification as graduation).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from framing.annotate.loaded.conditions import judges
from framing.model import Loaded, Parsed
from framing.packs.loadedwords import COLOURS, VIVID, LoadedWords
from framing.syntax import roles
from framing.syntax.quotation_marks import QuotedTokens, find_quoted_tokens
from framing.syntax.tree import is_among

SHOUTABLE = frozenset(["ADV", "AUX", "DET", "PART", "PRON", "VERB"])
SCARE_WORDS = 2  # longest stretch in quotation marks that can be a scare quote
ASKING = frozenset(["ask", "enquire", "inquire", "query", "wonder"])


class _Hit(NamedTuple):
    """A rule that fired on some tokens."""

    first: int
    last: int
    category: str
    strength: float
    rule: str
    why: str


def find_by_surface(parsed: Parsed, words: LoadedWords) -> Iterator[Loaded]:
    """Emphasis, scare quotes and derived words, in no particular order; what stands in quotation marks is left out."""
    quoted = find_quoted_tokens(parsed)
    for hit in (*_words(parsed, words), *_ends(parsed, words), *_scare(parsed, quoted, words)):
        if hit.rule == "scare-quotes" or quoted.inside[hit.first] < 0:
            span = parsed.span(hit.first, hit.last)
            why = hit.why.replace("{word}", parsed.article.read(span))
            yield Loaded(span, hit.category, hit.strength, f"loaded/{hit.category}/{hit.rule}", why)


def _words(parsed: Parsed, words: LoadedWords) -> Iterator[_Hit]:
    """Single words that no list holds: adverbs of judging adjectives, capitals, interjections, bitter suffixes."""
    ends, odd = tuple(words.rules.bitter_endings), words.rules.innocent_words
    for token, (pos, lower) in enumerate(zip(parsed.pos, parsed.lowers, strict=True)):
        if pos == "ADV" and lower.endswith("ly") and lower not in words.strong and _base(lower) & words.strong:
            yield _Hit(token, token, VIVID, 0.7, "adverb", COLOURS)
        elif pos == "INTJ" and lower in words.rules.interjections:
            yield _Hit(token, token, "emphasis", 0.4, "interjection", "‘{word}’ lets the writer's feeling be heard")
        elif pos in SHOUTABLE and parsed.words[token].isupper() and len(lower) > 2 and _is_shouted(parsed, token):
            yield _Hit(token, token, "emphasis", 0.4, "capitals", "‘{word}’ is set in capitals: it raises the voice")
        elif pos in ("NOUN", "ADJ") and lower.endswith(ends) and lower not in words.strong and lower not in odd:
            yield _Hit(token, token, "epithet", 0.6, "suffix", "‘{word}’ is built to condemn")


def _base(adverb: str) -> frozenset[str]:
    """Adjectives that an adverb in -ly may come from: "nastily" nasty, "laughably" laughable, "cynically" cynic(al)."""
    stem = adverb[:-2]
    bases = {stem, stem + "le", adverb[:-1] + "e", stem.removesuffix("al")}
    return frozenset(bases | {stem[:-1] + "y"} if stem.endswith("i") else bases)


def _is_shouted(parsed: Parsed, token: int) -> bool:
    """Whether capitals of a word, no hour ("8PM"), stand beside others that are not: no headline and no notice."""
    if not parsed.words[token].isalpha():
        return False
    first, end = parsed.sentences[parsed.sentence_of[token]]
    if token == first:  # a dateline
        return False
    loud = sum(word.isupper() and len(word) > 2 for word in parsed.words[first:end])
    return loud <= 3 and loud * 3 <= end - first


def _ends(parsed: Parsed, words: LoadedWords) -> Iterator[_Hit]:
    """Sentences that exclaim, and questions that want no answer."""
    for first, end in parsed.sentences:
        for token in range(max(first, end - 2), end):
            if parsed.lowers[token] == "!" and not _in_title(parsed, first, token, words):
                yield _Hit(token, token, "emphasis", 0.4, "exclamation", "the exclamation mark raises the voice")
            elif parsed.lowers[token] == "?" and _leads(parsed, first, token, words):
                yield _Hit(token, token, "emphasis", 0.4, "question", "the question wants no answer: it makes a point")


def _in_title(parsed: Parsed, first: int, mark: int, words: LoadedWords) -> bool:
    """Whether a mark belongs to the name of a work: "It Pays!: A Life", "a play called Look Up!", twice alike."""
    text = parsed.article.text
    if text[parsed.ends[mark] : parsed.ends[mark] + 1] in (":", ","):
        return True
    if mark - 1 <= first or not parsed.words[mark - 1][:1].isupper():
        return False
    named = any(parsed.lemma_lowers[token] in words.rules.title_words for token in range(first, mark))
    return named or text.count(text[parsed.starts[mark - 2] : parsed.ends[mark]]) > 1


def _leads(parsed: Parsed, first: int, mark: int, words: LoadedWords) -> bool:
    """Whether a question judges in its words, or asks in the way of one who knows the answer, and for no fact."""
    if any(parsed.lemma_lowers[token] in ASKING for token in range(first, mark)):
        return False  # "Was he sure, the member asked, that ...?": somebody's question
    asked = parsed.deps[first] in roles.SUBJECTS and parsed.tags[parsed.heads[first]] == "VBD"  # "What drove the mess?"
    judged = (is_among(parsed, token, words.judging) and judges(parsed, token, words) for token in range(first, mark))
    if not asked and any(judged):
        return True
    return parsed.lowers[first] in words.rules.leading_words and not words.rules.daring_words.isdisjoint(
        parsed.lowers[first:mark]
    )


def _scare(parsed: Parsed, quoted: QuotedTokens, words: LoadedWords) -> Iterator[_Hit]:
    """One or two words in quotation marks that are neither speech nor a name nor a word under discussion."""
    for pair, (first, last) in zip(quoted.spans, quoted.ranges, strict=True):
        if not 0 <= last - first < SCARE_WORDS or not pair.closed or not parsed.words[first].islower():
            continue
        before = first - 2
        if before < 0 or parsed.pos[last] not in ("NOUN", "ADJ") or parsed.pos[before] not in ("DET", "PRON", "ADP"):
            continue
        sentence = range(*parsed.sentences[parsed.sentence_of[first]])
        if not any(parsed.lemma_lowers[token] in words.rules.naming_words for token in sentence):
            yield _Hit(first, last, "doubt", 0.4, "scare-quotes", "the quotation marks keep ‘{word}’ at a distance")
