"""Words that carry grammar, not wording."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from framing.packs.tomlfile import read_toml


@cache
def function_words() -> frozenset[str]:
    """Words that carry grammar, in lower case; left out of rankings, of totals and of the names of events."""
    path = Path(__file__).with_name("function_words.toml")
    return frozenset(read_toml(path)["words"].split())
