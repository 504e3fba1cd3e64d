"""The five real articles, end to end: whose words the loudest wordings are, one actor a person, no page furniture."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.quality,
    pytest.mark.engine,
    pytest.mark.skipif(not SEEDS.exists(), reason="the real articles are not part of the project"),
]
FURNITURE = (
    "must read",
    "advertisement",
    "leave a reply",
    "required fields",
    "copyright",
    "↺",
    "spot_img",
    "more articles",
)


@cache
def read():
    from framing.pipeline import analyze
    from framing.read import read_corpus

    corpus = read_corpus([SEEDS])
    return corpus, analyze(corpus.articles, packs=["south-caucasus"])


def cues(words: str) -> pd.DataFrame:
    _, analysis = read()
    rows = analysis.evidence
    return rows[(rows["kind"] == "cue") & rows["text"].str.lower().str.contains(words)]


def test_the_anti_terrorist_campaign_is_one_analysts_wording() -> None:
    rows = cues("anti-terrorist")
    assert set(rows["source"]) == {"News.Az"}
    assert set(rows["voice"]) <= {"attributed", "quoted"}
    assert set(rows["speaker"]) == {"Sergey Markov"}


def test_ethnic_cleansing_is_armenias_accusation() -> None:
    rows = cues("ethnic cleansing")
    assert set(rows["source"]) == {"The Bulletin"}
    assert set(rows["voice"]) == {"attributed"}
    assert set(rows["speaker"]) <= {"Armenia", "Yerevan"}


@pytest.mark.parametrize("name", ["Krikorian|Kirkorian", "Aliyev", "Pashinyan", "Putin", "Markov", "Mikhailov"])
def test_a_person_is_one_actor(name: str) -> None:
    _, analysis = read()
    rows = analysis.evidence
    named = rows[(rows["kind"] == "mention") & (rows["label"] != "pronoun") & rows["text"].str.contains(name)]
    assert len(named) >= 2
    assert named["actor"].nunique() == 1


def test_no_page_furniture_reaches_a_table() -> None:
    _, analysis = read()
    for text in (*analysis.texts.values(), *analysis.evidence["text"], *analysis.actors["name"]):
        assert not [words for words in FURNITURE if words in text.lower()]


def test_the_sources_with_one_article_claim_nothing() -> None:
    from framing.compare import compare_sources

    _, analysis = read()
    comparison = compare_sources(analysis)
    assert not comparison.claims["holds"].astype(bool).any()
    assert any("describes texts" in warning for warning in comparison.warnings)
