"""The commands of the main job. Each calls the function of its name, prints, and returns an exit code."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from framing.cli import teaching
from framing.cli.options import Actors, Force, Formats, Jobs, Json, Language, Out, Packs, Paths, Seed, Verdicts
from framing.errors import FramingError

app = typer.Typer(
    name="framing",
    help="Compare how news outlets word the same events, whom they let speak and how they treat each actor.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command()
def compare(
    paths: Paths,
    packs: Packs = None,
    out: Out = None,
    formats: Formats = "pdf,png,html",
    actors: Actors = None,
    verdicts: Verdicts = None,
    language: Language = "on",
    jobs: Jobs = 1,
    seed: Seed = 7,
    force: Force = False,
    paper: Annotated[str, typer.Option(help="a4 or letter.")] = "a4",
    short: Annotated[bool, typer.Option("--short", help="Two pages instead of the full report.")] = False,
    greyscale: Annotated[bool, typer.Option("--greyscale", help="Charts without colour.")] = False,
) -> int:
    """Compare sources: print the comparison; with --out, write report, tables and run.json there."""
    from framing.cli import jobs as work
    from framing.cli.reporting import Look

    look = Look.of(formats, paper=paper, short=short, greyscale=greyscale)
    request = work.Request(
        paths, packs or [], actors, language, jobs, out=out, force=force, seed=seed, verdicts=verdicts
    )
    return work.compare(request, look)


@app.command()
def score(
    paths: Paths,
    packs: Packs = None,
    out: Out = None,
    actors: Actors = None,
    language: Language = "on",
    jobs: Jobs = 1,
    as_is: Annotated[bool, typer.Option("--as-is", help="Take texts verbatim: no cleaning.")] = False,
    as_json: Json = False,
    force: Force = False,
    fail_on: Annotated[
        float | None,
        typer.Option("--fail-on", help="Exit 3 when an article has more loaded words than this per 1,000 own words."),
    ] = None,
) -> int:
    """Write the tables only: evidence, articles, actors. Without --out the evidence goes to standard output."""
    from framing.cli import jobs as work

    request = work.Request(paths, packs or [], actors, language, jobs, out=out, force=force, as_is=as_is)
    return work.score(request, as_json=as_json, fail_on=fail_on)


@app.command()
def profile(
    source: Annotated[str, typer.Argument(help="Name of the source, as in the articles table.")],
    paths: Paths,
    packs: Packs = None,
    out: Out = None,
    formats: Formats = "pdf,png,html",
    by: Annotated[str | None, typer.Option("--by", help="month or year: show change over time.")] = None,
    verdicts: Verdicts = None,
    language: Language = "on",
    force: Force = False,
) -> int:
    """Show one source; PATH is a folder of saved tables, or articles."""
    from framing.cli import jobs as work
    from framing.cli.reporting import Look

    request = work.Request(paths, packs or [], None, language, 1, out=out, force=force, verdicts=verdicts)
    return work.profile(source, request, Look.of(formats), by=by)


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that compare or score wrote.")],
    formats: Formats = "pdf,png,html",
    paper: Annotated[str, typer.Option(help="a4 or letter.")] = "a4",
    short: Annotated[bool, typer.Option("--short", help="Two pages instead of the full report.")] = False,
    greyscale: Annotated[bool, typer.Option("--greyscale", help="Charts without colour.")] = False,
    verdicts: Verdicts = None,
    seed: Seed = 7,
) -> int:
    """Draw the report again from saved tables, for example after changing formats or verdicts."""
    from framing.cli import jobs as work
    from framing.cli.reporting import Look

    look = Look.of(formats, paper=paper, short=short, greyscale=greyscale)
    return work.report(folder, look, seed=seed, verdicts=verdicts)


@app.command()
def demo(out: Out = None, formats: Formats = "pdf,png,html") -> int:
    """Run the main job on the bundled demo corpus and say where the report is."""
    from framing.cli import jobs as work
    from framing.cli.reporting import Look

    return work.demo(out or Path("reports/my-demo"), Look.of(formats))


@app.command()
def quotes(
    paths: Paths,
    actor: Annotated[str | None, typer.Option("--actor", help="Only this speaker: name or actor id.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="direct, mixed, indirect, or a kind of speaker.")] = None,
    packs: Packs = None,
    actors_file: Actors = None,
    language: Language = "on",
    as_json: Json = False,
) -> int:
    """List every quote by speaker, with its cue and place; PATH is articles or a folder of saved tables."""
    from framing.cli import inspect, jobs

    request = jobs.Request(paths, packs or [], actors_file, language)
    return inspect.quotes(request, actor=actor, kind=kind, as_json=as_json)


@app.command()
def null(
    paths: Paths,
    packs: Packs = None,
    draws: Annotated[int, typer.Option("--draws", min=1, help="How often the labels are shuffled.")] = 200,
    seed: Seed = 7,
    as_json: Json = False,
) -> int:
    """Shuffle the sources' labels and say how many claims the rules would have made."""
    from framing.cli import inspect, jobs

    return inspect.null(jobs.Request(paths, packs or [], seed=seed), draws=draws, as_json=as_json)


