"""Texts cut to one length at the ends of sentences, and broken into lines that are the same on paper and on screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.classroom.records import Line

WIDTH = 64  # characters of a printed line
FEWEST = 150  # words; one very short text does not cut all others down to its length
_STOP = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|U\.S|U\.K|e\.g|i\.e)\.$"
)


def shared_length(bodies: list[str], excerpt: int) -> int:
    """Words that every text is cut to: what was asked for, or the shortest text when that is shorter."""
    shortest = min((len(body.split()) for body in bodies), default=excerpt)
    return min(excerpt, max(shortest, FEWEST))


def cut_at(text: str, opening: int, words: int) -> int:
    """Where `text` is cut: the sentence end nearest to `words` words behind the first `opening` characters."""
    whole = len(text.rstrip())
    if len(text[opening:].split()) <= words:
        return whole
    best = min(_ends(text, opening), key=lambda end: abs(len(text[opening:end].split()) - words), default=whole)
    return best if best > opening else whole


def _ends(text: str, opening: int) -> Iterator[int]:
    """Ends of sentences that leave no quotation open."""
    for stop in _STOP.finditer(text, opening):
        start = text.rfind("\n", 0, stop.start()) + 1
        before = text[start : stop.end()]
        is_open = before.count("“") > before.count("”") or before.count('"') % 2
        if not is_open and not (stop.group() == "." and _ABBREVIATED.search(before)):
            yield stop.end()


def break_lines(text: str, opening: int) -> tuple[Line, ...]:
    """The lines of a sheet: the headline as line 0, then the body's lines from 1, at most 64 characters each."""
    lines = [Line(0, 0, opening)] if opening else []
    number = 0
    for paragraph in re.finditer(r"[^\n]*\S[^\n]*", text[opening:]):
        for start, end in _wrap(paragraph.group()):
            number += 1
            lines.append(Line(number, opening + paragraph.start() + start, opening + paragraph.start() + end))
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
