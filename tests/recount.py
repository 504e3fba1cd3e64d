"""Counts every printed rate again from its rows: what a sceptical reader would do by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import pandas as pd

from framing.evidence import Analysis
from framing.stats import Rate

WORDS = {
    "per 1,000 own words": "own_words",
    "per 1,000 reported words": "attributed_words",
    "per 1,000 quoted words": "quoted_words",
    "quotes per 1,000 words": "words",
}


def rates_in(record: Any) -> Iterator[Rate]:
    """Every Rate inside a record, however deep."""
    if isinstance(record, Rate):
        yield record
    elif isinstance(record, Mapping):
        for value in record.values():
            yield from rates_in(value)
    elif isinstance(record, tuple):
        for value in record:
            yield from rates_in(value)
    elif is_dataclass(record):
        for field in fields(record):
            if field.name not in {"analysis", "claims"}:
                yield from rates_in(getattr(record, field.name))


def recounted(rate: Rate, analysis: Analysis, source: str) -> float:
    """The value of a rate of one source, from its rows and the articles table alone."""
    rows = analysis.evidence.set_index("id").loc[list(rate.rows)]
    mine = analysis.articles[(analysis.articles["source"] == source) & (analysis.articles["duplicate_of"] == "")]
    if rate.denominator_rows:
        of = analysis.evidence.set_index("id").loc[list(rate.denominator_rows)]
        assert set(rate.rows) <= set(rate.denominator_rows)
        return float(rows["share"].sum() / of["share"].sum())
    if rate.unit == "tone":
        return float(
            rows.groupby("article").apply(lambda part: np.average(part["value"], weights=part["share"])).mean()
        )
    words = mine.set_index("article")[WORDS[rate.unit]]
    hits = rows.groupby("article")["share"].sum().reindex(words.index, fill_value=0.0)
    return float((1000 * hits / words)[words > 0].mean())


def named_again(analysis: Analysis, actor: str, source: str, wording: str) -> tuple[float, dict[str, float]]:
    """How often a source calls an actor so, in all and by voice: from the mention rows and their details alone."""
    rows = analysis.evidence
    rows = rows[(rows["kind"] == "mention") & (rows["actor"] == actor) & (rows["source"] == source)]
    rows = rows[rows["label"] != "pronoun"]
    pairs = zip(rows["text"], rows["detail"], strict=True)
    shown = [json.loads(detail)["words"] if detail else text for text, detail in pairs]
    rows = rows.iloc[[place for place, one in enumerate(shown) if plain_name(one) == plain_name(wording)]]
    by_voice = rows.groupby("voice")["share"].sum()
    return float(rows["share"].sum()), {str(voice): float(count) for voice, count in by_voice.items()}


def plain_name(text: str) -> str:
    """A name without capitals, full stops, article and possessive."""
    words = text.lower().replace("’s", "").replace("'s", "").replace(".", "").split()
    return " ".join(words[1:] if words[0] in {"the", "a", "an", "this", "its"} else words)


def countable(rate: Rate) -> bool:
    """Whether a rate has rows to count: shares of words and reading levels come from the articles table."""
    return rate.unit in WORDS or bool(rate.denominator_rows) or (rate.unit == "tone" and bool(rate.rows))


def relabelled(analysis: Analysis, names: Mapping[str, str]) -> Analysis:
    """The same run with other names of sources."""
    return Analysis(
        analysis.evidence.assign(source=analysis.evidence["source"].map(names)),
        analysis.articles.assign(source=analysis.articles["source"].map(names)),
        analysis.actors,
        analysis.texts,
    )


def shuffled_rows(analysis: Analysis, seed: int) -> Analysis:
    """The same run in another order, with other article ids, as if files had other names."""
    order = np.random.default_rng(seed)
    new = {old: f"x{number:04d}" for number, old in enumerate(order.permutation(analysis.articles["article"]))}
    evidence = analysis.evidence.assign(article=analysis.evidence["article"].map(new))
    articles = analysis.articles.assign(article=analysis.articles["article"].map(new))
    return Analysis(
        evidence.sample(frac=1, random_state=seed).reset_index(drop=True),
        articles.sample(frac=1, random_state=seed + 1).reset_index(drop=True),
        analysis.actors,
        {new[id]: text for id, text in analysis.texts.items()},
    )


def plain(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims in an order that does not depend on how they came out."""
    return claims.sort_values(["feature", "source", "against"]).reset_index(drop=True)
