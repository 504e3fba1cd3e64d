"""What every section is given: the comparison, its tables by row id, and how much of it the edition has room for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.chart.lookup import Lookup
from framing.profile.records import Profile

if TYPE_CHECKING:
    from framing.compare.records import Comparison


@dataclass(frozen=True)
class Story:
    """A comparison on its way into a report."""

    comparison: Comparison
    lookup: Lookup
    profiles: Mapping[str, Profile]
    short: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, in the order of the comparison."""
        return self.comparison.sources

    @property
    def few(self) -> bool:
        """Whether some source has too few articles for any sentence about the outlet."""
        return any(count < 3 for count in self.comparison.n.values())
