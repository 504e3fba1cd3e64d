"""Pronouns and the actors they stand for: candidates of the last sentences, sifted by grammar, ranked by salience."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.annotate.actors.salience import (
    REACH,
    REFLEXIVE,
    Antecedent,
    Memory,
    choose_antecedent,
    is_speaker,
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
    role_class,
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
_NO_PHRASE = MODIFIERS | APPOSITIONS | PREDICATES | DEGREES
NEARER = {"he": REACH, "she": REACH, "it": 1, "they": 1}  # sentences back


class Resolved(NamedTuple):
    """A pronoun and its actors."""

    token: int
    actors: tuple[str, ...]
    confidence: float


def resolve_pronouns(
    parsed: Parsed,
    candidates: Sequence[Antecedent],
    words: ActorWords,
) -> list[Resolved]:
    """Every pronoun that can be resolved, in order; each resolved one becomes a candidate for the next."""
    quoted = flag_double_quoted(parsed)
    told = {c.actors: c.gender for c in candidates if c.gender and c.sure}
    memory = Memory(told, {}, {}, _list_strangers(parsed, words, quoted), {}, {})
    for candidate in candidates:
        memory.by_sentence.setdefault(candidate.sentence, []).append(candidate)
        if not quoted[candidate.head]:
            first = memory.outside.get(candidate.actors, candidate.head)
            memory.outside[candidate.actors] = min(first, candidate.head)
    resolved: list[Resolved] = []
    for token, gender in _list_pronouns(parsed, words):
        near = _near(parsed, token, gender, memory, words, quoted)
        best = None
        for group in _voices(parsed, token, near, memory, quoted):
            best = best or choose_antecedent(parsed, token, gender, group, memory, quoted)
        if best is None:
            continue
        if best.actors:
            resolved.append(Resolved(token, best.actors, 0.8 if gender in ("he", "she") else 0.7))
            memory.times[best.actors] = memory.times.get(best.actors, 0) + 1
            if gender in ("he", "she") and quoted[token] <= quoted[best.head]:  # not of somebody in other words
                memory.told[best.actors] = gender
        sentence = parsed.sentence_of[token]
        again = best._replace(head=token, first=token, last=token, gender=gender, sentence=sentence, pronoun=True)
        memory.by_sentence.setdefault(sentence, []).append(again._replace(role=role_class(parsed, token)))
    return resolved


def _list_pronouns(parsed: Parsed, words: ActorWords) -> list[tuple[int, str]]:
    """The tokens of the pronouns that may stand for an actor, with their forms: he, she, it, they."""
    told = ((token, GENDERS[lower]) for token, lower in enumerate(parsed.lowers) if lower in GENDERS)
    return [(t, g) for t, g in told if parsed.pos[t] in ("PRON", "DET") and not _is_empty(parsed, t, g, words)]


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
    parsed: Parsed, token: int, gender: str, memory: Memory, words: ActorWords, quoted: Sequence[bool]
) -> list[Antecedent]:
    """The candidates of the last sentences that suit the pronoun's number; for it and they also plain nouns."""
    sentence = parsed.sentence_of[token]
    first = sentence if parsed.lowers[token] in REFLEXIVE else max(0, sentence - NEARER[gender])
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


def _list_strangers(parsed: Parsed, words: ActorWords, quoted: Sequence[bool]) -> list[Antecedent]:
    """Unnamed people who a "he" or "she" behind them may mean just as well: "nobody", "a man", "her brother".

    In somebody's words that is also any "a citizen".
    """
    strangers = []
    for token, lower in enumerate(parsed.lowers):
        if lower not in words.indefinite_pronouns:
            known = lower in words.titles or lower in words.gendered_nouns
            known = known or (quoted[token] and words.callings.get(lower) == "civilian")
            if not known or parsed.tags[token] != "NN":
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
    rivals = []
    for sentence in sentences:
        first, end = parsed.sentences[sentence]
        for other in range(first, min(end, token)):
            if other not in heads and _is_rival(parsed, other, gender, acts, words):
                role = role_class(parsed, other)
                rivals.append(Antecedent(other, other, other, (), gender, "noun", 1.0, role, sentence))
    return rivals


def _is_rival(parsed: Parsed, other: int, gender: str, acts: bool, words: ActorWords) -> bool:
    """Whether a token is a plain noun that an "it" or a "they", which `acts`, may stand for; "those who …" is one."""
    lower, lemma = parsed.lowers[other], parsed.lemma_lowers[other]
    if parsed.pos[other] == "PRON":
        part = any(parsed.lowers[child] == "of" for child in parsed.children[other])
        return not part and lower in (("this", "that") if gender == "it" else ("those", "others", "many", "some"))
    tags = ("NN", "NNP") if gender == "it" else ("NNS", "NNPS")
    if parsed.tags[other] not in tags or parsed.deps[other] in COMPOUNDS | DEGREES:
        return False
    person = lower in words.titles or lower in words.gendered_nouns
    if gender == "they":
        person = person or lemma in words.gendered_nouns or words.callings.get(lemma, "evidence") != "evidence"
    somebody = person or lower in words.group_nouns or lower in words.body_nouns
    return somebody if acts else not (person and gender == "it")


def _voices(
    parsed: Parsed, token: int, near: list[Antecedent], memory: Memory, quoted: Sequence[bool]
) -> tuple[list[Antecedent], ...]:
    """The candidates by turns: whoever is merely talked about in a quotation comes last as its speaker, or never."""
    if quoted[token] or not is_speaker(parsed, token, quoted):
        return (near,)
    outside = [c for c in near if not quoted[c.head]]
    inside = [c for c in near if quoted[c.head] and memory.outside.get(c.actors, token) < token]
    return outside, inside


def _strangers(memory: Memory, token: int, sentence: int) -> list[Antecedent]:
    """Unnamed people before `token`, in its sentence or the one before, that are nobody's name or role."""
    near = [c for c in memory.strangers if c.head < token and sentence - 1 <= c.sentence <= sentence]
    return [c for c in near if all(c.head != other.head for other in memory.by_sentence.get(c.sentence, ()))]
