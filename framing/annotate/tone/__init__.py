"""How a sentence treats each actor that it mentions."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.tone.rule import probabilities, score
from framing.model import Article, Mention, Parsed, Span, Tone, ToneLabel

UNSURE_BELOW = 0.6
LABELS: tuple[ToneLabel, ToneLabel, ToneLabel] = ("negative", "neutral", "positive")


def find_tones(parsed: Parsed, mentions: Sequence[Mention]) -> tuple[Tone, ...]:
    """One tone a mention, in the order of `mentions`."""
    tones = []
    for mention in mentions:
        parts = score(parsed, mention)
        three = probabilities(sum(value for _, value in parts))
        best = max(range(3), key=three.__getitem__)
        label: ToneLabel = LABELS[best] if three[best] >= UNSURE_BELOW else "unsure"
        tones.append(Tone(mention, label, three, parts, "tone-rule"))
    return tuple(tones)


def read_tone(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[float, float, float]]:
    """p(negative), p(neutral), p(positive) of the tone toward the words at each span of `text`."""
    from framing.parse import parse_article

    parsed = parse_article(Article.from_text(text, id="text", source=""))
    mentions = [Mention(Span(*span), _head(parsed, Span(*span)), "name", "") for span in spans]
    return [tone.probabilities for tone in find_tones(parsed, mentions)]


def _head(parsed: Parsed, span: Span) -> int:
    """The token of a span whose head lies outside it."""
    tokens = parsed.tokens_in(span)
    return next((t for t in tokens if parsed.heads[t] not in tokens or parsed.heads[t] == t), tokens.start)
