"""Good practice of a source: rival labels in one article, reported denials, named speakers.

Without it a list of faults teaches that everybody is biased.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from framing.measure.counting import grouped
from framing.measure.ledger import OWN
from framing.measure.voices import VoiceShare
from framing.measure.wording import common_wording
from framing.say import listed, plural

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

QUOTES_FROM = 5.0  # quotes, before naming speakers counts as practice
NAMED_FROM = 0.8  # share of quotes with a named speaker
MARKED = 0.5  # how far a wording must lean to count as one side's
SHOWN = 2  # referents in a sentence


@dataclass(frozen=True, slots=True)
class GoodPractice:
    """Something done well: rival labels both given, a denial included, speakers named."""

    source: str
    kind: Literal["both labels", "denial included", "named speakers"]
    text: str
    rows: tuple[str, ...]
    n: int  # articles in which it is found


def measure(ledger: Ledger, source: int, voices: VoiceShare) -> tuple[GoodPractice, ...]:
    """Rival wordings given in one article, denials included, speakers named."""
    rows = ledger.rows("cue", source)
    found = [_both_labels(ledger, source, rows), _denials(ledger, source, rows), _named(ledger, source, voices)]
    return tuple(one for one in found if one)


def _both_labels(ledger: Ledger, source: int, rows: pd.DataFrame) -> GoodPractice | None:
    """Articles that give wordings from both ends of a referent's axis."""
    if len(rows) == 0:
        return None
    rows = rows[(rows["state"] == "asserted") & (rows["voice"] != "distanced")]  # mockery gives nobody a say
    values, keys = rows["value"].tolist(), list(zip(rows["article"].tolist(), rows["referent"].tolist(), strict=True))
    low, high = ({key for key, value in zip(keys, values, strict=True) if value * end >= MARKED} for end in (-1, 1))
    if not low & high:
        return None
    kept = rows[[key in low and key in high for key in keys]]
    pairs: list[str] = []
    shown: list[str] = []
    for part in list(grouped(kept, "referent").values())[:SHOWN]:
        one, other = part[part["value"] <= -MARKED], part[part["value"] >= MARKED]
        pairs.append(f"“{common_wording(ledger, one)}” and “{common_wording(ledger, other)}”")
        shown += [*ledger.ids_of(one), *ledger.ids_of(other)]
    n = int(kept["article"].nunique())
    text = f"gives rival wordings side by side in {plural(n, 'article')}: {'; '.join(pairs)}"
    return GoodPractice(ledger.sources[source], "both labels", text, tuple(shown), n)


def _denials(ledger: Ledger, source: int, rows: pd.DataFrame) -> GoodPractice | None:
    """Articles that report how somebody denies a wording of one side ("rejected the charge of …")."""
    quotes = ledger.rows("quote", source)
    refused = set(_places(ledger, quotes[quotes["stance"] == "denying"]))
    rows = rows.iloc[[number for number, place in enumerate(_places(ledger, rows)) if place in refused]]
    said = (rows["voice"] != OWN) & (rows["value"].abs() >= MARKED)  # a "not" of the outlet itself is no denial
    denied = rows[said & (rows["state"] == "denied")]
    if len(denied) == 0:
        return None
    words = [f"“{common_wording(ledger, part)}”" for part in grouped(denied, "referent").values()]
    n = int(denied["article"].nunique())
    text = f"includes the denial of {listed(words, most=SHOWN)} in {plural(n, 'article')}"
    return GoodPractice(ledger.sources[source], "denial included", text, ledger.ids_of(denied), n)


def _places(ledger: Ledger, rows: pd.DataFrame) -> Iterator[tuple[int, int, str]]:
    """Article, sentence and speaker of each row."""
    sentences = ledger.cells(rows, "sentence")
    return zip(rows["article"].tolist(), sentences, rows["speaker"].astype(str).tolist(), strict=True)


def _named(ledger: Ledger, source: int, voices: VoiceShare) -> GoodPractice | None:
    named = 1 - voices.unnamed.value
    if voices.unnamed.denominator < QUOTES_FROM or named < NAMED_FROM:
        return None
    hidden = set(voices.unnamed.rows)
    rows = tuple(row for row in voices.unnamed.denominator_rows if row not in hidden)
    text = f"names the speaker of {voices.total - len(hidden)} of its {voices.total} statements surely read"
    return GoodPractice(ledger.sources[source], "named speakers", text, rows, voices.unnamed.n)


def lines(found: Sequence[GoodPractice]) -> Iterator[str]:
    """One sentence a good practice of one source."""
    for one in found:
        yield f"Good practice: it {one.text}."
