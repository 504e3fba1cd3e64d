"""One saying, reported in two ways: the same words of one speaker behind a verb that judges them, and a plain one.

The words are found in both articles, several in a row, so nobody need believe that two sayings are one. The verb that
brings them is the outlet's own. Source: Bell 1991, The Language of News Media (verbs of reporting); Hyland 1999.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.compare.records import HOW_SAID, Comparison, TellingContrast, ToldWords
from framing.compare.told_words import make_side, sentence_around
from framing.evidence.details import read_detail
from framing.evidence.view import source_names
from framing.grouping import group_by
from framing.measure.ledger import OWN
from framing.say import possessive

if TYPE_CHECKING:
    from framing.evidence import Analysis

SURE = 0.75  # of a quote
ALIKE, MARKED = 5, 3  # words in a row from which two sayings are one, and in marks
PLAIN = frozenset(("neutral", "endorsing"))  # stances of verbs that only say that somebody speaks, or agrees
MARKS = re.compile(r"[“\"]([^“”\"]+)[”\"]")
WORD = re.compile(r"[\w'’-]+")


class _Report(NamedTuple):
    """What somebody is reported to have said, in the sentence of the verb that brings it."""

    speaker: str
    words: tuple[str, ...]
    marked: tuple[tuple[str, ...], ...]  # those in quotation marks
    told: ToldWords  # the verb
    judges: bool  # whether it says more than that somebody speaks


def report_contrasts(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """For each speaker of an event the verbs of two sources for the same words, of which one alone judges them."""
    analysis = comparison.analysis
    for (event, _), found in group_by(_read(analysis, events), lambda one: one[:2]).items():
        reports = [report for _, _, report in found]
        for one in (report for report in reports if report.judges):
            alike = [report for report in reports if _is_one(one, report)]
            judging = {report.told.source for report in alike if report.judges}
            two = next((report for report in alike if report.told.source not in judging), None)
            if two:
                sides = tuple(make_side(analysis, report.told, ()) for report in (one, two))
                name, headline = f"{HOW_SAID} {possessive(one.speaker)} words", one.told.headline or two.told.headline
                yield TellingContrast(event, name, "told apart", sides, 2, headline, 1, float(len(one.words)))
                break


def _is_one(one: _Report, two: _Report) -> bool:
    """Whether two sources report the same words: enough of them in a row, or all that the one has in marks."""
    if one.told.source == two.told.source:
        return False
    match = SequenceMatcher(None, one.words, two.words, autojunk=False).find_longest_match()
    same = one.words[match.a : match.a + match.size]
    cited = any(len(piece) >= MARKED and {*piece} <= {*same} for piece in (*one.marked, *two.marked))
    return match.size >= ALIKE or cited


def _read(analysis: Analysis, events: Mapping[str, str]) -> Iterator[tuple[str, str, _Report]]:
    """The surely read reports with a verb of the outlet's own, each with its event and its speaker."""
    evidence = analysis.evidence
    names = source_names(analysis.articles["source"].fillna("").astype(str))
    rows = evidence[evidence["kind"].isin(("quote", "loaded")) & evidence["article"].isin(events.keys())]
    for article, found in rows.groupby("article", sort=True):
        records = found.to_dict("records")
        quotes = [(row, read_detail(row["detail"])) for row in records if row["kind"] == "quote" and row["actor"]]
        told = [piece for _, detail in quotes for piece in detail["content"]]
        loaded = [row for row in records if row["kind"] == "loaded" and row["voice"] == OWN]
        for row, detail in quotes:
            cue = detail["cue"]
            if cue and row["confidence"] >= SURE and not any(a <= cue[0] and cue[1] <= b for a, b in told):
                judges = any(one["start"] < cue[1] and cue[0] < one["end"] for one in loaded)
                judges = judges or detail["stance"] not in PLAIN
                source = names.get(row["source"], row["source"])
                yield events[str(article)], row["actor"], _report(analysis, row, source, detail, judges=judges)


def _report(
    analysis: Analysis, row: Mapping[Hashable, Any], source: str, detail: Mapping[str, Any], *, judges: bool
) -> _Report:
    """A quote as far as it stands in the sentence of its verb."""
    start, end = detail["cue"]
    headline = row["section"] == "headline"
    told = ToldWords(source, row["article"], start, end, OWN, "", headline=headline, row=row["id"])
    first, last = sentence_around(analysis, told)
    text = analysis.texts[told.article]
    said = " ".join(text[max(a, first) : min(b, last)] for a, b in detail["content"]).lower()
    marked = (tuple(WORD.findall(piece)) for piece in MARKS.findall(said))
    return _Report(row["speaker"], tuple(WORD.findall(said)), tuple(marked), told, judges)
