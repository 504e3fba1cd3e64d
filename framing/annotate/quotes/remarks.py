"""Where reported words end: what the outlet adds behind them, as who somebody is, what came of it, where it was said.

Source: Quirk et al. 1985, 13.83 (joined predicates), 14.31 (backshift), 15.34 (contrast), 15.60-15.62 (supplementive
clauses), 17.22-17.25 (non-restrictive relative clauses) and 17.65-17.93 (apposition).
"""

from __future__ import annotations

from framing.annotate.quotes.context import Candidate, QuoteContext, can_speak
from framing.annotate.quotes.deeds import is_second_deed
from framing.model import Parsed
from framing.syntax.roles import (
    ADVERBIAL_CLAUSES,
    APPOSITIONS,
    AUXILIARIES,
    CLAUSES_OF_NOUNS,
    CONJUNCTS,
    DIRECT_OBJECTS,
    MARKERS,
    PREPOSITIONS,
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
    object_of,
)
from framing.syntax.tree import DASHES, FINITE, RELATIVES, Range

BREAKS = DASHES | {","}
POINTING = frozenset({"referring", "alluding"})
PERFECT = frozenset({("that", "has"), ("that", "have"), ("which", "has"), ("which", "have")})  # no backshift
SHARES = frozenset({"half", "twice", "double", "triple"})
MEASURED = frozenset({"than", "what", "the"})
NEAR = 4  # words in which a remark shows what it is
REASONED = frozenset(
    {"would", "could", "might", "may", "should", "can"}
)  # "which would help nobody" is argued, not told
PAST = frozenset(
    {"had", "'d", "’d", "would", "could", "might"}
)  # with "-ed" forms: tense of what is reported of the past
WHO = frozenset({"who", "whose"})  # clauses that tell the reader who somebody is
AFTER = frozenset({"after", "before"})
LETTING = frozenset({"allow", "mean", "ensure"})
OPPOSED = frozenset({"while", "whereas"})
HENCE = frozenset({"thus", "thereby", "in"})  # "…, in that way fuelling a quarrel": what came of it is argued
SET_AGAINST = frozenset({"although", "though", "despite"})
INVERTED = frozenset(
    {"as", "have", "has", "had", "did", "do", "does", "was", "were"}
)  # "even as", "as have other members"
WILL = frozenset({"will", "'ll", "’ll"})
ARTICLES = frozenset({"a", "an", "the", "one"})
LEAST = 4  # words of an apposition that tells something
MOVED = frozenset({"up", "down"})
PLACES = frozenset({"in", "on", "through"})
PARTS = frozenset({"percent", "%", "half", "third", "quarter", "quarters", "thirds", "majority"})
JOINED = frozenset({"and", "while", "but"})
BRACKETS = frozenset({"(", "-LRB-"})
CLOSED = frozenset({")", "-RRB-"})


def without_remark(context: QuoteContext, verb: int, words: Range, source: Range | None) -> Range:
    """The words that a verb brings, ended before what the outlet adds at their end; `source`: whoever says them."""
    first, last = words
    counted = source is not None and _is_share(context, source)
    for token in range(max(first + 2, verb + 1), last):
        if context.inside[token] >= 0:
            continue
        broken = _is_break(context, token - 1) and token - 1 > max(first, verb)
        broken = broken and not _is_open_phrase(context.parsed, token - 2)
        ends = (broken and _is_added(context, verb, token, words)) or _is_place(context, token, last)
        ends = ends or is_second_deed(context, verb, token) or (counted and _is_other_share(context, token, last))
        if ends or _is_open_bracket(context, token, last) or _is_next_report(context, token, last):
            return first, token - 1 - broken
    return words


def _is_open_phrase(parsed: Parsed, token: int) -> bool:
    """Whether an adjective behind an article still waits for its noun: "a [crucial], although brief, chance"."""
    return parsed.tags[token] == "JJ" and parsed.lowers[token - 1] in ARTICLES


