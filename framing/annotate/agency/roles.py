"""Who does an event and who suffers it: the lookups in the parse that verbs and nouns share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from framing.model import Parsed
from framing.packs.events import HarmWords

SUBJECTS = ("nsubj", "csubj")
AMOUNTS = frozenset(
    {"dozen", "hundred", "thousand", "score", "number", "group", "couple", "ten", "handful", "crowd", "pair"}
)
ACTING = frozenset({"police", "army", "rebel", "militia", "government", "state", "navy", "troop", "militant", "regime"})


class Event(NamedTuple):
    """One event before actors are looked up: tokens, or None for nobody."""

    token: int
    lemma: str
    agent: int | None
    patient: int | None
    rule: str


def counted(parsed: Parsed, token: int) -> int:
    """What is counted in "dozens of villagers"."""
    of = next((c for c in parsed.children[token] if parsed.lowers[c] == "of"), None)
    inner = parsed.child(of, "pobj") if of is not None and parsed.lemmas[token].lower() in AMOUNTS else None
    return token if inner is None else inner


def subject_of(parsed: Parsed, token: int) -> int | None:
    """Who does it: the verb's own subject, or that of the verb it is joined to or complements."""
    seen = 0
    while seen < 6:
        own = parsed.child(token, *SUBJECTS)
        if own is not None:
            return antecedent(parsed, own)
        dep, head = parsed.deps[token], parsed.heads[token]
        if dep in ("relcl", "acl") and parsed.tags[token] != "VBN":
            return head
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") or head == token:
            return None
        if parsed.child(token, "mark") is not None and dep == "advcl":
            return None
        token, seen = head, seen + 1
    return None


def antecedent(parsed: Parsed, token: int) -> int:
    """The noun behind "who", "which", "that"."""
    if parsed.tags[token] not in ("WP", "WDT"):
        return token
    verb = parsed.heads[token]
    while parsed.deps[verb] == "conj":
        verb = parsed.heads[verb]
    return parsed.heads[verb] if parsed.deps[verb] == "relcl" else token


def passive_agent(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """Who is named after "by"."""
    for verb in (token, *_joined(parsed, token)):
        by = parsed.child(verb, "agent")
        if by is None:
            by = next((c for c in parsed.children[verb] if parsed.lowers[c] == "by" and parsed.deps[c] == "prep"), None)
        if by is not None:
            return doer(parsed, parsed.child(by, "pobj"), words)
    return None


def _joined(parsed: Parsed, token: int) -> Iterator[int]:
    """Verbs coordinated after this one: "was shot and wounded by"."""
    return (child for child in parsed.children[token] if parsed.deps[child] == "conj" and parsed.pos[child] == "VERB")


def doer(parsed: Parsed, token: int | None, words: HarmWords) -> int | None:
    """Whoever acts: the noun itself, or whoever an instrument belongs to ("the army's shells"); else nobody."""
    if token is None:
        return None
    if parsed.lemmas[token].lower() not in words.instruments | words.events:
        return token
    return owner_of(parsed, token)


def owner_of(parsed: Parsed, noun: int) -> int | None:
    """Whoever an event or instrument belongs to: possessor, "by", a people's adjective, a body that acts."""
    owner = parsed.child(noun, "poss")
    if owner is not None:
        return owner
    for child in parsed.children[noun]:
        if parsed.deps[child] in ("prep", "agent") and parsed.lowers[child] == "by":
            return parsed.child(child, "pobj")
    for child in parsed.children[noun]:
        capital = parsed.words[child][:1].isupper() and parsed.starts[child] > 0
        if parsed.deps[child] == "amod" and parsed.words[child][:1].isupper():
            return child
        if parsed.deps[child] == "compound" and (capital or parsed.lowers[child] in ACTING):
            return child
    return None
