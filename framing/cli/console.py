"""What goes to the terminal besides the tables: messages and progress on stderr, standard input as a file."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from framing.errors import InputError
from framing.folder import open_scratch, read_record
from framing.say import number, plural, printable, rate

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from framing.evidence import Analysis
    from framing.read import ReadResult
    from framing.read.records import ReadingStep, Skipped

PROGRESS_FROM = 10  # articles
SHOWN_STORIES = 8
EVERY = 4.0  # seconds between two lines that say how far it is
SHOWN = 20  # messages of one sort


def say(message: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"{printable(message)}\n")


def put(text: str) -> None:
    """Text on standard output, without characters that would command a terminal."""
    sys.stdout.write(printable(text))


def say_reading(corpus: ReadResult) -> None:
    """What reading warns of, and what it left out with the remedy."""
    for warning in corpus.warnings[:SHOWN]:
        say(f"Note: {warning}")
    if len(corpus.warnings) > SHOWN:
        say(f"Note: … and {len(corpus.warnings) - SHOWN} more notes (all are in run.json).")
    say_skipped(corpus.skipped)


def say_skipped(skipped: Sequence[Skipped]) -> None:
    """What was left out, with the remedy."""
    for one in skipped[:SHOWN]:
        say(f"Skipped {one.path}: {one.reason}. {one.remedy}")
    if len(skipped) > SHOWN:
        say(f"Skipped … and {len(skipped) - SHOWN} more (all are in run.json).")


def say_packs(analysis: Analysis) -> None:
    """Which frame packs spoke; nothing when none was asked for."""
    from framing.evidence.view import packs_spoken
    from framing.packs import read_caveats

    spoken = packs_spoken(analysis.articles)
    if spoken is not None:
        none = "No word list of a topic applies here: compared is what the articles themselves call one thing."
        say(f"Word lists of topics that apply here: {', '.join(spoken)}." if spoken else none)
        for caveat in read_caveats(spoken):
            say(caveat)


def say_stories(corpus: ReadResult) -> None:
    """How many articles are on how many stories, the largest by name, and how many are in doubt."""
    counted = Counter(article.event for article in corpus.articles)
    largest = [f"{event} ({count})" for event, count in counted.most_common(SHOWN_STORIES)]
    more = f" and {len(counted) - SHOWN_STORIES} more" if len(counted) > SHOWN_STORIES else ""
    stories = "1 story" if len(counted) == 1 else f"{len(counted)} stories"
    say(f"{plural(len(corpus.articles), 'article')} on {stories}: {'; '.join(largest)}{more}.")
    doubtful = sum(bool(one.doubt) for one in corpus.stories)
    told = f", {plural(doubtful, 'article')} in doubt" if doubtful else ""
    say(f"Stories were told from the texts{told}: --out writes events.csv; edit it, give it back with --events.")


def say_written(out: Path) -> None:
    """Where the results are, the report first."""
    written = read_record(out).get("outputs", ())
    for name in ("report.html", "report.pdf"):
        if name in written:
            say(f"Report: {out / name}")
    say(f"{len(written)} files in {out}")


def put_table(table: pd.DataFrame) -> None:
    """A table on standard output, as it would be in a file."""
    from framing.evidence.disk import write_csv

    buffer = StringIO()
    write_csv(table, buffer)
    put(buffer.getvalue())


def make_table(title: str, *columns: str) -> Table:
    """A plain table whose cells are text, never markup."""
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(printable(column), overflow="fold")
    return table


def add_row(table: Table, *cells: str) -> None:
    """Adds a row of texts that no terminal takes for commands."""
    table.add_row(*map(printable, cells))


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None] | None]:
    """A tick for each article: a bar where somebody is looking, else a line every few seconds."""
    if total < PROGRESS_FROM or not sys.stderr.isatty() or os.environ.get("CI"):
        read = [0]

        def count(done: int) -> None:
            read[0] += done

        with heartbeat(lambda: f"{read[0]} of {total} articles read"):
            yield count
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("read", total=total)
        yield lambda done: bar.advance(task, done)


@contextmanager
def reading() -> Iterator[Callable[[ReadingStep], None]]:
    """Takes how far reading is: a bar over the files where somebody is looking, else a line every few seconds."""
    latest = ["opening the files"]

    def keep(step: ReadingStep) -> None:
        latest[0] = f"file {step.file} of {step.files}, {plural(step.articles, 'article')} found"

    if not sys.stderr.isatty() or os.environ.get("CI"):
        with heartbeat(lambda: latest[0]):
            yield keep
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Opening files"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda step: bar.update(
            task, total=step.files, completed=step.file, description=plural(step.articles, "article")
        )


@contextmanager
def heartbeat(what: Callable[[], str]) -> Iterator[None]:
    """A line on stderr every few seconds while this lasts, so that nobody waits before silence; none with CI set."""
    if os.environ.get("CI"):
        yield
        return
    over, began = Event(), monotonic()

    def beat() -> None:
        while not over.wait(EVERY):
            say(f"… {what()}, {number(monotonic() - began, 0)} s")

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def standard_input(paths: Sequence[str]) -> Iterator[list[str]]:
    """The paths, with "-" replaced by a file that holds what came in on standard input."""
    if "-" not in paths:
        yield list(paths)
        return
    with open_scratch() as box:
        file = box / "standard-input.txt"
        if sys.stdin is None:
            raise InputError("Standard input is closed: give a file instead of -.")
        file.write_bytes(sys.stdin.buffer.read())
        try:
            yield [str(file) if path == "-" else path for path in paths]
        except InputError as error:
            raise InputError(str(error).replace(file.as_posix(), "standard input")) from error


def say_over_limit(analysis: Analysis, limit: float) -> bool:
    """Whether an article's narrator uses more loaded words than `limit` per 1,000 own words; names those that do."""
    from framing.measure.loaded import loaded_by_article

    rates = loaded_by_article(analysis)
    over = rates[rates > limit]
    for article, found in over.items():
        say(f"{article}: {rate(found)} loaded words per 1,000 own words, over the limit of {limit:g}")
    return len(over) > 0
