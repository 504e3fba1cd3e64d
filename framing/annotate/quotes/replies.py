"""Whether somebody replies, and whom the words before addressed: "told [X]", "had one question for [X]"."""

from __future__ import annotations

from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.model import Parsed
from framing.syntax import roles
from framing.syntax.roles import dependents
from framing.syntax.shapes import tokens_before

TO_WHOM = frozenset({"to", "at", "of", "for"})
ASKING = frozenset({"ask", "question", "quiz", "grill", "interview"})  # whoever is asked speaks next
REPLIES = frozenset({"answer", "reply", "response", "rejoinder", "retort"})
REACH = 2  # sentences


def is_reply(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a statement is an answer: "she replied", "in her answer she wrote"."""
    if candidate.cue is None:
        return False
    parsed, rules = context.parsed, context.verbs.rules
    back = parsed.lowers[candidate.cue[0] + 1 : candidate.cue[0] + 2] == ("back",)
    if candidate.lemma in rules.replying_verbs or (back and candidate.lemma in rules.back_verbs):
        return True
    things = (roles.object_of(parsed, child) for child in dependents(parsed, candidate.cue[0], roles.PREPOSITIONS))
    return any(context.lemmas[thing] in REPLIES for thing in things if thing is not None)


def puts_question(context: QuoteContext, verb: int) -> bool:
    """Whether a verb asks somebody something, not to do something."""
    return context.lemmas[verb] in ASKING and context.parsed.child(verb, *roles.OPEN_COMPLEMENTS) is None


def addressing(parsed: Parsed, token: int) -> int | None:
    """The verb whose receiver a token is: "told [X]", "put it to [X]", "had one question for [X]"; or None."""
    governor = parsed.heads[token]
    if parsed.deps[token] in roles.PREPOSITION_OBJECTS and parsed.lowers[governor] in TO_WHOM:
        governor = parsed.heads[governor]
        governor = parsed.heads[governor] if parsed.deps[governor] in roles.DIRECT_OBJECTS else governor
    elif parsed.deps[token] not in roles.RECEIVERS:
        return None
    return governor if parsed.pos[governor] == "VERB" else None


def addressed_before(context: QuoteContext, place: int) -> int | None:
    """Head of whoever the words before a token addressed last, outside marks; None where nobody was."""
    parsed = context.parsed
    for token in tokens_before(parsed, place, REACH):
        person = parsed.pos[token] == "PROPN" or token in context.mentions
        if person and context.inside[token] < 0 and addressing(parsed, token) is not None:
            return token
    return None
