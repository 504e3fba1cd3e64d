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
CROWD = 4_000  # units; from more, subsets are drawn with replacement: the rare double is let pass
BLOCK = 1_000  # subsets summed at once
SLACK = 1e-9  # relative; keeps ties from being lost to rounding
ROUNDING = 1e-5  # the same for sums in single precision


def sign_flip_columns(
    differences: NDArray[np.float64], *, draws: int = DRAWS, seed: int = 7, above: float = 1.0
) -> NDArray[np.float64]:
    """Two-sided p of each column's mean of matched differences against 0, by flipping signs; 1.0 when nothing differs.

    All 2^n arrangements are enumerated when there are at most 20,000, otherwise `draws` are sampled. Cells that are not
    a number are left out of their column.

    With `above` < 1, a column whose p is above it even at the normal limit keeps that p: enough for a yes or no.
    """
    import numpy as np

    sizes = np.sort(np.nan_to_num(np.abs(differences)), axis=0)[::-1]
    seen = np.abs(np.nan_to_num(np.sort(differences, axis=0)).sum(axis=0))
    counts = (sizes > 0).sum(axis=0)
    p = _normal_p(seen, np.sqrt((np.ascontiguousarray(sizes.T) ** 2).sum(axis=1)))
    limits = seen * (1 - SLACK) - 1e-12
    for n in np.unique(counts):
        exact = 2 ** int(n) <= EXACT_UP_TO
        columns = np.flatnonzero((counts == n) & (p <= above))
        if 0 < n < NORMAL_FROM and len(columns):
            signs = _all_signs(int(n)) if exact else _drawn_signs(draws, seed)[:, :n]
            sums = np.abs(signs @ sizes[:n, columns].astype(signs.dtype))
            hits = (sums >= limits[columns] * (1 if exact else 1 - ROUNDING)).sum(axis=0)
            p[columns] = hits / len(signs) if exact else (1 + hits) / (draws + 1)
    return p


def label_permutation_columns(
    one: NDArray[np.float64],
    other: NDArray[np.float64],
    *,
    draws: int = DRAWS,
    seed: int = 7,
    above: float = 1.0,
) -> NDArray[np.float64]:
    """Two-sided p of each column's difference of means, by exchanging labels; 1.0 when nothing differs.

    One row a unit of each side; cells that are not a number are left out of their column. Exact when at most 20,000
    arrangements exist. `above`: see `sign_flip_columns`. Columns of equal sizes share their drawn arrangements and are
    summed in one matrix product.
    """
    import numpy as np

    sizes = np.stack([np.isfinite(side).sum(axis=0) for side in (one, other)])
    ordered = [np.sort(np.where(np.isfinite(side), side, np.nan), axis=0) for side in (one, other)]
    p = np.ones(one.shape[1])
    for mine, theirs in np.unique(sizes, axis=1).T:
        columns = np.flatnonzero((sizes[0] == mine) & (sizes[1] == theirs))
        if mine and theirs:
            both = (np.ascontiguousarray(side[:n, columns].T) for side, n in zip(ordered, (mine, theirs), strict=True))
            small, large = sorted(both, key=lambda side: side.shape[1])
            p[columns] = _exchange_labels(small, large, draws, seed, above)
    return p


def _exchange_labels(
    small: NDArray[np.float64], large: NDArray[np.float64], draws: int, seed: int, above: float
) -> NDArray[np.float64]:
    """Two-sided p of each row's difference of means between two sorted samples of the same size in every row."""
    import numpy as np

    k, n = small.shape[1], small.shape[1] + large.shape[1]
    pooled = np.sort(np.concatenate([small, large], axis=1), axis=1)
    pooled = pooled - pooled.sum(axis=1, keepdims=True) / n
    seen = np.abs(small.sum(axis=1) / k - large.sum(axis=1) / (n - k)) * k * (n - k) / n
    spread = (pooled**2).sum(axis=1)
    p = _normal_p(seen, np.sqrt(spread / (n - 1) * k * (n - k) / n))
    exact = math.comb(n, k) <= EXACT_UP_TO
    rows = np.flatnonzero((spread > 0) & (p <= above))
    if k < NORMAL_FROM // 2 and len(rows):
        limits = seen[rows] * (1 - SLACK) - 1e-12
        if exact:
            p[rows] = (np.abs(_all_subsets(n, k) @ pooled[rows].T) >= limits).mean(axis=0)
        else:
            p[rows] = (1 + _sampled_hits(pooled[rows], k, limits, (draws, seed))) / (draws + 1)
    return p


def _sampled_hits(
    pooled: NDArray[np.float64], k: int, limits: NDArray[np.float64], drawn: tuple[int, int]
) -> NDArray[np.intp]:
    """How many of the drawn subsets of size k reach each row's limit; `drawn`: how many subsets, and the seed."""
    import numpy as np

    n, (draws, seed) = pooled.shape[1], drawn
    if n > CROWD:
        positions = np.random.default_rng((seed, n, k)).integers(0, n, size=(draws, k))
        return np.array(
            [(np.abs(row[positions].sum(axis=1)) >= end).sum() for row, end in zip(pooled, limits, strict=True)]
        )
    members = _drawn_subsets(n, k, draws, seed)
    hits = np.zeros(len(limits), dtype=np.intp)
    for first in range(0, draws, BLOCK):
        block = np.unpackbits(members[first : first + BLOCK], axis=1, count=n).astype(np.float64)
        hits += (np.abs(block @ pooled.T) >= limits).sum(axis=0)
    return hits


def _normal_p(seen: NDArray[np.float64], spread: NDArray[np.float64]) -> NDArray[np.float64]:
    """Two-sided p of each size under a normal law of that spread; 1.0 where nothing varies."""
    import numpy as np

    scaled = np.divide(seen, spread, out=np.zeros_like(seen), where=spread > 0) / math.sqrt(2)
    return np.array([math.erfc(size) for size in scaled.tolist()])


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
    """Which of n units each subset of size k holds; of two halves the one with the first unit stands for both."""
    import numpy as np

    chosen = np.array([one for one in combinations(range(n), k) if n != 2 * k or one[0] == 0], dtype=np.intp)
    table: NDArray[np.float64] = np.zeros((len(chosen), n))
    np.put_along_axis(table, chosen, 1.0, axis=1)
    return table


@lru_cache(maxsize=32)
def _drawn_subsets(n: int, k: int, draws: int, seed: int) -> NDArray[np.uint8]:
    """Which of n units each of `draws` random subsets of size k holds: one row a subset, eight units a byte."""
    import numpy as np

    keys = np.random.default_rng((seed, n, k)).random((draws, n), dtype=np.float32)
    members = np.zeros((draws, n), dtype=bool)
    np.put_along_axis(members, np.argpartition(keys, k - 1, axis=1)[:, :k], True, axis=1)
    return np.packbits(members, axis=1)


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
