"""Whether what stands as the doer of an event can do harm, and how sure the reading of an event is.

People and bodies of people do harm; a weapon or a vehicle is an instrument, so that nobody is named; a closure, a
backlash or the heat does harm only in a figure of speech.

Source: Quirk et al. 1985, A Comprehensive Grammar, ch. 4.5 (habitual present) and 5 (who and which); Dowty 1991,
Thematic proto-roles (volition); Carlson & Pelletier 1995, The Generic Book.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from framing.annotate.agency.participants import Event, Participants, counted
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax import roles
from framing.syntax.roles import dependents
from framing.syntax.tree import DASHES, is_among

Doer = Literal["somebody", "instrument", "thing", "unclear"]
FORCED = frozenset({"surround", "occupy"})  # hills and seas do that too
OPENING = frozenset('"“‘') | {"``", "''"}  # marks before a word that is only cited: "launched the “expulsion …”"
NEAR = 10  # tokens to either side in which a word of force makes a weapon of a vehicle
HABITS = frozenset({"always", "constantly", "frequently", "often", "regularly", "repeatedly", "routinely", "usually"})
SURE, FAIR, WEAK, POOR = 0.95, 0.8, 0.7, 0.5  # shares right of rows read by eye, rounded down


def kind_of_doer(parsed: Parsed, token: int, kinds: Mapping[int, str], words: HarmWords) -> Doer:
    """What a noun that stands as the doer is; `kinds` are the kinds of actors by token."""
    noun = counted(parsed, token, words)
    lemma = parsed.lemma_lowers[noun]
    if noun in kinds:
        return "unclear" if kinds[noun] == "place" else "somebody"
    if lemma in words.accidents:
        return "thing"
    if lemma in words.instruments or lemma in words.vehicles:
        return "instrument"
    if parsed.pos[noun] == "PRON":
        return "unclear" if parsed.lowers[noun] in ("it", "this", "that", "which", "what") else "somebody"
    if lemma in words.persons | words.perpetrators | words.bodies | words.acting_bodies | words.disputants:
        return "somebody"
    if parsed.pos[noun] in ("PROPN", "NUM"):
        return "somebody"
    return _by_ending(lemma, words)


def _by_ending(lemma: str, words: HarmWords) -> Doer:
    """What a noun is that no list holds."""
    if lemma in words.no_persons or lemma in words.abstract or lemma.endswith(tuple(words.thing_endings)):
        return "thing"
    return "somebody" if lemma.endswith(tuple(words.personal_endings)) else "unclear"


def settle_doer(parsed: Parsed, event: Event, who: Participants, words: HarmWords) -> Event | None:
    """The event with a doer who can be one; without where he is an instrument; None where it is a figure of speech."""
    if event.agent is None or event.rule == "symmetric":
        return event
    kind = kind_of_doer(parsed, event.agent, who.kind_at, words)
    if kind == "thing" or kind == "unclear" and event.lemma in FORCED:
        return None
    if kind != "instrument":
        return event
    vehicle = parsed.lemma_lowers[counted(parsed, event.agent, words)] in words.vehicles
    return None if vehicle and not _is_forceful(parsed, event, words) else event._replace(agent=None)


def _is_forceful(parsed: Parsed, event: Event, words: HarmWords) -> bool:
    """Whether a vehicle was used as a weapon: a word of an attack stands in the sentence."""
    first, end = parsed.sentences[parsed.sentence_of[event.token]]
    near = range(max(first, event.token - NEAR), min(end, event.token + NEAR + 1))
    return any(is_among(parsed, i, words.events | words.perpetrators) for i in near if i != event.token)


def confidence_of(parsed: Parsed, event: Event, who: Participants, words: HarmWords) -> float:
    """How sure the reading of an event is, in (0, 1]; only a doer who is named plainly reaches .9."""
    unsure = any(side is not None and _is_pronoun(parsed, side) for side in (event.agent, event.patient))
    if event.agent is None:
        return WEAK if unsure else FAIR
    if event.imputed:
        return FAIR
    if kind_of_doer(parsed, event.agent, who.kind_at, words) == "unclear":
        return POOR
    if unsure or not _stands_at(parsed, event) or parsed.words[event.token - 1] in OPENING:
        return WEAK
    if _may_be_either(parsed, event, event.patient) or _may_be_either(parsed, event, event.agent):
        return WEAK
    if not is_particular(parsed, event, words):
        return FAIR
    plain = event.lemma not in words.figurative or _is_cued(parsed, event, words)
    return SURE if plain and _is_named_plainly(parsed, event.agent, event.token, who, words) else FAIR


def _is_named_plainly(parsed: Parsed, doer: int, event: int, who: Participants, words: HarmWords) -> bool:
    """Whether a doer is known or of a listed kind, no word before a noun, nobody's own, and not who tells of it."""
    known = doer in who.kind_at or is_among(parsed, doer, words.persons | words.perpetrators | words.bodies)
    owned = any(parsed.tags[child] == "PRP$" for child in parsed.children[doer])
    above = parsed.heads[doer]
    tells = above != event and is_among(parsed, above, words.telling) and parsed.deps[doer] in roles.SUBJECTS
    return known and not owned and not tells and parsed.deps[doer] not in roles.COMPOUNDS


