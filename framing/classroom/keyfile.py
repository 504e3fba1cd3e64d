"""The answer key as a file: what the pupils had before them, read for comparing their marks with the tool."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from framing.classroom.records import Line
from framing.errors import InputError

KEY = "framing-key"
KEY_FILE = "answer-key.json"


class KeyFind(NamedTuple):
    """A finding of the tool in the key."""

    row: str
    rows: tuple[str, ...]
    tag: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class KeyText:
    """A printed text in the key."""

    letter: str
    text: str
    lines: tuple[Line, ...]
    finds: tuple[KeyFind, ...]

    def line_at(self, offset: int) -> int:
        """Number of the line at `offset`; 0 for the headline."""
        return next((line.number for line in reversed(self.lines) if line.start <= offset), 0)


@dataclass(frozen=True, slots=True)
class Key:
    """What the pupils had before them: the digest of the sheets and the printed texts by letter."""

    sheet: str
    texts: dict[str, KeyText]


def read_key(path: Path) -> Key:
    """The key in a handout's folder.

    Raises:
        InputError: there is no readable key.
    """
    file = path / KEY_FILE if path.is_dir() else path
    hint = f"Name the folder that `framing handout` wrote; it holds {KEY_FILE}."
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["format"] != KEY:
            raise InputError(f"{file} is no answer key. {hint}")
        texts = {text["letter"]: _key_text(text) for text in data["texts"]}
        return Key(str(data["sheet"]), texts)
    except OSError as problem:
        raise InputError(f"{file} cannot be read ({problem.strerror}). {hint}") from problem
    except (ValueError, KeyError, TypeError) as problem:
        raise InputError(
            f"{file} is damaged ({type(problem).__name__}: {problem}). Make the handout again."
        ) from problem


def _key_text(data: dict[str, Any]) -> KeyText:
    finds = tuple(
        KeyFind(
            one["row"], tuple(one.get("rows") or (one["row"],)), one["tag"], one["start"], one["end"], one["confidence"]
        )
        for one in data["finds"]
    )
    return KeyText(data["letter"], data["text"], tuple(Line(*line) for line in data["lines"]), finds)


def find_key(paths: Sequence[Path], articles: Path | None) -> Key:
    """The key that was named, or the one beside the marks.

    Raises:
        InputError: there is none.
    """
    if articles:
        return read_key(articles)
    for path in paths:
        folder = path if path.is_dir() else path.parent
        for place in (folder, folder.parent):
            if (place / KEY_FILE).exists():
                return read_key(place / KEY_FILE)
    raise InputError(
        f"No {KEY_FILE} lies beside these marks. Add --articles with the folder that `framing handout` wrote."
    )


def locate(text: KeyText, words: str, line: str) -> tuple[int, int] | None:
    """Where words stand in a text, nearest to the line given; quotes and breaks need not be typed as printed."""
    parts = [re.escape(part) for part in re.findall(r"\w+", words)]
    if not parts:
        return None
    hits = [hit.span() for hit in re.finditer(r"\b" + r"\W+".join(parts) + r"\b", text.text, re.IGNORECASE)]
    near = int(line) if line.isdigit() else None
    return min(hits, key=lambda hit: (abs(text.line_at(hit[0]) - near) if near is not None else 0, hit), default=None)
