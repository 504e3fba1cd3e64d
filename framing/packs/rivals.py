"""Words that can stand for the same thing in rival ways, read once from TOML; `discover` searches with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from framing.errors import PackError
from framing.packs.tomlfile import LEXICONS, read_toml

FILE = LEXICONS / "rivals.toml"


@dataclass(frozen=True, slots=True)
class Rivals:
    """Lemma -> the things it can stand for, by part of speech."""

    nouns: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[str, ...]]

    def of(self, lemma: str, pos: str) -> tuple[str, ...]:
        """The things that a word can stand for."""
        return self.verbs.get(lemma, ()) if pos == "VERB" else self.nouns.get(lemma, ())


@cache
def load_rivals(path: Path = FILE) -> Rivals:
    """The list as it comes with the program.

    Raises:
        PackError: unreadable TOML, or a group without nouns and verbs.
    """
    table = read_toml(path)
    groups = {name: group for name, group in table.items() if isinstance(group, dict)}
    for name, group in groups.items():
        if set(group) != {"nouns", "verbs"}:
            raise PackError(
                f"{path.name}: group {name!r} needs `nouns` and `verbs` (one may be empty) and nothing else."
            )
    return Rivals(_by_lemma(groups, "nouns"), _by_lemma(groups, "verbs"))


def _by_lemma(groups: Mapping[str, Mapping[str, str]], key: str) -> dict[str, tuple[str, ...]]:
    """Lemma -> names of its groups, in file order."""
    found: dict[str, list[str]] = {}
    for name, group in groups.items():
        for lemma in (word.strip() for word in group[key].split(",")):
            if lemma:
                found.setdefault(lemma, []).append(name)
    return {lemma: tuple(names) for lemma, names in found.items()}
