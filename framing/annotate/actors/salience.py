"""How well a candidate suits a pronoun: what grammar forbids; points for nearness, role, repetition and speaking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.model import Parsed
from framing.syntax.roles import APPOSITIONS, PREPOSITION_OBJECTS, RECEIVERS, SUBJECT, SUBJECTS, role_class
from framing.syntax.tree import RELATIVE_PRONOUNS, clause_of, is_below

REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
REACH = 4  # sentences back
FLOOR = -60.0  # points that a candidate must reach
SPOKE = 4.0  # points of whoever spoke before
SPOKEN_OF = -12.0  # points of whoever was spoken of before
TOPIC = -25.0  # points of whoever the words themselves are about: "Of Kolb, he said …"
ASIDE_OF = -14.0  # points of a name inside what is told aside of somebody else: "Kolb, the heir of Hale, …"
BESIDE = 3  # tokens between a verb and the quotation marks that it stands beside
ABOUT = frozenset(("of", "about", "on"))
AFTER_WORDS = frozenset((",", "”", '"', "''"))  # what stands between reported words and the cue behind them
_TOLD = frozenset(("ccomp", "acl"))  # clauses that say what is said: "said that …", "the claim that …"
_VERBAL = frozenset(("VERB", "AUX"))


class Antecedent(NamedTuple):
    """A phrase that a pronoun may stand for; without `actors` it is nobody's name but may be meant all the same."""

    head: int
    first: int
    last: int
    actors: tuple[str, ...]
    gender: str  # he, she, it, they, or "" when unknown
    kind: str  # person, organisation, state, group, "" (a name of unknown kind)
    weight: float  # how often the actor is named in the article, capped
    role: str = ""  # subj, obj, poss, other
    sentence: int = 0
    pronoun: bool = False
    sure: bool = True  # the gender is beyond doubt: a form of address, a gendered noun, a full name
    nested: bool = False  # hangs under another noun: "the book of X"
    located: bool = False  # stands where places stand: "in X", "to X"


class Memory(NamedTuple):
    """What has been resolved so far: gender and number of times by actors, candidates by sentence."""

    told: dict[tuple[str, ...], str]
    times: dict[tuple[str, ...], int]
    by_sentence: dict[int, list[Antecedent]]
    strangers: list[Antecedent]
    outside: dict[tuple[str, ...], int]  # actors: where they are first named outside quotation marks
    parts: dict[int, float]  # points of a phrase for its part in what has been said, by its head


class Weights(NamedTuple):
    """Points of each trait. Set by hand and by coordinate search on a development set; the order of size matters most.

    Source: the traits are those of Lappin and Leass (1994) and of Webster et al. (2018, parallelism).
    """

    one_back: float = -16.0
    two_back: float = -30.0
    further: float = -42.0
    subject: float = 15.0
    object: float = 8.0
    possessor: float = 9.0
    parallel: float = 8.0
    told: float = 6.0
    unknown: float = -2.0
    before: float = -2.0
    pronoun: float = 2.0
    often: float = 2.5
    distance: float = 0.25
    relative: float = 8.0
    joined: float = 7.0
    speaker: float = -12.0
    inside: float = -6.0
    talked_of: float = -25.0
    located: float = -8.0
    stranger: float = -8.0
    parallel_verbs: float = 4.0
    root: float = 2.0
    adverbial: float = -9.0
    reported: float = 2.0
    attributive: float = -9.0
    clause: float = 7.0
    nested: float = -8.0
    unlike: float = -14.0
    repeated: float = 0.5


WEIGHTS = Weights()
_BACK = (0.0, WEIGHTS.one_back, WEIGHTS.two_back, WEIGHTS.further, WEIGHTS.further * 1.3)  # by sentences back
_OF_ROLE = {"subj": WEIGHTS.subject, "obj": WEIGHTS.object, "poss": WEIGHTS.possessor}


