"""Whose words each stretch of an article is: decided here, once, from its quotes and its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from framing.annotate.quotes.marks import find_marks
from framing.model import Layer, Parsed, Quote, Span

NARRATOR = "narrator"
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def layers_of(parsed: Parsed, quotes: Iterable[Quote]) -> tuple[Layer, ...]:
    """Every stretch that is not plain narration, in order; inner ones follow the ones that hold them."""
    text = parsed.article.text
    marks = [Span(pair.start, pair.end) for pair in find_marks(text) if pair.depth == 0]
    layers: list[Layer] = []
    owned: set[Span] = set()
    for quote in quotes:
        for piece in quote.content:
            layers.append(Layer(piece, "attributed", quote.speaker, quote.actors))
            for mark in marks:
                if piece.overlaps(mark):
                    owned.add(mark)
                    cut = Span(max(piece.start, mark.start), min(piece.end, mark.end))
                    layers.append(Layer(cut, "quoted", quote.speaker, quote.actors))
    layers += [Layer(mark, "distanced", "", ()) for mark in marks if mark not in owned]
    return tuple(sorted(layers, key=lambda layer: (layer.span.start, -layer.span.end, layer.voice != "attributed")))


def voice_at(layers: Iterable[Layer], span: Span) -> Layer:
    """The innermost layer that holds the greater part of `span`; narrator, without a speaker, where there is none."""
    best = Layer(span, "narrator", "", ())
    middle = (span.start + span.end - 1) // 2
    for layer in layers:
        if layer.span.start <= middle < layer.span.end:
            best = layer
    return best


def exposure(parsed: Parsed, layers: Iterable[Layer]) -> tuple[int, int, int]:
    """Number of own, attributed and quoted words; distanced words are the outlet's own."""
    text = parsed.article.text
    voices = bytearray(len(text))
    for layer in layers:
        code = {"attributed": 1, "quoted": 2}.get(layer.voice, 0)
        voices[layer.span.start : layer.span.end] = bytes([code]) * (layer.span.end - layer.span.start)
    counts = [0, 0, 0]
    for match in WORD.finditer(text):
        counts[voices[match.start()]] += 1
    return counts[0], counts[1], counts[2]
