"""Candidates from blocks of speech without marks: interviews, transcripts, voices from the street, printed texts.

A line that opens with a label and a colon is a turn; the lines up to the next turn belong to it. What the outlet asks
is its own. Source: Heritage & Clayman 2010, Talk in Action (turns of news interviews).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.model import Span
from framing.syntax.roles import SUBJECTS, possessor_of
from framing.syntax.shapes import find_paragraphs
from framing.syntax.tree import Range, noun_phrase_of

LABEL = re.compile(
    r"\s*(?:[“\"]|>+|\[\d{1,2}:\d\d(?::\d\d)?\])*\s*"
    r"(?:(?P<letter>[QA])[.:]|(?P<name>[^\W\d_][\w.’'-]*(?:[ \t]+[\w.’'-]+){0,4}?)"
    r"(?P<note>\s*\([^)\n]{1,40}\)|,\s*\d{1,3}\b[^:\n]{0,30})?\s*:)\s+(?=\S)"
)
APART = 4  # lines that a turn may hold
LEAST = 2  # turns of a block
PRINTED = re.compile(
    r"\b(?:in full|unabridged|verbatim|reads as follows|in (?:her|his|their) own words|word for word)\b|:\s*$",
    re.IGNORECASE,
)
FIRST_PERSON = frozenset({"i", "my", "me", "we", "our", "us"})
SECOND = frozenset({"you", "your"})
OWN = frozenset({"i", "our", "us"})
DATED = re.compile(r"\s*\d{1,2} [A-Z][a-z]+\.")
OPENING = re.compile(r"\s*[“\"„«‘'\-–—•*·▪◦‣]")


class Turn(NamedTuple):
    """A line that somebody speaks: its number, its label, and the first token of what is said."""

    line: int
    label: str
    noted: bool  # an age, a trade, a party or a room stands behind the name
    name: Range
    first: int


def block_candidates(context: QuoteContext) -> Iterator[Candidate]:
    """What is said in turns, and in texts that the article prints in full."""
    lines = find_paragraphs(context.parsed)
    turns = find_turns(context, lines)
    yield from _of_turns(context, lines, turns)
    if not turns:
        yield from _of_questions(context, lines)
    yield from _of_printed(context, lines, {turn.line for turn in turns})


def find_turns(context: QuoteContext, lines: list[Range]) -> list[Turn]:
    """The turns of an article: none where labels are no speakers ("Price: 3", "Photo: X")."""
    text, found = context.parsed.article.text, []
    for number, (first, last) in enumerate(lines):
        match = LABEL.match(text, context.parsed.starts[first])
        if match is None or match.end() >= context.parsed.ends[last]:
            continue
        group = "letter" if match["letter"] else "name"
        name = context.parsed.tokens_in(Span(*match.span(group)))
        after = context.parsed.tokens_in(Span(match.end(), context.parsed.ends[last])).start
        if match["letter"] or _may_speak(context, match["name"]):
            label = (match["letter"] or match["name"]).removeprefix("THE ").lower()
            found.append(Turn(number, label, bool(match["note"]), (name.start, name.stop - 1), after))
    if len(found) > 1 and not found[0].line and found[1].line > 1:
        found.pop(0)  # a headline: "Kolb: the dam is safe"
    headings = sum(_is_heading(context, lines, one, after) for one, after in pairwise([*found, None]) if one)
    return found if 2 * headings < len(found) and _is_talk(context, lines, found) else []


def _is_heading(context: QuoteContext, lines: list[Range], turn: Turn, after: Turn | None) -> bool:
    """Whether a label stands over a paragraph about whom it names: "Kolb: Keep it close. If Kolb wins, she …"."""
    below = lines[min(len(lines), turn.line + APART) - 1 if after is None else after.line - 1][1]
    named = context.parsed.words[turn.name[1]].title() in context.parsed.words[turn.first : below + 1]
    return named and not _says_i(context, (turn.first, below))


def _may_speak(context: QuoteContext, label: str) -> bool:
    """Whether a label is written as a name is, every word with a capital, and tells of no text or picture."""
    last = label.split()[-1].lower()
    kinds = {context.verbs.speakers.get(word) for word in (last, last.removesuffix("s"))}
    return (
        "evidence" not in kinds
        and last not in context.verbs.rules.rubrics
        and all(word[:1].isupper() or word in {"of", "the"} for word in label.split())
    )


def _is_talk(context: QuoteContext, lines: list[Range], turns: list[Turn]) -> bool:
    """Whether labels take turns: several speakers of whom one speaks again, asks, or is known, without gaps."""
    labels = Counter(turn.label for turn in turns)
    if len(turns) < LEAST or any(b.line - a.line > APART for a, b in zip(turns, turns[1:], strict=False)):
        return False
    known = [turn for turn in turns if turn.label in {"q", "a"} or turn.noted or _is_known(context, turn)]
    asks = any("?" in context.parsed.words[turn.first : lines[turn.line][1] + 1] for turn in turns)
    again = max(labels.values()) > 1 and len(labels) > 1
    return len(known) == len(turns) or (bool(known) and len(labels) > 1) or (again and asks)


def _is_known(context: QuoteContext, turn: Turn) -> bool:
    """Whether a label names a person, or is a noun of somebody who speaks ("THE CHAIR", "Caller")."""
    tokens, word = range(turn.name[0], turn.name[1] + 1), context.parsed.lowers[turn.name[1]]
    capitals = context.parsed.words[turn.name[1]].isupper()
    kind = context.verbs.speakers.get(word)
    if kind is not None:
        return kind not in {"evidence", "organisation", "unnamed"}
    return any(t in context.persons for t in tokens) or (capitals and word not in context.parsed.words)


def _of_turns(context: QuoteContext, lines: list[Range], turns: list[Turn]) -> Iterator[Candidate]:
    """What is said in each turn that is not the outlet's."""
    asking = _interviewers(context, lines, turns)
    for turn, after in zip(turns, [*turns[1:], None], strict=False):
        if turn.label in asking:
            continue
        last = lines[turn.line][1]
        for line in lines[turn.line + 1 : turn.line + APART if after is None else after.line]:
            if after is None and not _says_i(context, line):
                break
            last = line[1]
        head = _answering(context, turns[0].name[0]) if turn.label == "a" else turn.name[1]
        cue = (turn.first - 1, turn.first - 1)
        source = None if head is None else turn.name
        yield Candidate(((turn.first, last),), cue, source, head, "turn", ":")


