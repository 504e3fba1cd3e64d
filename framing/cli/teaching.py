"""The commands of the classroom, registered on the app."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import Actors, Force, Language, Packs, Paths, Seed

Paper = Annotated[str, typer.Option("--paper", help="a4 or letter.")]


def handout(
    paths: Paths,
    event: Annotated[str, typer.Option("--event", help="The event to teach; none: the one most sources cover.")] = "",
    packs: Packs = None,
    out: Annotated[Path, typer.Option("--out", help="Folder to write to.")] = Path("lesson"),
    blind: Annotated[bool, typer.Option("--blind", help="Articles become A, B, C …; outlets are masked.")] = False,
    paper: Paper = "a4",
    minutes: Annotated[int, typer.Option("--minutes", help="45, 60 or 90.")] = 60,
    excerpt: Annotated[int, typer.Option("--excerpt", help="Words of each text, cut at the end of a sentence.")] = 350,
    seed: Seed = 7,
    greyscale: Annotated[bool, typer.Option("--greyscale", help="No colour.")] = False,
    language: Language = "on",
    actors: Actors = None,
    force: Force = False,
) -> int:
    """Make a lesson: texts, two worksheets, answer key, plan, glossary, pages for the projector and for pupils."""
    from framing.cli import lesson

    return lesson.handout(
        paths,
        event=event,
        packs=packs or [],
        out=out,
        blind=blind,
        paper=paper,
        minutes=minutes,
        excerpt=excerpt,
        seed=seed,
        greyscale=greyscale,
        language=language,
        actors=actors,
        force=force,
    )


def class_(
    marks: Annotated[
        list[str], typer.Argument(metavar="MARKS…", help="Pupils' JSON files, and marks.csv of paper groups.")
    ],
    articles: Annotated[Path | None, typer.Option("--articles", help="Folder of the lesson.")] = None,
    out: Annotated[Path, typer.Option("--out", help="Folder to write to.")] = Path("class-report"),
    paper: Paper = "a4",
    force: Force = False,
) -> int:
    """Compare what the class marked with what the tool found, and the pupils with each other."""
    from framing.cli import lesson

    return lesson.class_(marks, articles=articles, out=out, paper=paper, force=force)


def new_lesson(folder: Annotated[Path, typer.Argument(help="Folder to make.")]) -> int:
    """Make a folder for a lesson: five steps to follow, a place for articles, a manifest to fill in."""
    from framing.cli import lesson

    return lesson.new_lesson(folder)
