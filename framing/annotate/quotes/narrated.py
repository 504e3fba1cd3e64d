"""What inside a reported clause the outlet tells itself: who somebody is, what has happened, what was not answered.

Source: Quirk et al. 1985, 14.31 (backshift) and 17.22-17.25 (non-restrictive relative clauses).
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.building import can_speak
from framing.annotate.quotes.context import QuoteContext, without
from framing.annotate.quotes.factuality import is_negated
from framing.syntax.roles import (
    ACTIVE_AUXILIARIES,
    ADVERBIAL_CLAUSES,
    APPOSITIONS,
    AUXILIARIES,
    CONJUNCTS,
    CONTENT_CLAUSES,
    GRAMMATICAL_SUBJECTS,
    RELATIVE_CLAUSES,
    SUBJECTS,
)
from framing.syntax.tree import Range

CONCEDING = frozenset({"although", "though"})
WHO = frozenset({"who", "whose"})  # clauses that tell the reader who somebody is
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HAVE = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})
RELATIVE = 2  # words in which a relative clause has its pronoun: "during which"


def end_of_report(context: QuoteContext, last: int, clause: int) -> int:
    """Last token of a reported clause or phrase, before what the outlet adds at its end."""
    parsed = context.parsed
    had = any(parsed.lowers[c] == "had" and parsed.deps[c] in ACTIVE_AUXILIARIES for c in parsed.children[clause])
    for child in parsed.children[clause]:
        first = parsed.lefts[child]
        if child < clause or parsed.deps[child] not in CONJUNCTS:
            continue
        if had and parsed.lowers[first] == "did":  # no backshift: not reported
            return first - 2
        if _stays_silent(context, child) or _goes_on(context, child, clause, had):
            return first - 1
    for token in parsed.ancestors(last):
        first = parsed.lefts[token]
        if token == clause or first <= clause:
            break
        if _reports_again(context, token) or _concedes(context, token):
            return first - 1
        if parsed.deps[token] in RELATIVE_CLAUSES and _is_added(context, token, clause):
            return first - 2
    return last


def without_asides(context: QuoteContext, content: list[Range]) -> list[Range]:
    """The content without what tells who a named person is: "Grimm, [a former agent who had won twice], was …"."""
    found = list(content)
    for hole in (hole for first, last in content for hole in _asides(context, first, last)):
        found = list(without(found, hole))
    return found


def _asides(context: QuoteContext, first: int, last: int) -> Iterator[Range]:
    """Clauses with "who" between two commas behind a name, each with the description that it belongs to."""
    parsed = context.parsed
    for token in range(first + 2, last):
        if parsed.deps[token] not in RELATIVE_CLAUSES or parsed.lowers[parsed.lefts[token]] not in WHO:
            continue
        head = parsed.heads[token]
        top = token
        while parsed.deps[head] in APPOSITIONS | CONJUNCTS and parsed.words[parsed.lefts[token] - 1] != ",":
            top, head = head, parsed.heads[head]
            if parsed.pos[head] == "PROPN":
                break
        low, high = parsed.lefts[top], parsed.rights[top]
        high -= parsed.words[high] == ","
        between = first < low - 1 and high + 1 < last and parsed.words[low - 1] == parsed.words[high + 1] == ","
        if between and parsed.pos[head] == "PROPN" and context.inside[low] < 0:
            yield low - 1, high + 1


def _goes_on(context: QuoteContext, verb: int, clause: int, had: bool) -> bool:
    """Whether a cue of the same speaker follows: "said that the site had been hacked and [dismissed] it as a prank"."""
    parsed, children = context.parsed, context.parsed.children[verb]
    brings = parsed.child(verb, *CONTENT_CLAUSES) is not None or any(parsed.lowers[c] == "as" for c in children)
    form = parsed.tags[verb]
    cue = form in {"VBD", "VBZ"} and context.lemmas[verb] in context.verbs.stances and context.inside[verb] < 0
    joined = parsed.lowers[parsed.lefts[verb] - 1] == "and"
    if not (cue and joined) or parsed.child(verb, *GRAMMATICAL_SUBJECTS, *AUXILIARIES) is not None:
        return False
    if form == parsed.tags[parsed.heads[clause]] and any(parsed.tags[c] == "MD" for c in parsed.children[clause]):
        return True  # "says he would sit down with X and [tells] the crowd that …"
    if not brings:
        return False
    subject = parsed.child(clause, *SUBJECTS)
    return had or (
        form == "VBD" and subject is not None and parsed.pos[subject] == "NOUN" and not can_speak(context, subject)
    )


def _stays_silent(context: QuoteContext, verb: int) -> bool:
    """Whether a verb without a subject of its own says that somebody does not tell: "and would not identify it"."""
    parsed, rules = context.parsed, context.verbs.rules
    if parsed.child(verb, *SUBJECTS) is not None or context.inside[verb] >= 0:
        return False
    refuses = context.lemmas[verb] in rules.refusing_verbs
    acts = (context.lemmas[t] in rules.speaking_acts for t in parsed.children[verb])
    return (refuses and any(acts)) or (context.lemmas[verb] in rules.speaking_acts and is_negated(context, verb))


def _concedes(context: QuoteContext, verb: int) -> bool:
    """Whether a clause at the end sets something against what is reported: ", although he again refused"."""
    parsed, first = context.parsed, context.parsed.lefts[verb]
    after = parsed.deps[verb] in ADVERBIAL_CLAUSES and parsed.words[first - 1] == "," and context.inside[verb] < 0
    return after and parsed.lowers[first] in CONCEDING


def _reports_again(context: QuoteContext, verb: int) -> bool:
    """Whether a clause set off by a comma brings a cue of its own: "adding that …", "while others said …"."""
    parsed, first = context.parsed, context.parsed.lefts[verb]
    if parsed.deps[verb] not in ADVERBIAL_CLAUSES or parsed.pos[first - 1] != "PUNCT" or context.inside[verb] >= 0:
        return False
    again = parsed.tags[verb] == "VBG" or parsed.lowers[first] in context.verbs.rules.contrast_words
    return again and context.verbs.takes(context.lemmas[verb], "that")


def _is_added(context: QuoteContext, relative: int, clause: int) -> bool:
    """Whether a relative clause at the end, set off by a comma, is the outlet's: who somebody is, what has happened.

    So is one that reports anew ("which he said …"), and any that is no wish behind an infinitive.
    """
    parsed, first = context.parsed, context.parsed.lefts[relative]
    if parsed.words[first - 1] != "," or context.inside[first] >= 0:
        return False
    if parsed.lowers[first] in WHO:
        return True
    if "which" not in parsed.lowers[first : first + RELATIVE]:
        return False
    verbs = [t for t in range(first, relative + 1) if parsed.tags[t] in FINITE]
    if not verbs or parsed.tags[verbs[0]] == "MD":
        return False
    again = context.lemmas[verbs[0]] in context.verbs.rules.plain_verbs and parsed.heads[verbs[0]] != relative
    done = parsed.lowers[verbs[0]] in HAVE and parsed.deps[verbs[0]] in AUXILIARIES
    main = (clause, *(c for c in parsed.children[clause] if parsed.deps[c] in AUXILIARIES))
    wish = all(parsed.tags[t] not in FINITE for t in main)
    return again or (parsed.pos[clause] in {"VERB", "AUX"} and (done or wish))
