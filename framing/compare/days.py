"""On which days articles side by side were written: the news of one day is not yet news, or no more, on another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from framing.compare.records import Comparison
from framing.say import day
from framing.text import read_day

APART = 1  # days between two articles that follow one another, at most


def days_of(comparison: Comparison, articles: Iterable[str]) -> dict[str, date]:
    """The day of each of some articles that bears a full date."""
    table = comparison.analysis.articles
    table = table[table["article"].isin(list(articles))]
    rows = zip(table["article"].astype(str), table["date"].astype(str), strict=True)
    return {article: known for article, text in rows if (known := read_day(text))}


def differing_days(comparison: Comparison, articles: Iterable[str]) -> dict[str, str]:
    """The day of each of some articles in words (8 Aug 2011), where they differ; else nothing."""
    days = days_of(comparison, articles)
    return {one: day(known) for one, known in days.items()} if len(set(days.values())) > 1 else {}


def of_one_time(articles: Collection[str], days: Mapping[str, date]) -> list[str]:
    """Most of the articles that follow one another day by day, the earliest of several such; all without a day."""
    runs: list[list[date]] = []
    for known in sorted({days[one] for one in articles if one in days}):
        if runs and (known - runs[-1][-1]).days <= APART:
            runs[-1].append(known)
        else:
            runs.append([known])
    kept = [[one for one in articles if one not in days or days[one] in run] for run in runs]
    return max(kept, key=len, default=list(articles))
