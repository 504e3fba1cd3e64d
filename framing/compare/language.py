"""The one table of claim language: how strongly a difference may be worded, and its words."""

from __future__ import annotations

from framing.compare.differences import Difference
from framing.compare.features import Feature
from framing.profile.sentences import plural

TEMPLATES = {
    "": "{higher} tends to {more} than {lower}: {values}{interval} ({basis}, q {q}).",
    "too few articles": "Cannot tell from n = {n} whether {source} and {against} differ in {topic}: {values}.",
    "not distinguishable": "Cannot tell from n = {n} whether {source} and {against} differ in {topic}: {values} "
    "({basis}, q {q}).",
    "too little evidence behind it": "Too little stands behind a difference between {source} and {against} in {topic}: "
    "{values} ({basis}, q {q}).",
    "one article holds more than half of the evidence": "One article carries most of the difference between {source} "
    "and {against} in {topic}: {values} ({basis}, q {q}). This says something about that article, not the outlet.",
    "it hangs on a single article": "The difference between {source} and {against} in {topic} hangs on a single "
    "article: {values} ({basis}, q {q}).",
    "no values": "Cannot tell whether {source} and {against} differ in {topic}: {missing} never shows it.",
}


def say_difference(found: Difference, feature: Feature, source: str, against: str, q: float, reason: str) -> str:
    """The sentence for one tested difference."""
    if min(found.articles, found.articles_against) == 0:
        return TEMPLATES["no values"].format(
            source=source, against=against, topic=feature.topic, missing=against if found.articles else source
        )
    up = found.difference >= 0
    n = plural(found.n, "matched event") if found.test == "matched events" else sizes(found)
    return TEMPLATES[reason].format(
        source=source, against=against, topic=feature.topic, n=n, q=small(q),
        higher=source if up else against, lower=against if up else source, more=feature.more,
        values=f"{amount(found.value)} against {amount(found.value_against)} {feature.unit}",
        interval=interval(found), basis=n,
    )  # fmt: skip


def sizes(found: Difference) -> str:
    """12 and 9 articles."""
    return f"{found.articles} and {plural(found.articles_against, 'article')}"


def interval(found: Difference) -> str:
    """The interval of the difference, or ""."""
    if found.low is None or found.high is None:
        return ""
    return f", a difference of {amount(found.difference)} [{amount(found.low)}, {amount(found.high)}]"


def amount(value: float) -> str:
    """A value with as many digits as it deserves."""
    size = abs(value)
    text = f"{value:,.0f}" if size >= 100 else f"{value:.1f}" if size >= 2 else f"{value:.2f}"
    return text.replace("-", "−")


def small(q: float) -> str:
    """A q value with its sign: = .034, < .001."""
    if q < 0.001:
        return "< .001"
    if q >= 0.995:
        return "= 1"
    return "= " + (f"{q:.2f}" if q >= 0.1 else f"{q:.3f}").lstrip("0")
