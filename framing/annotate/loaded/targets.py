"""Whom a loaded word concerns: the actor it names, describes or is done to, by the shape of the sentence.

A word that judges somebody weighs more than one that colours a scene: of words that concern an actor, readers of BABE
marked a quarter more as biased than of all others, within every category that judges; where a sentence names nobody,
readers of whole articles hardly ever mark a word.

Source: Martin & White 2005, The Language of Evaluation: judgement of people, appreciation of things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.model import Loaded, Parsed
from framing.packs.loadedwords import LoadedWords
from framing.syntax import roles
from framing.syntax.mentions import MentionIndex
from framing.syntax.roles import dependents, prepositions
from framing.syntax.tree import head_of

BESIDE = roles.NOUN_MODIFIERS | roles.APPOSITIONS  # a word that leans on the noun it judges
NOT_AIMED = 0.8  # part of its strength that a word keeps when it concerns no actor of its sentence
NOBODY_THERE = 0.5  # and when its sentence names none


def assign_targets(
    parsed: Parsed, found: Sequence[Loaded], mentions: MentionIndex, words: LoadedWords
) -> tuple[Loaded, ...]:
    """The same findings with the ids of the actors that they concern, where the sentence tells, and weighed by that."""
    sentences_with_actors = {parsed.sentence_of[head] for head in mentions.by_head}
    return tuple(
        _weighed(parsed, _with_actors(parsed, loaded, mentions, words), sentences_with_actors) for loaded in found
    )


def _weighed(parsed: Parsed, loaded: Loaded, sentences_with_actors: set[int]) -> Loaded:
    """One finding, weaker where it concerns no actor; `sentences_with_actors` are the sentences that name one."""
    if loaded.actors:
        return loaded
    there = parsed.sentence_of[parsed.tokens_in(loaded.span)[0]] in sentences_with_actors
    return replace(loaded, strength=loaded.strength * (NOT_AIMED if there else NOBODY_THERE))


def _with_actors(parsed: Parsed, loaded: Loaded, mentions: MentionIndex, words: LoadedWords) -> Loaded:
    """One finding with its actors."""
    for token in _candidates(parsed, loaded, words):
        if token in mentions.by_head:
            return replace(loaded, actors=tuple(dict.fromkeys(mention.actor for mention in mentions.by_head[token])))
    return loaded


def _candidates(parsed: Parsed, loaded: Loaded, words: LoadedWords) -> Iterator[int]:
    """Tokens that a mention of the actor would have as its head, nearest relation first."""
    tokens = parsed.tokens_in(loaded.span)
    yield from tokens
    root = head_of(parsed, tokens.start, tokens.stop - 1)
    dep, head = parsed.deps[root], parsed.heads[root]
    if dep in BESIDE and head != root:
        yield head
        yield from dependents(parsed, head, roles.APPOSITIONS | roles.POSSESSORS)
    elif dep in roles.PREDICATES:
        yield from dependents(parsed, head, roles.SUBJECTS)
    if parsed.pos[root] == "VERB":
        yield from _objects(parsed, root, words)
        yield from dependents(parsed, root, roles.SUBJECTS)
    elif parsed.pos[root] in ("NOUN", "PROPN"):
        yield from dependents(parsed, root, roles.APPOSITIONS | roles.POSSESSORS)


def _objects(parsed: Parsed, verb: int, words: LoadedWords) -> Iterator[int]:
    """What the verb is done to, also after a preposition ("lashed out at him")."""
    yield from dependents(parsed, verb, roles.LOGICAL_OBJECTS)
    for preposition in prepositions(parsed, verb, words.rules.target_prepositions):
        yield from dependents(parsed, preposition, roles.PREPOSITION_OBJECTS)
