"""What a comparison says: frozen records on top of those of `framing.measure`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from framing.measure.agency import AgencyShares
from framing.measure.excerpts import Excerpt
from framing.measure.good_practice import GoodPractice
from framing.measure.loaded import LoadedRates
from framing.measure.naming import NamingTable
from framing.measure.omission import OmissionMatrix
from framing.measure.reading import Reading
from framing.measure.tone import ToneCell
from framing.measure.voices import VoiceShare
from framing.measure.wording import WordingTable
from framing.profile import Profile
from framing.stats.wordshift import WordShift

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis


@dataclass(frozen=True, slots=True)
class ContrastSide:
    """One source's side of a contrast."""

    source: str
    text: str  # in words: “anti-terrorist campaign”, in Sergey Markov’s words
    voice: str
    speaker: str
    count: float
    excerpt: Excerpt | None
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """One difference that can be shown with excerpts side by side. It describes these articles, not the outlets."""

    kind: Literal["wording", "voices", "tone", "loaded", "agency", "omission"]
    title: str  # what it is about: "What they call the September 2023 operation"
    event: str  # one event, or ""
    sentence: str  # the contrast in one sentence
    sides: tuple[ContrastSide, ...]
    strength: float  # for ranking only, in [0, 1]; never printed as a score
    holds: bool  # whether a tested claim stands behind it
    event_title: str = ""  # readable name of `event`


@dataclass(frozen=True, slots=True)
class WordContrast:
    """A word or phrase of narrator voice that one source uses more than the rest."""

    source: str
    against: str  # another source, or "the others"
    words: str
    z: float  # log-odds with informative Dirichlet prior over its standard error; for ranking, not a p-value
    count: float  # in `source`
    count_against: float
    articles: int  # of `source` that hold it
    p: float | None  # document-level sign-flip with the maximum statistic, or None when not testable
    distinctive: bool
    label: str  # "distinctive" or "most contrasting, not tested" / "most contrasting, not distinguishable"


@dataclass(frozen=True, slots=True)
class LoadedShift:
    """Which loaded words make a source's rate differ from the others', per 1,000 own words; the parts add up."""

    source: str
    shift: WordShift


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One source on the map; distances between points are what matters, not the place."""

    source: str
    x: float
    y: float
    n: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Sources that word things alike stand close together. No axis means left, right, good or bad."""

    points: tuple[MapPoint, ...]
    stress: float  # Kruskal's stress-1 in [0, 1]: below .1 good, above .2 the picture misleads
    x_features: tuple[tuple[str, float], ...]  # (feature, correlation with the axis), strongest first
    y_features: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class NullCheck:
    """What the same rules would have claimed had the labels meant nothing."""

    reports: int  # shuffles
    with_false_claim: int  # shuffles in which at least one claim held
    false_claims: int  # claims in all shuffles together
    tested: int  # differences tested in each report
    sentence: str

    @property
    def share(self) -> float:
        """Share of shuffled reports with at least one false claim, in [0, 1]."""
        return self.with_false_claim / self.reports if self.reports else 0.0


@dataclass(frozen=True, slots=True)
class VerdictReport:
    """What readers' verdicts changed."""

    kept: int  # rows confirmed
    dropped: int  # rows taken out
    unknown: tuple[str, ...]  # evidence ids that are not in this run
    by_kind: Mapping[str, int]  # kind -> rows taken out
    sentence: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event and who covered it."""

    event: str
    articles: Mapping[str, int]  # source -> articles, wire copies once
    title: str = ""  # readable: the event, or a headline on it when the event is only a code


@dataclass(frozen=True)
class Comparison:
    """Several sources side by side. Everything printed about a run derives from this record and the tables it holds."""

    analysis: Analysis
    sources: tuple[str, ...]
    n: Mapping[str, int]  # source -> articles, wire copies once
    copies: Mapping[str, int]  # source -> articles left out because they repeat another
    events: tuple[EventRow, ...]
    shared_events: int  # events with at least two sources
    wording: tuple[WordingTable, ...]  # strongest difference first
    voices: tuple[VoiceShare, ...]  # one a source
    tones: tuple[ToneCell, ...]  # actor by source by voice; most mentioned actor first
    loaded: tuple[LoadedRates, ...]  # source by voice
    agency: tuple[AgencyShares, ...]  # one a source
    reading: tuple[Reading, ...]  # one a source
    omissions: tuple[OmissionMatrix, ...]  # one an event, most covered first, at most 20
    good: tuple[GoodPractice, ...]
    contrasts: tuple[Contrast, ...]  # strongest first
    words: tuple[WordContrast, ...]
    map: SourceMap | None
    claims: pd.DataFrame  # source against feature family difference low high p q n holds sentence
    warnings: tuple[str, ...]
    methods: tuple[str, ...]  # how it was counted and tested, in sentences
    profiles: Mapping[str, Profile] = field(default_factory=dict)  # filled when asked for
    verdicts: VerdictReport | None = None
    null: NullCheck | None = None
    shifts: tuple[LoadedShift, ...] = ()  # one a source, in the order of `sources`
    naming: tuple[NamingTable, ...] = ()  # how each source names the main actors, most widely covered actor first
    audit: tuple[str, ...] = ()  # what exchanging names does to the tones, and the words that weighed most