def without_hedge(context: QuoteContext, candidate: Candidate) -> Candidate:
    """The candidate without what tells at its end through whom the words are known: "…, according to press reports"."""
    parsed, (first, last) = context.parsed, candidate.content[-1]
    for token in range(first + 3, last):
        known = parsed.lowers[token : token + 2] == ("according", "to") and parsed.words[token - 1] == ","
        closes = known and context.inside[token] < 0 and parsed.rights[token] >= last
        if closes and candidate.cue is not None and candidate.cue[0] < first:
            return candidate._replace(content=(*candidate.content[:-1], (first, token - 2)), end=last)
    return candidate


def _is_break(context: QuoteContext, token: int) -> bool:
    """Whether a dash or a comma outside marks stands here, or a closing mark behind one."""
    parsed, outside = context.parsed, context.inside[token] < 0
    if outside and parsed.words[token] in DASHES:
        return parsed.words[token] != "-" or parsed.article.text[parsed.starts[token] - 1].isspace()
    return outside and (
        parsed.words[token] == "," or (context.inside[token - 1] >= 0 and parsed.words[token - 1] in BREAKS)
    )


def _is_next_report(context: QuoteContext, token: int, last: int) -> bool:
    """Whether another report follows a closing mark: said it was “over” [after X announced that …]."""
    head = _head_of_tail(context, token, last) if context.parsed.pos[token - 1] == "PUNCT" else None
    adverbial = head is not None and context.parsed.deps[head] in ADVERBIAL_CLAUSES
    return adverbial and head is not None and _reports_again(context, token, head)


def _is_added(context: QuoteContext, verb: int, token: int, words: Range) -> bool:
    """Whether the words from a token behind a break to the end are the outlet's."""
    parsed, (first, last) = context.parsed, words
    dashes = [t for t in range(first, last + 1) if parsed.words[t] in DASHES and _is_break(context, t)]
    past = _is_past_report(parsed, verb)
    if past and _is_nominal_in_pluperfect(parsed, token, last):
        return False
    if _is_remark(context, token) or (token - 1 in dashes and _is_comment(parsed, token)):
        return not any(t > token for t in dashes)
    head = _head_of_tail(context, token, last)
    if head is None or (token - 1 in dashes and len(dashes) > 1):
        return False
    if _reports_again(context, token, head):
        return True
    marked = any(context.inside[t] >= 0 for t in range(token, last + 1))
    if parsed.deps[head] in RELATIVE_CLAUSES:
        goes_on = marked and max(context.inside[token - 2 : token]) >= 0 and parsed.lowers[token] in WHO
        return not goes_on and _is_told_beside(context, token, head, first)
    if marked:
        return False
    if parsed.deps[head] in ADVERBIAL_CLAUSES and parsed.lowers[token] in OPPOSED:
        return _is_contrast(context, past, head, first)
    told = _is_set_against(context, past, token, head) or _is_told(context, token, head, token - 1 in dashes)
    return told or _is_compared(context, token)


def _is_past_report(parsed: Parsed, verb: int) -> bool:
    """Whether a cue, or the verb that its participle hangs on, is past: what it brings is then backshifted."""
    while _finite(parsed, verb) is None and parsed.heads[verb] != verb:
        verb = parsed.heads[verb]
    finite = _finite(parsed, verb)
    return finite is not None and _is_past(parsed, finite)


def _is_nominal_in_pluperfect(parsed: Parsed, token: int, last: int) -> bool:
    """Whether a tail is a noun with a relative clause in the shifted tense: ", a share that had grown"."""
    relatives = [t for t in range(token + 1, min(token + NEAR, last)) if parsed.lowers[t] in {"that", "which"}]
    return parsed.lowers[token] in ARTICLES and any(parsed.lowers[t + 1] == "had" for t in relatives)


