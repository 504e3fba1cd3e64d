"""Which loaded words make one source's rate differ from that of all the others, adding up to the difference."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.compare.records import LoadedShift
from framing.measure.ledger import OWN
from framing.measure.loaded import printed_words
from framing.stats.wordshift import shift_totals

if TYPE_CHECKING:
    from framing.measure.ledger import Ledger


def loaded_shifts(ledger: Ledger) -> tuple[LoadedShift, ...]:
    """One shift a source that has words of its own: loaded words of the narrator per 1,000 own words, all articles
    of a source pooled, against all other sources pooled. It describes these articles; nothing is tested here."""
    counts = [_counts(ledger, source) for source in range(len(ledger.sources))]
    own = ledger.column("own_words")
    words = [float(own[ledger.articles_of(source)].sum()) for source in range(len(ledger.sources))]
    everything, all_words = sum(counts, Counter()), sum(words)
    shifts = []
    for source, name in enumerate(ledger.sources):
        rest = Counter(everything)
        rest.subtract(counts[source])
        if words[source] > 0 and all_words > words[source]:
            others = {word: count for word, count in rest.items() if count}
            shift = shift_totals(counts[source], words[source], others, all_words - words[source])
            shifts.append(LoadedShift(name, shift))
    return tuple(shifts)


def _counts(ledger: Ledger, source: int) -> Counter[str]:
    """Loaded words of a source's narrator in lower case, by sum of `share`."""
    rows = ledger.rows("loaded", source)
    rows = rows[(rows["voice"] == OWN).to_numpy()]
    texts = ledger.analysis.evidence["text"].to_numpy(dtype=object)[rows["at"].to_numpy()]
    found: Counter[str] = Counter()
    for text, share in zip(texts, rows["share"].tolist(), strict=True):
        found[printed_words(text)] += share
    return found
