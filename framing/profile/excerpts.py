"""A finding shown inside its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framing.profile.records import Excerpt

if TYPE_CHECKING:
    from framing.profile.ledger import Ledger

WIDTH = 220  # characters of an excerpt at most
_EDGE = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")


def excerpt_at(ledger: Ledger, at: int) -> Excerpt:
    """The finding at position `at` of the evidence table, inside its sentence or a window of 220 characters."""
    row = ledger.analysis.evidence.iloc[at]
    article, start, end = str(row["article"]), int(row["start"]), int(row["end"])
    text = ledger.analysis.texts.get(article)
    if text is None:
        words = str(row["text"])
        shown, first, last = words, 0, len(words)
    else:
        low, high = _window(text, start, end)
        shown, first, last = text[low:high], start - low, end - low
    source = str(ledger.articles_source.get(article, row["source"]))
    return Excerpt(str(row["id"]), article, source, shown, first, last, str(row["voice"]), str(row["speaker"]))


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Edges of the sentence around a span, drawn in when it is long; never cuts into the span or a word."""
    low = max((match.end() for match in _EDGE.finditer(text, max(0, start - 600), start)), default=max(0, start - 600))
    match = _EDGE.search(text, end)
    high = match.start() if match else len(text)
    spare = max(0, WIDTH - (end - start)) // 2
    if start - low > spare and high - low > WIDTH:
        cut = text.find(" ", start - spare, start)
        low = cut + 1 if cut >= 0 else start
    if high - end > spare and high - low > WIDTH:
        cut = text.rfind(" ", end, max(end + 1, low + WIDTH))
        high = cut if cut > end else end
    return low, max(high, end)
