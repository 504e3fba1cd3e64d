"""The one table of claim language: how strongly a difference may be worded, and its words."""

from __future__ import annotations

from framing.compare.differences import Difference
from framing.measure.question import Feature
from framing.say import of_unit, plural, points, q_value, rate, value
from framing.stats import CLAIM_FROM

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
}


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
        n=basis(found),
        q=q_value(q),
        higher=source if up else against,
        lower=against if up else source,
        more=feature.more,
        values=f"{here} against {there}{unit}",
        ordered=f"{here if up else there} against {there if up else here}{unit}",
        named=f"{source} {here}, {against} {there}{unit}",
        interval=interval(found, feature.unit),
        missing=against if found.articles else source,
    )


def basis(found: Difference) -> str:
    """What a difference rests on: 20 matched events, or 12 and 9 articles."""
    if found.test == "matched events":
        return plural(found.n, "matched event")
    return f"{found.articles} and {plural(found.articles_against, 'article')}"


def interval(found: Difference, unit: str) -> str:
    """The size of the difference with its interval, or ""."""
    if found.low is None or found.high is None:
        return ""
    size, ends = abs(found.difference), sorted((found.low, found.high))
    if found.difference < 0:
        ends = [-ends[1], -ends[0]]
    if unit.startswith("share of "):
        return f", a difference of {points(size)} percentage points [{points(ends[0])}, {points(ends[1])}]"
    return f", a difference of {rate(size)} [{rate(ends[0])}, {rate(ends[1])}]"
