"""Trains the tone model: `python -m framing.annotate.tone.train FOLDER [--out FILE]`.

FOLDER holds `train.jsonl` (NewsMTSC's format: one JSON object a line with `sentence_normalized`, `primary_gid` and
`targets`, each with `from`, `to` and `polarity` 2, 4 or 6) and `glove.6B.50d.txt` (GloVe vectors). The same folder
gives the same bytes again. Figures from a cross-validation grouped by article go to stderr and into the card.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from framing.annotate.tone import mention_at
from framing.annotate.tone.features import Features, features_of, with_sentence
from framing.annotate.tone.fitting import (
    LABELS,
    Array,
    FittingPlan,
    Vocabulary,
    export,
    find_vocabulary,
    fit,
    matrix,
    plan_fit,
    probabilities,
    read_vectors,
    silence,
)
from framing.annotate.tone.masking import mask_names
from framing.annotate.tone.reading import read_sentence
from framing.errors import InputError
from framing.model import Article, Parsed, Span
from framing.packs.tone import ToneWords, load_tone_words, load_vetoes
from framing.syntax.quotation_marks import find_quoted_tokens

FOLDS = 3
DEFAULT_OUT = Path(__file__).resolve().parents[2] / "packs" / "weights" / "tone.json.gz"
CARD = {
    "data": "NewsMTSC, train split: 8,739 targets in 7,758 news sentences, judged by crowd workers",
    "data_licence": "MIT, Copyright Felix Hamborg; the weights hold no sentence of it",
    "data_source": "F. Hamborg and K. Donnay, NewsMTSC: a dataset for (multi-)target-dependent sentiment "
    "classification in political news articles, EACL 2021",
    "vectors": "GloVe 6B, 50 dimensions (public domain, PDDL 1.0), cut to the axes that matter here; J. Pennington, "
    "R. Socher and C. Manning, GloVe: global vectors for word representation, EMNLP 2014",
    "lexicon": "VADER by vaderSentiment 3.3.2 (MIT), and our own tone_classes.toml",
    "command": "python -m framing.annotate.tone.train FOLDER",
    "limits": "English news, mostly on US politics of 2010-2019. Reads one sentence at a time: irony, sarcasm and what "
    "the sentence before said are missed. Judges how a sentence treats somebody, never what an outlet intends.",
}


class Examples(NamedTuple):
    """Marked mentions: features from the masked and from the plain text, labels (-1, 0, 1), article of each, parses."""

    masked: list[Features]
    plain: list[Features]
    labels: Array
    groups: list[str]
    parses: list[Parsed]


def read_examples(path: Path, words: ToneWords) -> Examples:
    """Every marked mention of a file, read twice: from the sentence as it is and with its names masked.

    `read_tone` parses masked sentences and `find_tones` gets plain ones, so the weights have to fit both.

    Raises:
        InputError: the file is missing.
    """
    if not path.exists():
        raise InputError(f"{path} is missing. Give the folder that holds NewsMTSC's train.jsonl.")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    texts = [str(row["sentence_normalized"]) for row in rows]
    spans = [[(int(target["from"]), int(target["to"])) for target in row["targets"]] for row in rows]
    masked = [mask_names(text, there, words) for text, there in zip(texts, spans, strict=True)]
    hidden, plain = _parse([text for text, _ in masked]), _parse(texts)
    return Examples(
        masked=[
            one
            for parsed, (_, moved) in zip(hidden, masked, strict=True)
            for one in find_features(parsed, moved, words)
        ],
        plain=[one for parsed, there in zip(plain, spans, strict=True) for one in find_features(parsed, there, words)],
        labels=np.array([(int(target["polarity"]) - 4) // 2 for row in rows for target in row["targets"]]),
        groups=["_".join(row["primary_gid"].split("_")[:3]) for row in rows for _ in row["targets"]],
        parses=hidden,
    )


def _parse(texts: Sequence[str]) -> list[Parsed]:
    """A parse of each text."""
    from framing.parse import parse_articles

    articles = (Article.from_text(text, id=str(number), source="") for number, text in enumerate(texts))
    return list(parse_articles(articles))


def find_features(parsed: Parsed, spans: Sequence[tuple[int, int]], words: ToneWords) -> list[Features]:
    """The features of each span, those of its sentence among them."""
    inside, found = find_quoted_tokens(parsed).inside, []
    for span in spans:
        mention = mention_at(parsed, Span(*span))
        reading = read_sentence(parsed, parsed.sentence_of[mention.head], words, inside)
        found.append(with_sentence(features_of(parsed, mention, reading), reading))
    return found


def cross_validate(examples: Examples, vocabulary: Vocabulary, vectors: dict[str, Array]) -> dict[str, float]:
    """Macro-F1, accuracy, accuracy of the surest half and calibration error, every article held out once."""
    groups = sorted(set(examples.groups))
    random.Random(0).shuffle(groups)
    fold_of = {group: number % FOLDS for number, group in enumerate(groups)}
    folds = np.array([fold_of[group] for group in examples.groups])
    result = np.zeros((len(folds), 3))
    for fold in range(FOLDS):
        outside = np.flatnonzero(folds == fold)
        plan, coefficients, intercepts = fit_on(examples, list(np.flatnonzero(folds != fold)), vocabulary, vectors)
        rows = matrix(plan, [examples.masked[place] for place in outside])
        result[outside] = probabilities(rows, coefficients, intercepts)
    return measure_calls(examples.labels, result)


def fit_on(
    examples: Examples, chosen: Sequence[int], vocabulary: Vocabulary, vectors: dict[str, Array]
) -> tuple[FittingPlan, Array, Array]:
    """FittingPlan, coefficients and intercepts from the chosen examples; each counts half in either reading."""
    found = [examples.masked[place] for place in chosen] + [examples.plain[place] for place in chosen]
    plan = plan_fit(found, vocabulary, vectors)
    labels = np.tile(examples.labels[list(chosen)], 2)
    coefficients, intercepts = fit(matrix(plan, found), labels, weights=np.full(len(labels), 0.5))
    silence(plan, coefficients)
    return plan, coefficients, intercepts


def measure_calls(gold: Array, found: Array) -> dict[str, float]:
    """Figures of probabilities against labels: `f1m`, `acc` and `acc50` in percent, `ece` in [0, 1]."""
    guess, sure = np.array(LABELS)[found.argmax(axis=1)], found.max(axis=1)
    right = guess == gold
    scores = []
    for label in LABELS:
        hits = np.sum(right & (gold == label))
        scores.append(2 * hits / max(1, np.sum(gold == label) + np.sum(guess == label)))
    half = np.argsort(-sure, kind="stable")[: len(gold) // 2]
    bins = np.minimum((sure * 10).astype(int), 9)
    error = sum(np.mean(bins == b) * abs(right[bins == b].mean() - sure[bins == b].mean()) for b in np.unique(bins))
    return {
        "f1m": round(100 * float(np.mean(scores)), 1),
        "acc": round(100 * float(right.mean()), 1),
        "acc50": round(100 * float(right[half].mean()), 1),
        "ece": round(float(error), 3),
    }


def train(folder: Path, out: Path) -> dict[str, float]:
    """Trains on a folder, writes the weights to `out` and gives the figures of the cross-validation."""
    words = load_tone_words()
    examples = read_examples(folder / "train.jsonl", words)
    vocabulary = find_vocabulary(examples.parses, words, load_vetoes())
    vectors = read_vectors(folder / "glove.6B.50d.txt", vocabulary.usable)
    figures = cross_validate(examples, vocabulary, vectors)
    plan, coefficients, intercepts = fit_on(examples, range(len(examples.labels)), vocabulary, vectors)
    card = {**CARD, "cross_validation": figures, "targets": len(examples.labels)}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(gzip.compress(export(plan, coefficients, intercepts, card), mtime=0))
    return figures


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    ask = argparse.ArgumentParser(
        description="Trains the tone model on a folder with train.jsonl and glove.6B.50d.txt."
    )
    ask.add_argument("folder", type=Path)
    ask.add_argument("--out", type=Path, default=DEFAULT_OUT)
    asked = ask.parse_args(arguments)
    figures = train(asked.folder, asked.out)
    sys.stderr.write(f"{asked.out}: {asked.out.stat().st_size:,} bytes; cross-validation {json.dumps(figures)}\n")


if __name__ == "__main__":
    main()
