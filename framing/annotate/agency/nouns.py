"""Event nouns: with their owner, with the verb that carries them out, or with nobody."""

from __future__ import annotations

from framing.annotate.agency.participants import Event, doer, is_date, owner_of, passive_agent
from framing.annotate.agency.verbs import verb_event
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax.roles import (
    ACTIVE_SUBJECTS,
    CLAUSES_OF_NOUNS,
    DIRECT_OBJECTS,
    NUMBERS,
    PASSIVE_SUBJECTS,
    POSSESSORS,
    SUBJECTS,
    by_phrase,
    doer_of,
    object_of,
    prepositions,
)

TELLING = POSSESSORS | CLAUSES_OF_NOUNS | NUMBERS | {"det"}  # a noun with one of them tells of one event
PATIENT_PREPS = frozenset({"on", "against", "of", "at", "upon"})


def noun_event(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """An event as a noun: with its owner, with a verb that carries it out, or with nobody."""
    verb = parsed.heads[token]
    if lemma == "strike" and words.strike_signs.isdisjoint(parsed.lowers[max(0, token - 3) : token + 3]):
        return None  # a stoppage of work, no blow
    subject = parsed.deps[token] in ACTIVE_SUBJECTS
    if subject and verb_event(parsed, verb, parsed.lemma_lowers[verb], words):
        return None  # "the strike killed": the verb tells it
    between = _between(parsed, token)
    if between is not None:
        return _symmetric(parsed, token, lemma, between, words)
    agent, patient, rule = owner_of(parsed, token, words), _noun_patient(parsed, token, lemma, words), "nominal"
    if lemma in words.passive_owner and patient is None and agent is not None and parsed.deps[agent] in POSSESSORS:
        agent, patient = by_phrase(parsed, token), agent
    if agent is None:
        agent = _carrier(parsed, token, words)
    if agent is None and patient is None and subject and parsed.lemmas[verb] in words.happen:
        rule = "happening"
    patient = patient if patient is not None else _carried_patient(parsed, token, words)
    if agent is None and patient is None and rule == "nominal" and _is_topic(parsed, token):
        return None
    return Event(token, lemma, agent, patient, rule)


def _carrier(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """Whoever carries the event out: "launched an attack", "the raid was staged by"."""
    verb = parsed.heads[token]
    if parsed.lemmas[verb] not in words.carry:
        return None
    if parsed.deps[token] in DIRECT_OBJECTS:
        return doer(parsed, doer_of(parsed, verb), words)
    return passive_agent(parsed, verb, words) if parsed.deps[token] in PASSIVE_SUBJECTS else None


def _between(parsed: Parsed, token: int) -> int | None:
    """The word "between" or "with" that hangs on the noun, with no comma before it."""
    for child in parsed.children[token]:
        if parsed.lowers[child] in ("between", "with") and "," not in parsed.words[token:child]:
            return child
    return None


def _symmetric(parsed: Parsed, token: int, lemma: str, between: int, words: HarmWords) -> Event | None:
    """Both sides of what is mutual by its nature; nothing where one side would stand as the doer."""
    if lemma not in words.mutual:
        return None
    other = object_of(parsed, between)
    if parsed.lowers[between] == "between":
        return Event(token, lemma, other, None, "symmetric") if other is not None else None
    agent = owner_of(parsed, token, words)
    if agent is None and parsed.deps[token] in DIRECT_OBJECTS:
        agent = doer(parsed, doer_of(parsed, parsed.heads[token]), words)
    return Event(token, lemma, agent, other, "symmetric") if agent is not None and other is not None else None


def _is_topic(parsed: Parsed, token: int) -> bool:
    """Whether a bare noun names a subject matter ("a debate on violence") and tells no event."""
    told = any(parsed.deps[child] in TELLING for child in parsed.children[token])
    verb = parsed.heads[token]
    timeless = parsed.tags[verb] in ("VBZ", "VBP") and parsed.lemmas[verb] in ("be", "have", "do")  # "rape is a crime"
    return not told and (timeless or parsed.deps[token] not in SUBJECTS)


def _noun_patient(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> int | None:
    """Who suffers the event: "the shelling of", "a raid on"; not when it was, and not whose doing it was."""
    for child in prepositions(parsed, token, PATIENT_PREPS):
        if lemma in (words.of_doer if parsed.lowers[child] == "of" else words.passive_owner):
            continue
        object_ = object_of(parsed, child)
        if object_ is not None and not is_date(parsed, object_, words):
            return object_
    return None


def _carried_patient(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """The target that hangs on the carrying verb: "launched an attack on the town" with "on" at the verb."""
    verb = parsed.heads[token]
    if parsed.lemmas[verb] not in words.carry or parsed.deps[token] not in DIRECT_OBJECTS:
        return None
    after = next((child for child in prepositions(parsed, verb, ("on", "against")) if child > token), None)
    target = None if after is None else object_of(parsed, after)
    return None if target is None or is_date(parsed, target, words) else target
