"""The words before a name that belong to it: "Mr.", "Prime Minister", "hard-line leader". To choose them is to name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from framing.model import Mention, Parsed, Span
from framing.packs.people import ActorWords
from framing.syntax.roles import DEGREES, MODIFIERS
from framing.syntax.shapes import is_title_case

FINITE = frozenset(("VB", "VBD", "VBP", "VBZ"))
JOINING = frozenset(("of", "for", "and"))
LONGEST = 7  # words before a name, or of what follows the "of" of an office


def add_phrases(parsed: Parsed, mentions: Sequence[Mention], words: ActorWords) -> list[Mention]:
    """The mentions, each with its phrase where words around it belong to what the writer calls the actor.

    No phrase opens inside the name of a body: "the Center for Trees [President Ada Lang]".
    """
    inside = {t: m for m in mentions if m.label == "name" for t in parsed.tokens_in(m.span)[1:]}
    found = []
    for mention in mentions:
        phrase = mention.span if mention.label == "pronoun" else name_phrase(parsed, mention, words)
        body = inside.get(parsed.tokens_in(phrase)[0]) if phrase.start < mention.span.start else None
        if body is not None and body.span.end <= mention.span.start:
            phrase = Span(parsed.starts[parsed.tokens_in(body.span)[-1] + 1], phrase.end)
        found.append(mention if phrase == mention.span else replace(mention, phrase=phrase))
    return found


def name_phrase(parsed: Parsed, mention: Mention, words: ActorWords) -> Span:
    """The mention with the title, country and epithets before it; of an office also "of state", "of the union".

    Determiners, numbers and whose it is ("Russia's") stay outside.
    """
    tokens = parsed.tokens_in(mention.span)
    first, last = tokens[0], tokens[-1]
    start = _opening(parsed, first, last, words)
    if start < first and is_title_case(parsed, parsed.sentence_of[first]):
        start = _opening_in_heading(parsed, first, words.titles | words.honorifics.keys())
    elif start == first - 1 and not _is_rank(parsed.lowers[start], words) and _is_joined(parsed, start):
        start = _office_of(parsed, start, first, words)
    end = _ending(parsed, last) if mention.label == "title" else last
    return Span(parsed.starts[start] if start < first else mention.span.start, max(parsed.ends[end], mention.span.end))


def _is_rank(word: str, words: ActorWords) -> bool:
    """Whether a word is a title or a form of address."""
    return word in words.titles or word in words.honorifics


def _opening(parsed: Parsed, first: int, last: int, words: ActorWords) -> int:
    """The first token of the modifiers that stand directly before `first`."""
    begins, start = parsed.sentences[parsed.sentence_of[first]][0], first
    while start > begins and first - start < LONGEST and _belongs(parsed, start - 1, (first, last), words):
        start -= 1
    while start < first and not parsed.words[start][0].isalnum():
        start += 1
    return start


def _belongs(parsed: Parsed, token: int, name: tuple[int, int], words: ActorWords) -> bool:
    """Whether a token before a name modifies the name, or one of its modifiers."""
    first, last = name
    head, dep = parsed.heads[token], parsed.deps[token]
    tag = parsed.tags[token]
    if (
        not token < head <= last
        or parsed.lowers[token] in words.quantifiers
        or tag in FINITE
        or parsed.pos[token] == "DET"
    ):
        return False
    doing = tag == "VBG" or (token == first - 1 and parsed.lowers[token].endswith("ing"))  # however it is tagged
    if doing and token and parsed.pos[token - 1] in ("PROPN", "NOUN"):  # "with Toll leading Orr"
        return False
    measures = dep in DEGREES and head < first and parsed.pos[head] in ("ADJ", "VERB")
    return dep in MODIFIERS or measures or parsed.words[token] == "-"


def _opening_in_heading(parsed: Parsed, first: int, ranks: Collection[str]) -> int:
    """In a headline in title case, where any word may pass for a name: only a title directly before it."""
    begins, start = parsed.sentences[parsed.sentence_of[first]][0], first
    while start > begins and parsed.lowers[start - 1] in ranks:
        start -= 1
    return start


def _is_joined(parsed: Parsed, start: int) -> bool:
    """Whether a lone modifier hangs on what stands before it: "head of state Putin", "Europe and Eurasia O'Brien"."""
    return start > parsed.sentences[parsed.sentence_of[start]][0] and parsed.lowers[start - 1] in JOINING


def _office_of(parsed: Parsed, start: int, first: int, words: ActorWords) -> int:
    """Where "head of state" or "secretary of defence" opens; `first` when no office stands there."""
    office = start - 2
    begins = parsed.sentences[parsed.sentence_of[start]][0]
    if office < begins or parsed.lowers[start - 1] != "of" or parsed.lowers[office] not in words.titles:
        return first
    return _opening(parsed, office, office, words)


def _ending(parsed: Parsed, last: int) -> int:
    """The last token of "of state" behind an office, or the office itself when nothing short follows."""
    joined = next((c for c in parsed.children[last] if c == last + 1 and parsed.lowers[c] == "of"), None)
    if joined is None or parsed.rights[joined] - joined > LONGEST:
        return last
    inside = range(joined + 1, parsed.rights[joined] + 1)
    plain = all(parsed.pos[t] in ("NOUN", "PROPN", "ADJ", "DET") for t in inside)
    return parsed.rights[joined] if plain else last
