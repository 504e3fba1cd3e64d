"""Whose name stands behind a role: "the chief executive of X, NAME", "Acting director of the Institute NAME"."""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.quotes.context import QuoteContext
from framing.annotate.quotes.descriptions import is_adherent, is_plural, kind_of_noun
from framing.model import PEOPLE, Actor, Mention
from framing.syntax import roles

LONGEST_NAME = 12  # tokens of the name of a body and its officer
REACH = 30  # tokens behind a role in which its name must begin
CHAIN = frozenset({"of", "for", "at", "in", "and", "to", "on"})  # words that tell what the role is of
LONGEST_OFFICE = 3  # tokens: "Executive Vice President"
ON_SITES = frozenset({"on", "at"})
ONE_OF_MANY = frozenset({"a", "an", "one", "another", "some"})
STYLES = frozenset(("the", "most", "right", "very", "reverend", "honourable", "honorable"))  # before a name


def named_behind(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> int | None:
    """Head of the name that follows a role ("its prime minister, Maelis Dorrin,"), past what the role is of."""
    parsed = context.parsed
    one_of = parsed.lowers[head] == "one" and head + 1 < len(parsed) and parsed.lowers[head + 1] == "of"
    noun = parsed.pos[head] == "NOUN" or is_adherent(context, head)
    if not one_of and (not noun or is_plural(context, head)):
        return None
    for child in roles.dependents(parsed, head, roles.APPOSITIONS):
        deeper = roles.dependents(parsed, child, roles.APPOSITIONS)[:1]  # "the bishop, the Right Reverend NAME"
        for one in (child, *deeper):
            if child > head and _is_person(context, one, actors):
                return one
    return _behind_chain(context, head, actors) or _between_commas(context, head)


def officer_behind(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> int | None:
    """Head of the titled person right behind the body that a word opens: "The Center for Trees President [NAME]"."""
    parsed = context.parsed
    if parsed.pos[head] != "PROPN":
        return None
    near = [m for token in range(head, min(head + LONGEST_NAME, len(parsed))) for m in context.mentions.get(token, ())]
    whole = next((m for m in near if m.label == "name" and m.span.start <= parsed.starts[head] < m.span.end), None)
    if whole is None or _is_person(context, whole.head, actors):
        return None
    last = parsed.tokens_in(whole.span)[-1]
    for mention in near:
        office = parsed.words[last + 1 : parsed.tokens_in(mention.span)[0]]
        titled = 0 < len(office) <= LONGEST_OFFICE and office[-1].lower() in context.people.shared_offices
        if titled and all(word[0].isupper() for word in office) and _is_person(context, mention.head, actors):
            return mention.head
    return None


def poster_before(context: QuoteContext, head: int) -> int | None:
    """The noun for somebody on a site whose name the parse takes for the subject: "[A blogger] on the site Tide said".

    A noun that says who speaks, with "a" before it and "on" or "at" behind it, as subject of the same verb.
    """
    parsed = context.parsed
    if parsed.pos[head] != "PROPN" or parsed.deps[head] not in roles.SUBJECT:
        return None
    verb = parsed.heads[head]
    verbs = (verb, parsed.heads[verb])  # the other subject may have gone to the clause above
    subjects = [t for v in verbs for t in roles.dependents(parsed, v, roles.SUBJECT)]
    for token in (t for t in (*subjects, verbs[1]) if t < head):
        if not {"VERB", "AUX"}.isdisjoint(parsed.pos[token:head]):
            continue
        on = parsed.lowers[token + 1] in ON_SITES and parsed.lowers[parsed.lefts[token]] in ONE_OF_MANY
        if on and parsed.pos[token] == "NOUN" and kind_of_noun(context, token) in PEOPLE:
            return token
    return None


def _between_commas(context: QuoteContext, head: int) -> int | None:
    """Last word of a name set off by commas right behind a role, wherever it hangs: "the captain, [NAME], "."""
    parsed = context.parsed
    if head + 1 >= len(parsed) or parsed.words[head + 1] != "," or not _is_role(context, head):
        return None
    end = head + 2
    while end < len(parsed) and parsed.pos[end] == "PROPN":
        end += 1
    return end - 1 if end > head + 3 and end < len(parsed) and parsed.words[end] in {",", "."} else None


def _behind_chain(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> int | None:
    """Head of the person named behind "of X": after a comma, or right behind a name that is no title of hers."""
    parsed = context.parsed
    if head + 1 >= len(parsed) or parsed.lowers[head + 1] not in CHAIN:
        return None
    end = parsed.sentences[parsed.sentence_of[head]][1]
    for token in range(head + 2, min(end, head + REACH)):
        if parsed.pos[token] in {"VERB", "AUX"} or parsed.words[token] in {";", ":", "."} or context.inside[token] >= 0:
            return None
        if _is_bearer(context, token):
            return None  # the name belongs to the nearer role
        owner = not roles.HAS.isdisjoint(parsed.lowers[token + 1 : token + 2])  # "the mayor of Lund, NAME's brother"
        if owner or not _is_person(context, token, actors):
            continue
        first = _first_word(context, token)
        if parsed.lowers[first - 1] in CHAIN:
            continue  # whom the role is for: "a lawyer for Mr. Orle, [NAME], "
        glued = parsed.pos[first - 1] == "PROPN" and not _is_role(context, first - 1) and token in context.mentions
        return token if parsed.words[first - 1] == "," and not _is_listed(context, token) or glued else None
    return None


def _is_listed(context: QuoteContext, token: int) -> bool:
    """Whether a name goes on as a list: "for Ada Kolb, [Jon Reyes] and Ines Calder"."""
    after = token + 1 + (context.parsed.words[token + 1 : token + 2] == (",",))
    return context.parsed.lowers[after : after + 1] in (("and",), ("or",))


def _first_word(context: QuoteContext, token: int) -> int:
    """First token of the name, with its titles, that a mention at `token` holds."""
    parsed = context.parsed
    first = parsed.lefts[token]
    if token in context.mentions:
        mention = context.mentions[token][0]
        first = parsed.tokens_in(mention.phrase or mention.span).start
    while first and parsed.lowers[first - 1] in STYLES:
        first -= 1
    return first


def _is_bearer(context: QuoteContext, token: int) -> bool:
    """Whether a word is another role that a name behind it may belong to: not a title before it, not "parents' "."""
    parsed = context.parsed
    several = context.lemmas[token].lower() in context.verbs.rules.several_words  # "for the Orle family, NAME"
    apart = parsed.pos[token] == "NOUN" and not is_plural(context, token) and not several
    titled = token + 1 < len(parsed) and parsed.pos[token + 1] == "PROPN"
    return apart and not titled and parsed.deps[token] not in roles.NOUN_MODIFIERS and _is_role(context, token)


def _is_role(context: QuoteContext, token: int) -> bool:
    """Whether a word is a noun or a title that tells what a person is."""
    lemma = context.lemmas[token].lower()
    kind = context.verbs.speakers.get(lemma) or context.verbs.speakers.get(context.parsed.lowers[token])
    return kind is not None and kind not in {"organisation", "evidence", "unnamed"}


def _is_person(context: QuoteContext, token: int, actors: Mapping[str, Actor]) -> bool:
    """Whether a word ends the name of a person: one who is known, or two words with capitals that nobody else bears."""
    found: tuple[Mention, ...] = context.mentions.get(token, ())
    if found:
        known = (actors.get(mention.actor) for mention in found if mention.label == "name")
        return any(actor is not None and actor.nature == "person" for actor in known)
    parsed = context.parsed
    named = parsed.pos[token] == "PROPN" and parsed.pos[token - 1] == "PROPN" and parsed.heads[token - 1] == token
    ends = token + 1 == len(parsed) or parsed.pos[token + 1] != "PROPN"
    return named and ends and parsed.deps[token] in roles.APPOSITIONS
