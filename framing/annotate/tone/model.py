"""The weights of the tone model and their application: plain sums, so that every score can be told word by word.

A feature has three weights (negative, neutral, positive). A word has, besides, a few coordinates that say which words
it is like; multiplied with the axes of the family of positions it stands in (subject of, object of, near …) they give
the word three more weights there, so that a word never seen in training is judged like its kin.
"""

from __future__ import annotations

import gzip
import json
import math
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from framing.annotate.tone.features import BUILD, Features
from framing.annotate.tone.reading import Reading

Three = tuple[float, float, float]
BASE, BUILT = "base", "build"
RULE = "tone-linear-1"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in logits; `memo` only remembers products of `words` and `axes`."""

    bias: Three
    features: dict[str, Three]
    words: dict[str, list[int]]  # in steps that the axes already hold
    axes: dict[str, tuple[Three, ...]]
    card: dict[str, object]
    memo: dict[tuple[str, str], Three | None] = field(default_factory=dict, repr=False, compare=False)

    def likeness(self, kind: str, word: str) -> Three | None:
        """What a word weighs in a family of positions by its likeness to other words; None for unknown words."""
        key = (kind, word)
        if key not in self.memo:
            self.memo[key] = self._product(kind, word)
        return self.memo[key]

    def _product(self, kind: str, word: str) -> Three | None:
        coordinates = self.words.get(word)
        if coordinates is None:
            return None
        rows = list(zip(coordinates, self.axes[kind], strict=True))
        first, second, third = (math.fsum([share * row[place] for share, row in rows]) for place in range(3))
        return first, second, third


class Score(NamedTuple):
    """Probabilities of negative, neutral and positive, the place of the largest, and what its logit is the sum of.

    `places` are the tokens of the article that the parts of `because` stand at, `BUILD` for build and bias.
    """

    probabilities: Three
    best: int
    because: tuple[tuple[str, float], ...]
    places: tuple[int, ...]


@cache
def load_model() -> Model:
    """The model that ships with the package."""
    stored = files("framing.packs") / "weights" / "tone.json.gz"
    return parse_model(gzip.decompress(stored.read_bytes()))


def parse_model(data: bytes) -> Model:
    """A model from its JSON: weights are whole numbers of 1/`scale`."""
    raw = json.loads(data)
    unit, step = 1 / raw["scale"], 1 / raw["word_scale"]
    return Model(
        bias=_three(raw["bias"], unit),
        features={name: _three(weights, unit) for name, weights in raw["features"].items()},
        words=raw["words"],
        axes={kind: tuple(_three(row, unit * step) for row in rows) for kind, rows in raw["axes"].items()},
        card=raw["card"],
    )


def _three(weights: list[int], unit: float) -> Three:
    """Three whole numbers as weights."""
    return weights[0] * unit, weights[1] * unit, weights[2] * unit


def score(model: Model, found: Features, reading: Reading) -> Score:
    """The tone of one mention."""
    parts = _weighted(model, found)
    logits = [model.bias[place] + math.fsum([part[1][place] * part[2] for part in parts]) for place in range(3)]
    probabilities = softmax(logits)
    best = max(range(3), key=probabilities.__getitem__)
    told = _because(model, parts, best, found, reading)
    because = tuple((name, value) for name, value, _ in told)
    return Score(probabilities, best, because, tuple(token for *_, token in told))


def _weighted(model: Model, found: Features) -> list[tuple[int, Three, float]]:
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
    model: Model, parts: list[tuple[int, Three, float]], best: int, found: Features, reading: Reading
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
