"""A speaker without a name in the words of the article ("transport official"), and what kind a noun tells."""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.quotes.context import QuoteContext
from framing.annotate.quotes.coreference import narrows_by_clause, run_of
from framing.model import PEOPLE, Actor, ActorKind, Parsed
from framing.syntax import callings, roles
from framing.syntax.roles import dependents, nouns_beside, possessor_of
from framing.syntax.shapes import is_title_case
from framing.syntax.tree import DASHES
from framing.text import find_body

PERSONS = PEOPLE[:-1]  # kinds of people that a noun tells
HEDGES = frozenset({"almost", "nearly", "roughly", "about", "around", "over", "under", "barely"})
MAX_DESCRIPTION = 8  # words of a description


def describe(context: QuoteContext, head: int) -> str:
    """The noun phrase as a description: without article, up to the first clause, eight words at most."""
    parsed = context.parsed
    head = glued_noun(parsed, head)
    first, last = _number_in_rank(parsed, head) or (glued_opening(parsed, head), head)
    for child in parsed.children[head]:
        if child < head and parsed.deps[child] in roles.DESCRIPTIONS:
            first = min(first, parsed.lefts[child])
        close = child == last + 1 and parsed.lowers[child] != "like" and parsed.rights[child] - first < MAX_DESCRIPTION
        thing = roles.object_of(parsed, child) if parsed.deps[child] in roles.PREPOSITIONS else None
        if close and thing is not None and not parsed.lowers[thing].endswith("day"):  # "a clerk on Friday"
            last = parsed.rights[child]
            ends = (t for t in range(child, last) if parsed.words[t] == "," or _is_headline_verb(context, t))
            last = next(ends, last + 1) - 1
    first = max([first, *(t + 1 for t in range(first, head) if _is_dash(parsed, t))])  # another clause before it
    hedged = first > 0 and parsed.lowers[first - 1] in HEDGES and first <= parsed.heads[first - 1] <= head
    first -= hedged  # "[almost] half of the voters"
    while first < head and parsed.lowers[first] in context.verbs.rules.determiners:
        first += 1
    text = parsed.article.read(parsed.span(first, last)).lstrip("-–—")  # a dash may be glued to the first word
    named = parsed.pos[first] == "PROPN" or parsed.words[first].isupper() or parsed.tags[first] == "NNP"
    named = named or (first in context.mentions and (first < head or is_adherent(context, head)))
    if not named and parsed.pos[first] == "ADJ":
        named = parsed.words[first][:1].isupper() and _names_a_side(context, first)
    return " ".join(text.split()) if named else " ".join((text[:1].lower() + text[1:]).split())


def _number_in_rank(parsed: Parsed, token: int) -> tuple[int, int] | None:
    """First and last token of a rank by number with whose it is, which the parser takes apart: "the Senate's No. 2"."""
    if parsed.lowers[token - 1 : token + 1] != ("no", ".") or parsed.pos[token + 1 : token + 2] != ("NUM",):
        return None
    owned = token > 2 and parsed.lowers[token - 2] in roles.HAS
    return (parsed.lefts[token - 3] if owned else token - 1), token + 1


def _is_headline_verb(context: QuoteContext, token: int) -> bool:
    """Whether a headline's verb is taken for a plural: "Aide to mayor [apologizes]"."""
    parsed = context.parsed
    reports = parsed.tags[token] == "NNS" and context.lemmas[token] in context.verbs.stances
    return reports and parsed.starts[token] < find_body(parsed.article) and kind_of_noun(context, token - 1) in PEOPLE


def glued_noun(parsed: Parsed, token: int) -> int:
    """The last part of a word with hyphens that a token opens: "[ex]-wife" -> "wife"."""
    while _is_glued(parsed, token + 1):
        token += 2
    return token


def glued_opening(parsed: Parsed, token: int) -> int:
    """The first part of a word with hyphens that a token closes: "ex-[wife]" -> "ex"."""
    while _is_glued(parsed, token - 1):
        token -= 2
    return token


def _is_glued(parsed: Parsed, hyphen: int) -> bool:
    """Whether a token is a hyphen without blanks around it."""
    if not 0 < hyphen < len(parsed) - 1 or parsed.words[hyphen] != "-":
        return False
    return parsed.ends[hyphen - 1] == parsed.starts[hyphen] and parsed.ends[hyphen] == parsed.starts[hyphen + 1]


def _is_dash(parsed: Parsed, token: int) -> bool:
    """Whether a dash with blanks around it parts two clauses ("than him - [60 percent] said")."""
    apart = (
        token > 0 and parsed.ends[token - 1] < parsed.starts[token] and parsed.ends[token] < parsed.starts[token + 1]
    )
    return apart and parsed.words[token] in DASHES


def _names_a_side(context: QuoteContext, token: int) -> bool:
    """Whether a word keeps its capital inside a sentence, as "Armenian" does and "Many" does not."""
    parsed = context.parsed
    if parsed.lowers[token] in context.verbs.rules.part_words:  # "Several Republican lawmakers"
        return False
    starts = parsed.sentences[parsed.sentence_of[token]][0] == token
    heads = (token, parsed.heads[token])
    demonym = any(m.label == "demonym" for head in heads for m in context.mentions.get(head, ()))
    return not starts or demonym or parsed.lowers[token].endswith(("ian", "ish", "ese"))


