"""What an actor does to good and to bad things: by a verb, by a noun of its own, by what it says that it will do.

The worth of a thing is composed along the sentence: a safeguard is good, its rollback bad, and a fight against the
rollback good again.
Sources: Moilanen and Pulman 2007 (composition); Deng and Wiebe 2014 (events that are good or bad for somebody).
"""

from __future__ import annotations

from collections.abc import Iterable

from framing.annotate.tone.finder import Finder
from framing.annotate.tone.reading import NONE, PERSON
from framing.annotate.tone.roles import is_rescuing
from framing.syntax import roles as syntax
from framing.syntax.roles import dependents, is_passive

BEHIND = (
    syntax.OBJECTS
    | syntax.PREPOSITIONS
    | syntax.CONTENT_CLAUSES
    | syntax.PREPOSITION_COMPLEMENTS
    | syntax.OPEN_COMPLEMENTS
)
WITHIN = BEHIND | syntax.CLAUSES_OF_NOUNS | syntax.COMPOUNDS  # where the thing stands that is undone or curbed
WORTHS = ("undoes", "furthers")  # these hide nothing: what they are done to decides what they tell
DEALINGS = frozenset({*WORTHS, "worsens"})  # of a verb without any the worth of its thing is not asked
AGAINST = frozenset({"opposes", "undoes", "drops", "doubts", "probes", "mends"})  # of a plan: it is somebody else's
SLIGHT = 0.3  # of the worth of a phrase: below this it is neither good nor bad
SELF = frozenset({"it", "we", "i"})


def note_intents(found: Finder, noun: int, *, as_object: bool) -> None:
    """What an actor means to do or does by a noun: "the [plan] to weaken rules", "their [rollback] of rules".

    `as_object`: the noun is the object of the actor's verb; who opposes a plan does not have it.
    """
    parsed, kinds = found.parsed, found.of(noun)
    if as_object and not AGAINST.isdisjoint(found.of(parsed.heads[noun])):
        return
    if "undoings" in kinds and (worth := worth_of(found, dependents(parsed, noun, syntax.PREPOSITIONS))):
        found.note(f"undoes{worth}", noun)
    if "intents" in kinds:
        for deed in dependents(parsed, noun, syntax.CLAUSES_OF_NOUNS):
            for kind in WORTHS:
                if kind in found.of(deed) and (worth := worth_of(found, dependents(parsed, deed, BEHIND))):
                    found.note(kind + worth, deed)
    if "fights" in kinds:
        goals = syntax.prepositions(parsed, noun, {"for"})
        if worth := worth_of(found, goals):
            found.note(f"furthers{worth}", noun)


def note_dealing(found: Finder, verb: int, behind: list[int]) -> None:
    """What an actor does to good and to bad things: furthers, undoes or worsens them."""
    kinds = found.of(verb)
    if DEALINGS.isdisjoint(kinds) or is_rescuing(found.parsed, verb):
        return
    worth = worth_of(found, behind)
    if not worth:
        return
    for kind in WORTHS:
        if kind in kinds:
            found.note(kind + worth, verb)
    if "worsens" in kinds and not found.is_negated(verb):
        found.note("undoes.good", verb)


def note_announced(found: Finder, verb: int) -> bool:
    """Whether an actor says that it does good or bad: "announced that the country will leave the treaty"."""
    parsed, kinds, reading = found.parsed, found.of(verb), found.reading
    if kinds.isdisjoint({"announces", "says"}):
        return False
    before = len(found.kinds)
    for deed in dependents(parsed, verb, syntax.CONTENT_CLAUSES):
        subject = next(iter(dependents(parsed, deed, syntax.SUBJECTS)), None)
        if subject is None or not reading.first <= subject < reading.end or found.is_negated(deed):
            continue
        itself = reading.keys[subject - reading.first] == PERSON or parsed.lowers[subject] in SELF
        if not itself and not ("announces" in kinds and dependents(parsed, subject, syntax.DETERMINERS)):
            continue
        behind = [subject] if is_passive(parsed, deed) else dependents(parsed, deed, BEHIND)
        note_dealing(found, deed, behind)
        for below in dependents(parsed, deed, syntax.OPEN_COMPLEMENTS):
            note_dealing(found, below, dependents(parsed, below, BEHIND))
    return len(found.kinds) > before


def worth_of(found: Finder, tokens: Iterable[int]) -> str:
    """Whether a phrase tells of a good thing (".good"), a bad one (".bad") or neither ("")."""
    total = sum(_value(found, token) for token in tokens)
    return ".good" if total > SLIGHT else ".bad" if total < -SLIGHT else ""


def _value(found: Finder, token: int) -> float:
    """What a word and the words below it are worth together; what is undone, mended or curbed turns round."""
    parsed, reading = found.parsed, found.reading
    if not reading.first <= token < reading.end:
        return 0.0
    words, kinds, children = reading.words, found.of(token), parsed.children[token]
    verbal = parsed.pos[token] == "VERB" and parsed.deps[token] not in syntax.MODIFIERS
    undone = ("undoes" if verbal else "undoings") in kinds
    mended = ("mends" if verbal else "curbs") in kinds
    named = words.scopes.get(parsed.lemma_lowers[token], NONE)
    listed = ("goods" in named) - ("threats" in named or "bads" in named)
    value = 0.0 if undone or (verbal and mended) else listed or words.valences.get(parsed.lowers[token], 0.0) / 4
    within = sum(_value(found, child) for child in children if parsed.deps[child] in WITHIN)
    rest = sum(_value(found, child) for child in children if parsed.deps[child] not in WITHIN)
    turned = within < 0 if mended else undone
    return value + rest + (-within if turned else within)
