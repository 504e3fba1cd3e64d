"""Optional libraries: asked for by name when a file needs one that is not installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from framing.read.records import Unusable

EXTRA = "pip install 'news-framing[formats]'"


class MissingLibrary(Unusable):
    """A file needs a library that is not installed."""


def need_library(name: str, kind: str) -> Any:
    """The module of that name; `kind` says of what files it is the reader ("PDF documents").

    Raises:
        MissingLibrary: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as problem:
        package = {"docx": "python-docx"}.get(name, name)
        reason = f"needs a reader for {kind} that is not installed ({package})"
        raise MissingLibrary(reason, f"Install it with: {EXTRA}") from problem