def holds_office(context: QuoteContext, head: int) -> bool:
    """Whether a noun phrase names the holder of an office, whom everybody can look up ("the prime minister")."""
    parsed = context.parsed
    definite = possessor_of(parsed, head) is not None or parsed.lowers[parsed.lefts[head]] == "the"
    return definite and not is_plural(context, head) and context.lemmas[head] in context.verbs.rules.sole_offices


def is_plural(context: QuoteContext, head: int) -> bool:
    """Whether a noun stands in the plural."""
    return context.parsed.tags[head] in {"NNS", "NNPS"}


def is_part(context: QuoteContext, head: int) -> bool:
    """Whether a noun for members means some of them: "some Democrats", "one Republican", "Democrats who voted"."""
    parsed = context.parsed
    counted = any(
        c < head and (parsed.lowers[c] in context.verbs.rules.part_words or parsed.tags[c] == "CD")
        for c in parsed.children[head]
    )
    return counted or narrows_by_clause(context, head)


def kind_beside(context: QuoteContext, head: int) -> ActorKind | None:
    """Kind after the title before a name or the description behind it; the noun nearest to the end tells."""
    for token in sorted(nouns_beside(context.parsed, head), reverse=True):
        kind = kind_now(context, token)
        if kind in PERSONS:
            return kind
    return None


def kind_of_noun(context: QuoteContext, token: int) -> ActorKind | None:
    """Kind that a noun tells, from the lemmas put right."""
    if token not in context.kinds:
        lemma = context.lemmas[token]
        context.kinds[token] = callings.kind_of_calling(context.parsed, token, context.verbs.speakers, lemma)
    return context.kinds[token]


def kind_of_whole(context: QuoteContext, token: int) -> ActorKind | None:
    """The same of a noun phrase: "a majority of parents" is no body."""
    kind = kind_of_noun(context, token)
    several = context.lemmas[token] in context.verbs.rules.several_words
    return None if several and kind == "organisation" and roles.prepositions(context.parsed, token, ("of",)) else kind


def kind_now(context: QuoteContext, token: int) -> ActorKind | None:
    """The same, of what somebody is now: a former minister is a person."""
    kind = kind_of_noun(context, token)
    return "person" if kind == "official" and callings.is_past(context.parsed, token) else kind


def is_organ_of_state(context: QuoteContext, name: str) -> bool:
    """Whether a body is one of the state's: "Treasury Department", "ministry"; not "Police Federation"."""
    words, lower = context.people, name.lower().removeprefix("the ")
    parts = lower.split()
    if not (words.private_bodies | _SCHOOLS).isdisjoint(parts):
        return False
    if parts[:1] == ["house"] and "committee" in parts:
        return True
    return lower in words.public_bodies - {"house"} or any(f" {organ} " in f" {lower} " for organ in words.state_organs)


def is_office_of_state(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> bool:
    """Whether a noun is the office of who holds one: "the mayor's office", "her office" of a senator."""
    owner = possessor_of(context.parsed, head)
    if context.lemmas[head] != "office" or owner is None:
        return False
    owners = (actors.get(mention.actor) for mention in context.mentions.get(owner, ()))
    held = any(one is not None and one.kind == "official" for one in owners)
    return held or kind_now(context, owner) == "official"


_SCHOOLS = frozenset(("university", "college", "school"))


def is_capital_noun(context: QuoteContext, head: int) -> bool:
    """Whether a word with a capital is a noun all the same: "the Democrat", "a Director", in a headline "Ex-Doctor"."""
    parsed = context.parsed
    calling = head not in context.mentions and kind_of_noun(context, head) in PERSONS
    if calling and is_title_case(parsed, parsed.sentence_of[head]):
        return True
    article = parsed.child(head, "det") is not None or is_part(context, head)
    ranked = any(c < head and parsed.pos[c] != "PROPN" for c in dependents(parsed, head, roles.MODIFIERS))
    return (
        (article or ranked or is_plural(context, head))
        and run_of(context.parsed, head, context.verbs.rules.name_titles) == (head,)
        and context.parsed.lowers[head] in context.verbs.speakers
    )


def is_short_office(context: QuoteContext, head: int) -> bool:
    """Whether an office written short stands where a name would: "the A.G. said"."""
    parsed = context.parsed
    short = parsed.lowers[head] in context.people.short_titles
    return short and run_of(parsed, head, context.verbs.rules.name_titles) == (head,)


def is_adherent(context: QuoteContext, head: int) -> bool:
    """Whether a noun with a capital tells members of a party or a faith: "Democrat", "Democrats"."""
    word = context.parsed.words[head]
    return word[:1].isupper() and word.lower().removesuffix("s") in context.people.adherents


def is_partisan(context: QuoteContext, head: int) -> bool:
    """Whether a name is a description of somebody by home and party: "the Marland Democrat"."""
    parsed = context.parsed
    singular = parsed.lowers[head] in context.people.adherents and not is_plural(context, head)
    return singular and parsed.lefts[head] < head - 1 and parsed.lowers[parsed.lefts[head]] == "the"


def points_to_leader(context: QuoteContext, token: int) -> bool:
    """Whether a noun closes "the union leader", which is a mention wherever the text tells who is meant."""
    return callings.leader_phrase(context.parsed, token, context.people.body_nouns) is not None
