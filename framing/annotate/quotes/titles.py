"""The title of a source as the article gives it: "Transport Minister", "chief executive of Brandt Lines"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext, Title
from framing.annotate.quotes.descriptions import is_plural, kind_of_noun
from framing.annotate.quotes.naming import Speaker
from framing.model import SourceType
from framing.packs.sources import SourceWords
from framing.syntax import roles
from framing.syntax.roles import dependents, possessor_of
from framing.syntax.tree import Range

OF = frozenset({"of", "at", "for", "in", "with", "on"})
LONGEST = 9  # tokens
NO_TITLE = frozenset({"mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms.", "old", "young"})
PROFESSIONS = frozenset({"official", "expert", "journalist", "person"})  # kinds of nouns that are titles
AGENTIVE = ("ist", "er", "or", "man", "woman", "ian", "ant", "eer", "ess", "monger", "lord")  # endings of trades
LONG_ENOUGH = 4  # letters that the noun of a trade has more than
UNNAMED = frozenset({"unnamed person", "unnamed group"})
DESCRIBING = frozenset({"PROPN", "NOUN", "ADJ"})
BACK = 14  # tokens before a name in which its role may stand


def title_of(
    context: QuoteContext, candidate: Candidate, speaker: Speaker, kind: SourceType, words: SourceWords
) -> Title:
    """The first title that the article gives a named person, or the noun that describes an unnamed one.

    What somebody is to somebody else ("his rival", "the mother of X") counts where nothing else is told. None of
    several who speak together, for what one of them is the other is not.
    """
    if len(speaker.actors) > 1:
        return Title()
    if kind != "named person":
        return _of_unnamed(context, candidate) if kind in UNNAMED else Title()
    heads = sorted({head for actor in speaker.actors for head in context.heads.get(actor, ())})
    if speaker.head >= 0:
        heads.append(speaker.head)
    lesser = Title()
    for one in (one for head in heads for one in _titles_at(context, head) if not is_plural(context, one.noun)):
        lemma = context.lemmas[one.noun].lower()
        if lemma not in words.relatives and lemma not in words.parties:
            return one
        lesser = one if lesser.noun < 0 else lesser
    return lesser


def _of_unnamed(context: QuoteContext, candidate: Candidate) -> Title:
    """The noun by which somebody unnamed is told: "diplomat"; nothing for "a woman" or "people"."""
    head = candidate.head
    if head is None or context.parsed.pos[head] != "NOUN":
        return Title()
    told = context.verbs.speakers.get(context.lemmas[head].lower())
    trade = told is None and _is_trade(context, head)
    return _from_noun(context, head, short=True) if told in PROFESSIONS or trade else Title()


def _is_trade(context: QuoteContext, noun: int) -> bool:
    """Whether the form of a noun tells a trade: "dockworker", "sleep physiologist"."""
    lower = context.parsed.lowers[noun]
    return context.parsed.tags[noun] == "NN" and lower.endswith(AGENTIVE) and len(lower) > LONG_ENOUGH


def _titles_at(context: QuoteContext, head: int) -> tuple[Title, ...]:
    """Titles at one mention, read once."""
    if head not in context.titles:
        context.titles[head] = tuple(_beside(context, head))
    return context.titles[head]


def _beside(context: QuoteContext, head: int) -> Iterator[Title]:
    """Titles at one mention: before the name, behind it, before a comma, and behind "is"."""
    parsed = context.parsed
    if parsed.pos[head] == "NOUN":
        yield from _titled(context, head)  # "the chief executive of X, NAME"
        return
    before = _before(context, head)
    if before.words:
        yield before
    for child in dependents(parsed, head, roles.APPOSITIONS):
        if child > head:
            yield from _titled(context, child, trades=True)
    governor = parsed.heads[head]
    if parsed.deps[head] in roles.APPOSITIONS and parsed.pos[governor] == "NOUN" and governor < head:
        yield from _titled(context, governor, trades=True)
    elif parsed.pos[head - 1] in {"PROPN", "PUNCT"}:
        yield from _before_comma(context, head)
    if parsed.deps[head] in roles.SUBJECT and context.lemmas[governor] == "be":
        for child in dependents(parsed, governor, roles.PREDICATES):
            yield from _titled(context, child)


def _before_comma(context: QuoteContext, head: int) -> Iterator[Title]:
    """The role of a firm or a place before a comma and the name: "The chief executive of Brandt Lines, [NAME]"."""
    parsed = context.parsed
    first = _first_of_name(context, head)
    if first < 3 or parsed.words[first - 1] != ",":
        return
    for token in range(first - 2, max(-1, first - BACK), -1):
        if parsed.pos[token] in {"VERB", "AUX"} or parsed.words[token] in {".", ",", ";", ":"}:
            return
        if parsed.pos[token] == "NOUN" and (_is_role(context, token) or _is_trade(context, token)):
            if parsed.deps[token] in roles.PREPOSITION_OBJECTS:
                return  # "In a talk with a reporter on Friday, NAME said"
            yield _from_noun(context, token)
            return


def _first_of_name(context: QuoteContext, head: int) -> int:
    """First token of the name that ends at a token."""
    first = head
    while first > 0 and context.parsed.pos[first - 1] == "PROPN" and context.parsed.heads[first - 1] == head:
        first -= 1
    return first


def _before(context: QuoteContext, head: int) -> Title:
    """The title right before a name: "[Transport Minister] Olav Drees"; titles of courtesy are none."""
    parsed = context.parsed
    mentions = context.mentions.get(head, ())
    start = parsed.tokens_in(mentions[0].span).start if mentions else _first_of_name(context, head)
    first = start
    while first > 0 and first <= parsed.heads[first - 1] <= head and parsed.pos[first - 1] in DESCRIBING:
        first -= 1
    if mentions and first and parsed.lowers[first - 1] in OF:  # "the Center for Trees [President] Ada Lang"
        first = max(first, parsed.tokens_in(mentions[0].phrase or mentions[0].span)[0])
    before = range(min(first, start), head)
    within = [t for t in before if _is_role(context, t)] or [t for t in before if _is_short_title(context, t)]
    if not within:
        return Title()
    last = within[-1]
    while first < last and parsed.lowers[first] in NO_TITLE:
        first += 1
    if parsed.lowers[last] in NO_TITLE:
        return Title()
    owned = first > 1 and parsed.lowers[first - 1] in roles.HAS and parsed.pos[first - 2] == "PROPN"
    return Title(_read(context, (first, last)), last, _read(context, (first - 2, first - 2)) if owned else "")


def _is_short_title(context: QuoteContext, token: int) -> bool:
    """Whether a word is a title that only stands before names: "Dr", "Captain"."""
    return context.parsed.lowers[token].strip(".") in context.verbs.rules.name_titles


def _titled(context: QuoteContext, noun: int, *, trades: bool = False) -> Iterator[Title]:
    """The title that a noun with its phrase tells, when it is one of a person."""
    told = _is_role(context, noun) or (trades and _is_trade(context, noun))
    if context.parsed.pos[noun] in {"NOUN", "PROPN"} and told:
        yield _from_noun(context, noun)


def _is_role(context: QuoteContext, token: int) -> bool:
    """Whether a noun tells what a person is: an office, a trade, a post."""
    kind = kind_of_noun(context, token)
    return kind is not None and kind not in {"organisation", "media", "company", "party", "unnamed", "group"}


def _from_noun(context: QuoteContext, noun: int, *, short: bool = False) -> Title:
    """The title of a noun phrase: its noun with what stands before it, and what it is of; no article, no owner."""
    parsed = context.parsed
    first, last = noun, noun
    for child in parsed.children[noun]:
        if child < noun and parsed.deps[child] in (roles.COMPOUNDS if short else roles.MODIFIERS):
            first = min(first, parsed.lefts[child])
    if not short:
        for child in parsed.children[noun]:
            near = child == last + 1 and parsed.rights[child] - first < LONGEST
            if near and parsed.deps[child] in roles.PREPOSITIONS and _tells_body(context, child):
                last = _end_of_body(context, child)
    first = max([first, *(t + 1 for t in range(first, noun) if parsed.lowers[t] in roles.HAS)])
    while first < noun and parsed.lowers[first] in context.verbs.rules.determiners:
        first += 1
    owner = possessor_of(parsed, noun)
    body = _body(context, noun)
    named = owner is not None and (parsed.pos[owner] == "PROPN" or kind_of_noun(context, owner) == "official")
    if not body and owner is not None and named:
        body = _read(context, (parsed.lefts[owner], owner))
    return Title(_read(context, (first, last)), noun, body)


def _tells_body(context: QuoteContext, preposition: int) -> bool:
    """Whether a phrase behind a title says of what it is: "of the Bank", "at Teln Polytechnic"; not "at the gate"."""
    named = roles.object_of(context.parsed, preposition)
    word = context.parsed.lowers[preposition]
    return named is not None and (word == "of" or (word in OF and context.parsed.pos[named] == "PROPN"))


def _end_of_body(context: QuoteContext, preposition: int) -> int:
    """Last token of what a title is of, before a comma."""
    parsed = context.parsed
    for token in range(preposition + 1, parsed.rights[preposition] + 1):
        if parsed.words[token] in {",", "(", "–", "—"}:
            return token - 1
    return parsed.rights[preposition]


def _body(context: QuoteContext, noun: int) -> str:
    """The name of the body that a title is of: "of [Brandt Lines]"."""
    parsed = context.parsed
    for child in dependents(parsed, noun, roles.PREPOSITIONS):
        named = roles.object_of(parsed, child)
        if parsed.lowers[child] in OF and named is not None and parsed.pos[named] == "PROPN":
            first = parsed.lefts[named]
            while first < named and parsed.lowers[first] in context.verbs.rules.determiners:
                first += 1
            whole = [parsed.tokens_in(m.span)[-1] for m in context.mentions.get(named, ()) if m.label == "name"]
            return _read(context, (first, max(min(named, _end_of_body(context, child)), *whole, 0)))
    return ""


def _read(context: QuoteContext, tokens: Range) -> str:
    """The words of a stretch, on one line."""
    return " ".join(context.parsed.article.read(context.parsed.span(*tokens)).split())
