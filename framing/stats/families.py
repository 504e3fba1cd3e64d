"""Many questions at once: q values inside a declared family.

Our own six lines, because `scipy.stats.false_discovery_control` gives the same numbers (a test says so) but takes no p
that is missing, and loading `scipy.stats` costs more than half a second of every comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def benjamini_hochberg(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """The q value of each p, in [0, 1]; p that are not a number were not tested and stay so.

    Source: Benjamini & Hochberg 1995, step-up procedure as adjusted p values.
    """
    import numpy as np

    q = np.full(len(p), np.nan)
    tested = np.flatnonzero(np.isfinite(p))
    if len(tested) == 0:
        return q
    order = tested[np.argsort(p[tested], kind="stable")]
    scaled = p[order] * len(order) / np.arange(1, len(order) + 1)
    q[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return q