def _is_contrast(context: QuoteContext, past: bool, head: int, first: int) -> bool:
    """Whether ", while …" tells what others say or did: its tense does not follow that of what is reported.

    "have said it should come first, [while others went after the judge]"; "said it was fair, [while many refuse it]".
    """
    parsed = context.parsed
    subject, above, verb = parsed.child(head, *SUBJECTS), _finite_above(parsed, head, first), _finite(parsed, head)
    if verb is None or above is None or above < 0 or subject is None or parsed.pos[subject] == "PRON":
        return False
    if parsed.tags[verb] != "VBD":
        return parsed.tags[verb] != "MD" and parsed.tags[above] == "VBD"
    says = context.verbs.tells_words(context.lemmas[head])
    return can_speak(context, subject) and (says or (not past and parsed.tags[above] != "VBD"))


def _is_set_against(context: QuoteContext, past: bool, token: int, head: int) -> bool:
    """Whether a concession is the outlet's: not when its tense follows that of a report of the past."""
    parsed, lower = context.parsed, context.parsed.lowers[token]
    if lower not in SET_AGAINST or parsed.tags[token + 1] == "VBG":  # "enjoyed it, despite having little say"
        return lower in {"even", "as"} and parsed.lowers[token + 1] in INVERTED
    verb, subject = _finite(parsed, head), parsed.child(head, *SUBJECTS)
    own = subject is None or parsed.pos[subject] == "PRON" or can_speak(context, subject)
    return verb is None or own or not past or not _is_past(parsed, verb)


def _finite(parsed: Parsed, head: int) -> int | None:
    """The finite verb of a clause; None without one."""
    forms = [t for t in (head, *dependents(parsed, head, AUXILIARIES)) if parsed.tags[t] in FINITE]
    return min(forms, default=None)


def _is_remark(context: QuoteContext, token: int) -> bool:
    """Whether the words from a token on sum up what stands before them, or compare it."""
    parsed = context.parsed
    lower, near = parsed.lowers[token], range(token + 1, min(len(parsed), token + NEAR))
    if any(context.inside[t] >= 0 for t in (token, *near)):
        return False
    if lower == "something" or (lower in POINTING and parsed.lowers[token + 1] == "to"):
        return True
    if lower in {"a", "an"}:
        noun = next((t for t in near if parsed.pos[t] == "NOUN"), token)
        past = noun in near and parsed.lowers[noun + 1 : noun + 3] in PERFECT
        return past or context.lemmas[noun] in context.verbs.rules.summing_nouns
    compared = parsed.tags[token + 1 : token + 2] in (("JJR",), ("RBR",)) and parsed.pos[token] == "ADV"
    return (lower in SHARES or compared) and not MEASURED.isdisjoint(parsed.lowers[token : token + NEAR])


def _is_comment(parsed: Parsed, token: int) -> bool:
    """Whether words behind a dash comment on what is reported: "– that's two in ten", "– which, to be clear, …"."""
    lower, then = parsed.lowers[token], token + 1
    comments = lower in {"that", "this"} and parsed.tags[then] in {"VBZ", "VBD"} and parsed.pos[then] == "AUX"
    return comments or (lower == "which" and parsed.words[then] == ",")


def _head_of_tail(context: QuoteContext, first: int, last: int) -> int | None:
    """Head of the words from `first` to `last` when they are one phrase or clause that hangs on what stands before."""
    parsed, head = context.parsed, first
    while first <= parsed.heads[head] <= last and parsed.heads[head] != head:
        head = parsed.heads[head]
    whole = parsed.lefts[head] >= first - 1 and parsed.rights[head] >= last
    return head if whole and parsed.heads[head] < first else None


