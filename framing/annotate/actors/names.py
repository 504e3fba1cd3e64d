"""Proper names in a parsed article: runs of capitalised words, cut at titles, with what stands around them."""

from __future__ import annotations

from typing import NamedTuple

from framing.model import Parsed
from framing.packs.people import ActorWords

OF_WORDS = frozenset(("of", "for", "and", "&"))
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
TITLE_SHARE = 0.8  # of a sentence's longer words capitalised: it is a headline in title case


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
    if parsed.words[end - 1] in (".", "!", "”", '"', "''"):
        return False
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
        elif tag in _SOFT and not (tag == "VERB" and parsed.lemmas[token] in words.acting):
            flags[token] = token not in openings or parsed.lowers[token] in words.first_names
            if not flags[token]:
                doubtful.append(token)
    sure = {parsed.words[token] for token, flag in enumerate(flags) if flag}
    for token in doubtful:  # a name at the opening of a sentence that the tagger took for a common word
        flags[token] = parsed.words[token] in sure
    headings = [(first, end) for number, (first, end) in enumerate(parsed.sentences) if is_title_case(parsed, number)]
    if headings and 2 * sum(end - first for first, end in headings) < len(parsed):
        _sift_headings(parsed, flags, headings)
    return flags


def _sift_headings(parsed: Parsed, flags: list[bool], headings: list[tuple[int, int]]) -> None:
    """In headlines in title case, only words that are names in the running text stay names."""
    inside = {token for first, end in headings for token in range(first, end)}
    sure = {parsed.words[token] for token, flag in enumerate(flags) if flag and token not in inside}
    for token in inside:
        flags[token] = flags[token] and parsed.words[token] in sure


_SOFT = frozenset(("NOUN", "X", "VERB", "ADJ", "INTJ", "ADV"))  # what the tagger makes of names that it does not know


def _run_end(parsed: Parsed, flags: list[bool], first: int, words: ActorWords) -> int:
    """The last token of the name that starts at `first`."""
    count, last, token = len(parsed), first, first + 1
    text = parsed.article.text
    has_head = parsed.lowers[first] in words.organisations
    while token < count and "\n" not in text[parsed.ends[token - 1] : parsed.starts[token]]:
        word = parsed.lowers[token]
        if flags[token]:
            has_head = has_head or word in words.organisations
            last = token
        elif word == "-" and parsed.starts[token] == parsed.ends[token - 1]:
            if not _joins(parsed, flags, token):
                break
            last = token + 1
            token += 1
        elif _is_nickname(parsed, flags, token):
            last = token + 3
            token += 3
        elif not _bridges(parsed, flags, token, (has_head or parsed.lowers[last] in words.titles, words.particles)):
            break
        token += 1
    return last


def _is_nickname(parsed: Parsed, flags: list[bool], quote: int) -> bool:
    """Whether a nickname in quotation marks and the surname follow: William “Mo” Cowan."""
    if parsed.words[quote] not in _QUOTES or quote + 3 >= len(parsed):
        return False
    return flags[quote + 1] and parsed.words[quote + 2] in _QUOTES and flags[quote + 3]


_QUOTES = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))


def _joins(parsed: Parsed, flags: list[bool], hyphen: int) -> bool:
    """Whether a hyphen holds two parts of a name together: "Jean-Luc", "Chick-fil-A"; not "Hague-based"."""
    after = hyphen + 1
    if after >= len(parsed) or parsed.starts[after] != parsed.ends[hyphen]:
        return False
    return flags[after] or parsed.words[after][0].isupper() or parsed.words[after + 1 : after + 2] == ("-",)


def _bridges(parsed: Parsed, flags: list[bool], token: int, allowed: tuple[bool, frozenset[str]]) -> bool:
    """Whether a lower-case word inside a name links two parts: "de la", and "of" in names of organisations."""
    has_head, particles = allowed
    word = parsed.lowers[token]
    following = token + 1
    if following >= len(parsed):
        return False
    if word in particles:
        return flags[following] or (
            parsed.lowers[following] in particles and following + 1 < len(parsed) and flags[following + 1]
        )
    if word == "of" and has_head:
        return flags[following] or (
            parsed.lowers[following] == "the" and following + 1 < len(parsed) and flags[following + 1]
        )
    return word == "the" and has_head and parsed.lowers[token - 1] == "of" and flags[following]


def cut_titles(parsed: Parsed, first: int, last: int, words: ActorWords) -> Name:
    """The name without what opens the run up to its last title: "Prime Minister Nils Aberg" -> "Nils Aberg"."""
    start = first
    closing = parsed.lowers[last]
    if closing not in words.organisations and closing not in words.things:
        for token in range(last - 1, first - 1, -1):
            word = parsed.lowers[token]
            after = _after_office(parsed, token + 1, last, words)
            if (word in words.titles or word in words.honorifics) and _opens_name(parsed, after, last):
                start = after
                break
    opening = parsed.lowers[start]
    if start + 1 < last and parsed.lowers[start + 1] in words.first_names and opening not in words.first_names:
        start += opening in words.gazetteer or opening in words.adherents  # "Republican Anna Dale"
    titles = tuple(parsed.lowers[first:start])
    return Name(start, last, tuple(parsed.words[start : last + 1]), titles, first)


def _after_office(parsed: Parsed, token: int, last: int, words: ActorWords) -> int:
    """The token after "of State", "of National Intelligence" and the like behind a title; else `token`."""
    if parsed.lowers[token] != "of":
        return token
    after = token + 1
    while after < last and (parsed.lowers[after] in words.before_titles or parsed.lowers[after] in ("the", "and")):
        after += 1
    return after if after > token + 1 else token


def _opens_name(parsed: Parsed, token: int, last: int) -> bool:
    """Whether the rest of a run after a title can be a name: more than a generation suffix, an "of" or a number."""
    word = parsed.lowers[token]
    return word not in SUFFIXES and word not in OF_WORDS and word != "-" and parsed.words[token][0].isupper()
