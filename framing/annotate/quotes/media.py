"""Through which channel a source speaks, as the words around the cue tell."""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.channels import quoting_verb
from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.model import Channel
from framing.packs.sources import SourceWords

TELLING = frozenset({"tell", "speak", "talk", "say"})
OPENING = 60  # tokens of an article in which its turns are said to be those of a hearing
NEAR = 14  # tokens around an attribution in which its channel is looked for


def channel_of(context: QuoteContext, candidate: Candidate, words: SourceWords) -> Channel:
    """The channel of one statement, or "not said"."""
    if candidate.pattern == "turn":
        opening = {lemma.lower() for lemma in context.lemmas[:OPENING]}
        return "speech" if opening & words.speeches and not opening & words.interviews else "interview"
    if candidate.cue is not None and _passed_on(context, candidate):
        return "another outlet"
    lists: tuple[tuple[Channel, frozenset[str]], ...] = (
        ("social medium", words.social_media), ("interview", words.interviews), ("court filing", words.courts),
        ("press conference", words.conferences), ("statement", words.statements), ("speech", words.speeches),
        ("report", words.reports),
    )  # fmt: skip
    around = list(_around(context, candidate))
    forms = {context.lemmas[t].lower() for t in around}.union(context.parsed.lowers[t] for t in around)
    for channel, known in lists:
        if not known.isdisjoint(forms):
            return channel
    if candidate.lemma in TELLING and any(_is_outlet(context, t, words) for t in around):
        return "another outlet"
    return "not said"


def _passed_on(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether another outlet quotes the source ("the agency quoted X as saying")."""
    verb = candidate.cue[0] if candidate.cue else 0
    return quoting_verb(context.parsed, verb, context.verbs.rules.quoting_verbs) is not None


def _is_outlet(context: QuoteContext, token: int, words: SourceWords) -> bool:
    """Whether a word behind the cue names an outlet that was told."""
    return context.lemmas[token].lower() in words.outlets


def _around(context: QuoteContext, candidate: Candidate) -> Iterator[int]:
    """Tokens of the cue's sentence outside the content, near the attribution, and the source itself."""
    parsed = context.parsed
    place = candidate.cue[0] if candidate.cue is not None else candidate.head
    if place is None:
        return
    first, end = parsed.sentences[parsed.sentence_of[place]]
    held = set(candidate.tokens)
    for token in range(max(first, place - NEAR), min(end, place + NEAR)):
        if token not in held and context.inside[token] < 0:
            yield token
