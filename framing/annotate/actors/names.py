"""Proper names in a parsed article: runs of capitalised words, cut at titles, with what stands around them."""

from __future__ import annotations

from typing import NamedTuple

from framing.model import Parsed
from framing.packs.people import ActorWords

PARTICLES = frozenset("de la van von der den del di da dos du le bin ibn al el ul abu ben y ter ten".split())
OF_WORDS = frozenset(("of", "for", "and", "&"))
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
TITLE_SHARE = 0.7  # of a sentence's longer words capitalised: it is a headline in title case


class Name(NamedTuple):
    """One occurrence of a proper name. Tokens `first` to `last` inclusive; `titles` stand before it, lower case."""

    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    opening: int = -1  # first token of the titles, or `first`


def is_title_case(parsed: Parsed, sentence: int) -> bool:
    """Whether nearly every longer word of a sentence is capitalised, so that capitals tell nothing."""
    first, end = parsed.sentences[sentence]
    words = [w for w in parsed.words[first:end] if len(w) > 3 and w[0].isalpha()]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= TITLE_SHARE * len(words)


def find_runs(parsed: Parsed, words: ActorWords) -> list[tuple[int, int]]:
    """Token ranges (inclusive) of capitalised names, in order; particles and "of" inside are kept."""
    flags = _name_tokens(parsed, words)
    runs: list[tuple[int, int]] = []
    token, count = 0, len(parsed)
    while token < count:
        if not flags[token]:
            token += 1
            continue
        last = _run_end(parsed, flags, token, words)
        runs.append((token, last))
        token = last + 1
    return runs


def _name_tokens(parsed: Parsed, words: ActorWords) -> list[bool]:
    """For each token, whether it can be part of a name."""
    flags = [False] * len(parsed)
    openings = {first for first, _ in parsed.sentences}
    doubtful = []
    for token, word in enumerate(parsed.words):
        if not word[0].isupper() or parsed.lowers[token] in words.stop:
            continue
        tag = parsed.pos[token]
        if tag == "PROPN":
            flags[token] = True
        elif tag in _SOFT and not parsed.tags[token].startswith("PR"):
            flags[token] = token not in openings or parsed.lowers[token] in words.first_names
            if not flags[token]:
                doubtful.append(token)
    sure = {parsed.words[token] for token, flag in enumerate(flags) if flag}
    for token in doubtful:  # a name at the opening of a sentence that the tagger took for a common word
        flags[token] = parsed.words[token] in sure
    for number, (first, end) in enumerate(parsed.sentences):
        if is_title_case(parsed, number):
            for token in range(first, end):
                flags[token] = flags[token] and parsed.pos[token] == "PROPN"
    return flags


_SOFT = frozenset(("NOUN", "X", "VERB", "ADJ", "INTJ", "ADV"))


def _run_end(parsed: Parsed, flags: list[bool], first: int, words: ActorWords) -> int:
    """The last token of the name that starts at `first`."""
    count, last, token = len(parsed), first, first + 1
    sentence = parsed.sentence_of[first]
    has_head = parsed.lowers[first] in words.organisations
    while token < count and parsed.sentence_of[token] == sentence:
        word = parsed.lowers[token]
        if flags[token]:
            has_head = has_head or word in words.organisations
            last = token
        elif word == "-" and parsed.starts[token] == parsed.ends[token - 1]:
            if not (token + 1 < count and parsed.starts[token + 1] == parsed.ends[token]):
                break
            last = token + 1
            token += 1
        elif not _bridges(parsed, flags, token, has_head):
            break
        token += 1
    return last


def _bridges(parsed: Parsed, flags: list[bool], token: int, has_head: bool) -> bool:
    """Whether a lower-case word inside a name links two parts: "de la", and "of" in names of organisations."""
    word = parsed.lowers[token]
    following = token + 1
    if following >= len(parsed):
        return False
    if word in PARTICLES:
        return flags[following] or (
            parsed.lowers[following] in PARTICLES and following + 1 < len(parsed) and flags[following + 1]
        )
    if word == "of" and has_head:
        return flags[following] or (
            parsed.lowers[following] == "the" and following + 1 < len(parsed) and flags[following + 1]
        )
    return False


def cut_titles(parsed: Parsed, first: int, last: int, words: ActorWords) -> Name:
    """The name without what opens the run up to its last title: "Prime Minister Nikol Pashinyan" -> "Nikol Pashinyan"."""
    start = first
    for token in range(last - 1, first - 1, -1):
        word = parsed.lowers[token]
        if (word in words.titles or word in words.honorifics) and _opens_name(parsed, token + 1, last):
            start = token + 1
            break
    titles = tuple(parsed.lowers[first:start])
    return Name(start, last, tuple(parsed.words[start : last + 1]), titles, first)


def _opens_name(parsed: Parsed, token: int, last: int) -> bool:
    """Whether the rest of a run after a title can be a name: more than a generation suffix, an "of" or a number."""
    word = parsed.lowers[token]
    return word not in SUFFIXES and word not in OF_WORDS and word != "-" and parsed.words[token][0].isupper()
