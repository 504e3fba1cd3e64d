"""Who or what a text tells beside: a role in the headline, "This is X", a first name, the document that "it" is."""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.quotes.context import QuoteContext
from framing.annotate.quotes.coreference import is_titled
from framing.model import Actor
from framing.syntax.roles import (
    APPOSITIONS,
    DIRECT_OBJECTS,
    PREDICATES,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    SUBJECT,
    SUBJECTS,
    dependents,
    object_of,
    possessor_of,
    prepositions,
)

SHOWING = frozenset({"this", "that", "it"})
NEW = frozenset({"a", "an", "another", "one"})  # they open another document
FROM = ("by", "from")
SAID_IN = frozenset({"in", "on", "through", "via"})  # "said in a statement"
PAGES = 8  # sentences before "the statement" in which its author may stand
REACH = 2  # sentences behind a description in which "This is X" may stand


def introduced_by(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> Actor | None:
    """The only person whom a description or a first name at `head` can mean, as the text shows elsewhere; or None."""
    people = {one.id: one for one in actors.values() if one.nature == "person"}
    parsed = context.parsed
    if parsed.words[head][:1].isupper() and parsed.sentences[parsed.sentence_of[head]][0] < head:
        found = [one for one in people.values() if one.name.split()[0] == parsed.words[head] and " " in one.name]
        if len(found) == 1:
            return found[0]
    shown = _shown(context, head, people)
    if shown is not None:
        return shown
    text = parsed.article.text
    if "\n" in text[: parsed.starts[head]] or "\n" not in text:
        return None
    titled = [one for one in people.values() if is_titled(context, head, context.heads.get(one.id, ()))]
    return titled[0] if len(titled) == 1 else None


def _shown(context: QuoteContext, head: int, people: Mapping[str, Actor]) -> Actor | None:
    """Whoever is introduced right behind: "the third passenger offers … This is [X], a miner"."""
    parsed = context.parsed
    here = parsed.sentence_of[head]
    for first, end in parsed.sentences[here + 1 : here + 1 + REACH]:
        if parsed.lowers[first] not in SHOWING or first + 1 >= end or parsed.lowers[first + 1] not in {"is", "was"}:
            continue
        for token in dependents(parsed, first + 1, PREDICATES):
            for one in (token, *dependents(parsed, token, APPOSITIONS)):
                named = [m.actor for m in context.mentions.get(one, ()) if m.label == "name" and m.actor in people]
                if named:
                    return people[named[0]]
    return None


def document_before(context: QuoteContext, head: int) -> int | None:
    """The document that "it" stands for: the subject of the sentence before it, or what it opens with ("In the X")."""
    parsed = context.parsed
    number = parsed.sentence_of[head]
    if parsed.lowers[head] != "it" or not number or context.inside[head] >= 0:
        return None
    first, end = parsed.sentences[number - 1]
    root = next((t for t in range(first, end) if parsed.heads[t] == t), None)
    subject = None if root is None else parsed.child(root, *SUBJECTS)
    opening = object_of(parsed, first) if parsed.deps[first] in PREPOSITIONS else None
    return next((t for t in (opening, subject) if t is not None and is_document(context, t)), None)


def author_of(context: QuoteContext, head: int) -> int | None:
    """Head of whose words a letter, a statement or a message is: "from X", "X's", "X said in a statement"; or None.

    "The statement" is the last one that was told of.
    """
    parsed, lemma = context.parsed, context.lemmas[head]
    if lemma not in context.verbs.rules.text_nouns:
        return None
    here = parsed.sentence_of[head]
    given = parsed.lefts[head] == head - 1 and parsed.lowers[head - 1] in {"the", "this"}
    earlier = range(head - 1, parsed.sentences[max(0, here - PAGES)][0] - 1, -1) if given else ()
    found = _told_author(context, head) or _who_issued(context, head)
    for token in earlier:
        if found is not None:
            break
        if context.lemmas[token] == lemma and context.inside[token] < 0:
            found = _told_author(context, token) or _who_issued(context, token)
            if found is None and parsed.lowers[parsed.lefts[token]] in NEW:
                break
    return found


def _told_author(context: QuoteContext, document: int) -> int | None:
    """Whose a document is, as its own phrase says."""
    parsed = context.parsed
    beside = [document + 1] if parsed.lowers[document + 1 : document + 2] in (("by",), ("from",)) else []
    written = (object_of(parsed, one) for one in (*prepositions(parsed, document, FROM), *beside))
    return next((one for one in (possessor_of(parsed, document), *written) if one is not None), None)


def _who_issued(context: QuoteContext, document: int) -> int | None:
    """Who says something in a document, or publishes it."""
    parsed, verb = context.parsed, context.parsed.heads[document]
    if parsed.deps[document] in PREPOSITION_OBJECTS and parsed.lowers[verb] in SAID_IN:
        verb = parsed.heads[verb]
        does = context.lemmas[verb] in context.verbs.rules.plain_verbs
    else:
        does = parsed.deps[document] in DIRECT_OBJECTS and _issues(context, verb)
    return parsed.child(verb, *SUBJECT) if does else None


def _issues(context: QuoteContext, verb: int) -> bool:
    """Whether a verb tells that somebody makes words known: "issue", "put out"."""
    out = context.lemmas[verb] == "put" and context.parsed.lowers[verb + 1 : verb + 2] == ("out",)
    return out or context.lemmas[verb] in context.verbs.rules.issuing_verbs


def named_document(context: QuoteContext, head: int) -> int:
    """The noun for a document in full, as it stands before "the suit": "lawsuit"; or the noun itself."""
    parsed, lemma = context.parsed, context.lemmas[head]
    if parsed.lowers[parsed.lefts[head]] != "the" or parsed.lefts[head] != head - 1:
        return head
    near = (t for t in range(head - 1, -1, -1) if context.lemmas[t].endswith(lemma) and is_document(context, t))
    found = next((t for t in near if context.lemmas[t] != lemma or parsed.lowers[parsed.lefts[t]] in NEW), head)
    return head if context.lemmas[found] == lemma else found


def is_document(context: QuoteContext, head: int) -> bool:
    """Whether a noun is a thing that says something: a study, a letter; not "a leading figure, Ada Kolb,"."""
    parsed = context.parsed
    if parsed.pos[head] != "NOUN" or context.verbs.speakers.get(context.lemmas[head].lower()) != "evidence":
        return False
    return context.persons.isdisjoint(dependents(parsed, head, APPOSITIONS))
