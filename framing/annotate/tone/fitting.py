"""Fits the weights of the tone model; used in training only, so scikit-learn is imported here and nowhere near a run.

Source: L2-regularised multinomial logistic regression over named features and over mean word vectors a family of
positions; the vectors' part is then cut to its strongest axes by a singular value decomposition.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from framing.annotate.tone.features import FAMILIES, Features
from framing.errors import InputError
from framing.model import Parsed
from framing.packs.tone import ToneWords

Array = np.ndarray[Any, np.dtype[np.float64]]
LABELS = (-1, 0, 1)
INVERSE_PENALTY = 0.07
RELATION_SCALE = 2.0  # relations and their valence are penalised less than words that merely stand near
SCOPE_SCALE = 1.5  # a scope is rare and says much
ROLE_SCALE = 0.5  # that a mention is subject or object says little by itself
PLAIN_SCALE = 0.35  # of words and pairs of the sentence
LIKENESS_SCALE = 1.8
MIN_COUNT = 6  # in both parses together
COMMON_WORDS = 60_000  # of the vector file, which lists the most frequent first
AXES = 22  # as many as two for each family of positions: nothing is lost
SCALE, WORD_SCALE = 1000, 100
SCOPE, ROLE = "has:@", "role:"
SET_WEIGHTS = {  # of scopes whose weights are set, not learned
    "hurt": (-0.85, 0.5, 0.35),  # neutral, and rather for them than against
    "undone": (-1.7, 1.0, 0.7),
    "undoes.good": (1.6, -0.4, -1.2),
    **dict.fromkeys(("cleared", "denied", "troubled"), (-0.25, 0.5, -0.25)),
    "hosts": (-0.5, 0.8, -0.3),
    "doubted": (0.9, -0.4, -0.5),
    "sided": (-0.5, -0.5, 1.0),
    **dict.fromkeys(("outrages", "condemned", "sources"), (1.0, -0.5, -0.5)),
    "unreal": (-0.1, 0.2, -0.1),
    **dict.fromkeys(("mends.bad", "opposes.bad"), (-0.4, 0.0, 0.4)),
    **dict.fromkeys(("furthers.bad", "opposes.good"), (0.4, 0.0, -0.4)),
}
PLAIN = ("sent:", "left:", "right:", "pair:", "next")
PUNCTUATION_KEPT = frozenset({"’s", "'s"})


class Vocabulary(NamedTuple):
    """Words that may carry weight, and words that no feature may name."""

    usable: frozenset[str]
    vetoed: frozenset[str]


class FittingPlan(NamedTuple):
    """What a fit may use: feature names, and the vector of each usable word."""

    names: tuple[str, ...]
    vectors: Mapping[str, Array]


def read_vectors(path: Path, wanted: frozenset[str]) -> dict[str, Array]:
    """Centred vectors of the wanted words among the most frequent of a GloVe text file ("word 0.1 -0.2 …").

    Their length grows with the logarithm of the rank, because a rarer word says more; it is 1 near rank 8,000.

    Raises:
        InputError: the file is missing.
    """
    if not path.exists():
        raise InputError(
            f"{path} is missing. Put the GloVe vectors of 50 dimensions there (glove.6B.50d.txt, public domain); "
            "the tone card says where they come from."
        )
    words, rows = [], []
    with path.open(encoding="utf-8") as lines:
        for _, line in zip(range(COMMON_WORDS), lines, strict=False):
            word, *numbers = line.rstrip("\n").split(" ")
            words.append(word)
            rows.append([float(number) for number in numbers])
    table = np.array(rows)
    table -= table.mean(axis=0)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    table *= (np.log(np.arange(len(words)) + 10) / np.log(8_000))[:, None]
    return {word: row for word, row in zip(words, table, strict=True) if word in wanted}


def find_vocabulary(parses: Sequence[Parsed], lists: ToneWords, vetoed: frozenset[str]) -> Vocabulary:
    """Words that may carry weight: of the training texts, our classes and VADER's list; no names, no vetoed words."""
    small, capital = _cases(parses)
    names = {word for word, count in capital.items() if count >= small[word]}
    words = {*small, *lists.classes, *lists.valences}
    usable = frozenset(word for word in words if word.replace("-", "").isalpha() and len(word) > 1)
    return Vocabulary(usable - names - vetoed, vetoed)


