"""The one table of claim language: how strongly a difference may be worded, and its words."""

from __future__ import annotations

from math import isnan

from framing.compare.differences import Difference
from framing.measure.question import Feature
from framing.measure.sentences import plural
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
    here, there = amount(found.value, feature.unit), amount(found.value_against, feature.unit)
    unit = measure(feature.unit)
    return TEMPLATES[key].format(
        source=source,
        against=against,
        topic=feature.topic,
        topic_first=feature.topic[:1].upper() + feature.topic[1:],
        n=basis(found),
        q=small(q),
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
        points = [f"{100 * value:.0f}".replace("-", "−") for value in (size, *ends)]
        return f", a difference of {points[0]} percentage points [{points[1]}, {points[2]}]"
    return f", a difference of {amount(size)} [{amount(ends[0])}, {amount(ends[1])}]"


def amount(value: float, unit: str = "") -> str:
    """A value with as many digits as it deserves; shares in percent, scores with a sign; a dash for none."""
    if isnan(value):
        return "–"
    if unit.startswith("share of "):
        return f"{round(100 * value)} %".replace("-", "−")
    if "−1" in unit:
        text = f"{value:+.2f}"
        return "0" if float(text) == 0 else text.replace("-", "−")
    size = abs(value)
    text = f"{value:,.0f}" if size >= 100 or value == 0 else f"{value:.1f}" if size >= 2 else f"{value:.2f}"
    return text.replace("-", "−")


def measure(unit: str) -> str:
    """What follows two values: " of quotes", " per 1,000 own words"."""
    return f" {unit.removeprefix('share ')}" if unit else ""


def small(q: float) -> str:
    """A q value with its sign: = .034, < .001."""
    if q < 0.001:
        return "< .001"
    if q >= 0.995:
        return "= 1"
    return "= " + (f"{q:.2f}" if q >= 0.1 else f"{q:.3f}").lstrip("0")
