"""The words by which the card of a source is filled in, read from `lexicons/rules_sources.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from framing.packs.tomlfile import LEXICONS, read_word_lists

SOURCES = LEXICONS / "rules_sources.toml"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SourceWords:
    """Words that tell why a source is asked, why it is not named and through which channel it speaks."""

    witness_verbs: frozenset[str]
    joining_verbs: frozenset[str]  # of who took part, but in no school
    witness_nouns: frozenset[str]
    survivor_nouns: frozenset[str]
    survivor_verbs: frozenset[str]
    victim_nouns: frozenset[str]
    victim_verbs: frozenset[str]
    relatives: frozenset[str]
    parties: frozenset[str]
    residents: frozenset[str]
    workers: frozenset[str]
    working_verbs: frozenset[str]
    prominent: frozenset[str]
    study_verbs: frozenset[str]
    insights: frozenset[str]  # before "with" and "to", they tell an insider
    study_nouns: frozenset[str]
    spokespeople: frozenset[str]
    spoken_for: frozenset[str]
    fields_of_law: frozenset[str]  # before "lawyer": what one knows, not for whom one speaks
    leaders: frozenset[str]
    association_leaders: frozenset[str]
    leading_verbs: frozenset[str]
    members_bodies: frozenset[str]
    authorities: frozenset[str]
    anonymity: frozenset[str]  # phrases
    because: frozenset[str]  # phrases that open the reason
    social_media: frozenset[str]
    statements: frozenset[str]
    conferences: frozenset[str]
    speeches: frozenset[str]
    courts: frozenset[str]
    reports: frozenset[str]
    interviews: frozenset[str]
    outlets: frozenset[str]


@cache
def load_source_words() -> SourceWords:
    """The packaged words, read once."""
    return read_word_lists(SourceWords, SOURCES)
