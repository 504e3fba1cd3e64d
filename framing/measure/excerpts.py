"""A finding shown inside its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.measure.ledger import Ledger

_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|Prof|No|vs|Inc|Corp|Co)|\b[A-Z])\.\s*$")
WIDTH = 220  # characters of an excerpt at most
REACH = 600  # characters looked back for the start of a sentence
_EDGE = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words of an article with the found words inside; `text[start:end]` are the found words."""

    row: str  # evidence id
    article: str
    source: str
    text: str  # the sentence, or a window of it; without texts at hand, the found words alone
    start: int
    end: int
    voice: str
    speaker: str  # "" for the outlet itself


def excerpt_at(ledger: Ledger, at: int) -> Excerpt:
    """The finding at position `at` of the evidence table, inside its sentence or a window of 220 characters."""
    evidence = ledger.analysis.evidence

    def cell(column: str) -> str:
        return str(evidence[column].array[at])

    article, voice, speaker = cell("article"), cell("voice"), cell("speaker")
    text, source = ledger.analysis.texts.get(article), ledger.articles_source.get(article, cell("source"))
    if text is None:
        words = cell("text")
        return Excerpt(cell("id"), article, source, words, 0, len(words), voice, speaker)
    shown = excerpt_of(text, article, source, int(evidence["start"].array[at]), int(evidence["end"].array[at]))
    return replace(shown, row=cell("id"), voice=voice, speaker=speaker)


def excerpt_of(text: str, article: str, source: str, start: int, end: int) -> Excerpt:
    """A stretch of a text inside its sentence or a window of 220 characters; it belongs to no evidence row."""
    low, high = _window(text, start, end)
    return Excerpt("", article, source, text[low:high], start - low, end - low, "", "")


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Edges of the sentence around a span, drawn in when it is long; never cuts into the span or a word."""
    first = max(0, start - REACH)
    low = max((match.end() for match in _EDGE.finditer(text, first, start) if _is_edge(text, match)), default=first)
    high = next((match.start() for match in _EDGE.finditer(text, end) if _is_edge(text, match)), len(text))
    spare = max(0, WIDTH - (end - start)) // 2
    if start - low > spare and high - low > WIDTH:
        cut = text.find(" ", start - spare, start)
        low = cut + 1 if cut >= 0 else start
    if high - end > spare and high - low > WIDTH:
        cut = text.rfind(" ", end, max(end + 1, low + WIDTH))
        high = cut if cut > end else end
    return low, max(high, end)


def _is_edge(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, not an abbreviation or an initial."""
    return "\n" in match[0] or not _SHORT.search(text, max(0, match.start() - 8), match.end())
