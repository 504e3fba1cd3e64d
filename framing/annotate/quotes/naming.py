"""Who a name, a mention or a description says that a speaker is, taken by itself: actor, kind, readable name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.annotate.quotes.context import QuoteContext
from framing.annotate.quotes.coreference import is_same, is_told_of, mentions_of, names_another, narrows_by_clause
from framing.annotate.quotes.descriptions import (
    describe,
    is_adherent,
    is_organ_of_state,
    is_part,
    is_plural,
    kind_of_noun,
)
from framing.annotate.quotes.preceding import is_body_before, is_subject_before
from framing.model import AUTHOR, BODIES, NOBODY_NAMED, Actor, ActorKind, Mention
from framing.syntax import roles
from framing.syntax.roles import dependents, possessor_of

NO_PEOPLE = frozenset((*BODIES, "state", "place"))
GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
INDEFINITE = frozenset({"a", "an", "one", "another", "some"})  # before a noun for one of many ("a senior official")


class Speaker(NamedTuple):
    """Who speaks: `name` is readable, "" when nobody is named; `actors` are ids."""

    name: str
    actors: tuple[str, ...]
    kind: ActorKind
    head: int = -1  # head token of the words that name or describe one speaker; -1 for nobody and for several
    sure: bool = True  # nothing says that somebody else may be meant


NOBODY = Speaker("", (), "unnamed")


def known_by_name(name: str, actors: Mapping[str, Actor]) -> Speaker:
    """Whoever bears a name, in full or as the only one with that surname."""
    people = [actor for actor in actors.values() if actor.nature == "person"]
    found = [one for one in people if one.name.lower() == name.lower()]
    found = found or [one for one in people if one.name.split()[-1].lower() == name.split()[-1].lower()]
    if len(found) == 1:
        return Speaker(found[0].name, (found[0].id,), found[0].kind)
    return Speaker(name, (), "person")


def part_of_name(speaker: Speaker) -> str:
    """The name of one person whose parts may name her in her own words, or ""."""
    named = speaker.name and speaker.kind not in NO_PEOPLE | {"unnamed"} and speaker.name != AUTHOR
    return speaker.name if named else ""


def join_speakers(speakers: list[Speaker]) -> Speaker:
    """Several speakers as one: "A, B and C"."""
    names = list(dict.fromkeys(speaker.name for speaker in speakers if speaker.name))
    ids = tuple(dict.fromkeys(actor for speaker in speakers for actor in speaker.actors))
    name = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    head = speakers[0].head if len(speakers) == 1 else -1
    return Speaker(name, ids, speakers[0].kind if speakers else "unnamed", head)


def may_stand_for(context: QuoteContext, head: int, mention: Mention) -> bool:
    """Whether nothing in a description speaks against the person of this article that it is taken for."""
    if mention.label == "name" and _is_other_staff(context, head, mention):
        return False
    if mention.label != "title" or not mention.actor.startswith("~") or context.parsed.pos[head] != "NOUN":
        return True
    names = mentions_of(context, (mention.actor,))
    return not narrows_by_clause(context, head) and not names_another(context, head, names)


def _is_other_staff(context: QuoteContext, head: int, mention: Mention) -> bool:
    """Whether a noun that opens a sentence is taken for a body's short name, and tells whose it is: "Staff of X"."""
    parsed = context.parsed
    opens = parsed.sentences[parsed.sentence_of[head]][0] == head and parsed.tags[head] in {"NN", "NNS"}
    short = parsed.lowers[head] != mention.actor.strip("~")
    return opens and short and bool(roles.prepositions(parsed, head, ("for", "of", "at")))


def untitled(context: QuoteContext, name: str) -> str:
    """A name without the role in front of it ("Farmer Tom Hill")."""
    words = name.split()
    while len(words) > 2 and words[0].lower() in context.verbs.speakers:
        words.pop(0)
    return " ".join(words)


