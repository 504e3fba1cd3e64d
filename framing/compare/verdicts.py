"""Readers' verdicts on single findings: a second table that filters; nobody edits evidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framing.compare.records import VerdictReport
from framing.errors import InputError
from framing.say import listed, plural

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

COLUMNS = ("id", "verdict", "who", "why")
VERDICTS = ("keep", "drop")


def apply_verdicts(analysis: Analysis, verdicts: pd.DataFrame) -> tuple[Analysis, VerdictReport]:
    """The analysis without the rows that readers dropped, and what that changed.

    `verdicts` has the columns id, verdict (keep or drop), who, why. When readers disagree on a row it is kept.

    Raises:
        InputError: a column is missing or a verdict is neither keep nor drop.
    """
    said = _checked(verdicts)
    ids = verdicts["id"].astype(str)
    kept, dropped = set(ids[said == "keep"]), set(ids[said == "drop"])
    evidence = analysis.evidence
    present = set(evidence["id"])
    out = evidence["id"].isin((dropped - kept) & present)
    by_kind = {str(kind): int(count) for kind, count in evidence.loc[out, "kind"].astype(str).value_counts().items()}
    unknown = tuple(sorted((kept | dropped) - present))
    report = VerdictReport(
        kept=len(kept & present),
        dropped=int(out.sum()),
        unknown=unknown,
        by_kind=by_kind,
        sentence=_sentence(int(out.sum()), len(kept & present), unknown, by_kind),
    )
    return replace(analysis, evidence=evidence[~out].reset_index(drop=True)), report


def read_verdicts(path: Path) -> pd.DataFrame:
    """A verdicts file, all cells as text.

    Raises:
        InputError: it is missing or not readable as CSV.
    """
    import pandas as pd

    if not path.is_file():
        raise InputError(f"{path} is not a file. Give the verdicts as CSV with the columns {', '.join(COLUMNS)}.")
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", skipinitialspace=True)
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as problem:
        raise InputError(f"{path} cannot be read as CSV ({problem}). Columns: {', '.join(COLUMNS)}.") from problem
    try:
        _checked(table.fillna(""))
    except InputError as problem:
        raise InputError(f"{path}: {problem}") from problem
    return table.fillna("")


def _checked(verdicts: pd.DataFrame) -> pd.Series[str]:
    """The verdicts in lower case, each of them keep or drop."""
    missing = [column for column in COLUMNS[:2] if column not in verdicts]
    if missing:
        raise InputError(
            f"The verdicts lack the column {missing[0]!r}. The file needs the columns {', '.join(COLUMNS)}; "
            "a line looks like: cue-0a1b2c3d4e5f,drop,Leyla,this is a place name"
        )
    said = verdicts["verdict"].astype(str).str.strip().str.lower()
    wrong = sorted(set(said) - set(VERDICTS))
    if wrong:
        raise InputError(f"The verdict {wrong[0]!r} is unknown. Write keep or drop.")
    return said


def _sentence(dropped: int, kept: int, unknown: tuple[str, ...], by_kind: dict[str, int]) -> str:
    kinds = listed([f"{count} {kind}" for kind, count in sorted(by_kind.items())])
    text = (
        f"Readers' verdicts took out {plural(dropped, 'finding')}{f' ({kinds})' if kinds else ''} and confirmed {kept}."
    )
    if unknown:
        text += (
            f" {plural(len(unknown), 'verdict')} name a finding that is not in this run, the first is {unknown[0]!r}."
        )
    return text
