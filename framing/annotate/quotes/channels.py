"""Statements through somebody else: in "the agency quoted X as saying that …" X speaks, the agency is the channel."""

from __future__ import annotations

from collections.abc import Collection

from framing.model import Parsed
from framing.syntax.roles import NOUN_MODIFIERS, REDUCED_CLAUSES, logical_object
from framing.syntax.tree import NOMINALS

REACH = 16  # words before "as saying" in which the quoting verb must stand
HELPERS = frozenset({"having", "being"})  # "as having warned"


def quoting_verb(parsed: Parsed, verb: int, quoting: Collection[str]) -> int | None:
    """The verb by which somebody else passes on what `verb` says ("quoted X as [saying]"), or None."""
    if parsed.tags[verb] not in {"VBG", "VBN"}:
        return None
    first = verb - 1 if verb and parsed.lowers[verb - 1] in HELPERS else verb
    if first < 1 or parsed.lowers[first - 1] != "as":
        return None
    start = parsed.sentences[parsed.sentence_of[verb]][0]
    for token in range(first - 2, max(start - 1, first - REACH), -1):
        if parsed.lemma_lowers[token] in quoting and parsed.pos[token] in {"VERB", "AUX"}:
            return token
    return None


def speaker_quoted(parsed: Parsed, verb: int, quoting: Collection[str]) -> int | None:
    """Head of whoever is quoted: the object of the quoting verb, or its subject in the passive; or None."""
    told = quoting_verb(parsed, verb, quoting)
    if told is None:
        return None
    if parsed.deps[told] in REDUCED_CLAUSES and parsed.tags[told] == "VBN":
        return parsed.heads[told]  # "a clerk quoted by the paper as saying"
    thing = logical_object(parsed, told)
    if thing is not None and parsed.pos[thing] in NOMINALS:
        return thing
    between = range(told + 1, verb)
    return next((t for t in between if parsed.pos[t] in NOMINALS and parsed.deps[t] not in NOUN_MODIFIERS), None)


def said_through(parsed: Parsed, verb: int, quoting: Collection[str]) -> int | None:
    """The verb that a quoting verb brings ("[quoted] X as saying" -> saying), or None."""
    if parsed.lemma_lowers[verb] not in quoting:
        return None
    end = min(parsed.sentences[parsed.sentence_of[verb]][1], verb + REACH)
    for token in range(verb + 2, end):
        if parsed.lowers[token] not in HELPERS and quoting_verb(parsed, token, quoting) == verb:
            return token
    return None
