"""Findings -> plain rows of one article, ready to be sent between processes and linked.

The grain is one finding about one actor: a wording about two actors is two rows with share 1/2 each, so every count
sums `share`. Voice is asked here, once, of the voice spans; no annotator knows who is speaking.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple

from framing.annotate.actors.pronouns import GENDERS
from framing.annotate.reported import (
    Judgements,
    NamedHeads,
    index_judgements,
    judgements_near,
    voice_of_report,
    voice_of_verdict,
    voice_of_word,
)
from framing.annotate.voice import exposure, index_voices, voice_of_tone
from framing.annotate.voice.naming import VoiceOf, find_going_on, naming_voices, voice_of_wording
from framing.evidence.details import UNSURE
from framing.evidence.stretches import stretch_of
from framing.link.records import Sighting
from framing.link.sketches import SentenceSketch
from framing.link.units import ArticleWordings
from framing.model import (
    NOBODY_NAMED,
    PEOPLE,
    Actor,
    ActorKind,
    Agency,
    Article,
    Cue,
    Findings,
    Loaded,
    Mention,
    Parsed,
    Quote,
    SourceCard,
    Span,
    Tone,
    VoiceSpan,
    WordingCandidate,
)
from framing.packs.verbs import ReportVerbs
from framing.syntax.roles import judge_of
from framing.text import settle_sentences

REASONS = 8  # reasons of a tone kept by name; the rest are summed, so that they still add up to the logit
CARD = tuple(field.name for field in fields(SourceCard))
ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
IN_ORDER = attrgetter("span", "kind", "label", "actor", "rule", "value")  # rows by the place of their words
CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "NUM"))
DIGITS = 6  # decimals kept in value, confidence and share, so that tables compare byte for byte


class Row(NamedTuple):
    """One finding about one actor, before its actor is linked across articles and its id is given."""

    kind: str
    span: Span
    label: str
    rule: str
    detail: Mapping[str, Any] | None
    value: float = 1.0
    confidence: float = 1.0
    actor: str = ""
    share: float = 1.0
    voice: str = ""
    speaker: str = ""
    speakers: tuple[str, ...] = ()


class Spoken(NamedTuple):
    """Of the quotes of an article: the line that each begins in, and how many words each piece of their content has."""

    lines: tuple[tuple[int, int], ...] = ()  # start of a quote, number of its line from 1, empty lines left out
    words: tuple[tuple[int, int, int], ...] = ()  # start and end of a piece, its words


class FlatArticle(NamedTuple):
    """One article flattened: its row of `articles`, its rows of `evidence`, and its actors for linking."""

    article: dict[str, Any]
    text: str
    sentences: Sequence[int]  # where each sentence starts, in code points
    rows: tuple[tuple[Any, ...], ...]  # columns of EVIDENCE without id; actor and speakers still local
    speakers: tuple[tuple[str, ...], ...]  # local actor ids behind `speaker`, row by row
    sightings: tuple[Sighting, ...]
    wordings: ArticleWordings  # what other articles may name in other words
    candidate_rows: tuple[tuple[Any, ...], ...]  # one a candidate, as in `rows`, without what linking gives
    candidate_speakers: tuple[tuple[str, ...], ...]
    sketches: tuple[SentenceSketch, ...] = ()  # of its sentences, for finding the same facts in other articles
    spoken: Spoken = Spoken()


def draft_article(findings: Findings, verbs: ReportVerbs, sketches: tuple[SentenceSketch, ...] = ()) -> FlatArticle:
    """One article's findings as plain rows, ready to be sent between processes and linked."""
    parsed, article = findings.parsed, findings.parsed.article
    voice = index_voices(findings.voices)
    worded = index_voices(naming_voices(parsed, findings.voices, findings.quotes))
    rows = sorted(_rows(findings, verbs, voice, worded), key=IN_ORDER)
    heard = [_candidate(worded(one.head), one) for one in findings.candidates]
    return FlatArticle(
        article=_article_row(findings),
        text=article.text,
        sentences=settle_sentences(article.text, (parsed.starts[first] for first, _ in parsed.sentences)),
        rows=tuple(_flat(parsed, row) for row in rows),
        speakers=tuple(row.speakers for row in rows),
        sightings=tuple(_sightings(findings)),
        sketches=sketches,
        spoken=_spoken_places(article.text, findings.quotes),
        wordings=ArticleWordings(
            article.id, article.source, article.event, findings.candidates, tuple(_content_words(parsed))
        ),
        candidate_rows=tuple(_flat(parsed, row) for row in heard),
        candidate_speakers=tuple(row.speakers for row in heard),
    )


