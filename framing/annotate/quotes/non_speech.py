"""Whether a cue tells that something was not said, may not have been said, or was done rather than said."""

from __future__ import annotations

from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.syntax.roles import COMPLEMENTS, CONJUNCTS, OPEN_COMPLEMENTS

CONDITIONS = frozenset({"if", "unless"})
SHARES = CONJUNCTS | OPEN_COMPLEMENTS  # clauses under the condition of their governor: "if it goes on to say"
NEGATED = frozenset({"that", "object", "object_to", "as", "name", "of"})  # what a negation takes back
NOTHING = frozenset({"neither", "nothing", "nobody", "none"})


def is_conditional(context: QuoteContext, verb: int) -> bool:
    """Whether a cue stands under a condition, also by the verb above it ("if Kolb continues to feel that …")."""
    parsed = context.parsed
    while parsed.lowers[parsed.lefts[verb]] not in CONDITIONS:
        if parsed.deps[verb] not in SHARES or parsed.heads[verb] == verb:
            return False
        verb = parsed.heads[verb]
    return True


def is_taken_back(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether the words say that it was not said, or wrongly: "did not mention", "reported incorrectly that"."""
    parsed = context.parsed
    if candidate.cue is None or candidate.pattern not in NEGATED:
        return False
    beside = parsed.children[candidate.cue[0]]
    negated = (
        any(parsed.deps[c] == "neg" for c in beside)
        and candidate.lemma not in context.verbs.rules.negation_raising_verbs
    )
    nothing = candidate.pattern == "object" and parsed.lowers[candidate.first] in NOTHING
    return negated or nothing or any(parsed.lowers[c] in context.verbs.rules.false_adverbs for c in beside)


def is_guess(context: QuoteContext, verb: int) -> bool:
    """Whether somebody else only guesses that it was said: "many speculated that Kolb offered …"."""
    parsed = context.parsed
    while parsed.deps[verb] in SHARES and parsed.heads[verb] != verb:
        verb = parsed.heads[verb]
    above = parsed.heads[verb]
    return (
        parsed.deps[verb] in COMPLEMENTS
        and above < verb
        and context.lemmas[above] in context.verbs.rules.guessing_verbs
    )


def is_act(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a cue is a deed done to a thing ("accepted the post") rather than a word on what others said."""
    plain = candidate.pattern in {"object", "passive object"} or candidate.pattern.startswith("prep ")
    if candidate.lemma not in {*context.verbs.rules.act_verbs, "claim"} or not plain:
        return False
    parsed = context.parsed
    tokens = [t for first, last in candidate.content for t in range(first, last + 1)]
    heads = [t for t in tokens if parsed.heads[t] not in tokens]
    if candidate.lemma == "claim":
        return any(context.lemmas[t] in context.verbs.rules.things_taken for t in (*heads, *tokens[-1:]))
    return not any(context.inside[t] >= 0 for t in tokens) and not any(
        context.lemmas[t] in context.verbs.nouns for t in heads
    )
