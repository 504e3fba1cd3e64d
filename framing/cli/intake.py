"""The commands before the main job: fetch pages, write a manifest to edit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import PARTIAL, Force, Layouts, OutFolder
from framing.errors import UsageError


def fetch(
    urls: Annotated[list[str] | None, typer.Argument(metavar="URL…", help="Addresses of articles.")] = None,
    out: OutFolder = Path("pages"),
    feed: Annotated[str, typer.Option("--feed", help="Address of a news feed: fetch the pages it links to.")] = "",
    most: Annotated[int, typer.Option("--most", min=1, help="Pages to fetch at most.")] = 20,
    pause: Annotated[float, typer.Option("--pause", min=0.0, help="Seconds between two pages of one site.")] = 2.0,
) -> int:
    """Save pages from the web with a manifest: one at a time, with pauses, robots.txt obeyed. Needs a network."""
    from framing.cli import console
    from framing.fetch import fetch_pages, links_of_feed

    named = [*(urls or ()), *(links_of_feed(feed) if feed else ())][:most]
    if not named:
        raise UsageError("no address was named. Name addresses of articles, or a feed with --feed.")
    found = fetch_pages(named, out, pause=pause)
    for one in found:
        console.say(f"Saved {one.file}" if one.file else f"Not fetched {one.url}: {one.problem}.")
    console.say(f"Fill in {out / 'manifest.csv'}, or see what is known: framing manifest {out} --force.")
    return PARTIAL if any(one.file is None for one in found) else 0


def manifest(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of articles.")],
    stories: Annotated[bool, typer.Option("--stories/--no-stories", help="Propose an event for each article.")] = True,
    layouts: Layouts = None,
    force: Force = False,
) -> int:
    """Write FOLDER/manifest.csv filled in with what was found in the articles, ready to be edited."""
    from framing.cli import console, outputs
    from framing.folder import open_file
    from framing.read.inventory import describe_folder, manifest_path
    from framing.say import plural

    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder. Name the folder that holds the articles.")
    path = manifest_path(folder)
    outputs.claim_file(path, force=force)
    with console.reading() as watch:
        text, result = describe_folder(folder, stories=stories, layouts=layouts or (), watch=watch)
    console.say_reading(result)
    with open_file(path) as aside:
        aside.write_text(text, encoding="utf-8", newline="")
    files = plural(len(text.splitlines()) - 1, "file")
    console.say(f"Wrote {path}: {files}. Correct it in a spreadsheet, then compare the folder.")
    return PARTIAL if result.skipped else 0
