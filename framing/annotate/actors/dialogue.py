"""What a pronoun that speaks ("…," he said) may stand for: who spoke before it rather than who was spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.actors.salience import Antecedent
from framing.model import Parsed
from framing.syntax.roles import APPOSITIONS, PREPOSITION_OBJECTS, SUBJECT

SPOKE = 4.0  # points of whoever spoke before
SPOKEN_OF = -12.0  # points of whoever was spoken of before
TOPIC = -25.0  # points of whoever the words themselves are about: "Of Kolb, he said …"
ASIDE_OF = -14.0  # points of a name inside what is told aside of somebody else: "Kolb, the heir of Hale, …"
BESIDE = 3  # tokens between a verb and the quotation marks that it stands beside
ABOUT = frozenset(("of", "about", "on"))
AFTER_WORDS = frozenset((",", "”", '"', "''"))  # what stands between reported words and the cue behind them
_TOLD = frozenset(("ccomp", "acl"))  # clauses that say what is said: "said that …", "the claim that …"
_VERBAL = frozenset(("VERB", "AUX"))


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


def part_in_speech(parsed: Parsed, token: int, candidate: Antecedent, quoted: Sequence[bool]) -> float:
    """Points of a candidate for its part in what has been said so far, for a pronoun that speaks."""
    head = candidate.head
    same = candidate.sentence == parsed.sentence_of[token]
    return _part(parsed, head, quoted) + (TOPIC if same and _is_topic(parsed, token, head) else 0.0)


def may_be_they(parsed: Parsed, candidate: Antecedent) -> bool:
    """Whether "they said" may mean a candidate: an organisation only as a doer, or in the plural ("Republicans")."""
    body = candidate.kind == "organisation"
    return not body or candidate.role == "subj" or parsed.tags[candidate.head] in ("NNS", "NNPS")


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
