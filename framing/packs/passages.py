"""Words by which one fact told twice is recognised and its differences are marked, read once from TOML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from framing.packs.tomlfile import LEXICONS, read_word_lists


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PassageWords:
    """Lemmas by what they do in a sentence that another outlet tells too, each list named as in `passages.toml`."""

    light: frozenset[str]  # say nothing of what a sentence is about
    reporting: frozenset[str]  # report that somebody speaks
    appointing: frozenset[str]  # give somebody an office or a seat
    times: frozenset[str]  # tell when
    claims: frozenset[str]  # say that somebody claims it
    hedges: frozenset[str]  # tell that somebody does not vouch for it
    denials: frozenset[str]  # say that it is not so
    refused: frozenset[str]  # of which a denial is a refusal: "denied service"
    taken: frozenset[str]  # that a war, a team or a group claims without a word: "claimed three lives"
    forceful_verbs: frozenset[str]  # of headlines: an attack, a threat, a burst of feeling
    forceful_nouns: frozenset[str]
    factual: frozenset[str]  # qualities that state facts, whatever feeling a list gives them


@cache
def load_passage_words() -> PassageWords:
    """The lists that come with the program."""
    return read_word_lists(PassageWords, LEXICONS / "passages.toml")
