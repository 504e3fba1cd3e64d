"""Lines that belong to the page and not to the article, found by the rules of `packs/lexicons/furniture.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from framing.errors import PackError
from framing.packs.tomlfile import LEXICONS, read_toml
from framing.read.layout import ends_sentence, word_count

RULES = "furniture.toml"
BODY_WORDS = 9  # a line of at least so many words that ends like a sentence belongs to the body
LONG_WORDS = 25  # a line of so many words belongs to the body however it ends
MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)\\.?"
)
DAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? ?)"
DATE = (
    f"(?:{DAY}?(?:\\d{{1,2}}(?:st|nd|rd|th)?[ -]{MONTH},?[ -]\\d{{4}}|{MONTH} \\d{{1,2}}(?:st|nd|rd|th)?,? \\d{{4}}|"
    "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T[\\d:.]+Z?)?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}))"
)
NAME = "[A-Z][\\w.’'-]+(?: (?:(?:de|van|von|al|bin|of|the|der|la) ){0,2}[A-Z][\\w.’'-]*){0,4}"
LONGEST = 900  # characters of a line that can be furniture
FILLINGS = {"{date}": DATE, "{name}": f"(?-i:{NAME})", "{site}": "[\\w.-]{3,40}"}
DECORATION = " \t-–—−*•·|_=~#<>«»[]()►▶★✦†‹›→"


class Rule(NamedTuple):
    """One kind of furniture. `anywhere`: also between paragraphs of the body; `tail`: short lines after it go too."""

    reason: str
    pattern: re.Pattern[str]
    words: int
    anywhere: bool
    tail: bool
    raw: bool
    yes: tuple[str, ...]
    no: tuple[str, ...]


KEYS = {*Rule._fields, "case"}  # of a rule in the file; with `case` capitals count in the pattern


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rules, in the order of the file.

    Raises:
        PackError: a rule has an unknown key, no example or a broken pattern.
    """
    entries = read_toml(LEXICONS / RULES)["rule"]
    return tuple(_rule(number, entry) for number, entry in enumerate(entries, start=1))


def _rule(number: int, entry: Mapping[str, Any]) -> Rule:
    where = f"{RULES}: rule {number} ({entry.get('reason', 'no reason given')!r})"
    unknown = set(entry) - KEYS
    if unknown or not entry.get("yes") or not entry.get("no"):
        problem = f"has unknown keys {sorted(unknown)}" if unknown else "has no `yes` or no `no` example"
        raise PackError(f"{where} {problem}. Give `reason`, `pattern`, `words`, and example lines in `yes` and `no`.")
    pattern = str(entry["pattern"])
    for mark, filling in FILLINGS.items():
        pattern = pattern.replace(mark, filling)
    try:
        compiled = re.compile(pattern, 0 if entry.get("case") else re.IGNORECASE)
    except re.error as error:
        raise PackError(f"{where} has a broken pattern ({error}). Mend the regular expression.") from error
    return Rule(
        reason=str(entry["reason"]),
        pattern=compiled,
        words=int(entry.get("words", 12)),
        anywhere=bool(entry.get("anywhere")),
        tail=bool(entry.get("tail")),
        raw=bool(entry.get("raw")),
        yes=tuple(entry["yes"]),
        no=tuple(entry["no"]),
    )


def match_rule(line: str, *, edge: bool) -> Rule | None:
    """The first rule that takes the whole line for furniture; `edge` says that no body stands on one side of it."""
    if len(line) > LONGEST:
        return None
    count = word_count(line)
    core = line.strip(DECORATION)
    for rule in load_rules():
        if count <= rule.words and (edge or rule.anywhere) and rule.pattern.fullmatch(line if rule.raw else core):
            return rule
    return None


def is_body(line: str) -> bool:
    """Whether a line reads as prose of the article: long, or a sentence of some length."""
    count = word_count(line)
    return count >= LONG_WORDS or (count >= BODY_WORDS and ends_sentence(line)) or (count >= 4 and line[-1] in '.”"')


def find_furniture(lines: Sequence[str], *, source: str = "") -> dict[int, str]:
    """The lines that are furniture, by number, and why, in order; sentences of the body are never among them."""
    edge_rules = [match_rule(line, edge=True) for line in lines]
    first, last = _body_edges(lines, edge_rules)
    cuts: dict[int, str] = {}
    for number, line in enumerate(lines):
        rule = edge_rules[number]
        if rule and first <= number <= last:
            rule = match_rule(line, edge=False)
        if rule:
            cuts[number] = rule.reason
    cuts.update(_tail(lines, edge_rules, last))
    ends = [number for number in range(len(lines)) if number not in cuts]
    for number in {*ends[:1], *ends[-1:]} if len(ends) > 1 else ():
        if source and same_words(lines[number], source):
            cuts[number] = "sign-off" if number == ends[-1] else "name of the site"
    return dict(sorted(cuts.items()))


def same_words(one: str, other: str) -> bool:
    """Whether two lines hold the same letters and digits, case and everything else apart."""
    return bool(letters(one)) and letters(one) == letters(other)


def letters(line: str) -> str:
    """The letters and digits of a line, lower case, words apart by one space."""
    return " ".join(re.findall(r"\w+", line.casefold()))


def _body_edges(lines: Sequence[str], rules: Sequence[Rule | None]) -> tuple[int, int]:
    """First and last line of the body; lines before and after are the edges."""
    body = [number for number, line in enumerate(lines) if rules[number] is None and is_body(line)]
    return (body[0], body[-1]) if body else (len(lines), -1)


def _tail(lines: Sequence[str], rules: Sequence[Rule | None], last: int) -> dict[int, str]:
    """Lines after a heading such as "More articles" when only short lines follow it to the end."""
    for number in range(max(0, last + 1), len(lines)):
        rule = rules[number]
        if rule and rule.tail and last >= 0:
            return {n: (rules[n] or rule).reason for n in range(number, len(lines))}
    return {}
