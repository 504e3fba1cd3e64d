"""Event nouns: with their owner, with the verb that carries them out, or with nobody."""

from __future__ import annotations

from framing.annotate.agency.roles import SUBJECTS, Event, doer, owner_of, passive_agent, subject_of
from framing.annotate.agency.verbs import verb_event
from framing.model import Parsed
from framing.packs.events import HarmWords

PATIENT_PREPS = frozenset({"on", "against", "of", "at", "upon", "over"})
FIGURES = frozenset(
    {"heart", "house", "panic", "asthma", "verbal", "personal", "ad", "price", "culture", "charm", "media", "legal"}
)
ARMS = frozenset(
    {"air", "drone", "missile", "rocket", "military", "deadly", "retaliatory", "precision", "artillery", "lightning"}
)


def noun_event(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """An event as a noun: with its owner, with a verb that carries it out, or with nobody."""
    if lemma == "strike" and not _military_strike(parsed, token):
        return None
    if parsed.deps[token] in SUBJECTS and _tells_harm(parsed, parsed.heads[token], words):
        return None  # "the strike killed": the verb tells it
    if any(parsed.lowers[child] in FIGURES for child in parsed.children[token]):
        return None
    agent, patient, rule = owner_of(parsed, token), _noun_patient(parsed, token), "nominal"
    between = next((c for c in parsed.children[token] if parsed.lowers[c] in ("between", "with")), None)
    if between is not None:
        agent, rule = parsed.child(between, "pobj"), "symmetric"
    verb = parsed.heads[token]
    if agent is None and parsed.deps[token] == "dobj" and parsed.lemmas[verb] in words.carry:
        agent = doer(parsed, subject_of(parsed, verb), words)
    if agent is None and parsed.deps[token] == "nsubjpass" and parsed.lemmas[verb] in words.carry:
        agent = passive_agent(parsed, verb, words)
    if agent is None and patient is None and parsed.deps[token] in SUBJECTS and parsed.lemmas[verb] in words.happen:
        rule = "happening"
    patient = patient if patient is not None else _carried_patient(parsed, token, words)
    if agent is None and patient is None and rule == "nominal" and _is_topic(parsed, token):
        return None
    return Event(token, lemma, agent, patient, rule)


def _is_topic(parsed: Parsed, token: int) -> bool:
    """Whether a bare noun names a subject matter ("a debate on violence") and tells no event."""
    told = any(parsed.deps[child] in ("det", "nummod", "acl", "relcl", "poss") for child in parsed.children[token])
    return not told and parsed.deps[token] not in (*SUBJECTS, "nsubjpass")


def _tells_harm(parsed: Parsed, verb: int, words: HarmWords) -> bool:
    """Whether the verb of an event noun is an account of harm itself."""
    return verb_event(parsed, verb, parsed.lemmas[verb].lower(), words) is not None


def _military_strike(parsed: Parsed, token: int) -> bool:
    """Whether a strike is a blow and not a stoppage of work."""
    around = {parsed.lowers[t] for t in range(max(0, token - 3), min(len(parsed), token + 3))}
    return bool(around & ARMS)


def _noun_patient(parsed: Parsed, token: int) -> int | None:
    """Who suffers the event: "the shelling of", "a raid on"."""
    for child in parsed.children[token]:
        if parsed.deps[child] == "prep" and parsed.lowers[child] in PATIENT_PREPS:
            return parsed.child(child, "pobj")
    return None


def _carried_patient(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """The target that hangs on the carrying verb: "launched an attack on the town" with "on" at the verb."""
    verb = parsed.heads[token]
    if parsed.lemmas[verb] in words.carry and parsed.deps[token] == "dobj":
        for child in parsed.children[verb]:
            if child > token and parsed.deps[child] == "prep" and parsed.lowers[child] in ("on", "against"):
                return parsed.child(child, "pobj")
    return None
