"""One run on disk: the folder it may write to, and `run.json`, enough to repeat it."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from framing import __version__
from framing.errors import UsageError
from framing.folder import EVENTS, RECORD, claim_folder, digest_of, files_in, open_folder, read_record, recorded_files
from framing.parse import describe_model, digest_model

if TYPE_CHECKING:
    from framing.evidence import Analysis
    from framing.read import ReadResult

WHOLE_FILES = ("report.pdf", "report.html", "share.png")
REPORT = (*WHOLE_FILES, "pages/", "charts/")  # how the names of a report's files begin
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


@contextmanager
def open_results(out: Path, inputs: Sequence[str], *, force: bool) -> Iterator[Path]:
    """A folder to write a run's results into, which becomes `out` when all is done.

    What an earlier run wrote there is replaced; files of the user's stay.

    Raises:
        UsageError: see `claim_folder`.
        InputError: it cannot be written to, or another run is writing there.
    """
    known = claim_folder(out, [Path(path) for path in inputs if path != "-"], force=force)
    with open_folder(out, drop=known) as folder:
        yield folder


@contextmanager
def open_report(folder: Path, *, force: bool) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A folder to draw the report of saved tables anew, and the record of their run less its earlier report.

    Raises:
        InputError: see `open_results`.
        UsageError: a report stands there that no run wrote, or that was changed since, and `force` was not given.
    """
    record, known = read_record(folder), recorded_files(folder)
    drawn = {name for name in files_in(folder, folder) if name.startswith(REPORT)}
    changed = sorted(name for name in drawn - known if name in WHOLE_FILES)
    if changed and not force:
        raise UsageError(
            f"{folder / changed[0]} is not as a run of this program wrote it. "
            "Move it away, or add --force to replace it."
        )
    digests = {name: digest for name, digest in record.get("digests", {}).items() if not name.startswith(REPORT)}
    with open_folder(folder, drop=drawn & known) as fresh:
        yield fresh, {**record, "digests": digests}


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


def write_record(folder: Path, before: Mapping[str, Any] = MappingProxyType({}), **facts: Any) -> None:
    """Writes `run.json`: versions, the model and its digest, hashes of packs, inputs and outputs, seed, command.

    `before` is the record of an earlier run whose facts and files are kept.
    """
    written = {name: digest_of(folder / name) for name in files_in(folder, folder) - {RECORD}}
    digests = dict(sorted({**before.get("digests", {}), **written}.items()))
    record = {
        "framing": __version__, **before, **facts, **environment(), "outputs": list(digests), "digests": digests,
    }  # fmt: skip
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / RECORD).write_text(f"{text}\n", encoding="utf-8", errors="surrogatepass")


def record_run(folder: Path, corpus: ReadResult, *, packs: Sequence[str], seed: int) -> None:
    """Writes `run.json` of a run that read articles: what was read, with which packs and seed, by which command."""
    write_record(folder, packs=pack_facts(packs), seed=seed, **reading_facts(corpus), command=command_line())


def write_stories(corpus: ReadResult, folder: Path, out: Path) -> None:
    """Writes the stories that were proposed beside the report; an `events.csv` that a person edited in `out` stays."""
    edited = (out / EVENTS).exists() and EVENTS not in recorded_files(out)
    if corpus.stories and not edited:
        from framing.read.events_file import write_events

        write_events(corpus.stories, corpus.articles, folder / EVENTS)


def environment() -> dict[str, Any]:
    """What the run ran on: Python, libraries, the parser model and its digest."""
    return {
        "python": platform.python_version(),
        "libraries": {name: metadata.version(name) for name in LIBRARIES},
        "model": describe_model(),
        "model_sha256": digest_model(),
    }


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
