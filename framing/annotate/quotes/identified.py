"""Speakers without a name whom the text names elsewhere: with the same words in marks, role or deed."""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.annotate.quotes.coreference import is_full_name
from framing.annotate.quotes.descriptions import is_plural, kind_beside
from framing.annotate.quotes.naming import Speaker
from framing.annotate.quotes.preceding import main_subject
from framing.annotate.quotes.roles import named_behind
from framing.model import Actor
from framing.syntax.roles import APPOSITIONS, SUBJECT, object_of, possessor_of, prepositions

LEAST = 3  # words in marks that nobody else says by chance
NEW = frozenset({"a", "an", "one"})  # before a role that the text will name

Spoken = list[tuple[Candidate, Speaker]]


def name_elsewhere(context: QuoteContext, spoken: Spoken, actors: Mapping[str, Actor]) -> Spoken:
    """The statements with the names of the speakers whom the text describes here and names elsewhere."""
    return [(candidate, _named(context, candidate, one, spoken, actors) or one) for candidate, one in spoken]


def _named(
    context: QuoteContext, candidate: Candidate, speaker: Speaker, spoken: Spoken, actors: Mapping[str, Actor]
) -> Speaker | None:
    """The person by name who a speaker without a name is; None where the text does not make it plain."""
    head = speaker.head
    if speaker.kind != "unnamed" or head < 0 or context.parsed.pos[head] == "PRON" or is_plural(context, head):
        return None
    again = _says_again(context, candidate, spoken)
    if again is not None:
        return again
    token, sure = _told_again(context, head, actors) or (_introduced_next(context, candidate, head), False)
    named = [] if token is None else [m.actor for m in context.mentions.get(token, ()) if m.actor in actors]
    if not named:
        return None
    one = actors[named[0]]
    return Speaker(one.name, (one.id,), one.kind, head, sure=sure)


def _says_again(context: QuoteContext, candidate: Candidate, spoken: Spoken) -> Speaker | None:
    """The one person who says the same words in marks by name: a headline quotes what stands in the article."""
    words = _marked(context, candidate)
    if words.count(" ") + 1 < LEAST or not _in_headline(context, candidate.first):
        return None
    apart = ((o, one) for o, one in spoken if o.first > candidate.last or o.last < candidate.first)
    found = [one for o, one in apart if one.actors and one.sure and f" {words} " in f" {_marked(context, o)} "]
    return found[0] if len({one.name for one in found}) == 1 else None


def _marked(context: QuoteContext, candidate: Candidate) -> str:
    """The words of a candidate that stand in marks, in small letters."""
    parsed = context.parsed
    return " ".join(parsed.lowers[t] for t in candidate.tokens if context.inside[t] >= 0 and parsed.pos[t] != "PUNCT")


def _told_again(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> tuple[int, bool] | None:
    """The name beside a role that is told for the next time, and whether it is surely hers: "The clerk, [NAME], …".

    It is not where another may have that role, too: "[NAME], a clerk of the mayor".
    """
    parsed, lemma, owner = context.parsed, context.lemmas[head], _owner_of(context, head)
    if owner is None and not _is_new(context, head):
        return None
    later = (t for t in range(head + 1, len(parsed)) if context.lemmas[t] == lemma and parsed.pos[t] == "NOUN")
    for token in later:
        if context.inside[token] >= 0:
            continue
        whose, given = _owner_of(context, token), parsed.lowers[parsed.lefts[token]] not in NEW
        if owner is not None and not (whose is None and given) and not _is_same(context, owner, whose):
            continue
        if owner is None and parsed.lowers[parsed.lefts[token]] != "the":
            return None
        behind = named_behind(context, token, actors)
        if behind is not None:
            return behind, given
        before = parsed.heads[token]
        if parsed.deps[token] in APPOSITIONS and before in context.persons and owner is not None:
            return before, False
        if owner is None:
            return None
    return None


def _owner_of(context: QuoteContext, role: int) -> int | None:
    """Whose a role is: "[Kolb]'s clerk", "a clerk of [Kolb]", or None."""
    parsed = context.parsed
    owned = (object_of(parsed, one) for one in prepositions(parsed, role, ("for", "of", "to")))
    return possessor_of(parsed, role) or next((t for t in owned if t is not None), None)


def _is_new(context: QuoteContext, head: int) -> bool:
    """Whether a role is told for the first time: "a clerk", or in the lead "the clerk for a mayor"."""
    parsed, owner = context.parsed, _owner_of(context, head)
    new = owner is not None and _is_lead(context, head) and parsed.lowers[parsed.lefts[owner]] in NEW
    return new or parsed.lowers[parsed.lefts[head]] in NEW


def _introduced_next(context: QuoteContext, candidate: Candidate, head: int) -> int | None:
    """Whoever the next sentence introduces, when she alone does the same, or the headline is about her, of that trade.

    "A clerk apologised … . [NAME], the press officer, wrote … . NAME apologised".
    """
    parsed, number = context.parsed, context.parsed.sentence_of[head] + 1
    if not _is_new(context, head) or candidate.cue is None or number >= len(parsed.sentences):
        return None
    name = main_subject(context, number)
    if name is None or name not in context.persons or not is_full_name(context, name):
        return None
    places = context.heads[context.mentions[name][0].actor]
    first, *_ = (t for t in places if not _in_headline(context, t))
    if first != name:
        return None
    lead = _in_headline(context, places[0]) and not _in_headline(context, head) and _is_lead(context, head)
    trade = context.lemmas[head] in context.lemmas[name : parsed.sentences[number][1]]
    same = lead and trade and kind_beside(context, name) is not None
    return name if same or _does_alone(context, candidate, name) else None


def _does_alone(context: QuoteContext, candidate: Candidate, name: int) -> bool:
    """Whether a person and nobody else is said to do what a candidate's cue tells, which is no mere saying."""
    parsed, lemma = context.parsed, candidate.lemma
    if lemma in context.verbs.rules.plain_verbs:
        return False
    verbs = (t for t in range(name, len(parsed)) if context.lemmas[t] == lemma and context.inside[t] < 0)
    doers = {parsed.child(verb, *SUBJECT) for verb in verbs if parsed.pos[verb] == "VERB"}
    again = {m.actor for doer in doers if doer is not None for m in context.mentions.get(doer, ())}
    return again == {context.mentions[name][0].actor}


def _in_headline(context: QuoteContext, token: int) -> bool:
    """Whether a token stands in the first line, over a text."""
    text = context.parsed.article.text
    return "\n" in text and "\n" not in text[: context.parsed.starts[token]]


def _is_lead(context: QuoteContext, token: int) -> bool:
    """Whether a token stands in the first sentence below the headline."""
    first = context.parsed.sentences[context.parsed.sentence_of[token]][0]
    return first > 0 and _in_headline(context, first - 1)


def _is_same(context: QuoteContext, one: int, other: int | None) -> bool:
    """Whether two heads are one actor's, or the same name."""
    if other is None:
        return False
    told = [{m.actor for m in context.mentions.get(t, ())} for t in (one, other)]
    return bool(told[0] & told[1]) or context.parsed.words[one] == context.parsed.words[other]
