"""Which of several people of one surname a bare surname means: the one whom the article is about, or nobody for sure.

A writer who names two people of one surname keeps the bare surname for one of them, and gives it to who comes first,
who holds an office, whom no word of kinship introduces. Where that does not settle it, a reader could not tell either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from framing.annotate.actors.traits import Written

FIRST, OFFICE, KIN, FULL, CALLED = 2.0, 1.5, -2.0, 0.25, 1.5  # weights; set on invented texts with every name marked
MOST_FULL = 4  # mentions in full beyond this number add nothing
MARGIN = 1.0  # by which the bearer must lead


def weigh_bearers(
    options: Sequence[int], groups: Sequence[int], written: Written, called: Sequence[int] = ()
) -> dict[int, float]:
    """How much speaks for each group as the bearer of the surname that the full names numbered `options` share.

    `called` are the groups to which the bare surname went so far: whom alone the article calls so keeps it.
    """
    numbers: dict[int, list[int]] = defaultdict(list)
    for option in sorted(options):
        numbers[groups[option]].append(option)
    weights = {group: FULL * min(len(fulls), MOST_FULL) for group, fulls in numbers.items()}
    for group, fulls in numbers.items():
        weights[group] += OFFICE * any(n in written.officers for n in fulls) + KIN * (fulls[0] in written.kin)
    weights[min(numbers, key=lambda group: numbers[group][0])] += FIRST
    if len(before := set(called) & weights.keys()) == 1:
        weights[before.pop()] += CALLED
    return weights


def find_bearer(weights: dict[int, float]) -> int | None:
    """The group that leads by `MARGIN`, or None when it cannot be told."""
    ranked = sorted(weights, key=lambda group: (-weights[group], group))
    if len(ranked) > 1 and weights[ranked[0]] - weights[ranked[1]] < MARGIN:
        return None
    return ranked[0]
