"""Which words of an article stand for a statement in the tables."""

from __future__ import annotations

import re

from framing.model import Quote, Span

APART = re.compile(r"[.!?]|(?:\w\S*\s+){2}\w")  # between two pieces of a statement: more than "she said"
ASIDE = re.compile(r",\s(?:[^.!?\n]*\s)?who(?:se)?\s[^.!?\n]*,\s*")  # who somebody is, told inside a statement


def stretch_of(text: str, quote: Quote) -> Span:
    """The longest stretch of a statement without the outlet's words, but for an aside, or two words ("she said").

    What somebody denies begins with the word that denies it.
    """
    found = [quote.content[0]]
    for piece in quote.content[1:]:
        gap = found[-1].end, piece.start
        if ASIDE.fullmatch(text, *gap) or APART.search(text, *gap) is None:
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    longest = max(found, key=lambda stretch: stretch.end - stretch.start)
    denied = quote.stance == "denying" and quote.cue is not None and quote.cue.end + 1 == longest.start
    return Span(quote.cue.start, longest.end) if denied and quote.cue else longest
