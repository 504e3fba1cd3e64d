"""Who does what in a sentence: subjects, objects, by-phrases, and the sets of labels that name such relations.

Labels are those of the parser (ClearNLP). A construction asks by these sets and functions, so that another scheme of
labels means another `syntax/`, not other annotators.
"""

from __future__ import annotations

from collections.abc import Collection

from framing.model import Parsed
from framing.syntax.tree import DASHES, NOMINALS, TENSED, antecedent

ACTIVE_SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SUBJECT = frozenset({"nsubj"})  # of an active verb, a noun
GRAMMATICAL_SUBJECTS = SUBJECTS | {"expl"}  # also "there"
DIRECT_OBJECTS = frozenset({"dobj"})
RECEIVERS = frozenset({"dobj", "dative"})  # whom an active verb is done to, or for
OBJECTS = frozenset({"dobj", "dative", "oprd", "iobj"})
LOGICAL_OBJECTS = frozenset({"dobj", "nsubjpass"})  # whom an active or a passive verb is done to
PREDICATES = frozenset({"acomp", "attr", "oprd"})  # what somebody is said to be
MODIFIERS = frozenset({"amod", "compound", "nmod"})  # words before the noun that they describe
ADJECTIVES = frozenset({"amod"})
COMPOUNDS = frozenset({"compound"})
POSSESSORS = frozenset({"poss"})
NOUN_MODIFIERS = MODIFIERS | POSSESSORS
DETERMINERS = POSSESSORS | {"det"}  # "the" and "her" before a noun
NEGATIONS = frozenset({"neg"})
DEGREES = frozenset({"advmod", "npadvmod"})  # "very" in "very popular", "self" in "self-proclaimed"
NUMBERS = frozenset({"nummod", "quantmod"})
DESCRIPTIONS = NOUN_MODIFIERS | NUMBERS | {"npadvmod"}  # whatever before a noun says which one is meant
APPOSITIONS = frozenset({"appos"})
BESIDE_NAMES = MODIFIERS | APPOSITIONS  # nouns on both sides of a name that say who somebody is
CONJUNCTS = frozenset({"conj"})
PREPOSITIONS = frozenset({"prep"})
AGENTS = frozenset({"agent"})  # the "by" of a passive
PREPOSITION_OBJECTS = frozenset({"pobj"})
PREPOSITION_COMPLEMENTS = PREPOSITION_OBJECTS | {"pcomp"}
OPEN_COMPLEMENTS = frozenset({"xcomp"})  # clauses without a subject of their own: "wants to leave"
CLAUSE_SUBJECTS = frozenset({"csubj", "csubjpass"})  # "that he left" in "that he left is clear"
CONTENT_CLAUSES = frozenset({"ccomp"})  # with a subject of their own: "says that he left"
ADVERBIAL_CLAUSES = frozenset({"advcl"})
UNCLEAR = frozenset({"dep"})  # the parser cannot tell
MARKERS = frozenset({"mark"})  # "that", "if", "because" before a clause
GIVEN_NAMES = frozenset({"oprd"})  # what an object is called: "a coward" in "called him a coward"
PREPOSITION_CLAUSES = frozenset({"pcomp"})  # "cheating" in "of cheating"
CLAUSES_AFTER = frozenset({"pcomp"})  # a preposition: "of lying"
ASIDES = frozenset({"parataxis"})  # "she said" inside what she said
COMPLEMENTS = OPEN_COMPLEMENTS | CONTENT_CLAUSES  # clauses that complete a verb
RELATIVE_CLAUSES = frozenset({"relcl"})
REDUCED_CLAUSES = frozenset({"acl"})  # of a noun, without "who": "men killed in Lund", "a threat to leave"
CLAUSES_OF_NOUNS = RELATIVE_CLAUSES | REDUCED_CLAUSES
SHARING_CLAUSES = frozenset({"conj", "xcomp", "advcl"})  # clauses that may share the subject of the clause above
HEADS_OF_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl"})  # verbs, or what was taken for one
OPENERS = frozenset({"prep", "mark", "amod", "advmod", "det", "aux"})  # words that open a sentence and name nobody
PARTICLES = frozenset({"prt"})  # "out" in "carry out"
ACTIVE_AUXILIARIES = frozenset({"aux"})
AUXILIARIES = ACTIVE_AUXILIARIES | {"auxpass"}
HAS = frozenset({"'s", "’s"})
MAX_STEPS = 6


