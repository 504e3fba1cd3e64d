"""Candidates from the layout: a name and a colon or a dash, headlines, quotes without a cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.annotate.quotes.building import names_speaker
from framing.annotate.quotes.context import Candidate, QuoteContext, extend_content
from framing.annotate.quotes.direct import looks_spoken
from framing.model import Parsed
from framing.syntax.roles import NOUN_MODIFIERS
from framing.syntax.shapes import before_marks, find_paragraphs, same_line
from framing.syntax.tree import DASHES, NOMINALS, Range, noun_phrase_of

LONGEST_NAME = 12  # tokens
REPEATED = 8  # words that stand twice in an article where a box repeats them
LONGEST_PERSON = 3  # tokens of a person's name in a headline
LONGEST_TITLE = 25  # tokens of a headline
THIRD = frozenset(("he", "his", "him", "she", "her"))


def line_candidates(context: QuoteContext, others: Iterable[Candidate]) -> Iterator[Candidate]:
    """Every content that the layout attributes, without a verb of speech in its sentence."""
    held = {context.inside[c.first] for c in others if c.cue is not None and context.inside[c.cue[0]] < 0} - {-1}
    for number, words in enumerate(context.ranges):
        if number not in held and words[0] <= words[1]:
            found = _verbless(context, number)
            if found is not None:
                yield found
    for line in find_paragraphs(context.parsed):
        yield from _title(context, line)


def carry_over_speaker(context: QuoteContext, chosen: list[Candidate]) -> list[Candidate]:
    """The chosen candidates with the paragraphs in marks that go on from them, without a cue of their own."""
    lines, kept = find_paragraphs(context.parsed), list(chosen)
    for before, line in zip(lines, lines[1:], strict=False):
        number = max(context.inside[token] for token in range(line[0], min(line[0] + 2, line[1] + 1)))
        if number < 0 or context.ranges[number][1] < line[1] - 1 or not looks_spoken(context, number):
            continue
        if any(_meets(candidate, line) for candidate in kept):
            continue
        places = [p for p, c in enumerate(kept) if _meets(c, before) and context.inside[c.last] >= 0]
        if places and not _stands_apart(context, number, kept[places[-1]]):
            kept = extend_content(kept, places[-1], context.ranges[number], "goes on in the next paragraph")
    return kept


def _stands_apart(context: QuoteContext, number: int, before: Candidate) -> bool:
    """Whether marks that fill a paragraph hold something else: a subheading, a box of the text, words of another.

    A subheading stands in other marks.
    """
    parsed, (first, last) = context.parsed, context.ranges[number]
    if names_speaker(context, before, (first, last)):
        return True
    if context.inside[before.first] < 0 and parsed.lowers[first] in THIRD:
        return True  # behind reported words: said of the one who was reported, as a rule
    if context.quoted[number].single != context.quoted[context.inside[before.last]].single:
        return True
    words = [parsed.lowers[t] for t in range(first, last + 1) if parsed.words[t][0].isalnum()][:REPEATED]
    rest = [low for t, low in enumerate(parsed.lowers) if not first <= t <= last and parsed.words[t][0].isalnum()]
    here = range(len(rest) - len(words) + 1)
    return len(words) == REPEATED and any(rest[at] == words[0] and rest[at : at + REPEATED] == words for at in here)


def _meets(candidate: Candidate, line: Range) -> bool:
    """Whether the content of a candidate reaches into a line."""
    return any(first <= line[1] and line[0] <= last for first, last in candidate.content)


def _verbless(context: QuoteContext, number: int) -> Candidate | None:
    """`X: "…"` and `"…" – X`: a name and a mark, no verb."""
    parsed, (first, last) = context.parsed, context.ranges[number]
    colon = before_marks(parsed, first, {":", "):"})
    if colon > 0 and parsed.words[colon].endswith(":") and same_line(parsed, colon, first):
        start = parsed.sentences[parsed.sentence_of[colon]][0]
        return _named(context, _whole_title(context, (first, last)), (start, colon - 1), colon)
    dash = last + 1
    while dash < len(parsed) and parsed.pos[dash] == "PUNCT" and parsed.words[dash] not in DASHES:
        dash += 1
    glued = dash < len(parsed) - 1 and parsed.words[dash][0] in DASHES and parsed.words[dash][1:2].isupper()
    if glued and same_line(parsed, last, dash):
        end = dash
        while end + 1 < len(parsed) and same_line(parsed, dash, end + 1):
            end += 1
        return _named(context, context.ranges[number], (dash + 1, end), dash)
    if dash < len(parsed) - 1 and parsed.words[dash] in DASHES and same_line(parsed, last, dash + 1):
        end = dash + 1
        while end + 1 < len(parsed) and same_line(parsed, dash, end + 1):
            end += 1
        return _named(context, context.ranges[number], (dash + 1, end), dash)
    return None


def _whole_title(context: QuoteContext, words: Range) -> Range:
    """Words in marks with the rest of a headline: X: 'Yes' to the plan."""
    parsed = context.parsed
    line = next(line for line in find_paragraphs(parsed) if line[0] <= words[0] <= line[1])
    title = line[1] - line[0] < LONGEST_TITLE and not _ends_sentence(parsed, line) and context.inside[line[1]] < 0
    return (words[0], line[1]) if title and parsed.pos[line[1]] != "PUNCT" else words


def _named(context: QuoteContext, content: Range, name: Range, cue: int) -> Candidate | None:
    """A candidate without a verb when the words beside a colon or a dash are a short name."""
    parsed, tokens = context.parsed, range(name[0], name[1] + 1)
    if not tokens or len(tokens) > LONGEST_NAME:
        return None
    if any(parsed.pos[t] in {"VERB", "AUX"} or context.inside[t] >= 0 for t in tokens):
        return None
    head = next((t for t in tokens if parsed.pos[t] in NOMINALS and parsed.deps[t] not in NOUN_MODIFIERS), None)
    if head is None or not _can_speak(context, head):
        return None
    source = noun_phrase_of(parsed, head, keep_out=((cue, cue), content))
    return Candidate((content,), (cue, cue), source, head, "verbless", parsed.words[cue])


def _can_speak(context: QuoteContext, head: int) -> bool:
    """Whether a noun phrase is a name or names somebody or something that speaks."""
    known = head in context.mentions or context.lemmas[head].lower() in context.verbs.speakers
    return known or context.parsed.pos[head] in {"PROPN", "PRON"}


def _title(context: QuoteContext, line: Range) -> Iterator[Candidate]:
    """Headlines: "…, says X", "…: X" and "X: …", X somebody who can speak."""
    parsed, (first, last) = context.parsed, line
    if last - first + 1 > LONGEST_TITLE or parsed.words[last] in {".", "!", "?", "”", '"'}:
        return
    for token in range(first + 1, last):
        if (
            parsed.words[token] == ","
            and _says(context, token + 1)
            and token - first > 2
            and last - token < LONGEST_NAME
        ):
            head = _ends_with_name(context, (token + 2, last))
            if head is not None and not _ends_sentence(parsed, (first, token)):
                yield _titled(context, (first, token - 1), (token + 1, token + 1), (token + 2, last), head)
        elif parsed.words[token] == ":" and context.inside[token] < 0:
            before, after = (first, token - 1), (token + 1, last)
            for name, content in ((before, after), (after, before)):
                head = _ends_with_name(context, name)
                if head is not None and content[1] - content[0] > 1 and _speaker_word(context, head, name):
                    yield _titled(context, content, (token, token), name, head)


def _titled(context: QuoteContext, content: Range, cue: Range, name: Range, head: int) -> Candidate:
    """A candidate of a headline."""
    word = context.parsed.lowers[cue[0]].removesuffix("s")
    return Candidate((content,), cue, name, head, "title line", word, context.verbs.stances.get(word, "neutral"))


def _says(context: QuoteContext, token: int) -> bool:
    """Whether a word of a headline is a verb of speech in the present or past, whatever its capitals."""
    word = context.parsed.lowers[token]
    forms = (word.removesuffix("s"), word.removesuffix("es"), context.lemmas[token].lower())
    return word != "say" and any(context.verbs.takes(form, "quote") for form in forms)


def _ends_with_name(context: QuoteContext, name: Range) -> int | None:
    """Head of a short name without verbs, or None: "[births] for families"."""
    parsed, tokens = context.parsed, range(name[0], name[1] + 1)
    if not 0 < len(tokens) <= 6 or any(parsed.pos[t] in {"VERB", "AUX", "PUNCT"} for t in tokens):
        return None
    phrase = next((t for t in tokens[1:] if parsed.pos[t] == "ADP"), tokens[-1] + 1)
    return phrase - 1 if parsed.pos[phrase - 1] in {"PROPN", "NOUN"} else None


def _speaker_word(context: QuoteContext, head: int, name: Range) -> bool:
    """Whether words are a name with its titles at most, or a noun of somebody or something that speaks."""
    parsed, tokens = context.parsed, range(name[0], name[1] + 1)
    people = [t for t in tokens if t in context.persons]
    if not people:
        names = sum(parsed.pos[t] == "PROPN" for t in tokens if t < head)
        if parsed.lowers[head] in context.verbs.rules.rubrics:
            return False
        return names < 2 and context.lemmas[head].lower() in context.verbs.speakers
    named = parsed.tokens_in(context.mentions[people[-1]][0].span)
    before = [t for t in tokens if t < named.start]
    titles = all(
        parsed.lowers[t].strip(".") in context.verbs.rules.name_titles or parsed.lowers[t] in context.verbs.speakers
        for t in before
    )
    return named.stop > name[1] and len(named) <= LONGEST_PERSON and titles


def _ends_sentence(parsed: Parsed, line: Range) -> bool:
    """Whether a full stop stands inside the range."""
    return any(parsed.words[t] in {".", "?", "!"} for t in range(line[0], line[1] + 1))
