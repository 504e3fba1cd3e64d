"""What kind of somebody or some body a common noun describes: "analyst", "attorney general", "ministry"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from framing.model import ActorKind, Parsed
from framing.syntax.roles import APPOSITIONS, HAS, MODIFIERS, PREDICATES, dependents

POINTING = frozenset(("leader", "boss", "chief", "head"))
PAST = frozenset(("former", "ex", "retired", "onetime", "erstwhile"))  # before an office that is no longer held
_BEFORE = frozenset(("ADJ", "NOUN", "PROPN", "NUM"))  # between them and the office


def kind_of_calling(parsed: Parsed, token: int, callings: Mapping[str, str], lemma: str = "") -> ActorKind | None:
    """Kind that a noun itself tells ("analyst"), or the two words that it is one of ("attorney general"); or None.

    `lemma` is that of the token where the parser's is known to err.
    """
    forms = {(lemma or parsed.lemmas[token]).lower(): None, parsed.lowers[token]: None}  # in this order, each once
    glued = token > 1 and parsed.lowers[token - 1] == "-"  # "front-runner"
    before = parsed.lowers[token - 1 - glued] if token else ""
    after = parsed.lowers[token + 1] if token + 1 < len(parsed) else ""
    pairs = [pair for form in forms for pair in (f"{form}-{after}", f"{before}-{form}")]
    for word in (*pairs, *forms):
        if word in callings:
            kind = callings[word]
            return "organisation" if kind == "evidence" else kind  # type: ignore[return-value]
    return None


def is_past(parsed: Parsed, noun: int) -> bool:
    """Whether an office is no longer held: "former Representative", "ex-minister", "the former Orlen police chief"."""
    for token in range(noun - 1, parsed.sentences[parsed.sentence_of[noun]][0] - 1, -1):
        if parsed.lowers[token] in PAST:
            return True
        if parsed.pos[token] not in _BEFORE and parsed.words[token] not in ("-", "."):
            return False
    return False


def opens_past(title: str) -> bool:
    """Whether a written title opens with a word for an office that is no longer held: "ex-minister"."""
    return re.split(r"\W", title.lower(), maxsplit=1)[0] in PAST


def leader_phrase(parsed: Parsed, token: int, body_nouns: Collection[str]) -> tuple[int, str] | None:
    """First token of a phrase that points back to who leads a body, and the noun for the body.

    "The union leader", "the union's leader"; not one that says who somebody is.
    """
    if parsed.lowers[token] not in POINTING or parsed.deps[token] in MODIFIERS | APPOSITIONS | PREDICATES:
        return None
    if any(parsed.pos[c] == "PROPN" for c in dependents(parsed, token, APPOSITIONS)):
        return None
    body = token - 2 if parsed.lowers[token - 1] in HAS else token - 1
    the = body > 0 and parsed.lowers[body - 1] == "the" and parsed.lowers[body] in body_nouns
    return (body - 1, parsed.lowers[body]) if the and parsed.words[body].islower() else None
