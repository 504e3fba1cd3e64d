"""Words in quotation marks: pairs of marks, found in the text alone.

Curly, straight, low-high and angled double marks, doubled single marks (''so''), and single marks that are not
apostrophes. A mark left open ends with its paragraph, and is taken up again by a paragraph that opens with a
mark, or by all paragraphs up to a closing mark that has no partner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from framing.model import Parsed, Span

_SINGLE = r"(?:(?![^\W_])|(?<![^\W_].))"  # behind a single mark: it is no apostrophe inside a word
MARK = re.compile(rf"'(?=''(?!'))|''|``|“|”|„|«|»|\"|‘{_SINGLE}|’{_SINGLE}|'{_SINGLE}")
DOUBLE = re.compile(r"''|``|[“”„«»\"]")
LONGEST = 8  # paragraphs behind an open mark in which its closing mark is looked for
OPENERS, CLOSERS = frozenset("“„«‟") | {"``"}, frozenset("”»")
LEFT, RIGHT = frozenset({"“", "«", "``"}), frozenset({"”", "»", "''"})  # as the parser cuts them off words
CONTRACTED = re.compile(r"(?:\d0s\b|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b|bout\b)", re.IGNORECASE)


class QuotedSpan(NamedTuple):
    """Words in quotation marks: code points from `start` (the opening mark) to `end` (after the closing mark)."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False
    depth: int = 0  # 0 for outermost marks
    resumes: bool = False  # takes up the marks that the paragraph before left open


class QuotedTokens(NamedTuple):
    """The outermost quotation marks of an article over its tokens."""

    spans: tuple[QuotedSpan, ...]
    ranges: tuple[tuple[int, int], ...]  # first and last token inside each span's marks; (0, -1) when it holds none
    inside: tuple[int, ...]  # for each token the number of the span around it, or -1


class _Open(NamedTuple):
    """A mark that waits for its partner."""

    start: int
    inner: int
    single: bool


@lru_cache(maxsize=8)
def find_quotation_marks(text: str) -> tuple[QuotedSpan, ...]:
    """Every stretch in quotation marks, in order of its start; inner ones have `depth` > 0. Never raises."""
    found: list[QuotedSpan] = []
    waiting = False  # the paragraph before left its marks open
    between: list[tuple[int, int]] | None = None  # paragraphs without marks behind one that left its marks open
    place = 0
    for paragraph in text.split("\n"):
        if paragraph.strip():
            pairs = _pair(text, place, place + len(paragraph))
            taken = between is not None and len(between) < LONGEST
            stray = _stray(text, place, place + len(paragraph)) if taken else None
            if between is not None and stray is not None:
                found += (_taken_up(text, start, end) for start, end in between)
                found.append(_taken_up(text, place, stray.start())._replace(end=stray.end(), closed=True))
                pairs = [pair for pair in pairs if pair.end <= stray.start() or pair.start >= stray.end()]
            if waiting and pairs and not text[place : pairs[0].start].strip() and not pairs[0].single:
                pairs[0] = pairs[0]._replace(resumes=True)
            found += pairs
            waiting = any(not pair.closed for pair in pairs)
            if waiting:
                between = []
            elif between is not None and DOUBLE.search(paragraph) is None:
                between.append((place, place + len(paragraph)))
            else:
                between = None
        place += len(paragraph) + 1
    return tuple(_levelled(found))


def find_quoted_tokens(parsed: Parsed) -> QuotedTokens:
    """The outermost quotation marks of an article, with the tokens between them."""
    spans = tuple(pair for pair in find_quotation_marks(parsed.article.text) if pair.depth == 0)
    inside = [-1] * len(parsed)
    ranges = []
    for number, pair in enumerate(spans):
        tokens = parsed.tokens_in(Span(pair.inner_start, pair.inner_end))
        ranges.append((tokens.start, tokens.stop - 1))
        for token in tokens:
            inside[token] = number
    return QuotedTokens(spans, tuple(ranges), tuple(inside))


def flag_double_quoted(parsed: Parsed) -> list[bool]:
    """For each token of an article, whether double marks stand around it; a mark left open ends with its paragraph.

    Pronouns are resolved by this plain toggle: it keeps names apart from pronouns in texts whose marks do not pair up.
    """
    breaks = {bisect_left(parsed.starts, newline.start()) for newline in re.finditer("\n", parsed.article.text)}
    return flag_quoted_words(parsed.words, breaks)


