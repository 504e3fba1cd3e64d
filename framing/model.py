"""The records that travel from step to step: frozen, typed, and free of any heavy library.

Offsets are code points, half-open, into `article.text`, never a copy of its words; tokens are columns of `Parsed`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, cast

from framing.dependencies import derive_tree
from framing.errors import InputError

Voice = Literal["narrator", "attributed", "quoted", "distanced"]
MentionLabel = Literal["name", "title", "demonym", "metonym", "pronoun"]
QuoteLabel = Literal["direct", "mixed", "indirect"]
CueState = Literal["asserted", "denied", "hypothetical", "questioned"]
ToneLabel = Literal["negative", "neutral", "positive", "unsure"]
ActorKind = Literal[
    "official", "expert", "journalist", "civilian", "person",
    "media", "company", "party", "organisation", "state", "group", "place", "unnamed",
]  # fmt: skip  # of actors and of speakers; "person": somebody named whom no text describes
WordClass = Literal["noun", "verb", "adjective"]
Nature = Literal["person", "organisation", "state", "group", "place", "unnamed"]  # what grammar asks of a kind
PEOPLE: tuple[ActorKind, ...] = ("official", "expert", "journalist", "civilian", "person")  # of equals the first counts
BODIES: tuple[ActorKind, ...] = ("media", "company", "party", "organisation")  # the same


class Span(NamedTuple):
    """Where some words stand: code points, half-open."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


HALF = re.compile("[\ud800-\udfff]")  # halves of characters, which no encoding writes


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one source. `text` is headline, blank line, body; it never changes after reading."""

    id: str
    source: str
    text: str
    headline: str = ""  # the opening of `text`, or ""
    event: str = ""
    date: str = ""  # ISO 8601, or ""
    title: str = ""
    url: str = ""
    language: str = "en"
    duplicate_of: str = ""  # id of the article that this one repeats, or ""
    source_from: str = ""  # why the source is called so: "given in the file", "dateline", "name of the file", …
    partial: str = ""  # why the text is a beginning only ("ends in “Read more”"), or "" when it is whole
    not_after: str = ""  # ISO 8601: the day on which the page was seen, so that it cannot be younger; or ""

    @classmethod
    def from_text(
        cls, text: str, *, id: str, source: str, headline: str = "", event: str = "", date: str | None = None
    ) -> Article:
        """An article whose text is kept verbatim.

        Raises:
            InputError: `headline` is not the opening of `text`, or `text` holds half characters.
        """
        if HALF.search(text):
            raise InputError(
                f"article {id!r}: its text holds half characters (lone surrogates). "
                'Decode it anew, or replace them: text.encode("utf-8", "replace").decode()'
            )
        if not text.startswith(headline):
            raise InputError(
                f"article {id!r}: the headline {headline[:60]!r} is not the opening of its text. "
                "Give the opening words exactly as they stand in the text, or leave the headline empty."
            )
        return cls(
            id=id, source=source, text=text, headline=headline, event=event, date=date or "", title=headline.strip()
        )

    def __repr__(self) -> str:
        about = f"{self.id[:80]!r}, {self.source[:80]!r}, {self.date!r}, {len(self.text)} characters"
        return f"Article({about}: {' '.join(self.text[:80].split())!r})"

    def read(self, span: Span) -> str:
        """The words at `span`, verbatim.

        Raises:
            InputError: the span is empty or lies outside the text.
        """
        if not 0 <= span.start < span.end <= len(self.text):
            raise InputError(f"span {span.start}-{span.end} lies outside article {self.id!r} (0-{len(self.text)}).")
        return self.text[span.start : span.end]

    def section(self, offset: int) -> Literal["headline", "body"]:
        """Which part of the article the character at `offset` belongs to."""
        return "headline" if offset < len(self.headline) else "body"

    @property
    def sha256(self) -> str:
        """Digest of the text in UTF-8, for `run.json` and for exchanging results without texts."""
        return hashlib.sha256(unicodedata.normalize("NFC", self.text).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article as columns, one entry a token (no white space tokens); `heads[i] == i` marks the root of a sentence.

    Tags are Penn Treebank (`tags`) and Universal (`pos`); dependencies are spaCy's English labels (ClearNLP).
    """

    article: Article
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    lowers: tuple[str, ...] = field(repr=False)
    lemmas: tuple[str, ...] = field(repr=False)  # lower case, except proper nouns
    pos: tuple[str, ...] = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    deps: tuple[str, ...] = field(repr=False)
    heads: tuple[int, ...] = field(repr=False)
    sentences: tuple[tuple[int, int], ...] = field(repr=False)  # token ranges, half-open, covering every token
    lemma_lowers: tuple[str, ...] = field(init=False, repr=False)  # lower case throughout
    sentence_of: tuple[int, ...] = field(init=False, repr=False)
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False)
    lefts: tuple[int, ...] = field(init=False, repr=False)  # leftmost token of each token's subtree
    rights: tuple[int, ...] = field(init=False, repr=False)  # rightmost token of each token's subtree, inclusive

    def __post_init__(self) -> None:
        object.__setattr__(self, "lemma_lowers", tuple(map(str.lower, self.lemmas)))
        tree = derive_tree(self.heads, self.sentences)
        for name, column in zip(("sentence_of", "children", "lefts", "rights"), tree, strict=True):
            object.__setattr__(self, name, column)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Characters from token `first` to token `last`, inclusive."""
        return Span(self.starts[first], self.ends[last])

    def tokens_in(self, span: Span) -> range:
        """Tokens that share at least one character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def subtree(self, token: int) -> Span:
        """Characters from the leftmost to the rightmost token below `token`, itself included."""
        return self.span(self.lefts[token], self.rights[token])

    def ancestors(self, token: int) -> Iterator[int]:
        """Heads of `token`, nearest first, up to the root."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` that bears one of `deps`, or None."""
        for child in self.children[token]:
            if self.deps[child] in deps:
                return child
        return None

    def sentence_span(self, sentence: int) -> Span:
        """Characters of a sentence."""
        return self.span(self.sentences[sentence][0], self.sentences[sentence][1] - 1)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who is written about. Ids of packs and of the world roster are global; others are given by `link`."""

    id: str
    name: str
    kind: ActorKind
    member_of: str = ""  # id of the state or organisation it acts for, or ""
    side: str = ""  # a label of a pack for charts by side, or ""
    aliases: tuple[str, ...] = ()
    known: bool = False  # comes from a pack or the world roster, so the id holds across articles
    told: tuple[tuple[ActorKind, str], ...] = ()  # kinds that mentions tell, each with the words that say so
    gender: str = ""  # he or she, as forms of address and nouns of kinship say
    offices: tuple[str, ...] = ()  # that the article gives, in lower case
    family_first: bool = False  # the family name stands before the given name
    pronouns: str = ""  # she, he, they, mixed, not said: as the articles' own pronouns say; "" of no person
    holds: tuple[str, ...] = ()  # offices in full, as of now: "prime minister"
    office: str = ""  # of the state `member_of`, where the article names nobody who holds it: "the French president"

    @property
    def nature(self) -> Nature:
        """Whether it is somebody, some body, a state and so on, whatever its closer kind."""
        return nature_of(self.kind)


def nature_of(kind: ActorKind) -> Nature:
    """ "person" for kinds of people, "organisation" for kinds of bodies, the kind itself for all others."""
    return "person" if kind in PEOPLE else "organisation" if kind in BODIES else cast("Nature", kind)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor. `head` is its head token; `share` is 1/k when a mention stands for k ("they")."""

    span: Span
    head: int
    label: MentionLabel
    actor: str
    confidence: float = 1.0
    share: float = 1.0
    rule: str = ""
    phrase: Span | None = None  # with the title and epithets before it, if any: "hard-line leader Toll"
    office: str = ""  # of a title: "prime minister"


