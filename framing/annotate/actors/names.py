"""Proper names in a parsed article: runs of capitalised words, cut at titles, with what stands around them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from framing.annotate.actors.joints import end_of_name
from framing.model import Parsed
from framing.names import NUMERALS, SUFFIXES
from framing.packs.people import ActorWords
from framing.packs.roster import plain_letters
from framing.syntax.shapes import is_title_case

OF_WORDS = frozenset(("of", "for", "and", "&"))
ROYAL = frozenset(
    [
        "king",
        "queen",
        "pope",
        "emperor",
        "empress",
        "tsar",
        "czar",
        "tsarina",
        "shah",
        "sultan",
        "patriarch",
        "prince",
        "princess",
    ]
)


class Name(NamedTuple):
    """One occurrence of a proper name. Tokens `first` to `last` inclusive; `titles` stand before it, lower case."""

    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    opening: int = -1  # first token of the titles, or `first`


def bare_words(name: Name) -> tuple[str, ...]:
    """Lower-case words of a name without accents, generation suffixes and possessive marks; "Ada II" keeps all."""
    return _bare(name.words)


def is_regnal(name: Name) -> bool:
    """Whether a number tells a monarch or a pope from others: "Ada II", "Pope Ivo Karl II"; not "Walter Lang III"."""
    last = name.words[-1].lower()
    return len(name.words) > 1 and last in NUMERALS and (len(name.words) == 2 or not ROYAL.isdisjoint(name.titles))


def suffix_of(name: Name) -> str:
    """The generation that a name ends in ("jr", "sr", "ii", …), or ""."""
    last = name.words[-1].lower().rstrip(".")
    return last if len(name.words) > 1 and last in SUFFIXES and not is_regnal(name) else ""


@lru_cache(maxsize=4096)
def _bare(written: tuple[str, ...]) -> tuple[str, ...]:
    """The work of `bare_words`, remembered: the same few names come again and again."""
    words = tuple(filter(None, (plain_letters(w).strip("“”\"'’‘`.,") for w in written)))
    while len(words) > 1 and words[-1] in SUFFIXES and (len(words) > 2 or words[-1] not in NUMERALS):
        words = words[:-1]
    return words or ("",)


def find_runs(parsed: Parsed, words: ActorWords) -> list[tuple[int, int]]:
    """Token ranges (inclusive) of capitalised names, in order; particles and "of" inside are kept."""
    flags, headings = _name_tokens(parsed, words)
    runs: list[tuple[int, int]] = []
    token, count = 0, len(parsed)
    while token < count:
        if not flags[token]:
            token += 1
            continue
        last = end_of_name(parsed, flags, token, words)
        runs.append((token, last))
        token = last + 1
    return _cut_headings(parsed, runs, headings, words) if headings else runs


def _name_tokens(parsed: Parsed, words: ActorWords) -> tuple[list[bool], list[tuple[int, int]]]:
    """For each token, whether it can be part of a name; and the headlines in title case (first token, end)."""
    flags = [False] * len(parsed)
    openings = {first for first, _ in parsed.sentences}
    doubtful = []
    for token, word in enumerate(parsed.words):
        if not word[0].isupper() or parsed.lowers[token] in words.stop or _is_no_word_of_name(parsed, token, words):
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
    headings = _find_headings(parsed)
    if 2 * sum(end - first for first, end in headings) >= len(parsed):
        return flags, []
    _sift_headings(parsed, flags, headings)
    return flags, headings


def _find_headings(parsed: Parsed) -> list[tuple[int, int]]:
    """Sentences in title case (first token, end), with the short ones of capitals before them: "Olsen Wins: …"."""
    found: list[tuple[int, int]] = []
    for number, (first, end) in enumerate(parsed.sentences):
        if not is_title_case(parsed, number):
            continue
        before = parsed.sentences[number - 1][0] if number else first
        line = parsed.article.text[parsed.starts[before] : parsed.starts[first]]
        short = all(w[0].isupper() for w in parsed.words[before:first] if len(w) > 3 and w[0].isalpha())
        found.append((before if short and "\n" not in line else first, end))
    return found


def _is_no_word_of_name(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a capitalised word is a state behind its town, "R-Calif.", "SECRET" on a paper, or "Today" alone."""
    word, lower = parsed.words[token], parsed.lowers[token]
    if (word[1:2] == "-" and word[0] in "RDI") or (word.isupper() and lower in words.marks):
        return True
    if lower in words.times:
        return token == 0 or not parsed.words[token - 1][0].isupper()
    return _is_state_after_town(parsed, token, words)


