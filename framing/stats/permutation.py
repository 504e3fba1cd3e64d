"""Exact and sampled permutation tests, the same for any order of articles and any names; q values of many of them.

Both tests first sort what they are given, so that the seeded draws fall on the same values whatever the order of
articles or the names of sources; exchanging the two sources gives the same p.

Source: Fisher 1935; Pitman 1937; the added one of sampled tests: Phipson & Smyth 2010.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT_UP_TO = 20_000  # arrangements
DRAWS = 9_999
NORMAL_FROM = 400  # independent units; beyond, the normal limit of the permutation distribution (Hoeffding 1951)
SLACK = 1e-9  # relative; keeps ties from being lost to rounding
ROUNDING = 1e-5  # the same for sums in single precision


def sign_flip_columns(
    differences: NDArray[np.float64], *, draws: int = DRAWS, seed: int = 7, above: float = 1.0
) -> NDArray[np.float64]:
    """Two-sided p of each column's mean of matched differences against 0, by flipping signs; 1.0 when nothing differs.

    All 2^n arrangements are enumerated when there are at most 20,000, otherwise `draws` are sampled. Cells that are not
    a number are left out of their column.

    With `above` < 1, a column to be sampled whose p is above it even at the normal limit keeps that p: enough for a yes
    or no.
    """
    import numpy as np

    sizes = np.sort(np.nan_to_num(np.abs(differences)), axis=0)[::-1]
    seen = np.abs(np.nan_to_num(np.sort(differences, axis=0)).sum(axis=0))
    counts = (sizes > 0).sum(axis=0)
    p = np.array(
        [
            _normal_p(float(total), float(np.sqrt((column**2).sum())))
            for total, column in zip(seen, sizes.T, strict=True)
        ]
    )
    limits = seen * (1 - SLACK) - 1e-12
    for n in np.unique(counts):
        exact = 2 ** int(n) <= EXACT_UP_TO
        columns = np.flatnonzero((counts == n) & (exact | (p <= above)))
        if 0 < n < NORMAL_FROM and len(columns):
            signs = _all_signs(int(n)) if exact else _drawn_signs(draws, seed)[:, :n]
            sums = np.abs(signs @ sizes[:n, columns].astype(signs.dtype))
            hits = (sums >= limits[columns] * (1 if exact else 1 - ROUNDING)).sum(axis=0)
            p[columns] = hits / len(signs) if exact else (1 + hits) / (draws + 1)
    return p


def label_permutation(
    one: NDArray[np.float64], other: NDArray[np.float64], *, draws: int = DRAWS, seed: int = 7, above: float = 1.0
) -> float:
    """Two-sided p of a difference of means, by exchanging labels; exact when at most 20,000 arrangements exist.

    `above`: see `sign_flip_columns`.
    """
    import numpy as np

    small, large = sorted((one[np.isfinite(one)], other[np.isfinite(other)]), key=len)
    k, n = len(small), len(small) + len(large)
    if k == 0:
        return 1.0
    pooled = np.sort(np.concatenate([small, large]))
    pooled = pooled - pooled.sum() / n
    spread = float((pooled**2).sum())
    if spread <= 0:
        return 1.0
    seen = abs(float(np.sort(small).sum()) / k - float(np.sort(large).sum()) / (n - k)) * k * (n - k) / n
    if k >= NORMAL_FROM // 2:
        return _normal_p(seen, math.sqrt(spread / (n - 1) * k * (n - k) / n))
    limit = seen * (1 - SLACK) - 1e-12
    exact = math.comb(n, k) <= EXACT_UP_TO
    quick = _normal_p(seen, math.sqrt(spread / (n - 1) * k * (n - k) / n))
    if not exact and quick > above:
        return quick
    if exact:
        return float((np.abs(_all_subsets(n, k) @ pooled) >= limit).mean())
    sums = np.abs(_subset_sums(pooled, k, draws, seed))
    return float((1 + (sums >= limit).sum()) / (draws + 1))


def _normal_p(seen: float, spread: float) -> float:
    if spread <= 0:
        return 1.0
    return math.erfc(seen / spread / math.sqrt(2))


@lru_cache(maxsize=16)
def _all_signs(n: int) -> NDArray[np.float64]:
    """Half of all sign arrangements (the first sign fixed): the other half gives the same absolute sums."""
    import numpy as np

    codes = np.arange(2 ** (n - 1))
    bits = (codes[:, None] >> np.arange(n - 1)[None, :]) & 1
    table: NDArray[np.float64] = np.hstack([np.ones((len(codes), 1)), 1.0 - 2.0 * bits])
    return table


@lru_cache(maxsize=2)
def _drawn_signs(draws: int, seed: int) -> NDArray[np.float32]:
    """Random signs for as many units as are ever sampled; the first columns serve fewer."""
    import numpy as np

    coins = np.random.default_rng(seed).integers(0, 2, size=(NORMAL_FROM, draws), dtype=np.int8).T
    signs: NDArray[np.float32] = np.where(coins == 1, np.float32(1), np.float32(-1))
    return signs


@lru_cache(maxsize=32)
def _all_subsets(n: int, k: int) -> NDArray[np.float64]:
    import numpy as np

    chosen = np.array(list(combinations(range(n), k)), dtype=np.intp)
    table: NDArray[np.float64] = np.zeros((len(chosen), n))
    np.put_along_axis(table, chosen, 1.0, axis=1)
    return table


def _subset_sums(pooled: NDArray[np.float64], k: int, draws: int, seed: int) -> NDArray[np.float64]:
    """Sums of `draws` random subsets of size k."""
    sums: NDArray[np.float64] = pooled[_drawn_subsets(len(pooled), k, draws, seed)].sum(axis=1)
    return sums


@lru_cache(maxsize=32)
def _drawn_subsets(n: int, k: int, draws: int, seed: int) -> NDArray[np.intp]:
    """Positions of `draws` random subsets; from a crowd of over 4,000 the rare double is let pass."""
    import numpy as np

    random = np.random.default_rng((seed, n, k))
    if n > 4_000:
        return random.integers(0, n, size=(draws, k))
    keys = random.random((draws, n), dtype=np.float32)
    return np.argpartition(keys, k - 1, axis=1)[:, :k] if k < n else np.tile(np.arange(n), (draws, 1))


def benjamini_hochberg(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """The q value of each p, in [0, 1]; p that are not a number were not tested and stay so.

    Our own six lines: `scipy.stats.false_discovery_control` gives the same numbers (a test says so) but takes no p that
    is missing, and loading `scipy.stats` costs more than half a second of every comparison.

    Source: Benjamini & Hochberg 1995, step-up procedure as adjusted p values.
    """
    import numpy as np

    q = np.full(len(p), np.nan)
    tested = np.flatnonzero(np.isfinite(p))
    if len(tested) == 0:
        return q
    order = tested[np.argsort(p[tested], kind="stable")]
    scaled = p[order] * len(order) / np.arange(1, len(order) + 1)
    q[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return q