def known_speaker(context: QuoteContext, head: int, mention: Mention, actor: Actor) -> Speaker:
    """The speaker that a mention names: the actor, or the body or the people that act for it."""
    parsed = context.parsed
    if actor.nature == "person":
        return Speaker(actor.name, (actor.id,), actor.kind, head)
    if mention.label == "demonym" and is_plural(context, head):  # "some Germans": people, not their state
        return Speaker(f"{NOBODY_NAMED}{describe(context, head)}", (actor.id,), "unnamed", head)
    told = kind_of_noun(context, head)
    by_name = mention.label == "name" and mention.head == head and actor.kind != "group"
    proper = by_name and told is None  # a name that was taken for a noun
    if (parsed.pos[head] == "NOUN" and mention.label != "metonym" and not proper) or (
        told and mention.label == "demonym"
    ):
        body: ActorKind = "unnamed" if actor.kind == "group" else actor.kind
        kind = body if told in {None, "civilian"} and body != "unnamed" else told or body
        if kind in BODIES:
            meant = mention.label == "title" and mention.head == head and not is_body_before(context, head, actor.id)
            name = actor.name if meant else describe(context, head)
            organ = kind == "organisation" and is_organ_of_state(context, name)
            return Speaker(name, (actor.id,), "state" if organ else kind, head)
        many = is_plural(context, head) or parsed.lowers[parsed.lefts[head]] in INDEFINITE
        if actor.kind in {"group", "party"} or many:
            return Speaker(f"{NOBODY_NAMED}{describe(context, head)}", (actor.id,), "unnamed", head)
        return Speaker(describe(context, head), (actor.id,), kind, head)
    if actor.nature == "state" and told in BODIES and parsed.pos[head] == "PROPN":  # "the State Department"
        organ = told == "organisation" and is_organ_of_state(context, describe(context, head))
        return Speaker(describe(context, head), (actor.id,), "state" if organ else told, head)
    if actor.kind == "group" and actor.name[:1].islower():
        return Speaker(f"{NOBODY_NAMED}{actor.name}", (actor.id,), "unnamed")
    if parsed.lowers[head] in {"they", "their"}:
        before = [t for t in context.heads[actor.id] if t < head and parsed.pos[t] != "PRON"]
        named = next((m for t in before[-1:] for m in context.mentions[t] if m.actor == actor.id), None)
        if named is not None and is_plural(context, named.head):  # "Some Democrats voted no. They argue …"
            return known_speaker(context, named.head, named, actor)
    return _known_body(context, head, actor)


def _known_body(context: QuoteContext, head: int, actor: Actor) -> Speaker:
    """The same of a name or a pronoun for a body, a state or a people."""
    members = is_plural(context, head) and is_adherent(context, head)  # "Democrats"
    if actor.kind in {"group", "party"} and (members or is_part(context, head)):
        return Speaker(f"{NOBODY_NAMED}{describe(context, head)}", (actor.id,), "unnamed", head)
    if actor.kind == "organisation" and any(is_organ_of_state(context, name) for name in (actor.name, *actor.aliases)):
        return Speaker(actor.name, (actor.id,), "state", head)
    kind = "party" if actor.kind == "group" else actor.kind
    return Speaker(actor.name, (actor.id,), kind, head)


def suits(context: QuoteContext, speaker: Speaker, gender: str) -> bool:
    """Whether a speaker is one person whom "he" or "she" may mean."""
    head = speaker.head
    if head < 0 or speaker.kind in NO_PEOPLE or is_plural(context, head):
        return False
    if not speaker.actors and speaker.kind != "unnamed" and " " not in speaker.name:
        return False  # a lone word with a capital may be anything
    told = {GENDERS.get(context.parsed.lowers[t]) for t in mentions_of(context, speaker.actors, "pronoun")} - {None}
    noun = context.parsed.pos[head] == "NOUN"
    first = "" if noun else context.people.first_names.get(speaker.name.split()[0].lower(), "")
    own = context.people.gendered_nouns.get(context.parsed.lowers[head], "") if noun else first
    return own == gender if own else told <= {gender}


def is_somebody(context: QuoteContext, head: int) -> bool:
    """Whether a phrase names somebody rather than something."""
    return context.parsed.pos[head] == "PROPN" or head in context.mentions or kind_of_noun(context, head) is not None


def with_owner(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> str:
    """A description with whose "his" or "her" plainly is: "Ada Kolb left. Her office said": "Ada Kolb's office"."""
    owner, name = possessor_of(context.parsed, head), describe(context, head)
    told = () if owner is None or context.parsed.lowers[owner] not in GENDERS else context.mentions.get(owner, ())
    here = context.parsed.sentences[context.parsed.sentence_of[head]][0]
    for one in (m.actor for m in told if m.actor in actors):
        named = any(here <= t < head and context.parsed.pos[t] != "PRON" for t in context.heads[one])
        if named or is_subject_before(context, head, (one,)):
            return f"{actors[one].name}'s {name}"
    return name


def meant_before(context: QuoteContext, head: int, before: tuple[Speaker, ...]) -> Speaker | None:
    """The latest speaker for whom a description can stand: its noun described her before, and it tells no more."""
    for speaker in reversed(before):
        if speaker.head < 0:
            continue
        if speaker.name.startswith(NOBODY_NAMED):
            found = is_same(context, head, speaker.head)
        else:
            found = is_told_of(context, head, [speaker.head, *mentions_of(context, speaker.actors)])
        if found:
            return speaker
    return None


def sides_of(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Actors named inside the description ("Armenian" officials): the side that it speaks for, and no person.

    Whoever speaks for somebody is somebody else: “Kolb's lawyer” is not Kolb, who may well be silent.
    """
    parsed = context.parsed
    beside = dependents(parsed, head, roles.NOUN_MODIFIERS)
    owners = [c for c in beside if parsed.pos[c] != "PRON"]  # "his lawyer" does not speak for him here
    found = [m.actor for c in owners for m in context.mentions.get(c, ()) if m.actor in actors]
    found = [one for one in found if actors[one].nature != "person"]
    return tuple(dict.fromkeys(found))
