"""Candidates from asides: "The dam, she said, is safe", "the dam, said X, is safe", "as the agency noted"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.building import build
from framing.annotate.quotes.context import Candidate, QuoteContext, can_speak, without
from framing.model import Parsed
from framing.syntax.roles import (
    ADVERBIAL_CLAUSES,
    ASIDES,
    COMPLEMENTS,
    CONTENT_CLAUSES,
    DIRECT_OBJECTS,
    MARKERS,
    NOUN_MODIFIERS,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    RELATIVE_CLAUSES,
    SUBJECT,
    UNCLEAR,
    by_phrase,
    dependents,
    subject_of,
)
from framing.syntax.shapes import after_dateline
from framing.syntax.tree import FINITE, NOMINALS, TENSED, Range

LONGEST_ASIDE = 12  # tokens
OPENERS = frozenset({"if", "when", "still", "instead"})
BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM"})
NO_PERSONS = frozenset({None, "evidence", "organisation", "country"})  # kinds of speakers
SET_OFF = frozenset({",", "—", "–"})


def of_aside(context: QuoteContext, verb: int) -> Iterator[Candidate]:
    """ "The dam, she said, is safe", "as the agency noted": the clause around the cue is content."""
    parsed, verbs, lemma = context.parsed, context.verbs, context.lemmas[verb]
    dep, head = parsed.deps[verb], parsed.heads[verb]
    if head == verb or not verbs.takes(lemma, "that") or parsed.child(verb, *COMPLEMENTS, *DIRECT_OBJECTS) is not None:
        return
    marker = parsed.lowers[parsed.lefts[verb]]
    as_clause = marker == "as" and dep in ADVERBIAL_CLAUSES | PREPOSITIONS | CONTENT_CLAUSES | ASIDES
    aside = (
        dep in ASIDES | CONTENT_CLAUSES | ADVERBIAL_CLAUSES | UNCLEAR
        and _set_off(parsed, verb)
        and marker not in verbs.rules.wh_words | verbs.rules.adverbial_openers
        and verbs.rules.adverbial_openers.isdisjoint(parsed.lowers[c] for c in dependents(parsed, verb, MARKERS))
    )
    if not (as_clause or (aside and verbs.takes(lemma, "quote"))):
        return
    speaker = subject_of(parsed, verb) if parsed.child(verb, *SUBJECT) is not None else by_phrase(parsed, verb)
    if speaker is None and not as_clause:
        return
    while as_clause and parsed.pos[head] not in {"VERB", "AUX"} and parsed.heads[head] != head:
        head = parsed.heads[head]  # "the plan, as noted by X, shows …"
    clause = (parsed.lefts[head], parsed.rights[head])
    content = list(without([clause], (_opening(parsed, verb), parsed.rights[verb])))
    if content and (context.inside[content[0][1]] >= 0 or context.inside[content[0][0]] >= 0):  # "…," she said, smiling
        content = [piece for piece in content if context.inside[piece[0]] >= 0 or context.inside[piece[1]] >= 0]
    yield build(context, verb, content, "as clause" if as_clause else "aside", head=speaker)


def _opening(parsed: Parsed, verb: int) -> int:
    """First token of an aside: its subject, where a relative that the parser hung on it stands before a comma.

    "…, in the course of which the water will be let out, [the board] announced".
    """
    subject = parsed.child(verb, *SUBJECT)
    first = verb if subject is None else parsed.lefts[subject]
    parted = parsed.lefts[verb] < first < verb and parsed.words[first - 1] == ","
    return first if parted and "which" in parsed.lowers[parsed.lefts[verb] : first] else parsed.lefts[verb]


def of_interruption(context: QuoteContext, verb: int) -> Iterator[Candidate]:
    """ "The tunnel, said X, will reopen": a short stretch between commas that holds a cue and a name, and no more.

    The parser often takes the cue for the verb of the sentence; here the commas and the verb behind them decide.
    """
    parsed = context.parsed
    if parsed.tags[verb] not in TENSED or not context.verbs.takes(context.lemmas[verb], "quote"):
        return
    start, end = parsed.sentences[parsed.sentence_of[verb]]
    first, last = verb, verb
    while first > start and parsed.words[first - 1] != ",":
        first -= 1
    while last + 1 < end and parsed.words[last + 1] != ",":
        last += 1
    if first <= start + 1 or last + 3 >= end or last - first > LONGEST_ASIDE or _has_object(context, verb, first, last):
        return
    behind = _with_apposition(context, last, end) if first == verb else last
    around = (start, first - 2), (behind + 2, end)
    if not _is_bare(context, first, last, verb) or not (
        _parts_subject(context, *around) or _parts_opening(context, *around)
    ):
        return
    names = [t for t in range(first, last + 1) if t != verb and can_speak(context, t) and _heads_name(parsed, t)]
    sides = [t for t in names if t < verb] if first < verb else [t for t in names if verb < t <= verb + 5]
    if sides:
        closing = end - 2 if parsed.pos[end - 1] == "PUNCT" else end - 1
        content = [(start, first - 2), (behind + 2, closing)]
        yield build(context, verb, content, "interruption", head=sides[0] if sides[0] > verb else sides[-1])


def _has_object(context: QuoteContext, verb: int, first: int, last: int) -> bool:
    """Whether a name behind a cue is what it reports, or its subject: "X [notes A], B and C"; told whom is none."""
    parsed = context.parsed
    told = context.lemmas[verb] in context.verbs.rules.telling_verbs
    owned = parsed.child(verb, *SUBJECT)
    names = (t for t in range(verb + 1, last + 1) if parsed.pos[t] == "PROPN")
    brought = (t for t in names if parsed.deps[t] in SUBJECT | DIRECT_OBJECTS)
    return not told and owned is not None and first <= owned < verb and any(brought)


def _with_apposition(context: QuoteContext, last: int, end: int) -> int:
    """Last token of an inverted cue with what its speaker is: "said X, [the group's director], will open"."""
    parsed, first = context.parsed, last + 2
    stop = next((t for t in range(first, end) if parsed.words[t] == ","), end)
    head = next((t for t in range(first, stop) if parsed.pos[t] == "NOUN" and _heads_name(parsed, t)), stop)
    plain = all(parsed.pos[t] in BEFORE_NOUN for t in range(first, head)) and head < stop
    told = plain and context.verbs.speakers.get(context.lemmas[head]) not in NO_PERSONS
    verbs = (t for t in range(head, stop) if parsed.tags[t] in FINITE and parsed.deps[t] not in RELATIVE_CLAUSES)
    return stop - 1 if told and stop + 2 < end and not any(verbs) else last


def of_trailing(context: QuoteContext, verb: int) -> Iterator[Candidate]:
    """ "The wall fell, the clerk, Tom Hill, wrote": a cue with its subject behind a whole clause that it reports.

    The parser takes the cue for the verb of a second clause; no conjunction stands before it, and it has no object.
    What goes on behind it without a subject ("…, the clerk wrote, and should resign") is reported, too.
    """
    parsed, lemma = context.parsed, context.lemmas[verb]
    if parsed.tags[verb] not in TENSED or context.inside[verb] >= 0:
        return
    if not (context.verbs.takes(lemma, "that") and context.verbs.takes(lemma, "quote")):
        return
    subject = parsed.child(verb, *SUBJECT)
    own = COMPLEMENTS if lemma == "tell" else COMPLEMENTS | DIRECT_OBJECTS
    if subject is None or subject > verb or parsed.child(verb, *own) is not None:
        return
    start, end = parsed.sentences[parsed.sentence_of[verb]]
    first = parsed.lefts[subject]
    if first - 2 <= start or parsed.words[first - 1] not in SET_OFF or not _is_whole(context, (start, first - 2)):
        return
    tail = _goes_on(parsed, verb, end)
    content = [(after_dateline(parsed, start, first), first - 2), *([tail] if tail else [])]
    yield build(context, verb, content, "interruption" if tail else "before", head=subject)


def _is_whole(context: QuoteContext, tokens: Range) -> bool:
    """Whether a stretch is a clause of its own, in which nobody is reported yet and no marks stand."""
    parsed = context.parsed
    stretch = range(tokens[0], tokens[1] + 1)
    if parsed.lowers[tokens[0]] in context.verbs.rules.contrast_words or any(context.inside[t] >= 0 for t in stretch):
        return False
    if any(parsed.pos[t] == "VERB" and context.verbs.takes(context.lemmas[t], "that") for t in stretch):
        return False
    return any(parsed.tags[t] in FINITE for t in stretch)


def _goes_on(parsed: Parsed, verb: int, end: int) -> Range | None:
    """What follows the aside and shares the subject of the clause before it: ", and should resign"."""
    for token in range(verb + 1, min(end - 2, verb + LONGEST_ASIDE)):
        if parsed.words[token] == "," and parsed.lowers[token + 1] in {"and", "but", "or"}:
            goes_on = parsed.tags[token + 2] in FINITE
            last = end - 2 if parsed.pos[end - 1] == "PUNCT" else end - 1
            return (token + 1, last) if goes_on else None
        if parsed.tags[token] in TENSED:
            return None
    return None


def _parts_subject(context: QuoteContext, before: Range, after: Range) -> bool:
    """Whether a subject without a verb stands before an aside, and its verb right behind it."""
    parsed = context.parsed
    if any(context.inside[t] >= 0 for t in range(before[0], after[1])):
        return False
    if any(parsed.tags[t] in FINITE for t in range(before[0], before[1] + 1)):
        return False
    named = any(parsed.pos[t] in NOMINALS for t in range(before[0], before[1] + 1))
    place = after[0]
    while place < after[1] - 1 and parsed.pos[place] in {"ADV", "PART"}:
        place += 1
    return named and parsed.lowers[before[0]] not in {"in", "at", "on"} and parsed.tags[place] in FINITE


def _parts_opening(context: QuoteContext, before: Range, after: Range) -> bool:
    """Whether an adverbial stands before an aside, and a whole clause behind it: "If it fails, Kolb argues, we go"."""
    parsed, opener = context.parsed, before[0]
    if any(context.inside[t] >= 0 for t in range(before[0], after[1])):
        return False
    opens = parsed.pos[opener] in {"ADP", "SCONJ", "PART", "ADV"} or parsed.lowers[opener] in OPENERS
    if parsed.lowers[opener] in context.verbs.rules.contrast_words | {"as"}:
        return False
    finite = [t for t in range(*after) if parsed.tags[t] in FINITE and parsed.deps[t] not in RELATIVE_CLAUSES]
    place = after[0]
    return opens and bool(finite) and parsed.pos[place] != "CCONJ" and parsed.tags[place] not in TENSED | {"VBG"}


def _is_bare(context: QuoteContext, first: int, last: int, verb: int) -> bool:
    """Whether a stretch holds no other finite verb, opens with no conjunction and stands outside marks."""
    parsed = context.parsed
    for token in range(first, last + 1):
        other = token != verb and parsed.tags[token] in FINITE
        if other or context.inside[token] >= 0 or parsed.words[token] in {":", ";"}:
            return False
    rules = context.verbs.rules
    barred = rules.wh_words | rules.adverbial_openers | rules.contrast_words | {"that", "and", "or", "even"}
    return barred.isdisjoint(parsed.lowers[first : last + 1])


def _heads_name(parsed: Parsed, token: int) -> bool:
    """Whether a token heads a noun phrase rather than describing the next noun."""
    return parsed.pos[token] in NOMINALS and parsed.deps[token] not in NOUN_MODIFIERS | PREPOSITION_OBJECTS


def _set_off(parsed: Parsed, verb: int) -> bool:
    """Whether the clause of `verb` is set off by a comma, a dash or a mark."""
    first, last = parsed.lefts[verb], parsed.rights[verb]
    before = first == 0 or parsed.pos[first] == "PUNCT" or parsed.pos[first - 1] == "PUNCT"
    after = last + 1 >= len(parsed) or parsed.pos[last] == "PUNCT" or parsed.pos[last + 1] == "PUNCT"
    return before and after and last - first < 25
