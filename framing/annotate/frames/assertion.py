"""Whether a wording is asserted, denied, merely possible, or asked: read from the parse around it.

Source: the scope rules follow what negation and speculation cover in news and biomedical text (Vincze, V. et al.
(2008). The BioScope corpus. BMC Bioinformatics 9): the predicate and its complements, not its subject.
"""

from __future__ import annotations

from framing.model import CueState, Parsed
from framing.packs.referent import FrameRules
from framing.syntax.roles import OPEN_COMPLEMENTS
from framing.syntax.tree import CLAUSES, head_of, is_among

REACH = 10  # words behind a wording in which a clause may still deny it
_SCOPES = CLAUSES - OPEN_COMPLEMENTS  # no negation reaches into them from above
_COMPLEMENTS = frozenset(["dobj", "attr", "acomp", "xcomp", "oprd", "conj", "dep"])  # what a negated verb takes with it
_DONE_TO = frozenset(["dobj", "pobj", "dative"])  # people to whom something is done
_NEGATIONS = frozenset(["neg", "det", "preconj", "advmod", "cc"])  # how a negator hangs on what it negates


def assertion_of(
    parsed: Parsed, first: int, last: int, rules: FrameRules, own: frozenset[str] = frozenset()
) -> CueState:
    """The state of the words from token `first` to `last`. A "not" of the wording itself (`own`) does not count."""
    inside = frozenset(t for t in range(first, last + 1) if is_among(parsed, t, own))  # what a gap skipped is not
    root = head_of(parsed, first, last)
    chain = _scope(parsed, root, rules)
    if _denied(parsed, chain, inside, rules) or _denied_after(parsed, last, rules):
        return "denied"
    _, end = parsed.sentences[parsed.sentence_of[root]]
    asked = parsed.lowers[end - 1] == "?" or (end - 2 > last and parsed.lowers[end - 2] == "?")
    if asked or _doubted(parsed, chain, inside, rules):
        return "questioned"
    if _hypothetical(parsed, chain, inside, rules):
        return "hypothetical"
    return "asserted"


def _scope(parsed: Parsed, root: int, rules: FrameRules) -> list[int]:
    """`root` and the words above it whose negation or modal reaches down to it, nearest first.

    Who "may not deport illegal migrants" leaves open what is done, not what they are called.
    """
    chain, token = [root], root
    named = parsed.pos[root] == "NOUN" and parsed.deps[root] in _DONE_TO and rules.is_person(parsed.lemma_lowers[root])
    while not named and parsed.deps[token] not in _SCOPES and parsed.heads[token] != token:
        above = parsed.heads[token]
        reaches = parsed.deps[token] in _COMPLEMENTS or (
            parsed.deps[token] in ("pobj", "prep", "amod", "compound", "nmod", "poss")
            and (parsed.pos[above] in ("ADP", "NOUN") or parsed.lemmas[above] == "be")
            and not (parsed.deps[token] == "prep" and parsed.pos[above] == "NOUN" and parsed.lowers[token] != "of")
        )
        if not reaches:
            break
        chain.append(above)
        token = above
    return chain


def _denied(parsed: Parsed, chain: list[int], inside: frozenset[int], rules: FrameRules) -> bool:
    """A negation in the scope, or a word of denial over it."""
    for token in chain:
        if token not in inside and (parsed.lemma_lowers[token] in rules.denials or parsed.lowers[token] == "without"):
            return True
        if any(_negates(parsed, child, rules) for child in parsed.children[token] if child not in inside):
            return True
    return any(parsed.lemma_lowers[above] in rules.denials for above in _governors(parsed, chain[-1]))


def _denied_after(parsed: Parsed, last: int, rules: FrameRules) -> bool:
    """Whether a clause right behind denies the wording ("..., which Baku denies")."""
    _, end = parsed.sentences[parsed.sentence_of[last]]
    return any(
        parsed.deps[verb] == "relcl"
        and parsed.lemma_lowers[verb] in rules.denials
        and any(parsed.lowers[c] == "which" and parsed.deps[c] == "dobj" for c in parsed.children[verb])
        for verb in range(last + 1, min(end, last + REACH))
    )


def _negates(parsed: Parsed, token: int, rules: FrameRules) -> bool:
    """Whether the token negates its head ("not only" does not)."""
    if parsed.lowers[token] not in rules.negators or parsed.deps[token] not in _NEGATIONS:
        return False
    after = parsed.lowers[token + 1] if token + 1 < len(parsed) else ""
    return after not in ("only", "just", "longer")


def _governors(parsed: Parsed, top: int) -> list[int]:
    """The verbs that take the clause as their complement ("denies that ...", "denied having ...")."""
    if parsed.deps[top] in ("ccomp", "pcomp", "xcomp"):
        above = parsed.heads[top]
        return [above, *([parsed.heads[above]] if parsed.pos[above] == "ADP" else [])]
    return []


def _doubted(parsed: Parsed, chain: list[int], inside: frozenset[int], rules: FrameRules) -> bool:
    """Whether it is called in question: by a verb that takes it, or by a word before it ("the so-called rescue")."""
    before = (child for token in chain for child in parsed.children[token] if child < token and child not in inside)
    if any(parsed.lowers[child] in rules.doubtful or _is_so_called(parsed, child) for child in before):
        return True
    return any(parsed.lemma_lowers[above] in rules.doubts for above in _above(parsed, chain) if above not in inside)


def _is_so_called(parsed: Parsed, token: int) -> bool:
    """Whether a token ends the word "so-called", which the parser may cut."""
    return parsed.lowers[token] == "called" and "so" in parsed.lowers[max(0, token - 2) : token]


def _above(parsed: Parsed, chain: list[int]) -> list[int]:
    """What governs a wording: the rest of its scope, and what takes the clause in which it stands."""
    return [*chain[1:], *_governors(parsed, chain[-1])]


def _hypothetical(parsed: Parsed, chain: list[int], inside: frozenset[int], rules: FrameRules) -> bool:
    """A modal, a condition or an accusation above it; "would" after a report in the past is only a future."""
    for token in chain:
        for child in parsed.children[token]:
            if child in inside:
                continue
            modal = parsed.deps[child] == "aux" and parsed.lowers[child] in rules.modals
            if modal and not _reported(parsed, token, child):
                return True
            if parsed.deps[child] == "mark" and parsed.lowers[child] in rules.conditions:
                return True
    if any(parsed.lemma_lowers[above] in rules.accusations for above in chain[1:] if above not in inside):
        return True
    if any(parsed.lemma_lowers[above] in rules.fears for above in _above(parsed, chain) if above not in inside):
        return True
    return _prevented(parsed, chain, inside, rules)


def _prevented(parsed: Parsed, chain: list[int], inside: frozenset[int], rules: FrameRules) -> bool:
    """Whether a verb of preventing governs the wording ("averted a massacre", "kept them from invading")."""
    over = [t for t in chain[1:] if t not in inside]
    if parsed.deps[chain[-1]] == "pcomp" and parsed.lowers[parsed.heads[chain[-1]]] == "from":
        over += _governors(parsed, chain[-1])
    return any(parsed.lemma_lowers[token] in rules.preventing_verbs for token in over if token not in inside)


def _reported(parsed: Parsed, verb: int, modal: int) -> bool:
    """Whether "would" stands in a complement clause under a verb in the past."""
    return parsed.lowers[modal] == "would" and parsed.deps[verb] == "ccomp" and parsed.tags[parsed.heads[verb]] == "VBD"
