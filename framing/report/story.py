"""What every section is given: the comparison, its tables by row id, and how much of it the edition has room for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.chart.build import largest, left_out
from framing.chart.protocol import AnyChart
from framing.evidence.view import EvidenceIndex
from framing.profile import Profile

if TYPE_CHECKING:
    from framing.compare.records import Comparison


@dataclass(frozen=True)
class Story:
    """A comparison on its way into a report."""

    comparison: Comparison
    lookup: EvidenceIndex
    profiles: Mapping[str, Profile]
    short: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, in the order of the comparison."""
        return self.comparison.sources

    def largest(self, most: int) -> tuple[str, ...]:
        """The sources with most articles, in the order of the comparison."""
        return largest(self.sources, self.comparison.n, most)

    def noted(self, chart: AnyChart, most: int) -> AnyChart:
        """The chart with a note when sources are not drawn."""
        note = chart.head.note + left_out(len(self.sources), min(most, len(self.sources)))
        return replace(chart, head=replace(chart.head, note=note.strip()))

    @property
    def few(self) -> bool:
        """Whether some source has too few articles for any sentence about the outlet."""
        return any(count < 3 for count in self.comparison.n.values())