def dependents(parsed: Parsed, token: int, relations: Collection[str]) -> list[int]:
    """The children of a token that stand in one of the relations to it, in order."""
    children, deps = parsed.children[token], parsed.deps
    return [child for child in children if deps[child] in relations] if children else []


def prepositions(parsed: Parsed, token: int, words: Collection[str]) -> list[int]:
    """The prepositions of these words that hang on a token."""
    return [c for c in parsed.children[token] if parsed.deps[c] == "prep" and parsed.lowers[c] in words]


def object_of(parsed: Parsed, preposition: int) -> int | None:
    """The noun behind a preposition, or None."""
    return parsed.child(preposition, "pobj")


def role_of(parsed: Parsed, token: int) -> tuple[str, int]:
    """Dependency and governor of a phrase head; members of a coordination take those of its first member."""
    steps = 0
    while parsed.deps[token] in ("conj", "appos") and parsed.heads[token] != token and steps < 8:
        token, steps = parsed.heads[token], steps + 1
    return parsed.deps[token], parsed.heads[token]


def direct_object(parsed: Parsed, verb: int) -> int | None:
    """The object of a verb, or None."""
    return parsed.child(verb, "dobj")


def logical_object(parsed: Parsed, verb: int) -> int | None:
    """Whom a verb is done to: its object, or its subject in the passive; or None."""
    return parsed.child(verb, "dobj", "nsubjpass")


def possessor_of(parsed: Parsed, noun: int) -> int | None:
    """Whose a noun is ("the army's", "their"), or None."""
    return parsed.child(noun, "poss")


def by_phrase(parsed: Parsed, head: int) -> int | None:
    """Whoever is named after "by" at a verb or at a noun ("killed by X", "an attack by X"), or None."""
    for child in parsed.children[head]:
        if parsed.lowers[child] == "by" and parsed.deps[child] in ("agent", "prep"):
            return parsed.child(child, "pobj")
    return None


def subject_of(parsed: Parsed, verb: int) -> int | None:
    """Head token of whoever performs `verb`: its subject, agent, or the subject that it shares with its governor."""
    token = verb
    for _ in range(MAX_STEPS):
        near = joined_subject(parsed, token)
        if near is not None:
            return near
        if is_passive(parsed, token):
            return by_phrase(parsed, token)
        subject = _nearest(parsed, token)
        if subject is not None:
            return _after_dateline(parsed, _unbracketed(parsed, _before_who(parsed, subject)))
        governor = _governor(parsed, token)
        if governor is None:
            return None
        if parsed.deps[token] == "acl":
            return _holder(parsed, governor) if parsed.tags[token] == "VBG" else None
        if is_passive(parsed, governor) and parsed.deps[token] != "conj":
            return parsed.child(governor, "nsubjpass")
        token = governor
    return None


def _nearest(parsed: Parsed, verb: int) -> int | None:
    """The subject of a verb; of two (a dateline and a name) the one nearest to it; behind a comma the later one.

    "Sixty nurses, said [the guild], were dismissed".
    """
    subjects = [child for child in parsed.children[verb] if parsed.deps[child] in SUBJECTS]
    subjects = subjects or _misread_subjects(parsed, verb)
    inverted = verb > 0 and parsed.words[verb - 1] == ","
    return min(subjects, key=lambda child: (inverted and child < verb, abs(child - verb))) if subjects else None


def _misread_subjects(parsed: Parsed, verb: int) -> list[int]:
    """Names behind a comma that the parser took into an opening clause: "Speaking in Lund, [Ada Kolb] … accused X"."""
    if parsed.heads[verb] != verb or parsed.tags[verb] not in TENSED:  # a participle, a command
        return []
    return [
        name
        for clause in dependents(parsed, verb, ADVERBIAL_CLAUSES)
        if clause < verb
        for name in parsed.children[clause]
        if parsed.deps[name] == "npadvmod"
        and parsed.pos[name] == "PROPN"
        and parsed.words[parsed.lefts[name] - 1] == ","
    ]


