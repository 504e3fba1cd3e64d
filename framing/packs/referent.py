"""The records of a frame pack: referents, the poles of their wording, and the variants of each pole.

The file format is told in `README.md` beside this file; the pattern language in `pattern.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from typing import Literal, NamedTuple

from framing.packs.pattern import Element, Plan, Sequence, Series, cut_word, elements_of, plan_sequence, write_out
from framing.packs.roster import KnownActor, load_world
from framing.packs.tomlfile import LEXICONS, index_by_key, read_word_lists
from framing.packs.wordings import load_word_tables

Within = Literal["sentence", "neighbours", "article"]
Scope = Literal["topic", "general"]
PoleKind = Literal["side", "neutral", "evasive"]
ReferentKind = Literal["naming", "argument"]
PERSONS = "18"  # lexicographer class of WordNet


@dataclass(frozen=True, slots=True)
class Pole:
    """The side that a wording takes. `value` in [-1, 1] along the referent's axis; neutral and evasive poles are 0."""

    id: str
    value: float
    kind: PoleKind = "side"
    gloss: str = ""
    favours: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """A pattern as written, and as a tree; its flat sequences are written out when they are first asked for."""

    text: str
    tree: Series = field(compare=False, repr=False)
    needs: tuple[frozenset[str], ...] = field(compare=False, repr=False)  # of each set one word must be there
    words: frozenset[str] = field(compare=False, repr=False)  # every word that it names

    @cached_property
    def sequences(self) -> tuple[Sequence, ...]:
        """The flat sequences that the pattern stands for."""
        return write_out(self.tree)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Plans of the sequences that hold a word."""
        return tuple(plan for plan in map(plan_sequence, self.sequences) if plan)

    @cached_property
    def slots(self) -> tuple[Element, ...]:
        """The sequences that are a slot alone."""
        return tuple(s[0] for s in self.sequences if len(s) == 1 and s[0].kind == "slot")


@dataclass(frozen=True, slots=True)
class Context:
    """What must, or must not, stand near a variant. Empty `near` asks for nothing."""

    near: tuple[Pattern, ...] = ()
    within: Within = "sentence"
    not_near: tuple[Pattern, ...] = ()
    not_within: Within = "sentence"


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a referent, with the conditions under which it counts and its examples."""

    id: str
    pole: str
    match: tuple[Pattern, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    context: Context = Context()
    agent: tuple[str, ...] = ()  # who must do it: actor ids, "any" or "none"; () asks for nothing
    patient: tuple[str, ...] = ()
    not_agent: tuple[str, ...] = ()
    after: str = ""  # only in articles dated on or after (ISO 8601); undated articles pass
    before: str = ""
    confidence: float = 1.0
    note: str = ""
    source: str = ""
    kind: ReferentKind = "naming"  # that of its referent, unless the pack says otherwise


@dataclass(frozen=True, slots=True)
class Referent:
    """A thing that can be named in rival ways. `axis` says what -1 and +1 mean.

    A "naming" referent is one thing, deed or outcome under rival names. An "argument" is a question on which texts say
    different things (what causes it, what should be done): claims that differ, no two names of one thing. A variant may
    differ from its referent: a reproach or a cause is no name of a thing, nor is an inquiry into it.
    """

    id: str
    name: str
    axis: tuple[str, str]
    poles: tuple[Pole, ...]
    variants: tuple[Variant, ...]
    context: Context = Context()
    after: str = ""  # only in articles dated on or after (ISO 8601); undated articles pass
    before: str = ""
    kind: ReferentKind = "naming"

    def pole(self, id: str) -> Pole:
        """The pole of that id."""
        return next(pole for pole in self.poles if pole.id == id)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What makes a pack speak in an event when packs are tried; a named pack always speaks. Empty: it always speaks.

    Needed are, in the event's articles together, `hits` matches of `any`, and `per_1000` in a thousand words; or `hits`
    matches of each of `all`. With `lead`, half of the articles must have one of `any` in their first `lead` words.
    """

    any: tuple[Pattern, ...] = ()
    hits: int = 1
    per_1000: float = 0.0
    lead: int = 0
    all: tuple[Pattern, ...] = ()


class Lookup(NamedTuple):
    """One flat sequence of a variant, found by its word at the plan's anchor."""

    referent: Referent
    variant: Variant
    pole: Pole
    plan: Plan
    order: int  # place of the variant in its referent


class Name(NamedTuple):
    """A name of an actor as lower-case words: name, adjective or people ("Armenian"), capital or seat ("Yerevan")."""

    words: tuple[str, ...]
    actor: str
    metonym: bool = False  # not the actor after "in", "to", "near"


@dataclass(frozen=True, eq=False, repr=False)
class FrameRules:
    """Words that take a wording back or leave it open, each list named like its list in `rules_frames.toml`."""

    negators: frozenset[str]  # what hangs under them is denied
    denials: frozenset[str]  # verbs and nouns that deny their complement
    preventing_verbs: frozenset[str]  # their object did not come about
    modals: frozenset[str]  # leave open whether it is so
    conditions: frozenset[str]  # the same
    accusations: frozenset[str]  # nouns that leave open what they are about: "fraud investigation"
    fears: frozenset[str]  # what they bring has not come about: "fear of a siege"
    doubts: frozenset[str]  # verbs and nouns that call in question what they take
    doubtful: frozenset[str]  # before a noun, the same: "the disputed rescue"
    placing_prepositions: frozenset[str]  # a capital or seat of government behind them is only a place

    def is_person(self, noun: str) -> bool:
        """Whether a noun, in small letters, names persons first of all."""
        known = load_word_tables().relations.get((noun, "n"))
        return known is not None and known.group == PERSONS

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Words without which a sentence asserts all that it says."""
        taken_back = self.negators | self.denials | self.preventing_verbs | self.doubts | self.doubtful
        return taken_back | self.modals | self.conditions | self.accusations | self.fears | {"?", "called", "without"}


@cache
def load_frame_rules() -> FrameRules:
    """The lists that come with the program."""
    return read_word_lists(FrameRules, LEXICONS / "rules_frames.toml")


class PackHead(NamedTuple):
    """What decides where a pack speaks, known before its wordings are read."""

    id: str
    title: str
    about: str
    scope: Scope
    anchors: Anchors


@dataclass(frozen=True, eq=False)
class FramePack:
    """A topic: its actors, its referents, and the index by which variants are looked up."""

    id: str
    title: str
    about: str
    language: str
    version: str
    scope: Scope  # a "general" pack reads any text; a "topic" pack must be silent on other topics
    sources: tuple[str, ...]
    anchors: Anchors
    actors: tuple[KnownActor, ...]  # its own entries, to lay over the world roster
    referents: tuple[Referent, ...]
    where: str  # the file, for messages
    rules: FrameRules
    names: dict[str, tuple[Name, ...]] = field(repr=False)  # first word -> names of its own actors
    parents: dict[str, frozenset[str]] = field(repr=False)  # actor -> itself and whom it acts for
    index: dict[str, tuple[Lookup, ...]] = field(repr=False)  # word -> the sequences that are looked up by it


def index_variants(referents: Iterable[Referent]) -> dict[str, tuple[Lookup, ...]]:
    """Word -> the flat sequences of variants that are looked up by it."""
    rows = [(r, v, order, p) for r in referents for order, v in enumerate(r.variants) for p in v.match]
    keys = ({key for element in elements_of(pattern.tree) for key in element.keys} for *_, pattern in rows)
    counts = Counter(chain.from_iterable(keys))
    lookups = (
        Lookup(referent, variant, referent.pole(variant.pole), plan, order)
        for referent, variant, order, pattern in rows
        for plan in filter(None, (plan_sequence(sequence, counts) for sequence in write_out(pattern.tree)))
    )
    return index_by_key((word, lookup) for lookup in lookups for word in lookup.plan.words)


def index_names(actors: Iterable[KnownActor]) -> dict[str, tuple[Name, ...]]:
    """First word -> names of actors (name, aliases, demonyms, metonyms)."""
    names = (
        Name(words, actor.id, text in actor.metonyms)
        for actor in actors
        for text in (actor.name, *actor.aliases, *actor.demonyms, *actor.metonyms)
        if (words := tuple(part for word in text.split() for part in cut_word(word)))
    )
    return index_by_key((name.words[0], name) for name in dict.fromkeys(names))


@cache
def world_names() -> dict[str, tuple[Name, ...]]:
    """The names of the world roster."""
    return index_names(load_world())


def find_parents(actors: Iterable[KnownActor]) -> dict[str, frozenset[str]]:
    """Actor -> itself and everyone it acts for."""
    above = {actor.id: actor.member_of for actor in actors}
    parents = {}
    for id in above:
        chain, step = {id}, above[id]
        while step and step not in chain:
            chain.add(step)
            step = above.get(step, "")
        parents[id] = frozenset(chain)
    return parents
