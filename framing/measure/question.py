"""What a question gives beside its own record: features, which are tested, and contrasts, shown with excerpts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from framing.text import window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

Family = Literal["headline", "exploratory"]
Kind = Literal["wording", "voices", "tone", "loaded", "agency", "omission"]
MINOR = 0.6  # weight of contrasts in loaded words, agency and omission beside those in wording, voices and tone


@dataclass(frozen=True)
class Feature:
    """One value an article, in `unit`, and what stands behind it: `hits`, 0 or more, a sum of `share` or of words."""

    key: str  # "loaded/narrator"
    family: Family
    topic: str  # noun phrase: "loaded words in its own voice"
    more: str  # verb phrase: "use more loaded words in its own voice"
    unit: str
    values: NDArray[np.float64]  # by article number; not a number where an article cannot hold it
    hits: NDArray[np.float64]  # by article number: rows (or words) behind the value
    signed: bool = False  # a score around 0: both sides need evidence, not only the higher one


@dataclass(frozen=True, slots=True)
class SourceExcerpt:
    """A few words of an article with the found words inside; `text[start:end]` are the found words."""

    row: str  # evidence id, or "" for what is no row
    article: str
    source: str
    text: str  # the sentence, or a window of it; without texts at hand, the found words alone
    start: int
    end: int
    voice: str
    speaker: str  # "" for the outlet itself


@dataclass(frozen=True, slots=True)
class ContrastSide:
    """One source's side of a contrast; `count`, 0 or more, is the sum of `share` behind it."""

    source: str
    text: str  # in words: “anti-terrorist campaign”, in Sergey Markov’s words
    voice: str
    speaker: str
    count: float
    excerpt: SourceExcerpt | None
    rows: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Contrast:
    """One difference that can be shown with excerpts side by side. It describes these articles, not the outlets."""

    kind: Kind
    title: str  # what it is about: "What they call the September 2023 operation"
    event: str  # one event, or ""
    sentence: str  # the contrast in one sentence
    sides: tuple[ContrastSide, ...]
    strength: float  # for ranking only, in [0, 1]; never printed as a score
    holds: bool  # whether a tested claim stands behind it


def say_sides(sides: Sequence[ContrastSide]) -> str:
    """Sides in one line: Bell: “raid”, twice, in its own voice; Courier: “operation”, once, in its own voice."""
    return "; ".join(f"{side.source}: {side.text}" for side in sides)


def shrink(gap: float, evidence: float, half: float) -> float:
    """The strength, for ranking, of a gap in [0, 1] with so many hits behind it: half of it is left at `half` hits."""
    return gap * evidence / (evidence + half)


def excerpt_at(ledger: Ledger, at: int) -> SourceExcerpt:
    """The finding at position `at` of the evidence table, inside its sentence or a window of 220 characters."""
    row = ledger.analysis.evidence.iloc[at]
    shown = excerpt_span(ledger, str(row["article"]), int(row["start"]), int(row["end"]), str(row["text"]))
    return replace(shown, row=str(row["id"]), voice=str(row["voice"]), speaker=str(row["speaker"]))


def excerpt_span(ledger: Ledger, article: str, start: int, end: int, words: str = "") -> SourceExcerpt:
    """A stretch of an article inside its sentence or a window of 220 characters; without the text its `words` alone."""
    text, source = ledger.analysis.texts.get(article), ledger.articles_source[article]
    if text is None:
        return SourceExcerpt("", article, source, words, 0, len(words), "", "")
    low, high = window(text, start, end, ledger.analysis.sentences.get(article, ()))
    return SourceExcerpt("", article, source, text[low:high], start - low, end - low, "", "")
