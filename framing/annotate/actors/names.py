"""One occurrence of a proper name, as every later step sees it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from framing.names import NUMERALS, SUFFIXES
from framing.packs.roster import plain_letters


class WrittenName(NamedTuple):
    """One occurrence of a proper name. Tokens `first` to `last` inclusive; `titles` stand before it, lower case."""

    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    opening: int = -1  # first token of the titles, or -1
    head: int = -1  # the token that hangs on a word outside
    royal: bool = False  # one of the titles is a monarch's or a pope's
    surname_first: bool = False  # "Lee Han-su"

    @property
    def begins(self) -> int:
        """The first token of the name with its titles."""
        return self.opening if self.opening >= 0 else self.first

    @property
    def parts(self) -> tuple[str, ...]:
        """Lower-case words without accents, generation suffixes and possessive marks; "Ada II" keeps all."""
        return _bare(self.words)

    @property
    def surname(self) -> str:
        """The family name among the `parts`."""
        return self.parts[0 if self.surname_first else -1]

    @property
    def is_regnal(self) -> bool:
        """Whether a number tells a monarch or a pope from others: "Ada II", "Pope Ivo Karl II"; not "Walt Lang III"."""
        last = self.words[-1].lower()
        return len(self.words) > 1 and last in NUMERALS and (len(self.words) == 2 or self.royal)

    @property
    def suffix(self) -> str:
        """The generation that the name ends in ("jr", "sr", "ii", …), or ""."""
        last = self.words[-1].lower().rstrip(".")
        return last if len(self.words) > 1 and last in SUFFIXES and not self.is_regnal else ""

    @property
    def written(self) -> str:
        """The words of the name with hyphens closed up and quotation marks left out."""
        return _join(self.words)


class Occurrence(NamedTuple):
    """A name with what is known about it before names are compared."""

    name: WrittenName
    actor: str  # id in the roster, or ""
    kind: str  # person, organisation, group, place, site, thing, namesake (of a known place), or "" when nothing tells


@lru_cache(maxsize=4096)
def _bare(written: tuple[str, ...]) -> tuple[str, ...]:
    """The words of `WrittenName.parts`, remembered: the same few names come again and again."""
    words = tuple(filter(None, (plain_letters(w).strip("“”\"'’‘`.,") for w in written)))
    while len(words) > 1 and words[-1] in SUFFIXES and (len(words) > 2 or words[-1] not in NUMERALS):
        words = words[:-1]
    return words or ("",)


@lru_cache(maxsize=4096)
def _join(words: tuple[str, ...]) -> str:
    """The text of `WrittenName.written`, remembered like `_bare`."""
    return " ".join(filter(None, (w.strip("“”\"‘`'") for w in words))).replace(" - ", "-")
