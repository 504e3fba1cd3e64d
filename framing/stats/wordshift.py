"""Which words make two scores differ, word by word, so that the parts add up to the difference.

Source: Dodds & Danforth 2010, Measuring the happiness of large-scale written expression; Gallagher et al. 2021,
Generalized word shift graphs (proportion shifts around a reference score).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from framing.errors import InputError


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
    words: tuple[Shift, ...]

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
    return WordShift(fsum(part.one for part in parts), fsum(part.other for part in parts), _ordered(parts))


def _ordered(parts: list[Shift]) -> tuple[Shift, ...]:
    """Largest parts first, equal ones by the alphabet."""
    return tuple(sorted(parts, key=lambda part: (-abs(part.value), part.word)))
