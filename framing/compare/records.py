"""What a comparison says: frozen records on top of those of `framing.measure`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from framing.compare.differences import Labels
from framing.compare.features import FeatureTable
from framing.measure.agency import AgencyShares
from framing.measure.good_practice import GoodPractice
from framing.measure.ledger import OWN
from framing.measure.loaded import LoadedRates
from framing.measure.naming import NamingTable
from framing.measure.omission import OmissionMatrix
from framing.measure.question import Contrast
from framing.measure.reading import ReadingLevel
from framing.measure.roles import ActorRoles
from framing.measure.tone import ToneCell
from framing.measure.voices import VoiceShare
from framing.measure.wording import WordingTable
from framing.profile import Profile
from framing.say import html_table, listed, plural
from framing.stats.words import WordShift

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis


GLANCE = 5  # contrasts in a notebook
FACT = "one fact, told twice"  # what a contrast without a name is
HOW_SAID = "how they report"  # opens the name of a contrast of verbs for the same words
Apart = Literal["opposite sides", "the doer is gone", "asserted here, reported there", "a side, and none", "told apart"]
MEANING: Mapping[Apart, int] = {
    "opposite sides": 5, "the doer is gone": 4, "asserted here, reported there": 3, "a side, and none": 2,
    "told apart": 1,
}  # fmt: skip


class ToldWords(NamedTuple):
    """Words that one source chose, and whose they are; `value` in [-1, 1] is how far they lean, 0 for plain ones."""

    source: str
    article: str
    start: int
    end: int
    voice: str
    speaker: str
    value: float = 0.0
    headline: bool = False
    row: str = ""  # evidence id, or ""
    state: str = "asserted"
    key: str = ""  # what a pack calls this wording
    beside: int = 0  # other words for the same thing in its sentence


def leans_back(one: ToldWords, other: ToldWords) -> bool:
    """Whether words of a source assert what the other side does, and are the outlet's own if the first ones are."""
    return one.value * other.value < 0 and other.state == "asserted" and (one.voice != OWN or other.voice == OWN)


@dataclass(frozen=True, slots=True)
class TellingSide:
    """One source's side: a stretch of its article, as a rule a sentence, and its words, most telling first."""

    source: str
    article: str
    start: int
    end: int
    words: tuple[ToldWords, ...]  # the first stands inside the stretch

    def told(self, most: int) -> tuple[ToldWords, ...]:
        """Its first words, as many as there is room for; never those of one side alone where it gives both."""
        both = len(self.words) > 1 and leans_back(*self.words[:2])
        return self.words[: max(most, 1 + both)]


