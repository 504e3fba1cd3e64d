"""Every difference between two sources, tested inside events where they share enough of them.

Six or more shared events: signs of the within-event differences are flipped. Otherwise the labels of at least four
articles each are exchanged. Fewer: nothing is tested. Source: Fisher 1935; Pitman 1937.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from framing.stats import label_permutation, mean_interval, sign_flip_columns
from framing.stats.intervals import t_quantile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MATCHED_FROM = 6  # shared events
LABELS_FROM = 4  # articles each
PAIRS_UP_TO = 6  # sources; with more, each is compared with all the others together
OTHERS = -1  # stands for "all the others" in place of a source number

Test = Literal["matched events", "labels", "none"]


class Labels(NamedTuple):
    """Whose each article is and what it is about; shuffling the first makes a null run."""

    source_of: NDArray[np.intp]
    event_of: NDArray[np.intp]
    no_event: int  # number of the event "", or -1


@dataclass(frozen=True, slots=True)
class Difference:
    """One feature of one source against another: means over articles and the p of their difference."""

    source: int
    against: int
    feature: int
    value: float
    value_against: float
    difference: float
    low: float | None
    high: float | None
    p: float  # not a number when untested
    n: int  # matched events, or articles of the smaller side
    articles: int  # of the source, with a value
    articles_against: int
    test: Test


def pairs_of(sources: int) -> list[tuple[int, int]]:
    """All pairs of up to six sources; with more, each against the others."""
    if sources <= PAIRS_UP_TO:
        return [(one, other) for one in range(sources) for other in range(one + 1, sources)]
    return [(one, OTHERS) for one in range(sources)]


def sides(labels: Labels, pair: tuple[int, int]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Article numbers of the two sides of a pair."""
    import numpy as np

    mine = labels.source_of == pair[0]
    theirs = ~mine if pair[1] == OTHERS else labels.source_of == pair[1]
    return np.flatnonzero(mine), np.flatnonzero(theirs)


def pair_differences(
    values: NDArray[np.float64], labels: Labels, pair: tuple[int, int], *, seed: int = 7, above: float = 1.0
) -> Iterator[Difference]:
    """The difference of each feature (a column of `values`, one row an article) between the sides of a pair."""
    import numpy as np

    one, other = sides(labels, pair)
    shared = shared_events(labels, one, other)
    first, second = event_means(values, labels, one, shared), event_means(values, labels, other, shared)
    matched = first - second
    counts = np.isfinite(matched).sum(axis=0)
    flipped = sign_flip_columns(matched, seed=seed, above=above) if len(shared) >= MATCHED_FROM else None
    for feature in range(values.shape[1]):
        here, there = values[one, feature], values[other, feature]
        here, there = here[np.isfinite(here)], there[np.isfinite(there)]
        if flipped is not None and counts[feature] >= MATCHED_FROM:
            column = matched[:, feature]
            yield _matched(pair, feature, (here, there), column[np.isfinite(column)], float(flipped[feature]))
        else:
            yield _labelled(pair, feature, (here, there), seed)


def shared_events(labels: Labels, one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.intp]:
    """Events that both sides cover."""
    import numpy as np

    both = np.intersect1d(labels.event_of[one], labels.event_of[other])
    known: NDArray[np.intp] = both[both != labels.no_event]
    return known


def event_means(
    values: NDArray[np.float64], labels: Labels, articles: NDArray[np.intp], events: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Mean value of a side's articles in each event, one row an event; not a number where there is none."""
    import numpy as np

    place = np.searchsorted(events, labels.event_of[articles])
    inside = place < len(events)
    inside[inside] = events[place[inside]] == labels.event_of[articles][inside]
    rows, block = place[inside], values[articles[inside]]
    known = np.isfinite(block)
    sums, counts = np.zeros((len(events), values.shape[1])), np.zeros((len(events), values.shape[1]))
    np.add.at(sums, rows, np.where(known, block, 0.0))
    np.add.at(counts, rows, known)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(counts > 0, sums / counts, np.nan)


Sides = tuple["NDArray[np.float64]", "NDArray[np.float64]"]


def _matched(pair: tuple[int, int], feature: int, both: Sides, column: NDArray[np.float64], p: float) -> Difference:
    mean, low, high = mean_interval(column)
    here, there = mean_interval(both[0])[0], mean_interval(both[1])[0]
    sizes = len(both[0]), len(both[1])
    return Difference(*pair, feature, here, there, mean, low, high, p, len(column), *sizes, "matched events")


def _labelled(pair: tuple[int, int], feature: int, both: Sides, seed: int) -> Difference:
    here, there = mean_interval(both[0])[0], mean_interval(both[1])[0]
    sizes = len(both[0]), len(both[1])
    tested = min(sizes) >= LABELS_FROM
    p = label_permutation(both[0], both[1], seed=seed) if tested else float("nan")
    difference = here - there if min(sizes) else float("nan")
    low, high = welch_interval(both[0], both[1])
    test: Test = "labels" if tested else "none"
    return Difference(*pair, feature, here, there, difference, low, high, p, min(sizes), *sizes, test)


def welch_interval(one: NDArray[np.float64], other: NDArray[np.float64]) -> tuple[float | None, float | None]:
    """95 % interval of a difference of means; both ends None when a side has fewer than 5 articles.

    Source: Welch 1947, with Satterthwaite's degrees of freedom, rounded down.
    """
    import numpy as np

    if min(len(one), len(other)) < 5:
        return None, None
    one, other = np.sort(one), np.sort(other)
    spreads = [float(side.var(ddof=1)) / len(side) for side in (one, other)]
    total = sum(spreads)
    difference = float(one.mean() - other.mean())
    if total <= 0:
        return difference, difference
    freedom = total**2 / sum(part**2 / (len(side) - 1) for part, side in zip(spreads, (one, other), strict=True))
    half = t_quantile(max(1, int(freedom))) * total**0.5
    return difference - half, difference + half


def all_differences(
    values: NDArray[np.float64], labels: Labels, pairs: Sequence[tuple[int, int]], *, seed: int = 7, above: float = 1.0
) -> list[Difference]:
    """Every feature of every pair."""
    return [found for pair in pairs for found in pair_differences(values, labels, pair, seed=seed, above=above)]
