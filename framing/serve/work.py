"""Long jobs, one at a time, in a thread of their own, with how far they are."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from typing import NamedTuple

from framing.errors import FramingError, UsageError, system_error


class JobStep(NamedTuple):
    """What a job is doing, in words, and how much of it is done; `total` 0 means that nobody knows."""

    words: str
    done: int = 0
    total: int = 0


class JobStopped(Exception):
    """The program ends while a job runs."""


class Worker:
    """Runs one job at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self.step: JobStep | None = None  # None: idle
        self.problem = ""  # of the last job, in words for a person
        self.finished = 0  # jobs done or failed so far

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self.step is not None

    def start(self, words: str, job: Callable[[], None]) -> None:
        """Begins a job.

        Raises:
            UsageError: another one runs.
        """
        with self._lock:
            if self.busy:
                raise UsageError("The program is still at work. Wait until it has finished.")
            self.step, self.problem = JobStep(words), ""
        self._thread = threading.Thread(target=self._run, args=(job,), daemon=True)
        self._thread.start()

    def tell(self, words: str, done: int = 0, total: int = 0) -> None:
        """Says how far the job is.

        Raises:
            JobStopped: the program ends.
        """
        if self._stopping.is_set():
            raise JobStopped
        self.step = JobStep(words, done, total)

    def wait(self, seconds: float) -> None:
        """Waits for the job that runs, if one does."""
        if self._thread:
            self._thread.join(seconds)

    def stop(self) -> None:
        """Ends the job at its next step."""
        self._stopping.set()

    def _run(self, job: Callable[[], None]) -> None:
        try:
            job()
        except JobStopped:
            pass
        except FramingError as problem:
            self.problem = str(problem)
        except OSError as problem:
            self.problem = str(system_error(problem))
        except Exception:
            traceback.print_exc(file=sys.stderr)
            self.problem = (
                "This is a fault of the program, not of your files. Leave one article out after the other "
                "to find which text causes it, and please report it."
            )
        finally:
            self.finished += 1
            self.step = None
