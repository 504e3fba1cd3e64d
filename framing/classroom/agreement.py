"""How far pupils agree with one another: Krippendorff's alpha, word by word, for each kind of mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.classroom.key import Key
from framing.classroom.marks import Marks
from framing.classroom.records import TAGS, WORD_TAGS
from framing.model import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GOOD = 0.8
FAIR = 0.667


class Word(NamedTuple):
    """A word of a printed text; code points."""

    letter: str
    span: Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one kind of mark. `alpha` lies in [-1, 1]: 1 full agreement, 0 as by chance; None: cannot tell."""

    tag: str
    alpha: float | None
    pupils: int  # with a value in it: those who worked on a text on which at least two worked
    marked: int  # words (for missing voices: texts) that anybody marked
    units: int  # words (texts) that at least two pupils looked at


@dataclass(frozen=True)
class MarkTable:
    """Marks as numbers: `values[tag][pupil, word]` is 1 marked, 0 not marked, NaN where a pupil left out the text.

    Missing voices are counted by text, in place of by word. `looked[word]` counts the pupils who worked on its text;
    `share[tag][word]` is the share of them who marked it, NaN where nobody worked on it.
    """

    words: tuple[Word, ...]
    values: Mapping[str, NDArray[np.float64]]
    looked: NDArray[np.int64]
    share: Mapping[str, NDArray[np.float64]]


def tabulate(marks: Marks, key: Key) -> MarkTable:
    """Marks as tables, one a kind. A pupil who marked nothing at all in a text is taken not to have read it."""
    import numpy as np

    letters = sorted(key.texts)
    words = tuple(
        Word(letter, Span(*hit.span())) for letter in letters for hit in re.finditer(r"\S+", key.texts[letter].text)
    )
    place = {code: number for number, code in enumerate(marks.codes)}
    worked = {(one.code, one.letter) for found in (marks.marks, marks.missing) for one in found}
    read = np.array([[(code, letter) in worked for letter in letters] for code in marks.codes], dtype=bool)
    by_text = np.where(read, 0.0, np.nan)
    by_word = by_text[:, np.array([letters.index(word.letter) for word in words], dtype=int)]
    values = {tag: by_text.copy() if tag == "missing" else by_word.copy() for tag in TAGS}
    for mark in marks.marks:
        for number, word in enumerate(words):
            if word.letter == mark.letter and word.span.overlaps(mark.span):
                values[mark.tag][place[mark.code], number] = 1.0
    for one in marks.missing:
        values["missing"][place[one.code], letters.index(one.letter)] = 1.0
    looked = (~np.isnan(by_word)).sum(axis=0)
    hits = {tag: np.nansum(values[tag], axis=0) for tag in WORD_TAGS}
    share = {tag: np.where(looked > 0, found / np.maximum(looked, 1), np.nan) for tag, found in hits.items()}
    return MarkTable(words, values, looked, share)


def measure_agreement(table: MarkTable) -> tuple[Agreement, ...]:
    """Krippendorff's alpha for each kind of mark.

    Source: Krippendorff 2004, Content Analysis, chapter 11; nominal data, missing values allowed.
    """
    return tuple(_agreement(tag, values) for tag, values in table.values.items())


def _agreement(tag: str, values: NDArray[np.float64]) -> Agreement:
    import numpy as np

    seen = ~np.isnan(values)
    shared = seen.sum(axis=0) >= 2
    marked = int((np.nansum(values, axis=0) > 0).sum()) if values.size else 0
    pupils = int(seen[:, shared].any(axis=1).sum())
    return Agreement(tag, alpha_of(values[:, shared]), pupils, marked, int(shared.sum()))


def alpha_of(values: NDArray[np.float64]) -> float | None:
    """Krippendorff's alpha of marks (coders by units; 1, 0, or NaN for none); None when nothing varies or one coded.

    alpha = 1 - observed / expected disagreement. A unit with m values of which k are 1 has k (m - k) disagreeing pairs,
    each weighted by 1 / (m - 1); by chance n values of which o are 1 would have o (n - o) / (n - 1) of them.

    Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability, binary data with missing values. Written out
    here because the libraries that compute it bear licences that this project cannot take on.
    """
    import numpy as np

    seen = ~np.isnan(values)
    counts = seen.sum(axis=0)
    shared = counts >= 2
    counts, ones = counts[shared], np.nansum(values[:, shared], axis=0)
    total, marked = float(counts.sum()), float(ones.sum())
    if not 0 < marked < total:
        return None
    observed = float((ones * (counts - ones) / (counts - 1)).sum())
    return 1 - observed / (marked * (total - marked) / (total - 1))


def say_alpha(one: Agreement) -> str:
    """What an alpha means for a class, in words."""
    if one.alpha is None:
        return "cannot tell: nobody marked it" if not one.marked else "cannot tell: too few pupils"
    if one.alpha >= GOOD:
        return "you mean the same thing"
    if one.alpha >= FAIR:
        return "mostly the same thing"
    return "much to talk about" if one.alpha > 0.2 else "hardly more than by chance"
