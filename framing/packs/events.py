"""Words for events of harm and force, read once from TOML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from framing.packs.tomlfile import LEXICONS
from framing.packs.wordlists import read_word_lists

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
    phrasal_verbs: frozenset[str]  # mean no harm with a particle: "hit back"
    sport_verbs: frozenset[str]  # of a person, mean a contest where nothing tells of force
    no_bodies: frozenset[str]  # objects that nobody harms: "shoot a film"
    strike_signs: frozenset[str]  # beside "strike": a blow and no stoppage of work
    acting_bodies: frozenset[str]  # before an event, who carries it out: "police raid"
    no_peoples: frozenset[str]  # adjectives with a capital that name no people
    adjectival_names: frozenset[str]  # stand before an event like the adjective of a people: "U.S."
    amounts: frozenset[str]  # what is counted suffers: "dozens of villagers"
    date_words: frozenset[str]  # say when and not who
    time_spans: frozenset[str]  # behind "for" a length and no reason
    personal_pronouns: frozenset[str]  # as objects they are persons
    negatives: frozenset[str]  # nobody does or suffers it
    generic_persons: frozenset[str]  # nobody in particular: "if you get shot"
    blaming_prepositions: frozenset[str]  # tie an event to whom it is laid at the door of


@cache
def load_harm_words(path: Path = FILE) -> HarmWords:
    """The lists that come with the program.

    Raises:
        PackError: unreadable TOML, or a list is missing.
    """
    return read_word_lists(HarmWords, path)