AUTHOR = "the author"  # the name of the speaker of a quote whom "I" and "we" outside quotation marks mean
SourceType = str  # named person, named organisation, document, unnamed person, unnamed group, not said
Channel = str  # interview, statement, social medium, another outlet, court filing, press conference, speech, report …
NOT_SAID, NO_REASON, NOBODY_NAMED = "not said", "no reason given", "unnamed "  # the last opens a speaker's name


@dataclass(frozen=True, slots=True)
class SourceCard:
    """Who stands behind a statement, as the article tells it. `why_words` are the words that say `why`."""

    type: SourceType = "not said"
    name: str = ""  # "" of unnamed sources
    title: str = ""  # as the text gives it, without article
    affiliation: str = ""
    why: str = NOT_SAID  # what makes the source a source here
    why_words: str = ""
    why_unnamed: str = ""  # of unnamed sources the reason that the article gives, or "no reason given"
    channel: Channel = "not said"
    given: bool = False  # told by a role as if known, "the lawyer": an article may name who it is


@dataclass(frozen=True, slots=True)
class Quote:
    """Content attributed to a speaker. `actors` are the ids of the speakers, `speaker` their readable name."""

    content: tuple[Span, ...]
    label: QuoteLabel
    cue: Span | None
    source: Span | None
    speaker: str = ""  # "" when nobody is named, "unnamed officials" when anonymous
    actors: tuple[str, ...] = ()
    speaker_kind: ActorKind = "unnamed"
    stance: str = "neutral"  # class of the cue verb
    confidence: float = 1.0  # probability in [0, 1] that content and speaker are right
    rule: str = ""
    pattern: str = ""  # construction that brings the content: "that", "prep about"
    deed: bool = False  # somebody is told to do or to want something rather than to say it
    thing: bool = False  # no person, body or document tells it: "the deal proves that …"
    card: SourceCard = SourceCard()

    @property
    def hull(self) -> Span:
        """From the first character of the content to the last."""
        return Span(self.content[0].start, self.content[-1].end)


