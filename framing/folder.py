"""Folders of results: each is there whole or not at all, whatever stops the program, and no file of the user's is lost.

A run writes into a fresh folder beside the one named, which takes its place when all is done: two renames, a few
microseconds apart. What a killed run leaves beside is put in order when the next one begins.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from framing.errors import InputError, UsageError, system_error

RECORD = "run.json"
STORE = "store.json"  # the record of a store of a large collection
EVENTS = "events.csv"  # a proposal of ours that a person edits: an edited one stays
VERDICTS = "verdicts.csv"  # readers' own file: kept and honoured, never written by a run of `compare`
SCRATCH, LOCK = "framing-scratch-", ".lock"  # how a folder for temporary files is called, and its lock in it
NEW, OLD = "framing-new", "framing-old"  # ends of the names of folders that stand beside while a run writes


@contextmanager
def open_folder(out: Path, *, drop: Set[str] = frozenset()) -> Iterator[Path]:
    """An empty folder to write results into, which becomes `out` when the block ends well.

    What `out` already holds stays as it is, but for files of the same names and those named in `drop` (relative, as
    POSIX paths). If the block fails, `out` is as it was.

    Raises:
        InputError: `out` cannot be written to, or another run is writing into it.
        UsageError: `out` is a file.
    """
    out = Path(os.path.realpath(out))
    is_there(out)
    new = _beside(out, NEW)
    with alone_with(out):
        try:
            restore_folder(out)
            new.mkdir(parents=True)
            if out.exists() and not os.access(out, os.W_OK):
                raise PermissionError(13, "Permission denied", str(out))
            yield new
            _publish(new, out, drop)
        except OSError as problem:
            raise system_error(problem, out) from problem
        finally:  # also when it is stopped between the two lines that make the folder and hand it over
            _remove(new)


@contextmanager
def open_file(path: Path) -> Iterator[Path]:
    """A path to write one file to, which takes the place of `path` when the block ends well.

    Raises:
        InputError: it cannot be written there.
    """
    aside = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        yield aside
        aside.replace(path)
    except OSError as problem:
        raise system_error(problem, path) from problem
    finally:
        _unlink(aside)


def _unlink(path: Path) -> None:
    """Takes a file of our own away, where the system lets us."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def is_there(out: Path) -> bool:
    """Whether a folder stands at a path.

    Raises:
        UsageError: a file does.
        InputError: the system does not know such a path.
    """
    try:
        if out.exists() and not out.is_dir():
            raise UsageError(f"{out} is a file. Name a folder with --out.")
        return out.exists()
    except OSError as problem:
        raise system_error(problem, out) from problem


def restore_folder(out: Path) -> None:
    """Puts in order what a run that was killed left beside `out`: the old results back, or out of the way."""
    old = _beside(out, OLD)
    if old.is_dir() and not out.exists():
        old.rename(out)
    _remove(old)
    _remove(_beside(out, NEW))


def _beside(out: Path, end: str) -> Path:
    """Where a folder stands that is being written, or that is being replaced."""
    return out.with_name(f".{out.name}.{end}")


