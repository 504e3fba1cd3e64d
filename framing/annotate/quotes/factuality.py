"""Whether a cue tells that something was said at all: nobody said it, somebody refused to, or it is only imagined.

Source: Saurí & Pustejovsky 2009 (FactBank): polarity and modality of source-introducing predicates.
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.syntax.roles import (
    ACTIVE_AUXILIARIES,
    ADVERBIAL_CLAUSES,
    COMPLEMENTS,
    CONJUNCTS,
    DEGREES,
    MARKERS,
    NEGATIONS,
    OPEN_COMPLEMENTS,
    PREPOSITION_COMPLEMENTS,
    PREPOSITIONS,
    REDUCED_CLAUSES,
    RELATIVE_CLAUSES,
    dependents,
)

CONDITIONS = frozenset({"if", "unless", "whether"})
SUPPOSE = frozenset({"say", "suppose", "imagine"})
OPENING = MARKERS | DEGREES  # words that may hold the "if" of a clause
SHARES = CONJUNCTS | OPEN_COMPLEMENTS  # clauses under the condition of their governor: "if it goes on to say"
NEGATED = frozenset({"that", "object", "object_to", "as", "name", "of", "ing"})  # what a negation takes back
NOTHING = frozenset({"neither", "nothing", "nobody", "none"})
UPWARD = SHARES | PREPOSITION_COMPLEMENTS | PREPOSITIONS | ADVERBIAL_CLAUSES
HELD_BACK = (("short", "of"), ("yet", "to"), ("without",), ("not", "to"), ("unwilling", "to"), ("reluctant", "to"))
INVERTING = frozenset({"never", "neither", "nor", "nowhere"})  # that open a sentence and deny it: "never did she say"
UNWILLING = frozenset({"unwilling", "reluctant", "hesitant", "loath", "unable"})
AUXILIARIES_NOT = frozenset({"not", "n't", "n’t", "never"})
BACK = 5  # words before a cue in which a refusal must stand
STEPS = 3


def doubts(context: QuoteContext, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Weights of whatever tells that the content was not said."""
    if candidate.cue is None:
        return
    verb = candidate.cue[0]
    if is_nobody(context, candidate.head):
        yield "said by nobody", -4.0
    if _is_refused(context, candidate):
        yield "refused", -4.0
    if _is_astray(context, candidate):
        yield "no verb of the sentence", -4.0
    if _is_conditional(context, verb):
        yield "conditional", -2.5
    if _is_taken_back(context, candidate) or _is_guess(context, verb):
        yield "not said", -2.5
    elif _is_only_possible(context, candidate):
        yield "only possible", -2.0 if candidate.pattern.startswith("passive ") else -0.7
    if _is_told_in_passing(context, candidate):
        yield "told in passing", -0.1


def is_nobody(context: QuoteContext, head: int | None) -> bool:
    """Whether a source is nobody: "no minister", "none of them", "not one witness", "neither sister"."""
    if head is None:
        return False
    parsed, words = context.parsed, context.verbs.rules.nobody_words
    first = parsed.lefts[head]
    opening = parsed.lowers[first : first + 2]
    if parsed.lowers[head] in words and opening[:1] != ("and",):
        return True
    if opening[0] in words and first < head:
        return not (len(opening) > 1 and opening[1] in context.verbs.rules.more_than_none)
    return head > 0 and parsed.lowers[head - 1] == "nor"