def _is_pronoun(parsed: Parsed, token: int) -> bool:
    """Whether a pronoun stands for one side: whom it means is read from other sentences."""
    return parsed.tags[token].startswith("PRP") or parsed.lowers[token] in ("whose", "one", "some", "many")


def _stands_at(parsed: Parsed, event: Event) -> bool:
    """Whether the doer hangs on the event's own word or on one that is joined to it, not on a clause further off."""
    assert event.agent is not None
    heads = [event.token]
    for _ in range(3):
        node = heads[-1]
        joined = parsed.deps[node] in roles.CONJUNCTS | roles.OPEN_COMPLEMENTS or _trails(parsed, node)
        if not joined:
            break
        heads.append(parsed.heads[node])
    above = parsed.heads[event.agent]
    under = above in heads or parsed.heads[above] in heads or above in _carriers(parsed, heads)
    relative = any(parsed.deps[h] in roles.CLAUSES_OF_NOUNS and parsed.heads[h] == event.agent for h in heads)
    return under or relative


def _carriers(parsed: Parsed, heads: list[int]) -> set[int]:
    """The verbs that an event noun is the object or subject of: "launched an attack"."""
    return {parsed.heads[h] for h in heads if parsed.deps[h] in roles.DIRECT_OBJECTS | roles.PASSIVE_SUBJECTS}


def _trails(parsed: Parsed, verb: int) -> bool:
    """Whether a participle goes on about the same doer: "shot a hundred people, killing 49"."""
    return parsed.deps[verb] in roles.ADVERBIAL_CLAUSES and parsed.tags[verb] == "VBG"


def _is_cued(parsed: Parsed, event: Event, words: HarmWords) -> bool:
    """Whether a word of bodies, weapons or bloodshed hangs on the event or on its sides."""
    sides = [side for side in (event.token, event.agent, event.patient) if side is not None]
    near = [token for side in sides for token in (side, *parsed.children[side]) if token != event.token]
    return any(is_among(parsed, token, words.physical) for token in near)


def is_particular(parsed: Parsed, event: Event, words: HarmWords) -> bool:
    """Whether one deed is told: not a trait ("their brutality"), a habit, a general point, or what a noun claims."""
    heads = [event.token]
    while parsed.deps[heads[-1]] in roles.CONJUNCTS | roles.OPEN_COMPLEMENTS:
        heads.append(parsed.heads[heads[-1]])
    top = heads[-1]
    general = all(side is not None and _is_anybody(parsed, side) for side in (event.agent, event.patient))
    if parsed.pos[event.token] in ("NOUN", "PROPN"):
        carried = any(parsed.lemma_lowers[verb] in words.carry for verb in _carriers(parsed, heads))
        if event.patient is None and not carried or general and parsed.tags[event.token] == "NNS":
            return False
    elif any(parsed.lowers[child] in HABITS for head in heads for child in parsed.children[head]):
        return False
    claimed = parsed.deps[top] in roles.CLAUSES_OF_NOUNS | roles.CONTENT_CLAUSES
    if claimed and parsed.pos[parsed.heads[top]] == "NOUN" and parsed.child(top, *roles.MARKERS) is not None:
        return False  # "the proof that Velmark shot it down"
    return not (general and parsed.tags[event.token] in ("VB", "VBP", "VBZ"))


def _is_anybody(parsed: Parsed, side: int) -> bool:
    """Whether a side is a bare plural: "men kill women"."""
    numbered = roles.NUMBERS | roles.POSSESSORS | {"det"}
    bare = parsed.tags[side] == "NNS" or parsed.lowers[side] == "people"
    return bare and not dependents(parsed, side, numbered)


def _may_be_either(parsed: Parsed, event: Event, side: int | None) -> bool:
    """Whether two may be meant: "the mother of Orel, who was shot", "the officer who shot Toll – Birk, who …"."""
    if side is not None and any(_is_dash(parsed, token) for token in range(parsed.lefts[side] + 1, side)):
        return True
    if side is None or parsed.heads[event.token] != side or parsed.deps[event.token] not in roles.RELATIVE_CLAUSES:
        return False
    inside = range(side + 1, parsed.lefts[event.token])
    return any(parsed.pos[token] == "PROPN" and parsed.heads[parsed.heads[token]] == side for token in inside)


def _is_dash(parsed: Parsed, token: int) -> bool:
    """Whether a dash with a space before it parts two phrases, unlike a hyphen in a name."""
    return parsed.words[token] in DASHES and parsed.starts[token] > parsed.ends[token - 1]
