"""What an article tells of whoever makes a statement: type, name, title, affiliation, and what `reasons` finds."""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.quotes.context import Candidate, QuoteContext, Title
from framing.annotate.quotes.descriptions import describe, is_plural, kind_of_noun
from framing.annotate.quotes.introduced import is_document
from framing.annotate.quotes.media import channel_of
from framing.annotate.quotes.naming import Speaker
from framing.annotate.quotes.reasons import why_asked, why_unnamed
from framing.annotate.quotes.titles import title_of
from framing.model import AUTHOR, BODIES, NO_REASON, NOBODY_NAMED, PEOPLE, Actor, SourceCard, SourceType
from framing.packs.sources import SourceWords
from framing.syntax.roles import CONJUNCTS, dependents, object_of, possessor_of, prepositions
from framing.syntax.tree import NOMINALS, antecedent

UNNAMED = frozenset({"unnamed person", "unnamed group"})
GROUPS = frozenset({"group", "unnamed"})
GIVEN = frozenset({"the", "this", "that", "these", "those", "my", "our", "his", "her", "its", "their"})


def fill_card(
    context: QuoteContext, candidate: Candidate, speaker: Speaker, actors: Mapping[str, Actor], words: SourceWords
) -> SourceCard:
    """The card of the source of one statement."""
    kind = _type(context, candidate, speaker)
    named = kind not in UNNAMED | {"not said"}
    title = title_of(context, candidate, speaker, kind, words)
    why, why_words = why_asked(context, candidate, speaker, title, words)
    reason = "" if named else why_unnamed(context, candidate, words)
    return SourceCard(
        type=kind,
        name=speaker.name if named else "",
        title=title.words,
        affiliation=_affiliation(title, speaker, actors) or _body_behind(context, speaker),
        why=why,
        why_words=why_words,
        why_unnamed=reason or ("" if named else NO_REASON),
        channel=channel_of(context, candidate, words),
        given=kind in UNNAMED and not reason and _is_given(context, candidate),
    )


def _type(context: QuoteContext, candidate: Candidate, speaker: Speaker) -> SourceType:
    """What sort of source it is."""
    head = candidate.head if speaker.head < 0 else speaker.head
    if head is not None and is_document(context, head):
        return "document"
    if speaker.name == AUTHOR:
        return "named person"
    if not speaker.name or speaker.name.startswith(NOBODY_NAMED) or speaker.kind in GROUPS:
        return _unnamed_type(context, candidate)
    if speaker.kind in PEOPLE:
        return "named person" if any(c.isupper() for c in speaker.name) else "unnamed person"
    several = head is not None and context.parsed.pos[head] == "NOUN" and is_plural(context, head)
    body = speaker.kind in (*BODIES, "state", "place") and not (several and not speaker.actors)  # "two newspapers"
    return "named organisation" if body else "unnamed group"


def _unnamed_type(context: QuoteContext, candidate: Candidate) -> SourceType:
    """Whether one person or several stay unnamed."""
    parsed, head = context.parsed, candidate.head
    if head is None:
        return "unnamed group"
    head = antecedent(parsed, head)
    lower = parsed.lowers[head]
    several = is_plural(context, head) or not context.verbs.rules.several_words.isdisjoint(
        {lower, context.lemmas[head]}
    )
    joint = any(parsed.pos[child] in NOMINALS for child in dependents(parsed, head, CONJUNCTS))
    return "unnamed group" if several or joint else "unnamed person"


def _is_given(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a role begins with "the", "this" or an owner: "the lawyer", "its chief", "the town's critics"."""
    parsed, head = context.parsed, candidate.head
    if head is None or parsed.pos[head] not in NOMINALS:
        return False
    return parsed.lowers[parsed.lefts[head]] in GIVEN or possessor_of(parsed, head) is not None


def _affiliation(title: Title, speaker: Speaker, actors: Mapping[str, Actor]) -> str:
    """The body that a source belongs to: as its title tells, or as the roster knows."""
    if title.body:
        return title.body
    for one in speaker.actors:
        actor = actors.get(one)
        owner = actors.get(actor.member_of) if actor is not None and actor.nature == "person" else None
        if owner is not None:
            return owner.name
    return ""


def _body_behind(context: QuoteContext, speaker: Speaker) -> str:
    """The body behind the name of one person: "Ada Lund of the Orrin Institute"."""
    parsed = context.parsed
    if speaker.kind not in PEOPLE or len(speaker.actors) != 1:
        return ""
    for head in context.heads.get(speaker.actors[0], ()):
        for link in prepositions(parsed, head, ("of", "at", "from")):
            body = object_of(parsed, link)
            if body is not None and parsed.pos[body] == "PROPN" and kind_of_noun(context, body) in BODIES:
                return describe(context, body)
    return ""
