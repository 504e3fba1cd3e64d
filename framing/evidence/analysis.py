"""The two tables and the roster: their columns, and how linked drafts become them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.evidence.flatten import DIGITS, FlatArticle, as_json
from framing.evidence.passages import FACTS, OPENINGS, PASSAGES, passage_tables
from framing.evidence.sources import SOURCES, source_rows
from framing.link.passages import AlignedEvent
from framing.link.records import Roster
from framing.link.referents import Linked, LinkedWording
from framing.model import NOBODY_NAMED, Actor, WordingCandidate, nature_of
from framing.say import html_table, number, plural

if TYPE_CHECKING:
    import pandas as pd

EVIDENCE = (
    *("id", "article", "source", "kind", "start", "end", "text", "section", "sentence", "label", "actor", "voice"),
    *("speaker", "value", "confidence", "share", "rule", "detail"),
)
ARTICLES = (
    *("article", "source", "event", "date", "title", "url", "language", "words", "own_words", "attributed_words"),
    *("quoted_words", "sentences", "flesch_reading_ease", "flesch_kincaid_grade"),
    *("automated_readability_index", "coleman_liau_index", "duplicate_of", "source_from", "partial"),
    *("sha256", "packs"),
)
ACTORS = ("actor", "name", "kind", "member_of", "side", "aliases", "sources", "mentions", "pronouns")
KINDS: Mapping[str, str] = {  # of a finding -> what a reader is told that it is
    "mention": "mention",
    "quote": "quotation",
    "cue": "wording",
    "tone": "tone",
    "loaded": "loaded word",
    "agency": "account of harm",
    "wording": "wording of one thing",
}
NUMBERS: dict[str, Any] = {
    "start": "int64", "end": "int64", "sentence": "int64", "value": "float64", "confidence": "float64",
    "share": "float64", "words": "int64", "own_words": "int64", "attributed_words": "int64", "quoted_words": "int64",
    "sentences": "int64", "flesch_reading_ease": "float64", "flesch_kincaid_grade": "float64", 
    "automated_readability_index": "float64", "coleman_liau_index": "float64", "mentions": "float64",
    "start_a": "int64", "end_a": "int64", "start_b": "int64", "end_b": "int64", "strength": "float64",
    "sure": "float64", "statements": "int64", "unsure": "int64", "line": "int64",
}  # fmt: skip


Ids = Mapping[tuple[str, str], str]  # (article, id of an actor in it) -> roster id
GLANCE = 20  # sources in a notebook
TOGETHER = "+"  # between the ids of two rows whose pair a verdict is about


class Verdict(NamedTuple):
    """What a reader decided of a row of evidence, or of two wordings: `id` is then both ids with a plus between."""

    id: str
    verdict: str  # keep, drop
    who: str = ""
    why: str = ""
    name: str = ""  # what the reader calls the thing that two wordings name


@dataclass(frozen=True)
class Analysis:
    """What a run found: two tables and a roster (pandas DataFrames), the texts and where their
    sentences start, by article id.

    Offsets are code points, half-open, into the article's text: `text[start:end]` is the row's `text`.

    evidence: one row a finding and actor
        id            str    stable for the same input
        article       str    id of a row of `articles`
        source        str    the outlet that published it
        kind          str    mention, quote, cue, tone, loaded, agency, wording
        start, end    int    where it stands
        text          str    its words
        section       str    headline, body
        sentence      int    number of the sentence, from 0
        label         str    by kind: how the actor is named; direct, mixed, indirect; referent/pole; negative, neutral,
                             positive, unsure; category of the loaded word; agent_named, agent_deleted;
                             of a wording the thing it names, one id inside its event (an actor’s, if it is one)
        actor         str    id of a row of `actors`, "" when nobody is concerned
        voice         str    whose words: narrator (the outlet), attributed, quoted, distanced
        speaker       str    readable name, "" when none, "unnamed ..." when anonymous
        value         float  cue: along the referent's axis, 0 neutral; tone: p(positive) - p(negative) in [-1, 1];
                             loaded: strength in (0, 1]; wording: colour, 0 plain; others 1
        confidence    float  in [0, 1]
        share         float  1/k when the finding concerns k actors; the shares of a finding sum to 1
        rule          str    the pack entry, word list or model that said so
        detail        str    JSON: what the kind has besides (content and cue of a quote, reasons of a tone, ...)

    articles: one row an article, with or without findings
        article, source, event, date (YYYY-MM-DD or ""), title, url, language (ISO 639-1)          str
        words, own_words, attributed_words, quoted_words, sentences                                int
        flesch_reading_ease (points), flesch_kincaid_grade, automated_readability_index,
        coleman_liau_index (school years)                                                          float
        duplicate_of (id of the article that it nearly copies, or ""), source_from (why the source
        is called so), partial (why the text is a beginning only, or ""), sha256 (of the text),
        packs (that spoke in it, joined by "; "; "" when those tried kept silent, "-" when none was) str

    actors: one row an actor of the run
        actor (id), name, kind (official, expert, journalist, civilian, person, media, company, party, organisation,
        state, group, place), member_of (id or ""), side (of a pack, or ""), aliases (joined by "; "),
        sources (outlets that name it, joined by "; ")                                             str
        mentions                                                                                   float
        pronouns (of a person, as the articles' own say: she, he, they, mixed, not said; else "")  str

    passages: one row a pair of sentences in which two outlets tell one fact, the most telling of an event first
        event, article_a, article_b (ids of articles)                                              str
        start_a, end_a, start_b, end_b (offsets of the two sentences)                              int
        kinds (what differs: agent, attribution, certainty, denial, evaluation, label, number,
        quotation, verb, joined by "; "), detail (JSON: each difference with its places)           str
        strength (orders them: one fact, other words), sure (that it is one fact), in [0, 1]       float

    sources: one row a source (a speaker) and article, in the order of the text
        article, source (the outlet), speaker, actor (id or "")                                    str
        type (named person, named organisation, document, unnamed person, unnamed group, not said), name, title (as
        the text gives it), affiliation, kind (as of actors, or unnamed), why (what makes it a source here, or
        "not said"), why_words (the words that say so), why_unnamed (the reason that the article gives, "no reason
        given"; "" of named sources), channel (interview, statement, social medium, another outlet, court filing,
        press conference, speech, report, not said)                                                str
        statements, words (of their contents), unsure (statements less probable than 0.8, which print does not
        count), line (of the first statement, from 1, empty lines left out)                        int

    facts: one row a sentence whose fact was found in one outlet of its event only, largest first
        event, article                                                                             str
        start, end                                                                                 int
        strength (orders them), 0 or more                                                          float

    openings: one row a headline or first sentence of an event that two outlets cover
        event, article, section, detail (JSON: marked words, why, where, voice, speaker)           str
        start, end                                                                                 int

    Rates are counted per 1,000 own words unless they say otherwise, and sum `share`. It can be built from saved or
    relabelled tables; without `texts`, excerpts show the bare finding, without `sentences` these are found by rule.
    """

    evidence: pd.DataFrame
    articles: pd.DataFrame
    actors: pd.DataFrame
    texts: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, Sequence[int]] = field(default_factory=dict)
    passages: pd.DataFrame = field(default_factory=lambda: empty_table(PASSAGES))
    facts: pd.DataFrame = field(default_factory=lambda: empty_table(FACTS))
    openings: pd.DataFrame = field(default_factory=lambda: empty_table(OPENINGS))
    sources: pd.DataFrame = field(default_factory=lambda: empty_table(SOURCES))
    left_out: tuple[str, ...] = ()  # ids of articles that take longer than a minute to read
    verdicts: Sequence[Verdict] = ()  # of readers, as far as they were applied; never saved with the tables

    def __repr__(self) -> str:
        articles = self.articles
        sources, events = articles["source"].nunique(), articles.loc[articles["event"] != "", "event"].nunique()
        read = f"{plural(len(articles), 'article')} by {plural(sources, 'source')} on {plural(events, 'event')}"
        return f"Analysis({read}; {plural(len(self.evidence), 'row')} of evidence, {plural(len(self.actors), 'actor')})"

    def _repr_html_(self) -> str:
        """For a notebook: how many rows of each kind each source has."""
        counts = self.evidence.groupby(["source", "kind"]).size().unstack(fill_value=0)
        rows = [(str(source), *map(number, line)) for source, line in zip(counts.index, counts.to_numpy(), strict=True)]
        return html_table(repr(self), ("source", *map(str, counts.columns)), rows[:GLANCE])


def build_analysis(
    drafts: Iterable[FlatArticle], roster: Roster, linked: Linked | None = None, aligned: Sequence[AlignedEvent] = ()
) -> Analysis:
    """The tables of a run, in the order of article ids, with actors and wordings linked and every row given its id.

    `aligned` are the events whose sentences were set beside one another: facts told twice and once come from them.
    """
    drafts = sorted(drafts, key=lambda draft: str(draft.article["article"]))
    evidence, articles, sources = build_tables(drafts, roster.ids, {one.id: one for one in roster.actors}, linked or {})
    sketches = (sketch for draft in drafts for sketch in draft.sketches)
    passages, facts, openings = map(typed, passage_tables(sketches, aligned))
    actors = build_actors(roster, [count_mentions(evidence)])
    texts = {str(draft.article["article"]): draft.text for draft in drafts}
    sentences = {str(draft.article["article"]): draft.sentences for draft in drafts}
    return Analysis(evidence, articles, actors, texts, sentences, passages, facts, openings, sources)


class ArticleTables(NamedTuple):
    """The tables whose rows belong to one article each, in the order of the drafts."""

    evidence: pd.DataFrame
    articles: pd.DataFrame
    sources: pd.DataFrame


def build_tables(drafts: Sequence[FlatArticle], ids: Ids, actors: Mapping[str, Actor], linked: Linked) -> ArticleTables:
    """The tables of some articles of a run; roster ids, actors of the roster by id and wordings are the whole run's."""
    import pandas as pd

    rows = [row for draft in drafts for row in _linked(_with_wordings(draft, linked), ids, actors)]
    evidence = typed(pd.DataFrame(rows, columns=EVIDENCE, dtype=object))
    articles = typed(pd.DataFrame([draft.article for draft in drafts]).reindex(columns=ARTICLES))
    spoken = {str(draft.article["article"]): draft.spoken for draft in drafts}
    sources = typed(pd.DataFrame(source_rows(evidence, spoken), columns=SOURCES))
    return ArticleTables(evidence, articles, sources)


def _with_wordings(draft: FlatArticle, linked: Linked) -> FlatArticle:
    """The draft with a row for every wording that names what another article names, in the order of the text."""
    article = draft.wordings.article
    found = [
        (linked[article, place], place) for place in range(len(draft.candidate_rows)) if (article, place) in linked
    ]
    rows = [
        (_wording(draft.candidate_rows[place], one, draft.wordings.candidates[place]), draft.candidate_speakers[place])
        for one, place in found
    ]
    if not found:
        return draft
    every = [*zip(draft.rows, draft.speakers, strict=True), *rows]
    every.sort(key=lambda pair: (pair[0][3], pair[0][4]))
    return draft._replace(rows=tuple(row for row, _ in every), speakers=tuple(one for _, one in every))


def _wording(row: tuple[Any, ...], link: LinkedWording, candidate: WordingCandidate) -> tuple[Any, ...]:
    """The row of a candidate with what linking says of it."""
    detail = {
        "name": link.name,
        "head": list(candidate.head),
        "phrase": list(candidate.phrase),
        "because": [list(reason) for reason in link.because],
        "colour": [list(reason) for reason in link.shades],
        "rivals": [list(rival) for rival in link.rivals],
    }
    actor = row[9]
    return (*row[:8], link.referent, actor, *row[10:12], link.colour, link.confidence, *row[14:16], as_json(detail))


def _linked(draft: FlatArticle, ids: Ids, actors: Mapping[str, Actor]) -> Iterator[tuple[Any, ...]]:
    """A draft's rows with roster ids, full names of speakers, and ids that are stable for the same input."""
    seen: dict[tuple[Any, ...], int] = {}
    for row, speakers in zip(draft.rows, draft.speakers, strict=True):
        article, _, kind, start, end, _, _, _, label, actor, voice, speaker, *_ = row
        heard = [ids.get((article, one), one) for one in speakers] if speakers else []
        full = [actors[one].name for one in heard if one in actors and actors[one].nature == "person"] if heard else []
        named = full and len(full) == len(heard) and not speaker.startswith(NOBODY_NAMED)  # an aide is not his master
        name = " and ".join(full) if named else speaker
        actor = ids.get((article, actor), actor)
        key = (article, kind, start, end, label, actor)
        times = seen.get(key, 0)
        digest = hashlib.blake2b(repr((*key, times)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        seen[key] = times + 1
        yield (
            f"{kind}-{digest}",
            *row[:9],
            actor,
            voice,
            name,
            *row[12:16],
            _linked_detail(row[16], article, kind, ids, [actors[one] for one in heard if one in actors])
            if kind in LINKED
            else row[16],
        )


LINKED = ("quote", "agency")  # kinds of findings whose detail tells of actors


def _linked_detail(detail: str, article: str, kind: str, ids: Ids, speakers: Sequence[Actor]) -> str:
    """An agency row names actors in its detail too, a quote's speaker has one kind in the whole run."""
    if kind == "quote" and len(speakers) == 1:
        return _with_kind(detail, speakers[0])
    if kind != "agency":
        return detail
    record = json.loads(detail)
    for role in ("agents", "patients"):
        record[role] = [ids.get((article, one), one) for one in record[role]]
    return as_json(record)


def _with_kind(detail: str, speaker: Actor) -> str:
    """The detail of a quote with the run's kind of its speaker; a spokesman keeps his own, whoever he speaks for.

    A ministry that speaks for its state counts with the state.
    """
    record = json.loads(detail)
    own = record["speaker_kind"]
    organ = own == "organisation" and speaker.nature == "state"
    if own == speaker.kind or not (organ or nature_of(own) == speaker.nature):
        return detail
    return as_json({**record, "speaker_kind": speaker.kind})


def empty_table(columns: Sequence[str]) -> pd.DataFrame:
    """A table of these columns without a row."""
    import pandas as pd

    return pd.DataFrame({column: pd.Series(dtype=NUMBERS.get(column, object)) for column in columns})


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """Numbers as numbers, everything else as text with "" for none."""
    table = table.astype({column: kind for column, kind in NUMBERS.items() if column in table.columns})
    for column in table.columns:
        if column not in NUMBERS:
            table[column] = table[column].fillna("").astype(str).astype(object)
    return table


def count_mentions(evidence: pd.DataFrame) -> pd.DataFrame:
    """Mentions by actor and source: the columns actor, source, share."""
    mentions = evidence[evidence["kind"] == "mention"]
    return mentions.groupby(["actor", "source"])["share"].sum().reset_index()


def build_actors(roster: Roster, counted: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The roster with what the run saw of each actor; most mentioned first. `counted` are mentions of its parts."""
    import pandas as pd

    mentions = pd.concat(counted, ignore_index=True)
    counts = mentions.groupby("actor")["share"].sum().to_dict()
    sources = mentions.groupby("actor")["source"].agg(lambda column: "; ".join(sorted(set(column)))).to_dict()
    rows = [
        (
            actor.id, actor.name, actor.kind, actor.member_of, actor.side, "; ".join(actor.aliases),
            sources.get(actor.id, ""), round(float(counts.get(actor.id, 0.0)), DIGITS), actor.pronouns,
        )
        for actor in roster.actors
    ]  # fmt: skip
    table = typed(pd.DataFrame(rows, columns=ACTORS))
    return table.sort_values(["mentions", "actor"], ascending=[False, True], ignore_index=True)
