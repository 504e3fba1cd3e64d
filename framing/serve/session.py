"""One visit: files taken in, what was read of them, what a person corrected, and the comparisons made so far."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import UsageError
from framing.serve.comparing import SavedRun, Task, make_lesson, run_comparison, story_title
from framing.serve.reading import Correction, UploadReading, correct_articles, propose_packs, read_uploads, table_rows
from framing.serve.uploads import Upload, store_files
from framing.serve.work import Worker

if TYPE_CHECKING:
    from framing.classroom import LessonOptions

LONGEST_FIELD = 120  # characters of a source or a story
MOST_RUNS = 50
CHANGEABLE = ("source", "event", "used")


class Session:
    """What the page works on. Everything is below `folder`, which whoever made it takes away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = folder / "files"
        self.files.mkdir()
        self.worker = Worker()
        self.reading = UploadReading()
        self.edition = 0  # counts readings, so that the page knows when to draw its table anew
        self.packs: list[dict[str, Any]] = []
        self.corrections: dict[str, Correction] = {}
        self.runs: list[SavedRun] = []
        self.pasted = 0
        self.last_seen = time.monotonic()

    def seen(self) -> None:
        """Keeps in mind that the page is open."""
        self.last_seen = time.monotonic()

    def left_alone(self) -> float:
        """Seconds since the page last asked; 0 while a job runs."""
        return 0.0 if self.worker.busy else time.monotonic() - self.last_seen

    def add(self, files: Sequence[Upload]) -> None:
        """Takes files in and reads everything anew.

        Raises:
            UsageError: there are too many, none, or the program is at work.
        """
        if not files:
            raise UsageError("There is no file and no text to add.")
        if self.worker.busy:
            raise UsageError("The program is still at work. Add the files when it has finished.")
        store_files(self.files, files)
        self.worker.start("Reading the files", self._read)

    def _read(self) -> None:
        self.reading = read_uploads(self.files)
        self.packs = propose_packs(correct_articles(self.reading, self.corrections))
        self.edition += 1

    def clear(self) -> None:
        """Forgets files and corrections; comparisons stay.

        Raises:
            UsageError: the program is at work.
        """
        if self.worker.busy:
            raise UsageError("The program is still at work. Wait until it has finished.")
        for path in self.files.iterdir():
            path.unlink()
        self.reading, self.packs, self.corrections = UploadReading(), [], {}
        self.edition += 1

    def correct(self, article: str, changes: dict[str, Any]) -> None:
        """Keeps what a person set for one article: source, story, or whether it is used.

        Raises:
            UsageError: there is no such article, or a value is of no use.
        """
        if article not in {one.id for one in self.reading.articles}:
            raise UsageError("There is no such article any more. Load the page again.")
        kept = self.corrections.get(article, Correction())
        source, event, used = (changes.get(name) for name in CHANGEABLE)
        if isinstance(source, str):
            kept = kept._replace(source=_one_line(source) or None)
        if isinstance(event, str):
            kept = kept._replace(event=_one_line(event))
        if isinstance(used, bool):
            kept = kept._replace(used=used)
        self.corrections[article] = kept

    def compare(self, packs: list[str] | None) -> None:
        """Begins a comparison. None lets each pack speak in the stories that are about its topic.

        Raises:
            UsageError: a pack is unknown, or the program is at work.
        """
        if packs is not None and not set(packs) <= {pack["id"] for pack in self.packs}:
            raise UsageError("There is no such pack.")
        if len(self.runs) >= MOST_RUNS:
            raise UsageError(f"{MOST_RUNS} comparisons in one visit are the most. Save what you need and start again.")
        left_out = [name for name, *_ in self.reading.skipped]
        task = Task(correct_articles(self.reading, self.corrections), packs, left_out, self.reading.verdicts)
        folder = self.folder / f"run-{len(self.runs) + 1}"

        def job() -> None:
            self.runs.append(run_comparison(task, folder, self.worker.tell))

        self.worker.start("Beginning", job)

    def make_lesson(self, number: int, story: int, options: LessonOptions) -> None:
        """Begins a lesson on a story of a comparison, both by their numbers, from 1 and from 0.

        Raises:
            UsageError: there is no such story, or the program is at work.
        """
        run = self.find_run(number)
        events = run.comparison.events
        if not 0 <= story < len(events):
            raise UsageError("There is no such story.")

        def job() -> None:
            make_lesson(run, story, options)

        self.worker.start("Making the lesson", job)

    def find_run(self, number: int) -> SavedRun:
        """A comparison by its number, from 1.

        Raises:
            UsageError: there is none.
        """
        if not 1 <= number <= len(self.runs):
            raise UsageError("There is no such comparison.")
        return self.runs[number - 1]

    def state(self) -> dict[str, Any]:
        """Everything that the page shows, as plain values."""
        step = self.worker.step
        return {
            "busy": step is not None,
            "step": step._asdict() if step else None,
            "problem": self.worker.problem,
            "finished": self.worker.finished,
            "edition": self.edition,
            "rows": table_rows(self.reading, self.corrections),
            "skipped": [list(one) for one in self.reading.skipped],
            "warnings": list(self.reading.warnings),
            "layouts": list(self.reading.layouts),
            "verdicts": [path.name for path in self.reading.verdicts],
            "packs": self.packs,
            "runs": [_show_run(number, run) for number, run in enumerate(self.runs, 1)],
        }


def _show_run(number: int, run: SavedRun) -> dict[str, Any]:
    stories = [{"title": story_title(row.title), "sources": len(row.articles)} for row in run.comparison.events]
    return {"number": number, "title": run.title, "stories": stories, "lessons": [one.title for one in run.lessons]}


def _one_line(text: str) -> str:
    """Words on one line, of bearable length."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_FIELD]
