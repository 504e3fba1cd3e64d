"""Pronouns and the actors they stand for: candidates of the last sentences, sifted by grammar, ranked by salience."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.annotate.actors.salience import (
    ASIDE_OF,
    REACH,
    WEIGHTS,
    Antecedent,
    Weights,
    has_clause,
    is_allowed,
    is_aside,
    is_bound,
    is_speaker,
    may_be_they,
    part_in_speech,
    role_class,
    score_candidate,
)
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.quotation_marks import flag_double_quoted
from framing.syntax.roles import (
    ADVERBIAL_CLAUSES,
    APPOSITIONS,
    CLAUSE_SUBJECTS,
    COMPLEMENTS,
    COMPOUNDS,
    CONTENT_CLAUSES,
    DEGREES,
    MODIFIERS,
    PASSIVE_SUBJECTS,
    PREDICATES,
    SUBJECT,
    dependents,
    role_of,
)

_FORMS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "it": ("it", "its", "itself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}
GENDERS = {form: gender for gender, forms in _FORMS.items() for form in forms}
PERSONAL = frozenset((*_FORMS["he"], *_FORMS["she"]))
FLOOR = -60.0  # points that a candidate must reach
_NO_PHRASE = MODIFIERS | APPOSITIONS | PREDICATES | DEGREES
NEARER = {"he": REACH, "she": REACH, "it": 1, "they": 1}  # sentences back


class Resolved(NamedTuple):
    """A pronoun and its actors."""

    token: int
    actors: tuple[str, ...]
    confidence: float


class _Memory(NamedTuple):
    """What has been resolved so far: gender and number of times by actors, candidates by sentence."""

    told: dict[tuple[str, ...], str]
    times: dict[tuple[str, ...], int]
    by_sentence: dict[int, list[Antecedent]]
    strangers: list[Antecedent]
    outside: dict[tuple[str, ...], int]  # actors: where they are first named outside quotation marks


def resolve_pronouns(
    parsed: Parsed,
    candidates: Sequence[Antecedent],
    words: ActorWords,
    weights: Weights = WEIGHTS,
) -> list[Resolved]:
    """Every pronoun that can be resolved, in order; each resolved one becomes a candidate for the next."""
    quoted = flag_double_quoted(parsed)
    told = {c.actors: c.gender for c in candidates if c.gender and c.sure}
    memory = _Memory(told, {}, {}, _list_strangers(parsed, words), {})
    for candidate in candidates:
        memory.by_sentence.setdefault(candidate.sentence, []).append(candidate)
        if not quoted[candidate.head]:
            first = memory.outside.get(candidate.actors, candidate.head)
            memory.outside[candidate.actors] = min(first, candidate.head)
    resolved: list[Resolved] = []
    for token, lower in enumerate(parsed.lowers):
        gender = GENDERS.get(lower)
        if gender is None or parsed.pos[token] not in ("PRON", "DET") or _is_empty(parsed, token, gender, words):
            continue
        near = _near(parsed, token, gender, memory, words, quoted)
        best = None
        for group in _voices(parsed, token, near, memory, quoted):
            best = best or _best(parsed, token, gender, group, memory, (quoted, weights))
        if best is None:
            continue
        if best.actors:
            resolved.append(Resolved(token, best.actors, 0.8 if gender in ("he", "she") else 0.7))
            memory.times[best.actors] = memory.times.get(best.actors, 0) + 1
            if gender in ("he", "she"):
                memory.told[best.actors] = gender
        sentence = parsed.sentence_of[token]
        again = best._replace(head=token, first=token, last=token, gender=gender, sentence=sentence, pronoun=True)
        memory.by_sentence.setdefault(sentence, []).append(again._replace(role=role_class(parsed, token)))
    return resolved


def _is_empty(parsed: Parsed, token: int, gender: str, words: ActorWords) -> bool:
    """Whether an "it" is no actor: anything but the doer of a deed that only somebody can do, or the victim of one."""
    if gender != "it" or parsed.lowers[token] != "it":
        return False
    verb = parsed.heads[token]
    if parsed.deps[token] in SUBJECT:
        return parsed.lemmas[verb] not in words.takes_actor_subject and not _reports_itself(parsed, verb, words)
    told = dependents(parsed, verb, CONTENT_CLAUSES | CLAUSE_SUBJECTS)
    return parsed.deps[token] not in PASSIVE_SUBJECTS or bool(told)


def _reports_itself(parsed: Parsed, verb: int, words: ActorWords) -> bool:
    """Whether the clause of "it" is what somebody says: "the board says it is …"; not "says it is likely that …"."""
    above = parsed.heads[verb]
    clausal = dependents(parsed, verb, COMPLEMENTS | ADVERBIAL_CLAUSES | CLAUSE_SUBJECTS | PREDICATES)
    return parsed.deps[verb] in CONTENT_CLAUSES and parsed.lemmas[above] in words.takes_actor_subject and not clausal


def _near(
    parsed: Parsed, token: int, gender: str, memory: _Memory, words: ActorWords, quoted: Sequence[bool]
) -> list[Antecedent]:
    """The candidates of the last sentences that suit the pronoun's number; for it and they also plain nouns."""
    sentence = parsed.sentence_of[token]
    first = max(0, sentence - NEARER[gender])
    near = [c for s in range(first, sentence + 1) for c in memory.by_sentence.get(s, ())]
    if gender in ("he", "she"):
        people = [c for c in near if c.kind in ("person", "agent", "")]
        return people + [c for c in _strangers(memory, token, sentence) if c.gender in ("", gender)]
    suited = [c for c in near if c.gender == gender or (gender == "they" and c.kind == "organisation")]
    if gender == "it" and quoted[token]:
        suited = [c for c in suited if quoted[c.head]]
    if not suited:
        return suited
    return suited + _find_rivals(parsed, range(first, sentence + 1), token, gender, {c.head for c in near}, words)


