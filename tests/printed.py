"""What stands in a PDF, and what a command says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from pypdf import PdfReader

ROOT = Path(__file__).parents[1]


def pdf_words(file: Path) -> str:
    """All words of a PDF, one space between them."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def run_framing(*args: object, more: dict[str, str] | None = None, **options: Any) -> subprocess.CompletedProcess[str]:
    """A command as a user types it, with `more` in its environment."""
    command = [sys.executable, "-m", "framing", *map(str, args)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", **(more or {})}
    known = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8", "env": environment}
    return subprocess.run(command, **{**known, "check": False, **options})
