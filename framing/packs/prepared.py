"""What the files of this folder are made into, kept from one start to the next beside the compiled modules.

It counts while no file of this folder, list or code, has changed by a byte; else, and where nothing can be kept, the
files are read anew.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import ParamSpec, TypeVar

from framing.folder import open_file

Asked = ParamSpec("Asked")
Made = TypeVar("Made")
File = tuple[str, int, int]  # its path, when it was changed, how long it is
FOLDER = Path(__file__).parent


def kept(read: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """The function, whose answer is that of an earlier start as long as nothing that it may depend on has changed.

    Its arguments are names, as part of a file's name.
    """

    @wraps(read)
    def answer(*asked: Asked.args, **named: Asked.kwargs) -> Made:
        name = "-".join((read.__module__, read.__name__, *map(str, (*asked, *named.values()))))
        file, state = compiled_folder() / f"{name}.pickle", digest_folder()
        with suppress(Exception):  # whatever is wrong with it, the files are read
            held = file.read_bytes()
            if held.startswith(state):
                found: Made = pickle.loads(memoryview(held)[len(state) :])
                return found
        made = read(*asked, **named)
        if not sys.dont_write_bytecode and os.access(file.parent, os.W_OK):
            with suppress(Exception), open_file(file) as aside:
                aside.write_bytes(state + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        return made

    return answer


def compiled_folder() -> Path:
    """Where Python puts the compiled modules of this folder."""
    return Path(cache_from_source(str(FOLDER / "prepared.py"))).parent


def digest_folder() -> bytes:
    """A digest of every file in the folder; none is read again before it changes."""
    return _digest(tuple(sorted(_files())))


def _files() -> list[File]:
    found = []
    for folder, inner, names in os.walk(FOLDER):
        inner[:] = [name for name in inner if name != "__pycache__"]
        for path in (Path(folder, name) for name in names):
            known = path.stat()
            found.append((str(path), known.st_mtime_ns, known.st_size))
    return found


@cache
def _digest(files: tuple[File, ...]) -> bytes:
    digest = blake2b(digest_size=16)
    for path, _, size in files:
        digest.update(f"{Path(path).relative_to(FOLDER).as_posix()} {size}\n".encode())
        digest.update(Path(path).read_bytes())
    return digest.digest()
