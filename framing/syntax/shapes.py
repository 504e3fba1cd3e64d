"""What the look of a text tells: capitals that say nothing, title case, datelines, lines and paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from framing.model import Parsed
from framing.syntax.tree import DASHES, Range

CLOSED = frozenset([")", "-RRB-"])
TITLE_SHARE = 0.8  # of a sentence's longer words capitalised: it is a headline in title case


def are_capitalised(words: Sequence[str], *, least: int, share: float, letters: int = 4) -> bool:
    """Whether at least `least` words of so many letters stand there, and that share of them begins with a capital."""
    long = [word for word in words if len(word) >= letters and word[0].isalpha()]
    return len(long) >= least and sum(word[0].isupper() for word in long) >= share * len(long)


def is_title_case(parsed: Parsed, sentence: int) -> bool:
    """Whether nearly every longer word of a sentence is capitalised, so that capitals tell nothing."""
    first, end = parsed.sentences[sentence]
    closed = parsed.words[end - 1] in (".", "!", "”", '"', "''")
    if closed and (sentence or not parsed.article.text.startswith("\n", parsed.ends[end - 1])):
        return False
    least, share = (5, 1.0) if closed else (4, TITLE_SHARE)  # a headline may end with a full stop, too
    short = not closed and not sentence and are_capitalised(parsed.words[first:end], least=4, share=1.0, letters=2)
    return short or are_capitalised(parsed.words[first:end], least=least, share=share)


def is_capital_by_place(parsed: Parsed, token: int) -> bool:
    """Whether a capital carries no information: the token opens its sentence, or the sentence is set as a title."""
    first, end = parsed.sentences[parsed.sentence_of[token]]
    if token == first or not parsed.words[token - 1][:1].isalnum() and token - 1 == first:
        return True
    if any(parsed.pos[i] in ("VERB", "AUX") and parsed.words[i][:1].islower() for i in range(first, end)):
        return False
    return are_capitalised(parsed.words[first:end], least=3, share=TITLE_SHARE)


def after_dateline(parsed: Parsed, start: int, end: int) -> int:
    """First token after a dateline ("MARN, March 3 (Agency) - ") that opens a sentence at `start`, or `start`."""
    if not parsed.words[start].isupper() or len(parsed.words[start]) < 3:
        return start
    dashes = _dashes(parsed, start, end)
    return dashes[0] + 1 if dashes else start


def after_agency(parsed: Parsed, start: int, end: int) -> int:
    """The same, and behind the rest of a dateline that was cut in two: "Lund, March 3 (Agency) - "."""
    behind = [token + 1 for token in _dashes(parsed, start, end) if parsed.words[token - 1] in CLOSED]
    return behind[0] if behind else after_dateline(parsed, start, end)


def _dashes(parsed: Parsed, start: int, end: int) -> list[int]:
    return [token for token in range(start, min(end, start + 14)) if parsed.words[token] in DASHES]


def before_marks(parsed: Parsed, token: int, stops: Collection[str]) -> int:
    """The token before `token` over punctuation that is none of `stops`; -1 at the start of the text."""
    token -= 1
    while token >= 0 and parsed.pos[token] == "PUNCT" and parsed.words[token] not in stops:
        token -= 1
    return token


def same_line(parsed: Parsed, one: int, other: int) -> bool:
    """Whether no newline stands between two tokens."""
    low, high = min(one, other), max(one, other)
    return "\n" not in parsed.article.text[parsed.ends[low] : parsed.starts[high]]


def tokens_before(parsed: Parsed, token: int, sentences: int) -> range:
    """The tokens before one, the nearest first, back to so many sentences before its own."""
    first, _ = parsed.sentences[max(0, parsed.sentence_of[token] - sentences)]
    return range(token - 1, first - 1, -1)


def find_paragraphs(parsed: Parsed) -> list[Range]:
    """Token ranges of the lines that hold words, headlines included; a sentence after a newline opens one."""
    text, found = parsed.article.text, list[Range]()
    for first, end in parsed.sentences:
        if found and "\n" not in text[parsed.ends[found[-1][1]] : parsed.starts[first]]:
            found[-1] = (found[-1][0], end - 1)
        else:
            found.append((first, end - 1))
    return found


def is_verb_by_context(parsed: Parsed, token: int) -> bool:
    """Whether a word that the parser takes for a plural noun is a verb by what follows it: "Lang estimates that"."""
    return parsed.tags[token : token + 1] == ("NNS",) and parsed.lowers[token + 1 : token + 2] in _AFTER_VERBS


_AFTER_VERBS = (("that",), ("he",), ("she",), ("they",), ("it",))
