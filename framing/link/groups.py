"""Units of an event -> groups that name one thing, by average link: a group is as likely as the mean of its pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FARTHEST = 0.85  # part of the mean in the likeness of two groups; the rest is their likeliest pair


def group_units(likely: NDArray[np.float32], least: float, counts: NDArray[np.float64]) -> NDArray[np.intp]:
    """For each unit the number of its group: the smallest number among its members.

    The two likeliest groups are joined while mean and likeliest pair together reach `least`; a unit weighs in the mean
    by the root of its count. Source: average link, R. Sokal and C. Michener (1958).
    """
    import numpy as np

    size = len(likely)
    if not size:
        return np.arange(0)
    weight = np.sqrt(counts)
    score = likely.astype(np.float64)
    best, total = score.copy(), score * np.outer(weight, weight)
    for matrix, own in ((best, 0), (total, 0), (score, -1)):
        np.fill_diagonal(matrix, own)
    group = np.arange(size)
    nearest = score.argmax(axis=1)
    height = score[np.arange(size), nearest]
    while size and height.max() >= least:
        one = int(height.argmax())
        one, two = sorted((one, int(nearest[one])))
        total[one] += total[two]
        best[one] = np.maximum(best[one], best[two])
        weight[one] += weight[two]
        group[group == two] = one
        row = FARTHEST * total[one] / (weight[one] * weight) + (1 - FARTHEST) * best[one]
        gone = score[one] < -0.5  # groups that are no more
        row[gone | (np.arange(size) == one) | (np.arange(size) == two)] = -1
        score[two], score[:, two] = -1, -1
        score[one], score[:, one] = row, row
        total[:, one], best[:, one] = total[one], best[one]
        changed = np.flatnonzero(
            (nearest == one) | (nearest == two) | (score[:, one] > height) | (np.arange(size) == one)
        )
        nearest[changed] = score[changed].argmax(axis=1)
        height[changed] = score[changed, nearest[changed]]
        height[two] = -1
    return group
