"""Things in groups: filed under what they share, or taken from each group in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


def group_by(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Items by a key, in the order of first appearance."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def in_turn(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[Item]:
    """Items in their order, but the first of each key before the second of any."""
    turns: Counter[Hashable] = Counter()
    placed = []
    for place, item in enumerate(items):
        turns[key(item)] += 1
        placed.append((turns[key(item)], place, item))
    return [item for *_, item in sorted(placed, key=lambda one: one[:2])]
