"""Whom a loaded word concerns, and how much it weighs by that.

A word concerns whom it judges: whom it names or describes; of a verb that condemns a deed ("lied", "betrayed") who does
it; of any other verb ("slammed", "mocked") whom it is done to, and who does it only where it is done to nobody and
nothing ("she fumed"). Who strikes never stands in the place of who is struck.

A word about an actor weighs more than one that colours a scene: of words whose clause names an actor, readers of BABE
marked a quarter more as biased than of all others, within every category that judges; where a sentence names nobody,
readers of whole articles hardly ever mark a word.

Source: Martin & White 2005, The Language of Evaluation: judgement of people, appreciation of things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from framing.model import Loaded, Parsed
from framing.packs.loadedwords import LoadedWords
from framing.syntax import roles
from framing.syntax.mentions import MentionIndex
from framing.syntax.roles import dependents, doer_of, object_of, prepositions
from framing.syntax.tree import head_of

BESIDE = roles.NOUN_MODIFIERS | roles.APPOSITIONS  # a word that leans on the noun it judges
CONDEMNING = "verb"  # category of verbs that condemn who does it
STRIKING = ("against", "at")  # whom a verb strikes stands behind them: "lashed out at his critics"
NOT_AIMED = 0.8  # part of its strength that a word keeps when no actor takes part in what it tells
NOBODY_THERE = 0.5  # and when its sentence names none


def assign_actors(
    parsed: Parsed, found: Sequence[Loaded], mentions: MentionIndex, words: LoadedWords
) -> tuple[Loaded, ...]:
    """The same findings with the ids of the actors that they concern, where the sentence tells, and weighed by that."""
    peopled = {parsed.sentence_of[head] for head in mentions.by_head}
    return tuple(_assigned(parsed, loaded, mentions, words, peopled) for loaded in found)


def _assigned(parsed: Parsed, loaded: Loaded, mentions: MentionIndex, words: LoadedWords, peopled: set[int]) -> Loaded:
    """One finding with its actors and its weight; `peopled` are the sentences that name an actor."""
    tokens = parsed.tokens_in(loaded.span)
    root = head_of(parsed, tokens.start, tokens.stop - 1)
    verb = parsed.pos[root] == "VERB"
    beside = (*tokens, *_beside(parsed, root))
    struck = tuple(_struck(parsed, root, words)) if verb else ()
    doers = tuple(_doers(parsed, root)) if verb else ()
    if not _first(mentions, (*beside, *struck, *doers)):
        there = parsed.sentence_of[tokens.start] in peopled
        return replace(loaded, strength=loaded.strength * (NOT_AIMED if there else NOBODY_THERE))
    if loaded.category == CONDEMNING:
        concerned = doers or struck
    else:
        concerned = struck if _first(mentions, struck) or _is_struck(parsed, root) else doers
    return replace(loaded, actors=_first(mentions, (*beside, *concerned)))


def _first(mentions: MentionIndex, tokens: Iterable[int]) -> tuple[str, ...]:
    """The ids of the actors named by the first of the tokens that is the head of a mention."""
    token = next((one for one in tokens if one in mentions.by_head), None)
    return () if token is None else tuple(dict.fromkeys(mention.actor for mention in mentions.by_head[token]))


def _beside(parsed: Parsed, root: int) -> Iterator[int]:
    """Whom a noun or an adjective names or describes, nearest relation first."""
    dep, head = parsed.deps[root], parsed.heads[root]
    if dep in BESIDE and head != root:
        yield head
        yield from dependents(parsed, head, roles.APPOSITIONS | roles.POSSESSORS)
    elif dep in roles.PREDICATES:
        yield from dependents(parsed, head, roles.SUBJECTS)
    if parsed.pos[root] in ("NOUN", "PROPN"):
        yield from dependents(parsed, root, roles.APPOSITIONS | roles.POSSESSORS)


def _struck(parsed: Parsed, verb: int, words: LoadedWords) -> Iterator[int]:
    """What a verb is done to, also behind a preposition ("lashed out at him")."""
    yield from dependents(parsed, verb, roles.LOGICAL_OBJECTS)
    for preposition in prepositions(parsed, verb, words.rules.target_prepositions):
        yield from dependents(parsed, preposition, roles.PREPOSITION_OBJECTS)


def _doers(parsed: Parsed, verb: int) -> Iterator[int]:
    """Who does it: whoever is named behind the "by" of a passive, else the subject, its own or shared."""
    agent = next(iter(dependents(parsed, verb, roles.AGENTS)), None)
    doer = doer_of(parsed, verb) if agent is None else object_of(parsed, agent)
    if doer is not None:
        yield doer


def _is_struck(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is done to somebody or something, an actor or not: "slammed the media", "jeered at us"."""
    return bool(dependents(parsed, verb, roles.LOGICAL_OBJECTS) or prepositions(parsed, verb, STRIKING))
