"""Numbers as a text writes them, in figures and in words, with what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.model import Parsed
from framing.syntax.tree import NOMINALS

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = {word: float(place) for place, word in enumerate(_ONES)}
TENS = {word: 10.0 * place for place, word in enumerate(_TENS, 2)}
FIGURES = re.compile(r"[$€£]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|mn|m|bn|s)?(?:-([a-z]+))?")
REACH = 4  # tokens behind a number in which the noun that it counts stands


class CountedNumber(NamedTuple):
    """A number over tokens `first` to `last` (inclusive), and the lemma of what it counts; "%" for a percentage."""

    value: float
    first: int
    last: int
    unit: str
    noun: int  # token of what is counted, or -1


def number_at(parsed: Parsed, token: int, end: int) -> CountedNumber | None:
    """The number that begins at `token` of a sentence that ends before `end`, or None.

    "1.4m crowns", "9 million", "twenty-two kilometres", "400-crown": years and ordinals are numbers like others.
    """
    read = _read_word(parsed.lowers[token])
    if read is None or (parsed.pos[token] not in {"NUM", "ADJ", "NOUN"} and not parsed.lowers[token][:1].isdigit()):
        return None
    value, glued = read
    last = token
    if parsed.lowers[token] in TENS and token + 2 < end and parsed.words[token + 1] == "-":
        ones = ONES.get(parsed.lowers[token + 2], 0.0)
        last, value = (token + 2, value + ones) if ones else (last, value)
    while last + 1 < end and parsed.lowers[last + 1] in SCALES:
        last += 1
        value *= SCALES[parsed.lowers[last]]
    if glued:
        return CountedNumber(value, token, last, glued, -1)
    return CountedNumber(value, token, last, *_counted(parsed.lowers[last + 1 : last + 3], parsed, last, end))


def _read_word(word: str) -> tuple[float, str] | None:
    """Value of one written number and the noun glued to it: "22" 22, "fifty-eight" 58, "400-crown" 400 and crown."""
    found = FIGURES.fullmatch(word)
    if found:
        scale = SHORT_SCALES.get(found[3] or "", 1.0)
        glued = found[4] or ""
        return float(found[1].replace(",", "") + (found[2] or "")) * scale * SCALES.get(
            glued, 1.0
        ), "" if glued in SCALES else glued
    head, dash, tail = word.partition("-")
    if head in TENS:
        return (TENS[head] + ONES[tail], "") if tail in ONES else (TENS[head], tail)
    if head in ONES:
        return ONES[head], tail
    return None


def _counted(behind: Sequence[str], parsed: Parsed, last: int, end: int) -> tuple[str, int]:
    """What a number counts: "%" or the lemma of the noun behind it, with its token."""
    if behind and (behind[0] in ("%", "percent") or list(behind[:2]) == ["per", "cent"]):
        return "%", -1
    for token in range(last + 1, min(end, last + 1 + REACH)):
        if parsed.pos[token] in NOMINALS and parsed.pos[token] != "PRON":
            return parsed.lemma_lowers[token], token
        if parsed.pos[token] not in ("ADJ", "ADV", "DET") and parsed.words[token] != "-":
            break
    return "", -1
