"""Manifest, front matter, and where a file lies -> what is known about an article."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from framing.read.columns import metadata_of, names_texts
from framing.read.delimited import read_rows
from framing.read.records import Found, Metadata, Unusable
from framing.read.values import one_line

MANIFEST = "manifest.csv"
COLUMNS = "file,source,title,date,event,url"
LONGEST_FRONT = 200  # lines
COVER_WORDS = 12  # that may stand above the first of several front matters
FILE_NAMES = ("file", "filename", "path")
UNSAFE = re.compile(r"[^\w.-]+")  # in an id
KEY_VALUE = re.compile(r"([A-Za-z_][\w -]{0,30}):(?:[ \t]+(.*))?$")


def split_front_matters(text: str) -> list[tuple[Metadata, str]]:
    """Each text that opens with `---` and `key: value` lines, with what these say; one text without them is alone.

    A `---` that no such lines follow is a break inside a text. A blank line may stand for the `---` that closes.
    """
    lines = text.lstrip("\ufeff").split("\n")
    starts = [n for n, line in enumerate(lines) if line.rstrip() == "---" and _front_lines(lines, n)]
    above = "\n".join(lines[: starts[0]]).strip() if starts else text
    if not starts or above and (len(starts) < 2 or len(above.split()) > COVER_WORDS):
        return [(Metadata(), text)]
    parts = []
    for start, after in zip(starts, [*starts[1:], len(lines)], strict=True):
        known, length = _front_lines(lines, start) or (Metadata(), 0)
        body = "\n".join(lines[start + length : after])
        parts.append((known, body.strip("\n").removesuffix("\n---").rstrip("\n") if len(starts) > 1 else body))
    return parts


def _front_lines(lines: Sequence[str], start: int) -> tuple[Metadata, int] | None:
    """What the lines after an opening `---` say, and how many they are with both borders; None when it is nothing."""
    values: dict[str, str] = {}
    for number in range(start + 1, min(len(lines), start + LONGEST_FRONT)):
        line = lines[number].rstrip()
        if line in ("---", "...") or (not line and values):
            break
        pair = KEY_VALUE.match(line)
        if pair:
            values[pair.group(1)] = (pair.group(2) or "").strip().strip("\"'")
        elif not re.match(r"\s+\S|\s*- |\s*#", line):
            return None
    else:
        return None
    known = metadata_of(values) if values else Metadata()
    return (known, number - start + 1) if known != Metadata() else None


def read_manifest(text: str, *, without_texts: bool = False) -> dict[str, Metadata]:
    """File name (below the manifest's folder, `/` between parts) -> what the manifest says about it.

    Raises:
        Unusable: there is no column `file`, or, where it must be `without_texts`, a column of texts.
    """
    rows = [row for row in read_rows(text) if not isinstance(row, Unusable)]
    if not rows or not any(one_line(key).lower() in FILE_NAMES for key in rows[0] if key):
        raise Unusable("has no column `file`", f"Its first line must read: {COLUMNS}")
    if without_texts and names_texts(filter(None, rows[0])):
        raise Unusable("holds texts", "It is a table of articles.")
    return {name: _entry(row) for row in rows if (name := _file_of(row))}


def _entry(row: Mapping[str, str]) -> Metadata:
    known = metadata_of({key: value for key, value in row.items() if key and key.strip().lower() not in FILE_NAMES})
    return known._replace(id="", source_from="manifest" if known.source else "")


def _file_of(row: Mapping[str, str]) -> str:
    named = {one_line(key).lower(): value for key, value in row.items() if key}
    value = next((named[key] for key in FILE_NAMES if named.get(key)), "")
    return unicodedata.normalize("NFC", value.strip().replace("\\", "/").removeprefix("./"))


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
