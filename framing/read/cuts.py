"""Texts that are beginnings only: the mark of the cut is taken off and said. Marks are data (`cuts.toml`)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from framing.packs.tomlfile import read_toml

MARKS = Path(__file__).with_name("cuts.toml")
TAIL = 240  # characters at the end of a text in which the mark of a cut stands


class Cut(NamedTuple):
    """A text without the mark of its cut, and the mark ("" when the text is whole)."""

    text: str
    mark: str


@cache
def load_cuts() -> tuple[re.Pattern[str], ...]:
    """The marks of a cut, in the order of the file."""
    return tuple(re.compile(rf"{one['pattern']}\s*$", re.IGNORECASE) for one in read_toml(MARKS)["cut"])


def split_cut(text: str) -> Cut:
    """The text without the mark at its end that says that more follows elsewhere."""
    whole = text.rstrip()
    head, tail = whole[:-TAIL], whole[-TAIL:]
    for pattern in load_cuts():
        found = pattern.search(tail)
        if found and found.group().strip():
            return Cut((head + tail[: found.start()]).rstrip(), " ".join(found.group().split()))
    return Cut(text, "")
