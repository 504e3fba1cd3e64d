"""Tone by rule: words of VADER's list weighted by their distance in the parse, signs turned by negation."""

from __future__ import annotations

import math
from collections import deque

from framing.annotate.tone.valence import load_valences
from framing.model import Mention, Parsed

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "without", "nor", "neither", "cannot", "hardly"})
STEEPNESS = 1.6
NEUTRAL_BIAS = 0.25


def distances(parsed: Parsed, token: int) -> dict[int, int]:
    """Number of dependency arcs from `token` to every token of its sentence that it is connected with."""
    found, queue = {token: 0}, deque([token])
    while queue:
        here = queue.popleft()
        for other in (parsed.heads[here], *parsed.children[here]):
            if other not in found:
                found[other] = found[here] + 1
                queue.append(other)
    return found


def _negated(parsed: Parsed, token: int) -> bool:
    """Whether a negation hangs on `token` or on its head."""
    near = (*parsed.children[token], *parsed.children[parsed.heads[token]])
    return any(parsed.lowers[other] in NEGATIONS for other in near if other != token)


def score(parsed: Parsed, mention: Mention) -> tuple[tuple[str, float], ...]:
    """Each word that counts, with its share of the score; negative values are bad for the actor."""
    valences, own = load_valences(), set(parsed.tokens_in(mention.span))
    parts = []
    for token, far in distances(parsed, mention.head).items():
        value = valences.get(parsed.lowers[token], 0.0)
        if not value or token in own or parsed.pos[token] == "PROPN":
            continue
        sign = -0.6 if _negated(parsed, token) else 1.0
        parts.append((f"near:{parsed.lowers[token]}", sign * value / (1 + far)))
    return tuple(parts)


def probabilities(total: float) -> tuple[float, float, float]:
    """p(negative), p(neutral), p(positive) of a score."""
    logits = (-STEEPNESS * total, NEUTRAL_BIAS, STEEPNESS * total)
    powers = [math.exp(min(30.0, value)) for value in logits]
    whole = sum(powers)
    return powers[0] / whole, powers[1] / whole, powers[2] / whole
