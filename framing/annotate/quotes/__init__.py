"""Who says what: quotes with their cue, their source and a readable speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from framing.annotate.quotes.announcements import announced_candidates
from framing.annotate.quotes.card import fill_card
from framing.annotate.quotes.clauses import verb_candidates
from framing.annotate.quotes.confidence import LEAST, NAMELESS, is_deed, probability
from framing.annotate.quotes.context import Candidate, QuoteContext, build_context, strip_punctuation
from framing.annotate.quotes.descriptions import is_partisan
from framing.annotate.quotes.detached import detached_candidates
from framing.annotate.quotes.direct import (
    extend_to_marks,
    join_following_quotes,
    quote_candidates,
    without_places,
    without_titles,
)
from framing.annotate.quotes.identified import name_elsewhere
from framing.annotate.quotes.inside import refer_inside
from framing.annotate.quotes.naming import Speaker
from framing.annotate.quotes.nominals import nominal_candidates
from framing.annotate.quotes.paragraphs import carry_over_speaker, line_candidates
from framing.annotate.quotes.questions import without_questions
from framing.annotate.quotes.ranking import INANIMATE, pick_compatible, score, without_echoes
from framing.annotate.quotes.remarks import without_hedge
from framing.annotate.quotes.speakers import speaker_of
from framing.annotate.quotes.turns import block_candidates, says_of_oneself
from framing.model import AUTHOR, Actor, Mention, Parsed, Quote, QuoteLabel, Span
from framing.packs.people import ActorWords
from framing.packs.verbs import ReportVerbs

__all__ = ["find_quotes", "refer_inside"]

AROUND = 3  # words outside marks that a direct quote may hold


def find_quotes(
    parsed: Parsed, mentions: Iterable[Mention], actors: Iterable[Actor], verbs: ReportVerbs, people: ActorWords
) -> tuple[Quote, ...]:
    """Every quote of an article, in order: direct, mixed and indirect. Contents nest or stand apart, never cross."""
    by_id = {actor.id: actor for actor in actors}
    context = build_context(parsed, mentions, by_id.values(), verbs, people)
    worded = (*verb_candidates(context), *detached_candidates(context), *nominal_candidates(context))
    clausal = [extend_to_marks(context, c) for c in worded if c.content]
    quoted = [*clausal, *quote_candidates(context, clausal)]
    quoted += line_candidates(context, quoted)
    blocks = list(block_candidates(context))
    quoted = [*(c for c in quoted if not says_of_oneself(context, c, blocks)), *blocks]
    candidates = [*quoted, *announced_candidates(context, quoted)]
    chosen = without_echoes(context, pick_compatible(score(context, c) for c in candidates))
    kept = carry_over_speaker(context, join_following_quotes(context, chosen))
    quotes: list[Quote] = []
    spoken: list[tuple[Candidate, Speaker]] = []
    for end in (without_hedge, without_titles, without_places, without_questions):
        kept = [c for c in (end(context, candidate) for candidate in kept) if c.content]
    for candidate in sorted(kept, key=lambda c: (c.first, -c.last)):
        spoken.append((candidate, speaker_of(context, candidate, by_id, tuple(one for _, one in spoken))))
    for candidate, speaker in name_elsewhere(context, spoken, by_id):
        quote = _record(context, candidate, speaker)
        if quote is not None:
            quotes.append(replace(quote, card=fill_card(context, candidate, speaker, by_id, verbs.sources)))
    return tuple(quotes)


def _record(context: QuoteContext, candidate: Candidate, speaker: Speaker) -> Quote | None:
    """The candidate as a quote, in code points."""
    parsed = context.parsed
    pieces = strip_punctuation(parsed, candidate.content)
    if not pieces:
        return None
    label = _label(context, pieces)
    sure = probability(context, candidate, label == "direct")
    own = speaker.name == AUTHOR and candidate.lemma in context.verbs.rules.private_verbs  # "I find him dull"
    if own or not speaker.name or not speaker.sure or _is_known(context, speaker):
        sure = min(sure, NAMELESS)  # "he said", "the businessman said", and it cannot be told who
    if sure < LEAST:
        return None
    return Quote(
        content=_spans(context, pieces),
        label=label,
        cue=None if candidate.cue is None else parsed.span(*candidate.cue),
        source=None if candidate.source is None else parsed.span(*candidate.source),
        speaker=speaker.name,
        actors=speaker.actors,
        speaker_kind=speaker.kind,
        stance=candidate.stance,
        confidence=sure,
        rule="; ".join(candidate.reasons),
        pattern=candidate.pattern,
        deed=is_deed(context, candidate),
        thing=INANIMATE in candidate.reasons,
    )


def _is_known(context: QuoteContext, speaker: Speaker) -> bool:
    """Whether a speaker without a name is one whom the reader is taken to know: "the New York businessman"."""
    parsed, head = context.parsed, speaker.head
    if head < 0 or speaker.kind != "unnamed" or parsed.lowers[parsed.lefts[head]] != "the":
        return False
    return parsed.tags[head] == "NN" or is_partisan(context, head)


def _spans(context: QuoteContext, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Code points of the pieces; quotation marks around a whole piece belong to it."""
    spans = []
    for first, last in pieces:
        span = context.parsed.span(first, last)
        opening, closing = context.inside[first], context.inside[last]
        if opening >= 0 and context.ranges[opening][0] >= first and context.quoted[opening].end >= span.start:
            span = Span(min(span.start, context.quoted[opening].start), span.end)
        if closing >= 0:
            inner = context.quoted[closing]
            rest = context.parsed.article.text[span.end : inner.inner_end]
            if not any(char.isalnum() for char in rest):
                span = Span(span.start, max(span.end, inner.end))
        spans.append(span)
    return tuple(spans)


def _label(context: QuoteContext, pieces: Iterable[tuple[int, int]]) -> QuoteLabel:
    """direct when nine words in ten stand in marks and at most three outside, indirect when none does."""
    tokens = ((t, context.parsed.words[t]) for first, last in pieces for t in range(first, last + 1))
    words = [t for t, word in tokens if word.isalnum() or any(map(str.isalnum, word))]
    within = sum(context.inside[t] >= 0 for t in words)
    if not within:
        return "indirect"
    return "direct" if within >= 0.9 * len(words) and len(words) - within <= AROUND else "mixed"
