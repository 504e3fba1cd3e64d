"""Who does an event and who suffers it: the lookups in the parse that verbs and nouns share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax.roles import ADJECTIVES, COMPOUNDS, CONJUNCTS, by_phrase, dependents, object_of, possessor_of


class Event(NamedTuple):
    """One event before actors are looked up: tokens, or None for nobody."""

    token: int
    lemma: str
    agent: int | None
    patient: int | None
    rule: str


def counted(parsed: Parsed, token: int, words: HarmWords) -> int:
    """What is counted in "dozens of villagers"."""
    of = next((c for c in parsed.children[token] if parsed.lowers[c] == "of"), None)
    inner = object_of(parsed, of) if of is not None and parsed.lemma_lowers[token] in words.amounts else None
    return token if inner is None else inner


def is_date(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether a noun says when and not who: "last month’s attack", "the attacks of 1998"."""
    return (
        parsed.lemma_lowers[token] in words.date_words
        or parsed.words[token][:1].isdigit()
        and not parsed.children[token]
    )


def passive_agent(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """Who is named after "by" at a verb or at one that is joined to it."""
    found = (by for verb in (token, *_joined(parsed, token)) if (by := by_phrase(parsed, verb)) is not None)
    return doer(parsed, next(found, None), words)


def _joined(parsed: Parsed, token: int) -> Iterator[int]:
    """Verbs coordinated after this one: "was shot and wounded by"."""
    return (child for child in dependents(parsed, token, CONJUNCTS) if parsed.pos[child] == "VERB")


def doer(parsed: Parsed, token: int | None, words: HarmWords) -> int | None:
    """Whoever acts: the noun itself, or whoever an instrument belongs to ("the army's shells"); else nobody."""
    if token is None:
        return None
    if parsed.lemma_lowers[token] not in words.instruments | words.events:
        return token
    owner = owner_of(parsed, token, words)
    of = next((c for c in parsed.children[token] if parsed.lowers[c] == "of"), None)
    if owner is None and of is not None and parsed.lemma_lowers[token] in words.of_doer:
        owner = object_of(parsed, of)  # "the brutality of the guards"
    return None if owner is not None and is_date(parsed, owner, words) else owner


def owner_of(parsed: Parsed, noun: int, words: HarmWords) -> int | None:
    """Whoever an event or instrument belongs to: possessor, "by", a people's adjective, a body that acts."""
    owner = possessor_of(parsed, noun)
    if owner is not None and not is_date(parsed, owner, words):
        return owner
    by = by_phrase(parsed, noun)
    if by is not None:
        return by
    for child in parsed.children[noun]:
        capital = parsed.words[child][:1].isupper() and parsed.starts[child] > 0
        if (
            parsed.deps[child] in ADJECTIVES
            and parsed.words[child][:1].isupper()
            and parsed.lowers[child] not in words.no_peoples
        ):
            return child
        if parsed.deps[child] in COMPOUNDS and (capital or parsed.lowers[child] in words.acting_bodies):
            return child
    return None
