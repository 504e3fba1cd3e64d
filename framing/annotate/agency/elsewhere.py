"""Doers and sufferers that stand beside the event's own word: "died in a strike by Velmark", "at the hands of guards".

"Nobody named" is said only where no doer stands in the sentence or in the ones beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.annotate.agency.participants import Event, Participants, behind, counted
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax import roles
from framing.syntax.roles import object_of, prepositions
from framing.syntax.tree import is_among

DURING = ("in", "during", "by", "amid", "from")  # before the event in which somebody is killed
DOING_KINDS = frozenset({"person", "group", "organisation", "state"})
LAID = frozenset({"blame", "responsibility", "culprit", "mastermind"})  # words that lay it at somebody's door


def link_events(parsed: Parsed, events: Sequence[Event]) -> list[Event]:
    """The events with doer and sufferer of the same deed shared: that of "died" and that of "strike"."""
    nouns = {event.token: event for event in events if parsed.pos[event.token] in ("NOUN", "PROPN")}
    linked: dict[int, Event] = {}
    for event in events:
        deed = _deed_of(parsed, event, nouns)
        hands = _by_hands_of(parsed, event.token) if event.agent is None else None
        if hands is not None:
            event = event._replace(agent=hands)
        elif deed is not None and event.agent is None and event.rule != "active":
            event = event._replace(agent=deed.agent, imputed=deed.imputed, said_by=deed.said_by)
        if deed is not None and deed.patient is None:
            linked[deed.token] = deed._replace(patient=event.patient)
        linked.setdefault(event.token, event)
        if event.token in linked and event.token not in nouns:
            linked[event.token] = event
    return [_victim(parsed, linked[event.token]) for event in events]


def _deed_of(parsed: Parsed, event: Event, nouns: Mapping[int, Event]) -> Event | None:
    """The event noun in whose course a verb's harm was done, or None."""
    if event.patient is None or event.token in nouns:
        return None
    around = (object_of(parsed, one) for one in prepositions(parsed, event.token, DURING))
    return next((nouns[noun] for noun in around if noun is not None and noun in nouns), None)


def _by_hands_of(parsed: Parsed, token: int) -> int | None:
    """Who did it "at the hands of"."""
    for one in prepositions(parsed, token, ("at",)):
        hand = object_of(parsed, one)
        if hand is not None and parsed.lemma_lowers[hand] == "hand":
            return behind(parsed, hand, "of")
    return None


def _victim(parsed: Parsed, event: Event) -> Event:
    """The event with whoever "fell victim to" it."""
    to = parsed.heads[event.token]
    if event.patient is not None or parsed.lowers[to] != "to":
        return event
    above = parsed.heads[to]
    verb = above if parsed.lemma_lowers[above] == "fall" else parsed.heads[above]
    fell = parsed.lemma_lowers[verb] == "fall" and any(parsed.lowers[c] == "victim" for c in parsed.children[verb])
    return event._replace(patient=parsed.child(verb, *roles.SUBJECT)) if fell else event


def stands_beside(parsed: Parsed, event: Event, named: Sequence[Event], who: Participants, words: HarmWords) -> bool:
    """Whether a doer of an event that names none stands in its sentence or in one beside it.

    `named` are the events with a doer. What somebody used to do it ("the gun used to kill") leaves the doer open.
    """
    here = parsed.sentence_of[event.token]
    if parsed.tags[event.token] == "VB" or _comes_by(parsed, event, who):
        return True
    for other in named:
        apart = abs(parsed.sentence_of[other.token] - here)
        if not apart and other.patient is None and other.token < event.token:
            return True  # "the attack by a clerk, in which 49 were killed": one deed, it may be
        if apart <= 1 and (other.lemma == event.lemma or _same(parsed, other.patient, event.patient, words)):
            return True
    first, end = parsed.sentences[here]
    return any(_is_culprit(parsed, i, words) for i in range(first, end))


def _comes_by(parsed: Parsed, event: Event, who: Participants) -> bool:
    """Whether "by" somebody stands behind the event before the next verb or comma, wherever the parser hung it."""
    end = parsed.sentences[parsed.sentence_of[event.token]][1]
    by = next((t for t in range(event.token + 1, end) if parsed.lowers[t] == "by"), event.token)
    between = range(event.token + 1, by)
    noun = None if by == event.token else object_of(parsed, by)
    apart = any(parsed.pos[token] in ("VERB", "AUX") or parsed.words[token] == "," for token in between)
    return noun is not None and not apart and who.kind_at.get(noun) in DOING_KINDS


def _same(parsed: Parsed, one: int | None, other: int | None, words: HarmWords) -> bool:
    """Whether two events befall the same: the same word for whoever suffers."""
    if one is None or other is None:
        return False
    a, b = counted(parsed, one, words), counted(parsed, other, words)
    return a == b or parsed.pos[a] in ("NOUN", "PROPN") and parsed.lemma_lowers[a] == parsed.lemma_lowers[b]


def _is_culprit(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether a word names whoever did it, or lays it at somebody's door."""
    noun = parsed.pos[token] == "NOUN" and parsed.lemma_lowers[token] in words.perpetrators
    return noun or is_among(parsed, token, LAID)
