"""Lines that name outlet, date, address or writer beside one another: "Tarrow Bay Post, 14 May 2024"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from framing.read.dates import read_date
from framing.read.layout import REMEMBERED, word_count

LONGEST = 160  # characters of a stamp
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"  # capitals do not count in either
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"(?:{DAY},? )?(?:(?:\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{MONTH},?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,?) \d{{4}}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+Z?)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})(?:,? {DAY})?",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
TIME = re.compile(
    r"(?:(?:at|,)\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?|\d{1,2}\s*[ap]\.?m\.?",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*(?:[|·•;/\t]|,(?=\s)|\s[-–—]\s)\s*")
WRITER = re.compile(
    r"(?:written )?by\b|from our\b|(?:our )?correspondent|staff reporter|reporter\b|page \d+|p\. ?\d+", re.IGNORECASE
)
NO_OUTLET = re.compile(
    r"(?:published|updated|posted|date|last|on|modified|first|saved|"
    r"printed|accessed|retrieved|filed|created|edition)\b|"
    r"\d|.*\b(?:min(?:ute)?s? read|edition)\b",
    re.IGNORECASE,
)
CHANGED = re.compile(r"updat|modif|edited|changed|copyright|©|accessed|retrieved", re.IGNORECASE)
LINK = re.compile(r"(?:https?://|www\.)[^\s<>|]+")
SAID = re.compile(r"(?:date|published|posted|issued|publication date|first published|on)", re.IGNORECASE)
OUTLET_WORDS = 7
CLAUSE_WORDS = 3
SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "le", "el", "al", "der", "die", "&"))


class Stamp(NamedTuple):
    """What a line beside an article says; "" where it says nothing."""

    source: str
    date: str
    url: str


@lru_cache(REMEMBERED)
def read_stamp(line: str) -> Stamp | None:
    """The outlet, date and address in a line that holds a full date and hardly anything else, else None.

    The day of a change ("Updated 14 May 2024") is no date of the article.
    """
    bare = line.strip().strip("—–-•*()[]").strip()
    if len(bare) > LONGEST or not DIGIT.search(bare):
        return None
    found = DATE.search(bare)
    if found is None or not read_date(re.sub(rf"^{DAY},? ", "", found.group(), flags=re.IGNORECASE)):
        return None
    rest = f"{bare[: found.start()]} | {bare[found.end() :]}"
    link = LINK.search(rest)
    rest = TIME.sub(" ", LINK.sub(" | ", rest))
    pieces = [piece.strip(" .:()[]") for piece in BETWEEN.split(rest)]
    pieces = [piece for piece in pieces if piece and not re.fullmatch(rf"(?i:{DAY})|[A-Z]{{2,4}}", piece)]
    pieces = [piece for piece in pieces if re.search(r"[^\W\d_]{3}", piece) and not SAID.fullmatch(piece)]
    named = [piece for piece in pieces if not WRITER.match(piece)]
    outlets = [piece for piece in named if reads_as_outlet(piece)]
    others = [piece for piece in named if piece not in outlets]
    if len(others) > 1 or any(word_count(piece) > OUTLET_WORDS or _is_clause(piece) for piece in others):
        return None
    changed = CHANGED.search(re.split(r"[|•·;/]", bare[: found.start()])[-1])
    date = "" if changed else re.sub(rf"^{DAY},? ", "", found.group(), flags=re.IGNORECASE)
    return Stamp(outlets[0] if outlets else "", date, link.group() if link else "")


def _is_clause(piece: str) -> bool:
    """Whether a piece that names no outlet is a part of a sentence: "The talks were held on"."""
    return not NO_OUTLET.match(piece) and (word_count(piece) > CLAUSE_WORDS or piece[:1].islower())


def reads_as_outlet(words: str) -> bool:
    """Whether some words may be an outlet's name: few, each with a capital, no verb of publishing before them."""
    if NO_OUTLET.match(words) or not 1 <= word_count(words) <= OUTLET_WORDS:
        return False
    return all(word[:1].isupper() or word.lower() in SMALL for word in re.findall(r"[\w’'.&-]+", words))
