"""Paths -> the files to read, in order, each with the manifest that speaks of it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from framing.errors import InputError, PackError
from framing.folder import is_results
from framing.read.encoding import decode
from framing.read.formats import BESIDE, BY_ENDING, PAGES
from framing.read.layout_file import FOLDER, Layout, read_layouts
from framing.read.metadata import MANIFEST, read_manifest
from framing.read.records import Found, Metadata, Skipped, Unusable
from framing.read.values import name_first

BESIDE_ARTICLES = (MANIFEST, "events.csv")  # they speak of the files beside them
NOT_ARTICLES = ("readme", "license", "licence", "changelog", "contributing", "notice")  # they speak about their folder


LISTS, LARGEST_LIST = (".csv", ".tsv"), 5_000_000  # endings and bytes of a manifest that is named itself


class Manifest(NamedTuple):
    """A manifest file and what it says, by path below its folder."""

    path: Path
    entries: dict[str, Metadata]


class _Notes(NamedTuple):
    """What comes up during the search; manifests by folder, None where there is none; layouts by folder."""

    skipped: list[Skipped]
    warnings: list[str]
    manifests: dict[Path, Manifest | None]
    layouts: dict[Path, tuple[Layout, ...]]


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
    roots = _existing(paths)
    several = sum(root.is_dir() for root in roots) > 1
    notes = _Notes([], [], {}, {})
    files: dict[str, Found] = {}
    for root in roots:
        top = root if root.is_dir() else root.parent
        name = clean_name(top.resolve().name) if several and root.is_dir() else ""
        for path in _candidates(root, notes):
            files.setdefault(os.path.realpath(path), _describe(path, top, name, notes))
    manifests = tuple(manifest for manifest in notes.manifests.values() if manifest)
    named = [one for one in manifests if any(root in (one.path, *one.path.parents) for root in roots)]
    used = {found.manifest for found in files.values()} | {manifest.path for manifest in named}
    ordered = sorted(files.values(), key=lambda found: (found.parts, found.shown))
    warnings = (*notes.warnings, *_unlisted(named, ordered))
    spoken = tuple(manifest for manifest in manifests if manifest.path in used)
    return Search(tuple(ordered), spoken, (*notes.skipped, *_missing(named)), warnings)


def _existing(paths: Sequence[str | Path]) -> list[Path]:
    if not paths:
        raise InputError("no file or folder was named. Name at least one, such as corpus/demo.")
    roots = sorted({Path(path) for path in paths})
    for root in roots:
        if not root.exists():
            raise InputError(f"{show_path(root)} does not exist. Check the spelling, and the folder that you are in.")
    return roots


def _candidates(root: Path, notes: _Notes) -> list[Path]:
    """The files to read at or below a path; a file that the user named is read, if only to say what it is."""
    if not root.is_dir():
        listed = _listed_in(root, notes)
        return [root] if listed is None else listed
    found = list(_walk(root, notes))
    if not found:
        remedy = f"Put files there that end in {name_first(BY_ENDING, most=40)}."
        notes.skipped.append(Skipped(show_path(root), "holds no article", remedy))
    for path in found:
        if path.name == MANIFEST:
            _manifest_in(path.parent, notes)
    paths = [path for path in found if path.name not in BESIDE_ARTICLES and path.stem.lower() not in NOT_ARTICLES]
    _tell_passed_over(root, paths, notes)
    return [path for path in paths if path.suffix.lower() in BY_ENDING]


def _listed_in(table: Path, notes: _Notes) -> list[Path] | None:
    """The files beside a table that it names, if it is a manifest (under whatever name), else None."""
    try:
        if table.suffix.lower() not in LISTS or table.stat().st_size > LARGEST_LIST:
            return None
        entries = read_manifest(decode(table.read_bytes()).text, without_texts=True)
    except (OSError, Unusable):
        return None
    inside = (table.parent / name for name in entries if ".." not in Path(name).parts)
    found = [path for path in inside if _is_file(path)]
    if not found and table.name != MANIFEST:
        return None
    notes.manifests[table.parent] = Manifest(table, entries)
    return found


def _tell_passed_over(root: Path, paths: list[Path], notes: _Notes) -> None:
    """Warns of files of endings that nobody knows."""
    known = (*BY_ENDING, *BESIDE.split())
    strange = [clean_name(path.name) for path in paths if path.suffix.lower() not in known]
    if strange:
        notes.warnings.append(f"{show_path(root)}: passed over files that are no articles: {name_first(strange)}.")


def show_path(path: Path | str) -> str:
    """A path for messages: forward slashes, no control or direction marks, no half characters."""
    return "/".join(clean_name(part) for part in Path(path).as_posix().split("/"))


def clean_name(name: str) -> str:
    """A name whose every character can be printed."""
    composed = unicodedata.normalize("NFC", name)
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in composed)


def _walk(root: Path, notes: _Notes) -> Iterator[Path]:
    """Files below a folder, in order, without following links to folders or into the parts of saved pages."""

    def refuse(error: OSError) -> None:
        shown = show_path(str(error.filename))
        notes.skipped.append(Skipped(shown, "cannot be opened", "Allow reading of this folder."))

    for folder, names, files in os.walk(root, onerror=refuse):
        pages = {Path(name).stem for name in files if name.lower().endswith(PAGES)}
        names[:] = sorted(n for n in names if not n.startswith((".", "__")) and n.removesuffix("_files") not in pages)
        if Path(folder) != root and is_results(Path(folder)):
            names[:] = []  # what an earlier run wrote is no article
            continue
        paths = [Path(folder, name) for name in sorted(files) if not name.startswith(".")]
        strange = [path for path in paths if path.is_symlink() and not _leads_inside(path, root)]
        if strange and strange == paths and all(map(_keeps_its_name, paths)):
            notes.warnings.append(
                f"{show_path(folder)} holds nothing but links to files elsewhere: they were followed."
            )
            strange = []
        remedy, outside = "Copy the file into the folder.", set(strange)
        notes.skipped.extend(Skipped(show_path(path), "is a link out of the folder", remedy) for path in strange)
        yield from (path for path in paths if path not in outside)


def _keeps_its_name(link: Path) -> bool:
    """Whether a link is called as the file it leads to, as `ln -s FILE .` makes them: somebody's choice of files."""
    return link.is_file() and link.readlink().name == link.name


