"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files or folders; - reads one text from standard input.")
]
Packs = Annotated[list[str] | None, typer.Option("--pack", help="Frame pack by name or .toml file; may be repeated.")]
Out = Annotated[Path | None, typer.Option("--out", help="Folder to write to.")]
Formats = Annotated[str, typer.Option("--format", help="Any of pdf, png, html, separated by commas.")]
Force = Annotated[bool, typer.Option("--force", help="Write into a folder that holds other files.")]
Actors = Annotated[Path | None, typer.Option("--actors", help="Roster edits, as written by `framing actors`.")]
Language = Annotated[str, typer.Option("--language-check", help="on: skip texts that are not English; off: take all.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, help="Processes to read with.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Verdicts = Annotated[Path | None, typer.Option("--verdicts", help="verdicts.csv: rows that readers kept or dropped.")]
Seed = Annotated[int, typer.Option("--seed", help="Seed of every random draw.")]
