"""Where an issue stands in the file that an editor has open: line and column, though reading changed the text.

Cleaning joins lines, drops furniture and marks of Markdown or HTML; the words stay in their order. So words of the
article are matched with words of the file (longest common runs), and a place is found by its word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from framing.check.records import DraftIssue
from framing.model import Span

WORD = re.compile(r"\w+")


class PlacedIssue(NamedTuple):
    """An issue with its place in a file: lines and columns from 1, the end behind the last character; code points."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    issue: DraftIssue


def place_issues(issues: Sequence[DraftIssue], text: str, raw: str, file: str) -> tuple[PlacedIssue, ...]:
    """The issues of an article's `text` as they stand in `raw`, the content of its file, sorted by place."""
    raw = raw.removeprefix("\ufeff").replace("\r\n", "\n")
    starts = [0, *(hit.end() for hit in re.finditer("\n", raw))]
    spans = [issue.span for issue in issues] if text == raw else _moved([one.span for one in issues], text, raw)
    placed = (
        PlacedIssue(file, *_line_column(starts, span.start), *_line_column(starts, span.end), issue)
        for span, issue in zip(spans, issues, strict=True)
    )
    return tuple(sorted(placed, key=lambda one: (one.line, one.column, one.issue.kind)))


def _line_column(starts: Sequence[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _moved(spans: Sequence[Span], text: str, raw: str) -> list[Span]:
    """Where stretches of `text` stand in `raw`: from their first matched word to their last."""
    mine, theirs = list(WORD.finditer(text)), list(WORD.finditer(raw))
    matcher = SequenceMatcher(None, [hit[0] for hit in mine], [hit[0] for hit in theirs], autojunk=False)
    pairs = {a + n: b + n for a, b, size in matcher.get_matching_blocks() for n in range(size)}
    edges = [hit.start() for hit in mine]
    return [_place(span, text, edges, pairs, theirs, len(raw)) for span in spans]


def _place(
    span: Span, text: str, edges: Sequence[int], pairs: dict[int, int], theirs: Sequence[re.Match[str]], whole: int
) -> Span:
    """One stretch by its words; marks before its first word and behind its last go with it."""
    first, last = max(0, bisect_right(edges, span.start) - 1), bisect_right(edges, span.end - 1)
    if first < len(edges) and edges[first] < span.start and not text[edges[first] : span.start].isalnum():
        first += 1
    known = [pairs[n] for n in range(first, last) if n in pairs]
    if not known:
        before = max((pairs[n] for n in pairs if n < first), default=0)
        at = theirs[before].start() if theirs else 0
        return Span(at, min(whole, at + 1))
    lead = max(0, edges[first] - span.start) if first in pairs else 0
    return Span(max(0, theirs[known[0]].start() - lead), theirs[known[-1]].end())
