"""Dates as people write them -> ISO 8601; days first or months first is decided by a whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d+Z?)?$")
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?[ .-]+(?:of )?([A-Za-z]{3,9})\.?[ .,-]+(\d{4})\b")
MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
NUMBERS = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,].*)?$"
)
FIRST_YEAR = 1600  # no newspaper is older
SECONDS = re.compile(r"1\d{9}(?:\.\d+)?$|1\d{12}$")  # since 1970, as computers count: 2001 to 2033
COUNT = re.compile(r"\d{5,19}(?:\.\d+)?$")
DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)  # of spreadsheets
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SPREADSHEET_DAYS = (15_000, 65_000)  # 1941 to 2077, as spreadsheets count days
LAST_SECOND = 3_400_000_000  # 2077; a column of seconds begins in 1971

IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?![\d.])"),
    re.compile(rf"/((?:19|20)\d\d)/({'|'.join(MONTHS)})[a-z]*/(\d\d?)(?![\d.])", re.IGNORECASE),
    re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"),
    re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?:/|$)"),
)


class DateColumn(NamedTuple):
    """What a whole column of dates shows: whether days come first, and the day from which it counts and how
    many of its numbers make a day; None where it shows nothing, or two things."""

    day_first: bool | None = None
    counts: tuple[datetime, float] | None = None


NO_COLUMN = DateColumn()


def read_date(text: str, column: DateColumn = NO_COLUMN) -> str:
    """The date as ISO 8601 (YYYY-MM-DD), or "" when it is none, impossible, or could be read in two ways (3/4/2024).

    `column` says what the column that holds it has shown; with dots between them days always come first.
    """
    text = text.strip()
    if column.counts and COUNT.match(text):
        start, a_day = column.counts
        return (start + timedelta(days=float(text) / a_day)).date().isoformat()
    if SECONDS.match(text):
        seconds = float(text) / (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, tz=UTC).date().isoformat()
    for pattern, order in ((ISO, "ymd"), (COMPACT, "ymd"), (DAY_FIRST, "dmy"), (MONTH_FIRST, "mdy")):
        match = pattern.match(text) if order == "ymd" else pattern.search(text)
        if match:
            return _iso(**dict(zip(order, match.groups(), strict=True)))
    match = NUMBERS.match(text)
    return _of_numbers(match, column.day_first) if match else ""


def day_in_address(url: str) -> str:
    """The day in an address such as https://paper.com/2019/11/18/port.html, as ISO 8601, or ""."""
    for pattern in IN_ADDRESS:
        if found := pattern.search(url.split("?")[0]):
            year, month, day = found.groups()
            written = f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}"
            if day := read_date(written):
                return day
    return ""


def read_column(dates: Iterable[str]) -> DateColumn:
    """What a column of dates shows, empty cells apart."""
    held = [one for text in dates if (one := text.strip())]
    return DateColumn(_tell_day_first(held), _tell_counts(held))


def _tell_day_first(dates: Iterable[str]) -> bool | None:
    """Whether days come first; None when nothing shows it, or some show one and some the other."""
    numbers = [match for text in dates if (match := NUMBERS.match(text))]
    shown = {
        int(first) > 12 for first, _, second, _ in (m.groups() for m in numbers) if max(int(first), int(second)) > 12
    }
    return shown.pop() if len(shown) == 1 else None


def _tell_counts(dates: Iterable[str]) -> tuple[datetime, float] | None:
    """The day zero of a column of bare numbers and how many make a day, when all of them are days that may be meant."""
    told = [text for text in dates if not text.startswith("-") and text not in ("0", "0.0")]
    if not told or not all(map(COUNT.match, told)):
        return None
    least, most = (pick(map(float, told)) for pick in (min, max))
    if SPREADSHEET_DAYS[0] <= least and most <= SPREADSHEET_DAYS[1]:
        return DAY_ZERO, 1
    for parts in (1, 10**3, 10**6, 10**9):
        if LAST_SECOND / 100 * parts <= least and most <= LAST_SECOND * parts:
            return EPOCH, 86_400 * parts
    return None


def _of_numbers(match: re.Match[str], day_first: bool | None) -> str:
    first, mark, second, year = match.groups()
    year = f"20{year}" if len(year) == 2 else year
    if int(first) > 12 or first == second or mark == ".":
        return _iso(y=year, m=second, d=first)
    if int(second) > 12 or day_first is False:
        return _iso(y=year, m=first, d=second)
    return _iso(y=year, m=second, d=first) if day_first else ""


def _iso(*, y: str, m: str, d: str) -> str:
    """YYYY-MM-DD, or "" when there is no such day."""
    try:
        month = MONTHS.index(m[:3].lower()) + 1 if m.isalpha() else int(m)
        return date(int(y), month, int(d)).isoformat() if int(y) >= FIRST_YEAR else ""
    except ValueError:
        return ""