def _flat(parsed: Parsed, row: Row) -> tuple[Any, ...]:
    """The columns of EVIDENCE without id."""
    article, tokens = parsed.article, parsed.tokens_in(row.span)
    return (
        article.id, article.source, row.kind, row.span.start, row.span.end, article.read(row.span),
        article.section(row.span.start), parsed.sentence_of[tokens[0]] if tokens else 0, row.label, row.actor,
        row.voice, row.speaker, round(row.value, DIGITS), round(row.confidence, DIGITS),
        round(row.share, DIGITS), row.rule, as_json(row.detail),
    )  # fmt: skip


def _spoken_places(text: str, quotes: Iterable[Quote]) -> Spoken:
    """What the table of sources says of places in the text, so that it can be made without the text."""
    lines = text.split("\n")
    ends = list(accumulate(len(line) + 1 for line in lines))
    before = [0, *accumulate(bool(line.strip()) for line in lines)]
    numbers = []
    for start in sorted({stretch_of(text, quote).start for quote in quotes}):
        line = bisect_right(ends, start)
        opened = lines[line][: start + 2 - ends[line] + len(lines[line])]
        numbers.append((start, before[line] + bool(opened.strip())))
    pieces = sorted({span for quote in quotes for span in quote.content})
    return Spoken(tuple(numbers), tuple((*span, len(text[slice(*span)].split())) for span in pieces))


def _content_words(parsed: Parsed) -> Iterator[frozenset[str]]:
    """The lemmas of the content words of each sentence; only an article of an event is compared with others."""
    for first, end in parsed.sentences if parsed.article.event else ():
        yield frozenset(parsed.lemma_lowers[token] for token in range(first, end) if parsed.pos[token] in CONTENT)


def _candidate(voice: VoiceSpan, candidate: WordingCandidate) -> Row:
    """A candidate's row, as far as its own article knows it; `voice` is that of its head."""
    whose, speaker, speakers = voice.voice, voice.speaker, voice.actors
    return Row("wording", candidate.span, "", "link/referents", None, 0.0, 1.0, "", 1.0, whose, speaker, speakers)


def as_json(detail: Mapping[str, Any] | None) -> str:
    """A detail as JSON with sorted keys, "" for none."""
    return ENCODE(detail) if detail else ""


def write_packs(packs: Sequence[str] | None) -> str:
    """The packs that spoke in an article as one cell: "a; b", "" when those tried kept silent, "-" when none was."""
    return "-" if packs is None else "; ".join(packs)


def _article_row(findings: Findings) -> dict[str, Any]:
    """One row of `articles`, with or without findings: a calm article must lower a rate, not vanish."""
    parsed, article = findings.parsed, findings.parsed.article
    own, attributed, quoted = exposure(parsed, findings.voices)
    return {
        "article": article.id, "source": article.source, "event": article.event, "date": article.date,
        "title": article.title, "url": article.url, "language": article.language, "words": own + attributed + quoted,
        "own_words": own, "attributed_words": attributed, "quoted_words": quoted, "sentences": len(parsed.sentences),
        **findings.readability, "duplicate_of": article.duplicate_of,
        "source_from": article.source_from, "partial": article.partial, "sha256": article.sha256,
        "packs": write_packs(findings.packs),
    }  # fmt: skip


def _rows(findings: Findings, verbs: ReportVerbs, voice: VoiceOf, worded: VoiceOf) -> Iterator[Row]:
    """Every finding, one row an actor; voice is asked here, of the voice spans, of names in `worded`."""
    for mention in findings.mentions:
        yield _mention(mention, findings.parsed.article, voice(mention.span))
    for quote in findings.quotes:
        yield from _quote_rows(quote, findings)
    going_on = find_going_on(findings.parsed, findings.quotes)
    for cue in findings.cues:
        whose, sure = voice_of_wording(findings.parsed.article.text, voice, worded, findings.quotes, cue.span)
        if whose.voice == "narrator":
            sure = not any(one.overlaps(cue.span) for one in going_on)
        yield from (_spoken_by(whose, row) for row in _shared(_cue(cue, sure), cue.actors))
    spoken, told_by = _spoken(findings), index_judgements(findings.parsed, voice, findings.quotes, verbs)
    names = {actor.id: actor.name for actor in findings.actors}
    known = {one.head: (names[one.actor], (one.actor,)) for one in findings.mentions if one.actor in names}
    for tone in findings.tones:
        yield _tone(tone, _tone_voice(told_by, spoken, tone, known))
    for loaded in findings.loaded:
        whose = voice_of_word(told_by, loaded)
        yield from (_spoken_by(whose, row) for row in _shared(_loaded(loaded), loaded.actors))
    for agency in findings.agency:
        whose = _imputed_voice(voice(agency.span), agency, findings.parsed.article)
        yield from (_spoken_by(whose, row) for row in _shared(_agency(agency), agency.agents or agency.patients))