class VoiceSpan(NamedTuple):
    """A stretch of text that is not plain narration: its voice and who speaks."""

    span: Span
    voice: Voice
    speaker: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A found variant of a referent. `value` lies in [-1, 1] along the referent's axis, 0 for a neutral wording."""

    span: Span
    pack: str
    referent: str
    pole: str
    variant: str
    value: float
    state: CueState = "asserted"
    actors: tuple[str, ...] = ()  # whom the wording concerns, may be empty
    confidence: float = 1.0
    name: str = ""  # of the referent, in words
    neutral: tuple[str, ...] = ()  # glosses of the referent's neutral poles
    argument: bool = False  # what is said of a thing, not a name of it


@dataclass(frozen=True, slots=True)
class Tone:
    """How a sentence treats one mention. Probabilities sum to 1; `because` sums to the logit of the winning class.

    `places` are the tokens that the parts of `because` stand at, -1 for those that belong to no word; () if not known.
    """

    mention: Mention
    label: ToneLabel
    probabilities: tuple[float, float, float]  # negative, neutral, positive
    because: tuple[tuple[str, float], ...] = ()
    rule: str = ""
    places: tuple[int, ...] = ()
    at_most: float = 1.0  # the most that its label is sure, whatever its probability
    verdicts: tuple[int, ...] = ()  # tokens of the words that judge the mention in plain words

    @property
    def confidence(self) -> float:
        """How sure the likeliest label is, in [0, 1]."""
        return min(max(self.probabilities), self.at_most)

    @property
    def value(self) -> float:
        """p(positive) - p(negative), in [-1, 1]."""
        return self.probabilities[2] - self.probabilities[0]


# Categories of loaded words that colour how something is said and judge nobody: counted apart from the loaded rate.
STYLE = frozenset({"booster", "doubt", "emphasis", "euphemism", "hedge", "ideology", "presupposition", "vivid"})
SURE_FROM = 0.8  # confidence from which a finding is printed as said, held against a text, or taught
CLEAR_FROM = 0.4  # strength from which a word judges clearly enough to be held against whoever wrote it


@dataclass(frozen=True, slots=True)
class Loaded:
    """Wording that judges. `strength` lies in (0, 1]; `why` says in one line what makes it loaded."""

    span: Span
    category: str
    strength: float
    rule: str
    why: str = ""
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """An event of harm or force, with whoever does it and whoever suffers it as the sentence gives them."""

    span: Span
    label: Literal["agent_named", "agent_deleted"]
    event: str  # lemma of the event word
    agent: Span | None
    patient: Span | None
    agents: tuple[str, ...] = ()  # actor ids
    patients: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 1.0  # of the whole reading, in (0, 1]
    imputed: bool = False  # somebody says who did it, not the outlet: "claimed", "blamed for", "charged with"
    said_by: Span | None = None  # who does, where the sentence says
    accusers: tuple[str, ...] = ()  # actor ids of who does


class WordingCandidate(NamedTuple):
    """An expression that may name something that other articles of the event name, too, in other words."""

    span: Span  # its head with what describes it before: "modest reductions"
    phrase: Span  # as it is shown: "modest reductions in benefits"
    head: Span  # its head word: "reductions"
    lexeme: str  # lemma of the head
    word_class: WordClass
    sentence: int
    core: tuple[str, ...] = ()  # lemmas of the content words of the span, names left out
    content: tuple[str, ...] = ()  # the same of the phrase
    nouns: tuple[str, ...] = ()  # lemmas of the nouns and names before the head that say which one is meant
    context: tuple[tuple[str, str], ...] = ()  # owner, doer, object, with, governor, role … and lemma or "@id"
    actor: str = ""  # id of the actor whom the head names, or ""
    proper: bool = False  # whether the head is a name
    bearer: str = ""  # id of whom a title, an apposition or a copula says that it is, or ""
    plural: bool = False
    indefinite: bool = False  # "a suit"
    negated: bool = False
    loaded: tuple[tuple[str, float], ...] = ()  # the loaded words in its span with their strengths, in (0, 1]
    numbers: tuple[str, ...] = ()  # before its head: "2020", "two"
    modifying: bool = False  # whether it stands before another noun: "mosque" in "mosque debate"


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that one article says, before actors are linked across articles."""

    parsed: Parsed
    actors: tuple[Actor, ...] = field(repr=False)
    mentions: tuple[Mention, ...] = field(repr=False)
    quotes: tuple[Quote, ...] = field(repr=False)
    voices: tuple[VoiceSpan, ...] = field(repr=False)
    cues: tuple[Cue, ...] = field(repr=False)
    loaded: tuple[Loaded, ...] = field(repr=False)
    agency: tuple[Agency, ...] = field(repr=False)
    tones: tuple[Tone, ...] = field(repr=False)
    readability: dict[str, float] = field(repr=False)
    packs: tuple[str, ...] | None = None  # ids of the frame packs that spoke; None when none was asked for
    candidates: tuple[WordingCandidate, ...] = field(default=(), repr=False)
