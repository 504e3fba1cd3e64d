"""Paths -> the files to read, in order, each with the manifest that speaks of it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from framing.errors import InputError
from framing.read.encoding import SAVE_AS_TEXT, decode
from framing.read.metadata import MANIFEST, read_manifest, shorten
from framing.read.records import Metadata, Skipped, Unusable

TEXT, MARKDOWN, HTML = (".txt", ".text"), (".md", ".markdown"), (".html", ".htm", ".xhtml")
JSONL, TABLE = (".jsonl", ".ndjson"), (".csv", ".tsv")
KINDS = TEXT + MARKDOWN + HTML + JSONL + TABLE
DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub")  # may well be articles, so leaving them out is said
NOT_ARTICLES = ("readme", "license", "licence", "changelog", "contributing", "notice")
STDIN = "-"


class Found(NamedTuple):
    """A file to read. `shown` is its path as the user would write it, `parts` its path below the folder given."""

    path: Path
    shown: str
    parts: tuple[str, ...]
    folder: str  # name of the folder given, when there were several, else ""
    known: Metadata
    listed: bool  # a manifest speaks of it


class Manifest(NamedTuple):
    """A manifest file and what it says, by path below its folder."""

    path: Path
    entries: dict[str, Metadata]


class Search(NamedTuple):
    """What was found: files, problems and warnings."""

    files: tuple[Found, ...]
    manifests: tuple[Manifest, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]


def find_files(paths: Sequence[str | Path]) -> Search:
    """Every readable file under `paths`, once, ordered by path; hidden files, manifests and READMEs left out.

    Raises:
        InputError: a path does not exist, or nothing was named.
    """
    if not paths:
        raise InputError("no file or folder was named. Name at least one, such as corpus/demo.")
    roots = [Path(path) for path in paths]
    for root in roots:
        if not root.exists():
            raise InputError(f"{show_path(root)} does not exist. Check the spelling; the current folder is the start.")
    several = sum(root.is_dir() for root in roots) > 1
    skipped: list[Skipped] = []
    warnings: list[str] = []
    files: dict[str, Found] = {}
    manifests: dict[Path, Manifest | None] = {}
    for root in roots:
        candidates = list(_walk(root, skipped)) if root.is_dir() else [root]
        kept, other = _sort_out(candidates, explicit=not root.is_dir())
        skipped += [
            Skipped(show_path(path), f"is a {path.suffix} document", SAVE_AS_TEXT) for path in other if _document(path)
        ]
        strange = [path.name for path in other if not _document(path)]
        if strange:
            warnings.append(
                f"{show_path(root)}: passed over files that are no articles: {shorten(map(clean_name, strange))}."
            )
        if root.is_dir() and not kept:
            skipped.append(
                Skipped(show_path(root), "holds no article", f"Put files ending in {shorten(KINDS, most=20)} there.")
            )
        for path in kept:
            found = _describe(path, root, several, manifests, skipped)
            files.setdefault(os.path.realpath(path), found)
    listed = tuple(manifest for manifest in manifests.values() if manifest)
    skipped += _missing(listed)
    warnings += _unlisted(listed, files.values())
    ordered = sorted(files.values(), key=lambda found: (found.parts, found.shown))
    return Search(tuple(ordered), listed, tuple(skipped), tuple(warnings))


def show_path(path: Path | str) -> str:
    """A path for messages: forward slashes, no control or direction marks, no half characters."""
    return "/".join(clean_name(part) for part in Path(path).as_posix().split("/"))


def clean_name(name: str) -> str:
    """A name whose every character can be printed."""
    composed = unicodedata.normalize("NFC", name)
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in composed)


def _document(path: Path) -> bool:
    return path.suffix.lower() in DOCUMENTS


def _walk(root: Path, skipped: list[Skipped]) -> Iterator[Path]:
    """Files below a folder, in order, without following links to folders."""

    def refuse(error: OSError) -> None:
        skipped.append(Skipped(show_path(str(error.filename)), "cannot be opened", "Allow reading of this folder."))

    for folder, names, files in os.walk(root, onerror=refuse):
        names[:] = sorted(name for name in names if not name.startswith((".", "__")))
        yield from (Path(folder, name) for name in sorted(files) if not name.startswith("."))


def _sort_out(candidates: list[Path], *, explicit: bool) -> tuple[list[Path], list[Path]]:
    """Files to read, and files of other kinds; a file that the user named is always read, if only to say what it is."""
    if explicit:
        return candidates, []
    others = [path for path in candidates if path.name.lower() != MANIFEST and not _about(path)]
    return [p for p in others if p.suffix.lower() in KINDS], [p for p in others if p.suffix.lower() not in KINDS]


def _about(path: Path) -> bool:
    """Whether the file speaks about its folder (README, LICENSE) rather than being an article."""
    return path.stem.lower() in NOT_ARTICLES


def _describe(
    path: Path, root: Path, several: bool, manifests: dict[Path, Manifest | None], skipped: list[Skipped]
) -> Found:
    """The file with its place below the folder given and the manifest entry, looked for from its folder upward."""
    top = root if root.is_dir() else path.parent
    below = path.relative_to(top)
    entry = None
    for folder in [*(path.parents[i] for i in range(len(below.parts))), top.parent]:
        manifest = _manifest_in(folder, manifests, skipped)
        entry = manifest.entries.get(_key(path, folder)) if manifest else None
        if entry is not None:
            break
    parts = (*below.parts[:-1], below.stem)
    name = clean_name(top.resolve().name) if several and root.is_dir() else ""
    return Found(path, show_path(path), tuple(map(clean_name, parts)), name, entry or Metadata(), entry is not None)


def _key(path: Path, folder: Path) -> str:
    return unicodedata.normalize("NFC", path.relative_to(folder).as_posix())


def _manifest_in(folder: Path, manifests: dict[Path, Manifest | None], skipped: list[Skipped]) -> Manifest | None:
    """The manifest of a folder, read once; a broken one is listed and counts as none."""
    if folder not in manifests:
        path = folder / MANIFEST
        manifests[folder] = None
        try:
            if path.is_file():
                manifests[folder] = Manifest(path, read_manifest(decode(path.read_bytes()).text))
        except Unusable as problem:
            skipped.append(Skipped(show_path(path), problem.reason, problem.remedy))
        except OSError as problem:
            skipped.append(Skipped(show_path(path), f"cannot be opened ({problem.strerror})", "Allow reading of it."))
    return manifests[folder]


def _missing(manifests: tuple[Manifest, ...]) -> Iterator[Skipped]:
    """Entries of manifests that name no file."""
    for manifest in manifests:
        for name in manifest.entries:
            if not (manifest.path.parent / name).is_file():
                reason = f"is named in {show_path(manifest.path)} but does not exist"
                yield Skipped(show_path(manifest.path.parent / name), reason, "Add the file, or take its row out.")


def _unlisted(manifests: tuple[Manifest, ...], files: Iterable[Found]) -> Iterator[str]:
    """A warning for each manifest that leaves out files beside it."""
    for manifest in manifests:
        folder = manifest.path.parent
        names = [f.path.name for f in files if not f.listed and folder in f.path.parents]
        if names:
            told = shorten(map(clean_name, names))
            yield f"{show_path(manifest.path)} does not list {told}; read all the same, without what it would say."
