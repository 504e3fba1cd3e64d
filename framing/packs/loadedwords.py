"""The list of loaded words: read once from TOML, checked, and indexed by first word."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from framing.errors import PackError

FILE = Path(__file__).parent / "lexicons" / "loaded.toml"
KEYS = frozenset({"category", "strength", "pos", "why", "source", "words", "yes", "no"})


@dataclass(frozen=True, slots=True)
class LoadedEntry:
    """One entry: its words in a row, when it counts, and why it is loaded. `strength` lies in (0, 1]."""

    words: tuple[str, ...]
    category: str
    strength: float
    pos: frozenset[str]  # parts of speech of the last word; empty: any
    why: str


@dataclass(frozen=True)
class LoadedWords:
    """All entries by their first word, longest first; `categories` glosses each category."""

    categories: Mapping[str, str]
    by_first: Mapping[str, tuple[LoadedEntry, ...]]
    examples: tuple[tuple[str, str, bool], ...]  # (category, sentence, whether something must be found)


@cache
def load_loaded_words(path: Path = FILE) -> LoadedWords:
    """The list as it comes with the program.

    Raises:
        PackError: unreadable TOML, an unknown key or category, or a group without examples.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise PackError(f"{path.name}: not readable as TOML ({problem}). Mend that place.") from problem
    by_first: dict[str, list[LoadedEntry]] = {}
    examples = []
    for group in table["group"]:
        _check(group, table["categories"], path.name)
        for entry in _entries(group):
            by_first.setdefault(entry.words[0], []).append(entry)
        examples += [(group["category"], sentence, True) for sentence in group["yes"]]
        examples += [(group["category"], sentence, False) for sentence in group["no"]]
    ordered = {first: tuple(sorted(entries, key=lambda e: -len(e.words))) for first, entries in by_first.items()}
    return LoadedWords(table["categories"], ordered, tuple(examples))


def _check(group: Mapping[str, Any], categories: Mapping[str, str], where: str) -> None:
    """Refuses a group that could not be understood or tested."""
    name = group.get("category", "?")
    unknown = sorted(set(group) - KEYS)
    if unknown:
        raise PackError(
            f"{where}: group {name!r} has the unknown key {unknown[0]!r}. Known keys: {', '.join(sorted(KEYS))}."
        )
    if name not in categories:
        raise PackError(f"{where}: category {name!r} is not explained under [categories]. Add it there in plain words.")
    if not group.get("yes") or not group.get("no") or not group.get("source"):
        raise PackError(
            f"{where}: group {name!r} needs `source`, a `yes` and a `no` example, so that it can be checked."
        )


def _entries(group: Mapping[str, Any]) -> list[LoadedEntry]:
    """The entries of one group."""
    lines = (words.split() for words in group["words"].replace("\n", " ").split(","))
    pos, why = frozenset(group.get("pos", ())), group["why"]
    return [LoadedEntry(tuple(words), group["category"], group["strength"], pos, why) for words in lines if words]
