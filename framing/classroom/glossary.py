"""Every category that the sheets of a lesson use, in plain words with an example."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from framing.classroom.paper import Entries, Paper
from framing.classroom.records import Find


def write_glossary(finds: Sequence[Find]) -> Paper:
    """The glossary of one lesson: what was found in its texts, and what every lesson speaks of."""
    used = {"always"}
    for one in finds:
        used |= {one.kind, f"{one.kind}/{one.label}", f"voice:{one.voice}", f"state:{one.detail.get('state', '')}"}
        if one.speaker.startswith("unnamed"):
            used.add("speaker:unnamed")
    entries = [entry for entry in load_glossary() if used & set(entry["when"])]
    items = tuple((entry["term"], entry["says"], entry["example"]) for entry in entries)
    return Paper(
        "glossary.pdf",
        "Words about words",
        "What the terms on the worksheets mean. All examples are invented.",
        (Entries(items),),
    )


@cache
def load_glossary() -> list[dict[str, Any]]:
    """All entries: term, when, says, example."""
    text = resources.files("framing.classroom").joinpath("glossary.toml").read_text("utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["entry"]
    return entries
