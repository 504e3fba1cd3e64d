"""Which clause each word of a sentence stands in."""

from __future__ import annotations

from framing.model import Parsed
from framing.syntax.roles import CONJUNCTS, OPEN_COMPLEMENTS, SUBJECTS
from framing.syntax.tree import CLAUSES

FINITE = CLAUSES - OPEN_COMPLEMENTS  # "wants to leave" is one clause
VERBAL = frozenset({"VERB", "AUX"})


def clause_heads(parsed: Parsed, first: int, end: int) -> list[int]:
    """For each token from `first` to `end` (exclusive, a whole sentence) the token that heads its clause."""
    heads = [-1] * (end - first)
    for token in range(first, end):
        path = [token]
        while heads[path[-1] - first] < 0 and not _opens_clause(parsed, path[-1]):
            path.append(parsed.heads[path[-1]])
        known = heads[path[-1] - first]
        top = known if known >= 0 else path[-1]
        for one in path:
            heads[one - first] = top
    return heads


def _opens_clause(parsed: Parsed, token: int) -> bool:
    """Whether a token heads a clause of its own: a root, a verb in a clause, or whatever has a subject of its own."""
    dep = parsed.deps[token]
    if parsed.heads[token] == token:
        return True
    if dep in FINITE and parsed.pos[token] in VERBAL:
        return True
    if dep not in FINITE and dep not in CONJUNCTS:
        return False
    return any(parsed.deps[child] in SUBJECTS for child in parsed.children[token])