def is_allowed(parsed: Parsed, token: int, candidate: Antecedent) -> bool:
    """Whether grammar lets a pronoun and a phrase of the same sentence be one.

    Source: the binding principles, as in Lappin and Leass (1994), simplified.
    """
    word, head = parsed.lowers[token], candidate.head
    if candidate.first <= token <= candidate.last:
        return False
    if is_below(parsed, token, head):
        return head < token and _in_relative(parsed, token, head)
    if head > token:
        return _is_fronted(parsed, token, candidate)
    if parsed.deps[token] == "poss":
        return not _same_phrase(parsed, token, head)
    same = clause_of(parsed, token) == clause_of(parsed, head)
    if word in REFLEXIVE:
        return same and candidate.role == "subj"
    return not same or candidate.role == "poss"


def is_bound(parsed: Parsed, token: int, candidate: Antecedent) -> bool:
    """Whether a pronoun and a name are two people: arguments of one verb ("Brandt thanked him"), or teller and told."""
    if parsed.lowers[token] in REFLEXIVE or parsed.deps[token] == "poss" or candidate.head == token:
        return False
    if candidate.role not in ("subj", "obj") and not _argument(parsed, candidate.head):
        return False
    if not candidate.pronoun and _is_told(parsed, token, candidate.head):
        return True
    acts = _of_same_doer(parsed, clause_of(parsed, token))
    return clause_of(parsed, candidate.head) in acts and not is_below(parsed, token, candidate.head)


def _of_same_doer(parsed: Parsed, verb: int) -> list[int]:
    """A verb with the verbs above it whose subject does it: "Brandt [tried] to [thank] him"."""
    verbs = [verb]
    while parsed.deps[verb] == "xcomp" and parsed.child(parsed.heads[verb], *RECEIVERS) is None:
        verb = parsed.heads[verb]
        verbs.append(verb)
    return verbs


def _is_told(parsed: Parsed, token: int, head: int) -> bool:
    """Whether a name does or suffers what the pronoun says: "he said that [Kolb] would go" is another's word."""
    clause = clause_of(parsed, head)
    said = parsed.deps[clause] == "ccomp" and parsed.heads[clause] == parsed.heads[token] and clause > token
    return said and parsed.deps[token] in SUBJECT


def _argument(parsed: Parsed, head: int) -> bool:
    """Whether a phrase hangs on a verb by a preposition: "spoke with X"."""
    preposition = parsed.heads[head]
    return parsed.deps[head] == "pobj" and parsed.pos[parsed.heads[preposition]] == "VERB"


def _in_relative(parsed: Parsed, token: int, head: int) -> bool:
    """Whether the pronoun stands in a clause or coordinated phrase that hangs on the candidate."""
    steps = 0
    while token != head and steps < 40:
        if parsed.deps[token] in ("relcl", "acl", "appos", "conj"):
            return True
        token, steps = parsed.heads[token], steps + 1
    return False


def _same_phrase(parsed: Parsed, token: int, head: int) -> bool:
    """Whether a possessive belongs to the very phrase that the candidate opens: "Anna's her"."""
    return parsed.heads[token] == parsed.heads[head] and parsed.deps[head] == "poss"


def _is_fronted(parsed: Parsed, token: int, candidate: Antecedent) -> bool:
    """Whether the pronoun stands in an opening phrase or clause and the candidate is the subject that follows it."""
    if parsed.deps[candidate.head] not in SUBJECTS:
        return False
    verb = parsed.heads[candidate.head]
    top = token
    while parsed.heads[top] != verb:
        if parsed.heads[top] == top:
            return False
        top = parsed.heads[top]
    return parsed.deps[top] in ("prep", "advcl", "npadvmod", "advmod") and top < candidate.head and top != token


def choose_antecedent(
    parsed: Parsed,
    token: int,
    gender: str,
    near: Sequence[Antecedent],
    memory: Memory,
    quoted: Sequence[bool],
) -> Antecedent | None:
    """The candidate with most points that grammar and gender allow, or None."""
    best, top = None, FLOOR
    speaks = not quoted[token] and is_speaker(parsed, token, quoted)
    here = [c for c in near if c.sentence == parsed.sentence_of[token]]
    others = {c.actors for c in here if c.actors and is_bound(parsed, token, c)}
    talked_of = {c.actors for c in here if quoted[c.head]} if not quoted[token] and has_clause(parsed, token) else set()
    subject = role_class(parsed, token) == "subj"
    for candidate in near:
        known = memory.told.get(candidate.actors, "") if gender in ("he", "she") else ""
        if candidate.actors in others or known not in ("", gender):
            continue
        if candidate.sentence == parsed.sentence_of[token] and not is_allowed(parsed, token, candidate):
            continue
        if gender == "they" and not may_be_they(parsed, candidate, quoted[token]):
            continue
        score = _points(parsed, (token, gender, known, subject), candidate, memory, quoted)
        if candidate.actors in talked_of:
            score += WEIGHTS.talked_of
        if speaks:
            score += part_in_speech(parsed, token, candidate, memory, quoted)
        if score > top:
            best, top = candidate, score
    return best