@app.command()
def actors(
    paths: Paths,
    packs: Packs = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the roster as TOML, to edit and give to --actors.")
    ] = None,
    actors_file: Actors = None,
    language: Language = "on",
    force: Force = False,
) -> int:
    """Show who is written about: counts per source, aliases and doubts."""
    from framing.cli import inspect, jobs

    return inspect.actors(jobs.Request(paths, packs or [], actors_file, language, force=force), out=out)


@app.command()
def discover(
    paths: Paths,
    packs: Packs = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many proposals.")] = 20,
    write: Annotated[
        Path | None, typer.Option("--write", help="Draft a pack of the proposals, for a person to judge.")
    ] = None,
    actors_file: Actors = None,
    language: Language = "on",
    force: Force = False,
) -> int:
    """Propose rival wordings that no pack knows, side by side with their sentences. It proposes, it never counts."""
    from framing.cli import inspect, jobs

    request = jobs.Request(paths, packs or [], actors_file, language, force=force)
    return inspect.discover(request, most=most, write=write)


@app.command()
def audit(
    paths: Paths,
    packs: Packs = None,
    names: Annotated[int, typer.Option("--names", min=2, help="How many actors exchange names.")] = 6,
    sentences: Annotated[int, typer.Option("--sentences", min=1, help="Sentences of each actor.")] = 20,
) -> int:
    """Exchange actors' names and say how far their tones move; exit 3 when names matter."""
    from framing.cli import inspect, jobs

    return inspect.audit(jobs.Request(paths, packs or []), names=names, sentences=sentences)


pack_app = typer.Typer(
    name="packs", help="Frame packs: list, show, check, new.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(pack_app)


@pack_app.command("list")
def packs_list() -> int:
    """List the packs that come with the program."""
    from framing.cli import inspect

    return inspect.packs_list()


@pack_app.command("show")
def packs_show(name: Annotated[str, typer.Argument(help="Name of a pack, or a .toml file.")]) -> int:
    """Show a pack's referents, poles and wordings."""
    from framing.cli import inspect

    return inspect.packs_show(name)


@pack_app.command("check")
def packs_check(
    names: Annotated[list[str] | None, typer.Argument(help="Packs or .toml files; none: all.")] = None,
) -> int:
    """Run every example of a pack and list what is wrong."""
    from framing.cli import inspect

    return inspect.packs_check(names or [])


@pack_app.command("new")
def packs_new(path: Annotated[Path, typer.Argument(help="File to write, like harbour-strike.toml.")]) -> int:
    """Write a starter pack to fill in."""
    from framing.cli import inspect

    return inspect.packs_new(path)


app.command("handout")(teaching.handout)
app.command("class")(teaching.class_)
new_app = typer.Typer(name="new", help="Start something: a lesson.", no_args_is_help=True, rich_markup_mode=None)
new_app.command("lesson")(teaching.new_lesson)
new_app.callback()(lambda: None)
app.add_typer(new_app)


@app.command()
def doctor(as_json: Json = False) -> int:
    """Say what is installed, whether the model and fonts are found, and whether everything works offline."""
    from framing.cli.doctor import doctor

    return doctor(as_json=as_json)


def run() -> int:
    """Runs one command and turns what went wrong into a message and an exit code."""
    try:
        return int(app(standalone_mode=False) or 0)
    except typer.Exit as leaving:
        return leaving.exit_code
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("Interrupted. Nothing half-written was left behind; run the command again to go on.\n")
        return 130
    except FramingError as problem:
        sys.stderr.write(f"framing: {problem}\n")
        return problem.exit_code
    except Exception as problem:
        if hasattr(problem, "format_message"):  # what typer says of a wrong option or argument
            sys.stderr.write(f"framing: {problem.format_message()} See `framing --help`.\n")
            return 2
        traceback.print_exc()
        sys.stderr.write("framing: this is a fault of the program, not of your files. Please report the lines above.\n")
        return 1
