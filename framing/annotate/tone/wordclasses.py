"""Our own word lists for the tone model, read from `packs/lexicons/tone_*.toml`: classes, closed sets, vetoes."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from framing.errors import PackError
from framing.packs.tomlfile import LEXICONS, read_toml


class Sets(NamedTuple):
    """Closed sets of words; what each is for stands in `tone_words.toml`."""

    stop: frozenset[str]
    negations: frozenset[str]
    shifters: frozenset[str]
    persons: frozenset[str]
    contrasts: frozenset[str]
    modals: frozenset[str]
    pronouns: frozenset[str]
    titles: frozenset[str]


def _lists(file: str, table: str) -> dict[str, list[str]]:
    """Words of each entry of a table, without repetition, in the order of the file.

    Raises:
        PackError: an entry has no words.
    """
    found = {}
    for name, entry in read_toml(LEXICONS / file)[table].items():
        found[name] = list(dict.fromkeys(str(entry.get("words", "")).split()))
        if not found[name]:
            raise PackError(f'{file}: {table} {name!r} has no words. Give it some: words = "lie cheat".')
    return found


@cache
def load_classes() -> dict[str, tuple[str, ...]]:
    """Classes of each listed lemma (harm, accuse, praise …), in the order of the file."""
    found: dict[str, list[str]] = {}
    for name, words in _lists("tone_classes.toml", "class").items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def load_sets() -> Sets:
    """The closed sets."""
    return Sets(**{name: frozenset(words) for name, words in _lists("tone_words.toml", "set").items()})


@cache
def load_vetoes() -> frozenset[str]:
    """Words that may never be features: topics, groups of people, names; not judgements."""
    return frozenset(word for words in _lists("tone_veto.toml", "veto").values() for word in words)
