"""How hard a text is to read, by several formulas: they disagree, so a report shows their range."""

from __future__ import annotations

from functools import cache
from typing import Any

GRADES = ("flesch_kincaid_grade", "smog_index", "automated_readability_index", "coleman_liau_index")
FORMULAS = ("flesch_reading_ease", *GRADES)
FEWEST_WORDS = 50
FEWEST_SENTENCES = 3


@cache
def _textstat() -> Any:
    """The library, loaded when the first text is measured: its dictionary of syllables takes most of a second."""
    import textstat

    return textstat


def readability_of(text: str, *, words: int, sentences: int) -> dict[str, float]:
    """Five readings of one text; empty when it is too short for the formulas to mean anything.

    `flesch_reading_ease` runs from about 0 (hard) to 100 (easy); the others are US school grades (about 1 to 20).

    Source: Flesch 1948; Kincaid et al. 1975; McLaughlin 1969 (SMOG); Senter & Smith 1967 (ARI); Coleman & Liau 1975.
    """
    if words < FEWEST_WORDS or sentences < FEWEST_SENTENCES:
        return {}
    library = _textstat()
    return {name: round(float(getattr(library, name)(text)), 2) for name in FORMULAS}
