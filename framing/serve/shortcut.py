"""A file to double-click that starts the page, for the system that this runs on."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from framing.errors import UsageError
from framing.folder import open_file

MARK = "framing serve"  # stands in every file that we wrote


def write_shortcut(folder: Path | None = None, *, system: str = sys.platform, python: str = sys.executable) -> Path:
    """Writes the file into `folder` (the desktop, else the home folder) and returns it.

    Raises:
        UsageError: there is no such folder, or a file of that name that this program did not write.
        InputError: it cannot be written there.
    """
    folder = folder or _desktop()
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder. Name one with --out.")
    name, text = _shortcut_for(system, python)
    path = folder / name
    if path.exists() and MARK not in path.read_text("utf-8", errors="replace"):
        raise UsageError(f"{path} exists and is none of ours. Name another folder with --out.")
    with open_file(path) as aside:
        aside.write_bytes(text.encode())
        aside.chmod(0o755)
    return path


def _desktop() -> Path:
    desktop = Path.home() / "Desktop"
    return desktop if desktop.is_dir() else Path.home()


def _shortcut_for(system: str, python: str) -> tuple[str, str]:
    """Name and content of the file."""
    if system == "win32":
        quoted = python.replace("%", "%%")
        return "framing.bat", f'@echo off\r\nrem {MARK}\r\n"{quoted}" -m framing serve\r\nif errorlevel 1 pause\r\n'
    if system == "darwin":
        return "framing.command", f"#!/bin/sh\n# {MARK}\nexec {shlex.quote(python)} -m framing serve\n"
    return "framing.desktop", _desktop_entry(python)


def _desktop_entry(python: str) -> str:
    """A desktop entry; within quotes four signs take a backslash, itself written twice in such a file, and % is %%.

    Source: Desktop Entry Specification 1.5, "The Exec key".
    """
    quoted = "".join(f"\\\\{c}" if c in '"`$\\' else c for c in python).replace("%", "%%")
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=framing",
        f"Comment=Compare how news outlets word the same events ({MARK})",
        f'Exec="{quoted}" -m framing serve',
        "Icon=text-html",
        "Terminal=false",
        "Categories=Education;",
    ]
    return "\n".join(lines) + "\n"
