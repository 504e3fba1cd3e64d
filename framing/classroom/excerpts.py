"""Texts cut to one length at the ends of sentences, and broken into lines that are the same on paper and on screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.classroom.records import Line
from framing.text import paragraphs, sentence_ends

WIDTH = 64  # characters of a printed line
FEWEST = 150  # words; one very short text does not cut all others down to its length


def shared_length(bodies: list[str], excerpt: int) -> int:
    """Words that every text is cut to: what was asked for, or the shortest text when that is shorter."""
    shortest = min((len(body.split()) for body in bodies), default=excerpt)
    return min(excerpt, max(shortest, FEWEST))


def cut_at(text: str, opening: int, words: int, sentences: Sequence[int] = ()) -> int:
    """Where `text` is cut: the sentence end nearest to `words` words behind the first `opening` characters."""
    whole = len(text.rstrip())
    if len(text[opening:].split()) <= words:
        return whole
    ends = (end for end in sentence_ends(text, sentences) if end > opening and not _is_open(text, end))
    return min(ends, key=lambda end: abs(len(text[opening:end].split()) - words), default=whole)


def _is_open(text: str, end: int) -> bool:
    """Whether a quotation that a paragraph opens before `end` is still open there."""
    before = text[text.rfind("\n", 0, end) + 1 : end]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def break_lines(text: str, opening: int) -> tuple[Line, ...]:
    """The lines of a sheet: the headline as line 0, then the body's lines from 1, at most 64 characters each."""
    lines = [Line(0, 0, opening)] if opening else []
    number = 0
    for low, high in paragraphs(text[opening:]):
        for start, end in _wrap(text[opening + low : opening + high]):
            number += 1
            lines.append(Line(number, opening + low + start, opening + low + end))
    return tuple(lines)


def _wrap(paragraph: str) -> Iterator[tuple[int, int]]:
    """Places of the lines in a paragraph; a word longer than a line has a line of its own."""
    start = end = -1
    for word in re.finditer(r"\S+", paragraph):
        if start >= 0 and word.end() - start > WIDTH:
            yield start, end
            start = -1
        if start < 0:
            start = word.start()
        end = word.end()
    if start >= 0:
        yield start, end
