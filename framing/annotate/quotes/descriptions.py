"""A speaker without a name in the words of the article: "transport official", "60 percent of voters"."""

from __future__ import annotations

from framing.annotate.quotes.context import QuoteContext
from framing.model import Parsed
from framing.syntax import roles
from framing.syntax.tree import DASHES

MAX_DESCRIPTION = 8  # words of a description


def describe(context: QuoteContext, head: int) -> str:
    """The noun phrase as a description: without article, up to the first clause, eight words at most."""
    parsed = context.parsed
    first, last = head, head
    for child in parsed.children[head]:
        if child < head and parsed.deps[child] in roles.DESCRIPTIONS:
            first = min(first, parsed.lefts[child])
        close = child == last + 1 and parsed.rights[child] - first < MAX_DESCRIPTION
        if close and parsed.deps[child] in roles.PREPOSITIONS:
            last = parsed.rights[child]
    first = max([first, *(t + 1 for t in range(first, head) if _is_dash(parsed, t))])  # another clause before it
    while first < head and parsed.lowers[first] in context.verbs.rules.determiners:
        first += 1
    text = parsed.article.read(parsed.span(first, last))
    named = parsed.pos[first] == "PROPN" or parsed.words[first].isupper() or parsed.tags[first] == "NNP"
    if not named and parsed.pos[first] == "ADJ":
        named = parsed.words[first][:1].isupper() and _names_a_side(context, first)
    return " ".join(text.split()) if named else " ".join((text[:1].lower() + text[1:]).split())


def _is_dash(parsed: Parsed, token: int) -> bool:
    """Whether a dash with blanks around it parts two clauses ("than him - [60 percent] said")."""
    apart = (
        token > 0 and parsed.ends[token - 1] < parsed.starts[token] and parsed.ends[token] < parsed.starts[token + 1]
    )
    return apart and parsed.words[token] in DASHES


def _names_a_side(context: QuoteContext, token: int) -> bool:
    """Whether a word keeps its capital inside a sentence, as "Armenian" does and "Many" does not."""
    parsed = context.parsed
    starts = parsed.sentences[parsed.sentence_of[token]][0] == token
    heads = (token, parsed.heads[token])
    demonym = any(m.label == "demonym" for head in heads for m in context.mentions.get(head, ()))
    return not starts or demonym or parsed.lowers[token].endswith(("ian", "ish", "ese"))
