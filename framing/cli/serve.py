"""`framing serve`: the whole job as a page in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def serve(
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 0,
    shortcut: Annotated[bool, typer.Option("--shortcut", help="Write a file to double-click, and stop.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the shortcut; none: the desktop.")] = None,
) -> int:
    """Open the whole job as a page in the browser: add articles, correct, compare, save, make a lesson."""
    from framing.cli import console
    from framing.serve import run_server, write_shortcut

    if shortcut:
        console.say(
            f"Written: {write_shortcut(out)}. Double-click it to begin. "
            "Where the desktop asks whether to trust or launch it (GNOME: right click, Allow Launching), say yes once."
        )
    else:
        run_server(port=port, browser=browser)
    return 0
