"""One occurrence of a proper name, as every later step sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from framing.names import GENERATIONS, NUMERALS, SUFFIXES
from framing.packs.roster import plain_letters

PATRONYMICS = frozenset(("bin", "ibn", "bint", "ben"))  # "Salim bin Nadir" has his father's name, and no surname here
_APOSTROPHE = re.compile(r"(?<=\w)['’‘](?=\w\w)")  # "N'Sele", "O'Dell": some outlets leave it out


@dataclass(frozen=True, slots=True)
class WrittenName:
    """One occurrence of a proper name. Tokens `first` to `last` inclusive; `titles` stand before it, lower case."""

    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    opening: int = -1  # first token of the titles, or -1
    head: int = -1  # the token that hangs on a word outside
    royal: bool = False  # one of the titles is a monarch's or a pope's
    surname_first: bool = False  # "Lee Han-su"
    ordinal: int = 0  # "Ivo the Fifth" has 5, though the number is no part of the name here
    begins: int = field(init=False)  # the first token of the name with its titles
    parts: tuple[str, ...] = field(init=False)  # in small letters, without accents, "Jr." and "'s"; "Ada II" keeps all

    def __post_init__(self) -> None:
        object.__setattr__(self, "begins", self.opening if self.opening >= 0 else self.first)
        object.__setattr__(self, "parts", _bare(self.words))

    @property
    def surname(self) -> str:
        """The family name among the `parts`; "" of who goes by given name and father's name ("Salim bin Nadir")."""
        parts = self.parts
        if len(parts) > 2 and parts[-2] in PATRONYMICS:
            return ""
        return parts[0 if self.surname_first else -1]

    @property
    def is_regnal(self) -> bool:
        """Whether a number tells a monarch or a pope from others: "Ada II", "Pope Ivo Karl II"; not "Walt Lang III"."""
        last = self.words[-1].lower()
        return len(self.words) > 1 and last in NUMERALS and (len(self.words) == 2 or self.royal)

    @property
    def suffix(self) -> str:
        """The generation that the name ends in ("jr", "sr", "ii", …), or ""."""
        last = self.words[-1].lower().rstrip(".")
        told = len(self.words) > 1 and last in SUFFIXES and not self.is_regnal
        return GENERATIONS.get(last, last) if told else ""

    @property
    def written(self) -> str:
        """The words of the name with hyphens closed up and quotation marks left out."""
        return _join(self.words)


class Occurrence(NamedTuple):
    """A name with what is known about it before names are compared."""

    name: WrittenName
    actor: str  # id in the roster, or ""
    kind: str  # person, organisation, group, place, site, thing, namesake (of a known place), "" when nothing tells;
    # open where nobody can tell whose it is


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def ordinal_of(word: str) -> int:
    """The number that "Fifth" or "V" stands for, 0 for any other word."""
    lower = word.lower()
    for order in (_ORDINALS, _NUMERALS):
        if lower in order:
            return order.index(lower) + 1
    return 0


@lru_cache(maxsize=4096)
def _bare(written: tuple[str, ...]) -> tuple[str, ...]:
    """The words of `WrittenName.parts`, remembered: the same few names come again and again."""
    words = tuple(filter(None, (_APOSTROPHE.sub("", plain_letters(w).strip("“”\"'’‘`.,")) for w in written)))
    while len(words) > 1 and words[-1] in SUFFIXES and (len(words) > 2 or words[-1] not in NUMERALS):
        words = words[:-1]
    return words or ("",)


@lru_cache(maxsize=4096)
def _join(words: tuple[str, ...]) -> str:
    """The text of `WrittenName.written`, remembered like `_bare`."""
    last = f"{words[-1]}." if words[-1] in _SHORTENED else words[-1]
    return " ".join(filter(None, (w.strip("“”\"‘`'") for w in (*words[:-1], last)))).replace(" - ", "-")


_SHORTENED = ("Jr", "Sr")
