"""Hand-made sentences about tone, and mentions in them."""

from __future__ import annotations

from framing.model import Mention, Parsed, Span

LIED = "{0}/PROPN/nsubj/1 lied|lie/VERB/ROOT/1 and/CCONJ/cc/1 stole|steal/VERB/conj/1 money/NOUN/dobj/3 ./PUNCT/punct/1"
SHOT = "{0}/PROPN/nsubj/1 shot|shoot/VERB/ROOT/1 {1}/PROPN/dobj/1 ./PUNCT/punct/1"
PASSIVE = (
    "{1}/PROPN/nsubjpass/2 was|be/AUX/auxpass/2 shot|shoot/VERB/ROOT/2 by/ADP/agent/2 {0}/PROPN/pobj/3 ./PUNCT/punct/2"
)
CLEARED = (
    "Holt/PROPN/nsubjpass/2 was|be/AUX/auxpass/2 cleared|clear/VERB/ROOT/2 of/ADP/prep/2 "
    "fraud/NOUN/pobj/3 ./PUNCT/punct/2"
)


def mention(text: Parsed, name: str) -> Mention:
    start = text.article.text.index(name)
    span = Span(start, start + len(name))
    return Mention(span, text.tokens_in(span)[-1], "name", "someone")
