"""Where, behind reported words, the outlet sums them up or compares them: "…, a fact that …", "… — half of what …".

Source: Quirk et al. 1985, 17.65-17.93 (apposition by which a writer comments on the clause before it).
"""

from __future__ import annotations

from framing.annotate.quotes.context import QuoteContext
from framing.syntax.tree import Range

DASHES = frozenset({"-", "–", "—", "--"})
BREAKS = DASHES | {","}
POINTING = frozenset({"referring", "alluding"})
PERFECT = frozenset({("that", "has"), ("that", "have"), ("which", "has"), ("which", "have")})  # no backshift
SHARES = frozenset({"half", "twice", "double", "triple"})
MEASURED = frozenset({"than", "what"})
NEAR = 4  # words in which a remark shows what it is


def without_remark(context: QuoteContext, verb: int, words: Range) -> Range:
    """The words that a verb brings, ended before a remark of the outlet's at their end."""
    parsed, (first, last) = context.parsed, words
    for token in range(max(first + 1, verb + 1), last):
        if _is_break(context, token) and _is_remark(context, token + 1):
            goes_on = any(parsed.words[t] in DASHES for t in range(token + 1, last + 1))
            return words if goes_on else (first, token - 1)
    return words


def _is_break(context: QuoteContext, token: int) -> bool:
    """Whether a dash or a comma outside marks stands here, or a closing mark behind one."""
    words, outside = context.parsed.words, context.inside[token] < 0
    return outside and (words[token] in BREAKS or (context.inside[token - 1] >= 0 and words[token - 1] in BREAKS))


def _is_remark(context: QuoteContext, token: int) -> bool:
    """Whether the words from a token on sum up what stands before them, or compare it."""
    parsed = context.parsed
    lower, near = parsed.lowers[token], range(token + 1, min(len(parsed), token + NEAR))
    if any(context.inside[t] >= 0 for t in (token, *near)):
        return False
    if lower == "something" or (lower in POINTING and parsed.lowers[token + 1] == "to"):
        return True
    if lower in {"a", "an"}:
        noun = next((t for t in near if parsed.pos[t] == "NOUN"), token)
        past = noun in near and parsed.lowers[noun + 1 : noun + 3] in PERFECT
        return past or context.lemmas[noun] in context.verbs.rules.summing_nouns
    compared = parsed.tags[token + 1 : token + 2] in (("JJR",), ("RBR",)) and parsed.pos[token] == "ADV"
    return (lower in SHARES or compared) and not MEASURED.isdisjoint(parsed.lowers[token : token + NEAR])
