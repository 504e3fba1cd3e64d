"""Candidate wordings of one article: nouns with modifiers, verbs with objects, that can stand for something.

What they can stand for is listed in `packs/lexicons/rivals.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from framing.annotate.voice import voice_at
from framing.errors import PackError
from framing.model import Findings, Parsed, Span, Voice
from framing.packs.tomlfile import LEXICONS, index_by_key, read_toml
from framing.syntax.roles import DEGREES, DESCRIPTIONS, DIRECT_OBJECTS, PARTICLES, prepositions

_MODIFIERS = DESCRIPTIONS | DEGREES | {"case"}
_HYPHENS = frozenset("-‐‑–")
_CONTENT = frozenset(["NOUN", "VERB", "ADJ", "ADV"])
MOST_WORDS = 9
RIVALS = "rivals.toml"


@dataclass(frozen=True, slots=True)
class Rivals:
    """Lemma -> the things it can stand for, by part of speech."""

    nouns: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """One candidate. `words`: content lemmas; `actors`: whom it concerns; `strength` in [0, 1]: how loaded it is."""

    thing: str
    article: str
    source: str
    event: str
    span: Span
    text: str
    sentence: str
    head: str
    words: tuple[str, ...]
    actors: frozenset[str]
    strength: float
    voice: Voice


@cache
def load_rivals() -> Rivals:
    """The list as it comes with the program.

    Raises:
        PackError: unreadable TOML, or a group without nouns and verbs.
    """
    table = read_toml(LEXICONS / RIVALS)
    groups = {name: group for name, group in table.items() if isinstance(group, dict)}
    for name, group in groups.items():
        if set(group) != {"nouns", "verbs"}:
            raise PackError(f"{RIVALS}: group {name!r} needs `nouns` and `verbs` (one may be empty) and nothing else.")
    return Rivals(_by_lemma(groups, "nouns"), _by_lemma(groups, "verbs"))


def find_wordings(findings: Findings, rivals: Rivals) -> Iterable[Wording]:
    """Candidates of one article in text order; what a loaded pack already knows is left out."""
    parsed = findings.parsed
    known = [cue.span for cue in findings.cues]
    for token in range(len(parsed)):
        named = parsed.pos[token] == "PROPN"  # in headlines common nouns are often tagged as names
        if named and parsed.article.section(parsed.starts[token]) != "headline":
            continue
        if not named and parsed.pos[token] not in ("NOUN", "VERB"):
            continue
        things = (rivals.verbs if parsed.pos[token] == "VERB" else rivals.nouns).get(parsed.lemma_lowers[token], ())
        if not things:
            continue
        tokens = _stretch(parsed, token)
        span = parsed.span(tokens[0], tokens[-1])
        if not any(span.overlaps(other) for other in known):
            yield from (_wording(findings, thing, token, tokens) for thing in things)


def _by_lemma(groups: Mapping[str, Mapping[str, str]], key: str) -> dict[str, tuple[str, ...]]:
    """Lemma -> names of its groups, in file order."""
    lemmas = ((word.strip(), name) for name, group in groups.items() for word in group[key].split(","))
    return index_by_key((lemma, name) for lemma, name in lemmas if lemma)


def _stretch(parsed: Parsed, head: int) -> list[int]:
    """Tokens of the wording: modifiers and head of a noun with a short of-phrase; verb, particle and object."""
    first = last = head
    if parsed.pos[head] == "VERB":
        for child in parsed.children[head]:
            if parsed.deps[child] in PARTICLES | DIRECT_OBJECTS and child > head:
                last = max(last, parsed.rights[child])
        short = last - first < MOST_WORDS
        return list(range(first, last + 1)) if short else [head]
    while first and _modifies(parsed, first - 1, range(first, head + 1)):
        first -= 1
    for preposition in prepositions(parsed, head, ("of", "from", "by")):
        if preposition == last + 1:
            last = parsed.rights[preposition]
    return list(range(first, last + 1)) if last - first < MOST_WORDS else list(range(first, head + 1))


def _modifies(parsed: Parsed, token: int, phrase: range) -> bool:
    """Whether the token belongs to the front of the noun phrase; pronouns and quotation marks stay outside."""
    if parsed.heads[token] not in phrase or parsed.pos[token] == "PRON":
        return False
    return parsed.deps[token] in _MODIFIERS or parsed.lowers[token] in _HYPHENS


def _wording(findings: Findings, thing: str, head: int, tokens: list[int]) -> Wording:
    """The record of one candidate."""
    parsed, article = findings.parsed, findings.parsed.article
    span = parsed.span(tokens[0], tokens[-1])
    sentence = parsed.sentence_span(parsed.sentence_of[head])
    strengths = [loaded.strength for loaded in findings.loaded if loaded.span.overlaps(span)]
    return Wording(
        thing=thing,
        article=article.id,
        source=article.source,
        event=article.event,
        span=span,
        text=" ".join(article.read(span).split()),
        sentence=" ".join(article.read(sentence).split()),
        head=parsed.lemma_lowers[head],
        words=tuple(parsed.lemma_lowers[t] for t in tokens if t == head or parsed.pos[t] in _CONTENT),
        actors=_actors(findings, head, span),
        strength=max(strengths, default=0.0),
        voice=voice_at(findings.voices, span).voice,
    )


def _actors(findings: Findings, head: int, span: Span) -> frozenset[str]:
    """Whom the wording concerns: named in it, or in its clause, or in its sentence."""
    parsed = findings.parsed
    clause = parsed.subtree(head)
    sentence = parsed.sentence_span(parsed.sentence_of[head])
    for reach in (span, clause, sentence):
        found = frozenset(m.actor for m in findings.mentions if reach.overlaps(m.span))
        if found:
            return found
    return frozenset()
