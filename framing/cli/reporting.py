"""How a report should look, checked before any work is done."""

from __future__ import annotations

from dataclasses import dataclass

from framing.errors import UsageError

FORMATS = ("pdf", "png", "html")
PAPERS = ("a4", "letter")


@dataclass(frozen=True)
class Look:
    """Formats, paper and mode of a report."""

    formats: tuple[str, ...] = FORMATS
    paper: str = "a4"
    short: bool = False
    greyscale: bool = False

    @classmethod
    def of(cls, formats: str, *, paper: str = "a4", short: bool = False, greyscale: bool = False) -> Look:
        """The look asked for on the command line.

        Raises:
            UsageError: an unknown format or paper.
        """
        wanted = tuple(dict.fromkeys(part.strip().lower() for part in formats.split(",") if part.strip()))
        unknown = [name for name in wanted if name not in FORMATS]
        if unknown or not wanted:
            raise UsageError(f"--format {formats!r}: use any of {', '.join(FORMATS)}, separated by commas.")
        if paper.lower() not in PAPERS:
            raise UsageError(f"--paper {paper!r}: use {' or '.join(PAPERS)}.")
        return cls(wanted, paper.lower(), short, greyscale)
