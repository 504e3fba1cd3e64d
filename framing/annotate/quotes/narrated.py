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
    COMPLEMENTS,
    CONJUNCTS,
    CONTENT_CLAUSES,
    DIRECT_OBJECTS,
    GIVEN_NAMES,
    GRAMMATICAL_SUBJECTS,
    MARKERS,
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
)
from framing.syntax.tree import FINITE, Range

AFTER = frozenset({"after", "before"})
CONCEDING = frozenset({"although", "though"})
WHO = frozenset({"who", "whose"})  # clauses that tell the reader who somebody is
HAVE = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})
HAD = frozenset({"had", "'d", "’d"})
PUT_IT = frozenset({("put", "it"), ("puts", "it"), ("called", "it"), ("calls", "it")})  # "that, [as she put it], …"
RELATIVE = 2  # words in which a relative clause has its pronoun: "during which"


def end_of_report(context: QuoteContext, last: int, clause: int) -> int:
    """Last token of a reported clause or phrase, before what the outlet adds at its end."""
    parsed = context.parsed
    had = _is_past_perfect(context, clause)
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
        changed = parsed.deps[token] in CONJUNCTS and parsed.tags[token] != parsed.tags[parsed.heads[token]]
        if changed and _goes_on(context, token, clause, had=False):
            return first - 1
        if _reports_again(context, token) or _concedes(context, token):
            return first - 1
        if parsed.deps[token] in RELATIVE_CLAUSES and _is_added(context, token, clause):
            return first - 2
    return last


def before_purpose(context: QuoteContext, last: int, clause: int) -> int:
    """Last token of a reported clause before a purpose that says something itself: "what happened [to warn that …]"."""
    parsed = context.parsed
    purposes = (c for c in dependents(parsed, clause, ADVERBIAL_CLAUSES) if cue_of_purpose(context, c) is not None)
    return min([last, *(parsed.lefts[c] - 1 for c in purposes)])


def _is_past_perfect(context: QuoteContext, verb: int) -> bool:
    """Whether a verb stands with "had"."""
    parsed = context.parsed
    helpers = [c for c in dependents(parsed, verb, ACTIVE_AUXILIARIES) if parsed.tags[c] != "MD"]
    return any(parsed.lowers[c] in HAD for c in helpers)


def cue_of_purpose(context: QuoteContext, verb: int) -> int | None:
    """The cue whose speaker also says what a purpose brings: "[recalled] how it fell to warn that …"; None elsewhere.

    The parser hangs the purpose on the clause; the subject of that clause cannot speak, so it is no purpose of its own.
    """
    parsed, clause = context.parsed, context.parsed.heads[verb]
    outer = parsed.heads[clause]
    if parsed.deps[verb] not in ADVERBIAL_CLAUSES or parsed.deps[clause] not in CONTENT_CLAUSES or outer > clause:
        return None
    told = parsed.lowers[parsed.lefts[clause]] in context.verbs.rules.wh_words
    subject = parsed.child(clause, *SUBJECTS)
    says = any(parsed.tags[c] == "TO" for c in parsed.children[verb]) and context.verbs.takes(
        context.lemmas[verb], "that"
    )
    if not (told and says) or subject is None or can_speak(context, subject):
        return None
    return outer if parsed.child(verb, *CONTENT_CLAUSES) is not None else None


def is_no_report(context: QuoteContext, verb: int, clause: int) -> bool:
    """Whether a clause that the parser hangs on a cue is not what it reports.

    "announced a plan on Monday [that would let …]"; "[he opposes it], a day after X said she backs it"; "[although X
    lamented it], Y said that …".
    """
    parsed = context.parsed
    if clause > verb:
        subject, thing = parsed.child(clause, *SUBJECTS), parsed.child(verb, *DIRECT_OBJECTS)
        relative = subject is not None and parsed.tags[subject] == "WDT" and subject == parsed.lefts[clause]
        ends = [parsed.rights[c] for c in dependents(parsed, verb, COMPLEMENTS) if verb < c < clause]
        held = any(parsed.rights[clause] in (with_main(context, verb, e), over_marks(context, e)) for e in ends)
        return held or (relative and thing is not None and thing < clause)
    openers = context.verbs.rules.adverbial_openers - {"as"}
    if any(parsed.lowers[c] in openers and clause < c for c in dependents(parsed, verb, MARKERS)):
        return True
    words = range(parsed.lefts[clause], parsed.rights[clause] + 1)
    spoken = any(context.inside[t] >= 0 for t in words) and openers.isdisjoint(parsed.lowers[words[0] : words[0] + 2])
    return not spoken and any(c > verb and context.inside[c] < 0 for c in dependents(parsed, verb, COMPLEMENTS))


def with_main(context: QuoteContext, verb: int, last: int) -> int:
    """Last token of the clause behind a comma that the parser took for another: "that with X rising, [Y falls]"."""
    parsed = context.parsed
    for child in dependents(parsed, verb, COMPLEMENTS):
        first = parsed.lefts[child] + (parsed.words[parsed.lefts[child]] == ",")
        beside = first == last + 1 + (parsed.words[last] != ",") and parsed.words[first - 1] == "," and verb < last
        beside = beside and context.inside[child] == context.inside[verb]
        own = context.verbs.takes(context.lemmas[child], "quote")  # "…,” the source recalled"
        if beside and not own and parsed.child(child, *SUBJECTS) is not None and parsed.child(child, *MARKERS) is None:
            return parsed.rights[child]
    return last


