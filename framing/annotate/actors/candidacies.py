"""Who seeks an office now, as the words around a name say: "who runs for governor", "her rivals for the nomination"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import (
    APPOSITIONS,
    CLAUSES_OF_NOUNS,
    DETERMINERS,
    DIRECT_OBJECTS,
    HAS,
    NEGATIONS,
    OPEN_COMPLEMENTS,
    PREPOSITION_OBJECTS,
    SUBJECTS,
    dependents,
    prepositions,
)

_NOW = frozenset(("VB", "VBG", "VBP", "VBZ"))  # forms of verbs; "ran" and "has run" tell of who sought it once
_RUNNING = frozenset(("run", "stand", "campaign", "compete", "vie"))
_SEEKING = frozenset(("seek", "pursue"))
_MEANING = frozenset(("plan", "intend", "hope", "expect", "prepare", "aim", "want"))  # "plans to run"
_RIVALS = frozenset(("rival", "opponent", "challenger"))
_TRIES = frozenset(("campaign", "bid", "run"))


def tell_candidacy(parsed: Parsed, head: int, last: int, words: ActorWords) -> Iterator[str]:
    """The words by which somebody seeks an office whose name has this head and last token; none of who once did."""
    if parsed.deps[head] in SUBJECTS:
        yield from _sought(parsed, parsed.heads[head], words)
    for noun in (head, *dependents(parsed, head, APPOSITIONS)):
        for clause in dependents(parsed, noun, CLAUSES_OF_NOUNS):
            yield from _sought(parsed, clause, words) if clause > head else ()
    yield from _owned(parsed, last + 1, words)


def _sought(parsed: Parsed, verb: int, words: ActorWords) -> Iterator[str]:
    """The words of a verb by which its subject seeks an office: "is running for mayor", "plans to seek re-election"."""
    if dependents(parsed, verb, NEGATIONS) or parsed.tags[verb] not in _NOW | {"VBN"}:
        return
    meant = dependents(parsed, verb, OPEN_COMPLEMENTS) if parsed.lemmas[verb] in _MEANING else []
    for one in (verb, *meant):
        if parsed.tags[one] not in _NOW:
            continue
        if parsed.lemmas[one] in _RUNNING:
            post = _post_behind(parsed, one, words)
        else:
            things = dependents(parsed, one, DIRECT_OBJECTS) if parsed.lemmas[one] in _SEEKING else []
            post = next((t for t in things if parsed.lowers[t] in words.sought), None)
        if post is not None:
            yield " ".join(parsed.lowers[one : post + 1])


def _post_behind(parsed: Parsed, token: int, words: ActorWords) -> int | None:
    """The office behind "for": "for governor", "for the Senate"; not "for the governor", who is somebody else."""
    for link in prepositions(parsed, token, ("for",)):
        for noun in dependents(parsed, link, PREPOSITION_OBJECTS):
            lower, bare = parsed.lowers[noun], not dependents(parsed, noun, DETERMINERS)
            office = bare and parsed.lemmas[token] != "stand" and words.callings.get(lower) == "official"
            if office or lower in words.sought | words.sought_seats:
                return noun
    return None


def _owned(parsed: Parsed, token: int, words: ActorWords) -> Iterator[str]:
    """The same of what somebody has behind the name: "X's Senate bid", "the X campaign", "X's running mate"."""
    owned = parsed.lowers[token : token + 1] in [(one,) for one in HAS]
    first = noun = token + owned
    opening = words.contest_openings | words.adherents | {"-", "re"}
    while noun < len(parsed) - 1 and parsed.lowers[noun] in opening:
        noun += 1
    if noun >= len(parsed):
        return
    lemma, told = parsed.lemma_lowers[noun], " ".join(parsed.lowers[first : noun + 1])
    post = _post_behind(parsed, noun, words) if owned and lemma in _RIVALS | _TRIES else None
    contest = lemma in _TRIES and not words.contest_openings.isdisjoint(parsed.lowers[first:noun])
    bare = lemma == "campaign" and noun == token and parsed.words[token - 1].istitle()  # "the X campaign"
    beside = owned and (lemma == "candidacy" or parsed.lowers[noun : noun + 2] == ("running", "mate"))
    if post is not None:
        yield " ".join(parsed.lowers[first : post + 1])
    elif contest or bare or beside:
        yield told
