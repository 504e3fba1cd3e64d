"""From tested differences to claims: which may be said of an outlet, and in which words.

"Tends to" is said of an outlet only when q is at most .05 in its family, at least 3 articles and 5 mentions stand
behind it, no article holds more than half of them, and the sign survives leaving out any one article. And because a
report tests two families, a family makes claims only when its best q is at most .0125: two such gates keep the whole
report well under .05, which two of .05 would not (measured in tests/quality).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.compare.differences import Difference, Labels, all_differences, left_out_means, sides
from framing.compare.features import FeatureTable
from framing.measure.question import Feature
from framing.say import of_unit, plural, points, q_value, rate, value
from framing.stats import CLAIM_FROM, benjamini_hochberg

if TYPE_CHECKING:
    import pandas as pd

LEVEL = 0.05  # the largest q of a claim
OPENING = 0.0125  # the best q of a family must reach it before the family may claim anything
MENTIONS_FROM = 5.0  # hits on a side that needs evidence
LARGEST_PART = 0.5  # of these hits that one article may hold
COLUMNS = ["source", "against", "feature", "family", "difference", "low", "high", "p", "q", "n", "holds", "sentence"]
EXTRA = ["topic", "unit", "value", "value_against", "articles", "articles_against", "test", "reason"]
THE_OTHERS = "the others"
TEMPLATES = {
    "": "{higher} tends to {more} than {lower}: {ordered}{interval} ({n}, q {q}).",
    "too few articles": "Cannot tell from n = {n} whether {source} and {against} differ in {topic}: {values}.",
    "not distinguishable": "Cannot tell from n = {n} whether {source} and {against} differ in {topic}: {values} "
    "(q {q}).",
    "too little evidence behind it": "Too little stands behind a difference between {source} and {against} in {topic}: "
    "{values} ({n}, q {q}).",
    "one article holds more than half of the evidence": "One article carries most of the difference between {source} "
    "and {against} in {topic}: {values} ({n}, q {q}). This says something about that article, not about the outlet.",
    "it hangs on a single article": "The difference between {source} and {against} in {topic} hangs on a single "
    "article: {values} ({n}, q {q}).",
    "these articles": "{topic_first}, in these articles only: {named} (n = {n}: description only).",
    "no values": "Cannot tell whether {source} and {against} differ in {topic}: {missing} has nothing to count it in.",
}  # the one table of claim language: reason why it does not hold -> how strongly a difference may be worded


class OutletClaims(NamedTuple):
    """What may be said of outlets: the sentences that hold, strongest first, and how much was tested."""

    holding: tuple[str, ...]
    sentence: str


def say_claims(claims: pd.DataFrame) -> OutletClaims:
    """What survives the tests, in words; that nothing does is said as plainly."""
    held = claims[claims["holds"].astype(bool)] if len(claims) else claims
    tested = int(claims["p"].notna().sum()) if len(claims) else 0
    if len(held):
        sentence = f"{plural(tested, 'difference')} tested, {len(held)} hold after correction for many tests."
    elif tested:
        sentence = (
            f"{plural(tested, 'difference')} between the outlets tested, none holds: these articles are too few, or "
            "too alike, to say how an outlet writes."
        )
    else:
        sentence = "Nothing yet: too few articles to test a difference. All of this describes these articles only."
    return OutletClaims(tuple(map(str, held["sentence"])) if len(held) else (), sentence)


@dataclass(frozen=True, slots=True)
class Claim:
    """A tested difference with its q, in [0, 1] or not a number when untested, and what the rules say of it."""

    found: Difference
    q: float
    reason: str  # why it does not hold, or ""

    @property
    def holds(self) -> bool:
        """Whether it may be said of the outlet."""
        return self.reason == ""


def judge(table: FeatureTable, labels: Labels, sources: int, *, seed: int = 7, quick: bool = False) -> list[Claim]:
    """Every difference of every pair, judged by the rules; `quick` skips exact p where p is far above .05."""
    import numpy as np

    tested = all_differences(table.values, labels, sources, seed=seed, quick=quick)
    q = np.full(len(tested), np.nan)
    opened = np.zeros(len(tested), dtype=bool)
    families = np.array([table.features[found.feature].family for found in tested])
    p = np.array([found.p for found in tested])
    for family in ("headline", "exploratory"):
        q[families == family] = benjamini_hochberg(p[families == family])
        opened[families == family] = bool((q[families == family] <= OPENING).any())
    return [
        Claim(found, float(one), _reason(table, labels, found, opens and bool(one <= LEVEL)))
        for found, one, opens in zip(tested, q, opened, strict=True)
    ]


def _reason(table: FeatureTable, labels: Labels, found: Difference, distinct: bool) -> str:
    """What keeps a difference from being claimed, or ""."""
    import numpy as np

    if found.test == "none":
        return "too few articles"
    if not distinct:
        return "not distinguishable"
    feature = table.features[found.feature]
    one, other = sides(labels.source_of, (found.source, found.against))
    needed = [one, other] if feature.signed else [one if found.difference > 0 else other]
    for side in needed:
        hits = feature.hits[side][np.isfinite(feature.values[side])]
        if (hits > 0).sum() < CLAIM_FROM or hits.sum() < MENTIONS_FROM:
            return "too little evidence behind it"
        if hits.max() > LARGEST_PART * hits.sum():
            return "one article holds more than half of the evidence"
    left = left_out_means(feature.values, labels, (found.source, found.against), found.test)
    if not (left * found.difference > 0).all():
        return "it hangs on a single article"
    return ""


def claims_table(claims: Sequence[Claim], features: Sequence[Feature], sources: Sequence[str]) -> pd.DataFrame:
    """One row a tested difference, those that hold first, then by family, q, p and name.

    A headline feature with too few articles to be tested keeps its row, without p and q; others are left out.
    """
    import pandas as pd

    rows = []
    for claim in claims:
        if claim.found.test == "none" and features[claim.found.feature].family != "headline":
            continue
        found, feature = claim.found, features[claim.found.feature]
        source, against = sources[found.source], THE_OTHERS if found.against < 0 else sources[found.against]
        sentence = say_difference(claim.found, feature, source, against, claim.q, claim.reason)
        rows.append(
            (
                source, against, feature.key, feature.family, *map(_tidy, (found.difference, found.low, found.high)),
                _tidy(found.p), _tidy(claim.q), found.n, claim.holds, sentence, feature.topic, feature.unit,
                _tidy(found.value), _tidy(found.value_against), found.articles, found.articles_against, found.test,
                claim.reason,
            )
        )  # fmt: skip
    table = pd.DataFrame(rows, columns=COLUMNS + EXTRA)
    table["holds"] = table["holds"].astype(bool)
    order = table.assign(last=~table["holds"], exploratory=table["family"] != "headline")
    keys = ["last", "exploratory", "q", "p", "feature", "source", "against"]
    return table.loc[order.sort_values(keys, kind="stable").index].reset_index(drop=True)


def _tidy(number: float | None) -> float:
    """Rounded to 10 digits, so that the order of additions cannot show; not a number for none."""
    return float("nan") if number is None or number != number else float(f"{number:.10g}")


def say_difference(found: Difference, feature: Feature, source: str, against: str, q: float, reason: str) -> str:
    """The sentence for one tested difference."""
    up = found.difference >= 0
    fewest = min(found.articles, found.articles_against)
    key = "no values" if fewest == 0 else "these articles" if fewest < CLAIM_FROM else reason
    here, there = value(found.value, feature.unit), value(found.value_against, feature.unit)
    unit = of_unit(feature.unit)
    return TEMPLATES[key].format(
        source=source,
        against=against,
        topic=feature.topic,
        topic_first=feature.topic[:1].upper() + feature.topic[1:],
        n=_sample(found),
        q=q_value(q),
        higher=source if up else against,
        lower=against if up else source,
        more=feature.more,
        values=f"{here} against {there}{unit}",
        ordered=f"{here if up else there} against {there if up else here}{unit}",
        named=f"{source} {here}, {against} {there}{unit}",
        interval=_interval(found, feature.unit),
        missing=against if found.articles else source,
    )


def _sample(found: Difference) -> str:
    """What a difference rests on: 20 matched events, or 12 and 9 articles."""
    if found.test == "matched events":
        return plural(found.n, "matched event")
    return f"{found.articles} and {plural(found.articles_against, 'article')}"


def _interval(found: Difference, unit: str) -> str:
    """The size of the difference with its interval, or ""."""
    if found.low is None or found.high is None:
        return ""
    size, ends = abs(found.difference), sorted((found.low, found.high))
    if found.difference < 0:
        ends = [-ends[1], -ends[0]]
    if unit.startswith("share of "):
        return f", a difference of {points(size)} percentage points [{points(ends[0])}, {points(ends[1])}]"
    return f", a difference of {rate(size)} [{rate(ends[0])}, {rate(ends[1])}]"
