"""Which words two bodies of text use differently: log-odds, which rank them, and shifts, whose parts add up.

Source of shifts: Dodds & Danforth 2010, Measuring the happiness of large-scale written expression; Gallagher et al.
2021, Generalized word shift graphs (proportion shifts around a reference score).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING

from framing.errors import InputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PRIOR = 500.0  # pseudo-words of background text


@dataclass(frozen=True, slots=True)
class Shift:
    """One word's part in the difference: positive when it lifts the first score above the second.

    `one` and `other` are the word's rates in the two texts per `unit` words.
    """

    word: str
    value: float
    one: float
    other: float


@dataclass(frozen=True, slots=True)
class WordShift:
    """Two scores and the words between them, largest part first; the parts sum to `one - other` (within 1e-9)."""

    one: float
    other: float
    words: tuple[Shift, ...] = field(repr=False)

    @property
    def difference(self) -> float:
        """First score minus second."""
        return self.one - self.other

    def top(self, count: int) -> tuple[tuple[Shift, ...], float]:
        """The `count` largest parts, and the sum of all others, so that what is shown adds up as well."""
        return self.words[:count], fsum(shift.value for shift in self.words[count:])


def shift_totals(
    one: Mapping[str, float], one_words: float, other: Mapping[str, float], other_words: float, *, unit: float = 1000
) -> WordShift:
    """What makes two rates differ, when each word comes with the sum of its hits' values ("sham": 1.4).

    A score is the sum of all values per `unit` words of text; words that were not found count 0.

    Raises:
        InputError: a text holds no words, so that it has no rate.
    """
    if not (one_words > 0 and other_words > 0):
        raise InputError("a word shift needs two texts with words in them; leave out the source without words.")
    parts = []
    for word in {**one, **other}:
        first, second = one.get(word, 0.0) * unit / one_words, other.get(word, 0.0) * unit / other_words
        parts.append(Shift(word, first - second, first, second))
    parts.sort(key=lambda part: (-abs(part.value), part.word))
    return WordShift(fsum(part.one for part in parts), fsum(part.other for part in parts), tuple(parts))


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
