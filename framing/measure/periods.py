"""One source over time: the same few measures month by month or year by year, where articles bear dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from framing.measure.counting import article_means, per_thousand, ratios
from framing.measure.ledger import OWN
from framing.measure.silence import is_unnamed, surely_read
from framing.model import STYLE
from framing.stats import Rate, mean_rate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

By = Literal["month", "year"]
LETTERS = {"month": 7, "year": 4}  # of an ISO date
ACTORS = 3  # main actors whose tone is shown over time


@dataclass(frozen=True, slots=True)
class Period:
    """One month (or year) of one source: how many articles, and values in the units that `measure` names."""

    period: str  # "2024-04" or "2024"
    n: int
    values: Mapping[str, Rate]  # feature key -> rate


def measure(ledger: Ledger, source: int, by: By, actors: tuple[str, ...]) -> tuple[Period, ...]:
    """Each period that holds an article of the source, in order; articles without a date are left out.

    Values: "loaded" per 1,000 own words; "others", the share of words left to others; "quotes" per 1,000 words;
    "unnamed", the mean share of an article's quotes; "tone/<actor>" toward the first three of `actors`; all in
    narrator voice where voice matters.
    """
    import numpy as np

    dates = ledger.articles["date"].astype(str).str.slice(0, LETTERS[by]).to_numpy(dtype=object)
    mine = np.zeros(len(dates), dtype=bool)
    mine[ledger.articles_of(source)] = True
    periods = sorted({str(date) for date in dates[mine] if len(str(date)) == LETTERS[by]})
    series = _series(ledger, source, actors[:ACTORS])
    return tuple(_period(ledger, period, mine & (dates == period), series) for period in periods)


Series = tuple[str, str, "NDArray[np.float64]", "pd.DataFrame"]


def _series(ledger: Ledger, source: int, actors: tuple[str, ...]) -> list[Series]:
    """(key, unit, value of each article, rows behind it)."""
    loaded, tones = (ledger.rows(kind, source, OWN) for kind in ("loaded", "tone"))
    loaded = loaded[~loaded["label"].isin(STYLE)]
    quotes = surely_read(ledger, ledger.rows("quote", source))
    words, own, none = ledger.column("words"), ledger.column("own_words"), quotes.iloc[:0]
    nameless = quotes[is_unnamed(quotes)]
    found: list[Series] = [
        ("loaded", "per 1,000 own words", per_thousand(ledger.sums(loaded), own), loaded),
        ("others", "share of words", ratios(words - own, words), none),
        ("quotes", "quotes per 1,000 words", per_thousand(ledger.sums(quotes), words), quotes),
        ("unnamed", "share of quotes", ratios(ledger.sums(nameless), ledger.sums(quotes)), nameless),
    ]
    for actor in actors:
        part = tones[tones["actor"] == actor]
        found.append((f"tone/{actor}", "tone", article_means(ledger, part), part))
    return found


def _period(ledger: Ledger, period: str, inside: NDArray[np.bool_], series: list[Series]) -> Period:
    values: dict[str, Rate] = {}
    for key, unit, of_article, rows in series:
        kept = rows[inside[rows["article"].to_numpy()]]
        count = float(kept["share"].sum())
        values[key] = mean_rate(of_article[inside], unit, rows=ledger.ids_of(kept), count=count, denominator=0.0)
    return Period(period, int(inside.sum()), values)
