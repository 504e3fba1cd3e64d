"""Small questions to the parse that the searches for actors share: heads, grammatical roles, conjuncts."""

from __future__ import annotations

from framing.model import Parsed

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "agent_subject"))
OBJECTS = frozenset(("dobj", "dative", "oprd", "iobj"))
_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis", "csubj"))


def head_of(parsed: Parsed, first: int, last: int) -> int:
    """The token of a range (inclusive) that hangs outside it; the last one when the parse gives none."""
    for token in range(last, first - 1, -1):
        head = parsed.heads[token]
        if (head < first or head > last or head == token) and parsed.deps[token] not in ("punct", "case"):
            return token
    return last


def role_of(parsed: Parsed, token: int) -> tuple[str, int]:
    """Dependency and governor of a phrase head; members of a coordination take those of its first member."""
    steps = 0
    while parsed.deps[token] in ("conj", "appos") and parsed.heads[token] != token and steps < 8:
        token, steps = parsed.heads[token], steps + 1
    return parsed.deps[token], parsed.heads[token]


def clause_of(parsed: Parsed, token: int) -> int:
    """The verb (or other clause head) above a token, itself included."""
    steps = 0
    while parsed.heads[token] != token and steps < 40:
        if parsed.pos[token] in ("VERB", "AUX") and parsed.deps[token] not in ("aux", "auxpass"):
            return token
        if parsed.deps[token] in _CLAUSES and parsed.pos[token] not in ("NOUN", "PROPN", "PRON"):
            return token
        token, steps = parsed.heads[token], steps + 1
    return token


def below(parsed: Parsed, token: int, ancestor: int) -> bool:
    """Whether `token` hangs under `ancestor` (or is it)."""
    steps = 0
    while token != ancestor:
        if parsed.heads[token] == token or steps > 60:
            return False
        token, steps = parsed.heads[token], steps + 1
    return True
