"""What inside a reported clause the outlet tells itself: who somebody is, to what end it was said, what brackets hold.

Source: Quirk et al. 1985, 14.31 (backshift) and 17.22-17.25 (non-restrictive relative clauses).
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.context import QuoteContext, can_speak, without
from framing.annotate.quotes.deeds import form_of
from framing.model import Parsed
from framing.syntax.roles import (
    ACTIVE_AUXILIARIES,
    ADVERBIAL_CLAUSES,
    APPOSITIONS,
    COMPLEMENTS,
    CONJUNCTS,
    CONTENT_CLAUSES,
    DIRECT_OBJECTS,
    MARKERS,
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
)
from framing.syntax.tree import DASHES, FINITE, Range

OPENING, CLOSING = frozenset({"(", "-LRB-"}), frozenset({")", "-RRB-"})
WHO = frozenset({"who", "whose"})  # clauses that tell the reader who somebody is
ALL = frozenset({"all", "anything", "everything", "nothing"})
HAD = frozenset({"had", "'d", "’d"})
PUT_IT = frozenset({("put", "it"), ("puts", "it"), ("called", "it"), ("calls", "it")})  # "that, [as she put it], …"


def end_of_report(context: QuoteContext, last: int, clause: int) -> int:
    """Last token of a reported clause, before what is told without backshift: "had met him, [and did so again]"."""
    parsed = context.parsed
    if form_of(parsed, clause) != "has" or parsed.tags[clause] != "VBN" or not _has_had(parsed, clause):
        return last
    joined = (c for c in dependents(parsed, clause, CONJUNCTS) if c > clause)
    return next((parsed.lefts[c] - 2 for c in joined if parsed.lowers[parsed.lefts[c]] == "did"), last)


def _has_had(parsed: Parsed, verb: int) -> bool:
    return any(parsed.lowers[c] in HAD for c in dependents(parsed, verb, ACTIVE_AUXILIARIES))


def before_purpose(context: QuoteContext, last: int, clause: int) -> int:
    """Last token of a reported clause before a purpose that says something itself: "what happened [to warn that …]"."""
    parsed = context.parsed
    purposes = (c for c in dependents(parsed, clause, ADVERBIAL_CLAUSES) if cue_of_purpose(context, c) is not None)
    return min([last, *(parsed.lefts[c] - 1 for c in purposes)])


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
        bare = subject is None and parsed.lefts[clause] == clause and parsed.tags[clause] in {"VBD", "VBN"}
        described = (
            bare and parsed.pos[clause - 1] == "NOUN" and clause - 1 > verb
        )  # "said in a statement [issued later]"
        told = context.lemmas[verb] in context.verbs.rules.telling_verbs and parsed.pos[clause] == "NOUN"
        clauses = dependents(parsed, clause, CONTENT_CLAUSES) if told else ()  # "told a [show] that …"
        described = described or any(parsed.lowers[parsed.lefts[c]] == "that" for c in clauses)
        described = described or (subject is None and _is_told_of_all(context, verb))
        return held or described or (relative and thing is not None and thing < clause)
    openers = context.verbs.rules.adverbial_openers - {"as"}
    if any(parsed.lowers[c] in openers and clause < c for c in dependents(parsed, verb, MARKERS)):
        return True
    words = range(parsed.lefts[clause], parsed.rights[clause] + 1)
    spoken = any(context.inside[t] >= 0 for t in words) and openers.isdisjoint(parsed.lowers[words[0] : words[0] + 2])
    return not spoken and any(c > verb and context.inside[c] < 0 for c in dependents(parsed, verb, COMPLEMENTS))


def _is_told_of_all(context: QuoteContext, verb: int) -> bool:
    """Whether a sentence tells of all that somebody says: "everything X says [is a lie]"."""
    parsed, first = context.parsed, context.parsed.sentences[context.parsed.sentence_of[verb]][0]
    return parsed.lowers[first] in ALL and parsed.tags[verb + 1] in FINITE and context.inside[verb + 1] < 0


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


def with_joined_infinitives(parsed: Parsed, verb: int, clause: int, last: int) -> int:
    """Last token of an infinitive with those that the parser joined to the cue: "wants to cut X and [sell Y]".

    A past that the parser joined to the infinitive ends it: "promised to cut X [and left]".
    """
    past = next((c for c in dependents(parsed, clause, CONJUNCTS) if parsed.tags[c] == "VBD" and c > clause), None)
    if past is not None:
        return min(last, parsed.lefts[past] - 2)
    if parsed.tags[verb] in {"VB", "VBP"}:
        return last
    for child in parsed.children[verb]:
        bare = parsed.tags[child] in {"VB", "VBP"} and parsed.child(child, *SUBJECTS, *ACTIVE_AUXILIARIES) is None
        if child > last and bare and parsed.deps[child] in CONJUNCTS:
            last = parsed.rights[child]
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
    """Clauses in brackets; those with "who" between commas behind a name; and "as she put it"."""
    parsed = context.parsed
    yield from _bracketed(context, first, last)
    yield from _between_marks(context, first, last)
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


def _bracketed(context: QuoteContext, first: int, last: int) -> Iterator[Range]:
    """What stands in brackets outside marks and tells something: "(the papers were burned in March)"."""
    parsed, opened = context.parsed, -1
    if CLOSING.isdisjoint(parsed.words[first + 1 : last]):
        return
    for token in range(first + 1, last):
        if context.inside[token] < 0 and parsed.words[token] in OPENING:
            opened = token
        elif parsed.words[token] in CLOSING and opened >= 0:
            if any(parsed.tags[t] in FINITE for t in range(opened, token)):
                yield opened, token
            opened = -1


def _between_marks(context: QuoteContext, first: int, last: int) -> Iterator[Range]:
    """What stands between dashes and between two pieces in marks: “The story” [- that X is rich -] “is false”."""
    parsed, numbers = context.parsed, sorted({*context.inside[first : last + 1]} - {-1})
    for one, next_one in zip(numbers, numbers[1:], strict=False):
        between = [t for t in range(context.ranges[one][1] + 1, context.ranges[next_one][0]) if context.inside[t] < 0]
        words = [t for t in between if parsed.pos[t] != "PUNCT" or parsed.words[t] in DASHES]
        if len(words) > 2 and parsed.words[words[0]] in DASHES and parsed.words[words[-1]] in DASHES:
            yield words[0], words[-1]
