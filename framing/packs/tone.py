"""What the tone model brings along: its weights, and the word lists with which a sentence is read for it.

A feature has three weights (negative, neutral, positive). A word has, besides, a few coordinates that say which words
it is like; multiplied with the axes of the family of positions it stands in (subject of, object of, near …) they give
the word three more weights there, so that a word never seen in training is judged like its kin.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import mul
from typing import NamedTuple

from framing.errors import PackError
from framing.packs.prepared import kept
from framing.packs.tomlfile import LEXICONS, index_by_key, read_toml

Three = tuple[float, float, float]
WEIGHTS = LEXICONS.parent / "weights" / "tone.json.gz"


class Likeness(dict[str, Three]):
    """What each word of a model weighs in one family of positions by its likeness to others, as asked."""

    def __init__(self, words: Mapping[str, list[int]], axes: tuple[Three, ...]) -> None:
        super().__init__()
        self.words, self.axes = words, axes

    def __missing__(self, word: str) -> Three:
        coordinates = self.words[word]
        columns = zip(*self.axes, strict=True)
        first, second, third = (math.fsum(map(mul, coordinates, column)) for column in columns)
        self[word] = first, second, third
        return first, second, third


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ToneModel:
    """Weights in logits; `said` only remembers sums of `features`."""

    bias: Three
    features: dict[str, Three]
    words: dict[str, list[int]]  # in steps that the axes already hold
    likeness: dict[str, Likeness]  # by the family of positions
    card: dict[str, object]
    said: dict[str, Three | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ToneWords:
    """Closed sets of words (what each is for stands in `tone_words.toml`), word classes and valences."""

    stop: frozenset[str]
    negations: frozenset[str]
    shifters: frozenset[str]
    persons: frozenset[str]
    contrasts: frozenset[str]
    modals: frozenset[str]
    pronouns: frozenset[str]
    amounts: frozenset[str]
    others: frozenset[str]
    titles: frozenset[str]
    plain: frozenset[str]  # of `tone_veto.toml`: no word of them may weigh
    classes: Mapping[str, tuple[str, ...]]  # lemma -> harm, accuse, praise …, in the order of the file
    valences: Mapping[str, float]  # in [-4, 4]
    verdicts: Mapping[str, tuple[str, ...]]  # lemma -> blames, misdeeds, bad, good … of `tone_verdicts.toml`
    scopes: Mapping[str, frozenset[str]]  # word, or verb_particle -> sets of `tone_scopes.toml`; "verb_" -> none


class ToneLists(NamedTuple):
    """Everything that `find_tones` needs besides the article."""

    words: ToneWords
    model: ToneModel


@cache
def load_tone() -> ToneLists:
    """The word lists and the weights that ship with the package."""
    return ToneLists(load_tone_words(), _load_model())


@kept
def _load_model() -> ToneModel:
    """The weights that ship with the package."""
    return parse_model(gzip.decompress(WEIGHTS.read_bytes()))


@cache
def load_tone_words() -> ToneWords:
    """The word lists alone, as training reads them.

    Raises:
        PackError: an entry has no words.
    """
    sets = {name: frozenset(words) for name, words in _lists("tone_words.toml", "set").items()}
    classes = index_by_key((w, name) for name, words in _lists("tone_classes.toml", "class").items() for w in words)
    verdicts = index_by_key((w, k) for k, words in _lists("tone_verdicts.toml", "verdict").items() for w in words)
    return ToneWords(
        **sets,
        plain=load_vetoes(),
        classes=classes,
        valences=_read_valences(),
        verdicts=verdicts,
        scopes=_read_scopes(),
    )


@cache
def load_vetoes() -> frozenset[str]:
    """Words that may never be features: topics, groups of people, names; not judgements."""
    return frozenset(word for words in _lists("tone_veto.toml", "veto").values() for word in words)


def _read_scopes() -> dict[str, frozenset[str]]:
    """The sets that hold each word; the first word of a verb of two words is there with its "_"."""
    pairs = ((word, name) for name, words in _lists("tone_scopes.toml", "scope").items() for word in words)
    found = {word: frozenset(names) for word, names in index_by_key(pairs).items()}
    return found | {f"{word.partition('_')[0]}_": frozenset() for word in found if "_" in word}


def _lists(file: str, table: str) -> dict[str, list[str]]:
    """Words of each entry of a table, without repetition, in the order of the file."""
    found = {}
    for name, entry in read_toml(LEXICONS / file)[table].items():
        found[name] = list(dict.fromkeys(str(entry.get("words", "")).split()))
        if not found[name]:
            raise PackError(f'{file}: {table} {name!r} has no words. Give it some: words = "lie cheat".')
    return found


def _read_valences() -> dict[str, float]:
    """VADER's valence of each listed word, in [-4, 4]; emoticons are left out.

    Source: C. J. Hutto and E. Gilbert, "VADER: a parsimonious rule-based model for sentiment analysis of social media
    text", ICWSM 2014; lexicon of the MIT-licensed package vaderSentiment 3.3.2.
    """
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    lexicon = SentimentIntensityAnalyzer().lexicon
    return {word: float(value) for word, value in lexicon.items() if word.isalpha()}


def parse_model(data: bytes) -> ToneModel:
    """A model from its JSON: weights are whole numbers of 1/`scale`."""
    raw = json.loads(data)
    width = {*map(len, raw["words"].values()), *map(len, raw["axes"].values())}
    if len(width) > 1:
        raise PackError(f"{WEIGHTS.name}: words and axes have {sorted(width)} coordinates. Install the package again.")
    unit, step = 1 / raw["scale"], 1 / raw["word_scale"]
    return ToneModel(
        bias=_three(raw["bias"], unit),
        features={name: _three(weights, unit) for name, weights in raw["features"].items()},
        words=raw["words"],
        likeness={
            kind: Likeness(raw["words"], tuple(_three(row, unit * step) for row in rows))
            for kind, rows in raw["axes"].items()
        },
        card=raw["card"],
    )


def _three(weights: list[int], unit: float) -> Three:
    """Three whole numbers as weights."""
    return weights[0] * unit, weights[1] * unit, weights[2] * unit
