"""Pronouns and the actors they stand for: candidates from the last sentences, ruled out by grammar, ranked by salience."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.annotate.actors.syntax import OBJECTS, SUBJECTS, below, clause_of, role_of
from framing.model import Parsed

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
REACH = 4  # sentences back
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))


class Seen(NamedTuple):
    """A mention that a pronoun may point back to."""

    head: int
    first: int
    last: int
    actor: str
    gender: str  # he, she, it, they, or "" when unknown
    kind: str
    weight: float  # how often the actor is named in the article, capped


class Resolved(NamedTuple):
    """A pronoun and its actors."""

    token: int
    actors: tuple[str, ...]
    confidence: float


def gender_of_pronoun(word: str) -> str:
    """he, she, it, they, or "" for a word that is no such pronoun."""
    for gender, forms in (("he", HE), ("she", SHE), ("it", IT), ("they", THEY)):
        if word in forms:
            return gender
    return ""


def resolve_pronouns(parsed: Parsed, seen: Sequence[Seen], quoted: Sequence[bool]) -> list[Resolved]:
    """Every he and she that can be resolved, in order; each resolved pronoun becomes a candidate for the next."""
    resolved: list[Resolved] = []
    chain: list[Seen] = []
    ordered = sorted(seen, key=lambda s: s.head)
    for token, lower in enumerate(parsed.lowers):
        gender = gender_of_pronoun(lower) if parsed.pos[token] in ("PRON", "DET") else ""
        if gender not in ("he", "she"):
            continue
        best = _best(parsed, token, gender, ordered, chain, quoted)
        if best is not None:
            resolved.append(Resolved(token, (best.actor,), 0.8))
            chain.append(best._replace(head=token, first=token, last=token, gender=gender))
    return resolved


def _best(
    parsed: Parsed, token: int, gender: str, seen: Sequence[Seen], chain: Sequence[Seen], quoted: Sequence[bool]
) -> Seen | None:
    """The best candidate, or None."""
    sentence = parsed.sentence_of[token]
    told = {c.actor: c.gender for c in chain}
    best, top = None, -100.0
    for candidate in (*seen, *chain):
        away = sentence - parsed.sentence_of[candidate.head]
        if away > REACH or away < 0 or candidate.kind not in ("person", ""):
            continue
        known = candidate.gender or told.get(candidate.actor, "")
        if known and known != gender:
            continue
        if away == 0 and not _allowed(parsed, token, candidate):
            continue
        score = _score(parsed, token, candidate, away, known) - (
            12 if quoted[token] and _speaks(parsed, candidate, quoted) else 0
        )
        if score > top:
            best, top = candidate, score
    return best if top > -60 else None


def _allowed(parsed: Parsed, token: int, candidate: Seen) -> bool:
    """Whether grammar lets a pronoun and a name of the same sentence be one person."""
    word = parsed.lowers[token]
    dep, governor = role_of(parsed, token)
    if candidate.first <= token <= candidate.last or below(parsed, token, candidate.head):
        return (
            word not in ("he", "she")
            and candidate.head < token
            and dep == "poss"
            and parsed.deps[candidate.head] in SUBJECTS
        )
    if candidate.head > token and not _may_precede(parsed, token, candidate):
        return False
    if parsed.deps[token] == "poss":
        return True
    same = clause_of(parsed, token) == clause_of(parsed, candidate.head)
    if word in REFLEXIVE:
        return same and parsed.deps[candidate.head] in SUBJECTS
    possessor = parsed.deps[candidate.head] == "poss"
    return not same or possessor


def _may_precede(parsed: Parsed, token: int, candidate: Seen) -> bool:
    """Whether a pronoun may stand before its name: in an opening phrase or clause whose main subject is the name."""
    if parsed.deps[candidate.head] not in SUBJECTS:
        return False
    verb = parsed.heads[candidate.head]
    return below(parsed, token, verb) and token < candidate.first and parsed.heads[token] != verb


def _score(parsed: Parsed, token: int, candidate: Seen, away: int, known: str) -> float:
    """Salience of a candidate, in arbitrary points."""
    score = (0.0, -10.0, -24.0, -36.0, -46.0)[away] + candidate.weight
    dep, _ = role_of(parsed, candidate.head)
    mine, _ = role_of(parsed, token)
    if dep in SUBJECTS:
        score += 8
    elif dep in OBJECTS:
        score += 3
    elif dep == "poss":
        score += 4
    if (dep in SUBJECTS) == (mine in SUBJECTS):
        score += 3
    if known:
        score += 4
    if candidate.kind != "person":
        score -= 6
    if candidate.head > token:
        score -= 6
    if candidate.first == candidate.last and parsed.pos[candidate.head] == "PRON":
        score += 5
    return score - min(abs(token - candidate.head), 60) * 0.1


def _speaks(parsed: Parsed, candidate: Seen, quoted: Sequence[bool]) -> bool:
    """Whether the candidate stands outside quotation marks as a subject."""
    return not quoted[candidate.head] and parsed.deps[candidate.head] in SUBJECTS
