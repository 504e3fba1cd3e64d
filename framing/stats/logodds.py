"""Which words two bodies of text use differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PRIOR = 500.0  # pseudo-words of background text


def log_odds(
    one: NDArray[np.float64], other: NDArray[np.float64], background: NDArray[np.float64], *, prior: float = PRIOR
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log-odds ratio of each word, and its z: positive when `one` uses it more. z ranks; it is not a test.

    All three hold one count a word; `background` gives the prior its shape (usually the counts of all texts).

    Source: Monroe, Colaresi & Quinn 2008, equations 15, 19, 20 and 22.
    """
    import numpy as np

    shape = background / background.sum() * prior
    first = one + shape
    second = other + shape
    n1, n2 = one.sum() + prior, other.sum() + prior
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log(first / (n1 - first)) - np.log(second / (n2 - second))
        z = ratio / np.sqrt(1 / first + 1 / second)
    return np.nan_to_num(ratio, posinf=0.0, neginf=0.0), np.nan_to_num(z, posinf=0.0, neginf=0.0)
