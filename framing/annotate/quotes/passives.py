"""Candidates from passives: "it is said that", "X is said to", "X was told by Y that", "X was accused of Z by Y"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.building import build
from framing.annotate.quotes.context import Candidate, QuoteContext, can_speak
from framing.syntax.roles import (
    CLAUSES_OF_NOUNS,
    GIVEN_NAMES,
    PASSIVE_SUBJECTS,
    PREPOSITION_COMPLEMENTS,
    PREPOSITIONS,
    by_phrase,
    object_of,
)
from framing.syntax.tree import Range

FOR_WHAT = {"as": "as", "to": "to_what", "on": "on_what"} | dict.fromkeys(("for", "of", "over", "with", "after"), "of")


def of_passive_clause(context: QuoteContext, verb: int, content: list[Range], pattern: str) -> Iterator[Candidate]:
    """ "It is said that …", "X was told by Y that …" and "X is said to …"; the last is content together with X."""
    parsed, lemma = context.parsed, context.lemmas[verb]
    subject, agent = parsed.child(verb, *PASSIVE_SUBJECTS), _agent(context, verb, content[0][0])
    ordered = context.verbs.takes(lemma, "passive_to") or context.verbs.takes(lemma, "object_to")
    told = lemma in context.verbs.rules.telling_verbs and subject is not None and parsed.lowers[subject] != "it"
    if pattern in {"that", "wh", "object_to"} and told:
        yield build(context, verb, content, "told that", head=agent)
    elif pattern in {"that", "wh"} and context.verbs.takes(lemma, "it_passive"):
        yield build(context, verb, content, "it_passive", head=agent)
    elif pattern == "to" and ordered and subject is not None:
        whom = (parsed.lefts[subject], parsed.rights[subject])
        yield build(context, verb, [whom, *content], "passive_to", head=agent)


def _agent(context: QuoteContext, verb: int, last: int) -> int | None:
    """Whoever is named with "by" between a passive verb and its clause."""
    agent = by_phrase(context.parsed, verb)
    if agent is not None:
        return agent
    by = next((t for t in range(verb + 1, last) if context.parsed.lowers[t] == "by"), None)
    return None if by is None else object_of(context.parsed, by)


def of_passive(context: QuoteContext, verb: int, subject: int) -> Iterator[Candidate]:
    """ "The plan was praised by Y as bold": the subject is content, the agent speaks."""
    parsed, verbs, lemma = context.parsed, context.verbs, context.lemmas[verb]
    agent = by_phrase(parsed, verb)
    last, pattern = _complement(context, verb, agent)
    if not verbs.takes(lemma, pattern) or (agent is None and last is None):
        return
    content = [(parsed.lefts[subject], parsed.rights[subject])]
    if last is not None and parsed.pos[subject] in {"PRON", "PROPN"}:
        content = []  # of whom it is said stands for itself: "X was accused [of cheating] by Y"
    if last is not None:
        by = _by_below(context, last) if agent is None else None
        end = parsed.rights[last]
        if by is not None:  # "called a fraud by rivals", "accused of cheating by the guild"
            agent, end = object_of(parsed, by), by - 1
        bare = parsed.deps[last] in PREPOSITIONS and not content
        content.append((parsed.lefts[last] + bare, end))
    yield build(context, verb, content, f"passive {pattern}", head=agent)


def _complement(context: QuoteContext, verb: int, agent: int | None) -> tuple[int | None, str]:
    """Head of what somebody is accused of or called, and the construction; it may hang on the agent by mistake."""
    parsed, verbs, lemma = context.parsed, context.verbs, context.lemmas[verb]
    found: tuple[int | None, str] = (None, "object")
    behind = () if agent is None else parsed.children[agent]
    for child in (*behind, *parsed.children[verb]):
        if parsed.deps[child] in PREPOSITIONS and parsed.lowers[child] in FOR_WHAT:
            wanted = FOR_WHAT[parsed.lowers[child]]
            inner = parsed.child(child, *PREPOSITION_COMPLEMENTS)
            clause = inner is not None and (parsed.tags[inner] == "VBG" or context.inside[inner] >= 0)
            if verbs.takes(lemma, wanted) and (child not in behind or clause):
                found = child, wanted
        elif parsed.deps[child] in GIVEN_NAMES and parsed.pos[child] != "PROPN" and verbs.takes(lemma, "passive_name"):
            found = child, "name"
    return found


def _by_below(context: QuoteContext, last: int) -> int | None:
    """The "by" inside a complement that names who speaks ("accused of cheating by the guild"), or None.

    That of a clause about a noun tells who does what: "criticized over a fee [that is paid by farmers]".
    """
    parsed = context.parsed
    for token in range(last + 1, parsed.rights[last] + 1):
        own = parsed.deps[parsed.heads[token]] in CLAUSES_OF_NOUNS
        if parsed.lowers[token] == "by" and context.inside[token] < 0 and not own:
            named = object_of(parsed, token)
            if named is not None and can_speak(context, named):
                return token
    return None
