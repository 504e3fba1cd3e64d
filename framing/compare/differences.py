"""Every difference between two sources, tested inside events where they share enough of them.

Six or more shared events: signs of the within-event differences are flipped. Otherwise the labels of at least four
articles each are exchanged. Fewer: nothing is tested. Source: Fisher 1935; Pitman 1937.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from framing.stats import INTERVAL_FROM, label_permutation_columns, mean_interval, sign_flip_columns
from framing.stats.intervals import ordered_mean, t_quantile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

MATCHED_FROM = 6  # shared events
LABELS_FROM = 4  # articles each
PAIRS_UP_TO = 6  # sources; with more, each is compared with all the others together
QUICK_ABOVE = 0.3  # p from which on a quick test keeps the normal limit
OTHERS = -1  # stands for "all the others" in place of a source number

Test = Literal["matched events", "labels", "none"]


class Labels(NamedTuple):
    """Whose each article is and what it is about; shuffling the first makes a null run."""

    source_of: NDArray[np.intp]
    event_of: NDArray[np.intp]
    no_event: int  # number of the event "", or -1


def labels_of(ledger: Ledger) -> Labels:
    """Sources and events of the articles as they are."""
    return Labels(ledger.source_of, ledger.event_of, ledger.events.index("") if "" in ledger.events else -1)


@dataclass(frozen=True)
class Accounts:
    """Values summed over the articles of one source on one event: one row an account, in the order source, event."""

    values: NDArray[np.float64]  # one row an article, one column a feature
    labels: Labels
    source: NDArray[np.intp]
    event: NDArray[np.intp]
    sums: NDArray[np.float64]
    counts: NDArray[np.float64]  # articles with a value
    event_sums: NDArray[np.float64]  # one row an event number
    event_counts: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Difference:
    """One feature of one source against another: means over articles in the feature's unit, and p in [0, 1]."""

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


