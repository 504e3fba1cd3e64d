"""Issues as lines for people, as plain records, and as SARIF for editors and code hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from framing.check.places import PlacedIssue
from framing.check.records import ISSUE_KINDS
from framing.text import clip

WIDEST = 48  # characters of the words in a line
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def say_issues(issues: Sequence[PlacedIssue], *, named: bool) -> Iterator[str]:
    """One line an issue: place, kind, words, why, in whose voice; `named` opens each with its file."""
    for one in issues:
        place = f"{f'{one.file}:' if named else ''}{one.line}:{one.column}"
        words = f"“{clip(one.issue.words, WIDEST)}”"
        yield f"{place:8s}  {one.issue.kind:11s}  {words}  {one.issue.why}  [{one.issue.voice}]"


def as_records(issues: Iterable[PlacedIssue]) -> list[dict[str, Any]]:
    """One record an issue, for JSON."""
    return [
        {
            "file": one.file, "line": one.line, "column": one.column, "end_line": one.end_line,
            "end_column": one.end_column, "kind": one.issue.kind, "words": one.issue.words, "why": one.issue.why,
            "voice": one.issue.voice,
        }
        for one in issues
    ]  # fmt: skip


def as_sarif(issues: Iterable[PlacedIssue], version: str, failing: Iterable[str] = ()) -> dict[str, Any]:
    """The issues as one run of SARIF 2.1.0; kinds in `failing` are warnings, all others notes.

    Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
    """
    serious = set(failing)
    rules = [{"id": kind, "shortDescription": {"text": says}} for kind, says in ISSUE_KINDS.items()]
    driver = {"name": "framing", "version": version, "rules": rules}
    order = list(ISSUE_KINDS)
    results = [
        {
            "ruleId": one.issue.kind,
            "ruleIndex": order.index(one.issue.kind),
            "level": "warning" if one.issue.kind in serious else "note",
            "message": {"text": f"“{one.issue.words}”: {one.issue.why} ({one.issue.voice})"},
            "locations": [_location(one)],
        }
        for one in issues
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _location(one: PlacedIssue) -> dict[str, Any]:
    region = {
        "startLine": one.line, "startColumn": one.column, "endLine": one.end_line, "endColumn": one.end_column,
    }  # fmt: skip
    place = PurePath(one.file).as_posix()
    uri = f"file://{quote(place)}" if PurePath(one.file).is_absolute() else quote(place)
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
