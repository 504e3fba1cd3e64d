"""The command of the news desk: check."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import OVER_LIMIT, PARTIAL, Json, Language, read_switch
from framing.errors import UsageError

if TYPE_CHECKING:
    from framing.check import PlacedIssue

Drafts = Annotated[list[str], typer.Argument(metavar="DRAFT…", help="Files; - reads a text from standard input.")]
FailOn = Annotated[str, typer.Option("--fail-on", help="Kinds, separated by commas, that end with code 3.")]
Sarif = Annotated[bool, typer.Option("--sarif", help="Print SARIF 2.1.0 for editors and code hosts.")]


def check(
    drafts: Drafts, fail_on: FailOn = "", as_json: Json = False, sarif: Sarif = False, language: Language = "on"
) -> int:
    """Check an article before it is printed: line:column, kind, words, why, in whose voice."""
    failing, check_language = _read_kinds(fail_on), read_switch(language)
    if as_json and sarif:
        raise UsageError("--json and --sarif: use one of them.")
    from framing.cli import console

    issues: list[PlacedIssue] = []
    partial = False
    with console.standard_input(drafts) as paths:
        for path, shown in zip(paths, drafts, strict=True):
            found, skipped = _check_file(Path(path), "standard input" if shown == "-" else shown, check_language)
            issues += found
            partial = partial or skipped
    _put(issues, failing, form="json" if as_json else "sarif" if sarif else "", named=len(drafts) > 1)
    if any(one.issue.kind in failing for one in issues):
        return OVER_LIMIT
    return PARTIAL if partial else 0


def _read_kinds(wanted: str) -> tuple[str, ...]:
    """The kinds named, each once.

    Raises:
        UsageError: one of them is no kind.
    """
    from framing.check.records import ISSUE_KINDS

    kinds = tuple(dict.fromkeys(part.strip() for part in wanted.split(",") if part.strip()))
    unknown = [kind for kind in kinds if kind not in ISSUE_KINDS]
    if unknown:
        raise UsageError(f"--fail-on {unknown[0]!r}: use any of {', '.join(ISSUE_KINDS)}, separated by commas.")
    return kinds


def _check_file(path: Path, shown: str, language_check: bool) -> tuple[list[PlacedIssue], bool]:
    """The issues of one file, and whether something in it was left out.

    Raises:
        UsageError: it is a folder.
    """
    from framing.check import check_draft, place_issues
    from framing.cli import console
    from framing.read import read_corpus
    from framing.read.encoding import decode

    if path.is_dir():
        raise UsageError(f"{shown} is a folder. Name the drafts, such as {shown.rstrip('/')}/draft.txt.")
    corpus = read_corpus([path], language_check=language_check)
    for one in corpus.skipped:
        console.say(f"Skipped {shown}: {one.reason}. {one.remedy}")
    raw = decode(path.read_bytes()).text
    placed = [
        issue for article in corpus.articles for issue in place_issues(check_draft(article), article.text, raw, shown)
    ]
    return sorted(placed, key=lambda one: (one.line, one.column, one.issue.kind)), bool(corpus.skipped)


def _put(issues: list[PlacedIssue], failing: tuple[str, ...], *, form: str, named: bool) -> None:
    """The issues on standard output; for people also how many there are of each kind, on standard error."""
    from framing import __version__
    from framing.check import ISSUE_KINDS, as_records, as_sarif, say_issues
    from framing.cli import console

    if form:
        record = as_records(issues) if form == "json" else as_sarif(issues, __version__, failing)
        sys.stdout.write(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
        return
    console.put("".join(f"{line}\n" for line in say_issues(issues, named=named)))
    counts = Counter(one.issue.kind for one in issues)
    console.say(
        ", ".join(f"{counts[kind]} {kind}" for kind in ISSUE_KINDS if counts[kind])
        or "Nothing to look at: no kind of issue was found."
    )
