"""Verbs of harm and force, active and passive, outcomes without a deed, and clashes."""

from __future__ import annotations

from framing.annotate.agency.participants import Event, behind, counted, doer, passive_agent
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax.roles import (
    ADJECTIVES,
    APPOSITIONS,
    CONJUNCTS,
    DEGREES,
    DIRECT_OBJECTS,
    PASSIVE_SUBJECTS,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    RECEIVERS,
    REDUCED_CLAUSES,
    SUBJECT,
    direct_object,
    doer_of,
    logical_object,
    object_of,
    prepositions,
    subject_meant,
)

OUTCOME_VERBS = frozenset({"leave", "find"})
INSIDE = PREPOSITIONS | PREPOSITION_OBJECTS | APPOSITIONS | DEGREES  # of a noun phrase
PARTICIPLES = ADJECTIVES | REDUCED_CLAUSES
PARTICLES = frozenset({"down", "out", "back", "off", "up"})
NEEDS_NOUN = frozenset({"push", "drive", "target", "throw"})
AIMED = frozenset({"fire", "shoot", "strike", "throw", "shell"})


def verb_event(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """A verb of harm, an outcome, or a clash, read with its subject and object."""
    if lemma in OUTCOME_VERBS or lemma in ("lose", "die"):
        return _outcome(parsed, token, lemma, words)
    if lemma == "clash":
        return Event(token, lemma, doer_of(parsed, token), behind(parsed, token, "with"), "symmetric")
    if lemma == "exchange":
        return _exchange(parsed, token)
    if lemma not in words.harm and lemma not in words.sometimes:
        return None
    if lemma in words.phrasal_verbs and any(parsed.lowers[c] in PARTICLES for c in parsed.children[token]):
        return None
    if token and parsed.words[token - 1] == "-":  # "coal-fired"
        return None
    passive, patient = _patient_of_verb(parsed, token)
    if patient is None or not _suffers(parsed, patient, lemma, words):
        return None
    if passive:
        return Event(token, lemma, passive_agent(parsed, token, words), patient, "passive")
    subject = doer_of(parsed, token)
    if subject is not None and _is_mutual(parsed, subject, words):
        return None
    agent = doer(parsed, subject, words)
    return Event(token, lemma, None if _by_event(parsed, token, agent, words) else agent, patient, "active")


def _is_mutual(parsed: Parsed, subject: int, words: HarmWords) -> bool:
    """Whether what does the harm is a fight that names its sides: nobody can tell which of them did it."""
    sides = any(parsed.lowers[child] in ("between", "with") for child in parsed.children[subject])
    return sides and parsed.lemma_lowers[subject] in words.mutual


def _by_event(parsed: Parsed, token: int, agent: int | None, words: HarmWords) -> bool:
    """Whether "which" seems to mean the place of an event and means the event: "the raid on Lund, which killed two"."""
    own = parsed.child(token, *SUBJECT)
    if agent is None or own is None or parsed.lowers[own] not in ("which", "that"):
        return False
    while parsed.deps[agent] in INSIDE and parsed.heads[agent] != agent:
        agent = parsed.heads[agent]
        if parsed.lemma_lowers[agent] in words.events | words.instruments:
            return True
    return False


def _patient_of_verb(parsed: Parsed, token: int) -> tuple[bool, int | None]:
    """Whether the verb is passive, and who suffers it."""
    subject = parsed.child(token, *PASSIVE_SUBJECTS)
    if subject is not None:
        return True, subject_meant(parsed, subject)
    if parsed.deps[token] in PARTICIPLES and parsed.tags[token] == "VBN":
        return True, parsed.heads[token]
    alone = parsed.child(token, *DIRECT_OBJECTS, *SUBJECT) is None
    if alone and parsed.deps[token] in CONJUNCTS and parsed.tags[token] == "VBN":
        first = parsed.heads[token]
        return _patient_of_verb(parsed, first) if parsed.pos[first] == "VERB" else (False, None)
    direct = parsed.child(token, *RECEIVERS)
    if direct is not None:
        return False, direct
    aims = prepositions(parsed, token, ("on", "at", "upon")) if parsed.lemma_lowers[token] in AIMED else []
    return False, object_of(parsed, aims[0]) if aims else None  # who is fired on, shot at


def _suffers(parsed: Parsed, patient: int, lemma: str, words: HarmWords) -> bool:
    """Whether the object can suffer harm: not a figure of speech, and for weaker verbs a person, place or property."""
    noun = parsed.lemma_lowers[patient]
    if noun in words.abstract - words.concrete or noun in words.no_bodies or noun.endswith(("self", "selves")):
        return False
    if lemma in words.harm:
        return parsed.pos[patient] in ("NOUN", "PROPN", "PRON", "NUM")
    person = parsed.pos[patient] == "PROPN" or parsed.lowers[patient] in words.personal_pronouns
    thing = parsed.lemma_lowers[counted(parsed, patient, words)]
    return (person and lemma not in NEEDS_NOUN) or thing in words.concrete


def _outcome(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """ "Were left dead", "lost their lives", "died in the fighting": the harm without the deed."""
    if lemma in ("lose", "die"):
        life = lemma == "die" or any(parsed.lemma_lowers[c] == "life" for c in parsed.children[token])
        violent = any(_violent_prep(parsed, child, words) for child in parsed.children[token])
        patient = doer_of(parsed, token)
        return Event(token, lemma, None, patient, "outcome") if life and violent and patient is not None else None
    below = [below for child in parsed.children[token] for below in parsed.children[child]]
    state = next((t for t in (*parsed.children[token], *below) if parsed.lowers[t] in words.states), None)
    if state is None:
        return None
    patient = logical_object(parsed, token)
    patient = patient if patient is not None else parsed.child(state, *SUBJECT)
    return Event(token, lemma, None, patient, "outcome") if patient is not None else None


def _violent_prep(parsed: Parsed, child: int, words: HarmWords) -> bool:
    """ "In the clashes", "after a raid"."""
    if parsed.deps[child] not in PREPOSITIONS or parsed.lowers[child] not in ("in", "during", "after", "amid", "from"):
        return False
    noun = object_of(parsed, child)
    return noun is not None and parsed.lemma_lowers[noun] in words.events | words.instruments


def _exchange(parsed: Parsed, token: int) -> Event | None:
    """ "Both sides exchanged fire"."""
    thing = direct_object(parsed, token)
    if thing is None or parsed.lemma_lowers[thing] not in ("fire", "gunfire", "shelling", "blow", "strike"):
        return None
    return Event(thing, parsed.lemma_lowers[thing], doer_of(parsed, token), None, "symmetric")