def _reports_again(context: QuoteContext, token: int, head: int) -> bool:
    """Whether what is added brings a cue of its own: "adding that …", "two days after X said …", "which he said …"."""
    parsed, verbs = context.parsed, context.verbs
    if context.inside[head] >= 0:
        return False
    if parsed.deps[head] in RELATIVE_CLAUSES:
        cue = next((t for t in range(token, head + 1) if parsed.tags[t] in FINITE), head)
        return context.lemmas[cue] in verbs.rules.plain_verbs and parsed.heads[cue] != head
    if parsed.deps[head] not in ADVERBIAL_CLAUSES:
        return False
    silent = verbs.rules.finding_verbs | verbs.rules.private_verbs | LETTING
    if parsed.tags[head] == "VBG" and context.lemmas[head] in silent and _is_of_thing(context, parsed.heads[head]):
        return False  # "the halls would show it, allowing children to see"
    again = parsed.tags[head] == "VBG" or parsed.lowers[token] in verbs.rules.contrast_words
    again = again and parsed.lowers[token : token + 2] != ("even", "if")
    again = again or not AFTER.isdisjoint(parsed.lowers[c] for c in dependents(parsed, head, MARKERS))
    if parsed.tags[head] == "VBG" and verbs.takes(context.lemmas[head], "name"):
        subject = parsed.child(parsed.heads[head], *SUBJECTS)  # "Toll left, calling it a farce": a deed of Toll's
        return subject is None or parsed.pos[subject] == "PRON" or not can_speak(context, subject)
    return again and verbs.takes(context.lemmas[head], "that")


def _is_told_beside(context: QuoteContext, token: int, head: int, first: int) -> bool:
    """Whether a relative clause is the outlet's: it tells who somebody is, what has happened, or in another tense."""
    parsed = context.parsed
    opens = next((t for t in (token, token + 1) if parsed.lowers[t] in RELATIVES), None)
    if opens is None or parsed.lowers[opens] == "that" or context.inside[token] >= 0:
        return False
    if parsed.lowers[token] in WHO:
        return True
    verb = next((t for t in range(opens, head + 1) if parsed.tags[t] in FINITE), None)
    above = _finite_above(parsed, head, first)
    if verb is None or above is None or parsed.lowers[verb] in REASONED or context.inside[head] >= 0:
        return False
    done = parsed.lowers[verb] in {"has", "have"} and verb != head and parsed.lowers[opens] == "which"
    done = done and (
        above < 0 or parsed.tags[above] not in {"VBZ", "VBP"}
    )  # "matter more than others, which have grown"
    if above < 0:
        return parsed.lowers[opens] == "which"
    return done or _is_past(parsed, verb) != _is_past(parsed, above)


def _finite_above(parsed: Parsed, head: int, first: int) -> int | None:
    """The finite verb of the clause that a tail hangs in; -1 for an infinitive, None for a phrase without a verb."""
    token, found = parsed.heads[head], None
    while token >= first:
        finite = _finite(parsed, token)
        if finite is not None:
            return finite
        found = -1 if parsed.pos[token] == "VERB" else found
        if parsed.heads[token] == token:
            break
        token = parsed.heads[token]
    return found


def _is_past(parsed: Parsed, verb: int) -> bool:
    return parsed.tags[verb] == "VBD" or parsed.lowers[verb] in PAST


def _is_told(context: QuoteContext, token: int, head: int, dashed: bool) -> bool:
    """Whether a clause or phrase at the end tells the reader what whoever speaks does not say."""
    parsed, rules, dep = context.parsed, context.verbs.rules, context.parsed.deps[head]
    lower, governor = parsed.lowers[token], parsed.heads[head]
    if parsed.tags[head] == "VBG" and dep in ADVERBIAL_CLAUSES | CLAUSES_OF_NOUNS:
        return context.lemmas[head] in rules.commenting_verbs and not _is_consequence(context, token, head)
    listed = any(parsed.pos[t] == "CCONJ" and _joins(parsed, t, head) for t in range(token, parsed.rights[head] + 1))
    noun = parsed.pos[head] in {"NOUN", "NUM"} and lower in ARTICLES and not listed
    told = noun and parsed.rights[head] - token + 1 >= LEAST and parsed.child(head, *SUBJECTS) is None
    beside = dep in DIRECT_OBJECTS and parsed.child(governor, *DIRECT_OBJECTS) != head  # an apposition, misread
    return told and (dep in APPOSITIONS or beside or dashed)


