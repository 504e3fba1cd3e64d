"""What an interviewer asks inside the words of whoever answers: "We open in May. [Q So will you stay? A] We will see."

Source: Heritage & Clayman 2010, Talk in Action (turns of news interviews).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext, without
from framing.model import Span

MARKER = r"(?<=[.?!…”\"’)])\s*\b{}(?:[.:]\s*|\s+)(?=[“\"A-Z])"  # a letter between two sentences
ASKED, ANSWERED = re.compile(MARKER.format("Q")), re.compile(MARKER.format("A"))


def without_questions(context: QuoteContext, candidate: Candidate) -> Candidate:
    """The candidate without the questions put to its speaker, each from its "Q" to the "A" of the answer or the end."""
    content = candidate.content
    for asked in _questions(context, candidate):
        tokens = context.parsed.tokens_in(asked)
        content = tuple(without(content, (tokens.start, tokens.stop - 1)))
    return candidate._replace(content=content)


def _questions(context: QuoteContext, candidate: Candidate) -> Iterator[Span]:
    """Each question inside a content, with the letters before and behind it."""
    text, place = context.parsed.article.text, context.parsed.starts[candidate.first]
    end = context.parsed.ends[candidate.last]
    while (asked := ASKED.search(text, place, end)) is not None:
        answered = ANSWERED.search(text, asked.end(), end)
        place = end if answered is None else answered.end()
        if "?" in text[asked.end() : place]:
            yield Span(asked.start() + asked[0].index("Q"), place)