def _is_astray(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a participle is read as the verb of a sentence that has another: "Members reading a text left early"."""
    parsed, verb = context.parsed, candidate.cue[0] if candidate.cue else 0
    if candidate.pattern != "that" or parsed.tags[verb] != "VBG" or parsed.heads[verb] != verb:
        return False
    if any(
        parsed.pos[child] == "AUX" or child > verb and parsed.words[child] == "“" for child in parsed.children[verb]
    ):
        return False
    inner = [child for child in parsed.children[verb] if child > verb and parsed.deps[child] in COMPLEMENTS]
    return bool(inner) and not any(dependents(parsed, child, MARKERS) for child in inner)


def _is_refused(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether somebody is told not to have spoken: "declined to say whether", "would not say who", "without saying"."""
    parsed, rules = context.parsed, context.verbs.rules
    verb = candidate.cue[0] if candidate.cue else 0
    if _is_denied_ahead(context, candidate, verb):
        return True
    if candidate.lemma in rules.refusing_verbs:
        return candidate.pattern in {"to", "object", "ing"} and _opens_with_speaking(context, candidate)
    if candidate.lemma not in rules.speaking_acts:
        return False
    if candidate.pattern in NEGATED | {"wh"} and is_negated(context, verb):
        return True
    words = parsed.lowers[max(0, verb - BACK) : verb]
    if any(words[-len(held) :] == held for held in HELD_BACK):
        return True
    for _ in range(STEPS):
        goes_on = parsed.tags[verb] == "VBG" and parsed.words[parsed.lefts[verb] - 1] == ","  # "declined, saying that"
        if parsed.deps[verb] not in UPWARD or goes_on or parsed.heads[verb] >= verb:
            return False
        verb = parsed.heads[verb]
        if context.lemmas[verb] in rules.refusing_verbs:
            return True
    return False


def _is_denied_ahead(context: QuoteContext, candidate: Candidate, verb: int) -> bool:
    """Whether words before a cue deny it: "never did X say that", "neither confirm nor deny", "unwilling to say if"."""
    parsed, first = context.parsed, context.parsed.sentences[context.parsed.sentence_of[verb]][0]
    if parsed.lowers[first] in INVERTING and first + 1 < verb and parsed.pos[first + 1] == "AUX":
        return True
    words = parsed.lowers[max(0, verb - BACK) : verb]
    if candidate.lemma == "deny" and words[-1:] in (("nor",), ("or",)) and "confirm" in words:
        return True
    unwilling = candidate.lemma in UNWILLING and candidate.pattern == "adjective to"
    return unwilling and _opens_with_speaking(context, candidate)


def _opens_with_speaking(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether the first words of a content tell an act of speech."""
    return any(context.lemmas[t] in context.verbs.rules.speaking_acts for t in candidate.tokens[:BACK])


def is_negated(context: QuoteContext, verb: int) -> bool:
    """Whether a verb is denied: "did not say", "never said", "would neither confirm nor deny"."""
    parsed = context.parsed
    first = parsed.heads[verb] if parsed.deps[verb] in CONJUNCTS else verb
    for one in {verb, first}:
        if any(
            parsed.lowers[c] in AUXILIARIES_NOT or parsed.deps[c] in NEGATIONS for c in parsed.children[one] if c < one
        ):
            return one == verb or parsed.lowers[verb - 1] in {"or", "nor"}
    return parsed.lowers[verb - 1] in {"nor", "neither"}


def _is_conditional(context: QuoteContext, verb: int) -> bool:
    """Whether a cue stands under a condition, also by the verb above it ("if Kolb continues to feel that …").

    So does all that a sentence supposes: "Say Mexico demanded proof".
    """
    parsed = context.parsed
    first = parsed.sentences[parsed.sentence_of[verb]][0]
    if (
        parsed.lowers[first] in SUPPOSE
        and first + 1 < verb
        and parsed.pos[first + 1] in {"PROPN", "DET", "PRON", "NOUN"}
    ):
        return True
    while not any(parsed.lowers[child] in CONDITIONS for child in dependents(parsed, verb, OPENING)):
        if parsed.deps[verb] not in SHARES or parsed.heads[verb] == verb:
            return False
        verb = parsed.heads[verb]
    return True


def _is_taken_back(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether the words say that it was not said, or wrongly: "did not mention", "reported incorrectly that"."""
    parsed = context.parsed
    if candidate.cue is None or candidate.pattern not in NEGATED:
        return False
    beside = parsed.children[candidate.cue[0]]
    negated = (
        any(parsed.deps[c] in NEGATIONS for c in beside)
        and candidate.lemma not in context.verbs.rules.negation_raising_verbs
    )
    nothing = candidate.pattern == "object" and parsed.lowers[candidate.first] in NOTHING
    return negated or nothing or any(parsed.lowers[c] in context.verbs.rules.false_adverbs for c in beside)


def _is_guess(context: QuoteContext, verb: int) -> bool:
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


def _is_only_possible(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether it may be said, or will be: "should offer an opinion", "would signal that"; not in marks, not by "I"."""
    parsed = context.parsed
    verb = candidate.cue[0] if candidate.cue else 0
    nobody = candidate.head is None and not candidate.pattern.startswith("passive ")
    first = candidate.head is not None and parsed.lowers[candidate.head] in {"i", "we"}
    if context.inside[candidate.first] >= 0 or nobody or first:
        return False
    modals = [c for c in parsed.children[verb] if parsed.deps[c] in ACTIVE_AUXILIARIES and parsed.tags[c] == "MD"]
    said = candidate.pattern.startswith("prep ") or candidate.pattern.removeprefix("passive ") in NEGATED | {"wh", "to"}
    return bool(modals) and said


def _is_told_in_passing(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a relative clause or an aim tells of a deed or a thought in passing: "voters who back the plan"."""
    parsed = context.parsed
    verb = candidate.cue[0] if candidate.cue else 0
    if any(context.inside[t] >= 0 for t in (candidate.first, candidate.last)):
        return False
    thought = candidate.lemma in context.verbs.rules.private_verbs
    bare = candidate.pattern in {"object", "to", "object_to", "name", "wh"} or candidate.pattern.startswith("prep ")
    aim = parsed.tags[verb] == "VB" and parsed.deps[verb] in ADVERBIAL_CLAUSES | RELATIVE_CLAUSES | REDUCED_CLAUSES
    return (bare or thought) and (parsed.deps[verb] in RELATIVE_CLAUSES or aim)
