"""Loaded words: where the text judges, in which way, why it counts, and whom it concerns, one line a hit.

A word concerns the actor that it names, describes or is done to, by the shape of the sentence. One that judges somebody
weighs more than one that colours a scene: of words that concern an actor, readers of BABE marked a quarter more as
biased than of all others, within every category that judges; where a sentence names nobody, readers of whole articles
hardly ever mark a word.

Source: Martin & White 2005, The Language of Evaluation: judgement of people, appreciation of things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.annotate.loaded.conditions import fits, follow
from framing.annotate.loaded.literal import quoted_headline
from framing.annotate.loaded.surface_rules import find_by_surface
from framing.model import Loaded, Mention, Parsed
from framing.packs.loadedwords import LoadedEntry, LoadedWords
from framing.syntax import roles
from framing.syntax.mentions import MentionIndex
from framing.syntax.roles import dependents, prepositions
from framing.syntax.tree import head_of

BESIDE = roles.NOUN_MODIFIERS | roles.APPOSITIONS  # a word that leans on the noun it judges
NOT_AIMED = 0.8  # part of its strength that a word keeps when it concerns no actor of its sentence
NOBODY_THERE = 0.5  # and when its sentence names none


def find_loaded(parsed: Parsed, words: LoadedWords, mentions: Sequence[Mention]) -> tuple[Loaded, ...]:
    """Every loaded wording in the order of the text, with the actors it concerns; hits never overlap.

    At one place the longest entry of the lists wins, then the strongest; the rules beyond the lists come last. Words
    inside the name of an actor or inside a plain phrase ("hammer out") are never marked.
    """
    index = MentionIndex(parsed, mentions)
    named = index.tokens_of("name").union(_plain(parsed, words), quoted_headline(parsed))
    found = [*_listed(parsed, words, named), *find_by_surface(parsed, words)]
    taken = -1
    kept = []
    for loaded in sorted(found, key=lambda one: one.span.start):  # stable: lists before rules
        if loaded.span.start >= taken and named.isdisjoint(parsed.tokens_in(loaded.span)):
            kept.append(loaded)
            taken = loaded.span.end
    return _assign_targets(parsed, kept, index, words)


def _listed(parsed: Parsed, words: LoadedWords, named: frozenset[int]) -> list[Loaded]:
    """Hits of the lists, left to right."""
    singles, phrases = words.singles, words.phrases
    found, free = [], 0
    for token, (lower, lemma) in enumerate(zip(parsed.lowers, parsed.lemmas, strict=True)):
        single = lower in singles or lemma in singles
        if (single or lower in phrases or lemma in phrases) and token >= free and token not in named:
            entry = _best(parsed, token, words) if single or _goes_on(parsed, token, words) else None
            if entry:
                found.append(_hit(parsed, token, entry))
                free = token + len(entry.words)
    return found


def _plain(parsed: Parsed, words: LoadedWords) -> Iterator[int]:
    """Tokens of set phrases in which listed words do not judge."""
    plain = words.plain
    for forms in (parsed.lowers, parsed.lemmas):
        for token in [token for token, form in enumerate(forms) if form in plain]:
            for phrase in plain[forms[token]]:
                if follow(parsed, token, phrase):
                    yield from range(token, token + len(phrase))


def _goes_on(parsed: Parsed, token: int, words: LoadedWords) -> bool:
    """Whether the next token is the second word of a phrase that opens here."""
    if token + 1 == len(parsed.words):
        return False
    for form in (parsed.lowers[token], parsed.lemmas[token]):
        seconds = words.phrases.get(form)
        if seconds and (parsed.lowers[token + 1] in seconds or parsed.lemmas[token + 1] in seconds):
            return True
    return False


def _best(parsed: Parsed, token: int, words: LoadedWords) -> LoadedEntry | None:
    """The longest entry that holds at `token`; among equals the one listed in this very form, then the strongest."""
    here = _forms(parsed, token)
    after = _forms(parsed, token + 1) if token + 1 < len(parsed.words) else ()
    entries = [entry for form in here for entry in words.singles.get(form, ())]
    for seconds in (words.phrases[form] for form in here if form in words.phrases):
        entries += [entry for form in after for entry in seconds.get(form, ())]
    fitting = [entry for entry in entries if fits(parsed, token, entry, words)]
    form = here[0]
    return max(fitting, key=lambda entry: (len(entry.words), entry.words[0] == form, entry.strength), default=None)


def _forms(parsed: Parsed, token: int) -> tuple[str, ...]:
    """The word as it stands, and its lemma."""
    lower, lemma = parsed.lowers[token], parsed.lemma_lowers[token]
    return (lower,) if lower == lemma else (lower, lemma)


def _hit(parsed: Parsed, token: int, entry: LoadedEntry) -> Loaded:
    """The finding, with its reason in words."""
    span = parsed.span(token, token + len(entry.words) - 1)
    why = entry.why.replace("{word}", parsed.article.read(span))
    words = " ".join(entry.words).replace(" - ", "-")
    return Loaded(span, entry.category, entry.strength, f"loaded/{entry.group}/{words}", why)


def _assign_targets(
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
