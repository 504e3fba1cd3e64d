"""Pronouns and the actors they stand for: candidates from the last sentences, ruled out by grammar, ranked by salience."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.annotate.actors.kinds import Cluster
from framing.annotate.actors.salience import REACH, WEIGHTS, Candidate, Weights, is_allowed, role_class, score_candidate
from framing.annotate.actors.syntax import role_of
from framing.model import Parsed

_FORMS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "it": ("it", "its", "itself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}
GENDERS = {form: gender for gender, forms in _FORMS.items() for form in forms}


class Resolved(NamedTuple):
    """A pronoun and its actors."""

    token: int
    actors: tuple[str, ...]
    confidence: float


def make_candidate(
    parsed: Parsed, tokens: tuple[int, int, int], cluster: Cluster
) -> Candidate:
    """A candidate (head, first and last token) with its place in the sentence filled in."""
    head, first, last = tokens
    role, (_, governor) = role_class(parsed, head), role_of(parsed, head)
    nested = parsed.pos[governor] == "ADP" and parsed.pos[parsed.heads[governor]] in ("NOUN", "PROPN")
    return Candidate(
        head, first, last, (cluster.id,), cluster.gender, cluster.kind, min(len(cluster.names), 5),
        role, parsed.sentence_of[head], sure=cluster.sure, nested=nested,
    )


def resolve_pronouns(
    parsed: Parsed, candidates: Sequence[Candidate], quoted: Sequence[bool], weights: Weights = WEIGHTS
) -> list[Resolved]:
    """Every pronoun that can be resolved, in order; each resolved one becomes a candidate for the next."""
    resolved: list[Resolved] = []
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    told = {c.actors: c.gender for c in candidates if c.gender and c.sure}
    times: dict[tuple[str, ...], int] = {}
    for token, lower in enumerate(parsed.lowers):
        gender = GENDERS.get(lower)
        if gender not in ("he", "she") or parsed.pos[token] not in ("PRON", "DET"):
            continue
        sentence = parsed.sentence_of[token]
        near = [c for s in range(max(0, sentence - REACH), sentence + 1) for c in by_sentence.get(s, ())]
        best = _best(parsed, token, gender, near, told, times, quoted, weights)
        if best is not None:
            resolved.append(Resolved(token, best.actors, 0.8))
            told[best.actors] = gender
            times[best.actors] = times.get(best.actors, 0) + 1
            again = best._replace(head=token, first=token, last=token, gender=gender, sentence=sentence, pronoun=True)
            by_sentence.setdefault(sentence, []).append(again._replace(role=role_class(parsed, token)))
    return resolved


def _best(
    parsed: Parsed,
    token: int,
    gender: str,
    near: Sequence[Candidate],
    told: dict[tuple[str, ...], str],
    times: dict[tuple[str, ...], int],
    quoted: Sequence[bool],
    weights: Weights,
) -> Candidate | None:
    """The candidate with most points that grammar and gender allow, or None."""
    best, top = None, -60.0
    for candidate in near:
        known = told.get(candidate.actors, "")
        if known and known != gender:
            continue
        if candidate.sentence == parsed.sentence_of[token] and not is_allowed(parsed, token, candidate):
            continue
        score = score_candidate(parsed, token, candidate, known == gender or candidate.gender == gender, weights)
        score += min(times.get(candidate.actors, 0), 4) * weights.repeated
        if not known and candidate.gender and candidate.gender != gender:
            score += weights.unlike
        if quoted[token] and not quoted[candidate.head] and candidate.role == "subj":
            score += weights.speaker
        if score > top:
            best, top = candidate, score
    return best
