"""What an edition is, the same for the report, the command line and the classroom: formats, paper and mode."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from framing.errors import UsageError

FORMATS = ("pdf", "png", "html")
SMALL = 12  # articles up to which the paper is two pages
PAPERS = {"a4": "a4", "letter": "us-letter"}  # as a user says it: as the typesetter does
FOOT = "Made with framing. It counts wording and names whose words they are; it does not judge motives."


class Edition(NamedTuple):
    """Formats, paper ("a4" or "letter") and mode; on paper two pages of a small run, all of it with `full`."""

    formats: tuple[str, ...] = FORMATS
    paper: str = "a4"
    greyscale: bool = False
    full: bool = False

    @property
    def look(self) -> dict[str, Any]:
        """Paper and mode as the typesetter's templates read them."""
        return {"paper": PAPERS[self.paper], "greyscale": self.greyscale}


def check_paper(paper: str) -> str:
    """The paper asked for on the command line, in lower case.

    Raises:
        UsageError: it is unknown.
    """
    if paper.lower() not in PAPERS:
        raise UsageError(f"--paper {paper!r}: use {' or '.join(PAPERS)}.")
    return paper.lower()


def check_edition(formats: Sequence[str], paper: str, *, greyscale: bool = False, full: bool = False) -> Edition:
    """The edition, when it can be made.

    Raises:
        UsageError: an unknown format or paper.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise UsageError(f"Unknown report format {', '.join(unknown) or '(none)'}. Use any of {', '.join(FORMATS)}.")
    if paper.lower() not in PAPERS:
        raise UsageError(f"Unknown paper {paper.lower()!r}. Use a4 or letter.")
    return Edition(tuple(formats), paper.lower(), greyscale, full)
