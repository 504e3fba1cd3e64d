"""What is measured about each source: frozen records, every number with the evidence ids behind it.

Ids are those of the evidence table (`Analysis.evidence.id`). A tuple of cells always follows the tuple of sources or
columns of the record that holds it. Nothing here knows how it will be drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from framing.stats import NOTHING, Rate

OmissionState = Literal["mentioned", "not mentioned", "cannot tell"]
VOICES = ("narrator", "attributed", "quoted", "distanced")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words of an article with the found words inside; `text[start:end]` are the found words."""

    row: str  # evidence id
    article: str
    source: str
    text: str  # the sentence, or a window of it; without texts at hand, the found words alone
    start: int
    end: int
    voice: str
    speaker: str  # "" for the outlet itself


@dataclass(frozen=True, slots=True)
class WordingCell:
    """How often one source uses one wording, by voice."""

    count: float = 0.0  # sum of `share`
    articles: int = 0  # articles in which it stands
    by_voice: Mapping[str, float] = field(default_factory=dict)  # voice -> count; only voices that occur
    rows: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()  # who says it where it is not the outlet, most frequent first
    states: Mapping[str, float] = field(default_factory=dict)  # denied, hypothetical, questioned -> count, if any


@dataclass(frozen=True, slots=True)
class NamingRow:
    """One way to name an actor, and how often each source uses it."""

    wording: str  # the words as they stand most often, with title and epithets: "hard-line leader Ana Toll"
    label: str  # how it names: name, title, demonym or metonym
    sided: float  # share of its uses that a pack knows as a wording that takes a side, in [0, 1]
    cells: tuple[WordingCell, ...]  # one a source, in the order of `NamingTable.sources`
    excerpts: tuple[Excerpt | None, ...]  # one a source: a use in its sentence, in its own voice where there is one


@dataclass(frozen=True, slots=True)
class NamingTable:
    """How each source names one actor, most frequent wording first; wordings and `unnamed` sum to its mentions."""

    actor: str
    name: str  # readable, from the roster
    kind: str  # person, state, organisation, group or place
    sources: tuple[str, ...]
    rows: tuple[NamingRow, ...]
    unnamed: tuple[WordingCell, ...]  # one a source: mentions by a pronoun, or by what it does ("Aland’s attack")
    neutral: tuple[str, ...]  # alternatives that take no side: the readable name, neutral wordings of a pack
    silent: tuple[str, ...]  # sources without any mention of it: absent, not zero
    unsure: tuple[str, ...]  # those of `silent` whose texts have a word by which it may be meant all the same


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One wording (variant) of a referent, and how often each source uses it."""

    variant: str  # id in the pack
    wording: str  # the words as they stand most often, lower case unless names: "anti-terrorist campaign"
    pole: str
    value: float  # mean signed value in [-1, 1] along the referent's axis; 0 is neutral
    denied: float  # share of its uses that are denied, hypothetical or questioned, in [0, 1]
    cells: tuple[WordingCell, ...]  # one a source, in the order of `WordingTable.sources`


@dataclass(frozen=True, slots=True)
class WordingLine:
    """A readable sentence on who words it how: News.Az: “anti-terrorist campaign” — only in Sergey Markov’s words."""

    source: str
    pole: str
    text: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PoleShare:
    """What share of a source's wordings of a referent takes a pole, in one voice ("all" only for counting)."""

    source: str
    pole: str
    voice: str
    rate: Rate  # share of the source's wordings of this referent in this voice, in [0, 1]


@dataclass(frozen=True, slots=True)
class WordingTable:
    """How each source names one referent. Rows run from the negative pole over neutral to the positive pole."""

    referent: str  # id in the pack
    pack: str
    gloss: str  # readable: "the September 2023 operation"
    event: str  # one event, or "" over all events
    sources: tuple[str, ...]
    poles: tuple[str, ...]  # negative end first; neutral poles in the middle
    rows: tuple[WordingRow, ...]
    neutral: tuple[str, ...]  # the neutral wordings that were used: the alternative that was at hand
    shares: tuple[PoleShare, ...]
    lines: tuple[WordingLine, ...]
    silent: tuple[str, ...]  # sources that do not name it at all: absent, not zero


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """One speaker that a source lets speak."""

    speaker: str  # readable name
    actor: str  # actor id, or ""
    kind: str  # official, expert, journalist, civilian, organisation, country, unnamed
    side: str  # side of the actor, the actor it belongs to, or ""
    count: float  # quotes, sum of `share`
    words: int  # words of their quotes
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SilentActor:
    """An actor that a source writes about and never quotes (nor anybody who belongs to it)."""

    actor: str
    name: str
    kind: str
    mentions: float  # sum of `share`
    rows: tuple[str, ...]  # a few of the mentions, at most 20
    quoted_by: tuple[str, ...] = ()  # sources that do quote it