def _of_questions(context: QuoteContext, lines: list[Range]) -> Iterator[Candidate]:
    """What is answered to the outlet's questions, each a paragraph of its own that says "you", without labels."""
    parsed = context.parsed
    asked = [n for n, line in enumerate(lines) if n and parsed.words[line[1]] == "?" and _says(context, line, SECOND)]
    blocks = [lines[n + 1 : after] for n, after in pairwise([*asked, len(lines)])]
    blocks = [block[:APART] if block is not blocks[-1] else block[:1] for block in blocks]
    if len(asked) < LEAST or not all(block and _says_i(context, block[0]) for block in blocks):
        return
    head = _answering(context, lines[asked[0]][1])
    source = None if head is None else noun_phrase_of(parsed, head)
    for block in blocks:
        yield Candidate(((block[0][0], block[-1][1]),), None, source, head, "turn", ":")


def _says_i(context: QuoteContext, line: Range) -> bool:
    """Whether a line speaks in the first person, outside marks."""
    return _says(context, line, FIRST_PERSON)


def _says(context: QuoteContext, line: Range, words: frozenset[str]) -> bool:
    """Whether one of the words stands in a line, outside marks."""
    return any(context.inside[t] < 0 and context.parsed.lowers[t] in words for t in range(line[0], line[1] + 1))


def says_of_oneself(context: QuoteContext, candidate: Candidate, blocks: list[Candidate]) -> bool:
    """Whether somebody in a block of speech tells what she herself says or thinks ("I thought that …"): nothing new."""
    own = candidate.head is not None and context.parsed.lowers[candidate.head] in FIRST_PERSON
    return own and any(block.first <= candidate.first <= block.last for block in blocks)