def judge_of(parsed: Parsed, token: int) -> int | None:
    """Whoever makes a judgement that a word brings: its subject, or that of "mounted a campaign [to condemn] X"."""
    noun = parsed.heads[token]
    if parsed.deps[token] in CLAUSES_OF_NOUNS and parsed.tags[token] == "VB" and parsed.deps[noun] in DIRECT_OBJECTS:
        return subject_of(parsed, parsed.heads[noun])
    return subject_of(parsed, token)


def joined_subject(parsed: Parsed, verb: int) -> int | None:
    """Subject of a second clause that the parser took for part of the first: "blamed X and [Y has said] that …"."""
    if parsed.deps[verb] != "conj" or parsed.child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return None
    token = verb - 1
    while token > 0 and parsed.pos[token] in {"AUX", "ADV", "PART"}:
        token -= 1
    if parsed.words[token] == ",":  # "and Y, the leader, has said"
        token = next((t - 1 for t in range(token - 1, max(0, token - 9), -1) if parsed.words[t] == ","), 0)
    if token < 1 or parsed.deps[token] != "conj" or parsed.pos[token] not in NOMINALS:
        return None
    joint = parsed.lefts[token] - 1
    return token if parsed.pos[joint] == "CCONJ" and parsed.heads[token] < joint else None


def _before_who(parsed: Parsed, head: int) -> int:
    """The noun that a clause tells of when a headline's clause is taken for a name: "[Man] Who Beat Kolb Says"."""
    who = next((t for t in range(parsed.lefts[head], head) if parsed.lowers[t] == "who"), head)
    noun = max(0, who - 1)
    told = who < head and parsed.sentence_of[noun] == parsed.sentence_of[head] and parsed.pos[noun] in NOMINALS
    return noun if told else head


def _unbracketed(parsed: Parsed, head: int) -> int:
    """The name before a bracket when the parser took what stands in the bracket for the name: X (D-Ohio)."""
    if head < 2 or parsed.words[head - 1] not in {"(", "-LRB-"}:
        return head
    return head - 2 if parsed.pos[head - 2] in {"PROPN", "NOUN"} else head


def _after_dateline(parsed: Parsed, head: int) -> int:
    """The name behind a dateline when the parser took the dateline for it: MARN (Agency) - X, Marn (AP) - X."""
    agency = parsed.words[head + 1 : head + 2] == ("(",) and parsed.words[head + 3 : head + 4] == (")",)
    opens = parsed.sentences[parsed.sentence_of[head]][0] == parsed.lefts[head]
    if not opens or not (parsed.words[head].isupper() or agency):
        return head
    for token in range(head + 1, parsed.rights[head]):
        if parsed.words[token] in DASHES:
            parts = {"compound", "amod", "det", "nmod", "poss"}
            later = range(token + 1, parsed.rights[head] + 1)
            return next((t for t in later if parsed.pos[t] in {"PROPN", "NOUN"} and parsed.deps[t] not in parts), head)
    return head


def _holder(parsed: Parsed, noun: int) -> int:
    """Whoever speaks in "officials saying" (the noun) and in "sent a letter saying" (the subject of the verb)."""
    verb = parsed.heads[noun]
    if parsed.deps[noun] == "pobj":
        verb = parsed.heads[verb]
    if parsed.deps[noun] in {"dobj", "pobj"} and parsed.pos[verb] == "VERB" and parsed.pos[noun] == "NOUN":
        subject = parsed.child(verb, *SUBJECTS)
        return noun if subject is None else subject
    return noun


def is_passive(parsed: Parsed, verb: int) -> bool:
    """Whether the verb stands in the passive: with an auxiliary, or as a bare participle ("asked why, she …")."""
    if (
        parsed.tags[verb] == "VBN"
        and parsed.deps[verb] in {"acl", "advcl"}
        and parsed.child(verb, "aux", "nsubj") is None
    ):
        return True
    helper = parsed.child(verb, "auxpass")
    if helper is not None and parsed.lowers[helper] in HAS and parsed.child(verb, "ccomp") is not None:
        return False  # "he's said that …"
    return helper is not None or parsed.child(verb, "nsubjpass", "csubjpass") is not None


