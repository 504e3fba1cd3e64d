"""Who says what: quotes with their cue, their source and a readable speaker."""

from __future__ import annotations

from collections.abc import Iterable

from framing.annotate.quotes.clauses import verb_candidates
from framing.annotate.quotes.direct import continued, quote_candidates, stretched
from framing.annotate.quotes.lines import carried, line_candidates
from framing.annotate.quotes.nominals import nominal_candidates
from framing.annotate.quotes.ranking import chosen, score
from framing.annotate.quotes.scene import Candidate, Scene, set_scene, trimmed
from framing.annotate.quotes.speakers import Speaker, speaker_of
from framing.model import Actor, Mention, Parsed, Quote, QuoteLabel, Span
from framing.packs.people import ActorWords
from framing.packs.verbs import ReportVerbs

__all__ = ["find_quotes"]


def find_quotes(
    parsed: Parsed, mentions: Iterable[Mention], actors: Iterable[Actor], verbs: ReportVerbs, people: ActorWords
) -> tuple[Quote, ...]:
    """Every quote of an article, in order: direct, mixed and indirect. Contents nest or stand apart, never cross."""
    by_id = {actor.id: actor for actor in actors}
    scene = set_scene(parsed, mentions, by_id.values(), verbs, people)
    clausal = [stretched(scene, c) for c in (*verb_candidates(scene), *nominal_candidates(scene)) if c.content]
    quoted = [*clausal, *quote_candidates(scene, clausal)]
    candidates = [*quoted, *line_candidates(scene, quoted)]
    kept = carried(scene, continued(scene, chosen(score(scene, c) for c in candidates)))
    quotes: list[Quote] = []
    heard: tuple[Speaker, ...] = ()
    for candidate in sorted(kept, key=lambda c: (c.first, -c.last)):
        speaker = speaker_of(scene, candidate, by_id, heard)
        heard = (*heard, speaker)
        quote = _record(scene, candidate, speaker)
        if quote is not None:
            quotes.append(quote)
    return tuple(quotes)


def _record(scene: Scene, candidate: Candidate, speaker: Speaker) -> Quote | None:
    """The candidate as a quote, in code points."""
    parsed = scene.parsed
    pieces = trimmed(parsed, candidate.content)
    if not pieces:
        return None
    return Quote(
        content=_spans(scene, pieces),
        label=_label(scene, pieces),
        cue=None if candidate.cue is None else parsed.span(*candidate.cue),
        source=None if candidate.source is None else parsed.span(*candidate.source),
        speaker=speaker.name,
        actors=speaker.actors,
        speaker_kind=speaker.kind,
        stance=candidate.stance,
        confidence=round(min(0.99, 0.5 + candidate.score / 8), 2),
        rule="; ".join(candidate.reasons),
    )


def _spans(scene: Scene, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Code points of the pieces; quotation marks around a whole piece belong to it."""
    spans = []
    for first, last in pieces:
        span = scene.parsed.span(first, last)
        opening, closing = scene.inside[first], scene.inside[last]
        if opening >= 0 and scene.ranges[opening][0] >= first and scene.quoted[opening].end >= span.start:
            span = Span(min(span.start, scene.quoted[opening].start), span.end)
        if closing >= 0:
            inner = scene.quoted[closing]
            rest = scene.parsed.article.text[span.end : inner.inner_end]
            if not any(char.isalnum() for char in rest):
                span = Span(span.start, max(span.end, inner.end))
        spans.append(span)
    return tuple(spans)


def _label(scene: Scene, pieces: Iterable[tuple[int, int]]) -> QuoteLabel:
    """direct when nine words in ten stand in marks, indirect when none does."""
    words = [
        t for first, last in pieces for t in range(first, last + 1) if any(map(str.isalnum, scene.parsed.words[t]))
    ]
    within = sum(scene.inside[t] >= 0 for t in words)
    if not within:
        return "indirect"
    return "direct" if within >= 0.9 * len(words) else "mixed"
