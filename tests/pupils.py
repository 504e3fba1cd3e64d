"""Pupils made up with known noise: the files that their browsers would have saved."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Chance = Callable[[str, int, str], float]  # (letter, number of the word, kind) -> chance that a pupil marks it


def load_key(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "answer-key.json").read_text("utf-8"))


def words_of(text: str) -> list[tuple[int, int]]:
    return [hit.span() for hit in re.finditer(r"\S+", text)]


def mark(text: Mapping[str, Any], start: int, end: int, tag: str) -> dict[str, Any]:
    return {
        "text": text["letter"],
        "start": start,
        "end": end,
        "words": text["text"][start:end],
        "tag": tag,
        "note": "",
    }


def sheet(key: Mapping[str, Any], code: str, marks: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "format": "framing-marks",
        "version": 1,
        "sheet": key["sheet"],
        "code": code,
        "marks": marks,
        "missing": [],
        **more,
    }


def write_class(key: Mapping[str, Any], folder: Path, chance: Chance, *, pupils: int = 30, seed: int = 1) -> None:
    """A file for each pupil, who looks at every word of every text once for each kind."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(pupils):
        marks = [
            mark(text, start, end, tag)
            for text in key["texts"]
            for tag in ("loaded", "naming", "good")
            for place, (start, end) in enumerate(words_of(text["text"]))
            if draw.random() < chance(text["letter"], place, tag)
        ]
        data = sheet(key, f"PUP{number:02d}", marks)
        (folder / f"marks-PUP{number:02d}.json").write_text(json.dumps(data), "utf-8")
