"""Source, event and id of articles, from where they lie when nothing names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from framing.read.metadata import site_of
from framing.read.records import Draft, Found

UNSAFE = re.compile(r"[^\w.-]+")


def guess_source(draft: Draft, found: Found) -> tuple[str, str]:
    """The source of an article that nothing names, and what it was taken from, in words.

    The site of its address; else the folder given, when there were several; else in event/source/file the folder
    that holds it; else the name of the file.
    """
    site = site_of(draft.known.url)
    if site:
        return site, "the site in the address"
    if found.folder:
        return found.folder, "the folder's name"
    if len(found.parts) > 2:
        return found.parts[-2], "the folder's name"
    return found.parts[-1], "the file's name"


def guess_event(found: Found) -> str:
    """The first folder below the one that was given, or ""."""
    return found.parts[0] if len(found.parts) > 1 else ""


def make_ids(places: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Short distinct ids: the last part of each place, with the parts before it where that is not enough.

    Letters, digits, `.`, `_` and `-` only; the same places give the same ids, wherever they lie.
    """
    safe = [_safe(parts) for parts in places]
    depth = [1] * len(safe)
    for _ in range(max(map(len, safe), default=0)):
        count = Counter(_join(parts, n) for parts, n in zip(safe, depth, strict=True))
        depth = [
            n + 1 if count[_join(parts, n)] > 1 and n < len(parts) else n for parts, n in zip(safe, depth, strict=True)
        ]
    return _number([_join(parts, n) for parts, n in zip(safe, depth, strict=True)])


def _safe(parts: tuple[str, ...]) -> tuple[str, ...]:
    kept = (UNSAFE.sub("-", part).strip("-.") for part in parts)
    return tuple(part for part in kept if part) or ("article",)


def _join(parts: tuple[str, ...], last: int) -> str:
    return "-".join(parts[-last:])


def _number(names: Sequence[str]) -> tuple[str, ...]:
    """The names, the second of two equal ones with -2 and so on."""
    taken, used = set(names), set[str]()
    ids = []
    for name in names:
        id, number = name, 1
        while id in used or (number > 1 and id in taken):
            number += 1
            id = f"{name}-{number}"
        used.add(id)
        ids.append(id)
    return tuple(ids)