@dataclass(frozen=True, slots=True)
class TellingContrast:
    """One thing, or one fact, told in two ways inside an event. It describes these articles, not the outlets."""

    event: str
    name: str  # what it is about, in words; "" for a passage
    apart: Apart
    sides: tuple[TellingSide, ...] = field(repr=False)  # the two that stand farthest apart first
    own: int  # of these two, how many in the outlet's own voice
    headline: bool
    outlets: int  # that take a side
    strength: float  # of equals, for ranking only
    passage: Mapping[str, Any] = field(default_factory=dict, repr=False)  # its row in the table of passages
    argued: bool = False  # what is said of the thing, not names of it

    @property
    def rank(self) -> tuple[object, ...]:
        """What orders contrasts of all kinds, the most telling first."""
        return (
            -MEANING[self.apart], -self.own, -self.headline, -self.outlets, -self.strength, self.event, self.name,
            self.sides[0].start,
        )  # fmt: skip


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
class MapPoint:
    """One source on the map; distances, in spreads of a feature over articles, are what matters, not the place."""

    source: str
    x: float
    y: float
    n: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Sources that word things alike stand close together. No axis means left, right, good or bad."""

    points: tuple[MapPoint, ...]
    stress: float  # Kruskal's stress-1 in [0, 1]: below .1 good, above .2 the picture misleads
    x_features: tuple[tuple[str, float], ...] = field(repr=False)  # (feature, correlation with its axis)
    y_features: tuple[tuple[str, float], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class NullCheck:
    """How many claims the same rules made under shuffled source labels."""

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
    """How many rows readers' verdicts confirmed and took out."""

    kept: int  # rows confirmed
    dropped: int  # rows taken out
    unknown: tuple[str, ...]  # evidence ids that are not in this run
    by_kind: Mapping[str, int]  # kind -> rows taken out
    sentence: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event and how many articles each source has on it."""

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
    profiles: Mapping[str, Profile]  # source -> what is measured of it, in the order of `sources`
    wording: tuple[WordingTable, ...]  # most named referent first
    omissions: tuple[OmissionMatrix, ...]  # one an event, most covered first, at most 20
    contrasts: tuple[Contrast, ...]  # strongest first
    words: tuple[WordContrast, ...]
    map: SourceMap | None
    claims: pd.DataFrame  # source against feature family difference low high p q n holds sentence
    warnings: tuple[str, ...]
    methods: tuple[str, ...]  # how it was counted and tested, in sentences
    features: FeatureTable  # what was tested, one row an article
    labels: Labels  # source and event of each of these articles
    passages: pd.DataFrame  # one fact told twice, best of each event first: as in `Analysis`, with source_a, source_b
    facts: pd.DataFrame  # sentences whose fact one source alone tells, largest of each event first: with source
    openings: pd.DataFrame  # headlines and first sentences of shared events: with source
    verdicts: VerdictReport | None = None
    null: NullCheck | None = None
    shifts: Mapping[str, WordShift] = field(default_factory=dict)  # source -> what makes its loaded words differ
    naming: tuple[NamingTable, ...] = ()  # how each source names the main actors, most widely covered actor first
    wordings: pd.DataFrame | None = None  # rival wordings of one thing, as `measure.rivals` gives them
    telling: tuple[TellingContrast, ...] = ()  # wordings, names and passages in one order, the most telling first
    audit: tuple[str, ...] = ()  # what exchanging names does to the tones, and the words that weighed most

    def __repr__(self) -> str:
        held = int(self.claims["holds"].sum()) if len(self.claims) else 0
        read = f"{plural(sum(self.n.values()), 'article')} by {listed(self.sources, most=8)}"
        told = listed([repr(one.name or FACT) for one in self.telling[:3]])
        most = f"; most telling: {told}" if told else ""
        return f"Comparison({read[:800]}; {held} of {plural(len(self.claims), 'difference')} hold{most[:600]})"

    def _repr_html_(self) -> str:
        """For a notebook: what the most telling contrasts set side by side, source by source."""
        texts = self.analysis.texts
        rows = [
            (one.name or FACT, side.source, texts[word.article][word.start : word.end], word.voice, word.speaker)
            for one in self.telling[:GLANCE]
            for side in one.sides
            for word in side.words[:1]
        ]
        return html_table(repr(self), ("about", "source", "words", "voice", "speaker"), rows)

    @property
    def voices(self) -> tuple[VoiceShare, ...]:
        """Whom each source lets speak, one a source."""
        return tuple(one.voices for one in self.profiles.values())

    @property
    def tones(self) -> tuple[ToneCell, ...]:
        """Tone by source, actor and voice; of each source the most widely covered actor first."""
        return tuple(cell for one in self.profiles.values() for cell in one.tones)

    @property
    def loaded(self) -> tuple[LoadedRates, ...]:
        """Loaded words by source and voice."""
        return tuple(cell for one in self.profiles.values() for cell in one.loaded)

    @property
    def agency(self) -> tuple[AgencyShares, ...]:
        """Accounts of harm, one a source."""
        return tuple(one.agency for one in self.profiles.values())

    @property
    def roles(self) -> tuple[ActorRoles, ...]:
        """The roles of the main actors, source by source."""
        return tuple(cell for one in self.profiles.values() for cell in one.roles)

    @property
    def reading(self) -> tuple[ReadingLevel, ...]:
        """How hard each source is to read; only those with a grade."""
        return tuple(one.reading for one in self.profiles.values() if one.reading)

    @property
    def good(self) -> tuple[GoodPractice, ...]:
        """Good practice, source by source."""
        return tuple(good for one in self.profiles.values() for good in one.good)
