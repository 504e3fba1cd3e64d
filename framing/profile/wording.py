"""What each source calls the same thing, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.profile.counting import grouped, share_of, tally
from framing.profile.ledger import OWN
from framing.profile.records import VOICES, PoleShare, WordingCell, WordingLine, WordingRow, WordingTable
from framing.profile.sentences import say_wording

if TYPE_CHECKING:
    import pandas as pd

    from framing.profile.ledger import Ledger


SILENT = WordingCell()


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


def _table(ledger: Ledger, rows: pd.DataFrame, referent: str, sources: Sequence[int], event: str) -> WordingTable:
    rows = rows.assign(words=_plain_words(ledger, rows))
    variants = [
        _variant(ledger, part, sources) for _, part in rows.groupby(["variant", "words"], sort=True, observed=True)
    ]
    variants.sort(key=lambda row: (row.value, row.pole, -sum(cell.count for cell in row.cells), row.wording))
    pack = str(rows["pack"].iloc[0])
    shares = tuple(share for source in sources for share in _pole_shares(ledger, rows, source))
    return WordingTable(
        referent=referent,
        pack=pack,
        gloss=ledger.referents[referent],
        event=event,
        sources=tuple(ledger.sources[source] for source in sources),
        poles=tuple(dict.fromkeys(row.pole for row in variants)),
        rows=tuple(variants),
        neutral=tuple(row.wording for row in variants if row.value == 0),
        shares=shares,
        lines=tuple(line for number, source in enumerate(sources) for line in _lines(ledger, variants, number, source)),
        silent=tuple(
            ledger.sources[source]
            for number, source in enumerate(sources)
            if not any(row.cells[number].count for row in variants)
        ),
    )


def _variant(ledger: Ledger, rows: pd.DataFrame, sources: Sequence[int]) -> WordingRow:
    total = float(rows["share"].sum())
    denied = float(rows.loc[rows["state"] != "asserted", "share"].sum())
    present = set(ledger.source_of[rows["article"].to_numpy()].tolist())
    return WordingRow(
        variant=str(rows["variant"].iloc[0]),
        wording=common_wording(ledger, rows),
        pole=str(rows["pole"].iloc[0]),
        value=round(float((rows["value"] * rows["share"]).sum()) / total, 6),
        denied=denied / total,
        cells=tuple(_cell(ledger, ledger.of(rows, source)) if source in present else SILENT for source in sources),
    )


def _plain_words(ledger: Ledger, rows: pd.DataFrame) -> pd.Series:
    """The found words for grouping: lower case, one space, no article in front. No source is lent another's words."""
    texts = ledger.analysis.evidence["text"].iloc[rows["at"].to_numpy()].set_axis(rows.index)
    plain = texts.str.lower().str.split().str.join(" ").str.strip(" .,;:’'\"“”")
    return plain.str.replace(r"^(?:the|a|an|this|these|its|their) (?=.)", "", regex=True)


def common_wording(ledger: Ledger, rows: pd.DataFrame) -> str:
    """The words verbatim as they stand most often; of equals one that does not open a sentence, then the shortest."""
    texts = ledger.analysis.evidence["text"].to_numpy(dtype=object)[rows["at"].to_numpy()]
    counts: dict[str, float] = {}
    for text, share in zip(texts, rows["share"].to_numpy(), strict=True):
        words = " ".join(str(text).split()).strip(".,;:")
        counts[words] = counts.get(words, 0.0) + float(share)
    return min(counts, key=lambda words: (-counts[words], words[:1].isupper(), len(words), words))


def _cell(ledger: Ledger, rows: pd.DataFrame) -> WordingCell:
    voices = tally(rows, "voice")
    speakers = tally(rows[(rows["voice"] != OWN).to_numpy()], "speaker") if set(voices) - {OWN} else {}
    return WordingCell(
        count=float(rows["share"].sum()),
        articles=len(set(rows["article"].to_numpy().tolist())),
        by_voice={voice: voices[voice] for voice in VOICES if voice in voices},
        rows=ledger.ids_of(rows),
        speakers=tuple(sorted((name for name in speakers if name), key=lambda name: (-speakers[name], name))),
    )


def _pole_shares(ledger: Ledger, rows: pd.DataFrame, source: int) -> list[PoleShare]:
    """Share of each pole among a source's wordings of the referent, one voice at a time."""
    mine = ledger.of(rows, source)
    name = ledger.sources[source]
    return [
        PoleShare(name, pole, voice, share_of(ledger, part, spoken, source, "share of wordings"))
        for voice, spoken in grouped(mine, "voice").items()
        for pole, part in grouped(spoken, "pole").items()
    ]


def _lines(ledger: Ledger, variants: Sequence[WordingRow], column: int, source: int) -> list[WordingLine]:
    """A sentence for each wording that a source uses, most frequent first."""
    used = [row for row in variants if row.cells[column].count]
    used.sort(key=lambda row: (-row.cells[column].count, row.wording))
    name = ledger.sources[source]
    return [
        WordingLine(name, row.pole, say_wording(name, row, row.cells[column]), row.cells[column].rows) for row in used
    ]
