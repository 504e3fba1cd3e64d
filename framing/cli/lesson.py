"""What the classroom's commands do: a handout from articles, a report on the class's marks, an empty lesson."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from framing.cli import console, run
from framing.cli.jobs import PARTIAL, Request, read_and_analyze
from framing.errors import UsageError

PROPOSALS = ("verdicts.csv", "pack-patch.toml")  # written for the teacher to edit


def handout(
    paths: Sequence[str],
    *,
    event: str = "",
    packs: Sequence[str] = (),
    out: Path = Path("lesson"),
    blind: bool = False,
    paper: str = "a4",
    minutes: int = 60,
    excerpt: int = 350,
    seed: int = 7,
    greyscale: bool = False,
    language: str = "on",
    actors: Path | None = None,
    force: bool = False,
) -> int:
    """Writes the folder of a lesson."""
    from framing.classroom import Options, write_handout
    from framing.classroom.paper import check_options
    from framing.compare import compare_sources

    options = Options(blind, paper.lower(), minutes, excerpt, seed, greyscale)
    check_options(options)
    run.claim_folder(out, force=force)
    corpus, analysis = read_and_analyze(Request(paths, packs, actors, language, seed=seed))
    before = {out / name for name in run.read_record(out).get("outputs", ())}
    written = write_handout(compare_sources(analysis, seed=seed), out, event=event, options=options)
    for stale in before - set(written):
        stale.unlink(missing_ok=True)
    facts = {"packs": run.pack_facts(packs), "seed": seed, **run.reading_facts(corpus)}
    run.write_record(out, written, command=run.command_line(), **facts)
    console.say(f"{len(written)} files in {out}. Begin with {out / 'lesson-plan.pdf'}.")
    if blind:
        console.say(
            "Outlets are named in answer-key.pdf, answer-key.json, reveal.html and run.json only: keep those four."
        )
    return PARTIAL if corpus.skipped else 0


def class_(
    marks: Sequence[str],
    *,
    articles: Path | None = None,
    out: Path = Path("class-report"),
    paper: str = "a4",
    force: bool = False,
) -> int:
    """Writes the report on a class's marks.

    Raises:
        UsageError: the folder holds proposals of an earlier class, which a teacher may have edited.
    """
    from framing.classroom import write_class_report

    edited = [name for name in PROPOSALS if (out / name).exists()]
    if edited and not force:
        raise UsageError(
            f"{out} already holds {edited[0]}, which you may have edited. "
            "Choose another folder with --out, or add --force to write it anew."
        )
    result = write_class_report(marks, out, articles=articles, paper=paper)
    for one in result.left_out:
        console.say(f"Not used: {one.place} {one.why}.")
    console.say(f"{result.pupils} worksheets. Report: {out / 'class-report.pdf'} and {out / 'class-report.html'}.")
    console.say("verdicts.csv and pack-patch.toml are proposals: read them before you use them.")
    return PARTIAL if result.left_out else 0


def new_lesson(folder: Path) -> int:
    """Makes an empty lesson."""
    from framing.classroom import new_lesson as make

    make(folder)
    console.say(f"Made {folder}. Open {folder / 'README.md'}: five steps.")
    return 0
