"""Words that tell who a name is: given names, titles, groups, heads of organisations, places. Read once, as sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from framing.errors import PackError
from framing.model import ActorKind
from framing.packs.tomlfile import LEXICONS, read_toml, read_word_lists

SPEAKERS = LEXICONS / "speakers.toml"
SPEAKER_NOUNS = (*get_args(ActorKind), "evidence")


@dataclass(frozen=True, eq=False, repr=False)
class ActorWords:
    """Word lists, lower case, each named like its list in `actor_words.toml`, which says where the words come from."""

    first_names: Mapping[str, str]  # "he", "she", or "" for a name of both: a person is named so
    honorifics: Mapping[str, str]  # "he", "she" or "": a person's name follows
    titles: frozenset[str]  # a person's name follows, or "the premier" is a person
    before_titles: frozenset[str]  # belong to the title behind them: "foreign minister"
    lowering_ranks: frozenset[str]  # make another office of an office: "vice president"
    royal_titles: frozenset[str]  # bearers go by given name and number: "Queen Ada" is "Ada II"
    heirs: frozenset[str]  # of them, those who do not reign: "Prince Ivo" is no King Ivo
    heads_of_state: frozenset[str]  # "the Norland leader" may be who holds one of these offices there
    clergy_titles: frozenset[str]  # of two people of one name, keep the clergyman apart
    leading_offices: frozenset[str]  # of who leads a body
    agreeing_ranks: frozenset[str]  # "the foreign minister" is only who bears that rank
    other_holders: frozenset[str]  # "the next president" is nobody named so far
    short_titles: Mapping[str, frozenset[str]]  # "gov." -> governor: what its bearer is called afterwards
    kin_words: frozenset[str]  # the name behind "his father" is of another generation
    family_nouns: frozenset[str]  # "the Marwick family" is no Marwick
    gendered_nouns: Mapping[str, str]  # fix "he" or "she" for whoever bears them
    group_nouns: frozenset[str]  # people that are actors where they do something
    main_group_nouns: frozenset[str]  # of these, the ones that count wherever they stand
    official_nouns: frozenset[str]  # behind a demonym or a capital, they speak for the state
    state_acts: frozenset[str]  # the same, by what the state does: "assault"
    organisation_heads: frozenset[str]  # make a proper name an organisation
    body_openings: frozenset[str]  # open the names of bodies: "Chez Ivo"
    leading_heads: frozenset[str]  # after them a name goes on: "Center for …"
    policy_fields: frozenset[str]  # "and" between two of them does not end a name
    public_bodies: frozenset[str]  # never "the group" or "the company"
    state_organs: frozenset[str]  # in a name, they tell a body of the state
    chambers: frozenset[str]  # named by the state before them: "U.S. Senate" is one name
    acronym_skips: frozenset[str]  # acronyms leave their initials out
    chamber_openings: frozenset[str]  # "US Senate" is the Senate
    contest_nouns: frozenset[str]  # "Senate race" is no Senate
    sought: frozenset[str]  # what who wants an office seeks: "the nomination"
    sought_seats: frozenset[str]  # what only is run for: "the Senate"
    contest_openings: frozenset[str]  # "X's Senate campaign": X seeks an office
    firm_endings: frozenset[str]  # what a longer name of the same body may add
    legal_forms: frozenset[str]  # left out when names of two articles are compared
    national_heads: frozenset[str]  # in their names "U.S." may be left out
    common_openings: frozenset[str]  # open too many names to stand for one body
    thing_heads: frozenset[str]  # make a proper name neither a person nor an organisation
    water_openings: frozenset[str]  # the same, at the opening of a name
    qualified_nouns: frozenset[str]  # an acronym that only stands before them names no body
    place_prepositions: frozenset[str]  # a place's name follows
    locating_prepositions: frozenset[str]  # a pronoun seldom means a name behind them
    motion_verbs: frozenset[str]  # "to" and "from" behind them bring a place
    place_nouns: frozenset[str]  # what a place has: "the streets of Baku"
    takes_actor_subject: frozenset[str]  # verbs: whoever is their subject acts, and is no mere place
    takes_personal_subject: frozenset[str]  # verbs: their subject is a person
    personal_adjectives: frozenset[str]  # before a name of two words they tell of a person
    takes_actor_object: frozenset[str]  # verbs: a capital as their object is the state
    takes_place_object: frozenset[str]  # verbs: a state as their object is a place
    takes_personal_object: frozenset[str]  # verbs: their object is a person
    giving_verbs: frozenset[str]  # with an object, "to" behind them brings a receiver
    relating_words: frozenset[str]  # "to", "from" and "on" behind them bring an actor
    demonym_endings: frozenset[str]  # make the adjective of a state: "Velmoran"
    state_heads: frozenset[str]  # "the emir of X": X is a state
    state_openings: frozenset[str]  # open names of states of two words
    governing_verbs: frozenset[str]  # their object is a state
    arms: frozenset[str]  # what states fire
    state_deeds: frozenset[str]  # what few but states do
    countries: frozenset[str]  # "X, a landlocked republic"
    bearings: frozenset[str]  # "X, Y's northern neighbour"
    state_nouns: frozenset[str]  # what only a state has: whoever owns it is one
    eponymous_nouns: frozenset[str]  # an organisation with a name before them: "the Harker administration"
    body_nouns: frozenset[str]  # "the company": an organisation that was named before
    association_nouns: frozenset[str]  # what is called so may be "the group", too
    state_bodies: frozenset[str]  # in the name of a body whose head holds an office
    private_bodies: frozenset[str]  # of them, those of no state: who leads one is no official
    plain_association_nouns: frozenset[str]  # other words for an association
    firm_nouns: frozenset[str]  # what is called so may be "the company", too
    plain_firm_nouns: frozenset[str]  # other words for a firm, and for a body of which nothing is told
    paper_names: frozenset[str]  # in the name of a paper
    paper_nouns: frozenset[str]  # what a paper may be called
    employer_nouns: frozenset[str]  # "a spokesman for X": X is an organisation
    firm_possessions: frozenset[str]  # "X's customers": X is an organisation
    firm_possessions_weak: frozenset[str]  # the same, if said twice
    organisation_nouns: frozenset[str]  # "X, a charity": X is an organisation
    no_names: frozenset[str]  # capitalised, and no part of a name
    name_months: frozenset[str]  # months that are names, too: somebody's, where a full name says so
    before_months: frozenset[str]  # a month behind them is one
    caption_openings: frozenset[str]  # before a colon, they open a caption or a link
    comment_headings: frozenset[str]  # readers' comments follow
    button_words: frozenset[str]  # several in a row are buttons
    opening_verbs: frozenset[str]  # at the opening of a sentence, no part of the name behind them
    sport_nouns: frozenset[str]  # in small letters they tell of a match
    match_nouns: frozenset[str]  # the same beside a score or another of them
    play_verbs: frozenset[str]  # a town that does so is its team
    plants: frozenset[str]  # that people are called after, too
    growing_places: frozenset[str]
    adjectives_of_stuff: frozenset[str]  # said of what there is little or much of
    weather_nouns: frozenset[str]  # surnames, too: no names where they do what the weather does
    weather_verbs: frozenset[str]
    time_words: frozenset[str]  # alone no names, but part of some: "USA Today"
    paper_markings: frozenset[str]  # in capitals on papers: "SECRET"
    adherents: frozenset[str]  # creeds, parties, peoples: no name by themselves
    month_openings: frozenset[str]  # behind a place, they make it a dateline
    name_particles: frozenset[str]  # lower case inside a name
    epithets: frozenset[str]  # before somebody's name: "old Lanyon"
    lone_ranks: frozenset[str]  # capitalised at the opening of a headline, half of an office: "Prime minister"
    compound_tails: frozenset[str]  # in small letters behind a hyphen, they make a compound
    joint_nouns: frozenset[str]  # what two people have between them: "the Lang-Dale summit"
    post_nominals: frozenset[str]  # behind a person's name: no part of it
    leading_family_names: frozenset[str]  # stand before the given name
    indefinite_pronouns: frozenset[str]  # somebody unnamed whom "he" or "she" may mean
    introducing_determiners: frozenset[str]  # a person behind them is new to the text
    quantifiers: frozenset[str]  # no part of what somebody is called
    regions: frozenset[str]  # places that the roster does not hold
    cities: frozenset[str]  # the same
    state_abbreviations: frozenset[str]  # behind the comma after a town
    postal_codes: frozenset[str]  # in capitals, behind a comma, a bracket or a hyphen
    nicknames: Mapping[str, frozenset[str]]  # given name -> all of its family: one person may bear each
    wares: frozenset[str]  # behind a rank, what firms are called after
    shared_offices: frozenset[str]  # a firm has them, too: its president is no official
    trades: frozenset[str]  # before "agency" and the like, they make it a firm: "advertising"
    trade_heads: frozenset[str]  # firms behind a trade: "agency"
    company_heads: frozenset[str]  # close the names of companies
    media_heads: frozenset[str]  # close the names of papers and broadcasters
    media_names: frozenset[str]  # outlets and platforms whose names do not tell
    media_plain_words: frozenset[str]  # of them, those that are a word, a place or a surname, too
    company_nouns: frozenset[str]  # "X, a brewer": X is a company
    media_nouns: frozenset[str]  # "X, a weekly": X is an outlet or a platform
    party_nouns: frozenset[str]  # close the names of parties, or say that a body is one
    callings: Mapping[str, str] = field(default_factory=dict)  # noun -> kind of whoever it describes

    @cached_property
    def personal_openings(self) -> frozenset[str]:
        """What stands before a surname: given names, titles and forms of address."""
        return frozenset(self.first_names) | frozenset(self.honorifics) | self.titles

    @cached_property
    def speaks_for_state(self) -> frozenset[str]:
        """Nouns that make a demonym or a capital speak for its state: who acts for it, and what it does."""
        return self.official_nouns | self.state_acts

    @cached_property
    def gazetteer(self) -> frozenset[str]:
        """Places that the roster does not hold."""
        return self.regions | self.cities

    @cached_property
    def eponymous_forms(self) -> Mapping[str, str]:
        """Singular and plural of `eponymous_nouns`, to the singular."""
        return {form: noun for noun in self.eponymous_nouns for form in (noun, f"{noun}s")}


@cache
def load_actor_words() -> ActorWords:
    """The lists that come with the program."""
    lists = read_word_lists(ActorWords, LEXICONS / "actor_words.toml", LEXICONS / "first_names.toml")
    return replace(lists, callings=load_speaker_nouns())


@cache
def load_speaker_nouns(path: Path = SPEAKERS) -> Mapping[str, str]:
    """Noun -> kind of whoever it describes, "evidence" for a study or a poll; the first list that holds a noun wins.

    Raises:
        PackError: the file cannot be read, or a list is of no kind.
    """
    data = read_toml(path, problem="cannot be read as TOML", remedy="Compare it with the packaged file.")
    kinds = {kind: entry for kind, entry in data.items() if isinstance(entry, dict)}
    for kind in sorted(kinds.keys() - {*SPEAKER_NOUNS}):
        raise PackError(f"{path.name}: {kind!r} is not known here. Use one of: {', '.join(SPEAKER_NOUNS)}.")
    found: dict[str, str] = {}
    for kind, entry in kinds.items():
        for noun in str(entry["nouns"]).split():
            found.setdefault(noun, kind)
    return MappingProxyType(found)
