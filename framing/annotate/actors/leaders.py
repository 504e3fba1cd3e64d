"""Who leads a body, as an article says it, and "the union leader", "the company's head" that point back to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from framing.annotate.actors.nouns import Noun
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.callings import POINTING, leader_phrase
from framing.syntax.roles import (
    APPOSITIONS,
    COMPOUNDS,
    DIRECT_OBJECTS,
    POSSESSORS,
    PREDICATES,
    PREPOSITION_OBJECTS,
    SUBJECT,
    dependents,
)
from framing.syntax.shapes import same_line

_LEADS = frozenset(("lead", "head", "run", "chair"))
_WITH = {"secretary": "general", "executive": "chief"}  # a rank that makes the noun an office of who leads


def find_leaders(
    parsed: Parsed, persons: Mapping[int, tuple[str, str]], bodies: Mapping[int, frozenset[str]], words: ActorWords
) -> dict[int, Noun | None]:
    """For the last token of each such phrase who is meant, or None where the text says it of several people.

    Where it says it of nobody, the only person of the sentence before is meant: "Ada Kolb waved. The union leader …".
    `persons` are ids and names by the head tokens of names, `bodies` the nouns for organisations by theirs.
    """
    pointing = {
        token: phrase
        for token, lower in enumerate(parsed.lowers)
        if lower in POINTING and token and (phrase := leader_phrase(parsed, token, words.body_nouns))
    }
    if not pointing:
        return {}
    leaders: dict[str, set[str]] = defaultdict(set)
    first_named: dict[str, int] = {}
    for head, (person, _) in sorted(persons.items()):
        first_named.setdefault(person, head)
        for body in _led_bodies(parsed, head, bodies, words):
            leaders[body].add(person)
    found: dict[int, Noun | None] = {}
    for token, (first, body) in pointing.items():
        meant = leaders[body] or _told_before(parsed, token, persons, words)
        for person in sorted(meant)[:1]:
            head = first_named[person]
            sure = len(meant) == 1 and head < token
            found[token] = Noun(first, token, person, persons[head][1], "person", "title", 0.7) if sure else None
    return found


def _told_before(parsed: Parsed, token: int, persons: Mapping[int, tuple[str, str]], words: ActorWords) -> set[str]:
    """Who is named in the sentence before a token and since, in its paragraph, where one of them is its subject.

    Nobody where a deputy is told of.
    """
    number = parsed.sentence_of[token] - 1
    first = parsed.sentences[number][0] if number >= 0 else token
    near = [head for head in persons if first <= head < token and same_line(parsed, head, token)]
    subject = any(parsed.deps[head] in SUBJECT and parsed.sentence_of[head] == number for head in near)
    plain = words.lowering_ranks.isdisjoint(parsed.lowers[first:token])
    return {persons[head][0] for head in near} if subject and plain else set()


def _led_bodies(parsed: Parsed, head: int, bodies: Mapping[int, frozenset[str]], words: ActorWords) -> Iterator[str]:
    """Nouns for the bodies that the words beside a name, or its verb, say somebody leads."""
    verb = parsed.heads[head]
    subject = parsed.deps[head] in SUBJECT
    if subject and parsed.lemmas[verb] in _LEADS and _is_now(parsed, verb):
        for token in dependents(parsed, verb, DIRECT_OBJECTS):
            yield from _body_nouns(parsed, token, bodies, words)
    nouns = dependents(parsed, head, APPOSITIONS | COMPOUNDS)
    nouns += [verb] if parsed.deps[head] in APPOSITIONS else []
    nouns += dependents(parsed, verb, PREDICATES) if subject and parsed.lemmas[verb] == "be" else []
    for noun in (n for n in nouns if _is_lead_office(parsed, n, words)):
        owners = [noun - 1, *dependents(parsed, noun, POSSESSORS)]
        of = [c for c in parsed.children[noun] if c == noun + 1 and parsed.lowers[c] in ("of", "at")]
        for token in (*owners, *(t for c in of for t in dependents(parsed, c, PREPOSITION_OBJECTS))):
            yield from _body_nouns(parsed, token, bodies, words)


def _is_now(parsed: Parsed, verb: int) -> bool:
    """Whether a verb tells of now: "leads", "has led"; not "led"."""
    has = any(parsed.lowers[c] in ("has", "have", "is") for c in parsed.children[verb] if c < verb)
    return parsed.tags[verb] in ("VBZ", "VBP") or (has and parsed.tags[verb] in ("VBN", "VBG"))


def _is_lead_office(parsed: Parsed, noun: int, words: ActorWords) -> bool:
    """Whether a noun is the office of who leads, now and not as a deputy."""
    lower, before = parsed.lowers[noun], {parsed.lowers[c] for c in parsed.children[noun] if c < noun}
    office = lower in words.leading_offices or (lower in _WITH and parsed.lowers[noun - 1] == _WITH[lower])
    return office and before.isdisjoint(words.lowering_ranks)


def _body_nouns(parsed: Parsed, token: int, bodies: Mapping[int, frozenset[str]], words: ActorWords) -> frozenset[str]:
    """What a body may be called after "the": the noun itself, that of a name, or those of an organisation."""
    return bodies.get(token, frozenset()) | words.body_nouns.intersection((parsed.lowers[token],))