def _cases(parses: Sequence[Parsed]) -> tuple[Counter[str], Counter[str]]:
    """How often each lemma stands inside a sentence in small letters, and how often capitalised."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for parsed in parses:
        for first, end in parsed.sentences:
            inner = range(first + 1, end)
            if sum(parsed.words[token][0].isupper() for token in inner) > 0.6 * len(inner):
                continue
            for token in inner:
                (capital if parsed.words[token][0].isupper() else small)[parsed.lemma_lowers[token]] += 1
    return small, capital


def words_of(name: str) -> list[str]:
    """The words that a feature name speaks of; none for valence, build and classes."""
    if name.startswith(("val:", "has:", ROLE)):
        return []
    if name.startswith("pair:"):
        return name.removeprefix("pair:").split("_")
    cut = ":" if name.startswith(PLAIN) else ">"
    word = name.split(cut, 1)[1].lstrip("!")
    return [] if word.startswith("@") else [word]


def plan_fit(found: Sequence[Features], vocabulary: Vocabulary, vectors: Mapping[str, Array]) -> FittingPlan:
    """Features that occur often enough and name no vetoed word."""
    counts: Counter[str] = Counter()
    for features in found:
        counts.update({name for name, _, _ in features.items})
    usable, vetoed = vocabulary.usable, vocabulary.vetoed - PUNCTUATION_KEPT
    names = {
        name
        for name, count in counts.items()
        if count >= MIN_COUNT and not any(_is_barred(word, usable, vetoed) for word in words_of(name))
    }
    return FittingPlan(tuple(sorted(names.union(f"{SCOPE}{kind}" for kind in SET_WEIGHTS))), vectors)


def _is_barred(word: str, usable: frozenset[str], vetoed: frozenset[str]) -> bool:
    """Whether a word must not be named by a feature: vetoed, or a plain word that is not usable."""
    return word in vetoed or (word.isalpha() and word.islower() and len(word) > 1 and word not in usable)


def is_relational(name: str) -> bool:
    """Whether a feature tells of a relation to the mention."""
    if name.startswith("val:"):
        return not name.startswith("val:sent")
    return ">" in name and not name.startswith(PLAIN)


def scale_of(name: str) -> float:
    """How much a feature counts before the fit: the more, the less its weight is penalised."""
    if name.startswith(SCOPE):
        return SCOPE_SCALE
    if name.startswith(ROLE):
        return ROLE_SCALE
    if is_relational(name):
        return RELATION_SCALE
    return PLAIN_SCALE if name.startswith(("sent:", "pair:")) else 1.0


def silence(plan: FittingPlan, coefficients: Array) -> None:
    """Sets the weights of the scopes of suffering and of denial, whatever the markers of the training sentences felt.

    They often took what befalls somebody, or is denied, for how a sentence treats them; the fit puts that into these
    weights, and here it is taken out again.
    """
    for column, name in enumerate(plan.names):
        weights = SET_WEIGHTS.get(name.removeprefix(SCOPE))
        if weights is not None:
            coefficients[:, column] = np.array(weights) / SCOPE_SCALE


def matrix(plan: FittingPlan, found: Sequence[Features]) -> Any:
    """Sparse rows, one a mention: scaled features, then the mean vectors of each family of positions."""
    from scipy import sparse

    index = {name: column for column, name in enumerate(plan.names)}
    scales = [scale_of(name) for name in plan.names]
    rows, columns, values = [], [], []
    for row, features in enumerate(found):
        for name, value, _ in features.items:
            column = index.get(name)
            if column is not None:
                rows.append(row)
                columns.append(column)
                values.append(value * scales[column])
    named = sparse.csr_matrix((values, (rows, columns)), shape=(len(found), len(index)))
    return sparse.hstack([named, sparse.csr_matrix(_likeness_rows(plan, found) * LIKENESS_SCALE)]).tocsr()


def _likeness_rows(plan: FittingPlan, found: Sequence[Features]) -> Array:
    """Mean vectors, one block of columns a family; a mean is a sum over the root of one more than the count."""
    size = len(next(iter(plan.vectors.values())))
    sums, counts = np.zeros((len(found), len(FAMILIES), size)), np.ones((len(found), len(FAMILIES)))
    for row, features in enumerate(found):
        for kind, word, _ in features.likes:
            vector = plan.vectors.get(word)
            if vector is not None:
                block = FAMILIES.index(kind)
                sums[row, block] += vector
                counts[row, block] += 1
    blocks: Array = (sums / np.sqrt(counts)[:, :, None]).reshape(len(found), -1)
    return blocks


def fit(rows: Any, labels: Array, *, weights: Array) -> tuple[Array, Array]:
    """Coefficients (3 × columns) and intercepts (3)."""
    from sklearn.linear_model import LogisticRegression

    learner = LogisticRegression(C=INVERSE_PENALTY, max_iter=2000, tol=1e-5)
    learner.fit(rows, labels, sample_weight=weights)
    return learner.coef_, learner.intercept_


def probabilities(rows: Any, coefficients: Array, intercepts: Array) -> Array:
    """Probabilities of the three labels, a row a mention."""
    logits = rows @ coefficients.T + intercepts
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: Array = powers / powers.sum(axis=1, keepdims=True)
    return result


def export(plan: FittingPlan, coefficients: Array, intercepts: Array, card: Mapping[str, object]) -> bytes:
    """The model as JSON with sorted keys; weights are whole numbers of 1/`scale`, coordinates of 1/`word_scale`."""
    count = len(plan.names)
    scales = np.array([scale_of(name) for name in plan.names])
    named = np.rint(coefficients[:, :count] * scales * SCALE).astype(int).T
    turn, axes = _axes(coefficients[:, count:] * LIKENESS_SCALE)
    words = sorted(plan.vectors)
    coordinates = np.rint(np.array([plan.vectors[word] for word in words]) @ turn * WORD_SCALE).astype(int)
    stored = {
        "axes": {kind: np.rint(rows * SCALE).astype(int).tolist() for kind, rows in zip(FAMILIES, axes, strict=True)},
        "bias": np.rint(intercepts * SCALE).astype(int).tolist(),
        "card": dict(card),
        "features": {name: row.tolist() for name, row in zip(plan.names, named, strict=True) if row.any()},
        "scale": SCALE,
        "word_scale": WORD_SCALE,
        "words": {word: row.tolist() for word, row in zip(words, coordinates, strict=True)},
    }
    return json.dumps(stored, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _axes(coefficients: Array) -> tuple[Array, Array]:
    """The strongest directions of the vector space (size × axes) and each family's weights on them."""
    blocks = coefficients.reshape(3, len(FAMILIES), -1)
    blocks = blocks - blocks.mean(axis=0, keepdims=True)
    size = blocks.shape[2]
    flat = blocks.transpose(2, 1, 0).reshape(size, -1)
    turn = np.linalg.svd(flat, full_matrices=False)[0][:, :AXES]
    turn = turn * np.sign(turn[np.abs(turn).argmax(axis=0), range(turn.shape[1])])
    axes: Array = (turn.T @ flat).reshape(turn.shape[1], len(FAMILIES), 3).transpose(1, 0, 2)
    return turn, axes
