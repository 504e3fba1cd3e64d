"""Words for events of harm and force, read once from TOML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from framing.packs.tomlfile import LEXICONS, read_word_lists


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HarmWords:
    """Lemmas by the part they play in an account of harm, each list named like its list in `agency.toml`."""

    harm: frozenset[str]  # verbs: harm or force whatever their object
    sometimes: frozenset[str]  # verbs: the same only on people, places or property
    events: frozenset[str]  # nouns of events of harm
    happen: frozenset[str]  # verbs by which an event happens of itself
    carry: frozenset[str]  # verbs by which somebody carries an event out
    states: frozenset[str]  # "were left dead": the harm without the deed
    abstract: frozenset[str]  # objects that make a figure of it: "killed the bill"
    concrete: frozenset[str]  # people, places and property
    instruments: frozenset[str]  # as subjects they name nobody: "the strike killed 12"
    figurative: frozenset[str]  # count only beside a sign of force
    figures: frozenset[str]  # beside an event, make a figure of it: "verbal attack"
    physical: frozenset[str]  # signs of bodies, weapons or bloodshed
    disputants: frozenset[str]  # attack with words as a rule
    accidents: frozenset[str]  # harm without anybody's doing
    works: frozenset[str]  # in them harm is only shown: "violence in films"
    bodies: frozenset[str]  # act or suffer for their owner: "the army's men"
    of_doer: frozenset[str]  # "of" behind them brings the doer
    passive_owner: frozenset[str]  # their owner suffers them: "his arrest"
    mutual: frozenset[str]  # name both sides after "between"
    scenes: frozenset[str]  # happen in a country, not by it: "Syrian unrest"
    unreal_verbs: frozenset[str]  # do not vouch for what they govern
    unreal_nouns: frozenset[str]  # the same: "the threat of attacks"
    unreal_words: frozenset[str]  # beside an event, leave open whether it happened
    realised: frozenset[str]  # with an infinitive, tell that it came about
    blame: frozenset[str]  # lay an event at somebody's door
    throwing: frozenset[str]  # with one of these as object, and "at" somebody, a deed of force ...
    missiles: frozenset[str]
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
    persons: frozenset[str]  # do harm themselves
    personal_endings: frozenset[str]  # of nouns for persons
    no_persons: frozenset[str]  # end so and are none
    thing_endings: frozenset[str]  # of nouns for what acts only in a figure
    vehicles: frozenset[str]  # do harm by accident, unless a word of force stands beside them
    spots: frozenset[str]  # behind "by" they say where
    media_places: frozenset[str]  # behind "on" they say where words are spoken
    regulated: frozenset[str]  # a crackdown on them is the strictness of an office
    attitudes: frozenset[str]  # a feeling, where it belongs to somebody
    named_after_victims: frozenset[str]  # the people before them suffers them: "the Armenian genocide"
    measures: frozenset[str]  # spoken of as a policy when nothing tells of one
    photographers: frozenset[str]  # shoot pictures
    aircraft: frozenset[str]  # can be shot down
    posts: frozenset[str]  # occupied or captured without force
    mortal_verbs: frozenset[str]  # done to what lives; to other things only in a figure
    accusing_verbs: frozenset[str]  # name somebody as the doer
    claiming_verbs: frozenset[str]  # own up to it
    telling: frozenset[str]  # verbs whose subject tells of an event and need not have done it
    clearing_verbs: frozenset[str]  # free somebody of it
    guilty_words: frozenset[str]  # what somebody is said to be
    perpetrators: frozenset[str]  # nouns for whoever did it


@cache
def load_harm_words() -> HarmWords:
    """The lists that come with the program."""
    return read_word_lists(HarmWords, LEXICONS / "agency.toml")