def _leads_inside(link: Path, root: Path) -> bool:
    """Whether a link leads to something below a folder."""
    try:
        return link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False


def _describe(path: Path, top: Path, name: str, notes: _Notes) -> Found:
    """The file with its place below the folder `top` and the manifest entry, looked for from its folder upward."""
    below = path.relative_to(top)
    folders = [path.parents[depth] for depth in range(len(below.parts))]
    manifests = [*(_manifest_in(folder, notes) for folder in folders), _manifest_in(top.parent, notes, quiet=True)]
    speaking = next((m for m in manifests if m and _key(path, m.path.parent) in m.entries), None)
    known = speaking.entries[_key(path, speaking.path.parent)] if speaking else Metadata()
    parts = tuple(map(clean_name, (*below.parts[:-1], below.stem)))
    if top not in notes.layouts:
        notes.layouts[top] = _layouts_in(top, notes)
    spoken = speaking.path if speaking else None
    return Found(path, show_path(path), parts, name, known, spoken, notes.layouts[top])


def _layouts_in(folder: Path, notes: _Notes) -> tuple[Layout, ...]:
    """The layouts beside the articles, in the folder `layouts`; a broken one is listed."""
    layouts: list[Layout] = []
    for path in sorted((folder / FOLDER).glob("*.toml")):
        try:
            layouts += read_layouts([path])
        except PackError as problem:
            notes.skipped.append(Skipped(show_path(path), str(problem).rstrip("."), "Until then it is not used."))
    return tuple(layouts)


def _key(path: Path, folder: Path) -> str:
    return unicodedata.normalize("NFC", path.relative_to(folder).as_posix())


def _manifest_in(folder: Path, notes: _Notes, *, quiet: bool = False) -> Manifest | None:
    """The manifest of a folder, read once; a broken one counts as none and is listed, unless `quiet`."""
    if folder not in notes.manifests:
        path = folder / MANIFEST
        notes.manifests[folder] = None
        try:
            if path.is_file():
                notes.manifests[folder] = Manifest(path, read_manifest(decode(path.read_bytes()).text))
        except Unusable as problem:
            notes.skipped.extend([] if quiet else [problem.at(show_path(path))])
        except OSError as error:
            reason = f"cannot be opened ({error.strerror})"
            notes.skipped.extend([] if quiet else [Skipped(show_path(path), reason, "Allow reading of it.")])
    return notes.manifests[folder]


def _missing(manifests: Iterable[Manifest]) -> Iterator[Skipped]:
    """Entries of manifests that name no file below them."""
    for manifest in manifests:
        shown, folder = show_path(manifest.path), manifest.path.parent
        for name in manifest.entries:
            if ".." in Path(name).parts or Path(name).is_absolute():
                yield Skipped(
                    show_path(name), f"lies outside the folder of {shown}, which names it", "Put it below that folder."
                )
            elif not _is_file(folder / name):
                reason = f"is named in {shown} but does not exist"
                yield Skipped(show_path(folder / name), reason, "Add the file, or take its row out.")


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a name that the system cannot hold names none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _unlisted(manifests: Iterable[Manifest], files: Iterable[Found]) -> Iterator[str]:
    """A warning for each manifest that leaves out files beside it."""
    for manifest in manifests:
        folder = manifest.path.parent
        names = [f.path.name for f in files if f.manifest is None and folder in f.path.parents]
        if names:
            told = name_first(map(clean_name, names))
            yield f"{show_path(manifest.path)} does not list {told}; read all the same, without what it would say."
