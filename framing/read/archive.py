"""A zip file of articles -> the texts in it, each read by its own ending."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from framing.read.encoding import decode, foresee_nothing
from framing.read.metadata import MANIFEST, read_manifest
from framing.read.records import Draft, Drafts, Found, Metadata, Note, Skipped, Unusable
from framing.read.zips import UNPACK, UNPACK_HERE, open_zip, read_member

Reader = Callable[[Found, bytes, Note], Drafts]


def read_zip(found: Found, data: bytes, note: Note, read: Reader, wanted: Callable[[str], bool]) -> Drafts:
    """The texts of the files in a zip file; `read` reads one file, `wanted` says which endings are articles.

    A file that cannot be used costs only itself. Paths that lead out of the file are left out and listed.

    Raises:
        Unusable: the zip file cannot be opened, or holds no article.
    """
    box = open_zip(data)
    files = (one.filename for one in box.infolist() if one.filename[-1:] not in ("", "/"))
    names = sorted(name for name in files if not _hidden(name))
    manifest = _manifest_of(box, names)
    seen, packed = 0, any(name.lower().endswith(".zip") for name in names)
    for name in names:
        place = f"{found.shown}/{name}"
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            yield Skipped(place, "lies outside its zip file", UNPACK, UNPACK_HERE)
        elif path.suffix.lower() == ".zip":
            yield Skipped(place, "is a zip file inside a zip file", UNPACK, UNPACK_HERE)
        elif path.name != MANIFEST and wanted(path.suffix.lower()):
            seen += 1
            yield from _member(box, name, _describe(found, place, path, manifest), note, read)
    if not seen and not packed:
        raise Unusable("is a zip file without articles in it", "Put texts, pages or tables into it.")


def _member(box: object, name: str, found: Found, note: Note, read: Reader) -> Iterator[Draft | Skipped]:
    try:
        yield from read(found, read_member(box, name), note)  # type: ignore[arg-type]
    except Unusable as problem:
        yield problem.at(found.shown)
    except Exception as error:  # whatever a file holds, it costs only itself
        yield foresee_nothing(error).at(found.shown)


def _describe(found: Found, place: str, path: PurePosixPath, manifest: dict[str, Metadata]) -> Found:
    """A file of the zip file, with what the manifest inside says of it."""
    key = unicodedata.normalize("NFC", path.as_posix())
    parts = (*found.parts[:-1], *path.parts[:-1], path.stem) if len(path.parts) > 1 else (*found.parts[:-1], path.stem)
    known = manifest.get(key, Metadata()).or_else(found.known)
    return found._replace(path=Path(path.name), shown=place, parts=parts, known=known)


def _manifest_of(box: object, names: list[str]) -> dict[str, Metadata]:
    if MANIFEST not in names:
        return {}
    try:
        return read_manifest(decode(read_member(box, MANIFEST)).text)  # type: ignore[arg-type]
    except Unusable:
        return {}


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__")) and part != ".." for part in PurePosixPath(name).parts)
