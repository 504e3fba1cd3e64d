"""What holds the words of one name together: hyphens, particles, nicknames, "of" and "for" in names of bodies."""

from __future__ import annotations

from framing.model import Parsed
from framing.packs.people import ActorWords

_ONWARD = frozenset(("for", "on", "against", "to", "and"))
_WITH_THE = frozenset(("of", "for", "on", "against"))
_QUOTES = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))


def end_of_name(parsed: Parsed, flags: list[bool], first: int, words: ActorWords) -> int:
    """The last token of the name that starts at `first`; `flags` tell which tokens may be part of a name."""
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
        elif has_head and word in _ONWARD and _leads_on(parsed, flags, token, words):
            last = token + 1
            token += 1
        elif not _bridges(parsed, flags, token, has_head or parsed.lowers[last] in words.titles, words):
            break
        token += 1
    return last


def _is_nickname(parsed: Parsed, flags: list[bool], quote: int) -> bool:
    """Whether a nickname in quotation marks and the surname follow: William “Mo” Cowan."""
    if parsed.words[quote] not in _QUOTES or quote + 3 >= len(parsed):
        return False
    return flags[quote + 1] and parsed.words[quote + 2] in _QUOTES and flags[quote + 3]


def _joins(parsed: Parsed, flags: list[bool], hyphen: int) -> bool:
    """Whether a hyphen holds two parts of a name together: "Jean-Luc", "Chick-fil-A"; not "Hague-based"."""
    after = hyphen + 1
    if after >= len(parsed) or parsed.starts[after] != parsed.ends[hyphen]:
        return False
    return flags[after] or parsed.words[after][0].isupper() or parsed.words[after + 1 : after + 2] == ("-",)


def _leads_on(parsed: Parsed, flags: list[bool], token: int, words: ActorWords) -> bool:
    """Whether a small word continues the name of a body: "Centers for Disease Control", "Coalition to Stop Noise"."""
    word, after = parsed.lowers[token], token + 1
    if after >= len(parsed) or not parsed.words[after][0].isupper():
        return False
    before, following = parsed.lowers[token - 1], parsed.lowers[after]
    if word == "and":
        return flags[after] and before in words.fields and following in words.fields
    if before not in words.leaders or following in words.stop:
        return False
    if word == "to":
        return parsed.tags[after] == "VB"
    return flags[after] and following not in words.titles and following not in words.first_names


def _bridges(parsed: Parsed, flags: list[bool], token: int, has_head: bool, words: ActorWords) -> bool:
    """Whether a lower-case word inside a name links two parts: "de la", and "of" or "for the" in names of bodies."""
    word, following = parsed.lowers[token], token + 1
    if following + 1 >= len(parsed):
        return False
    if word in words.particles:
        return flags[following] or (parsed.lowers[following] in words.particles and flags[following + 1])
    if not has_head:
        return False
    the = parsed.lowers[following] == "the" and flags[following + 1]
    if word == "of":
        return flags[following] or the
    if word == "the":
        return parsed.lowers[token - 1] in _WITH_THE and flags[following]
    return the and word in _WITH_THE and parsed.lowers[token - 1] in words.leaders
