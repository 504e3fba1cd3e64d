"""Where, inside reported words, whoever speaks does something else: "said it was hollow [and accused X of lying]".

The parser joins the second verb to the nearest one; its form and its subject show that it belongs to the cue.

Source: Quirk et al. 1985, 13.83 (joined predicates) and 14.31 (backshift).
"""

from __future__ import annotations

from framing.annotate.quotes.context import QuoteContext, can_speak
from framing.annotate.quotes.factuality import is_negated
from framing.model import Parsed
from framing.syntax.roles import (
    AUXILIARIES,
    CLAUSES_OF_NOUNS,
    CONJUNCTS,
    CONTENT_CLAUSES,
    GIVEN_NAMES,
    GRAMMATICAL_SUBJECTS,
    SUBJECTS,
    dependents,
)
from framing.syntax.tree import FINITE

JOINING = frozenset({"and", "but"})
PERFECT = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve", "'d", "’d"})
HAD = frozenset({"had", "'d", "’d"})
REACH = 4  # words between "and" and the verb
LIGHT = frozenset({"ADV", "AUX", "PART"})  # words that may stand there


def is_second_deed(context: QuoteContext, cue: int, token: int) -> bool:
    """Whether "and" or "but" at `token`, inside what the verb `cue` brings, joins a second verb to the cue."""
    parsed = context.parsed
    if parsed.lowers[token] not in JOINING or parsed.tags[cue] == "VBG":
        return False
    verb = token + 1
    while verb < min(len(parsed) - 1, token + REACH) and parsed.pos[verb] in LIGHT and parsed.heads[verb] != token:
        verb += 1
    if parsed.tags[verb] == "VBG" and not _asks(context, verb):
        return False
    if parsed.pos[verb] != "VERB" or context.inside[verb] >= 0 or parsed.deps[verb] not in CONJUNCTS:
        return False
    if _asks(context, verb):
        return True
    if parsed.child(verb, *GRAMMATICAL_SUBJECTS) is not None:
        return False
    silent = _stays_silent(context, verb)
    says = context.verbs.tells_words(context.lemmas[verb])
    form = form_of(parsed, verb)
    if form != form_of(parsed, cue) and not (silent and form == "MD"):
        return False
    if silent and parsed.lowers[token] == "but":
        return True
    return (silent or (says and not is_negated(context, verb))) and _belongs_to_cue(
        context, cue, verb, parsed.words[token - 1] == ","
    )


def cue_of_deed(context: QuoteContext, verb: int) -> int | None:
    """The cue that a verb goes on from, where the parser joins it to what that cue brings; None elsewhere."""
    parsed, token = context.parsed, context.parsed.heads[verb]
    joints = [t for t in range(max(0, verb - REACH), verb) if parsed.lowers[t] in JOINING]
    while parsed.deps[verb] in CONJUNCTS and joints and parsed.heads[token] < token:
        above, brought = parsed.heads[token], parsed.deps[token] in CONTENT_CLAUSES
        if brought and context.lemmas[above] in context.verbs.stances and is_second_deed(context, above, joints[-1]):
            return above
        token = above
    return None


def _belongs_to_cue(context: QuoteContext, cue: int, verb: int, broken: bool) -> bool:
    """Whether a second verb goes on from the cue rather than from a verb that the cue brings."""
    parsed, form, above = context.parsed, form_of(context.parsed, verb), context.parsed.heads[verb]
    if above == cue or context.lemmas[verb] == context.lemmas[cue]:
        return True
    brings = parsed.child(verb, *CONTENT_CLAUSES) is not None
    brings = brings or any(parsed.lowers[c] in {"as", "that"} for c in parsed.children[verb])
    between = [
        t for t in range(cue + 1, verb) if t == above or (parsed.pos[t] in {"VERB", "AUX"} and _is_main(parsed, t))
    ]
    if brings and any(parsed.lowers[c] in HAD for c in parsed.children[above]):
        return True  # "said that it had been hacked and [dismissed] it as a prank"
    forms = {form, "has"} if form in {"VBD", "VBN"} else {form}
    mains = [t for t in between if context.inside[t] < 0 and _may_do_so(context, t)]
    persons = [t for t in mains if form_of(parsed, t) in forms]
    named = [t for t in mains if parsed.pos[parsed.child(t, *SUBJECTS) or t] != "PRON"]
    if any(form_of(parsed, t) in forms | {"is"} for t in named):
        return broken and brings
    brings = brings or parsed.child(verb, *GIVEN_NAMES) is not None  # "and called it a crime"
    perfect = all(form_of(parsed, t) == "has" for t in persons)  # "she'd seen three floods and called them common"
    return not persons or (brings and (broken or perfect))


def _is_main(parsed: Parsed, verb: int) -> bool:
    clause = parsed.pos[verb] in {"VERB", "AUX"} and parsed.deps[verb] not in CLAUSES_OF_NOUNS | AUXILIARIES
    return clause and parsed.tags[verb] in FINITE | {"VBN"}


def _may_do_so(context: QuoteContext, verb: int) -> bool:
    """Whether the subject of a verb can speak, or cannot be seen."""
    subject = context.parsed.child(verb, *SUBJECTS)
    return subject is None or can_speak(context, subject)


def form_of(parsed: Parsed, verb: int) -> str:
    """The tag of the finite verb of a clause, "has" and "is" for what stands with them, or the verb's own tag."""
    helpers = dependents(parsed, verb, AUXILIARIES)
    first = min((t for t in (verb, *helpers) if parsed.tags[t] in FINITE), default=verb)
    if parsed.tags[verb] == "VBG" and first != verb and parsed.tags[first] != "MD":
        return "is"
    return "has" if parsed.lowers[first] in PERFECT and first != verb else parsed.tags[first]


def _asks(context: QuoteContext, verb: int) -> bool:
    """Whether a participle brings words in marks right behind a comma: "and [asking], “How can he lead us?”"."""
    parsed = context.parsed
    edge = verb + 1 < len(parsed) and parsed.words[verb + 1] in {",", ":"}
    words = next((t for t in range(verb + 2, min(len(parsed), verb + 5)) if parsed.pos[t] != "PUNCT"), verb)
    cue = parsed.lowers[verb].endswith("ing") and context.inside[verb] < 0
    return cue and edge and context.inside[words] >= 0


def _stays_silent(context: QuoteContext, verb: int) -> bool:
    """Whether a verb without a subject of its own says that somebody does not tell: "and would not identify it"."""
    rules, parsed = context.verbs.rules, context.parsed
    refuses = context.lemmas[verb] in rules.refusing_verbs
    acts = (context.lemmas[t] in rules.speaking_acts | rules.giving_verbs for t in parsed.children[verb])
    told = rules.speaking_acts if form_of(parsed, verb) == "MD" else rules.speaking_acts | rules.giving_verbs
    return (refuses and any(acts)) or (context.lemmas[verb] in told and is_negated(context, verb))