def _is_state_after_town(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a word is the short form of a state behind its town or a party: "Austin, Tex.", "(R-Ohio)"."""
    short = parsed.lowers[token] in words.abbreviations or parsed.words[token] in words.postal
    return short and token > 0 and parsed.words[token - 1] in _BEFORE_STATES


_BEFORE_STATES = frozenset((",", "(", "-"))


def _sift_headings(parsed: Parsed, flags: list[bool], headings: list[tuple[int, int]]) -> None:
    """In headlines in title case, only words that are names in the running text stay names."""
    inside = {token for first, end in headings for token in range(first, end)}
    sure = {parsed.words[token] for token, flag in enumerate(flags) if flag and token not in inside}
    for token in inside:
        flags[token] = flags[token] and parsed.words[token] in sure


def _cut_headings(
    parsed: Parsed, runs: list[tuple[int, int]], headings: list[tuple[int, int]], words: ActorWords
) -> list[tuple[int, int]]:
    """Runs of names with those in headlines cut into the names that the running text knows; of people also surnames."""
    inside = {token for first, end in headings for token in range(first, end)}
    body = [parsed.words[first : last + 1] for first, last in runs if first not in inside]
    longer = {run[start:] for run in body for start in range(len(run) - 1)}
    single = {run[-1] for run in body if len(run) == 1 or not words.personal.isdisjoint(w.lower() for w in run[:-1])}
    single |= {run[0] for run in body if run[0].lower() in words.first_names}
    cut: list[tuple[int, int]] = []
    for first, last in runs:
        if first not in inside:
            cut.append((first, last))
            continue
        while first <= last:
            ends = (end for end in range(last, first, -1) if parsed.words[first : end + 1] in longer)
            end = next(ends, first)
            if end > first or parsed.words[first] in single:
                cut.append((first, end))
            first = end + 1
    return cut


_SOFT = frozenset(("NOUN", "X", "VERB", "ADJ", "INTJ", "ADV"))  # what the tagger makes of names that it does not know


def cut_titles(parsed: Parsed, first: int, last: int, words: ActorWords) -> Name:
    """The name without what opens the run up to its last title: "Prime Minister Nils Aberg" -> "Nils Aberg"."""
    start = first
    closing = parsed.lowers[last]
    if closing not in words.organisations and closing not in words.things:
        for token in range(last - 1, first - 1, -1):
            word = parsed.lowers[token]
            after = _after_office(parsed, token + 1, last, words)
            one = word in words.titles or word in words.honorifics or _is_plural_title(parsed, token, last, words)
            if one and _opens_name(parsed, after, last):
                start = after
                break
    if start == first > 1 and parsed.lowers[first - 1] in ("of", "for") and parsed.lowers[first - 2] in words.titles:
        given = (
            t for t in range(first + 1, last) if parsed.lowers[t] in words.first_names and parsed.lowers[t - 1] != "st."
        )
        start = next(given, start)  # "secretary for Road Safety Ada Lang"
    opening = parsed.lowers[start]
    if start + 1 < last and parsed.lowers[start + 1] in words.first_names and opening not in words.first_names:
        start += opening in words.gazetteer or opening in words.adherents  # "Republican Anna Dale"
    titles = tuple(parsed.lowers[first:start])
    return Name(start, last, tuple(parsed.words[start : last + 1]), titles, first)


def _is_plural_title(parsed: Parsed, token: int, last: int, words: ActorWords) -> bool:
    """Whether a title opens a row of names: "Senators Ron Wyden", "Justices Kennedy and Alito"."""
    word = parsed.lowers[token]
    if not word.endswith("s") or word[:-1] not in words.titles:
        return False
    return parsed.lowers[token + 1] in words.first_names or parsed.lowers[last + 1 : last + 2] == ("and",)


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