def sides(source_of: NDArray[np.intp], pair: tuple[int, int]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Numbers of the articles (or accounts) of the two sides of a pair, from the source of each."""
    import numpy as np

    mine = source_of == pair[0]
    theirs = ~mine if pair[1] == OTHERS else source_of == pair[1]
    return np.flatnonzero(mine), np.flatnonzero(theirs)


def gather_accounts(values: NDArray[np.float64], labels: Labels) -> Accounts:
    """Sums and counts of each source on each event, and of each event."""
    import numpy as np

    order = np.lexsort((labels.event_of, labels.source_of))
    source, event = labels.source_of[order], labels.event_of[order]
    starts = np.flatnonzero(np.r_[True, (np.diff(source) != 0) | (np.diff(event) != 0)])
    known = np.isfinite(values[order])
    sums = np.add.reduceat(np.where(known, values[order], 0.0), starts, axis=0)
    counts = np.add.reduceat(known.astype(np.float64), starts, axis=0)
    source, event = source[starts], event[starts]
    by_event = np.argsort(event, kind="stable")
    edges = np.flatnonzero(np.r_[True, np.diff(event[by_event]) != 0])
    width = int(labels.event_of.max()) + 1
    event_sums, event_counts = np.zeros((width, values.shape[1])), np.zeros((width, values.shape[1]))
    event_sums[event[by_event][edges]] = np.add.reduceat(sums[by_event], edges, axis=0)
    event_counts[event[by_event][edges]] = np.add.reduceat(counts[by_event], edges, axis=0)
    return Accounts(values, labels, source, event, sums, counts, event_sums, event_counts)


def matched_gaps(accounts: Accounts, pair: tuple[int, int]) -> NDArray[np.float64]:
    """Difference of the sides' means in each event that both cover: one row an event, not a number without values."""
    import numpy as np

    one = np.flatnonzero((accounts.source == pair[0]) & (accounts.event != accounts.labels.no_event))
    sums, counts, events = accounts.sums[one], accounts.counts[one], accounts.event[one]
    if pair[1] == OTHERS:
        rest_sums, rest_counts = accounts.event_sums[events] - sums, accounts.event_counts[events] - counts
    else:
        other = np.flatnonzero(accounts.source == pair[1])
        _, mine, theirs = np.intersect1d(events, accounts.event[other], assume_unique=True, return_indices=True)
        sums, counts = sums[mine], counts[mine]
        rest_sums, rest_counts = accounts.sums[other][theirs], accounts.counts[other][theirs]
    with np.errstate(invalid="ignore", divide="ignore"):
        gaps: NDArray[np.float64] = sums / counts - rest_sums / rest_counts
    gaps[~((counts > 0) & (rest_counts > 0))] = np.nan
    return gaps


def pair_differences(
    accounts: Accounts, pair: tuple[int, int], *, seed: int = 7, quick: bool = False
) -> Iterator[Difference]:
    """The difference of each feature between the sides of a pair; `quick`: no intervals, no exact p far above .05."""
    import numpy as np

    gaps = matched_gaps(accounts, pair)
    events = np.isfinite(gaps).sum(axis=0)
    above = QUICK_ABOVE if quick else 1.0
    one, other = (accounts.values[side] for side in sides(accounts.labels.source_of, pair))
    (here, n_here), (there, n_there) = side_means(accounts, pair)
    fewest = np.minimum(n_here, n_there)
    matched = events >= MATCHED_FROM
    exchanged = ~matched & (fewest >= LABELS_FROM)
    p = np.full(len(events), np.nan)
    p[matched] = sign_flip_columns(gaps[:, matched], seed=seed, above=above)
    p[exchanged] = label_permutation_columns(one[:, exchanged], other[:, exchanged], seed=seed, above=above)
    columns = zip(here.tolist(), there.tolist(), n_here.tolist(), n_there.tolist(), p.tolist(), strict=True)
    for k, (mine, theirs, n_mine, n_theirs, chance) in enumerate(columns):
        if matched[k]:
            column = gaps[:, k]
            known = column[np.isfinite(column)]
            mean, low, high = (ordered_mean(known), None, None) if quick else mean_interval(known)
            n, test = int(events[k]), "matched events"
        else:
            mean, n, test = mine - theirs, int(fewest[k]), "labels" if exchanged[k] else "none"
            low, high = (None, None) if quick else welch_interval(one[:, k], other[:, k])
        sizes = (int(n_mine), int(n_theirs))
        yield Difference(*pair, k, mine, theirs, mean, low, high, chance, n, *sizes, test)  # type: ignore[arg-type]


Means = tuple["NDArray[np.float64]", "NDArray[np.float64]"]


def side_means(accounts: Accounts, pair: tuple[int, int]) -> tuple[Means, Means]:
    """For each side the mean of each feature, and over how many articles; not a number where none has a value."""
    import numpy as np

    found = []
    with np.errstate(invalid="ignore", divide="ignore"):
        for side in sides(accounts.source, pair):
            counts = accounts.counts[side].sum(axis=0)
            found.append((accounts.sums[side].sum(axis=0) / counts, counts))
    return found[0], found[1]


def left_out_means(
    values: NDArray[np.float64], labels: Labels, pair: tuple[int, int], test: Test
) -> NDArray[np.float64]:
    """The difference of one feature after leaving out each article in turn, on either side."""
    import numpy as np

    one, other = (side[np.isfinite(values[side])] for side in sides(labels.source_of, pair))
    a, b = values[one], values[other]
    if test != "matched events":
        with np.errstate(invalid="ignore", divide="ignore"):
            first, second = (a.sum() - a) / (len(a) - 1) - b.mean(), a.mean() - (b.sum() - b) / (len(b) - 1)
        return np.concatenate([first, second])
    width = int(labels.event_of.max()) + 1

    def by_event(side: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        events = labels.event_of[side]
        sums = np.bincount(events, weights=values[side], minlength=width).astype(np.float64)
        return sums, np.bincount(events, minlength=width).astype(np.float64)

    (sums, counts), (rest, others) = by_event(one), by_event(other)
    both = (counts > 0) & (others > 0) & (np.arange(width) != labels.no_event)
    with np.errstate(invalid="ignore", divide="ignore"):
        means, rest_means = sums / counts, rest / others
        gaps = np.where(both, means - rest_means, 0.0)
        left = []
        for side, x, total, n, sign in ((one, a, sums, counts, 1.0), (other, b, rest, others, -1.0)):
            at = labels.event_of[side]
            keep = both[at]
            at, x = at[keep], x[keep]
            mean = (total[at] - x) / (n[at] - 1)
            gap = mean - rest_means[at] if sign > 0 else means[at] - mean
            alone = n[at] == 1
            left.append((gaps.sum() - gaps[at] + np.where(alone, 0.0, gap)) / (both.sum() - alone))
    return np.concatenate(left)


def welch_interval(one: NDArray[np.float64], other: NDArray[np.float64]) -> tuple[float | None, float | None]:
    """95 % interval of a difference of means; both ends None when a side has fewer than 5 articles.

    Source: Welch 1947, with Satterthwaite's degrees of freedom, rounded down.
    """
    import numpy as np

    one, other = np.sort(one[np.isfinite(one)]), np.sort(other[np.isfinite(other)])
    if min(len(one), len(other)) < INTERVAL_FROM:
        return None, None
    spreads = [float(side.var(ddof=1)) / len(side) for side in (one, other)]
    total = sum(spreads)
    difference = float(one.mean() - other.mean())
    if total <= 0:
        return difference, difference
    freedom = total**2 / sum(part**2 / (len(side) - 1) for part, side in zip(spreads, (one, other), strict=True))
    half = t_quantile(max(1, int(freedom))) * total**0.5
    return difference - half, difference + half


def all_differences(
    values: NDArray[np.float64], labels: Labels, sources: int, *, seed: int = 7, quick: bool = False
) -> list[Difference]:
    """Every feature of every pair; `quick`: see `pair_differences`."""
    accounts = gather_accounts(values, labels)
    return [found for pair in pairs_of(sources) for found in pair_differences(accounts, pair, seed=seed, quick=quick)]
