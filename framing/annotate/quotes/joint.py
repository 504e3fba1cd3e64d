"""Who speaks together: a list of names, the members that are named beside a group, one person of two callings."""

from __future__ import annotations

from framing.annotate.quotes.context import QuoteContext
from framing.annotate.quotes.coreference import is_full_name, mentions_of, names_in
from framing.annotate.quotes.descriptions import is_plural, kind_of_noun
from framing.annotate.quotes.naming import Speaker
from framing.annotate.quotes.preceding import subject_before
from framing.model import NOBODY_NAMED, PEOPLE, Parsed
from framing.syntax import roles
from framing.syntax.roles import dependents, object_of, possessor_of
from framing.syntax.shapes import tokens_before
from framing.syntax.tree import Range

EXAMPLES = frozenset({"like", "including", "as"})  # before members of a group: "critics such as X"
REACH = 2  # sentences before "both men" in which they are named
AND = frozenset({"and", "&"})


def speaking_heads(context: QuoteContext, head: int, source: Range) -> list[int]:
    """Heads of everybody whom a source names, a group's members instead of it or beside it."""
    found: list[int] = []
    for one in names_in(context.parsed, head, source):
        one = _name_behind(context, one)
        listed = _listed_before(context, one) or _joined_before(context, one)
        whole = _members_in_full(context, one)
        found += [*listed, *(whole or (one, *_examples(context, one)))]
    return sorted(set(found))


def _name_behind(context: QuoteContext, head: int) -> int:
    """The head of a name behind a title that holds phrases, else `head`: "Secretary of State for Water [Ada Lund]".

    Not of "a spokesman for Mayor Lund", nor of "the President of Orlen and Ada Lund": no other office, no "and" stands
    before the name.
    """
    parsed = context.parsed
    if parsed.pos[head] != "PROPN" or kind_of_noun(context, head) != "official":
        return head
    end = head + 1
    while end < len(parsed) and end not in context.persons and (parsed.pos[end] == "PROPN" or _links(parsed, end)):
        end += 1
    if end - head < 4 or end not in context.persons or parsed.lowers[head + 1] not in {"for", "of"}:
        return head
    opens = max((one.span.start for one in context.mentions.get(end, ())), default=parsed.starts[end - 1])
    between = [token for token in range(head + 2, end) if parsed.starts[token] < opens]
    offices = any(kind_of_noun(context, token) in PEOPLE for token in between)
    return end if between and not offices and parsed.pos[between[-1]] == "PROPN" else head


def _links(parsed: Parsed, token: int) -> bool:
    """Whether a small word stands at a token that may join the parts of a title."""
    return parsed.lowers[token] in {"of", "for", "the", *AND}


def _joined_before(context: QuoteContext, head: int) -> list[int]:
    """The head of the name before "and" where the title behind it is read as a part: "[X] and Secretary Y"."""
    parsed = context.parsed
    names = [c for c in dependents(parsed, head, roles.MODIFIERS) if c in context.persons]
    return [n for n in names if any(_name_behind(context, t) == head for t in dependents(parsed, n, roles.CONJUNCTS))]


def _members_in_full(context: QuoteContext, head: int) -> list[int]:
    """Heads of the names that an apposition gives for a group: "the two senators, X and Y", "scholars — X, Y and Z"."""
    parsed = context.parsed
    if not is_plural(context, head) or parsed.pos[head] != "NOUN":
        return []
    for child in dependents(parsed, head, roles.APPOSITIONS):
        names = names_in(parsed, child, (child, parsed.rights[child]))
        if child > head and len(names) > 1 and all(_is_person(context, name) for name in names):
            return names
    return []


def _examples(context: QuoteContext, head: int) -> list[int]:
    """Heads of the people who are named as examples of a group: "critics like X", "lawmakers, including X"."""
    parsed = context.parsed
    if not is_plural(context, head):
        return []
    examples = [c for c in parsed.children[head] if c > head and _opens_examples(context, c)]
    named = [one for c in examples if (one := object_of(parsed, c)) is not None]
    heads = (name for one in named for name in names_in(parsed, one, (one, parsed.rights[one])))
    return [name for name in heads if _is_person(context, name)]


def _opens_examples(context: QuoteContext, token: int) -> bool:
    """Whether "like", "including" or "such as" stands at a token."""
    parsed = context.parsed
    lower = parsed.lowers[token]
    return lower in EXAMPLES and (lower != "as" or parsed.lowers[token - 1] == "such")


