"""When an article was written, as far as it tells: its date, a day that it cannot be younger than, weekdays and months.

Two look-alike happenings (two shootings, two rounds of talks) share most of their words; what keeps them apart is time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from framing.model import Article
from framing.text import read_day

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR, FAR, LAST = 3, 10, 30  # days between two articles on one story: usual, possible, hardly ever
NEAR_WEIGHT, FAR_WEIGHT = 1.1, 0.5
OTHER_TIMES = 0.5  # weight of an undated pair whose weekdays and months both differ
OPENING, BODY = 120, 600  # words in which weekdays, months are looked for
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
LONG_MONTHS = ("january", "february", "april", "june", "july", "august", "september", "october", "november", "december")
SHORT_MONTHS = ("jan", "feb", "aug", "sept", "oct", "nov", "dec")
SURE = "|".join([*map(str.capitalize, LONG_MONTHS), *(rf"{name.capitalize()}\." for name in SHORT_MONTHS)])
MAYBE = r"(?<=\b(?:in|of|on) )(?:March|May)\b|(?<=\bmid-)(?:March|May)\b|\b(?:March|May)(?= \d)"  # also verbs
MONTH = re.compile(rf"(?:\b(?P<name>{SURE})|(?P<maybe>{MAYBE}))(?: \d{{1,2}})?+(?!\w)(?!,? (?:of )?\d{{4}})")


class Moment(NamedTuple):
    """`day` and `latest` are day numbers, 0 when unknown; weekdays and months are sets as bits."""

    day: int
    latest: int
    weekdays: int
    months: int


def moment_of(article: Article) -> Moment:
    """What an article tells of its time. A month that bears a year is history and does not count."""
    words = article.text.split(" ", BODY)[:BODY]
    weekdays = {found.group().lower() for found in WEEKDAY.finditer(" ".join(words[:OPENING]))}
    months = {(found.group("name") or found.group("maybe"))[:3].lower() for found in MONTH.finditer(" ".join(words))}
    return Moment(
        _number(article.date),
        _number(article.not_after),
        sum(1 << WEEKDAYS.index(name) for name in weekdays),
        sum(1 << MONTHS.index(name) for name in months),
    )


def weigh_moments(rows: Sequence[Moment], columns: Sequence[Moment]) -> NDArray[np.float64]:
    """How far their times let two articles be one story: a weight a pair, from 0 (never) to 1.1 (the same days)."""
    import numpy as np

    one, other = (np.array(moments, dtype=np.int64).reshape(-1, len(Moment._fields)) for moments in (rows, columns))
    days, theirs = one[:, :1], other[:, 0]
    both = (days > 0) & (theirs > 0)
    apart = np.abs(days - theirs)
    dated = np.select([apart <= NEAR, apart <= FAR, apart <= LAST], [NEAR_WEIGHT, 1.0, FAR_WEIGHT], default=0.0)
    elsewhen = _disagree(one[:, 2], other[:, 2], 7) & _disagree(one[:, 3], other[:, 3], 12)
    undated = np.where(elsewhen, OTHER_TIMES, 1.0)
    too_young = (days > other[:, 1] + NEAR) & (theirs == 0) & (other[:, 1] > 0)
    too_old = (theirs > one[:, 1:2] + NEAR) & (days == 0) & (one[:, 1:2] > 0)
    return np.where(both, dated, np.where(too_young | too_old, 0.0, undated))


def _disagree(sets: NDArray[np.int64], others: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
    """Which two sets of days or months, both known, hold no two that are the same or neighbours in the circle."""
    full = (1 << length) - 1
    wide = (sets | (sets << 1) | (sets >> 1) | (sets >> (length - 1)) | (sets << (length - 1))) & full
    apart: NDArray[np.bool_] = (sets > 0)[:, None] & (others > 0) & ((wide[:, None] & others) == 0)
    return apart


def _number(text: str) -> int:
    return day.toordinal() if (day := read_day(text)) else 0
