"""What comes up while files are read, and the warnings that come of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from framing.read.dates import read_date
from framing.read.metadata import COLUMNS, MANIFEST
from framing.read.parts import MissingLibrary
from framing.read.records import Draft, Metadata, Noted, Skipped
from framing.read.values import name_first

GIVEN = ("", "given in the file", "manifest", "header of the export", "site name of the page", "sender of the mail")


class Journal:
    """What comes up while files are read."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.noted: list[Noted] = []
        self.inputs: list[tuple[str, str]] = []
        self.unnamed: set[str] = set()  # sources that are but names of files and folders
        self.guessed: dict[str, set[str]] = defaultdict(set)  # how a source was told, and the sources so named
        self.odd_dates: list[str] = []
        self.undated: list[str] = []  # saved pages that do not tell when they were published
        self.layouts: set[str] = set()  # files of layouts of one's own that fitted
        self.missing: list[MissingLibrary] = []  # libraries that files would have needed

    def note(self, draft: Draft, known: Metadata) -> None:
        """Keeps in mind how a source was told, by which layout, and that a date is missing or cannot be read."""
        self.layouts.add(draft.layout)
        if known.source_from.startswith("name of"):
            self.unnamed.add(known.source)
        elif known.source_from not in GIVEN:
            self.guessed[known.source_from].add(known.source)
        if known.date and not read_date(known.date):
            self.odd_dates.append(f"{known.date!r} in {draft.place}")
        if draft.title_lines and not known.date:
            self.undated.append(draft.place)

    def say(self) -> Iterator[Noted]:
        """The warnings, those about sources and dates in one line each."""
        yield from self.noted
        if self.guessed:
            told = "; ".join(f"{name_first(sorted(names))} ({how})" for how, names in sorted(self.guessed.items()))
            yield Noted(f"who published it was told from the texts: {told}.")
        if self.unnamed:
            yield Noted(
                "no source is given, so the name of the file or folder stands for it "
                f"({name_first(sorted(self.unnamed))}).",
                f"To name sources, put a {MANIFEST} beside the files ({COLUMNS}; `framing manifest FOLDER` writes it), "
                "or a line `source: …` between --- lines at the top of each.",
                "Write who published it into the table.",
            )
        if self.undated:
            told = name_first(self.undated)
            yield Noted(
                f"no day of publication stands on {told}.",
                f"Where you know it, write it into a {MANIFEST}, column `date`, as 2024-04-03.",
                "Dates only help to tell stories apart.",
            )
        if self.odd_dates:
            told = name_first(self.odd_dates)
            yield Noted(
                f"dates that can be read in no way or in two were left out: {told}.", "Write them as 2024-04-03."
            )
