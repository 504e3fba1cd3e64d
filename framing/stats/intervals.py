"""Printed numbers with their intervals over articles, by one weighting policy: every article counts once, a copy never.

A source's value is the mean of its article values, so that one long article cannot speak for the outlet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INTERVAL_FROM = 5  # articles; below this no interval is shown
CLAIM_FROM = 3  # articles; below this only counts and examples are shown
Z95 = 1.959963984540054


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

    def __repr__(self) -> str:
        interval = "" if self.low is None or self.high is None else f" [{self.low:.4g}, {self.high:.4g}]"
        return f"Rate({self.value:.4g}{interval} {self.unit}, n = {self.n}, {len(self.rows)} rows)"

    @property
    def note(self) -> str:
        """What to print beside the number when it describes only these articles, or ""."""
        if self.low is not None:
            return ""
        return f"{self.n} article{'' if self.n == 1 else 's'}: description only"


NOTHING = Rate(0.0, "", None, None, 0)


@cache
def t_quantile(freedom: int) -> float:
    """The .975 quantile of Student's t with `freedom` degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 0.975))


def mean_interval(values: NDArray[np.float64]) -> tuple[float, float | None, float | None]:
    """Mean of article values with its 95 % t interval; both ends None below 5 values.

    Values are sorted first, so that the order of the articles cannot change the last digit.

    Source: Student 1908; its coverage on clustered news features is measured in tests/quality.
    """
    import numpy as np

    n, mean = len(values), ordered_mean(values)
    if n < INTERVAL_FROM:
        return mean, None, None
    half = t_quantile(n - 1) * float(np.sort(values).std(ddof=1)) / math.sqrt(n)
    return mean, mean - half, mean + half


def ordered_mean(values: NDArray[np.float64]) -> float:
    """Mean of values, the same to the last digit in whatever order they come; 0 of none."""
    import numpy as np

    return float(np.sort(values).mean()) if len(values) else 0.0


def wilson(share: float, size: float) -> tuple[float, float]:
    """The 95 % interval of a share in [0, 1] that was seen among `size` independent trials (may be fractional).

    Source: Wilson 1927.
    """
    if size <= 0:
        return 0.0, 1.0
    z2 = Z95 * Z95
    centre = (share + z2 / (2 * size)) / (1 + z2 / size)
    half = Z95 * math.sqrt(share * (1 - share) / size + z2 / (4 * size * size)) / (1 + z2 / size)
    return max(0.0, centre - half), min(1.0, centre + half)


def design_effect(hits: NDArray[np.float64], of: NDArray[np.float64]) -> float:
    """How many times fewer independent trials there are than trials, because those of one article are alike; ≥ 1.

    `hits[i]` of the `of[i]` trials of article i succeeded. A share of exactly 0 or 1 shows no spread: half of the
    largest possible effect is assumed.

    Source: Kish 1965 (ratio estimator of the cluster variance).
    """
    import numpy as np

    n, total = len(of), float(np.sort(of).sum())
    share = float(np.sort(hits).sum()) / total
    if n < 2:
        return max(1.0, total)
    if share <= 0 or share >= 1:
        return max(1.0, 1 + 0.5 * (total / n - 1))
    variance = n / (n - 1) * float(np.sort((hits - share * of) ** 2).sum()) / total**2
    return max(1.0, variance * total / (share * (1 - share)))


def share_interval(hits: NDArray[np.float64], of: NDArray[np.float64]) -> tuple[float, float | None, float | None]:
    """Pooled share in [0, 1] with a Wilson interval at the effective number of trials; ends None below 5 articles.

    Source: Wilson 1927 with Kish's design effect; coverage measured in tests/quality.
    """
    import numpy as np

    total = float(np.sort(of).sum())
    if total <= 0:
        return 0.0, None, None
    share = min(1.0, float(np.sort(hits).sum()) / total)
    if len(of) < INTERVAL_FROM:
        return share, None, None
    low, high = wilson(share, total / design_effect(hits, of))
    return share, low, high


def range_of(unit: str) -> tuple[float, float]:
    """The lowest and the highest value of a unit: shares in [0, 1], tones from minus to plus one, rates from 0 on."""
    if unit.startswith("share"):
        return 0.0, 1.0
    if unit == "tone":
        return -1.0, 1.0
    return (0.0, math.inf) if "per 1,000" in unit else (-math.inf, math.inf)


def mean_rate(
    values: NDArray[np.float64], unit: str, *, rows: tuple[str, ...], count: float, denominator: float
) -> Rate:
    """A rate from one value an article; articles whose value is not a number could not hold a row and are left out."""
    known = values[values == values]
    value, low, high = mean_interval(known)
    if low is not None and high is not None:
        least, most = range_of(unit)
        low, high = max(low, least), min(high, most)
    return Rate(value, unit, low, high, len(known), rows, (), count, denominator)


def share_rate(
    hits: NDArray[np.float64],
    of: NDArray[np.float64],
    unit: str,
    *,
    rows: tuple[str, ...],
    denominator_rows: tuple[str, ...],
) -> Rate:
    """A share of rows: `hits[i]` of the `of[i]` rows of article i (sums of `share`); articles without rows stay out."""
    seen = of > 0
    hits, of = hits[seen], of[seen]
    value, low, high = share_interval(hits, of)
    return Rate(value, unit, low, high, len(of), rows, denominator_rows, float(hits.sum()), float(of.sum()))
