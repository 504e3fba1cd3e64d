"""Readers' verdicts on single findings and on pairs of wordings: a table that filters; nobody edits evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framing.compare.records import VerdictReport
from framing.errors import InputError
from framing.evidence.analysis import TOGETHER, Verdict
from framing.say import listed, plural

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

NEEDED = ("id", "verdict")
VERDICTS = ("keep", "drop")


def apply_verdicts(analysis: Analysis, verdicts: pd.DataFrame) -> tuple[Analysis, VerdictReport]:
    """The analysis without the rows that readers dropped, with what they said of pairs, and what that changed.

    `verdicts` has the columns id, verdict (keep or drop), who, why, name. An id is that of a row of evidence, or those
    of two wordings with a plus between; only of these `name` is read: what the reader calls the thing. When readers
    disagree, the row or the pair is kept.

    Raises:
        InputError: a column is missing or a verdict is neither keep nor drop.
    """
    said = _checked(verdicts)
    ids = {word: {one.id for one in said if one.verdict == word} for word in VERDICTS}
    kept, dropped = ids["keep"], ids["drop"] - ids["keep"]
    evidence = analysis.evidence
    present = set(evidence["id"])
    out = evidence["id"].isin(dropped & present)
    known = {one for one in kept | dropped if set(one.split(TOGETHER)) <= present}
    pairs = [one for one in said if TOGETHER in one.id and one.id in known]
    by_kind = {str(kind): int(count) for kind, count in evidence.loc[out, "kind"].astype(str).value_counts().items()}
    report = VerdictReport(
        kept=len(kept & present),
        dropped=int(out.sum()),
        unknown=tuple(sorted((kept | dropped) - known)),
        by_kind=by_kind,
        sentence="",
    )
    report = replace(report, sentence=f"{_of_rows(report)}{_of_pairs(pairs)}{_of_unknown(report.unknown)}")
    return replace(analysis, evidence=evidence[~out].reset_index(drop=True), verdicts=said), report


def holds_verdicts(path: Path) -> bool:
    """Whether a file is a table of verdicts, as a report saves it: its first line names id and verdict."""
    if path.suffix.lower() != ".csv":
        return False
    with path.open("rb") as file:
        return file.readline(200).removeprefix(b"\xef\xbb\xbf").startswith(b"id,verdict")


def judgements_of(path: Path) -> list[Verdict]:
    """What one reader decided about pairs of wordings; a pair has the same id whichever of its words comes first.

    Raises:
        InputError: the file cannot be used.
    """
    said = (one._replace(id=TOGETHER.join(sorted(one.id.split(TOGETHER)))) for one in _checked(read_verdicts(path)))
    return list({one.id: one for one in said if TOGETHER in one.id}.values())


def read_verdicts(path: Path) -> pd.DataFrame:
    """A verdicts file, all cells as text.

    Raises:
        InputError: it is missing or not readable as CSV.
    """
    import pandas as pd

    columns = ", ".join(Verdict._fields)
    if not path.is_file():
        raise InputError(f"{path} is not a file. Give the verdicts as CSV with the columns {columns}.")
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", skipinitialspace=True)
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as problem:
        raise InputError(f"{path} cannot be read as CSV ({problem}). Columns: {columns}.") from problem
    if not isinstance(table.index, pd.RangeIndex):  # its rows would be read one column aside
        raise InputError(f"{path}: a row has more cells than the first line names. Put texts with commas in quotes.")
    try:
        _checked(table.fillna(""))
    except InputError as problem:
        raise InputError(f"{path}: {problem}") from problem
    return table.fillna("")


def _checked(verdicts: pd.DataFrame) -> tuple[Verdict, ...]:
    """The verdicts in order, in lower case, each of them keep or drop."""
    missing = [column for column in NEEDED if column not in verdicts]
    if missing:
        raise InputError(
            f"The verdicts lack the column {missing[0]!r}. The file needs the columns {', '.join(NEEDED)} and may have "
            "who, why, name; a line looks like: cue-0a1b2c3d4e5f,drop,Leyla,this is a place name,"
        )
    cells = [verdicts[column].astype(str) if column in verdicts else [""] * len(verdicts) for column in Verdict._fields]
    said = [Verdict(*(cell.strip() for cell in row)) for row in zip(*cells, strict=True)]
    wrong = sorted({one.verdict.lower() for one in said} - set(VERDICTS))
    if wrong:
        raise InputError(f"The verdict {wrong[0]!r} is unknown. Write keep or drop.")
    return tuple(one._replace(verdict=one.verdict.lower()) for one in said)


def _of_rows(report: VerdictReport) -> str:
    kinds = listed([f"{count} {kind}" for kind, count in sorted(report.by_kind.items())])
    taken = f"{plural(report.dropped, 'finding')}{f' ({kinds})' if kinds else ''}"
    return f"Readers' verdicts took out {taken} and confirmed {report.kept}."


def _of_pairs(pairs: Sequence[Verdict]) -> str:
    if not pairs:
        return ""
    kept = {one.id for one in pairs if one.verdict == "keep"}
    named = {one.id for one in pairs if one.id in kept and one.name}
    rejected = len({one.id for one in pairs} - kept)
    return f" Of the pairs of wordings they accepted {len(kept)}, named {len(named)} of these and rejected {rejected}."


def _of_unknown(unknown: Sequence[str]) -> str:
    if not unknown:
        return ""
    return f" {plural(len(unknown), 'verdict')} name a finding that is not in this run, the first is {unknown[0]!r}."
