"""Where reported words begin: at "that" or a subject, at the start of a sentence, in the marks that their cue brings.

Source: Quirk et al. 1985, 16.30-16.33 (that-clauses as objects) and 14.29 (reporting clauses behind what is said).
"""

from __future__ import annotations

from framing.annotate.quotes.context import QuoteContext
from framing.annotate.quotes.direct import can_quote, judges_by_name
from framing.model import Parsed
from framing.syntax.roles import ADVERBIAL_CLAUSES, DIRECT_OBJECTS, MARKERS, SUBJECTS
from framing.syntax.shapes import after_dateline, before_marks
from framing.syntax.tree import DASHES, FINITE, Range

BACK = 14  # tokens before marks in which their own cue stands


def behind_own_cue(context: QuoteContext, first: int, last: int, lemma: str) -> int:
    """First token of words in marks that another cue before them brings: X joined in, telling Y, [“…,”] he said."""
    for token in range(first + 1, last + 1 if context.inside[last] >= 0 else first):
        if context.inside[token] >= 0 > context.inside[token - 1]:
            if _breaks_off(context, first, token):
                return token
            edge = before_marks(context.parsed, token, {",", ":"})
            stretch = range(edge - 1, max(first, edge - BACK), -1) if context.parsed.words[edge] in {",", ":"} else ()
            cues = [t for t in stretch if can_quote(context, t) and context.inside[t] < 0]
            if any(context.lemmas[t] not in {*context.verbs.rules.private_verbs, lemma} for t in cues):
                return token
    return first


def _breaks_off(context: QuoteContext, first: int, token: int) -> bool:
    """Whether marks hold a sentence behind a dash and a clause of the outlet's: [None liked her -] “A snob,” X said."""
    parsed, before = context.parsed, before_marks(context.parsed, token, DASHES)
    lead = range(first, before)
    told = any(parsed.tags[t] in FINITE for t in lead) and all(context.inside[t] < 0 for t in lead)
    return before >= first and parsed.words[before] in DASHES and parsed.words[token][:1].isupper() and told


def start_of_clause(context: QuoteContext, verb: int, clause: int) -> int:
    """First token of a clause: its "that", or its subject, where adverbs and times before them belong to the cue.

    The parser may take the subject for the object of the cue: "said [the pier], as planned, will open".
    """
    parsed = context.parsed
    first, thing = parsed.lefts[clause], parsed.child(verb, *DIRECT_OBJECTS)
    that = next((t for t in parsed.children[clause] if parsed.deps[t] in MARKERS and parsed.lowers[t] == "that"), None)
    if that is not None and verb < first < that < clause:
        return that
    subject = parsed.child(clause, *SUBJECTS)
    misread = subject is None and that is None and thing is not None and context.inside[first] < 0
    if misread and thing is not None and parsed.lefts[thing] == verb + 1 and _is_finite(parsed, clause):
        told = context.lemmas[verb] in context.verbs.rules.telling_verbs or parsed.words[first - 1] == ":"
        return verb + 1 if context.verbs.takes(context.lemmas[verb], "that") and not told else first
    timed = parsed.deps[clause] in ADVERBIAL_CLAUSES and subject is not None and first > verb
    return parsed.lefts[subject] if timed and subject is not None else first


def _is_finite(parsed: Parsed, clause: int) -> bool:
    return any(parsed.tags[t] in FINITE for t in (clause, *parsed.children[clause]))


def back_to_start(context: QuoteContext, first: int, last: int) -> int:
    """Where a content before its cue begins: at the start of the sentence, or inside the marks that hold it."""
    parsed = context.parsed
    start = after_dateline(parsed, parsed.sentences[parsed.sentence_of[first]][0], first)
    if context.inside[first] >= 0:
        return max(start, context.ranges[context.inside[first]][0])
    colons = [t for t in range(start, last) if parsed.words[t] == ":" and context.inside[t] < 0]
    private = context.verbs.rules.private_verbs  # "X saw it differently: “…,” she said"
    lead = range(start, colons[-1] if colons else start)
    told = any(can_quote(context, t) and context.lemmas[t] not in private for t in lead)
    if colons and not told and context.inside[min(colons[-1] + 2, last)] >= 0:
        return colons[-1] + 1  # [X saw it differently:] “When he says …,” she said
    reported = any(
        context.verbs.takes(context.lemmas[t], "that") and parsed.pos[t] == "VERB" for t in range(start, first)
    )
    return first if reported else start


def judged_words(context: QuoteContext, clause: int, head: int | None, words: Range) -> list[Range]:
    """What stands in marks, where the rest tells whom the speaker judges: X praised her [“faith”], “…,” he said."""
    numbers = sorted({context.inside[t] for t in range(words[0], words[1] + 1)} - {-1})
    return [context.ranges[n] for n in numbers] if judges_by_name(context, clause, head) else []
