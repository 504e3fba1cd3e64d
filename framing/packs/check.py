"""The words by which a draft is checked, read from `lexicons/rules_check.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from framing.packs.tomlfile import LEXICONS, read_word_lists

CHECKS = LEXICONS / "rules_check.toml"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CheckWords:
    """Words that show what needs no check: mutual events, how people spoke, hedges, who was asked, who is dead."""

    mutual_events: frozenset[str]
    exchanges: frozenset[str]
    hedges: frozenset[str]
    asked: frozenset[str]  # phrases
    dead: frozenset[str]  # phrases


@cache
def load_check_words() -> CheckWords:
    """The packaged words, read once."""
    return read_word_lists(CheckWords, CHECKS)
