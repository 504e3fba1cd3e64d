"""The words that every lesson is made with."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from framing.packs.tomlfile import read_toml


@cache
def load_texts(name: str) -> dict[str, Any]:
    """The words of every lesson that stand in a file of this room, such as lesson.toml."""
    return read_toml(Path(__file__).with_name(name))
