"""Work that may not go on for ever: an article that takes too long is given up, the others are read."""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

Result = TypeVar("Result")
LIMIT = 60.0  # seconds of processor time for one article
AGAIN = 1.0  # seconds until the next try, when a library has swallowed the first
TOO_SLOW = "takes longer than a minute to read"
REMEDY = "Look whether it is one article; take it out, or save its text anew."


class OutOfTime(BaseException):
    """The time is over. No `Exception`, so that no library takes it for a fault of a text and goes on."""


def in_time(work: Callable[[], Result], seconds: float = LIMIT) -> Result | None:
    """What the work gives, None when it needs more than `seconds` of the processor.

    In the main thread of a program on Linux or macOS a signal ends it, even inside a regular expression. Elsewhere
    (Windows, the processes of `--jobs`, the page in the browser) a second thread does, between two steps of Python.
    """
    try:
        with _choose_alarm()(seconds):
            return work()
    except OutOfTime:
        return None


def _choose_alarm() -> Callable[[float], AbstractContextManager[None]]:
    main = threading.current_thread() is threading.main_thread()
    return _by_signal if main and hasattr(signal, "setitimer") else _by_thread


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    """Raises OutOfTime in this block by a timer of the system that counts processor time."""

    def interrupt(*_: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGPROF, interrupt)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
        yield
    finally:
        try:
            signal.setitimer(signal.ITIMER_PROF, 0)
        finally:  # the alarm may go off right here, but not twice within a second
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before or signal.SIG_DFL)


@contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    """Raises OutOfTime in this block from a second thread that looks at the clock."""
    reader, over, lock = threading.get_ident(), threading.Event(), threading.Lock()
    begun = time.process_time()

    def watch() -> None:
        while not over.wait(AGAIN):
            with lock:
                if not over.is_set() and time.process_time() - begun > seconds:
                    _raise_in(reader, OutOfTime)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        try:
            over.set()
        finally:
            with lock:
                over.set()
                _raise_in(reader, None)


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    """Raises an exception in a thread at its next step; None takes one back that has not come yet."""
    what = None if kind is None else ctypes.py_object(kind)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)