def over_marks(context: QuoteContext, last: int) -> int:
    """Last token of infinitives that go on behind marks: is ready to “take on the mill,” [close it and sell it]."""
    parsed, number = context.parsed, context.inside[last]
    first = context.ranges[number][0] if number >= 0 else last
    token = next((t for t in range(last + 1, len(parsed)) if parsed.pos[t] != "PUNCT"), last)
    closed = number >= 0 and "," in parsed.words[context.ranges[number][1] : token]
    bare = parsed.tags[first] == "VB" and parsed.tags[token] in {"VB", "VBP"} and parsed.child(token, *SUBJECTS) is None
    same = parsed.sentence_of[last] == parsed.sentence_of[token] and context.inside[token] < 0
    return max(last, parsed.rights[token]) if closed and bare and same else last


def before_second_cue(context: QuoteContext, verb: int, first: int, last: int) -> int:
    """Last token of a content that opens in marks closed with a comma: “I never saw it,” [the Post wrote]."""
    parsed = context.parsed
    number = context.inside[first + (parsed.lowers[first] == "that" and first < last)]
    end = context.ranges[number][1] if number >= 0 else last
    rest = [t for t in range(end + 1, last + 1) if parsed.pos[t] != "PUNCT"]
    again = any(context.lemmas[t] == context.lemmas[verb] for t in rest)  # "X said: “…,” he said" says it once
    joined = again or any(context.inside[t] >= 0 for t in rest) or (rest and parsed.pos[rest[0]] == "CCONJ")
    closed = number >= 0 and parsed.article.text[context.quoted[number].inner_end - 1] == ","
    return end if closed and not joined else last


def without_asides(context: QuoteContext, content: list[Range]) -> list[Range]:
    """The content without what tells who a named person is: "Grimm, [a former agent who had won twice], was …"."""
    found = list(content)
    for hole in (hole for first, last in content for hole in _asides(context, first, last)):
        found = list(without(found, hole))
    return found


def _asides(context: QuoteContext, first: int, last: int) -> Iterator[Range]:
    """Clauses with "who" between commas behind a name, each with its description; and "as she put it"."""
    parsed = context.parsed
    for token in range(first + 2, last):
        if parsed.lowers[token] == "as" and parsed.lowers[token + 2 : token + 4] in PUT_IT:
            yield token - 1, token + 3
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
    subject = parsed.child(clause, *SUBJECTS)
    other_person = subject is not None and parsed.pos[subject] != "PRON" and can_speak(context, subject)
    calls = parsed.child(verb, *GIVEN_NAMES) is not None and not other_person  # "and called it a crime"
    brings = parsed.child(verb, *CONTENT_CLAUSES) is not None or any(parsed.lowers[c] == "as" for c in children)
    brings = brings or calls
    form = parsed.tags[verb]
    cue = form in {"VBD", "VBZ"} and context.lemmas[verb] in context.verbs.stances and context.inside[verb] < 0
    joined = parsed.lowers[parsed.lefts[verb] - 1] == "and"
    if joined and _asks(context, verb):
        return True
    if not (cue and joined) or parsed.child(verb, *GRAMMATICAL_SUBJECTS, *AUXILIARIES) is not None:
        return False
    other = parsed.tags[clause] in FINITE - {form} or any(parsed.tags[c] == "MD" for c in parsed.children[clause])
    if form == parsed.tags[parsed.heads[clause]] and other:
        return True  # "says he would sit down with X and [tells] the crowd that …"
    if not brings:
        return False
    return had or (
        form == "VBD" and subject is not None and parsed.pos[subject] == "NOUN" and not can_speak(context, subject)
    )


def _asks(context: QuoteContext, verb: int) -> bool:
    """Whether a participle brings words in marks right behind a comma: "and [asking], “How can he lead us?”"."""
    parsed = context.parsed
    edge = verb + 1 < len(parsed) and parsed.words[verb + 1] in {",", ":"}
    words = next((t for t in range(verb + 2, min(len(parsed), verb + 5)) if parsed.pos[t] != "PUNCT"), verb)
    cue = parsed.lowers[verb].endswith("ing") and context.inside[verb] < 0
    return cue and edge and context.inside[words] >= 0


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
    """Whether a clause set off by a comma brings a cue of its own: "adding that …", "two days after X said …"."""
    parsed, first = context.parsed, context.parsed.lefts[verb]
    if parsed.deps[verb] not in ADVERBIAL_CLAUSES or parsed.pos[first - 1] != "PUNCT" or context.inside[verb] >= 0:
        return False
    again = parsed.tags[verb] == "VBG" or parsed.lowers[first] in context.verbs.rules.contrast_words
    again = again or not AFTER.isdisjoint(parsed.lowers[c] for c in dependents(parsed, verb, MARKERS))
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