def _spoken_by(stretch: VoiceSpan, row: Row) -> Row:
    """The row with the voice and the speaker of a stretch."""
    return row._replace(voice=stretch.voice, speaker=stretch.speaker, speakers=stretch.actors)


def _imputed_voice(stretch: VoiceSpan, agency: Agency, article: Article) -> VoiceSpan:
    """The voice of an account of harm in a stretch; that somebody did it is the word of whoever claims or blames."""
    if not agency.imputed or stretch.voice != "narrator":
        return stretch
    speaker = article.read(agency.said_by) if agency.said_by else ""
    return VoiceSpan(agency.span, "attributed", speaker, agency.accusers)


def _spoken(findings: Findings) -> frozenset[int]:
    """Sentences in which somebody speaks besides the outlet."""
    parsed = findings.parsed
    spans = (*(stretch.span for stretch in findings.voices), *(quote.cue for quote in findings.quotes if quote.cue))
    return frozenset(parsed.sentence_of[token] for span in spans for token in parsed.tokens_in(span))


def _tone_voice(told_by: Judgements, spoken: frozenset[int], tone: Tone, known: NamedHeads) -> VoiceSpan:
    """The voice of the words that make a clear tone what it is; of an unsure one, which accuses nobody, its mention’s.

    (Of the tones that the demo corpus has planted, the strict rule for unsure tones would lose every tenth.)
    `known` has the name and the actor of each mention by its head. Nobody is named as the judge of himself.
    """
    parsed, span = told_by.parsed, tone.mention.span
    own = told_by.voice(span)
    if tone.label not in ("negative", "positive") or own.voice != "narrator":
        if tone.label in ("negative", "positive"):
            own = voice_of_report(told_by, tone.verdicts, own, known)
        himself = tone.label == "negative" and tone.mention.actor in own.actors
        return own._replace(speaker="", actors=()) if himself else own
    for token in tone.verdicts:
        whose = voice_of_verdict(told_by, token)
        if whose.voice != "narrator":
            subject = None if whose.speaker or whose.voice != "attributed" else judge_of(parsed, token)
            judge, actors = (whose.speaker, whose.actors) if subject is None else known.get(subject, ("", ()))
            himself = tone.mention.actor in actors
            if himself and token in told_by.cues:
                continue  # "Fisk has lied about the dam": the verb that brings what he says is the outlet's
            return VoiceSpan(span, whose.voice, "" if himself else judge, () if himself else actors)
    reported = judgements_near(parsed, tone.mention.head, told_by.verbs)
    if not reported and parsed.sentence_of[tone.mention.head] not in spoken:
        return own
    told = zip(tone.places, tone.because, strict=False)
    reasons = [(parsed.span(place, place), weight) for place, (_, weight) in told if place >= 0 and weight > 0]
    return voice_of_tone(told_by.voice, tone.mention, reasons, told_by.quotes, reported=reported)


def _shared(row: Row, actors: tuple[str, ...]) -> Iterator[Row]:
    """One row an actor, shares summing to 1; a single row when nobody is concerned."""
    if not actors:
        yield row
    for actor in actors:
        yield row._replace(actor=actor, share=row.share / len(actors))


def _mention(mention: Mention, article: Article, whose: VoiceSpan) -> Row:
    """A mention's row; its detail holds the office of a title, and the whole phrase where it is longer."""
    phrase = mention.phrase
    detail: dict[str, Any] = {"phrase": list(phrase), "words": article.read(phrase)} if phrase else {}
    detail |= {"office": mention.office} if mention.office else {}
    sure, share = mention.confidence, mention.share
    told = whose.voice, whose.speaker, whose.actors
    return Row("mention", mention.span, mention.label, mention.rule, detail, 1.0, sure, mention.actor, share, *told)