def _is_consequence(context: QuoteContext, token: int, head: int) -> bool:
    """Whether a participle tells what comes of what is said: "thus fuelling it"; of a thing that would happen."""
    parsed, governor = context.parsed, context.parsed.heads[head]
    helpers = {parsed.lowers[c] for c in dependents(parsed, governor, AUXILIARIES)}
    likely = not WILL.isdisjoint(helpers) or (_is_of_thing(context, governor) and not REASONED.isdisjoint(helpers))
    return likely or parsed.lowers[token] in HENCE


def _is_of_thing(context: QuoteContext, verb: int) -> bool:
    """Whether the subject of a verb is a thing that cannot speak, other than a pronoun."""
    subject = context.parsed.child(verb, *SUBJECTS)
    return subject is not None and context.parsed.pos[subject] != "PRON" and not can_speak(context, subject)


def _joins(parsed: Parsed, conjunction: int, head: int) -> bool:
    """Whether a conjunction joins a phrase, or what stands in a list with it: "rooms, [a hall and a pool]"."""
    token = parsed.heads[conjunction]
    while token > head and parsed.deps[token] in CONJUNCTS | PREPOSITIONS:
        token = parsed.heads[token]
    return token <= head


def _is_compared(context: QuoteContext, token: int) -> bool:
    """Whether a figure is set beside another one: ", compared with 33 percent", ", up 31 percent from a year ago"."""
    parsed, lower = context.parsed, context.parsed.lowers[token]
    near = range(token + 1, min(len(parsed), token + NEAR))
    if lower == "compared":
        return True
    return lower in MOVED and any(parsed.pos[t] == "NUM" or parsed.lowers[t] == "from" for t in near)


def _is_place(context: QuoteContext, token: int, last: int) -> bool:
    """Whether the phrase at the end says where it was said: "in a statement", "on Monday's “Show”", "via Twitter"."""
    parsed = context.parsed
    if parsed.deps[token] not in PREPOSITIONS or parsed.rights[token] < last:
        return False
    thing = object_of(parsed, token)
    if thing is None:
        return False
    spread = parsed.lowers[token] == "on" and parsed.lowers[token + 2 : token + 3] in (("'s",), ("’s",))
    if spread and parsed.lowers[token + 1].endswith("day"):
        return True
    told = any(parsed.lowers[parsed.lefts[c]] in RELATIVES for c in dependents(parsed, thing, CLAUSES_OF_NOUNS))
    given = parsed.lowers[parsed.lefts[thing]] in {"a", "an"} and parsed.lowers[token] in PLACES
    return given and not told and context.lemmas[thing] in context.verbs.rules.said_in_nouns


def _is_share(context: QuoteContext, source: Range) -> bool:
    """Whether whoever speaks is a share of the people asked: "28 percent of voters", "half of them"."""
    return not PARTS.isdisjoint(context.parsed.lowers[source[0] : source[1] + 1])


def _is_other_share(context: QuoteContext, token: int, last: int) -> bool:
    """Whether other people asked begin here: "said yes, while [about 4 in 10] want one", "and [a third] said no"."""
    parsed = context.parsed
    near = range(token + 1, min(last, token + NEAR + 1))
    counted = any(parsed.pos[t] == "NUM" or parsed.lowers[t] in PARTS for t in near)
    subjects = any(parsed.deps[t] in SUBJECTS for t in range(token + 1, last + 1))
    return parsed.lowers[token] in JOINED and counted and subjects


def _is_open_bracket(context: QuoteContext, token: int, last: int) -> bool:
    """Whether a bracket opens here that is not closed, or that closes at the end and tells something."""
    parsed = context.parsed
    if parsed.words[token] not in BRACKETS or not CLOSED.isdisjoint(parsed.words[token + 1 : last]):
        return False
    closed = not CLOSED.isdisjoint(parsed.words[last : last + 2])
    return not closed or any(parsed.tags[t] in FINITE for t in range(token, last + 1))