def _points(
    parsed: Parsed,
    pronoun: tuple[int, str, str, bool],
    candidate: Antecedent,
    memory: Memory,
    quoted: Sequence[bool],
) -> float:
    """Points of a candidate; `pronoun`: its token, its gender, the candidate's if known, whether it is a subject."""
    token, gender, known, subject = pronoun
    score = score_candidate(parsed, token, candidate, told=gender in (known, candidate.gender), subject=subject)
    score += min(memory.times.get(candidate.actors, 0), 4) * WEIGHTS.repeated
    if not known and candidate.gender and candidate.gender != gender:
        score += WEIGHTS.unlike
    if quoted[token] and not quoted[candidate.head] and candidate.role == "subj":
        score += WEIGHTS.speaker
    elif quoted[candidate.head] and not quoted[token]:
        score += WEIGHTS.inside
    return score + (ASIDE_OF if candidate.nested and is_aside(parsed, candidate.head) else 0.0)


def score_candidate(parsed: Parsed, token: int, candidate: Antecedent, *, told: bool, subject: bool) -> float:
    """Salience of a candidate in points, higher is better.

    `told`: its gender is known and agrees; `subject`: the pronoun is a subject.
    """
    away = parsed.sentence_of[token] - candidate.sentence
    score = _BACK[away]
    score += WEIGHTS.often * candidate.weight
    score += _OF_ROLE.get(candidate.role, 0.0)
    if (candidate.role == "subj") == subject:
        score += WEIGHTS.parallel
    if candidate.role == "subj":
        score += _of_clause(parsed, candidate, away)
    if told:
        score += WEIGHTS.told
    if candidate.kind != "person":
        score += WEIGHTS.unknown
    if candidate.pronoun:
        score += WEIGHTS.pronoun
    if candidate.nested:
        score += WEIGHTS.nested
    if not candidate.actors:
        score += WEIGHTS.stranger if candidate.kind == "person" else 0.0
    if candidate.located and candidate.kind != "person":
        score += WEIGHTS.located
    if away == 0:
        score += _near(parsed, token, candidate)
    return score - min(abs(token - candidate.head), 60) * WEIGHTS.distance


def _of_clause(parsed: Parsed, candidate: Antecedent, away: int) -> float:
    """Points for the clause whose subject a candidate is: a main one, or a subordinate one of an earlier sentence."""
    clause = parsed.deps[parsed.heads[candidate.head]]
    if clause == "ROOT":
        return WEIGHTS.root
    if not away or candidate.pronoun:
        return 0.0
    if clause in ("relcl", "acl"):
        return WEIGHTS.attributive
    return {"advcl": WEIGHTS.adverbial, "ccomp": WEIGHTS.reported}.get(clause, 0.0)


def _near(parsed: Parsed, token: int, candidate: Antecedent) -> float:
    """Points for standing in one construction with the pronoun."""
    if candidate.head > token:
        return WEIGHTS.before
    top, steps = token, 0
    while top != candidate.head and parsed.heads[top] != top and steps < 40:
        dep = parsed.deps[top]
        if parsed.heads[top] == candidate.head or _names(parsed, parsed.heads[top], candidate.head):
            if dep in ("relcl", "acl"):
                return WEIGHTS.relative if _own_subject(parsed, top) else 0.0
            if dep in ("conj", "appos"):
                return WEIGHTS.joined
        top, steps = parsed.heads[top], steps + 1
    if candidate.role != "subj":
        return 0.0
    mine, other = clause_of(parsed, token), clause_of(parsed, candidate.head)
    if mine == other:
        return WEIGHTS.clause
    joined = parsed.deps[mine] == "conj" and parsed.heads[mine] == other and role_class(parsed, token) == "subj"
    return WEIGHTS.parallel_verbs if joined else 0.0


