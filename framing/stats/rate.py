"""The record of a printed number: its value, its unit, its interval and the rows that it can be recounted from."""

from __future__ import annotations

from dataclasses import dataclass

INTERVAL_FROM = 5  # articles; below this no interval is shown
CLAIM_FROM = 3  # articles; below this only counts and examples are shown


@dataclass(frozen=True, slots=True)
class Rate:
    """A number and the rows behind it; `low`-`high` is a 95 % interval over articles, None below 5 articles."""

    value: float  # in `unit`; 0.0 when nothing was found, and `n` says among how many articles
    unit: str  # "per 1,000 own words", "share of quotes", "tone", "grade", …; shares lie in [0, 1], tone in [-1, 1]
    low: float | None  # lower end of the interval, or None
    high: float | None  # upper end of the interval, or None
    n: int  # articles that could have held a row, with or without one (wire copies once)
    rows: tuple[str, ...] = ()  # ids of the evidence rows that are counted
    denominator_rows: tuple[str, ...] = ()  # shares: ids of the rows they are a share of, `rows` included; () for words
    count: float = 0.0  # sum of `share` over `rows`
    denominator: float = 0.0  # own words, words or the sum of `share` over `denominator_rows`

    @property
    def note(self) -> str:
        """What to print beside the number when it describes only these articles, or ""."""
        if self.low is not None:
            return ""
        return f"{self.n} article{'' if self.n == 1 else 's'}: description only"


NOTHING = Rate(0.0, "", None, None, 0)
