"""What every section shares: the context that it is given, whose words a finding is, and findings as excerpts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.chart.build import largest, say_left_out
from framing.chart.protocol import AnyChart
from framing.evidence.details import UNSURE
from framing.evidence.sources import UNSURE_BELOW
from framing.evidence.view import EvidenceIndex
from framing.report.blocks import Excerpt, Run, Words, cite
from framing.say import STATES, possessive, whose_words

if TYPE_CHECKING:
    from framing.compare.records import Comparison

VOICES = {
    "narrator": "outlet’s own words",
    "attributed": "reported claim",
    "quoted": "in quotation marks",
    "distanced": "kept at a distance",
}
QUOTATION = re.compile(r"[“”\"„«]")  # somebody else’s words beside the marked ones
VOICE_LETTERS = {"narrator": "O", "attributed": "C", "quoted": "Q", "distanced": "D", UNSURE: ""}


@dataclass(frozen=True)
class ReportContext:
    """What every section is given: the comparison and its tables by row id."""

    comparison: Comparison
    index: EvidenceIndex

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, in the order of the comparison."""
        return self.comparison.sources

    def largest(self, most: int) -> tuple[str, ...]:
        """The sources with most articles, in the order of the comparison."""
        return largest(self.sources, self.comparison.n, most)

    def noted(self, chart: AnyChart, most: int) -> AnyChart:
        """The chart with a note when sources are not drawn."""
        note = chart.head.note + say_left_out(len(self.sources), min(most, len(self.sources)))
        return replace(chart, head=replace(chart.head, note=note.strip()))

    @property
    def few(self) -> bool:
        """Whether some source has too few articles for any sentence about the outlet."""
        return any(count < 3 for count in self.comparison.n.values())


def excerpt_of(index: EvidenceIndex, row: str, *, extra: str = "") -> Excerpt | None:
    """A finding inside its sentence, or None when the row is not in the tables."""
    finding = index.findings.get(row)
    if finding is None:
        return None
    shown = index.around(finding)
    unsure = finding.kind == "quote" and finding.confidence < UNSURE_BELOW
    who = "speaker unsure" if unsure else whose_words(finding.voice, finding.speaker, finding.source)
    state = STATES.get(finding.state, "")
    if finding.voice == "narrator" and QUOTATION.search(f"{shown[0]} {shown[2]}"):
        who = f"the marked words are {possessive(finding.source)} own"
    details = "; ".join(part for part in (who, state, extra) if part)
    return Excerpt(row, finding.source, index.where(finding.article), *shown, finding.voice, details)


def excerpts_of(index: EvidenceIndex, rows: Iterable[str], *, most: int = 3) -> tuple[Excerpt, ...]:
    """Up to `most` findings as excerpts, no sentence twice."""
    shown: dict[tuple[str, str], Excerpt] = {}
    for row in rows:
        excerpt = excerpt_of(index, row)
        if excerpt is not None:
            shown.setdefault((excerpt.source, excerpt.before[:40] + excerpt.found[:40]), excerpt)
        if len(shown) == most:
            break
    return tuple(shown.values())


def first_of(most: int, total: int) -> str:
    """A note under a table that shows only the first `most` sources, or nothing."""
    return f"The first {most} of {total} sources." if total > most else ""


def with_refs(text: str, rows: Sequence[str], *, most: int = 3) -> Words:
    """A sentence followed by references to the first rows behind it."""
    runs = [Run(text)]
    for row in rows[:most]:
        runs += [Run(" "), cite(row)]
    return tuple(runs)
