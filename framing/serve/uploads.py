"""Files that the page sends -> files in the folder of the visit, under names that can do no harm."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from framing.errors import UsageError

MOST_FILES = 200  # of one visit
MOST_BYTES = 64_000_000  # of one sending
MOST_ALL = 256_000_000  # bytes of one visit
LONGEST_NAME = 80  # characters
LONGEST_TEXT = 2_000_000  # bytes of a pasted text
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # names that Windows keeps for itself


class Upload(NamedTuple):
    """A file as it came: the name that its owner gave it, and its bytes."""

    name: str
    data: bytes


def safe_name(name: str) -> str:
    """The last part of a name: letters, digits and a few signs, never hidden, never a device, never a way anywhere."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = re.sub(r"[^\w .,’'()&+-]", "_", last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    stem, ending = (stem, ending[:10]) if dot else (kept, "")
    stem = stem[:LONGEST_NAME].strip(" .") or "file"
    if DEVICES.fullmatch(stem.split(".")[0]):
        stem = f"{stem}_"
    return f"{stem}.{ending}" if ending else stem


def store_files(folder: Path, files: Sequence[Upload]) -> list[Path]:
    """Writes files into a folder, each under a name of its own, and returns where they are; none twice.

    A layout takes the place of the one of its name: it has been mended.

    Raises:
        UsageError: with these there would be more files or bytes than one visit holds.
    """
    there = [path for path in folder.iterdir() if path.is_file()]
    known = {hashlib.sha256(path.read_bytes()).digest() for path in there}
    if len(there) + len(files) > MOST_FILES:
        raise UsageError(f"More than {MOST_FILES} files in one visit. Use `framing compare` for large collections.")
    if sum(path.stat().st_size for path in there) + sum(len(one.data) for one in files) > MOST_ALL:
        raise UsageError(f"More than {MOST_ALL / 1e6:g} MB in one visit. Use `framing compare` for large collections.")
    stored = []
    for one in files:
        digest = hashlib.sha256(one.data).digest()
        if digest in known:
            continue
        known.add(digest)
        name = safe_name(one.name)
        if name.lower().endswith(".toml"):
            (folder / name).unlink(missing_ok=True)
        path = _free_place(folder, name)
        path.write_bytes(one.data)
        stored.append(path)
    return stored


def _free_place(folder: Path, name: str) -> Path:
    """A path in the folder that no file has; upper and lower case count as one, as on Windows."""
    taken = {path.name.casefold() for path in folder.iterdir()}
    first = Path(name)
    names = (name, *(f"{first.stem} {number}{first.suffix}" for number in range(2, MOST_FILES + 2)))
    return folder / next(one for one in names if one.casefold() not in taken)


def pasted_file(number: int, text: str, source: str, title: str) -> Upload:
    """A pasted text as a file whose first lines name its source and title, where they are given."""
    facts = {"source": " ".join(source.split()), "title": " ".join(title.split())}
    lines = [f"{key}: {value[:200]}" for key, value in facts.items() if value]
    head = "\n".join(["---", *lines, "---", "", ""]) if lines else ""
    return Upload(f"Pasted text {number}.txt", f"{head}{text}\n".encode(errors="replace"))
