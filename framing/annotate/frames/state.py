"""Whether a wording is asserted, denied, merely possible, or asked: read from the parse around it."""

from __future__ import annotations

from framing.model import CueState, Parsed

_NEGATORS = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"])
_DENIALS = frozenset(
    ["deny", "reject", "dismiss", "refute", "rebut", "disavow", "repudiate", "rebuff", "contradict", "disprove"]
)
_MODALS = frozenset(["may", "might", "could", "would"])
_CONDITIONS = frozenset(["if", "unless", "whether"])
_CLAUSE = frozenset(["ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "ROOT", "csubj"])


def state_of(parsed: Parsed, first: int, last: int) -> CueState:
    """The state of the words from token `first` to `last`. A wording's own "not" (inside it) does not count."""
    inside = range(first, last + 1)
    root = head_of(parsed, first, last)
    chain = [root, *_clause(parsed, root)]
    if _denied(parsed, chain, inside):
        return "denied"
    start, end = parsed.sentences[parsed.sentence_of[root]]
    if parsed.lowers[end - 1] == "?" and last < end:
        return "questioned"
    if _hypothetical(parsed, chain, inside):
        return "hypothetical"
    return "asserted"


def head_of(parsed: Parsed, first: int, last: int) -> int:
    """The token of a stretch whose head lies outside it (the first, if several)."""
    for token in range(first, last + 1):
        if not first <= parsed.heads[token] <= last or parsed.heads[token] == token:
            return token
    return first


def _clause(parsed: Parsed, token: int) -> list[int]:
    """Ancestors of `token` up to and including the head of its clause."""
    chain = []
    while parsed.deps[token] not in _CLAUSE and parsed.heads[token] != token:
        token = parsed.heads[token]
        chain.append(token)
    return chain


def _denied(parsed: Parsed, chain: list[int], inside: range) -> bool:
    """A negation on the clause, or a verb of denial over it."""
    for token in chain:
        for child in parsed.children[token]:
            if (
                child not in inside
                and parsed.deps[child] in ("neg", "det", "preconj", "cc", "advmod")
                and parsed.lowers[child] in _NEGATORS
            ):
                return True
        if token not in inside and parsed.lemmas[token].lower() in _DENIALS:
            return True
        if token not in inside and parsed.lowers[token] == "without":
            return True
    top = chain[-1]
    above = parsed.heads[top]
    return parsed.deps[top] == "ccomp" and parsed.lemmas[above].lower() in _DENIALS


def _hypothetical(parsed: Parsed, chain: list[int], inside: range) -> bool:
    """A modal or a condition on the clause."""
    for token in chain:
        for child in parsed.children[token]:
            if child in inside:
                continue
            if parsed.deps[child] == "aux" and parsed.lowers[child] in _MODALS:
                return True
            if parsed.deps[child] == "mark" and parsed.lowers[child] in _CONDITIONS:
                return True
    return False
