"""Files and folders -> articles: found, decoded, cleaned, named, checked and marked when they repeat one another."""

from __future__ import annotations

from framing.read.corpus import read_articles, read_corpus, read_files
from framing.read.records import ReadResult, Removed, Skipped
from framing.read.stories import find_stories, group_events

__all__ = [
    "ReadResult",
    "Removed",
    "Skipped",
    "find_stories",
    "group_events",
    "read_articles",
    "read_corpus",
    "read_files",
]
