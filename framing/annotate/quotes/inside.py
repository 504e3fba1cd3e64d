"""Whom "he" and "she" mean inside somebody's quoted words: never the one who speaks them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from framing.annotate.quotes.naming import GENDERS
from framing.model import Actor, Mention, Parsed, Quote
from framing.packs.people import ActorWords
from framing.syntax.quotation_marks import find_quoted_tokens

REACH = 3  # sentences before the words in which whoever is meant is named
FIRST = frozenset({"i", "my", "me"})
GUESSED = 0.6  # confidence


def refer_inside(
    parsed: Parsed, mentions: Iterable[Mention], actors: Iterable[Actor], quotes: Sequence[Quote], words: ActorWords
) -> tuple[Mention, ...]:
    """The mentions, "he" and "she" in quoted words read as the last other person named and left out when there is none.

    What the parser of pronouns left open there means whoever else the quoting sentence names, when that is one person.
    """
    mentions, inside = tuple(mentions), find_quoted_tokens(parsed).inside
    persons = {one.id: _gender(one, words) for one in actors if one.nature == "person"}
    named = [m for m in mentions if m.label != "pronoun" and m.actor in persons and inside[m.head] < 0]
    spoken = list(_spoken(parsed, quotes, inside))
    by_head = {m.head: m for m in mentions if m.label == "pronoun"}
    found: dict[Mention, Mention | None] = {m: m for m in mentions}
    more: list[Mention] = []
    for token, quote in spoken:
        mention = by_head.get(token)
        if mention is not None and mention.actor not in quote.actors:
            continue
        others = [
            one
            for one in named
            if one.actor not in quote.actors and persons[one.actor] in ("", GENDERS[parsed.lowers[token]])
        ]
        other = _nearest(parsed, token, others, within=REACH if mention else 0)
        if mention is not None:
            found[mention] = None if other is None else replace(mention, actor=other.actor, confidence=GUESSED)
        elif other is not None:
            span = parsed.span(token, token)
            more.append(Mention(span, token, "pronoun", other.actor, GUESSED, rule="whom quoted words are about"))
    kept = (one for one in found.values() if one is not None)
    return tuple(sorted((*kept, *more), key=lambda m: (m.span.start, m.span.end))) if spoken else mentions


def _spoken(parsed: Parsed, quotes: Sequence[Quote], inside: Sequence[int]) -> Iterator[tuple[int, Quote]]:
    """Each "he" and "she" inside the quotation marks of one speaker's own words, with the quote."""
    ordered = sorted((q for q in quotes if len(q.actors) == 1), key=lambda q: q.hull.start)
    starts = [quote.hull.start for quote in ordered]
    for token, lower in enumerate(parsed.lowers):
        if lower not in GENDERS or inside[token] < 0:
            continue
        place, span = bisect_right(starts, parsed.starts[token]) - 1, parsed.span(token, token)
        quote = ordered[place] if place >= 0 else None
        if quote is None or not any(piece.holds(span) for piece in quote.content):
            continue
        opening = parsed.article.read(quote.hull).lstrip("“\"'‘„«")[:1]  # "said “she was tired of it”" may mean herself
        own = (quote.label == "direct" and opening.isupper()) or any(
            parsed.lowers[t] in FIRST and inside[t] == inside[token] for t in parsed.tokens_in(quote.hull)
        )
        if own:
            yield token, quote


def _nearest(parsed: Parsed, token: int, others: Sequence[Mention], *, within: int) -> Mention | None:
    """The last of the mentions before a token, some sentences back at most; else the only person behind it there."""
    here = parsed.sentence_of[token]
    before = [m for m in others if m.head < token and here - parsed.sentence_of[m.head] <= within]
    if before:
        return before[-1]
    behind = [m for m in others if m.head > token and parsed.sentence_of[m.head] == here]
    return behind[0] if len({m.actor for m in behind}) == 1 else None


def _gender(actor: Actor, words: ActorWords) -> str:
    """ "he" or "she" as the first name tells, or ""."""
    return words.first_names.get(actor.name.split()[0].lower(), "")