def _quote_rows(quote: Quote, findings: Findings) -> Iterator[Row]:
    """A quote's rows; the voice is the quote's own, and each speaker of a joint quote gets its own name.

    The place is its longest stretch, the detail holds all its pieces; what the outlet says between them is no part.
    """
    detail: dict[str, Any] = {
        "content": [list(span) for span in quote.content],
        "cue": list(quote.cue) if quote.cue else None,
        "source": list(quote.source) if quote.source else None,
        "stance": quote.stance,
        "speaker_kind": quote.speaker_kind,
        "card": {name: value for name in CARD if (value := getattr(quote.card, name))},
    }
    voice = "quoted" if quote.label == "direct" else "attributed"
    actors = {actor.id: actor for actor in findings.actors} if quote.actors[1:] else {}
    place = stretch_of(findings.parsed.article.text, quote)
    row = Row("quote", place, quote.label, quote.rule, detail, confidence=quote.confidence, voice=voice)
    for one in _shared(row, quote.actors):
        each, name, told = actors.get(one.actor), quote.speaker, detail
        if each is not None:
            name = each.name
            card = detail["card"] | ({"name": name} if quote.card.name else {})
            told = detail | {"card": card, "speaker_kind": _kind_of_one(quote, each)}
        yield one._replace(speaker=name, speakers=(one.actor,) if one.actor else (), detail=told)


def _kind_of_one(quote: Quote, actor: Actor) -> ActorKind:
    """The kind of one of several speakers; a people or a body beside somebody by name may be some of its members."""
    if actor.nature == "person":
        return actor.kind
    beside = quote.speaker_kind in PEOPLE
    return "unnamed" if beside and NOBODY_NAMED in quote.speaker else actor.kind if beside else quote.speaker_kind


def _cue(cue: Cue, sure: bool) -> Row:
    """A wording's row; its detail says where it is unsure whose word it is."""
    names = {"name": cue.name, "neutral": list(cue.neutral)} if cue.name else {}
    kind = {"argument": True} if cue.argument else {}
    whose = {} if sure else {"whose": UNSURE}
    detail = {"pack": cue.pack, "variant": cue.variant, "state": cue.state, **names, **kind, **whose}
    rule = f"{cue.pack}/{cue.referent}/{cue.variant}"
    label = f"{cue.referent}/{cue.pole}"
    return Row("cue", cue.span, label, rule, detail, cue.value, cue.confidence)


def _tone(tone: Tone, whose: VoiceSpan) -> Row:
    told = whose.voice, whose.speaker, whose.actors
    detail = {
        "probabilities": [round(p, 4) for p in tone.probabilities],
        "because": [[feature, round(weight, 4)] for feature, weight in _strongest(tone.because)],
    }
    about, sure = tone.mention, tone.confidence
    return Row("tone", about.span, tone.label, tone.rule, detail, tone.value, sure, about.actor, about.share, *told)


def _strongest(because: tuple[tuple[str, float], ...]) -> list[tuple[str, float]]:
    """The strongest reasons by name, and what all others add together."""
    ordered = sorted(because, key=lambda reason: abs(reason[1]), reverse=True)
    others = [weight for _, weight in ordered[REASONS:]]
    return [*ordered[:REASONS], *([("others", math.fsum(others))] if others else [])]


def _loaded(loaded: Loaded) -> Row:
    detail = {"why": loaded.why} if loaded.why else None
    return Row("loaded", loaded.span, loaded.category, loaded.rule, detail, loaded.strength)


def _agency(agency: Agency) -> Row:
    detail = {
        "event": agency.event,
        "agent": list(agency.agent) if agency.agent else None,
        "patient": list(agency.patient) if agency.patient else None,
        "agents": list(agency.agents),
        "patients": list(agency.patients),
    }
    return Row("agency", agency.span, agency.label, agency.rule, detail, confidence=agency.confidence)


def _sightings(findings: Findings) -> Iterator[Sighting]:
    """Each actor of the article as `link` wants to see it."""
    article = findings.parsed.article
    counts: Counter[str] = Counter()
    texts: dict[str, set[str]] = {}
    headline: set[str] = set()
    pronouns: dict[str, list[str]] = {}
    for mention in findings.mentions:
        counts[mention.actor] += mention.share  # type: ignore[assignment]
        if mention.label == "pronoun":
            if mention.share == 1.0 and (told := GENDERS.get(article.read(mention.span).lower())) not in (None, "it"):
                pronouns.setdefault(mention.actor, []).append(str(told))
        else:
            texts.setdefault(mention.actor, set()).add(article.read(mention.span))
        if article.section(mention.span.start) == "headline":
            headline.add(mention.actor)
    for actor in findings.actors:
        yield Sighting(
            article=article.id,
            source=article.source,
            event=article.event,
            actor=actor,
            mentions=float(counts[actor.id]),
            texts=tuple(sorted(texts.get(actor.id, ()))),
            headline=actor.id in headline,
            pronouns=tuple(pronouns.get(actor.id, ())),
        )
