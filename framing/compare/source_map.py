"""A map of sources: those that write alike stand close together. Distances count, directions have no names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.compare.features import FeatureTable
from framing.compare.records import MapPoint, SourceMap
from framing.measure.ledger import Ledger

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SOURCES_FROM = 4  # three points always fit a plane
ARTICLES_FROM = 5  # each
FEATURES_FROM = 3  # that every source has
NAMED = 3  # features named on an axis


def map_sources(ledger: Ledger, table: FeatureTable) -> SourceMap | None:
    """Sources with at least 5 articles on a plane; None with fewer than 4 of them or fewer than 3 features.

    Distances are Euclidean between source means, each feature divided by its spread over articles; the plane is
    classical scaling, improved by 100 steps of majorisation.

    Source: Torgerson 1952; de Leeuw 1977 (SMACOF); stress: Kruskal 1964.
    """
    import numpy as np

    sizes = np.diff(ledger.edges)
    kept = np.flatnonzero(sizes >= ARTICLES_FROM)
    if len(kept) < SOURCES_FROM:
        return None
    means, used = standard_means(ledger, table, kept)
    if len(used) < FEATURES_FROM:
        return None
    distances = _distances(means)
    plane = _majorise(_classical(distances), distances)
    topics = [table.features[k].topic for k in used]
    return SourceMap(
        points=tuple(
            MapPoint(ledger.sources[s], float(x), float(y), int(sizes[s]))
            for s, (x, y) in zip(kept, plane.round(6), strict=True)
        ),
        stress=stress(plane, distances),
        x_features=_carried(plane[:, 0], means, topics),
        y_features=_carried(plane[:, 1], means, topics),
    )


def standard_means(
    ledger: Ledger, table: FeatureTable, kept: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Means of each kept source in units of the spread over articles; features that some source lacks are left out."""
    import numpy as np

    rows = [table.values[ledger.articles_of(int(source))] for source in kept]
    known = np.array([np.isfinite(block).sum(axis=0) for block in rows])
    whole = np.isfinite(table.values)
    spread = np.nanstd(np.where(whole.any(axis=0), table.values, 0.0), axis=0)
    used = np.flatnonzero((known >= ARTICLES_FROM).all(axis=0) & (spread > 0))
    means = np.array([np.nanmean(block[:, used], axis=0) for block in rows])
    return (means - means.mean(axis=0)) / spread[used], used


def _classical(distances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The best plane for squared distances; signs fixed so that the same input gives the same picture."""
    import numpy as np
    from scipy.linalg import eigh

    n = len(distances)
    centre = np.eye(n) - 1 / n
    values, vectors = eigh(-centre @ distances**2 @ centre / 2)
    order = np.argsort(values)[::-1][:2]
    plane = vectors[:, order] * np.sqrt(np.maximum(values[order], 0.0))
    signs = np.sign(plane[np.abs(plane).argmax(axis=0), [0, 1]])
    fixed: NDArray[np.float64] = plane * np.where(signs == 0, 1.0, signs)
    return fixed


def _majorise(plane: NDArray[np.float64], distances: NDArray[np.float64], steps: int = 100) -> NDArray[np.float64]:
    """The plane moved so that its distances come closer to the true ones."""
    import numpy as np

    n = len(plane)
    for _ in range(steps):
        drawn = _distances(plane)
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(drawn > 0, distances / drawn, 0.0)
        weights = -ratio
        weights[np.diag_indices(n)] = ratio.sum(axis=1)
        plane = weights @ plane / n
    return plane


def _distances(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Euclidean distance of each row from each."""
    import numpy as np

    gaps: NDArray[np.float64] = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
    return gaps


def stress(plane: NDArray[np.float64], distances: NDArray[np.float64]) -> float:
    """How badly the plane shows the distances, in [0, 1]: below .1 well, above .2 misleading.

    Source: Kruskal 1964, stress formula 1.
    """
    import numpy as np

    total = float((distances**2).sum())
    return float(np.sqrt(((_distances(plane) - distances) ** 2).sum() / total)) if total else 0.0


def _carried(axis: NDArray[np.float64], means: NDArray[np.float64], topics: list[str]) -> tuple[tuple[str, float], ...]:
    """The features that go along with an axis, by Pearson's correlation over sources."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        r = np.nan_to_num(np.array([np.corrcoef(axis, column)[0, 1] for column in means.T]))
    order = sorted(range(len(topics)), key=lambda k: (-abs(r[k]), topics[k]))[:NAMED]
    return tuple((topics[k], round(float(r[k]), 2)) for k in order)
