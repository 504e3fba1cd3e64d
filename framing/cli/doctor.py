"""`framing doctor`: what is installed, whether model and fonts are found, and a small run with the network shut."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata, util
from pathlib import Path
from typing import Any

from framing.cli.run import LIBRARIES
from framing.errors import FramingError, MissingPartError

ALSO = (
    "scipy",
    "jinja2",
    "py3langid",
    "datasketch",
    "markdown-it-py",
    "duckdb",
    "typer",
    "rich",
)  # beside those that run.json names
OPTIONAL = ("dask", "distributed")
SAMPLE = (
    "The minister said the talks had failed. “We were ready to sign,” Anna Berg told reporters. Critics slammed her."
)


def doctor(*, as_json: bool) -> int:
    """Prints one line a check; 0 when everything a user needs is there, 5 when a part is missing."""
    checks = [(name, *_try(check)) for name, check in _checks()]
    if as_json:
        sys.stdout.write(json.dumps({name: {"ok": ok, "found": found} for name, ok, found in checks}, indent=1) + "\n")
    else:
        for name, ok, found in checks:
            sys.stdout.write(f"{'yes' if ok else 'NO ':3s}  {name}: {found}\n")
        for name in OPTIONAL:
            sys.stdout.write(f"{'yes' if util.find_spec(name) else 'no '}  optional {name} (needed for --jobs)\n")
    return 0 if all(ok for _, ok, _ in checks) else MissingPartError.exit_code


def _checks() -> Iterator[tuple[str, Callable[[], str]]]:
    """Every check by name."""
    for library in (*LIBRARIES, *ALSO):
        yield library, lambda name=library: metadata.version(name)  # type: ignore[misc]
    yield "parser model", _model
    yield "fonts for the report", _fonts
    yield "frame packs", _packs
    yield "demo corpus", _demo
    yield "everything works offline", _offline


def _try(check: Callable[[], str]) -> tuple[bool, str]:
    """Whether a check passed, and what it found or why not."""
    try:
        return True, check()
    except (FramingError, metadata.PackageNotFoundError, ImportError, OSError) as problem:
        return False, str(problem) or type(problem).__name__


def _model() -> str:
    from framing.parse import describe_model

    return describe_model()


def _fonts() -> str:
    found = util.find_spec("matplotlib")
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" if found and found.origin else Path()
    fonts = sorted(path.name for path in folder.glob("DejaVuSans*.ttf"))
    if not fonts:
        raise MissingPartError(f"no DejaVuSans fonts in {folder}. Install matplotlib again.")
    return f"{len(fonts)} DejaVu Sans files"


def _packs() -> str:
    from framing.packs.framepack import list_frame_packs, load_frame_pack

    return ", ".join(load_frame_pack(name).id for name in list_frame_packs())


def _demo() -> str:
    from framing.cli.jobs import demo_corpus

    return str(demo_corpus())


def _offline() -> str:
    from framing.model import Article
    from framing.pipeline import analyze

    with _network_shut():
        analysis = analyze([Article.from_text(SAMPLE, id="sample", source="doctor")])
    return f"yes, a sample gave {len(analysis.evidence)} rows with the network shut"


@contextmanager
def _network_shut() -> Iterator[None]:
    """No new connection can be made while this lasts."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError("a part of the program asked for the network")

    kept = socket.socket.connect
    socket.socket.connect = refuse  # type: ignore[method-assign]
    try:
        yield
    finally:
        socket.socket.connect = kept  # type: ignore[method-assign]
