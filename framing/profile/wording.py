"""What each source calls the same thing, and in whose words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from framing.profile.counting import grouped
from framing.profile.ledger import OWN
from framing.profile.records import VOICES, PoleShare, WordingCell, WordingLine, WordingRow, WordingTable
from framing.profile.sentences import say_wording
from framing.stats import Rate, share_rate

if TYPE_CHECKING:
    import pandas as pd

    from framing.profile.ledger import Ledger


K = TypeVar("K", bound=Hashable)
UNIT = "share of wordings"
ARTICLE = re.compile(r"^(?:the|a|an|this|these|its|their) (?=.)")


def measure_wording(ledger: Ledger, sources: Sequence[int], *, event: int | None = None) -> tuple[WordingTable, ...]:
    """One table a referent that the given sources name, most named first; inside one event when given."""
    rows = ledger.rows("cue")
    rows = rows[ledger.in_sources(rows, sources)]
    if event is not None:
        rows = rows[ledger.event_of[rows["article"].to_numpy()] == event]
    parts = grouped(rows, "referent")
    order = sorted(parts, key=lambda name: (-float(parts[name]["share"].sum()), name))
    place = "" if event is None else ledger.events[event]
    return tuple(_table(ledger, parts[name], name, sources, place) for name in order)


class Use(NamedTuple):
    """One row of a referent, as plain values."""

    at: int  # position in the evidence table
    variant: str
    pole: str
    value: float
    state: str
    voice: str
    speaker: str
    share: float
    article: int
    source: int
    text: str  # one space between words, no punctuation at the ends

    @property
    def words(self) -> str:
        """The words for grouping: lower case, no article in front. No source is lent another's words."""
        plain = self.text.lower().strip(" '\"’“”")
        return ARTICLE.sub("", plain) or plain


def _table(ledger: Ledger, rows: pd.DataFrame, referent: str, sources: Sequence[int], event: str) -> WordingTable:
    uses = list(_uses(ledger, rows))
    groups = _grouped(uses, lambda use: (use.variant, use.words))
    variants = [_variant(ledger, groups[key], sources) for key in sorted(groups)]
    variants.sort(key=lambda row: (row.value, row.pole, -sum(cell.count for cell in row.cells), row.wording))
    by_source = _grouped(uses, lambda use: use.source)
    present = [source for source in sources if source in by_source]
    return WordingTable(
        referent=referent,
        pack=str(rows["pack"].iloc[0]),
        gloss=ledger.referents[referent],
        event=event,
        sources=tuple(ledger.sources[source] for source in sources),
        poles=tuple(dict.fromkeys(row.pole for row in variants)),
        rows=tuple(variants),
        neutral=tuple(row.wording for row in variants if row.value == 0),
        shares=tuple(share for source in present for share in _pole_shares(ledger, by_source[source], source)),
        lines=tuple(line for number, source in enumerate(sources) for line in _lines(ledger, variants, number, source)),
        silent=tuple(ledger.sources[source] for source in sources if source not in by_source),
    )


def _uses(ledger: Ledger, rows: pd.DataFrame) -> Iterator[Use]:
    """The rows of a referent as plain values, in order; faster than slicing a table for each wording and source."""
    texts = ledger.analysis.evidence["text"].to_numpy(dtype=object)[rows["at"].to_numpy()]
    columns = [rows[name].tolist() for name in ("at", "variant", "pole", "value", "state", "voice", "speaker", "share")]
    numbers = rows["article"].to_numpy()
    plain = (" ".join(str(text).split()).strip(".,;:") for text in texts)
    return map(Use, *columns, numbers.tolist(), ledger.source_of[numbers].tolist(), plain)


def _grouped(uses: Iterable[Use], key: Callable[[Use], K]) -> dict[K, list[Use]]:
    """Uses by a key, in the order of first appearance."""
    groups: dict[K, list[Use]] = {}
    for use in uses:
        groups.setdefault(key(use), []).append(use)
    return groups


