"""Findings in plain words: whose words they are, how many there are, and never more than the rows say."""

from __future__ import annotations

from collections.abc import Sequence


def number(value: float, digits: int = 1) -> str:
    """A count or rate as people write it: 3, 2.5, 1,204."""
    rounded = round(value, digits)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.{digits}f}"


def times(count: float) -> str:
    """once, twice, 3 times."""
    return {1.0: "once", 2.0: "twice"}.get(round(count, 1), f"{number(count)} times")


def percent(share: float) -> str:
    """A share in whole percent: 43 %."""
    return f"{round(100 * share)} %"


def plural(count: float, noun: str) -> str:
    """1 article, 3 articles."""
    return f"{number(count)} {noun}{'' if round(count, 1) == 1 else 's'}"


def listed(names: Sequence[str], *, last: str = "and", most: int = 0) -> str:
    """A, B and C; with `most`, the rest as a number: A, B and 4 others."""
    items = list(names)
    if most and len(items) > most:
        left = len(items) - most
        items = [*items[:most], f"{left} other{'' if left == 1 else 's'}"]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def possessive(name: str) -> str:
    """Sergey Markov's, officials'."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def signed(value: float) -> str:
    """+0.12, −0.30, 0."""
    rounded = round(value, 2)
    return "0" if rounded == 0 else f"{rounded:+.2f}".replace("-", "−")
