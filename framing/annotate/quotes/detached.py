"""Candidates from that-clauses that stand apart from their cue: "warned jointly on Friday [3 May] that …".

The parser hangs such a clause on the nearest noun; here the words between the cue and "that" decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.building import build
from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.syntax.roles import GRAMMATICAL_SUBJECTS, MARKERS, by_phrase, is_passive, object_of, subject_of
from framing.syntax.shapes import same_line
from framing.syntax.tree import FINITE

REACH = 24  # tokens between a cue and "that"
CLOSING = frozenset({",", ")", "]", "-RRB-", "–", "—"})
STOPS = frozenset({".", "!", "?", ";", ":"})


def detached_candidates(context: QuoteContext) -> Iterator[Candidate]:
    """What a cue reports in a that-clause that something stands in front of."""
    parsed = context.parsed
    for that, lower in enumerate(parsed.lowers):
        if lower != "that" or parsed.deps[that] not in MARKERS or context.inside[that] >= 0:
            continue
        clause = parsed.heads[that]
        verb = _cue_before(context, that, clause)
        relative = parsed.child(clause, *GRAMMATICAL_SUBJECTS) is None  # "legislation [that would allow …]", misread
        if verb is None or relative or (parsed.heads[clause] == verb and parsed.lefts[clause] == that):
            continue
        content = [(that, max(parsed.rights[clause], clause))]
        if is_passive(parsed, verb):
            agent = _agent(context, verb, that)
            yield build(context, verb, content, "told that", head=agent)
        else:
            yield build(context, verb, content, "that", head=subject_of(parsed, verb))


def _cue_before(context: QuoteContext, that: int, clause: int) -> int | None:
    """The cue that brings the clause: the nearest verb before it, with no other clause between."""
    parsed, verbs = context.parsed, context.verbs
    if clause < that:
        return None
    apart = parsed.words[that - 1] in CLOSING or parsed.pos[that - 1] in {"ADV", "PROPN", "NUM"}
    for token in range(that - 1, max(-1, that - REACH), -1):
        if parsed.words[token] in STOPS or not same_line(parsed, token, that):
            return None
        if parsed.pos[token] not in {"VERB", "AUX"}:
            if parsed.lowers[token] in verbs.rules.wh_words or parsed.pos[token] == "SCONJ":
                return None
            continue
        passive = is_passive(parsed, token) and context.lemmas[token] in verbs.rules.telling_verbs
        apart = apart or context.lemmas[token] in verbs.rules.telling_verbs  # "told [a meeting of farmers] that"
        if passive or (apart and verbs.takes(context.lemmas[token], "that") and parsed.tags[token] in FINITE):
            return token
        return None
    return None


def _agent(context: QuoteContext, verb: int, that: int) -> int | None:
    """Whoever is named with "by" between the cue and the clause."""
    parsed = context.parsed
    agent = by_phrase(parsed, verb)
    if agent is None:
        by = next((t for t in range(verb + 1, that) if parsed.lowers[t] == "by"), None)
        agent = None if by is None else object_of(parsed, by)
    return agent
