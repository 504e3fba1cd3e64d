"""What the look of words tells: capitals, title case, datelines."""

from __future__ import annotations

from framing.model import Parsed
from framing.syntax.tree import DASHES


def after_dateline(parsed: Parsed, start: int, end: int) -> int:
    """First token after a dateline ("MARN, March 3 (Agency) - ") that opens a sentence at `start`, or `start`."""
    if not parsed.words[start].isupper() or len(parsed.words[start]) < 3:
        return start
    dashes = [token for token in range(start, min(end, start + 14)) if parsed.words[token] in DASHES]
    return dashes[0] + 1 if dashes else start