def _governor(parsed: Parsed, token: int) -> int | None:
    """The verb (or noun, for a participle) whose subject `token` shares; None for a finite adverbial clause."""
    dep, head = parsed.deps[token], parsed.heads[token]
    if head == token:
        return None
    if dep == "conj" and _goes_on_above(parsed, token):
        return parsed.heads[head]
    if dep in {"conj", "xcomp", "advcl", "acl", "dep", "parataxis", "acomp", "attr"} and not (
        dep == "advcl" and parsed.tags[token] in TENSED
    ):
        return head
    if dep == "pcomp":
        verb = parsed.heads[head]
        return verb if parsed.pos[verb] in {"VERB", "AUX"} else None
    return None


def _goes_on_above(parsed: Parsed, token: int) -> bool:
    """Whether a clause joined to reported words goes on with the report: "X said that Y had left and added that …".

    The tense tells: "had left" and "added" share no auxiliary, and who adds reports.
    """
    head = parsed.heads[token]
    told = parsed.deps[head] in COMPLEMENTS and parsed.tags[head] == "VBN" and parsed.tags[parsed.heads[head]] == "VBD"
    had = any(parsed.lowers[child] in {"had", "'d", "’d"} for child in parsed.children[head])
    reports = any(parsed.deps[child] in COMPLEMENTS for child in parsed.children[token])
    return told and had and reports and parsed.tags[token] == "VBD"


def doer_of(parsed: Parsed, token: int) -> int | None:
    """Who does what a verb tells: its subject, that of the verb it is joined to, or the noun that its clause tells of.

    Unlike `subject_of`, which asks who speaks, it sees through "who" and knows who is blamed: "criticised Toll for …".
    """
    for _ in range(MAX_STEPS):
        own = parsed.child(token, *ACTIVE_SUBJECTS)
        if own is not None:
            return subject_meant(parsed, own)
        dep, head = parsed.deps[token], parsed.heads[token]
        if dep in ("relcl", "acl") and parsed.tags[token] != "VBN":
            return head
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") or head == token:
            return None
        if dep == "prep" and parsed.lowers[token] in ("for", "from", "of"):
            return _judged(parsed, head)  # "criticised Toll for killing", "was praised for arresting"
        if parsed.child(token, "mark") is not None and dep == "advcl":
            return None
        token = head
    return None


def _judged(parsed: Parsed, verb: int) -> int | None:
    """Whom a verb of praise, blame or hindrance is about."""
    object_ = parsed.child(verb, "dobj", "nsubjpass")
    return doer_of(parsed, verb) if object_ is None and parsed.pos[verb] == "VERB" else object_


def subject_meant(parsed: Parsed, token: int) -> int:
    """The noun behind a subject "who" or "which"; behind "Toll, whose son, was killed" the son."""
    for child in dependents(parsed, token, APPOSITIONS):
        if has_whose(parsed, child):
            return child
    return antecedent(parsed, token)


def things_of(parsed: Parsed, token: int) -> list[int]:
    """What a verb is done to, or a noun for its deed is of: "deny [service]", "denial of [service]"."""
    found = [logical_object(parsed, token) if parsed.pos[token] == "VERB" else None]
    found += [object_of(parsed, one) for one in prepositions(parsed, token, ("of",))]
    return [thing for thing in found if thing is not None]


def has_whose(parsed: Parsed, noun: int) -> bool:
    """Whether "whose" stands before a noun."""
    return any(parsed.lowers[child] == "whose" for child in parsed.children[noun])


def nouns_beside(parsed: Parsed, head: int) -> list[int]:
    """Tokens that tell beside a name who somebody is: titles before it and the apposition behind it."""
    beside = dependents(parsed, head, BESIDE_NAMES)
    if parsed.deps[head] in {"appos", "compound"}:
        beside.append(parsed.heads[head])
    return beside + ([head - 1] if head > 0 and parsed.deps[head - 1] in {"nsubj", "nmod", "compound"} else [])


def role_class(parsed: Parsed, head: int) -> str:
    """subj, obj, poss or other: the place of a phrase in its clause."""
    dep, _ = role_of(parsed, head)
    if dep in SUBJECTS:
        return "subj"
    if dep in OBJECTS:
        return "obj"
    return "poss" if dep == "poss" else "other"