def flag_quoted_words(words: Sequence[str], breaks: Container[int] = (), *, backwards: bool = False) -> list[bool]:
    """For each word, whether the double marks read so far are open; the places in `breaks` close them.

    `backwards`: a closing mark without an opening one has stood open from the start, as in the last sentence of a
    speech. The tone model was trained on single sentences read so, where no pair can be seen.
    """
    inside = False
    flags: list[bool] = []
    for place, word in enumerate(words):
        if place in breaks:
            inside = False
        if word in LEFT:
            inside = True
        elif word in RIGHT:
            if backwards and not inside and not any(flags):
                flags = [True] * place
            inside = False
        elif word == '"':
            inside = not inside
        flags.append(inside)
    return flags


def _stray(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first double mark of a paragraph when it can only close: it stands behind a word and before none."""
    first = DOUBLE.search(text, start, end)
    if first is None or first[0] in OPENERS or first.start() == start:
        return None
    before, after = text[first.start() - 1], text[first.end() : first.end() + 1]
    measure = first[0] not in CLOSERS and before.isdigit()  # 5'10"
    return None if before.isspace() or before in "(—–-" or after.isalnum() or measure else first


def _taken_up(text: str, start: int, end: int) -> QuotedSpan:
    """Words of a paragraph that go on from marks left open before it, without a mark at their start."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    return QuotedSpan(start, end, start, end, closed=False, resumes=True)


def _pair(text: str, start: int, end: int) -> list[QuotedSpan]:
    """Pairs of marks in one paragraph, outermost first."""
    stack: list[_Open] = []
    found: list[QuotedSpan] = []
    for match in MARK.finditer(text, start, end):
        role = _role(text, match, start, end, stack)
        if role == "open":
            stack.append(_Open(match.start(), match.end(), len(match[0]) == 1 and match[0] in "‘’'"))
        elif role == "close":
            single = len(match[0]) == 1 and match[0] in "’'"
            while stack and stack[-1].single != single:
                stack.pop()  # an apostrophe taken for an opening mark, or a mark that crosses
            if stack:
                opened = stack.pop()
                found.append(_quoted(text, opened, match.start(), match.end()))
    doubles = [opened for opened in stack if not opened.single]
    if doubles:  # the first mark left open holds everything up to the end of the paragraph
        found.append(_quoted(text, doubles[0], end, end)._replace(closed=False))
    return _levelled(pair for pair in found if pair.inner_start < pair.inner_end)


def _quoted(text: str, opened: _Open, inner_end: int, end: int) -> QuotedSpan:
    """A pair, its outside trimmed when the closing mark is missing."""
    if inner_end == end:
        while end > opened.inner and text[end - 1].isspace():
            end -= 1
        inner_end = end
    return QuotedSpan(opened.start, end, opened.inner, inner_end, single=opened.single)


def _levelled(pairs: Iterable[QuotedSpan]) -> list[QuotedSpan]:
    """Pairs in order, with the depth counted anew."""
    ordered = sorted(pairs, key=lambda pair: (pair.start, -pair.end))
    found: list[QuotedSpan] = []
    ends: list[int] = []
    for pair in ordered:
        while ends and ends[-1] <= pair.start:
            ends.pop()
        found.append(pair._replace(depth=len(ends)))
        ends.append(pair.end)
    return found


def _role(text: str, match: re.Match[str], start: int, end: int, stack: list[_Open]) -> str:
    """Whether a mark opens, closes or is no quotation mark ("")."""
    mark, before = match[0], text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark in {"‘", "’", "'"}:
        return _single_role(text, match, before, after, stack)
    open_double = any(not opened.single for opened in stack)
    if mark == "“" and open_double and not after.isalnum() and not before.isspace():
        return "close"  # „so“, and “so“
    if mark in OPENERS:
        return "open"
    if mark in CLOSERS:
        return "close" if open_double else _if_opening(before, after)
    if open_double:
        return "close"
    glued = before.isalpha() and after.isalpha() and text.find(mark, match.end(), end) > 0
    if glued:  # was"a disgrace"to
        return "open"
    return "" if before.isdigit() and not after.isalpha() else _if_opening(before, after)  # 5'10"


def _if_opening(before: str, after: str) -> str:
    """ "open" when a mark with nothing open before it stands where an opening mark stands."""
    return "open" if not before.isalnum() and not after.isspace() else ""


def _single_role(text: str, match: re.Match[str], before: str, after: str, stack: list[_Open]) -> str:
    """The same for a single mark, which is an apostrophe more often than not."""
    open_single = bool(stack) and stack[-1].single
    if match[0] == "‘" and not before.isalnum() and not after.isspace():
        return "" if CONTRACTED.match(text, match.end()) else "open"
    if open_single and not after.isalnum() and not before.isspace():
        return (
            ""
            if before == "s" and after == " " and text.find(match[0], match.end(), match.end() + 200) > 0
            else "close"
        )
    if match[0] == "'" and not before.isalnum() and before not in "’'" and (after.isalnum() or after in '“"$'):
        return "" if CONTRACTED.match(text, match.end()) else "open"
    return ""
