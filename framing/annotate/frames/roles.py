"""Who does it and to whom: the `agent` and `patient` conditions of a variant, read from the parse."""

from __future__ import annotations

from framing.annotate.frames.match import Matcher
from framing.model import Parsed
from framing.packs.referent import Variant
from framing.syntax.roles import (
    APPOSITIONS,
    LOGICAL_OBJECTS,
    NOUN_MODIFIERS,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    RECEIVERS,
    by_phrase,
    dependents,
    doer_of,
    is_passive,
    prepositions,
)
from framing.syntax.tree import head_of


def roles_hold(matcher: Matcher, variant: Variant, first: int, last: int) -> bool:
    """Whether agent and patient of the matched words are those that the variant asks for."""
    if not (variant.agent or variant.patient or variant.not_agent):
        return True
    parsed = matcher.index.parsed
    head = head_of(parsed, first, last)
    agents = agents_of(parsed, head)
    if variant.not_agent and _fits(matcher, agents, variant.not_agent):
        return False
    if variant.agent and not _fits(matcher, agents, variant.agent):
        return False
    return not variant.patient or _fits(matcher, patients_of(parsed, head), variant.patient)


def agents_of(parsed: Parsed, head: int) -> list[int]:
    """Tokens that head the doer of a verb (subject, by-phrase) or of an event noun (possessor, by-phrase, modifier)."""
    if parsed.pos[head] in ("VERB", "AUX"):
        return _listed(by_phrase(parsed, head) if is_passive(parsed, head) else doer_of(parsed, head))
    return dependents(parsed, head, NOUN_MODIFIERS) + _listed(by_phrase(parsed, head))


def patients_of(parsed: Parsed, head: int) -> list[int]:
    """Tokens that head whoever suffers it: object, passive subject, or what is attacked in "attack on X"."""
    if parsed.pos[head] in ("VERB", "AUX"):
        found = dependents(parsed, head, LOGICAL_OBJECTS | RECEIVERS)
        return found + [p for c in dependents(parsed, head, PREPOSITIONS) for p in _objects(parsed, c)]
    preps = ("of", "on", "against", "over", "at")
    return [p for c in prepositions(parsed, head, preps) for p in _objects(parsed, c)]


def _listed(token: int | None) -> list[int]:
    """The token alone, or none."""
    return [] if token is None else [token]


def _objects(parsed: Parsed, preposition: int) -> list[int]:
    """Objects of a preposition."""
    return dependents(parsed, preposition, PREPOSITION_OBJECTS)


def _fits(matcher: Matcher, tokens: list[int], asked: tuple[str, ...]) -> bool:
    """Whether the doers are those asked for: ids, "any" (somebody is named) or "none"."""
    if "none" in asked and not tokens:
        return True
    named = {actor for token in tokens for actor in _named(matcher, token)}
    return ("any" in asked and bool(tokens)) or not named.isdisjoint(asked)


def _named(matcher: Matcher, token: int) -> frozenset[str]:
    """Actors that a token and its modifiers name ("the Azerbaijani army": Azerbaijan)."""
    parsed = matcher.index.parsed
    found = matcher.actors_at(token, token)
    for child in dependents(parsed, token, NOUN_MODIFIERS | APPOSITIONS):
        found |= matcher.actors_at(child, child)
    return found