@dataclass(frozen=True, slots=True)
class VoiceShare:
    """Whom one source lets speak."""

    source: str
    n: int  # articles
    words: Mapping[str, Rate]  # "own", "attributed", "quoted" -> share of all words
    quotes: Rate  # quotes per 1,000 words
    by_label: Mapping[str, Rate]  # direct, mixed, indirect -> share of quotes
    by_kind: Mapping[str, Rate]  # kind of speaker -> share of quotes
    by_side: Mapping[str, Rate]  # side of the speaker -> share of quotes; "" is kept out
    unnamed: Rate  # share of quotes whose speaker has no name
    stances: Mapping[str, Rate]  # class of the report verb ("claimed", "noted", …) -> share of quotes
    diversity: float | None  # Shannon entropy of the speakers over its maximum, in [0, 1]; None below 2 quotes
    speakers_n: int  # different named speakers
    speakers: tuple[SpeakerCount, ...]  # most quoted first
    silent: tuple[SilentActor, ...]  # written about, never quoted; most mentioned first
    side_unknown: Rate = NOTHING  # share of quotes by officials or organisations that are not known to speak for a side


@dataclass(frozen=True, slots=True)
class ToneCell:
    """How one source writes about one actor in one voice."""

    actor: str
    name: str
    source: str
    voice: str
    tone: Rate  # mean of article means of p(positive) - p(negative), in [-1, 1]; `count` is the number of mentions
    coverage: float  # share of its rows that are not "unsure", in [0, 1]
    negative: tuple[str, ...]  # most negative rows first, at most 3
    positive: tuple[str, ...]  # most positive rows first, at most 3


@dataclass(frozen=True, slots=True)
class LoadedRates:
    """Loaded words of one source in one voice."""

    source: str
    voice: str
    total: Rate  # per 1,000 words of that voice (narrator and distanced: own words)
    categories: Mapping[str, Rate]  # category -> the same unit
    words: tuple[tuple[str, float, tuple[str, ...]], ...]  # (words in lower case, count, rows), most frequent first


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard one source is to read: the range of its articles."""

    source: str
    measure: str  # column of the articles table
    level: Rate  # mean over articles
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class AgencyShares:
    """Who does what to whom in one source's accounts of harm, in narrator voice."""

    source: str
    deleted: Rate  # share of the events of harm that name nobody who did it, in [0, 1]
    agents: tuple[tuple[str, str, float, tuple[str, ...]], ...]  # (actor id, name, count, rows) of who does it
    patients: tuple[tuple[str, str, float, tuple[str, ...]], ...]  # the same, of who suffers it
    events: tuple[tuple[str, float, tuple[str, ...]], ...]  # (event word, count, rows) of those without an agent


@dataclass(frozen=True, slots=True)
class OmissionItem:
    """Something that an account of the event can mention or leave out."""

    kind: Literal["actor", "referent", "voice", "fact"]
    id: str  # actor id, referent, side or the fact in lower case
    name: str  # readable


@dataclass(frozen=True, slots=True)
class OmissionCell:
    """Whether one source mentions an item."""

    state: OmissionState
    count: float = 0.0
    rows: tuple[str, ...] = ()
    excerpt: Excerpt | None = None  # from those who do


@dataclass(frozen=True, slots=True)
class OmissionMatrix:
    """What each source mentions of one event. Items that only one source carries are not listed."""

    event: str
    title: str  # readable: the event, or a headline on it when the event is only a code
    sources: tuple[str, ...]
    articles: tuple[int, ...]  # articles of each source on this event
    items: tuple[OmissionItem, ...]
    cells: tuple[tuple[OmissionCell, ...], ...]  # one tuple an item, one cell a source


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that other sources of an event carry and this source does not."""

    event: str
    item: OmissionItem
    carried_by: tuple[str, ...]
    excerpt: Excerpt | None
    rows: tuple[str, ...]  # of those who carry it


@dataclass(frozen=True, slots=True)
class GoodPractice:
    """Something done well: rival labels both given, a denial included, speakers named."""

    source: str
    kind: Literal["both labels", "denial included", "named speakers"]
    text: str
    rows: tuple[str, ...]
    n: int  # articles in which it is found


@dataclass(frozen=True, slots=True)
class Period:
    """One month (or year) of one source: how many articles and how each headline feature stood."""

    period: str  # "2024-04" or "2024"
    n: int
    values: Mapping[str, Rate]  # feature key -> rate


@dataclass(frozen=True, slots=True)
class Profile:
    """One source on one page."""

    source: str
    n: int  # articles, wire copies once
    copies: int  # articles left out because they repeat another
    events: tuple[str, ...]
    first: str  # earliest date, or ""
    last: str
    own_words: int
    words: int  # all words
    basis: str  # how much is behind it, in words: "5 articles on 3 events, 4,210 words"
    wording: tuple[WordingTable, ...]  # with this one source as column
    voices: VoiceShare
    tones: tuple[ToneCell, ...]  # most mentioned actor first
    loaded: tuple[LoadedRates, ...]  # one a voice
    agency: AgencyShares
    reading: Reading | None
    left_out: tuple[LeftOut, ...]
    good: tuple[GoodPractice, ...]
    periods: tuple[Period, ...] = ()  # only with `by`
    lines: tuple[str, ...] = ()  # the profile in plain sentences, most telling first
    warnings: tuple[str, ...] = ()
    naming: tuple[NamingTable, ...] = ()  # main actors in order, with this one source as column
