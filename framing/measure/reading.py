"""How hard a source is to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.measure.question import Feature
from framing.say import number
from framing.stats import Rate, mean_rate

if TYPE_CHECKING:
    from framing.measure.ledger import Ledger

GRADE = "flesch_kincaid_grade"


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The school grade, from about 0 to 20, that one source's articles ask for: their mean and range."""

    source: str
    measure: str  # column of the articles table
    level: Rate  # mean over articles
    lowest: float
    highest: float


def measure(ledger: Ledger, source: int) -> ReadingLevel | None:
    """Mean school grade that a source's articles ask for, and their range; None without the column."""
    if GRADE not in ledger.articles:
        return None
    part = ledger.articles_of(source)
    values = ledger.column(GRADE)[part]
    values = values[values == values]
    if len(values) == 0:
        return None
    level = mean_rate(values, "school grade", rows=(), count=float(len(values)), denominator=float(len(values)))
    return ReadingLevel(ledger.sources[source], GRADE, level, float(values.min()), float(values.max()))


def lines(reading: ReadingLevel | None) -> Iterator[str]:
    """The school grade that one source asks for, where it is known."""
    if reading is None:
        return
    low, high = number(reading.lowest, 0), number(reading.highest, 0)
    spread = f" (articles from {low} to {high})" if low != high else ""
    yield f"Reading level: school grade {number(reading.level.value)}{spread}."


def features(ledger: Ledger) -> Iterator[Feature]:
    """The school grade an article asks for, and its length."""
    words = ledger.column("words")
    if GRADE in ledger.articles:
        yield Feature(
            "reading/grade", "exploratory", "reading level", "be harder to read",
            "school grade", ledger.column(GRADE), words,
        )  # fmt: skip
    yield Feature("words", "exploratory", "length", "write longer articles", "words", words, words)
