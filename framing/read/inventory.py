"""A manifest filled in with what reading found, ready to be edited: `framing manifest FOLDER`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from framing.model import Article
from framing.read.corpus import Watch, read_corpus
from framing.read.metadata import MANIFEST
from framing.read.records import ReadResult
from framing.read.stories import find_stories

COLUMNS = ("file", "source", "title", "date", "event", "url", "source_from", "partial")


def describe_folder(
    folder: str | Path, *, stories: bool = True, layouts: Sequence[str | Path] = (), watch: Watch | None = None
) -> tuple[str, ReadResult]:
    """The manifest of a folder as CSV text, one row a file that is one article, and what reading it gave.

    Files of several articles name these themselves: their row is empty, and what is written into it holds where they
    say nothing. With `stories` an event is proposed where none is.

    Raises:
        InputError: the folder does not exist, or holds nothing usable.
    """
    result = read_corpus(folder, layouts=layouts, watch=watch)
    articles = find_stories(result.articles).articles if stories else result.articles
    top = Path(folder)
    box = StringIO()
    table = csv.writer(box, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(sorted([*_rows(articles, dict(result.files), top), *_others(result, top)]))
    return box.getvalue(), result


def _rows(articles: tuple[Article, ...], files: Mapping[str, Path], top: Path) -> Iterator[tuple[str, ...]]:
    """One row an article that has a file of its own, by name of the file."""
    known = {one.id: one for one in articles}
    for id, file in sorted(files.items(), key=lambda item: item[1]):
        one, name = known[id], file.relative_to(top).as_posix()
        yield name, one.source, one.title, one.date, one.event, one.url, one.source_from, one.partial


def _others(result: ReadResult, top: Path) -> Iterator[tuple[str, ...]]:
    """An empty row for each file that holds several articles."""
    alone = {file for _, file in result.files}
    skipped = {one.path for one in result.skipped}
    for shown, _ in result.inputs:
        file = Path(shown)
        if file.name != MANIFEST and file not in alone and shown not in skipped and file.is_relative_to(top):
            yield (file.relative_to(top).as_posix(), *[""] * (len(COLUMNS) - 1))


def manifest_path(folder: str | Path) -> Path:
    """Where the manifest of a folder stands."""
    return Path(folder) / MANIFEST
