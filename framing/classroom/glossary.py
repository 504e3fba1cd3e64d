"""Every category that the sheets of a lesson use, in plain words with an example."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from framing.classroom.paper import Entries, Paper
from framing.classroom.records import Find
from framing.packs.loadedwords import load_loaded_words
from framing.packs.tomlfile import read_toml


def write_glossary(finds: Sequence[Find]) -> Paper:
    """The glossary of one lesson: what was found in its texts, and what every lesson speaks of."""
    used = {"always"}
    for one in finds:
        used |= {one.kind, f"{one.kind}/{one.label}", f"voice:{one.voice}", f"state:{one.detail.get('state', '')}"}
        if one.speaker.startswith("unnamed"):
            used.add("speaker:unnamed")
    entries = [entry for entry in load_glossary() if used & set(entry["when"])]
    items = [(entry["term"], entry["says"], entry["example"]) for entry in entries]
    return Paper(
        "glossary.pdf",
        "Words about words",
        "What the terms on the worksheets mean. All examples are invented.",
        (Entries((*items, *_others(finds))),),
    )


def _others(finds: Sequence[Find]) -> list[tuple[str, str, str]]:
    """Kinds of loaded words that were found and have no entry, as the word list describes them."""
    known = {key for entry in load_glossary() for key in entry["when"]}
    labels = sorted({one.label for one in finds if one.kind == "loaded"})
    categories = load_loaded_words().categories
    return [(label, categories.get(label, ""), "") for label in labels if f"loaded/{label}" not in known]


@cache
def load_glossary() -> list[dict[str, Any]]:
    """All entries: term, when, says, example."""
    entries: list[dict[str, Any]] = read_toml(Path(__file__).with_name("glossary.toml"))["entry"]
    return entries
