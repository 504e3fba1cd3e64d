"""Words for events of harm and force, read once from TOML."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from framing.errors import PackError
from framing.packs.tomlfile import LEXICONS, read_toml

FILE = LEXICONS / "agency.toml"


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Lemmas by the part they play in an account of harm; phrases of several words are joined by a space."""

    harm: frozenset[str]
    sometimes: frozenset[str]
    events: frozenset[str]
    happen: frozenset[str]
    carry: frozenset[str]
    states: frozenset[str]
    abstract: frozenset[str]
    concrete: frozenset[str]
    instruments: frozenset[str]
    both: frozenset[str]
    figurative: frozenset[str]
    figures: frozenset[str]
    physical: frozenset[str]
    disputants: frozenset[str]
    accidents: frozenset[str]
    works: frozenset[str]
    bodies: frozenset[str]
    of_doer: frozenset[str]
    passive_owner: frozenset[str]
    mutual: frozenset[str]
    scenes: frozenset[str]
    unreal_verbs: frozenset[str]
    unreal_nouns: frozenset[str]
    unreal_words: frozenset[str]
    realised: frozenset[str]
    blame: frozenset[str]


@cache
def load_harm_words(path: Path = FILE) -> HarmWords:
    """The lists that come with the program.

    Raises:
        PackError: unreadable TOML, or a list is missing.
    """
    table = read_toml(path)
    lists = [entry.name for entry in fields(HarmWords)]
    missing = [name for name in lists if name not in table]
    if missing:
        raise PackError(f"{path.name}: the list {missing[0]!r} is missing. Add it: lemmas separated by commas.")
    return HarmWords(**{name: frozenset(" ".join(word.split()) for word in table[name].split(",")) for name in lists})
