"""Files of the visit -> articles, the table that the page shows of them, and the packs that fit."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.read.metadata import MANIFEST

if TYPE_CHECKING:
    from framing.model import Article
    from framing.read import ReadResult

FEW_WORDS = 60  # below, a text says little


class Correction(NamedTuple):
    """What a person set in the table; None where nothing was."""

    source: str | None = None
    event: str | None = None
    used: bool = True


@dataclass(frozen=True)
class UploadReading:
    """What was read: the articles, what could not be used as (name, reason, remedy), and warnings.

    `doubts` says of an article (id) what may be otherwise about the story that was proposed for it, `layouts` names the
    layouts of one's own in use."""

    articles: tuple[Article, ...] = ()
    skipped: tuple[tuple[str, str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    doubts: Mapping[str, str] = field(default_factory=dict)
    layouts: tuple[str, ...] = ()
    verdicts: tuple[Path, ...] = ()  # the newest file of a reader's decisions: a report saves the earlier ones, too


def read_uploads(folder: Path) -> UploadReading:
    """Reads every file in the folder by the layouts in it; one that cannot be read, for whatever reason, is listed, and
    the others count."""
    from framing.compare.verdicts import holds_verdicts
    from framing.read import read_files

    paths = sorted(path for path in folder.iterdir() if path.name != MANIFEST)
    aside = [path for path in paths if is_layout(path) or holds_verdicts(path)]
    refused = {path: problem for path in aside if (problem := _problem_of_aside(path))}
    layouts = [path for path in aside if is_layout(path) and path not in refused]
    verdicts = [path for path in aside if not is_layout(path) and path not in refused]
    verdicts.sort(key=lambda path: path.stat().st_mtime_ns)
    paths = [path for path in paths if path not in aside]
    problems: dict[Path, tuple[str, str, str]] = {}
    try:
        read = _told(read_files(paths, layouts=layouts), folder) if paths else UploadReading()
    except Exception:  # one of them is worse than any reader expects: each alone
        problems = {path: problem for path in paths if (problem := _problem_of(path))}
        good = [path for path in paths if path not in problems]
        read = _told(read_files(good, layouts=layouts), folder) if good else UploadReading()
    skipped = (*read.skipped, *problems.values(), *refused.values())
    return replace(read, skipped=skipped, layouts=tuple(path.name for path in layouts), verdicts=tuple(verdicts[-1:]))


def is_layout(path: Path) -> bool:
    """Whether a file says how the articles of an export stand in it, and is no article."""
    return path.suffix.lower() == ".toml"


def _problem_of_aside(path: Path) -> tuple[str, str, str] | None:
    """Name, reason and remedy of a layout, or of a file of verdicts, that cannot be used; None of one that can."""
    from framing.compare import read_verdicts
    from framing.errors import InputError, PackError
    from framing.read.layout_file import read_layouts

    try:
        read_layouts([path]) if is_layout(path) else read_verdicts(path)
    except (PackError, InputError) as problem:
        told = str(problem).replace(str(path), path.name).removeprefix(f"{path.name}: ")
        what = "is a layout" if is_layout(path) else "holds verdicts"
        return path.name, f"{what} that cannot be used: {told}", "Mend it, and add it once more."
    return None


def _problem_of(path: Path) -> tuple[str, str, str] | None:
    """Name, reason and remedy of a file on which the program fails; None when it does not."""
    from framing.read import read_files

    try:
        read_files([path])
    except Exception:
        traceback.print_exc(file=sys.stderr)
        return path.name, "could not be read: the program failed on it", "Paste its text instead."
    return None


def _told(result: ReadResult, folder: Path) -> UploadReading:
    """What reading gave, with stories proposed where none is named, files called as their owner calls them, and
    remedies that can be done in the page."""
    from framing.read import find_stories

    beginning = f"{folder.as_posix()}/"
    found = find_stories(result.articles)
    return UploadReading(
        found.articles,
        tuple((one.path.replace(beginning, ""), one.reason, one.in_browser or one.remedy) for one in result.skipped),
        tuple(f"{one.what} {one.in_browser or one.remedy}".rstrip().replace(beginning, "") for one in result.noted),
        {one.article: one.doubt for one in found.proposals if one.doubt},
    )


def correct_articles(reading: UploadReading, corrections: Mapping[str, Correction]) -> tuple[Article, ...]:
    """The articles that are to be compared, with the sources and stories that a person set."""
    used = {one.id for one in reading.articles if corrections.get(one.id, Correction()).used}
    kept = []
    for one in reading.articles:
        if one.id in used:
            source, event, _ = corrections.get(one.id, Correction())
            first = one.duplicate_of if one.duplicate_of in used else ""
            kept.append(replace(one, source=source or one.source, event=_or(event, one.event), duplicate_of=first))
    return tuple(kept)


def _or(given: str | None, otherwise: str) -> str:
    return otherwise if given is None else given


def table_rows(reading: UploadReading, corrections: Mapping[str, Correction]) -> list[dict[str, Any]]:
    """One row an article, as the page shows it: id, source, title, date, story, words, warnings, whether it is used."""
    from framing.read.layout import word_count

    rows = []
    for one in reading.articles:
        set_to = corrections.get(one.id, Correction())
        words = word_count(one.text)
        rows.append(
            {
                "id": one.id,
                "source": set_to.source or one.source,
                "title": one.title or one.headline or " ".join(one.text.split()[:8]),
                "date": one.date,
                "event": _or(set_to.event, one.event),
                "words": words,
                "warnings": _warnings_of(one, words, reading.doubts.get(one.id, ""), set_to),
                "used": set_to.used,
            }
        )
    return rows


def _warnings_of(article: Article, words: int, doubt: str, set_to: Correction) -> list[str]:
    """What a person should look at in one article; nothing about what has been set already."""
    said = []
    if article.source_from.startswith("name of") and not set_to.source:
        said.append(f"no outlet found: the source is the {article.source_from}")
    if doubt and set_to.event is None:
        said.append(f"story: {doubt}")
    if article.duplicate_of:
        said.append("nearly the same text as another one: counted once")
    if article.partial:
        said.append(f"a beginning only ({article.partial})")
    elif words < FEW_WORDS:
        said.append("very short: is this the whole article?")
    if not article.date:
        said.append("no date found")
    return said


def propose_packs(articles: Sequence[Article]) -> list[dict[str, Any]]:
    """Every frame pack with its id, title, subject and whether it is proposed: its topic is that of some story."""
    from framing.annotate.frames.anchors import choose_packs
    from framing.packs import load_pack_heads

    packs = load_pack_heads()
    fitting = {id for ids in choose_packs(articles, packs).values() for id in ids} if articles else set()
    listed = [{"id": p.id, "title": p.title, "about": p.about, "proposed": p.id in fitting} for p in packs]
    return sorted(listed, key=lambda pack: (not pack["proposed"], pack["title"]))
