"""The commands of the classroom: a handout from articles, a report on the class's marks, an empty lesson."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import (
    DEFAULT_SEED,
    PARTIAL,
    Actors,
    Events,
    EventTaught,
    Force,
    Language,
    Layouts,
    NoPacks,
    OutFolder,
    Packs,
    Paper,
    Paths,
    Request,
    Seed,
    settle_packs,
)
from framing.errors import UsageError

PROPOSALS = ("verdicts.csv", "pack-patch.toml")  # written for the teacher to edit


def handout(
    paths: Paths,
    event: EventTaught = "",
    packs: Packs = None,
    no_packs: NoPacks = False,
    out: OutFolder = Path("lesson"),
    blind: Annotated[bool, typer.Option("--blind", help="Articles become A, B, C …; outlets are masked.")] = False,
    paper: Paper = "a4",
    minutes: Annotated[int, typer.Option("--minutes", help="45, 60 or 90.")] = 60,
    excerpt: Annotated[int, typer.Option("--excerpt", help="Words of each text, cut at the end of a sentence.")] = 350,
    seed: Seed = DEFAULT_SEED,
    greyscale: Annotated[bool, typer.Option("--greyscale", help="No colour.")] = False,
    language: Language = "on",
    actors: Actors = None,
    force: Force = False,
    events: Events = "",
    layouts: Layouts = None,
) -> int:
    """Make a lesson: texts, two worksheets, answer key, plan, glossary, pages for the projector and for pupils."""
    from framing.classroom import LessonOptions, write_handout
    from framing.classroom.paper import check_options
    from framing.classroom.sheets import match_event
    from framing.cli import console, inputs, outputs
    from framing.compare import compare_sources

    options = LessonOptions(blind, paper.lower(), minutes, excerpt, seed, greyscale)
    check_options(options)
    request = Request(paths, settle_packs(packs, no_packs), actors, language, layouts=layouts or (), events=events)
    with outputs.open_results(out, paths, force=force) as folder:
        corpus = inputs.read_asked(request)
        named = sorted({article.event for article in corpus.articles} - {""})
        event = match_event(named, event) if event else inputs.only_story(corpus)
        corpus, analysis = inputs.analyze_corpus(corpus, request)
        written = write_handout(compare_sources(analysis, seed=seed), folder, event=event, options=options)
        outputs.record_run(folder, corpus, packs=outputs.packs_used(analysis, packs), seed=seed)
    console.say(f"{len(written)} files in {out}. Begin with {out / 'lesson-plan.pdf'}.")
    if blind:
        console.say(
            "Outlets are named in answer-key.pdf, answer-key.json, reveal.html and run.json only: keep those four."
        )
    return PARTIAL if corpus.skipped else 0


def class_(
    marks: Annotated[
        list[str], typer.Argument(metavar="MARKS…", help="Pupils' JSON files, and marks.csv of paper groups.")
    ],
    articles: Annotated[Path | None, typer.Option("--articles", help="Folder of the lesson.")] = None,
    out: OutFolder = Path("class-report"),
    paper: Paper = "a4",
    force: Force = False,
) -> int:
    """Compare what the class marked with what the tool found, and the pupils with each other."""
    from framing.classroom import write_class_report
    from framing.cli import console

    _keep_proposals(out, force=force)
    result = write_class_report(marks, out, articles=articles, paper=paper)
    for one in result.left_out:
        console.say(f"Not used: {one.place} {one.why}.")
    console.say(f"{result.pupils} worksheets. Report: {out / 'class-report.pdf'} and {out / 'class-report.html'}.")
    console.say("verdicts.csv and pack-patch.toml are proposals: read them before you use them.")
    return PARTIAL if result.left_out else 0


def _keep_proposals(out: Path, *, force: bool) -> None:
    """Makes sure that no edits of a teacher are lost.

    Raises:
        UsageError: the folder holds proposals of an earlier class, which a teacher may have edited.
    """
    edited = [name for name in PROPOSALS if (out / name).exists()]
    if edited and not force:
        raise UsageError(
            f"{out} already holds {edited[0]}, which you may have edited. "
            "Choose another folder with --out, or add --force to write it anew."
        )


def start_lesson(folder: Annotated[Path, typer.Argument(help="Folder to make.")]) -> int:
    """Make a folder for a lesson: five steps to follow, a place for articles, a manifest to fill in."""
    from framing.classroom import new_lesson
    from framing.cli import console

    new_lesson(folder)
    console.say(f"Made {folder}. Open {folder / 'README.md'}: five steps.")
    return 0