def _own_subject(parsed: Parsed, verb: int) -> bool:
    """Whether the noun that a clause hangs on is also its subject: "Alice, who says …", "Alice, known for …"."""
    subject = parsed.child(verb, "nsubj", "nsubjpass")
    return subject is None or parsed.lowers[subject] in RELATIVE_PRONOUNS


def _names(parsed: Parsed, noun: int, head: int) -> bool:
    """Whether a common noun and a name are one phrase by apposition."""
    return (parsed.deps[noun] == "appos" and parsed.heads[noun] == head) or (
        parsed.deps[head] == "appos" and parsed.heads[head] == noun
    )


def is_speaker(parsed: Parsed, token: int, quoted: Sequence[bool]) -> bool:
    """Whether a token is the subject of a verb that reports: with a clause, or beside words in quotation marks."""
    if parsed.deps[token] not in SUBJECT:
        return False
    low, high = sorted((token, parsed.heads[token]))
    beside = any(quoted[max(0, low - BESIDE) : low]) or any(quoted[high : high + 1 + BESIDE])
    return beside or has_clause(parsed, token)


def has_clause(parsed: Parsed, token: int) -> bool:
    """Whether a token is the subject of a verb with a clause as its object: "…," he said."""
    verb = parsed.heads[token]
    return parsed.deps[token] in SUBJECT and parsed.pos[verb] == "VERB" and parsed.child(verb, "ccomp") is not None


def part_in_speech(parsed: Parsed, token: int, candidate: Antecedent, memory: Memory, quoted: Sequence[bool]) -> float:
    """Points of a candidate for its part in what has been said so far, for a pronoun that speaks."""
    head = candidate.head
    if head not in memory.parts:
        memory.parts[head] = _part(parsed, head, quoted)
    same = candidate.sentence == parsed.sentence_of[token]
    return memory.parts[head] + (TOPIC if same and _is_topic(parsed, token, head) else 0.0)


def may_be_they(parsed: Parsed, candidate: Antecedent, quoted: bool) -> bool:
    """Whether "they" may mean a candidate: one body only where it acts, and never as people speak, in quotation marks.

    Of such readings inside quotation marks half are wrong: speakers say "they" of people whom they do not name.
    """
    one = candidate.kind == "organisation" and parsed.tags[candidate.head] not in ("NNS", "NNPS")
    return not one or (candidate.role == "subj" and not quoted)


def is_aside(parsed: Parsed, head: int) -> bool:
    """Whether a name stands inside an apposition, behind its noun: "…, the heir of Hale, …"."""
    noun = parsed.heads[parsed.heads[head]]
    return parsed.deps[head] in PREPOSITION_OBJECTS and parsed.deps[noun] in APPOSITIONS


def _part(parsed: Parsed, head: int, quoted: Sequence[bool]) -> float:
    """Points of a phrase outside quotation marks: did it speak, or was it spoken of?"""
    if quoted[head]:
        return 0.0
    above = (head, *parsed.ancestors(head))
    if any(parsed.deps[t] in _TOLD and parsed.pos[t] in _VERBAL and not _is_cue(parsed, t) for t in above):
        return SPOKEN_OF
    inner = any(parsed.deps[t] in ("relcl", "advcl") for t in above)
    return SPOKE if not inner and is_speaker(parsed, head, quoted) else 0.0


def _is_topic(parsed: Parsed, token: int, head: int) -> bool:
    """Whether a phrase before a pronoun that speaks belongs to what it says: "Of X, he said, …", "X, he said, is …"."""
    verb = parsed.heads[token]
    if parsed.deps[verb] == "parataxis" and parsed.words[token - 1] == ",":
        return head < token and verb not in (head, *parsed.ancestors(head))
    for above in (head, *parsed.ancestors(head)):
        if parsed.heads[above] == verb:
            clause = parsed.deps[above] == "ccomp" and parsed.words[token - 1] in AFTER_WORDS
            return head < token and (clause or parsed.lowers[above] in ABOUT)
    return False


def _is_cue(parsed: Parsed, verb: int) -> bool:
    """Whether a clause hangs on the words it reports: the parser may take "she said" for a part of what she said."""
    return parsed.heads[verb] > verb and parsed.child(verb, "ccomp") is not None