def _variant(ledger: Ledger, uses: Sequence[Use], sources: Sequence[int]) -> WordingRow:
    total = math.fsum(use.share for use in uses)
    by_source = _grouped(uses, lambda use: use.source)
    return WordingRow(
        variant=uses[0].variant,
        wording=commonest(added((use.text, use.share) for use in uses)),
        pole=uses[0].pole,
        value=round(math.fsum(use.value * use.share for use in uses) / total, 6),
        denied=math.fsum(use.share for use in uses if use.state != "asserted") / total,
        cells=tuple(_cell(ledger, by_source.get(source, ())) for source in sources),
    )


def added(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Sum of shares for each key, in the order of first appearance."""
    sums: dict[str, float] = {}
    for key, share in pairs:
        sums[key] = sums.get(key, 0.0) + share
    return sums


def common_wording(ledger: Ledger, rows: pd.DataFrame) -> str:
    """The words verbatim as they stand most often; of equals one that does not open a sentence, then the shortest."""
    texts = ledger.analysis.evidence["text"].to_numpy(dtype=object)[rows["at"].to_numpy()]
    pairs = zip(texts, rows["share"].tolist(), strict=True)
    return commonest(added((" ".join(str(text).split()).strip(".,;:"), share) for text, share in pairs))


def commonest(counts: Mapping[str, float]) -> str:
    """The words that occur most often; of equals one without a capital, then the shortest."""
    return min(counts, key=lambda words: (-counts[words], words[:1].isupper(), len(words), words))


def _cell(ledger: Ledger, uses: Sequence[Use]) -> WordingCell:
    """The cell of some uses, with what is not asserted in them; a wording that takes no side asserts nothing."""
    states = added((use.state, use.share) for use in uses if use.state != "asserted" and use.value)
    return replace(count_cell(ledger, uses), states=states)


class Spoken(Protocol):
    """What is counted of a use, whatever it names."""

    @property
    def at(self) -> int:
        """Its position in the evidence table."""

    @property
    def voice(self) -> str:
        """Whose words it is."""

    @property
    def speaker(self) -> str:
        """Who says it where it is not the outlet."""

    @property
    def share(self) -> float:
        """Its part of a finding."""

    @property
    def article(self) -> int:
        """The number of its article."""


def count_cell(ledger: Ledger, uses: Sequence[Spoken]) -> WordingCell:
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


def _pole_shares(ledger: Ledger, uses: Sequence[Use], source: int) -> list[PoleShare]:
    """Share of each pole among a source's wordings of the referent, one voice at a time."""
    name = ledger.sources[source]
    return [
        PoleShare(name, pole, voice, _share_of(ledger, part, spoken, source))
        for voice, spoken in sorted(_grouped(uses, lambda use: use.voice).items())
        for pole, part in sorted(_grouped(spoken, lambda use: use.pole).items())
    ]


def _share_of(ledger: Ledger, uses: Sequence[Use], of: Sequence[Use], source: int) -> Rate:
    """Pooled share of some uses among others, all of one source."""
    rows, of_rows = (tuple(ledger.ids[use.at] for use in part) for part in (uses, of))
    hits, base = (
        ledger.add_up([use.article for use in part], [use.share for use in part], source) for part in (uses, of)
    )
    return share_rate(hits, base, UNIT, rows=rows, of_rows=of_rows)


def _lines(ledger: Ledger, variants: Sequence[WordingRow], column: int, source: int) -> list[WordingLine]:
    """A sentence for each wording that a source uses, most frequent first."""
    used = [row for row in variants if row.cells[column].count]
    used.sort(key=lambda row: (-row.cells[column].count, row.wording))
    name = ledger.sources[source]
    return [
        WordingLine(name, row.pole, say_wording(name, row, row.cells[column]), row.cells[column].rows) for row in used
    ]
