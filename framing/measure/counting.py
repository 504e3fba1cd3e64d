"""Rates of one source from ledger rows: per 1,000 words, or as a share of other rows. Each keeps its evidence ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.stats import Rate, mean_rate, share_rate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

WORDS_OF = {
    "narrator": ("own_words", "per 1,000 own words"),
    "distanced": ("own_words", "per 1,000 own words"),
    "attributed": ("attributed_words", "per 1,000 reported words"),
    "quoted": ("quoted_words", "per 1,000 quoted words"),
}  # voice -> the column of the articles table that counts its words, and the unit of its rates


def ratios(hits: NDArray[np.float64], of: NDArray[np.float64]) -> NDArray[np.float64]:
    """Hits over what they are counted in, for each article; not a number where there is nothing to count them in."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(of > 0, hits / of, np.nan)


def per_thousand(hits: NDArray[np.float64], words: NDArray[np.float64]) -> NDArray[np.float64]:
    """Hits per 1,000 words of each article; not a number where an article has no such words."""
    return ratios(1000.0 * hits, words)


def per_words(ledger: Ledger, rows: pd.DataFrame, source: int, words: str, unit: str) -> Rate:
    """Mean over a source's articles of rows per 1,000 words (a column of the articles table)."""
    hits, base = ledger.sums_in(rows, source), ledger.column(words)[ledger.articles_of(source)]
    return mean_rate(
        per_thousand(hits, base),
        unit,
        rows=ledger.ids_of(rows),
        count=float(hits.sum()),
        denominator=float(base.sum()),
    )


def most_counted(
    ledger: Ledger, rows: pd.DataFrame, column: str, most: int
) -> tuple[tuple[str, float, tuple[str, ...]], ...]:
    """The values of a column with the largest sums of `share`: value, sum and rows, largest first."""
    if len(rows) == 0:
        return ()
    counts = rows.groupby(column, observed=True)["share"].sum()
    best = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))[:most]
    return tuple((str(key), float(count), ledger.ids_of(rows[rows[column] == key])) for key, count in best)


def share_of(ledger: Ledger, rows: pd.DataFrame, of: pd.DataFrame, source: int, unit: str) -> Rate:
    """Pooled share of `rows` among `of`, both rows of one source, in [0, 1]."""
    return share_rate(
        ledger.sums_in(rows, source),
        ledger.sums_in(of, source),
        unit,
        rows=ledger.ids_of(rows),
        denominator_rows=ledger.ids_of(of),
    )


def grouped(rows: pd.DataFrame, column: str) -> dict[str, pd.DataFrame]:
    """Rows by the value of a column, in the order of the values; values without rows are left out."""
    if len(rows) == 0:
        return {}
    return {str(key): part for key, part in rows.groupby(column, observed=True, sort=True)}


def article_means(ledger: Ledger, rows: pd.DataFrame) -> NDArray[np.float64]:
    """Mean of `value` in each article, weighted by `share`; not a number where an article has no row.

    Unsure mentions count with their value: leaving them out would overstate what is left.
    """
    columns = (rows[name].to_numpy() for name in ("article", "share", "value"))
    return mean_values(*columns, n=len(ledger.articles))


def mean_values(
    article: NDArray[np.intp], share: NDArray[np.float64], value: NDArray[np.float64], *, n: int
) -> NDArray[np.float64]:
    """Mean of `value` in each of `n` articles, weighted by `share`; not a number where there is none."""
    import numpy as np

    sums, weights = (np.bincount(article, weights=part, minlength=n) for part in (share * value, share))
    return ratios(sums.astype(np.float64), weights.astype(np.float64))


def most_frequent(rows: pd.DataFrame, column: str, most: int) -> list[str]:
    """The values of a column that stand in the most articles, whatever their source."""
    counts = rows.groupby(column, observed=True)["article"].nunique()
    return sorted((str(key) for key in counts.index), key=lambda key: (-int(counts[key]), key))[:most]
