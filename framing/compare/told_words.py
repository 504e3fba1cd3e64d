"""Words of the evidence with whose they are, as far as that is sure, and one source's side of a contrast."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.compare.records import TellingSide, ToldWords, leans_back
from framing.evidence.details import UNSURE, read_detail
from framing.evidence.view import source_names
from framing.measure.ledger import OWN
from framing.measure.rivals import brings_a_claim
from framing.text import sentence_at

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

ASIDE = re.compile(r", (?:which|who|whose|whom) [^.;]*$")
WORDS = 3  # of one source in a contrast
COLUMNS = [
    *("id", "article", "source", "section", "sentence", "start", "end"),
    *("label", "actor", "voice", "speaker", "value", "detail"),
]  # of the evidence, that are read here


def read_words(
    analysis: Analysis,
    kind: str,
    least: float = 0.0,
    *,
    headlines: bool = False,
    unsure: bool = False,
    only: Collection[str] | None = None,
) -> Iterator[tuple[ToldWords, Mapping[str, Any]]]:
    """The words of each row of a kind that is at least so sure, with its label and detail; each place once a label.

    Of `headlines` alone, and with `unsure`, also what seems the outlet's own where they quote somebody; else that is
    left out. `only`: the ids of the rows that are asked for; all.
    """
    evidence = analysis.evidence
    names = source_names(analysis.articles["source"].fillna("").astype(str))
    rows = evidence.loc[(evidence["kind"] == kind) & (evidence["confidence"] >= least), COLUMNS]
    if headlines:
        rows = rows[rows["section"] == "headline"]
    elif not unsure:
        rows = rows[[not quoting for quoting in _in_quoting_sentence(analysis, rows, named=kind == "wording")]]
    rows = rows.drop_duplicates(["article", "start", "end", "label", *(["actor"] if kind == "mention" else [])])
    rows = rows if only is None else rows[rows["id"].isin(only)]
    for row in rows.to_dict("records"):
        detail = read_detail(row["detail"])
        if not unsure and kind != "mention" and (detail.get("whose") == UNSURE or _is_unsure(analysis, row)):
            continue
        start, end = (detail.get("phrase") if kind != "cue" else None) or (row["start"], row["end"])
        told = ToldWords(
            names.get(row["source"], row["source"]), row["article"], start, end, row["voice"], row["speaker"],
            row["value"] if kind != "mention" else 0.0, row["section"] == "headline", row["id"],
            str(detail.get("state") or "asserted") if row["value"] and kind == "cue" else "asserted",
            str(detail.get("variant", "")),
        )  # fmt: skip
        yield told, {**detail, "label": row["label"], "actor": row["actor"]}


class _Quoted(NamedTuple):
    """What a sentence quotes: the reported words, who speaks, and the verb that brings them."""

    direct: bool
    pieces: Sequence[Sequence[int]]
    source: Sequence[int]
    cue: Sequence[int]

    def brings(self, start: int, end: int) -> bool:
        """Whether words stand between the verb and what it brings."""
        return bool(self.cue) and self.cue[0] <= start and end <= self.pieces[0][0]

    def leaves(self, start: int, end: int, *, named: bool) -> bool:
        """Whether words are surely not the speaker's; with `named` those inside were found to be the outlet's."""
        if any(piece[0] <= start and end <= piece[1] for piece in self.pieces):
            return named
        speaks = bool(self.source) and self.source[0] <= start and end <= self.source[1]
        return self.direct or speaks or end <= self.pieces[0][0]


def _in_quoting_sentence(analysis: Analysis, rows: pd.DataFrame, *, named: bool) -> list[bool]:
    """Which rows seem the outlet’s own where somebody is quoted in the same sentence: whose they are is unsure.

    Sure is what stands before reported words, describes their speaker or surrounds marks: behind them others may go on.
    """
    quotes = analysis.evidence[analysis.evidence["kind"] == "quote"]
    said: dict[tuple[str, int], list[_Quoted]] = defaultdict(list)
    columns = zip(
        quotes["article"], quotes["sentence"], quotes["label"], map(read_detail, quotes["detail"]), strict=True
    )
    for article, sentence, label, told in columns:
        quoted = _Quoted(label == "direct", told["content"], told["source"] or (), told["cue"] or ())
        said[article, sentence].append(quoted)

    def is_sure(here: Sequence[_Quoted], start: int, end: int) -> bool:
        brought = any(one.brings(start, end) for one in here)
        return brought or all(one.leaves(start, end, named=named) for one in here)

    places = zip(rows["voice"], rows["article"], rows["sentence"], rows["start"], rows["end"], strict=True)
    return [
        voice == OWN and not is_sure(said[article, sentence], start, end)
        for voice, article, sentence, start, end in places
    ]


def _is_unsure(analysis: Analysis, row: Mapping[Any, Any]) -> bool:
    """Whether words may be somebody else's than their row says: behind "arguing that", or in a speaker's aside."""
    start, _ = sentence_at(
        analysis.texts[row["article"]], row["start"], row["end"], analysis.sentences.get(row["article"], ())
    )
    before = analysis.texts[row["article"]][start : row["start"]]
    if row["voice"] == OWN:
        return brings_a_claim(before)
    return row["voice"] == "attributed" and ASIDE.search(before) is not None


def sentence_around(analysis: Analysis, one: ToldWords) -> tuple[int, int]:
    """Where the sentence of some words starts and ends."""
    text = analysis.texts[one.article]
    return sentence_at(text, one.start, one.end, analysis.sentences.get(one.article, ()))


def make_side(
    analysis: Analysis, first: ToldWords, words: Sequence[ToldWords], known: Sequence[ToldWords] = ()
) -> TellingSide:
    """One source's side: the sentence of its first words, with all that names the thing there, and what else does.

    Second come words of the other side where the outlet gives both, among all that are `known`, surely read or not.
    """
    start, end = sentence_around(analysis, first)
    others: list[ToldWords] = []
    ranked = sorted(words, key=how_telling)
    rows = {one.row for one in words}
    unsure = (one._replace(voice=UNSURE, speaker="") for one in known if one.row not in rows)
    back = next((one for one in (*ranked, *unsure) if leans_back(first, one)), None)
    for one in ranked if back is None else (back, *ranked):
        if one is not first and not any(_same_words(analysis, one, kept) for kept in (first, *others)):
            others.append(one)
    beside = [one for one in others[WORDS - 1 :] if one.article == first.article and start <= one.start < end]
    return TellingSide(first.source, first.article, start, end, (first, *others[: WORDS - 1], *beside))


def _same_words(analysis: Analysis, one: ToldWords, other: ToldWords) -> bool:
    """Whether two places overlap, or hold the same words: plain ones, or in the same voice."""
    if one.article == other.article and one.start < other.end and other.start < one.end:
        return True
    here, there = (analysis.texts[word.article][word.start : word.end].lower() for word in (one, other))
    return (here in there or there in here) and (one.voice == other.voice or not one.value)


def how_telling(one: ToldWords) -> tuple[object, ...]:
    """What orders the words of one source: those that lean, its own before what it reports, the strongest first."""
    return (
        not one.value, one.voice != OWN, -abs(one.value), not one.headline, -one.beside, one.start - one.end,
        one.article, one.start,
    )  # fmt: skip


def strongest_lean(words: Sequence[ToldWords]) -> float:
    """How far the words lean that lean farthest, in [0, 1]."""
    return max(abs(one.value) for one in words)


def marks_of(words: Sequence[ToldWords]) -> tuple[ToldWords, ...]:
    """Those words of a headline and its first sentence that are marked; of one that others have too, or whole, none."""
    return tuple(word for word in words if word.value or word.beside or word.voice != OWN)