def _is_person(context: QuoteContext, token: int) -> bool:
    """Whether a token ends the name of somebody."""
    return token in context.persons or (token not in context.mentions and is_full_name(context, token))


def _listed_before(context: QuoteContext, head: int) -> list[int]:
    """Heads of the people in the list from the opening of a sentence that a name closes, where the parse lost them."""
    parsed = context.parsed
    found, token, opening = list[int](), head, parsed.sentences[parsed.sentence_of[head]][0]
    while token >= opening and _is_person(context, token):
        first = next((t + 1 for t in range(token, opening - 1, -1) if parsed.pos[t] != "PROPN"), opening)
        if first == opening or (first == opening + 1 and is_plural(context, opening)):
            return found[::-1]
        if parsed.lowers[first - 1] not in (AND if token == head else {","}):
            return []
        token = first - 2
        found.append(token)
    return []


def pair_before(context: QuoteContext, head: int) -> list[int]:
    """Heads of the two people for whom "both men" or "both" stands: named together or as "they" shortly before it."""
    parsed = context.parsed
    if parsed.lowers[head] == "both":
        subject = subject_before(context, head)
        names = [] if subject is None else names_in(parsed, subject, (subject, parsed.rights[subject]))
        near = [t for t in context.persons if names and names[0] <= t < head and context.inside[t] < 0]
        return names if len(names) == 2 and set(near) == set(names) else []
    before = {parsed.lowers[c] for c in parsed.children[head] if c < head}
    people = context.verbs.speakers.get(context.lemmas[head]) not in {None, "organisation", "evidence", "state"}
    if not people or not is_plural(context, head) or not ("both" in before or before >= {"the", "two"}):
        return []
    for token in tokens_before(parsed, head, REACH):
        if context.inside[token] >= 0:
            continue
        they = [m.actor for m in context.mentions.get(token, ())] if parsed.lowers[token] == "they" else []
        last = [max((t for t in mentions_of(context, (one,), "name") if t < token), default=token) for one in they]
        names = last or names_in(parsed, token, (token, head))
        if len(names) == 2 and all(_is_person(context, name) for name in names):
            return names
    return []


def without_callings(context: QuoteContext, speakers: list[Speaker]) -> tuple[list[Speaker], bool]:
    """The speakers without what only tells more of one of them, and whether that is beyond doubt.

    A noun that stands bare beside a name is a calling: "said [lobbyist] and strategist X". With "a" or an owner it is
    doubtful: "X, a professor and a critic", "X, its ally and its helper".
    """
    named = [one for one in speakers if one.name and not one.name.startswith(NOBODY_NAMED)]
    first = speakers[0] if speakers else None
    if len(speakers) == 2 and not named and first is not None and _is_calling(context, first):
        given = context.parsed.lowers[context.parsed.lefts[first.head]] == "the"
        alone = _is_calling(context, speakers[1]) and not _is_introduced(context, speakers[1].head)
        return speakers[: 1 if given and alone else 2], True  # "the Marland senator and candidate said"
    if len(speakers) < 2 or not named:
        return speakers, True
    bare = [one for one in speakers if _is_calling(context, one) and not _is_introduced(context, one.head)]
    told = [one for one in speakers if one not in bare and _may_be_told_of(context, one, named[0])]
    kept = [one for one in speakers if one not in bare and one not in told]
    return kept, not told


def _is_calling(context: QuoteContext, speaker: Speaker) -> bool:
    """Whether a speaker is told by a noun in the singular alone."""
    noun = speaker.head >= 0 and context.parsed.pos[speaker.head] == "NOUN" and not is_plural(context, speaker.head)
    return noun and speaker.name.startswith(NOBODY_NAMED)


def _is_introduced(context: QuoteContext, head: int) -> bool:
    """Whether an article, a number or an owner stands before a noun."""
    parsed = context.parsed
    told = any(parsed.pos[c] in {"DET", "NUM"} for c in parsed.children[head] if c < head)
    return told or possessor_of(parsed, head) is not None


def _may_be_told_of(context: QuoteContext, speaker: Speaker, named: Speaker) -> bool:
    """Whether a noun may tell more of the name before it: a comma stands between, and an apposition or an owner."""
    parsed = context.parsed
    if not _is_calling(context, speaker) or not 0 <= named.head < speaker.head:
        return False
    comma = parsed.words[named.head + 1] == ","
    apposition = any(named.head < c < speaker.head for c in dependents(parsed, named.head, roles.APPOSITIONS))
    return comma and (apposition or possessor_of(parsed, speaker.head) is not None)
