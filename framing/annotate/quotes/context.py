"""The parsed article with its mentions by head and its quotation marks, and candidates: what quote finding shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from framing.model import Actor, ActorKind, Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.verbs import ReportVerbs
from framing.syntax.mentions import MentionIndex
from framing.syntax.quotation_marks import QuotedSpan, find_quoted_tokens
from framing.syntax.roles import CONJUNCTS, joined_subject
from framing.syntax.tree import Range

OPENING = {"[": "]", "(": ")"}
CLOSING = {close: opening for opening, close in OPENING.items()}


class Title(NamedTuple):
    """The title of a source: its words, the noun in it, and the body whose it is."""

    words: str = ""
    noun: int = -1
    body: str = ""


Beside = tuple[frozenset[str], frozenset[str]]  # the forms of a noun, and all words that tell something with it


class QuoteContext(NamedTuple):
    """An article ready for quote finding; `inside[token]` is the number of the outermost marks around it, or -1."""

    parsed: Parsed
    verbs: ReportVerbs
    people: ActorWords
    mentions: dict[int, tuple[Mention, ...]]  # by head token
    heads: dict[str, tuple[int, ...]]  # actor -> head tokens of its mentions
    persons: frozenset[int]  # heads of mentions of persons
    quoted: tuple[QuotedSpan, ...]  # outermost stretches in quotation marks
    ranges: tuple[Range, ...]  # their words, marks left out; (0, -1) when they hold none
    inside: tuple[int, ...]
    joints: tuple[int, ...]  # conjunctions after which another clause begins, though the parse says otherwise
    lemmas: tuple[str, ...]  # those of the parse, with the forms that it misreads put right
    proper: tuple[int, ...]  # tokens that are parts of names
    kinds: dict[int, ActorKind | None]  # what kind of somebody a noun tells, by token, as far as it was asked
    beside: dict[int, list[Beside]]  # what stands beside a name, by its head, as far as it was asked
    titles: dict[int, tuple[Title, ...]]  # at one mention, by its head, as far as they were asked


class Candidate(NamedTuple):
    """A content that a cue may attribute to a source; `head` is the head token of the source."""

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    head: int | None
    pattern: str
    lemma: str = ""
    stance: str = "neutral"
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    end: int = -1  # last token of what the outlet adds behind the content, left out

    @property
    def first(self) -> int:
        """First token of the content."""
        return self.content[0][0]

    @property
    def last(self) -> int:
        """Last token of the content."""
        return self.content[-1][1]

    @property
    def tokens(self) -> list[int]:
        """Every token of the content."""
        return [token for first, last in self.content for token in range(first, last + 1)]


def build_context(
    parsed: Parsed, mentions: Iterable[Mention], actors: Iterable[Actor], verbs: ReportVerbs, people: ActorWords
) -> QuoteContext:
    """The article with its marks and with its mentions by head token."""
    quoted, ranges, inside = find_quoted_tokens(parsed)
    lemmas = tuple(map(verbs.misread.get, parsed.lowers, parsed.lemmas)) if verbs.misread else parsed.lemmas
    heads = (joined_subject(parsed, token) for token, dep in enumerate(parsed.deps) if dep in CONJUNCTS)
    joints = tuple(parsed.lefts[head] - 1 for head in heads if head is not None)
    ids = {actor.id for actor in actors if actor.nature == "person"}
    index = MentionIndex(parsed, mentions)
    persons = frozenset(head for head, found in index.by_head.items() if found[0].actor in ids)
    return QuoteContext(
        parsed,
        verbs,
        people,
        index.by_head,
        index.heads_of,
        persons,
        quoted,
        ranges,
        inside,
        joints,
        lemmas,
        tuple(token for token, pos in enumerate(parsed.pos) if pos == "PROPN"),
        {},
        {},
        {},
    )


def marks_in(context: QuoteContext, candidate: Candidate) -> set[int]:
    """The numbers of the marks around the tokens of a content, -1 among them where some stand in none."""
    return {number for first, last in candidate.content for number in context.inside[first : last + 1]}


def can_speak(context: QuoteContext, head: int) -> bool:
    """Whether a noun names somebody or something that speaks."""
    parsed = context.parsed
    if parsed.pos[head] in {"PROPN", "PRON"} or head in context.mentions:
        return parsed.lowers[head] not in context.verbs.rules.impersonal_pronouns
    return context.lemmas[head] in context.verbs.speakers


def without(ranges: Iterable[Range], hole: Range | None) -> Iterator[Range]:
    """The ranges with the tokens of `hole` cut out."""
    for first, last in ranges:
        if hole is None or hole[1] < first or hole[0] > last:
            yield first, last
            continue
        if first < hole[0]:
            yield first, hole[0] - 1
        if hole[1] < last:
            yield hole[1] + 1, last


def strip_punctuation(parsed: Parsed, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges without punctuation and bare conjunctions at their edges; empty ones are dropped."""
    found = []
    for first, last in ranges:
        while first <= last and parsed.pos[first] in {"PUNCT", "SPACE"} and not _is_bracket(parsed, first, last, 1):
            first += 1
        while first <= last and (parsed.pos[last] in {"PUNCT", "SPACE"} or parsed.deps[last] == "cc"):
            if _is_bracket(parsed, last, first, -1):
                break
            last -= 1
        if first <= last:
            found.append((first, last))
    return tuple(found)


def _is_bracket(parsed: Parsed, edge: int, other: int, step: int) -> bool:
    """Whether a bracket at one edge of a range has its partner before the other edge: "[W]e urge", "to [the mayor]"."""
    partner = (OPENING if step > 0 else CLOSING).get(parsed.words[edge])
    return partner is not None and any(partner in parsed.words[t] for t in range(edge + step, other + step, step))


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, touching and overlapping ones joined."""
    found: list[Range] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def clipped(first: int, last: int, joints: Iterable[int]) -> Range:
    """The range, ended before a conjunction that opens another clause."""
    for joint in joints:
        if first < joint <= last:
            return first, joint - 1
    return first, last


def words_in(ranges: Iterable[Range]) -> int:
    """Number of tokens in the ranges."""
    return sum(last - first + 1 for first, last in ranges)


def shared(one: Iterable[Range], other: Iterable[Range]) -> int:
    """Number of tokens that both hold."""
    other = tuple(other)
    return sum(max(0, min(b, d) - max(a, c) + 1) for a, b in one for c, d in other)


def crosses(one: Iterable[Range], other: Iterable[Range]) -> bool:
    """Whether two contents share tokens though neither lies inside the other."""
    one, other = tuple(one), tuple(other)
    common = shared(one, other)
    return 0 < common < min(words_in(one), words_in(other))


def extend_content(chosen: list[Candidate], place: int, words: Range, reason: str) -> list[Candidate]:
    """The candidates with more words for one of them and for those that hold it; unchanged where that would cross."""
    old = chosen[place].content
    found = list(chosen)
    whole = words_in(old)
    for number, other in enumerate(chosen):
        apart = other.last < old[0][0] or old[-1][1] < other.first
        if number == place or (not apart and shared(other.content, old) == whole):
            more = without(without(merged([*other.content, words]), other.cue), other.source)
            found[number] = other._replace(content=tuple(more), reasons=(*other.reasons, reason))
    for one in (one for one, before in zip(found, chosen, strict=True) if one is not before):
        near = (other for other in found if other.first <= one.last and one.first <= other.last)
        if any(crosses(one.content, other.content) for other in near):
            return chosen
    return found
