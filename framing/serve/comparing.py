"""Articles -> a comparison with its report and tables on disk, lessons made from it, and zip files of both."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from framing.errors import UsageError

if TYPE_CHECKING:
    from framing.classroom import LessonOptions
    from framing.compare import Comparison
    from framing.evidence import Analysis
    from framing.model import Article

Tell = Callable[[str, int, int], None]  # words, done, total
SEED = 7
STORED = (".png", ".pdf", ".parquet")  # packed already


class SavedLesson(NamedTuple):
    """A lesson: its zip file in the folder of the run, and what it is on."""

    file: str
    title: str


@dataclass(frozen=True)
class SavedRun:
    """One finished comparison, where its files are, and the lessons made from it, oldest first."""

    title: str
    folder: Path
    comparison: Comparison
    lessons: list[SavedLesson] = field(default_factory=list)


class Task(NamedTuple):
    """What is to be compared: articles, packs as for `analyze`, names of files not used, files of readers' verdicts."""

    articles: Sequence[Article]
    packs: Sequence[str] | None = None
    left_out: Sequence[str] = ()
    verdicts: Sequence[Path] = ()


def run_comparison(task: Task, folder: Path, tell: Tell) -> SavedRun:
    """Compares articles and writes report, pictures and tables below `folder`; `tell` hears how far it is.

    Raises:
        UsageError: no article is left to compare.
    """
    if not task.articles:
        raise UsageError("No article is ticked. Tick those that are to be compared.")
    from framing.compare import name_left_out, with_checks, write_wordings
    from framing.evidence import save_analysis
    from framing.pipeline import analyze
    from framing.report import write_report

    total, done = len(task.articles), 0

    def tick(finished: int) -> None:
        nonlocal done
        done += finished
        tell("Reading what the articles say", done, total)

    tell("Reading what the articles say", 0, total)
    analysis = analyze(task.articles, task.packs, progress=tick)
    tell("Comparing the sources", 0, 0)
    left_out = [*task.left_out, *analysis.left_out]
    comparison = name_left_out(with_checks(_compare_judged(analysis, task.verdicts), SEED), left_out)
    tell("Drawing the report", 0, 0)
    write_report(comparison, folder / "report")
    save_analysis(analysis, folder / "tables")
    write_wordings(comparison, folder / "tables")
    tell("Packing the files", 0, 0)
    pictures = [path for path in (folder / "report").rglob("*") if path.suffix in (".png", ".svg")]
    zip_files(folder / "pictures.zip", folder / "report", pictures)
    zip_files(folder / "tables.zip", folder / "tables", list((folder / "tables").rglob("*")))
    return SavedRun(_title_of(task.articles), folder, comparison)


def _compare_judged(analysis: Analysis, verdicts: Sequence[Path]) -> Comparison:
    """The comparison of what readers' verdicts leave, which the report names; none changes the tables."""
    import pandas as pd

    from framing.compare import apply_verdicts, compare_sources, read_verdicts

    if not verdicts:
        return compare_sources(analysis, seed=SEED)
    judged, effect = apply_verdicts(analysis, pd.concat([read_verdicts(path) for path in verdicts]).fillna(""))
    return replace(compare_sources(judged, seed=SEED), verdicts=effect)


def _title_of(articles: Sequence[Article]) -> str:
    from framing.say import plural

    sources = len({one.source for one in articles})
    return f"{plural(len(articles), 'article')}, {plural(sources, 'source')}"


def make_lesson(run: SavedRun, story: int, options: LessonOptions) -> None:
    """Makes a lesson from a comparison, on the story of that place, as a zip file in the folder of the run.

    Raises:
        InputError: fewer than two outlets have a text on it.
    """
    from framing.classroom import write_handout

    name, row = f"lesson-{len(run.lessons) + 1}", run.comparison.events[story]
    files = write_handout(run.comparison, run.folder / name, event=row.event, options=options)
    zip_files(run.folder / f"{name}.zip", run.folder / name, files)
    run.lessons.append(SavedLesson(f"{name}.zip", story_title(row.title) + (", blind" if options.blind else "")))


def story_title(title: str) -> str:
    """What a story is called on the page."""
    return title or "All articles"


def zip_files(target: Path, top: Path, files: Sequence[Path]) -> None:
    """Writes a zip file of files below `top`, in the order of their names, pictures unpacked as they are."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in files if path.is_file()):
            kind = zipfile.ZIP_STORED if path.suffix in STORED else zipfile.ZIP_DEFLATED
            packed.write(path, path.relative_to(top).as_posix(), kind)
