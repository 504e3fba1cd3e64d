"""Tone on marked news sentences: figures that only rise, and names that do not matter."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from framing.annotate.tone import find_tones, mention_at
from framing.annotate.tone.train import measure_calls
from framing.model import Article, Mention, Parsed, Span
from framing.packs.tone import load_tone
from framing.parse import parse_articles
from framing.pipeline import read_tone

SHARED = Path(__file__).resolve().parents[3] / "shared"
MARKED = SHARED / "data" / "newsmtsc" / "devtest_mt.jsonl"
pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not MARKED.exists(), reason="the marked sentences are not beside this checkout"),
]
FLOORS = {"f1m": 66.0, "acc50": 82.0}
ECE_AT_MOST, POLAR_PRECISION = 0.05, 71.0
NAMES = ("Smith", "Putin", "Aliyev", "Pashinyan", "Okafor")


@cache
def sentences() -> list[tuple[str, list[tuple[int, int]], list[int]]]:
    rows = [json.loads(line) for line in MARKED.read_text("utf-8").splitlines()]
    return [
        (
            row["sentence_normalized"],
            [(target["from"], target["to"]) for target in row["targets"]],
            [int(target["polarity"] - 4) // 2 for target in row["targets"]],
        )
        for row in rows
    ]


@cache
def plain() -> list[tuple[Parsed, list[Mention]]]:
    articles = [Article.from_text(text, id=str(i), source="") for i, (text, _, _) in enumerate(sentences())]
    return [
        (parsed, [mention_at(parsed, Span(*span)) for span in spans])
        for parsed, (_, spans, _) in zip(parse_articles(articles), sentences(), strict=True)
    ]


def check(found: np.ndarray) -> None:
    gold = np.array([label for _, _, labels in sentences() for label in labels])
    figures = measure_calls(gold, found)
    guess, sure = found.argmax(axis=1) - 1, found.max(axis=1)
    polar = (guess != 0) & (sure >= 0.6)
    assert all(figures[name] >= floor for name, floor in FLOORS.items()), figures
    assert figures["ece"] <= ECE_AT_MOST, figures
    assert 100 * (guess == gold)[polar].mean() >= POLAR_PRECISION


def test_masked_sentences_are_judged_well() -> None:
    check(np.array([three for text, spans, _ in sentences() for three in read_tone(text, spans)]))


def test_plain_sentences_are_judged_as_well() -> None:
    check(np.array([tone.probabilities for parsed, who in plain() for tone in find_tones(parsed, who, load_tone())]))


def test_names_do_not_matter() -> None:
    chosen = [(text, spans[0]) for text, spans, _ in sentences() if text[spans[0][0]].isupper()][:60]
    for text, (start, end) in chosen:
        renamed = [text[:start] + name + text[end:] for name in NAMES]
        spans = [(start, start + len(name)) for name in NAMES]
        assert len({read_tone(new, [span])[0] for new, span in zip(renamed, spans, strict=True)}) == 1, text