def _list_strangers(parsed: Parsed, words: ActorWords) -> list[Antecedent]:
    """Unnamed people who a "he" or "she" behind them may mean just as well: "nobody", "a man", "her brother"."""
    strangers = []
    for token, lower in enumerate(parsed.lowers):
        if lower not in words.indefinite_pronouns:
            if parsed.tags[token] != "NN" or not (lower in words.titles or lower in words.gendered_nouns):
                continue
            if not any(parsed.lowers[c] in words.introducing_determiners for c in parsed.children[token]):
                continue
        if parsed.deps[token] not in _NO_PHRASE:
            told, role = words.gendered_nouns.get(lower, ""), role_class(parsed, token)
            strangers.append(Antecedent(token, token, token, (), told, "person", 1.0, role, parsed.sentence_of[token]))
    return strangers


def _find_rivals(
    parsed: Parsed, sentences: Iterable[int], token: int, gender: str, heads: set[int], words: ActorWords
) -> list[Antecedent]:
    """Plain nouns before an "it" or a "they" that it may stand for just as well; only people where only people act."""
    dep, governor = role_of(parsed, token)
    acts = dep in SUBJECT and (
        parsed.lemmas[governor] in words.takes_actor_subject or parsed.lemmas[governor] in words.takes_personal_subject
    )
    tags = ("NN", "NNP") if gender == "it" else ("NNS", "NNPS")
    rivals = []
    for sentence in sentences:
        first, end = parsed.sentences[sentence]
        for other in range(first, min(end, token)):
            if parsed.lowers[other] in ("this", "that") and parsed.pos[other] == "PRON" and gender == "it":
                rivals.append(
                    Antecedent(other, other, other, (), gender, "noun", 1.0, role_class(parsed, other), sentence)
                )
                continue
            if parsed.tags[other] not in tags or other in heads or parsed.deps[other] in COMPOUNDS | DEGREES:
                continue
            lower = parsed.lowers[other]
            somebody = lower in words.group_nouns or lower in words.titles or lower in words.body_nouns
            if acts and not somebody:
                continue
            if gender == "it" and (lower in words.titles or lower in words.gendered_nouns):
                continue
            role = role_class(parsed, other)
            rivals.append(Antecedent(other, other, other, (), gender, "noun", 1.0, role, sentence))
    return rivals


def _voices(
    parsed: Parsed, token: int, near: list[Antecedent], memory: _Memory, quoted: Sequence[bool]
) -> tuple[list[Antecedent], ...]:
    """The candidates by turns: whoever is merely talked about in a quotation comes last as its speaker, or never."""
    if quoted[token] or not is_speaker(parsed, token, quoted):
        return (near,)
    outside = [c for c in near if not quoted[c.head]]
    inside = [c for c in near if quoted[c.head] and memory.outside.get(c.actors, token) < token]
    return outside, inside


def _strangers(memory: _Memory, token: int, sentence: int) -> list[Antecedent]:
    """Unnamed people before `token`, in its sentence or the one before, that are nobody's name or role."""
    near = [c for c in memory.strangers if c.head < token and sentence - 1 <= c.sentence <= sentence]
    return [c for c in near if all(c.head != other.head for other in memory.by_sentence.get(c.sentence, ()))]


def _best(
    parsed: Parsed,
    token: int,
    gender: str,
    near: Sequence[Antecedent],
    memory: _Memory,
    settings: tuple[Sequence[bool], Weights],
) -> Antecedent | None:
    """The candidate with most points that grammar and gender allow, or None."""
    quoted, weights = settings
    best, top = None, FLOOR
    speaks = not quoted[token] and is_speaker(parsed, token, quoted)
    here = [c for c in near if c.sentence == parsed.sentence_of[token]]
    others = {c.actors for c in here if c.actors and is_bound(parsed, token, c)}
    talked_of = {c.actors for c in here if quoted[c.head]} if not quoted[token] and has_clause(parsed, token) else set()
    for candidate in near:
        known = memory.told.get(candidate.actors, "") if gender in ("he", "she") else ""
        if candidate.actors in others or known not in ("", gender):
            continue
        if candidate.sentence == parsed.sentence_of[token] and not is_allowed(parsed, token, candidate):
            continue
        if speaks and gender == "they" and not may_be_they(parsed, candidate):
            continue
        score = _points(parsed, (token, gender, known), candidate, memory, settings)
        if candidate.actors in talked_of:
            score += weights.talked_of
        if speaks:
            score += part_in_speech(parsed, token, candidate, quoted)
        if score > top:
            best, top = candidate, score
    return best


def _points(
    parsed: Parsed,
    pronoun: tuple[int, str, str],
    candidate: Antecedent,
    memory: _Memory,
    settings: tuple[Sequence[bool], Weights],
) -> float:
    """Points of a candidate; `pronoun` is its token, its gender, and the candidate's gender as far as it is known."""
    (token, gender, known), (quoted, weights) = pronoun, settings
    score = score_candidate(parsed, token, candidate, gender in (known, candidate.gender), weights)
    score += min(memory.times.get(candidate.actors, 0), 4) * weights.repeated
    if not known and candidate.gender and candidate.gender != gender:
        score += weights.unlike
    if quoted[token] and not quoted[candidate.head] and candidate.role == "subj":
        score += weights.speaker
    elif quoted[candidate.head] and not quoted[token]:
        score += weights.inside
    return score + (ASIDE_OF if candidate.nested and is_aside(parsed, candidate.head) else 0.0)
