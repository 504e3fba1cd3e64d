"""A finding shown inside its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.text import window

if TYPE_CHECKING:
    from framing.measure.ledger import Ledger


@dataclass(frozen=True, slots=True)
class SourceExcerpt:
    """A few words of an article with the found words inside; `text[start:end]` are the found words."""

    row: str  # evidence id
    article: str
    source: str
    text: str  # the sentence, or a window of it; without texts at hand, the found words alone
    start: int
    end: int
    voice: str
    speaker: str  # "" for the outlet itself


def excerpt_at(ledger: Ledger, at: int) -> SourceExcerpt:
    """The finding at position `at` of the evidence table, inside its sentence or a window of 220 characters."""
    evidence = ledger.analysis.evidence

    def cell(column: str) -> str:
        return str(evidence[column].array[at])

    article, voice, speaker = cell("article"), cell("voice"), cell("speaker")
    text, source = ledger.analysis.texts.get(article), ledger.articles_source.get(article, cell("source"))
    if text is None:
        words = cell("text")
        return SourceExcerpt(cell("id"), article, source, words, 0, len(words), voice, speaker)
    start, end = int(evidence["start"].array[at]), int(evidence["end"].array[at])
    shown = excerpt_span(text, article, source, start, end, ledger.analysis.sentences.get(article, ()))
    return replace(shown, row=cell("id"), voice=voice, speaker=speaker)


def excerpt_span(
    text: str, article: str, source: str, start: int, end: int, sentences: Sequence[int] = ()
) -> SourceExcerpt:
    """A stretch of a text inside its sentence or a window of 220 characters; it belongs to no evidence row."""
    low, high = window(text, start, end, sentences)
    return SourceExcerpt("", article, source, text[low:high], start - low, end - low, "", "")
