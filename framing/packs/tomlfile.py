"""TOML files: one reader, whose errors name file, place and remedy; one writer; and the folder of word lists."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.errors import PackError

LEXICONS = Path(__file__).parent / "lexicons"


def read_toml(path: Path, *, problem: str = "not readable as TOML", remedy: str = "Mend that place.") -> dict[str, Any]:
    """The table that a TOML file holds.

    Raises:
        PackError: the file cannot be opened, is not UTF-8 or not TOML; file, line and remedy are named.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # old editors put a mark first
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise PackError(f"{path.name}: {problem} ({error} (at line {line})). {remedy}") from error
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path.name}: {problem} ({error}). {remedy}") from error


def toml_text(fields: Mapping[str, object]) -> str:
    """The fields as lines of TOML, each item of a list on a line of its own; a text may hold any character."""
    from tomli_w import dumps

    return dumps(fields)
