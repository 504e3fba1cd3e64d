"""Whom the sentences right before a token tell of: their subjects, and whoever they introduce."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from framing.annotate.quotes.context import QuoteContext
from framing.annotate.quotes.coreference import is_full_name
from framing.annotate.quotes.descriptions import kind_beside
from framing.model import Actor
from framing.syntax import roles
from framing.syntax.roles import dependents
from framing.syntax.shapes import same_line, tokens_before

OPENING = frozenset({"a", "an", "another", "its", "their", "his", "her", "my", "our"})  # they open another bank
REACH = 2  # sentences in which somebody is introduced


def subject_before(context: QuoteContext, head: int) -> int | None:
    """The main subject of the sentence before that of a token, outside marks; or None."""
    return main_subject(context, context.parsed.sentence_of[head] - 1)


def main_subject(context: QuoteContext, number: int) -> int | None:
    """The main subject of a sentence, outside marks; or None, also where there is no such sentence before."""
    parsed = context.parsed
    root = next((t for t in range(*parsed.sentences[number]) if parsed.heads[t] == t), None) if number >= 0 else None
    subjects = [] if root is None else dependents(parsed, root, roles.SUBJECT)
    named = root if root in context.persons else None  # the parse takes a name for the verb
    subject = max((t for t in subjects if root is not None and t < root), default=next(iter(subjects), named))
    return None if subject is None or context.inside[subject] >= 0 else subject


def named_subject_before(context: QuoteContext, head: int) -> int | None:
    """The subject of the sentence before a token, when it is a person by name and stands outside marks."""
    subject = subject_before(context, head)
    if subject is None or context.parsed.pos[subject] != "PROPN":
        return None
    return subject if subject in context.persons or is_full_name(context, subject) else None


def is_subject_before(context: QuoteContext, first: int, actors: Iterable[str]) -> bool:
    """Whether one of the actors is the subject of the sentence right before words in marks, by name or as "he"."""
    subject = subject_before(context, first)
    return subject is not None and any(m.actor in actors for m in context.mentions.get(subject, ()))


def is_body_before(context: QuoteContext, head: int, actor: str) -> bool:
    """Whether another than this body, and no person, is the subject of the sentence before that of a token."""
    subject = subject_before(context, head)
    found = [] if subject is None or subject in context.persons else context.mentions.get(subject, ())
    return any(m.label == "name" and m.actor != actor for m in found)


def counted_before(context: QuoteContext, head: int) -> int | None:
    """The noun that "the second" leaves out: the nearest that was counted ("both [words]"); or None."""
    parsed = context.parsed
    return next(
        (
            t
            for t in tokens_before(parsed, head, REACH)
            if parsed.tags[t] == "NNS" and (parsed.lowers[t - 1] == "both" or parsed.tags[t - 1] == "CD")
        ),
        None,
    )


def body_before(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> Actor | None:
    """The company or outlet that "the bank" or "the conservative weekly" can mean: the only one right before; or None.

    It is the only one of its kind that the sentence before names, and its subject or the only one that was named so
    far. Where "a bank" or "its bank" was told of before, or the name says what the company is, another is meant.
    """
    parsed, noun = context.parsed, context.lemmas[head]
    kinds = {"company": context.people.company_nouns, "media": context.people.media_nouns}
    kind = next((kind for kind, nouns in kinds.items() if noun in nouns), None)
    before = range(parsed.lefts[head], head)
    plain = parsed.lowers[before.start] == "the" and all(parsed.pos[t] == "ADJ" for t in before[1:])
    near = tokens_before(parsed, parsed.sentences[parsed.sentence_of[head]][0], 1)
    if kind is None or not plain or is_told_new(context, head):
        return None
    of_kind = {one.id: places for one in actors.values() if one.kind == kind and (places := context.heads.get(one.id))}
    found = [one for one, places in of_kind.items() if any(t in near and context.inside[t] < 0 for t in places)]
    subject = context.mentions.get(subject_before(context, head) or -1, ())
    alone = sum(min(places) < head for places in of_kind.values()) == 1
    told = len(found) == 1 and (alone or any(m.actor == found[0] for m in subject))
    says = told and kind == "company" and not kinds[kind].isdisjoint(actors[found[0]].name.lower().split())
    return actors[found[0]] if told and not says else None


def goes_on_telling(context: QuoteContext, first: int, actors: Iterable[str]) -> bool:
    """Whether two sentences before words in marks are about one of the actors: "Kolb came. He was loud. “…”"."""
    he = subject_before(context, first)
    named = he is not None and context.parsed.pos[he] == "PRON" and is_subject_before(context, he, actors)
    return named and opens_in_marks(context, first)


def opens_in_marks(context: QuoteContext, first: int) -> bool:
    """Whether words open inside quotation marks, or with one."""
    return max(context.inside[first : first + 2]) >= 0


def told_before(context: QuoteContext, head: int) -> Iterator[int]:
    """Heads of the names that the sentences before a token bring up, the likeliest first.

    They are the main subject of the sentence right before, and whoever is introduced there, or as a subject in the
    one before that: in full, for the first time and with what she is ("it worries Ada Kolb, president of the club").
    """
    parsed = context.parsed
    subject = named_subject_before(context, head)
    if subject is not None:
        yield subject
    for token in tokens_before(parsed, parsed.sentences[parsed.sentence_of[head]][0], REACH):
        near = parsed.sentence_of[token] + 1 == parsed.sentence_of[head] or parsed.deps[token] in roles.SUBJECTS
        fresh = near and context.inside[token] < 0 and token in context.persons and token != subject
        fresh = fresh and min(context.heads[context.mentions[token][0].actor]) == token
        if fresh and is_full_name(context, token) and kind_beside(context, token) is not None:
            yield token


def topic_before(context: QuoteContext, head: int, lines: bool) -> int | None:
    """The named subject of the sentence before a token when nobody else is told of there or since; else None.

    What stands in marks, or in the clause that the subject says, does not count. Without `lines` the sentence must
    stand in the paragraph of the token.
    """
    parsed, subject = context.parsed, subject_before(context, head)
    if subject is None or not (lines or same_line(parsed, subject, head)) or subject not in context.persons:
        return None
    if parsed.pos[subject] == "NOUN":
        return None
    first, said = parsed.sentences[parsed.sentence_of[subject]][0], _said_by(context, subject)
    near = (t for t in context.persons if first <= t < head and context.inside[t] < 0 and t not in said)
    return subject if {context.mentions[t][0].actor for t in near} == {context.mentions[subject][0].actor} else None


def is_told_new(context: QuoteContext, head: int) -> bool:
    """Whether another of a noun's kind was told of before, outside marks: "with a nurse … . The nurse said …"."""
    parsed = context.parsed
    same = (t for t in range(head) if context.lemmas[t] == context.lemmas[head] and parsed.pos[t] == "NOUN")
    return any(parsed.lowers[parsed.lefts[t]] in OPENING and context.inside[t] < 0 for t in same)


def _said_by(context: QuoteContext, subject: int) -> set[int]:
    """Tokens of the clauses that the verb of a subject reports."""
    parsed = context.parsed
    clauses = (c for c in dependents(parsed, parsed.heads[subject], roles.CONTENT_CLAUSES) if c > subject)
    return {t for clause in clauses for t in range(parsed.lefts[clause], parsed.rights[clause] + 1)}


def is_told_beside(context: QuoteContext, subject: int, head: int, actor: str) -> bool:
    """Whether an actor stands as a pronoun or beside the verb in the sentence of a subject, or up to `head`.

    What stands in marks, or in the clause that the subject says, does not count: "Hask said that Kolb lost her way".
    """
    parsed = context.parsed
    (first, end), said = parsed.sentences[parsed.sentence_of[subject]], _said_by(context, subject)
    told = [t for t in context.heads.get(actor, ()) if first <= t < head and context.inside[t] < 0 and t not in said]
    return any(t >= end or parsed.pos[t] == "PRON" or parsed.heads[t] == parsed.heads[subject] for t in told)
