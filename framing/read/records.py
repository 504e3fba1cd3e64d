"""What reading hands over: the articles, what was left out and why, and what was cut away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from framing.errors import InputError
from framing.model import Article
from framing.read.layout_file import Layout


class Metadata(NamedTuple):
    """What is known about an article besides its text; "" means unknown."""

    id: str = ""
    source: str = ""
    title: str = ""
    date: str = ""  # as it stands in the file until `read_date` has made it ISO 8601
    event: str = ""
    url: str = ""
    source_from: str = ""  # why the source is called so
    partial: str = ""  # why the text is a beginning only
    not_after: str = ""  # a day on which the page was seen

    def or_else(self, other: Metadata) -> Metadata:
        """These values, and those of `other` where nothing is known; the reason goes with the source."""
        merged = Metadata(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))
        return merged._replace(source_from=self.source_from if self.source else other.source_from)


class Found(NamedTuple):
    """A file to read. `shown` is its path as the user would write it, `parts` its path below the folder given."""

    path: Path
    shown: str
    parts: tuple[str, ...]
    folder: str  # name of the folder given, when there were several, else ""
    known: Metadata
    manifest: Path | None  # that speaks of it
    layouts: tuple[Layout, ...] = ()  # of one's own

    def part(self, number: int, unit: str = "article") -> Found:
        """One of several texts in the file, by its number."""
        parts = (*self.parts[:-1], f"{self.parts[-1]}-{number}")
        return self._replace(shown=f"{self.shown}, {unit} {number}", parts=parts)


class Skipped(NamedTuple):
    """A file or row that was left out. `remedy` says what to do about it at the command line, `in_browser` in the page
    that serves it ("" for the same)."""

    path: str
    reason: str
    remedy: str
    in_browser: str = ""


class Noted(NamedTuple):
    """What reading warns of, and what to do about it at the command line and in the page (`in_browser`)."""

    what: str
    remedy: str = ""
    in_browser: str = ""


class Removed(NamedTuple):
    """Words that cleaning took out of an article, kept for `run.json`."""

    article: str
    reason: str
    text: str


class Unusable(InputError):
    """One file or row cannot be used; reading goes on with the others and lists it as `Skipped`."""

    def __init__(self, reason: str, remedy: str, in_browser: str = "") -> None:
        super().__init__(f"{reason}. {remedy}")
        self.reason = reason
        self.remedy = remedy
        self.in_browser = in_browser

    def at(self, place: str) -> Skipped:
        """The file or row there, as one that was left out."""
        return Skipped(place, self.reason, self.remedy, self.in_browser)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way to becoming an article."""

    place: str  # the file as the user named it, with the row where there are rows
    parts: tuple[str, ...]  # path below the folder that was given, last part without ending: makes the id
    text: str
    known: Metadata = Metadata()
    paragraphs: bool = False  # every line is a paragraph already, so that lines need no joining
    removed: tuple[tuple[str, str], ...] = ()  # reason and words of what taking the text out of its page left behind
    title_lines: tuple[str, ...] = ()  # titles around the text, which often end in the outlet's name
    layout: str = ""  # file of the layout of one's own that it was read by


Note = Callable[[str], None]  # takes a warning about the file that is read
Drafts = Iterator[Draft | Skipped]  # of one file, or of its rows


class Format(NamedTuple):
    """How the files of some endings are read. `many`: rows of articles, so that such a file may be of any size."""

    endings: tuple[str, ...]  # lower case; the first stands for all of them in messages
    read: Callable[[Found, bytes, Note], Drafts]
    many: bool = False


class ReadingStep(NamedTuple):
    """How far reading is: which file of how many, and the articles found so far."""

    file: int
    files: int
    articles: int


class StoryProposal(NamedTuple):
    """The story proposed for one article. `doubt` says in words what may be otherwise, "" when nothing may."""

    article: str
    event: str
    doubt: str


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Everything that came of reading.

    `articles` are ordered by event, date, source and id; `inputs` holds (path, SHA-256 of the bytes) for every file
    that was opened, in the order of their paths; `stories` what was proposed for articles without an event;
    `files` (article id, path) for every file that is one article.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    removed: tuple[Removed, ...] = ()
    noted: tuple[Noted, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    stories: tuple[StoryProposal, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was noted, each with what to do about it at the command line."""
        return tuple(f"{one.what} {one.remedy}".rstrip() for one in self.noted)
