"""Candidates from cues that are not verbs: nouns ("the claim that"), adjectives ("is sure that"), "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext, without
from framing.annotate.quotes.narrated import with_joined_infinitives
from framing.annotate.quotes.remarks import without_remark
from framing.grouping import group_by
from framing.model import Parsed
from framing.syntax.roles import (
    CONTENT_CLAUSES,
    RELATIVE_CLAUSES,
    SUBJECT,
    by_phrase,
    object_of,
    prepositions,
    subject_of,
)
from framing.syntax.shapes import after_dateline
from framing.syntax.tree import FINITE, Range, noun_phrase_of

FROM = frozenset({"by", "from"})
SOURCES = frozenset({"in", "to", "by"})  # before a survey or a view: "in a poll", "to her mind"
HEAR = "hear"
OPENINGS = SOURCES | {HEAR}
OBJECTED = frozenset(
    {"at", "by", "against", "off", "aside", "over", "after", "before", "amid", "amidst", "despite", "since", "until"}
)  # "took offense at suggestions that …", "had a bad year after claims that …": others'
MAX_CLAUSE = 120


def nominal_candidates(context: QuoteContext) -> Iterator[Candidate]:
    """Every content that a noun, an adjective or a phrase may attribute."""
    parsed, verbs, starts = context.parsed, context.verbs, group_by(context.verbs.phrases, lambda phrase: phrase[0][0])
    openings = starts.keys() | verbs.adjectives.keys() | OPENINGS
    lemmas = context.lemmas
    likely = [t for t, lower in enumerate(parsed.lowers) if lower in openings or lemmas[t] in verbs.nouns]
    for token in likely:
        lower, pos = parsed.lowers[token], parsed.pos[token]
        if pos == "NOUN" and context.lemmas[token] in verbs.nouns:
            yield from _of_noun(context, token)
        elif (pos in {"ADJ", "VERB"}) and lower in verbs.adjectives:
            yield from _of_adjective(context, token)
        if lower in SOURCES and pos == "ADP":
            yield from _of_survey(context, token)
            yield from _of_view(context, token)
        if lower == HEAR:
            yield from _of_tale(context, token)
        for words, stance in starts.get(lower, ()):
            if parsed.lowers[token : token + len(words)] == words:
                yield from _of_phrase(context, token, len(words), stance)
                break


def _of_survey(context: QuoteContext, preposition: int) -> Iterator[Candidate]:
    """ "In a new poll, half of all voters …": the clause is what the poll says."""
    parsed = context.parsed
    thing = parsed.child(preposition, "pobj")
    if thing is None or context.lemmas[thing] not in context.verbs.surveys:
        return
    opens = preposition == parsed.sentences[parsed.sentence_of[preposition]][0]
    after = parsed.rights[preposition] + 1
    if opens and after < len(parsed) and parsed.words[after] == ",":
        yield from _of_phrase(context, preposition, 1, "neutral")


def _of_tale(context: QuoteContext, hear: int) -> Iterator[Candidate]:
    """ "To hear X tell it, the referee was blind": the clause is what X tells."""
    parsed = context.parsed
    tell = parsed.child(hear, *CONTENT_CLAUSES)
    head = None if tell is None else parsed.child(tell, *SUBJECT)
    main = parsed.heads[hear]
    if tell is None or head is None or context.lemmas[tell] != "tell" or main < tell or parsed.lowers[hear - 1] != "to":
        return
    last = parsed.rights[hear]
    end = parsed.sentences[parsed.sentence_of[hear]][1]
    if parsed.words[last + 1 : last + 2] == (",",) and last + 3 < end:
        source = noun_phrase_of(parsed, head, keep_out=((tell, tell),))
        yield Candidate(((last + 2, end - 2),), (tell, tell), source, head, "phrase", "tell", "neutral")


def _of_view(context: QuoteContext, preposition: int) -> Iterator[Candidate]:
    """ "In his view, the council had been bought", "by X's own account": the sentence is what its owner thinks."""
    parsed = context.parsed
    thing = parsed.child(preposition, "pobj")
    owner = None if thing is None else parsed.child(thing, "poss")
    if thing is None or owner is None or context.lemmas[thing] not in context.verbs.rules.view_nouns:
        return
    start, end = parsed.sentences[parsed.sentence_of[preposition]]
    last = parsed.rights[thing]
    opens, closes = preposition == start, last + 2 >= end
    between = not opens and not closes and last + 2 < end and parsed.tags[last + 2] in FINITE
    set_off = (opens or parsed.words[preposition - 1] == ",") and (closes or parsed.words[last + 1] == ",")
    set_off = set_off and (opens or closes or between)
    if set_off and context.inside[preposition] < 0:
        closing = end - 2 if parsed.pos[end - 1] == "PUNCT" else end - 1
        pieces = tuple(without([(after_dateline(parsed, start, preposition), closing)], (preposition, last)))
        source = noun_phrase_of(parsed, owner, keep_out=((thing, last),))
        yield Candidate(pieces, (thing, thing), source, owner, "phrase", context.lemmas[thing], "neutral")


def _of_noun(context: QuoteContext, noun: int) -> Iterator[Candidate]:
    """ "X's claim that …", "fears of …", "expressed concern about …"."""
    parsed = context.parsed
    content, pattern = _noun_content(parsed, noun, context.verbs.rules.topic_prepositions)
    if content is None:
        content, pattern = _after_link(parsed, noun)
    if content is None or (pattern != "that" and f"{context.lemmas[noun]} {pattern}" not in context.verbs.nouns_with):
        return
    head, cue = _noun_source(context, noun)
    source = None if head is None else noun_phrase_of(parsed, head, keep_out=(cue, content))
    ended = content if pattern == "about" else without_remark(context, cue[0], content, source)
    pieces = tuple(without(without([ended], cue), source))
    lemma = context.lemmas[noun]
    yield Candidate(pieces, cue, source, head, f"noun {pattern}", lemma, context.verbs.nouns[lemma], end=content[1])


def _noun_content(parsed: Parsed, noun: int, about: frozenset[str]) -> tuple[Range | None, str]:
    """The clause or phrase that says what the noun is about, and its construction."""
    for child in parsed.children[noun]:
        if child < noun:
            continue
        first = parsed.lowers[parsed.lefts[child]]
        if (
            parsed.deps[child] in {"acl", "ccomp", "relcl"}
            and first == "that"
            and parsed.child(child, "nsubj", "nsubjpass", "expl") != parsed.lefts[child]
        ):
            return (parsed.lefts[child], parsed.rights[child]), "that"
        if parsed.deps[child] == "acl" and any(parsed.tags[c] == "TO" for c in parsed.children[child]):
            last = with_joined_infinitives(parsed, parsed.heads[noun], child, parsed.rights[child])
            return (parsed.lefts[child], last), "to"
        if parsed.deps[child] == "prep" and parsed.lowers[child] in about:
            inner = parsed.child(child, "pobj", "pcomp")
            if inner is not None:
                return (parsed.lefts[inner], parsed.rights[child]), "about"
    return None, ""


def _after_link(parsed: Parsed, noun: int) -> tuple[Range | None, str]:
    """The clause behind "is" ("her answer was that …")."""
    link = parsed.heads[noun]
    if parsed.deps[noun] == "nsubj" and parsed.pos[link] == "AUX" and parsed.lowers[link] in {"is", "was"}:
        clause = parsed.child(link, "ccomp")
        if clause is not None and clause > link:
            return (parsed.lefts[clause], parsed.rights[clause]), "that"
    return None, ""


def _noun_source(context: QuoteContext, noun: int) -> tuple[int | None, Range]:
    """Head of whoever holds the claim, and the cue with the verb that carries it."""
    parsed = context.parsed
    owner = parsed.child(noun, "poss")
    if owner is not None:
        return owner, (noun, noun)
    origins = prepositions(parsed, noun, FROM)
    if origins:
        return object_of(parsed, origins[0]), (noun, noun)
    verb = parsed.heads[noun]
    if parsed.deps[noun] == "nsubjpass" and context.lemmas[verb] in context.verbs.carriers:
        return by_phrase(parsed, verb), (noun, noun)  # "the claim that … was made by X"
    if parsed.deps[noun] == "pobj":
        if parsed.lowers[verb] in OBJECTED:
            return None, (noun, noun)
        verb = parsed.heads[verb]
    if verb != noun and context.lemmas[verb] in context.verbs.carriers and verb < noun:
        return subject_of(parsed, verb), (verb, noun)
    return None, (noun, noun)


def _of_adjective(context: QuoteContext, adjective: int) -> Iterator[Candidate]:
    """ "is confident that …", "was critical of …"."""
    parsed = context.parsed
    link = parsed.heads[adjective]
    if (
        parsed.deps[adjective] in {"acomp", "attr", "oprd", "xcomp"}
        and context.lemmas[link] in context.verbs.rules.link_verbs
    ):
        head, cue = subject_of(parsed, link), (min(link, adjective), max(link, adjective))
    elif parsed.pos[adjective] == "VERB" and parsed.child(adjective, "auxpass") is not None:
        head, cue = parsed.child(adjective, "nsubjpass"), (adjective, adjective)
    else:
        return
    content = _adjective_content(parsed, adjective, link, context.verbs.rules.topic_prepositions)
    if content is None:
        return
    source = None if head is None else noun_phrase_of(parsed, head, keep_out=(cue, content[0]))
    word = parsed.lowers[adjective]
    pieces = tuple(without(without([content[0]], cue), source))
    yield Candidate(pieces, cue, source, head, f"adjective {content[1]}", word, context.verbs.adjectives[word])


def _adjective_content(parsed: Parsed, adjective: int, link: int, about: frozenset[str]) -> tuple[Range, str] | None:
    """The clause or phrase after the adjective, and its construction."""
    for child in (*parsed.children[adjective], *parsed.children[link]):
        if child <= adjective:
            continue
        dep, first = parsed.deps[child], parsed.lefts[child]
        if dep == "ccomp":
            return (first, parsed.rights[child]), "that"
        if dep == "xcomp" and parsed.heads[child] == adjective:
            return (first, parsed.rights[child]), "to"
        if dep == "prep" and parsed.heads[child] == adjective and parsed.lowers[child] in about:
            inner = parsed.child(child, "pobj", "pcomp")
            if inner is not None:
                return (parsed.lefts[inner], parsed.rights[child]), "about"
    return None


def _past_name(parsed: Parsed, last: int) -> int:
    """Last token of a source with the name behind its role: "according to the head of X, [NAME,]"."""
    if last + 2 >= len(parsed) or parsed.words[last + 1] != ",":
        return last
    end = last + 2
    while end < len(parsed) and parsed.pos[end] == "PROPN":
        end += 1
    named = end > last + 3 and end < len(parsed) and parsed.words[end] in {",", "."}
    return end - 1 if named else last


def _of_phrase(context: QuoteContext, first: int, length: int, stance: str) -> Iterator[Candidate]:
    """ "According to X, …": the clause is content, whoever follows the phrase speaks."""
    parsed = context.parsed
    last = first + length - 1
    head = parsed.child(last, "pobj") or parsed.child(first, "pobj")
    if head is None or head <= last:
        return
    source = noun_phrase_of(parsed, head)
    top = first
    for ancestor in parsed.ancestors(first):
        top = ancestor
        if parsed.pos[ancestor] in {"VERB", "AUX"} and (ancestor > first or context.inside[ancestor] < 0):
            break  # “…,” [X said], according to Y
    if top == first:
        return
    low, high = parsed.lefts[top], parsed.rights[top]
    start, end = parsed.sentences[parsed.sentence_of[first]]
    closes = parsed.pos[first - 1] == "PUNCT" or _past_name(parsed, parsed.rights[head]) + 2 >= end
    if (
        closes
        and low > start
        and not _reports_before(context, start, low)
        or parsed.deps[top] == "ROOT"
        and parsed.pos[first - 1] == "PUNCT"
    ):
        low = after_dateline(parsed, start, first)
    hole = (first, _past_name(parsed, max(parsed.rights[head], last)))
    pieces = tuple(without([(low, min(high, low + MAX_CLAUSE))], hole))
    if len(pieces) > 1 and not _has_verb(parsed, pieces[-1]):
        pieces = pieces[:-1]  # "…, according to X, a former aide, referring to Y"
    words = " ".join(parsed.lowers[first : last + 1])
    yield Candidate(pieces, (first, last), source, head, "phrase", words, stance)


def _has_verb(parsed: Parsed, words: Range) -> bool:
    """Whether a finite verb stands in a stretch, outside relative clauses, or nothing but a full stop."""
    stretch = range(words[0], words[1] + 1)
    finite = (t for t in stretch if parsed.tags[t] in FINITE)
    main = any({parsed.deps[t], parsed.deps[parsed.heads[t]]}.isdisjoint(RELATIVE_CLAUSES) for t in finite)
    return main or all(parsed.pos[t] == "PUNCT" for t in stretch)


def _reports_before(context: QuoteContext, start: int, end: int) -> bool:
    """Whether somebody else is reported in the words from `start` up to `end`, or stands in marks there."""
    parsed, verbs = context.parsed, context.verbs
    return any(
        context.inside[t] >= 0 or (parsed.pos[t] == "VERB" and verbs.takes(context.lemmas[t], "that"))
        for t in range(start, end)
    )
