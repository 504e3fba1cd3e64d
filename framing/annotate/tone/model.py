"""The score of one mention: plain sums of the model's weights, so that it can be told word by word."""

from __future__ import annotations

import math
from typing import NamedTuple

from framing.annotate.tone.features import BUILD, Features
from framing.annotate.tone.reading import Reading
from framing.packs.tone import Three, ToneModel

BASE, BUILT = "base", "build"
RULE = "tone-linear-1"


class Score(NamedTuple):
    """Probabilities of negative, neutral and positive, the place of the largest, and what its logit is the sum of.

    `places` are the tokens of the article that the parts of `because` stand at, `BUILD` for build and bias.
    """

    probabilities: Three
    best: int
    because: tuple[tuple[str, float], ...]
    places: tuple[int, ...]


def score(model: ToneModel, found: Features, reading: Reading) -> Score:
    """The tone of one mention."""
    parts = _weighted(model, found)
    logits = [model.bias[place] + math.fsum([part[1][place] * part[2] for part in parts]) for place in range(3)]
    probabilities = softmax(logits)
    best = max(range(3), key=probabilities.__getitem__)
    told = _because(model, parts, best, found, reading)
    because = tuple((name, value) for name, value, _ in told)
    return Score(probabilities, best, because, tuple(token for *_, token in told))


def _weighted(model: ToneModel, found: Features) -> list[tuple[int, Three, float]]:
    """Place, weights and value of everything that the model knows."""
    known, memo = model.features, model.memo
    parts = [(place, known[name], value) for name, value, place in found.items if name in known]
    alike: dict[str, list[tuple[int, Three]]] = {}
    for kind, word, place in found.likes:
        key = (kind, word)
        weights = memo[key] if key in memo else model.likeness(kind, word)
        if weights is not None:
            alike.setdefault(kind, []).append((place, weights))
    for entries in alike.values():
        value = 1 / math.sqrt(len(entries) + 1)
        parts += [(place, weights, value) for place, weights in entries]
    return parts


def softmax(logits: list[float]) -> Three:
    """Probabilities of three logits."""
    top = max(logits)
    first, second, third = (math.exp(value - top) for value in logits)
    whole = first + second + third
    return first / whole, second / whole, third / whole


def _because(
    model: ToneModel, parts: list[tuple[int, Three, float]], best: int, found: Features, reading: Reading
) -> tuple[tuple[str, float, int], ...]:
    """The winning logit by words and their tokens: heaviest first, then the build of the sentence and the bias."""
    sums: dict[int, float] = {}
    for place, weights, value in parts:
        sums[place] = sums.get(place, 0.0) + weights[best] * value
    built = sums.pop(BUILD, 0.0)
    told = [(_label(place, found, reading), value, reading.first + place) for place, value in sums.items()]
    told.sort(key=lambda part: (-abs(part[1]), part[0]))
    return (*told, (BUILT, built, BUILD), (BASE, model.bias[best], BUILD))


def _label(place: int, found: Features, reading: Reading) -> str:
    """A word with its relation to the mention; marks of punctuation have none."""
    key = reading.keys[place]
    turned = "!" if reading.negated[place] else ""
    role = found.relations.get(place)
    return f"{role}>{turned}{key}" if role else f"sent:{turned}{key}" if key else "sent:(mark)"
