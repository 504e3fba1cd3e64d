"""Which clause each word of a sentence stands in."""

from __future__ import annotations

from framing.model import Parsed
from framing.syntax.roles import CONJUNCTS, OPEN_COMPLEMENTS, SUBJECTS
from framing.syntax.tree import CLAUSES

FINITE = CLAUSES - OPEN_COMPLEMENTS  # "wants to leave" is one clause
OPENING = FINITE | CONJUNCTS
VERBAL = frozenset({"VERB", "AUX"})


def clause_heads(parsed: Parsed, first: int, end: int) -> list[int]:
    """For each token from `first` to `end` (exclusive, a whole sentence) the token that heads its clause."""
    deps, above = parsed.deps, parsed.heads
    may = [token for token in range(first, end) if deps[token] in OPENING or above[token] == token]
    opening = {token for token in may if _opens_clause(parsed, token)}
    heads = [-1] * (end - first)
    for token in range(first, end):
        top = token
        while top not in opening and heads[top - first] < 0:
            top = above[top]
        heads[token - first] = top if top in opening else heads[top - first]
    return heads


def _opens_clause(parsed: Parsed, token: int) -> bool:
    """Whether a token heads a clause of its own: a root, a verb in a clause, or whatever has a subject of its own."""
    if parsed.heads[token] == token or (parsed.deps[token] in FINITE and parsed.pos[token] in VERBAL):
        return True
    return any(parsed.deps[child] in SUBJECTS for child in parsed.children[token])
