"""Starts the page and ends it: a free port, a secret address, a folder of its own that is taken away at the end."""

from __future__ import annotations

import secrets
import signal
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING

from framing.errors import MissingPartError, UsageError
from framing.folder import open_scratch
from framing.serve.routes import make_app
from framing.serve.session import Session

if TYPE_CHECKING:
    import uvicorn

PARTS = ("starlette", "uvicorn", "python_multipart")
LONGEST_ABSENCE = 600.0  # seconds without the page until the program ends by itself
LOOK_EVERY = 5.0  # seconds
HOST = "127.0.0.1"


def run_server(*, port: int = 0, browser: bool = True, absence: float = LONGEST_ABSENCE) -> None:
    """Serves the page until it is stopped, or has been closed for `absence` seconds. `port` 0 takes a free one.

    Raises:
        MissingPartError: what serves pages is not installed.
        UsageError: the port is taken.
    """
    check_parts()
    import uvicorn

    token = secrets.token_urlsafe(24)
    with open_visit() as folder, _listen(port) as listener:
        taken = listener.getsockname()[1]
        session = Session(folder)
        app = make_app(session, token, taken, lambda: setattr(server, "should_exit", True))
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="off", ws="none", server_header=False,
            timeout_graceful_shutdown=3, limit_concurrency=64,
        )  # fmt: skip
        server = uvicorn.Server(config)
        _end_in_order(server)
        address = f"http://{HOST}:{taken}/{token}/"
        _announce(address, browser=browser)
        threading.Thread(target=_watch, args=(session, server, absence), daemon=True).start()
        try:
            server.run(sockets=[listener])
        finally:
            session.worker.stop()
            session.worker.wait(5)
    sys.stderr.write("Stopped. Nothing is kept of this visit but what you saved.\n")


def check_parts() -> None:
    """Nothing, when everything that serves pages is installed.

    Raises:
        MissingPartError: some of it is not.
    """
    missing = [name for name in PARTS if not util.find_spec(name)]
    if missing:
        raise MissingPartError(
            f"The page in the browser needs {' and '.join(missing)}. "
            f"Install it with: {sys.executable} -m pip install 'news-framing[serve]'"
        )


@contextmanager
def open_visit() -> Iterator[Path]:
    """A folder that only its owner can look into, for everything that this process writes; it is removed at the end."""
    with open_scratch() as folder:
        before, tempfile.tempdir = tempfile.tempdir, str(folder)  # half-received files and locks go there too
        try:
            yield folder
        finally:
            tempfile.tempdir = before


@contextmanager
def _listen(port: int) -> Iterator[socket.socket]:
    """A socket that listens on this computer only.

    Raises:
        UsageError: the port is taken, or none of ours to take.
    """
    listener = socket.socket()
    try:
        listener.bind((HOST, port))
        listener.listen()
    except (OSError, OverflowError) as problem:
        listener.close()
        raise UsageError(f"Port {port} cannot be used. Leave --port out: a free one is taken.") from problem
    with listener:
        yield listener


def _announce(address: str, *, browser: bool) -> None:
    """Says where the page is and opens it; a browser that takes its time keeps nobody waiting."""
    sys.stderr.write(
        f"framing is open in your browser: {address}\nIf no page appears, copy this address into one. "
        "Only this computer can open it. Ctrl-C stops the program.\n"
    )
    sys.stderr.flush()
    if browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _end_in_order(server: uvicorn.Server) -> None:
    """Ends in good order on Ctrl-C, when the system asks for it, and when the terminal is closed."""
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: setattr(server, "should_exit", True))


def _watch(session: Session, server: uvicorn.Server, absence: float) -> None:
    """Ends the program when the page has been closed long enough."""
    while not server.should_exit:
        time.sleep(min(LOOK_EVERY, absence / 4))
        if session.left_alone() > absence:
            server.should_exit = True
