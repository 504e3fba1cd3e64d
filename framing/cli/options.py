"""Arguments and options that several commands share, each declared once, and what they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.errors import UsageError

if TYPE_CHECKING:
    from framing.report.edition import Edition

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files or folders; - reads one text from standard input.")
]
Packs = Annotated[
    list[str] | None,
    typer.Option("--pack", help="Frame pack by name or .toml file: always speaks. Without any, all topics are tried."),
]
NoPacks = Annotated[bool, typer.Option("--no-packs", help="Use no frame pack at all.")]
Out = Annotated[Path | None, typer.Option("--out", help="Folder to write to.")]
OutFolder = Annotated[Path, typer.Option("--out", help="Folder to write to.")]
Formats = Annotated[str, typer.Option("--format", help="Any of pdf, png, html, separated by commas.")]
Paper = Annotated[str, typer.Option("--paper", help="a4 or letter.")]
Full = Annotated[bool, typer.Option("--full", help="All sections in the PDF, not only the first two pages.")]
Tables = Annotated[bool, typer.Option("--tables", help="Print all tables too.")]
Greyscale = Annotated[bool, typer.Option("--greyscale", help="Charts without colour.")]
Force = Annotated[bool, typer.Option("--force", help="Write into a folder that holds other files.")]
Actors = Annotated[Path | None, typer.Option("--actors", help="Roster edits, as written by `framing actors`.")]
Language = Annotated[str, typer.Option("--language-check", help="on: skip texts that are not English; off: take all.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, help="Processes to read with.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Verdicts = Annotated[Path | None, typer.Option("--verdicts", help="verdicts.csv: what readers kept, dropped or named.")]
Seed = Annotated[int, typer.Option("--seed", help="Seed of every random draw.")]

Events = Annotated[
    str,
    typer.Option("--events", help="events.csv, as proposed and edited; off: articles without an event stay without."),
]

Layouts = Annotated[
    list[Path] | None,
    typer.Option("--layout", help="Layout of one's own for files of several articles, .toml; see also FOLDER/layouts."),
]
Store = Annotated[
    Path | None, typer.Option("--store", help="Folder for a large collection: resumed, added to, joined at the end.")
]
ClusterAddress = Annotated[
    str, typer.Option("--cluster", help="Address of a Dask scheduler, tcp://host:port, whose workers read for --store.")
]
Limit = Annotated[
    float | None,
    typer.Option("--fail-on", help="Exit 3 when an article has more loaded words than this per 1,000 own words."),
]
EventTaught = Annotated[
    str, typer.Option("--event", help="The event to teach; needed when the articles are on several.")
]
KeepTexts = Annotated[bool, typer.Option("--texts", help="Keep the articles' texts in the store.")]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", help="Of a store: FIELD=VALUE with source, event, date (2024-05) or article."),
]

PARTIAL, OVER_LIMIT = 6, 3  # exit codes: some files were skipped; more was found than is allowed
ALL_FORMATS = "pdf,png,html"
DEFAULT_SEED = 7


@dataclass(frozen=True)
class Request:
    """What the user asked to be read: files, packs by name or file, roster edits, and how to read."""

    paths: Sequence[str]
    packs: Sequence[str] | None = None
    actors: Path | None = None
    language: str = "on"
    jobs: int = 1
    as_is: bool = False
    layouts: Sequence[Path] = ()  # files that say how exports are laid out
    only: Sequence[str] = ()  # which articles of a store: "source=Courier"
    events: str = "off"  # a file of events, "off", or "": stories are found where no event is given


def read_switch(language: str) -> bool:
    """Whether languages are checked: what --language-check says.

    Raises:
        UsageError: neither on nor off.
    """
    if language not in ("on", "off"):
        raise UsageError(f"--language-check {language!r}: use on or off.")
    return language == "on"


def settle_packs(packs: Sequence[str] | None, no_packs: bool) -> Sequence[str] | None:
    """The packs asked for: those named, none at all, or (None) those that are about the articles.

    Raises:
        UsageError: packs are named and refused at once.
    """
    if no_packs and packs:
        raise UsageError("--pack and --no-packs: use one of them.")
    return [] if no_packs else packs


def read_edition(formats: str, paper: str = "a4", *, greyscale: bool = False, full: bool = False) -> Edition:
    """The edition asked for on the command line, checked before any work is done.

    Raises:
        UsageError: an unknown format or paper.
    """
    from framing.report.edition import FORMATS, Edition, check_paper

    wanted = tuple(dict.fromkeys(part.strip().lower() for part in formats.split(",") if part.strip()))
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise UsageError(f"--format {formats!r}: use any of {', '.join(FORMATS)}, separated by commas.")
    return Edition(wanted, check_paper(paper), greyscale, full)
