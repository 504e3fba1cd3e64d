"""Uses of words that name something: counted by voice, and how that is said."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from framing.grouping import group_by
from framing.measure.ledger import OWN, VOICES
from framing.say import listed, number, possessive, times

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger


@dataclass(frozen=True, slots=True)
class WordingCell:
    """How often one source uses one wording, by voice; counts are sums of `share`, 0 or more."""

    count: float = 0.0  # sum of `share`
    articles: int = 0  # articles in which it stands
    by_voice: Mapping[str, float] = field(default_factory=dict)  # voice -> count; only voices that occur
    rows: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()  # who says it where it is not the outlet, most frequent first
    states: Mapping[str, float] = field(default_factory=dict)  # denied, hypothetical, questioned -> count, if any


class Use(NamedTuple):
    """One mention of an actor or one wording of a referent, as plain values: faster than slicing a table."""

    at: int  # position in the evidence table
    article: int  # number of its article
    source: int
    id: str  # of the actor, or of the pack's variant
    label: str  # how an actor is named: name, title, demonym, metonym or pronoun; of a wording its pole
    value: float  # how far a pack’s wording leans, in [-1, 1]; 0 for one that takes no side, and for none
    voice: str
    speaker: str
    share: float
    start: int
    end: int
    text: str
    state: str = "asserted"  # of a wording also denied, hypothetical or questioned
    referent: str = ""  # what a wording names; of a mention, what a pack’s wording inside it names


def read_uses(ledger: Ledger, rows: pd.DataFrame, id: str, label: str) -> Iterator[Use]:
    """Rows as uses, in order, their text verbatim; `id` and `label` are columns of the rows."""
    columns = ("at", "article", id, label, "value", "voice", "speaker", "share")
    at, article, *values = (rows[name].tolist() for name in columns)
    start, end, text = (ledger.cells(rows, name) for name in ("start", "end", "text"))
    source = ledger.source_of[rows["article"].to_numpy()].tolist()
    return map(Use, at, article, source, *values, start, end, map(str, text))


def by_source(uses: Iterable[Use], sources: Sequence[int]) -> list[list[Use]]:
    """The uses of each source, in the order of `sources`."""
    found = group_by(uses, lambda use: use.source)
    return [found.get(source, []) for source in sources]


def count_cell(ledger: Ledger, uses: Sequence[Use]) -> WordingCell:
    """How often, in how many articles and in whose voice some uses stand, with their rows; no use is an empty cell."""
    voices = added((use.voice, use.share) for use in uses)
    speakers = added((use.speaker, use.share) for use in uses if use.voice != OWN and use.speaker)
    return WordingCell(
        count=math.fsum(use.share for use in uses),
        articles=len({use.article for use in uses}),
        by_voice={voice: voices[voice] for voice in VOICES if voice in voices},
        rows=tuple(ledger.ids[use.at] for use in uses),
        speakers=tuple(sorted(speakers, key=lambda name: (-speakers[name], name))),
    )


def added(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Sum of shares for each key, in the order of first appearance."""
    sums: dict[str, float] = {}
    for key, share in pairs:
        sums[key] = sums.get(key, 0.0) + share
    return sums


def commonest(counts: Mapping[str, float]) -> str:
    """The words that occur most often; of equals one without a capital, then the shortest."""
    return min(counts, key=lambda words: (-counts[words], words[:1].isupper(), len(words), words))


def common_words(uses: Iterable[Use]) -> str:
    """The words verbatim as they stand most often."""
    return commonest(added((use.text, use.share) for use in uses))


def count_voices(cell: WordingCell) -> str:
    """How often, and in brackets whose words where they are not the outlet's own: 6, 6 (2 claimed), 2 (quoted)."""
    names = {"attributed": "claimed", "quoted": "quoted", "distanced": "at a distance"}
    parts = [(number(cell.by_voice[voice]), name) for voice, name in names.items() if voice in cell.by_voice]
    if not parts:
        return number(cell.count)
    alone = len(parts) == len(cell.by_voice) == 1
    return f"{number(cell.count)} ({', '.join(name if alone else f'{count} {name}' for count, name in parts)})"


def say_voices(cell: WordingCell) -> str:
    """Whose words they are: in its own voice, only in somebody's words, or both with counts."""
    own, far = cell.by_voice.get("narrator", 0.0), cell.by_voice.get("distanced", 0.0)
    said = cell.by_voice.get("attributed", 0.0) + cell.by_voice.get("quoted", 0.0)
    names = [possessive(name) for name in cell.speakers[:2]] + (["others’"] if len(cell.speakers) > 2 else [])
    who = f"in {listed(names) or 'others’'} words"
    parts = []
    if own:
        parts.append("in its own voice")
    if far:
        parts.append("at a distance (scare quotes or “so-called”)")
    if said:
        parts.append(who)
    if len(parts) == 1:
        return parts[0] if own else f"only {parts[0]}"
    counts = [count for count in (own, far, said) if count]
    return listed([f"{times(count)} {part}" for count, part in zip(counts, parts, strict=True)])
