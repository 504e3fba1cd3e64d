"""Numbers that an account gives, so that accounts of one event can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
SMALL = 10.0  # smaller bare numbers are everywhere
ALONE = 1_000.0  # from here on a number is the same fact whatever noun follows
_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<money>[$€£])?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?"
    r"(?:\s?(?P<percent>%|percent\b|per cent\b)|\s(?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    r"(?![\w:/-]|,\d)(?P<tail>(?:\s[A-Za-z’'-]+){0,3})"
)
_BEFORE_DAY = re.compile(rf"\b{MONTH}\s$", re.IGNORECASE)
_AFTER_DAY = re.compile(rf"^\s{MONTH}\b", re.IGNORECASE)
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GRAMMAR = (
    "of the a an in to and or for on at by from with per is are was were be been have has had will would who that "
    "which said say says as than more into over after before"
)
_PLAIN = frozenset(_GRAMMAR.split())
NEAR = 0.1  # numbers of one unit closer than this may be one number, rounded


class Fact(NamedTuple):
    """One number with what it counts. `noun` is what is counted, or % or $; `key` is the same for the same number."""

    key: str
    value: float
    noun: str
    name: str
    start: int
    end: int


def find_facts(text: str) -> Iterator[Fact]:
    """Numbers of a text that can be checked against another account; years, dates and small bare numbers are not."""
    for match in _NUMBER.finditer(text):
        value = float(match["digits"].replace(",", "") + (match["fraction"] or "")) * SCALES.get(
            match["scale"] or "", 1.0
        )
        marked = bool(match["money"] or match["percent"] or match["scale"])
        if not marked and (value < SMALL or _is_date(text, match)):
            continue
        words = _counted_words(match["tail"])
        noun = words[-1].lower().rstrip("s") if words else ""
        unit = "%" if match["percent"] else "$" if match["money"] else ""
        if not marked and value < ALONE and not noun:
            continue
        key = f"{value:.12g}{unit}" if marked or value >= ALONE else f"{value:.12g} {noun}"
        end = match.end() if words and not unit else match.start("tail")
        shown = " ".join([text[match.start() : match.start("tail")].strip(), *(words if not unit else ())])
        yield Fact(key, value, unit or noun, shown, match.start(), max(end, match.start("tail")))


def is_written_out(key: str, text: str) -> bool:
    """Whether a text in lower case has the number under `key` in words: "nine thousand", "forty"."""
    value = float(re.match(r"[\d.e+]+", key)[0])  # type: ignore[index]
    for scale, name in ((1e9, " billion"), (1e6, " million"), (1e3, " thousand"), (1e2, " hundred"), (1.0, "")):
        count = value / scale
        if count == int(count) and 1 <= count < 100:
            tens, ones = divmod(int(count), 10)
            words = _ONES[int(count)] if count < 20 else f"{_TENS[tens]}{f'-{_ONES[ones]}' if ones else ''}"
            return f"{words}{name}" in text
    return False


def may_be_same(key: str, fact: Fact) -> bool:
    """Whether a fact of another account may be the one under `key`, rounded or counted otherwise."""
    match = re.match(r"([\d.e+]+)\s?(.*)", key)
    value, noun = (float(match[1]), match[2]) if match else (0.0, "")
    if fact.noun in {"%", "$"} or noun in {"%", "$"}:
        return fact.noun == noun and abs(fact.value - value) <= NEAR * value
    return fact.noun == noun if noun else abs(fact.value - value) <= NEAR * value


def _counted_words(tail: str) -> list[str]:
    """The words after a number up to the noun it counts: at most two, none of them grammar."""
    words: list[str] = []
    for word in tail.split():
        if word.lower() in _PLAIN or len(words) == 2:
            break
        words.append(word)
    return words


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number is a year or the day of a month."""
    digits = match["digits"]
    if len(digits) == 4 and digits[:2] in {"18", "19", "20"} and not match["fraction"]:
        return True
    before, after = text[max(0, match.start() - 12) : match.start()], match["tail"]
    return bool(_BEFORE_DAY.search(before) or _AFTER_DAY.search(after))
