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
    for token, word in enumerate(parsed.words):
        initial = word[0]
        if not (initial.isupper() or (initial in "“" and len(word) > 1)) or parsed.lowers[token] in words.stop:
            continue
        tag = parsed.pos[token]
        flags[token] = tag == "PROPN" or (
            tag in _SOFT and token not in openings and not parsed.tags[token].startswith("PR")
        )
        if not flags[token] and token in openings and tag in _SOFT:
            flags[token] = parsed.lowers[token] in words.first_names
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
    """The name without the titles that open the run: "Prime Minister Nikol Pashinyan" -> "Nikol Pashinyan"."""
    start = first
    while start < last and _is_title(parsed, start, last, words):
        start += 1
    titles = tuple(parsed.lowers[first:start])
    if start > first and not any(t in words.titles or t in words.honorifics for t in titles):
        start, titles = first, ()
    return Name(start, last, tuple(parsed.words[start : last + 1]), titles, first)


def _is_title(parsed: Parsed, token: int, last: int, words: ActorWords) -> bool:
    """Whether the token is a title word, and is not the last word of the run."""
    word = parsed.lowers[token]
    if word in words.titles or word in words.honorifics:
        return True
    return word in words.before_titles and token + 1 < last
