"""Every declared feature as one matrix: one value an article, chosen and ordered without looking at its source.

Two families are declared here, before any test: `headline`, at most six features that the report is about, and
`exploratory`, all the rest. Actors and referents enter by how many articles mention them, never by a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from framing.errors import UsageError
from framing.measure import agency, loaded, reading, tone, voices, wording
from framing.measure.question import Family, Feature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

HEADLINE_MOST = 6  # more would leave little chance to find anything


@dataclass(frozen=True)
class FeatureTable:
    """All features as two matrices, one row an article, one column a feature."""

    features: tuple[Feature, ...] = field(repr=False)
    values: NDArray[np.float64] = field(repr=False)
    hits: NDArray[np.float64] = field(repr=False)


def measure_features(ledger: Ledger, actors: Sequence[str], headline: Sequence[str] | None = None) -> FeatureTable:
    """Every declared feature of every article; features that no article varies in are left out.

    `actors` are those whose tone is tested, most widely covered first.

    Raises:
        UsageError: `headline` names more than six features, or one that this run does not have.
    """
    import numpy as np

    features = [feature for feature in _declared(ledger, actors) if _varies(feature.values)]
    families = list(_families(features)) if headline is None else _chosen_families(features, headline)
    kept = tuple(replace(feature, family=family) for feature, family in zip(features, families, strict=True))
    if not kept:
        empty = np.empty((len(ledger.articles), 0))
        return FeatureTable((), empty, empty)
    return FeatureTable(
        kept, np.column_stack([one.values for one in kept]), np.column_stack([one.hits for one in kept])
    )


def _declared(ledger: Ledger, actors: Sequence[str]) -> Iterator[Feature]:
    yield from loaded.features(ledger)
    yield from voices.features(ledger)
    yield from wording.features(ledger)
    yield from tone.features(ledger, actors)
    yield from agency.features(ledger)
    yield from reading.features(ledger)


def _chosen_families(features: Sequence[Feature], headline: Sequence[str]) -> list[Family]:
    """Headline as the user declared it."""
    keys = [feature.key for feature in features]
    unknown = [key for key in headline if key not in keys]
    if unknown:
        raise UsageError(f"There is no feature {unknown[0]!r} in this run. Features: {', '.join(keys)}.")
    if len(set(headline)) > HEADLINE_MOST:
        raise UsageError(f"{len(set(headline))} headline features are too many to find anything; name at most six.")
    return ["headline" if key in headline else "exploratory" for key in keys]


def _families(features: list[Feature]) -> Iterator[Family]:
    """The family of each feature, in order; at most six stay headline."""
    left = HEADLINE_MOST
    for feature in features:
        if feature.family == "headline" and left:
            left -= 1
            yield "headline"
        else:
            yield "exploratory"


def _varies(values: NDArray[np.float64]) -> bool:
    known = values[values == values]
    return len(known) > 1 and bool((known != known[0]).any())