def _remove(folder: Path) -> None:
    """Takes away a folder of our own; a link of that name is cut, what it leads to stays."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def alone_with(out: Path) -> Iterator[None]:
    """Keeps every other run out of a folder, by a file in the folder for temporary files that is gone afterwards.

    Raises:
        InputError: another run is writing there.
    """
    name = hashlib.sha256(f"{getpass.getuser()} {out}".encode(errors="surrogatepass")).hexdigest()[:24]
    path = Path(tempfile.gettempdir()) / f"framing-{name}.lock"
    try:
        lock = _take_lock(path)
    except OSError as problem:
        raise system_error(problem, path) from problem
    if lock is None:
        raise InputError(
            f"Another run is writing into {out}. Wait until it has finished, or choose another folder with --out."
        )
    try:
        yield
    finally:
        _give_up(lock, partial(_unlink, path))


@contextmanager
def open_scratch() -> Iterator[Path]:
    """An empty folder that only its owner can look into, gone when the block ends; those of killed runs go too.

    The folder is called what `SCRATCH` says, and holds a lock as long as its run lives.
    """
    for left in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*"):
        _remove_abandoned(left)
    lock = None
    while lock is None:
        folder = Path(tempfile.mkdtemp(prefix=SCRATCH))
        with suppress(OSError):  # another run took it for an abandoned one
            lock = _take_lock(folder / LOCK)
    try:
        yield folder
    finally:
        _give_up(lock, partial(shutil.rmtree, folder, ignore_errors=True))


def _remove_abandoned(folder: Path) -> None:
    """Takes a scratch folder away, unless its run lives or it is another person's.

    One whose run is about to lock it may go too: that run makes another.
    """
    with suppress(OSError):
        lock = _take_lock(folder / LOCK)
        if lock is not None:
            _give_up(lock, partial(shutil.rmtree, folder, ignore_errors=True))


def _take_lock(path: Path) -> int | None:
    """The descriptor of a file that this run alone has locked; None when another has."""
    import filelock

    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if not filelock.lock_descriptor(lock, blocking=False):
            os.close(lock)
            return None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock), path.stat()):
                return lock
        os.close(lock)  # the run before took the file away between our opening and our locking it


def _give_up(lock: int, take_away: Callable[[], None]) -> None:
    """Lets go of a lock and takes its file away, while nobody else can have it.

    On Windows, where an open file cannot be removed, afterwards: one that another run has taken stays there.
    """
    if os.name != "nt":
        take_away()
    os.close(lock)
    if os.name == "nt":
        take_away()


def _publish(new: Path, out: Path, drop: Set[str]) -> None:
    """Puts `new` in the place of `out`, with what `out` holds besides."""
    if not out.exists():
        new.rename(out)
        return
    if Path.cwd().is_relative_to(out):  # somebody stands in it: its files are exchanged one by one
        _move_each(new, out, drop)
        return
    _carry_over(out, new, drop)
    shutil.copymode(out, new)
    old = _beside(out, OLD)
    try:
        out.rename(old)
    except OSError:  # a mounted folder, or on Windows one with an open file
        _move_each(new, out, drop)
        return
    new.rename(out)
    _remove(old)


def _carry_over(out: Path, new: Path, drop: Set[str]) -> None:
    """Gives `new` every file, link and folder of `out` that it has not, less the dropped; links are not followed."""
    for folder, folders, files in os.walk(out):
        here = Path(folder).relative_to(out)
        for name in [*folders, *files]:
            path, target = Path(folder) / name, new / here / name
            if (here / name).as_posix() in drop or target.exists() or target.is_symlink():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir() and not path.is_symlink():
                kept = any(file not in drop for file in files_in(path, out)) or not any(path.iterdir())
                target.mkdir() if kept else None
                continue
            try:
                os.link(path, target, follow_symlinks=False)
            except OSError:  # a file system without hard links
                shutil.copy2(path, target, follow_symlinks=False)


def _move_each(new: Path, out: Path, drop: Set[str]) -> None:
    """Moves every file into its place, the record last, and takes the dropped ones away."""
    names = sorted(files_in(new, new) - {RECORD})
    for name in [*names, *([RECORD] if (new / RECORD).exists() else [])]:
        target = out / name
        if target.is_dir() and not target.is_symlink():
            raise UsageError(f"{target} is a folder where a file of that name belongs. Move it away.")
        target.parent.mkdir(parents=True, exist_ok=True)
        (new / name).replace(target)
    for name in drop - set(names) - {RECORD}:
        with suppress(FileNotFoundError):
            (out / name).unlink()


def files_in(folder: Path, top: Path) -> set[str]:
    """Every file and link below `folder`, as POSIX paths relative to `top`; no link is followed."""
    return {
        (Path(here) / name).relative_to(top).as_posix()
        for here, folders, names in os.walk(folder)
        for name in [*names, *(one for one in folders if (Path(here) / one).is_symlink())]
    }


def read_record(folder: Path) -> dict[str, Any]:
    """The record of the run that filled a folder; empty when there is none.

    `outputs` is a list of relative names in it, `digests` the SHA-256 of each.

    Raises:
        InputError: `run.json` is there and cannot be read.
    """
    path = folder / RECORD
    if not path.exists():
        return {}
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise system_error(problem, path) from problem
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{path} is not readable JSON ({problem}). Delete it, or run the command again.") from problem
    outputs = record.get("outputs", []) if isinstance(record, dict) else None
    digests = record.get("digests", {}) if isinstance(record, dict) else None
    if not (isinstance(outputs, list) and all(isinstance(name, str) for name in outputs) and isinstance(digests, dict)):
        raise InputError(f"{path} is not a record that this program wrote. Move it away, or choose another folder.")
    return record


def is_results(folder: Path) -> bool:
    """Whether a run filled a folder, as its `run.json` says."""
    try:
        return {"framing", "outputs"} <= read_record(folder).keys()
    except InputError:
        return False


def is_store(folder: Path) -> bool:
    """Whether a folder is a store, as its `store.json` says."""
    return (folder / STORE).is_file()


def recorded_files(folder: Path) -> set[str]:
    """Files that the run of a folder's `run.json` wrote and that are as it wrote them; never one outside the folder."""
    digests = read_record(folder).get("digests", {})
    own = files_in(folder, folder)
    return {name for name, digest in digests.items() if name in own and digest == digest_of(folder / name)}


def digest_of(path: Path) -> str:
    """SHA-256 of a file's content; of a link, of where it leads, not of what is there."""
    if path.is_symlink():
        return hashlib.sha256(str(path.readlink()).encode(errors="surrogatepass")).hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def claim_folder(out: Path, inputs: Iterable[Path] = (), *, force: bool = False) -> set[str]:
    """Makes sure that a folder may be written to; gives the files in it that an earlier run wrote.

    Raises:
        UsageError: it is a file, it holds the articles to be read, or it holds files that no run wrote (or that were
            changed since) and `force` was not given.
    """
    there, place = is_there(out), Path(os.path.realpath(out))
    for path in inputs:
        if path.resolve().is_relative_to(place):
            raise UsageError(
                f"{out} holds what is to be read ({path}): results would stand among your articles. "
                f"Choose a folder of its own with --out, for example --out {out / 'report'}."
            )
    if not there:
        return set()
    known = recorded_files(out)
    strangers = sorted(files_in(out, out) - known - {RECORD, VERDICTS, EVENTS})
    if strangers and not force:
        listed = read_record(out).get("outputs", ())
        what = "a changed file" if strangers[0] in listed else "other files"
        raise UsageError(
            f"{out} already holds {what} ({strangers[0]}{', …' if len(strangers) > 1 else ''}). "
            "Choose another folder with --out, or add --force to write there all the same: "
            "files of the same names are replaced, all others stay."
        )
    return known
