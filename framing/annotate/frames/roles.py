"""Who does it and to whom: the `agent` and `patient` conditions of a variant, read from the parse."""

from __future__ import annotations

from framing.annotate.frames.match import Matcher
from framing.model import Parsed
from framing.packs.referent import Variant
from framing.syntax.roles import by_phrase
from framing.syntax.tree import head_of

_PASSIVE = ("nsubjpass", "auxpass")


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
        passive = any(parsed.deps[c] in _PASSIVE for c in parsed.children[head])
        if passive:
            return _listed(by_phrase(parsed, head))
        verb, steps = head, 0
        while steps < 5:
            subjects = [c for c in parsed.children[verb] if parsed.deps[c] == "nsubj"]
            if subjects or parsed.deps[verb] not in ("conj", "xcomp", "advcl"):
                return subjects or ([parsed.heads[verb]] if parsed.deps[verb] in ("acl", "relcl") else [])
            verb, steps = parsed.heads[verb], steps + 1
        return []
    owners = [c for c in parsed.children[head] if parsed.deps[c] in ("poss", "amod", "compound", "nmod")]
    return owners + _listed(by_phrase(parsed, head))


def patients_of(parsed: Parsed, head: int) -> list[int]:
    """Tokens that head whoever suffers it: object, passive subject, or what is attacked in "attack on X"."""
    kids = parsed.children[head]
    if parsed.pos[head] in ("VERB", "AUX"):
        found = [c for c in kids if parsed.deps[c] in ("dobj", "nsubjpass", "dative")]
        return found + [p for c in kids if parsed.deps[c] == "prep" for p in _objects(parsed, c)]
    preps = ("of", "on", "against", "over", "at")
    return [p for c in kids if parsed.deps[c] == "prep" and parsed.lowers[c] in preps for p in _objects(parsed, c)]


def _listed(token: int | None) -> list[int]:
    """The token alone, or none."""
    return [] if token is None else [token]


def _objects(parsed: Parsed, preposition: int) -> list[int]:
    """Objects of a preposition."""
    return [c for c in parsed.children[preposition] if parsed.deps[c] == "pobj"]


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
    for child in parsed.children[token]:
        if parsed.deps[child] in ("amod", "compound", "poss", "nmod", "appos"):
            found |= matcher.actors_at(child, child)
    return found
