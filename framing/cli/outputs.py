"""One run on disk: the folder it may write to, and `run.json`, enough to repeat it."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing import __version__
from framing.errors import InputError, UsageError
from framing.evidence.disk import whole
from framing.parse import describe_model, find_model

if TYPE_CHECKING:
    from framing.evidence import Analysis
    from framing.read import ReadResult

RECORD = "run.json"
VERDICTS = "verdicts.csv"  # readers' own file: kept and honoured, never written
LIBRARIES = (
    "spacy",
    "pandas",
    "numpy",
    "scikit-learn",
    "textstat",
    "vaderSentiment",
    "matplotlib",
    "typst",
    "trafilatura",
)


def claim_folder(out: Path, *, force: bool) -> None:
    """Makes the folder, or makes sure that everything in it comes from an earlier run.

    Raises:
        UsageError: it holds other files, and `force` was not given.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file. Name a folder with --out.")
    if out.exists() and not force:
        strangers = sorted(_files(out) - set(read_record(out).get("outputs", ())) - {RECORD, VERDICTS})
        if strangers:
            raise UsageError(
                f"{out} already holds other files ({strangers[0]}{', …' if len(strangers) > 1 else ''}). "
                "Choose another folder with --out, or add --force to write there all the same."
            )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UsageError(f"{out} cannot be made: {problem.strerror}. Choose another folder with --out.") from problem


def claim_file(path: Path, *, force: bool) -> None:
    """Makes sure, before any work, that a file can be written and that nobody's edits are lost.

    Raises:
        UsageError: it exists and `force` was not given, or it cannot be written there.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name a file.")
    if path.exists() and not force:
        raise UsageError(f"{path} exists already, perhaps with changes of yours. Choose another name, or add --force.")
    if not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise UsageError(f"{path} cannot be written: there is no such folder, or it is closed. Choose another place.")


def _files(folder: Path) -> set[str]:
    """Every file below a folder, relative, as POSIX paths."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def read_record(folder: Path) -> dict[str, Any]:
    """The record of the run that filled a folder; empty when there is none.

    Raises:
        InputError: `run.json` is there and cannot be read.
    """
    path = folder / RECORD
    if not path.exists():
        return {}
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise InputError(f"{path} is not readable JSON ({problem}). Delete it, or run the command again.") from problem
    return record if isinstance(record, dict) else {}


def write_record(out: Path, written: Iterable[Path], **facts: Any) -> Path:
    """Writes `run.json`: versions, the model and its digest, hashes of packs and inputs, seed, command, outputs."""
    outputs = sorted(path.relative_to(out).as_posix() for path in written)
    before = read_record(out)
    record = {"framing": __version__, **before, **facts, **environment(), "outputs": outputs}
    with whole(out / RECORD) as aside:
        aside.write_text(json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return out / RECORD


def record_run(out: Path, written: Iterable[Path], corpus: ReadResult, *, packs: Sequence[str], seed: int) -> None:
    """Writes `run.json` of a run that read articles: what was read, with which packs and seed, by which command."""
    facts = {"packs": pack_facts(packs), "seed": seed, **reading_facts(corpus)}
    write_record(out, written, command=command_line(), **facts)


def environment() -> dict[str, Any]:
    """What the run ran on: Python, libraries, the parser model and its digest."""
    return {
        "python": platform.python_version(),
        "libraries": {name: metadata.version(name) for name in LIBRARIES},
        "model": describe_model(),
        "model_sha256": model_digest(),
    }


def model_digest() -> str:
    """SHA-256 over the parser model's files, in the order of their names."""
    found = util.find_spec(find_model())
    root = Path(found.origin).parent if found and found.origin else Path()
    digest = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def reading_facts(corpus: ReadResult) -> dict[str, Any]:
    """What reading did: inputs with hashes, what cleaning removed, what was skipped and warned of."""
    return {
        "inputs": [{"file": str(path), "sha256": digest} for path, digest in corpus.inputs],
        "removed": [{"article": r.article, "reason": r.reason, "text": r.text} for r in corpus.removed],
        "skipped": [{"file": str(s.path), "reason": s.reason, "remedy": s.remedy} for s in corpus.skipped],
        "warnings": list(corpus.warnings),
    }


def packs_used(analysis: Analysis, named: Sequence[str] | None) -> Sequence[str]:
    """The packs that a user named; without any, those that spoke of the ones tried."""
    from framing.evidence.view import packs_spoken

    return named or packs_spoken(analysis.articles) or ()


def pack_facts(packs: Sequence[str]) -> list[dict[str, str]]:
    """The packs of a run with the digests of their files."""
    from framing.packs import find_pack_file

    digests = {name: hashlib.sha256(find_pack_file(name).read_bytes()).hexdigest() for name in packs}
    return [{"pack": name, "sha256": digest} for name, digest in digests.items()]


def command_line() -> list[str]:
    """The command as it was typed, from the program's name on."""
    return ["framing", *sys.argv[1:]]