def _interviewers(context: QuoteContext, lines: list[Range], turns: list[Turn]) -> set[str]:
    """Labels of the outlet itself: Q, its own name, or somebody unknown who mostly asks."""
    found = {"q"}
    source = context.parsed.article.source.lower()
    for label in {turn.label for turn in turns}:
        mine = [turn for turn in turns if turn.label == label]
        asked = sum("?" in context.parsed.words[turn.first : lines[turn.line][1] + 1] for turn in mine)
        named = any(t in context.persons for turn in mine for t in range(turn.name[0], turn.name[1] + 1))
        office = any(turn.noted for turn in mine) or label in context.verbs.speakers or " " in label or named
        if (len(label) > 1 and label in source) or (not office and 2 * asked >= len(mine) and turns[0].label == label):
            found.add(label)
    return found


def _answering(context: QuoteContext, first: int) -> int | None:
    """Head of the person most often named before the first turn, who answers in it."""
    heads = [head for head in context.mentions if head < first and head in context.persons]
    counted = Counter(context.mentions[head][0].actor for head in heads)
    return next((h for h in heads if context.mentions[h][0].actor == counted.most_common(1)[0][0]), None)


def _of_printed(context: QuoteContext, lines: list[Range], turns: set[int]) -> Iterator[Candidate]:
    """The paragraphs behind a sentence that says that somebody's words follow: as long as they say "I" and "we"."""
    parsed, text = context.parsed, context.parsed.article.text
    taken = -1
    for number in range(len(lines) - 1):
        opener = (
            max(lines[number][0], parsed.sentences[parsed.sentence_of[lines[number][1] - 1]][0]),
            lines[number][1] + 1,
        )
        if number <= taken or number in turns or number + 1 in turns or not _prints(context, opener):
            continue
        block: list[Range] = []
        for line in lines[number + 1 :]:
            words = parsed.article.read(parsed.span(*line))
            goes_on = _says_i(context, line) or DATED.match(words) or (not block and words.endswith((".", "!", "?")))
            if OPENING.match(words) or not goes_on:
                break
            block.append(line)
        spoken = number > 0 and any(_says_i(context, line) for line in block)
        colon = text[parsed.ends[opener[1] - 1] - 1] == ":"
        if block and (spoken or colon):
            taken = number + len(block)
            head = _writer(context, opener)
            source = None if head is None else noun_phrase_of(parsed, head)
            cue = (opener[1] - 1, opener[1] - 1)
            yield Candidate(((block[0][0], block[-1][1]),), cue, source, head, "printed", ":")


def _prints(context: QuoteContext, sentence: Range) -> bool:
    """Whether a sentence says that a text follows: it names one, or says "wrote", with a colon or "in full"."""
    parsed, rules = context.parsed, context.verbs.rules
    first, end = sentence
    if first >= end or context.inside[end - 1] >= 0 or parsed.lowers[first] == "we":
        return False
    if not OWN.isdisjoint(parsed.lowers[first:end]):
        return False
    verbs = (t for t in range(first, end) if parsed.lemmas[t] in rules.saying_verbs)
    text = not rules.text_nouns.isdisjoint(parsed.lemma_lowers[first:end])
    told = text or any(parsed.child(t, *SUBJECTS) is not None for t in verbs)
    return told and PRINTED.search(parsed.article.read(parsed.span(first, end - 1))) is not None


def _writer(context: QuoteContext, sentence: Range) -> int | None:
    """Head of whoever's words follow: the owner of the text, or the subject of the sentence when it can speak."""
    parsed, rules = context.parsed, context.verbs.rules
    tokens = range(*sentence)
    for token in tokens:
        owner = possessor_of(parsed, token) if parsed.lemma_lowers[token] in rules.text_nouns else None
        if owner is not None:
            return owner
    subjects = [t for t in tokens if parsed.deps[t] in SUBJECTS and parsed.lowers[t] not in {"which", "we", "it"}]
    named = [t for t in tokens if t in context.persons]
    return next(iter([*subjects, *named]), None)
