"""The commands of the main job: compare, score, profile, report, demo, and the whole of it as a page: serve."""

from __future__ import annotations

import gc
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from framing.cli.options import (
    ALL_FORMATS,
    DEFAULT_SEED,
    OVER_LIMIT,
    PARTIAL,
    Actors,
    ClusterAddress,
    Events,
    Force,
    Formats,
    Full,
    Greyscale,
    Jobs,
    Json,
    KeepTexts,
    Language,
    Layouts,
    Limit,
    NoPacks,
    Only,
    Out,
    Packs,
    Paper,
    Paths,
    Request,
    Seed,
    Store,
    Tables,
    Verdicts,
    read_edition,
    settle_packs,
)
from framing.cli.stores import score_store
from framing.errors import UsageError

if TYPE_CHECKING:
    from framing.compare import Comparison
    from framing.report.edition import Edition

DEMO_PACK = "demo"


def compare(
    paths: Paths,
    packs: Packs = None,
    no_packs: NoPacks = False,
    out: Out = None,
    formats: Formats = ALL_FORMATS,
    actors: Actors = None,
    verdicts: Verdicts = None,
    language: Language = "on",
    jobs: Jobs = 1,
    seed: Seed = DEFAULT_SEED,
    force: Force = False,
    paper: Paper = "a4",
    full: Full = False,
    greyscale: Greyscale = False,
    events: Events = "",
    layouts: Layouts = None,
    with_tables: Tables = False,
    only: Only = None,
) -> int:
    """Compare sources: print what tells on one screen; with --out, write report, tables and run.json there."""
    from framing.cli import console, inputs, outputs, screen
    from framing.compare import compare_sources, name_left_out, write_wordings
    from framing.evidence import save_analysis

    edition = read_edition(formats, paper, greyscale=greyscale, full=full)
    inputs.check_verdicts(verdicts)
    request = Request(
        paths, settle_packs(packs, no_packs), actors, language, jobs, False, layouts or (), only or (), events
    )
    with outputs.open_results(out, paths, force=force) if out else nullcontext() as folder:
        corpus, analysis = inputs.analyze_articles(request)
        judged = inputs.drop_rows(analysis, verdicts or inputs.find_verdicts_file(out))
        skipped = [Path(one.path).name for one in corpus.skipped]
        comparison = name_left_out(compare_sources(judged, seed=seed), skipped)
        screen.print_screen(comparison)
        if with_tables:
            from framing.cli.tables import print_comparison

            print_comparison(comparison)
        if folder:
            save_analysis(analysis, folder)
            write_wordings(comparison, folder)
            outputs.write_stories(corpus, folder, out or folder)
            _draw_report(comparison, folder, edition, seed)
            outputs.record_run(folder, corpus, packs=outputs.packs_used(analysis, packs), seed=seed)
    if out:
        console.say_written(out)
    return PARTIAL if corpus.skipped else 0


def score_articles(
    paths: Paths,
    packs: Packs = None,
    no_packs: NoPacks = False,
    out: Out = None,
    actors: Actors = None,
    language: Language = "on",
    jobs: Jobs = 1,
    as_is: Annotated[bool, typer.Option("--as-is", help="Take texts verbatim: no cleaning.")] = False,
    as_json: Json = False,
    layouts: Layouts = None,
    force: Force = False,
    fail_on: Limit = None,
    store: Store = None,
    cluster: ClusterAddress = "",
    texts: KeepTexts = False,
) -> int:
    """Write the tables only: evidence, articles, actors. Without --out the evidence goes to standard output."""
    request = Request(paths, settle_packs(packs, no_packs), actors, language, jobs, as_is, layouts or ())
    if store:
        if out or as_json or fail_on is not None:
            raise UsageError("--store goes without --out, --json and --fail-on: `framing compare STORE` reads it.")
        return score_store(request, store, cluster=cluster, texts=texts, force=force)
    if cluster or texts:
        raise UsageError("--cluster and --texts go with --store.")
    from framing.cli import console, inputs, outputs
    from framing.evidence import save_analysis

    with outputs.open_results(out, paths, force=force) if out else nullcontext() as folder:
        corpus, analysis = inputs.analyze_articles(request)
        if folder:
            save_analysis(analysis, folder)
            outputs.record_run(folder, corpus, packs=outputs.packs_used(analysis, packs), seed=DEFAULT_SEED)
    if out:
        console.say_written(out)
    elif as_json:
        sys.stdout.write(analysis.evidence.to_json(orient="records", lines=True, force_ascii=False))
    else:
        console.put_table(analysis.evidence)
    if fail_on is not None and console.say_over_limit(analysis, fail_on):
        return OVER_LIMIT
    return PARTIAL if corpus.skipped else 0


def profile(
    source: Annotated[str, typer.Argument(help="Name of the source, as in the articles table.")],
    paths: Paths,
    packs: Packs = None,
    no_packs: NoPacks = False,
    out: Out = None,
    formats: Formats = ALL_FORMATS,
    by: Annotated[str | None, typer.Option("--by", help="month or year: show change over time.")] = None,
    verdicts: Verdicts = None,
    language: Language = "on",
    force: Force = False,
    only: Only = None,
) -> int:
    """Show one source; PATH is a folder of saved tables, a store, or articles."""
    from framing.cli import console, inputs, outputs, tables
    from framing.evidence.view import packs_spoken
    from framing.profile import profile_source

    edition = read_edition(formats)
    inputs.check_verdicts(verdicts)
    with outputs.open_results(out, paths, force=force) if out else nullcontext() as folder:
        analysis = inputs.drop_rows(
            inputs.load_or_analyze(Request(paths, settle_packs(packs, no_packs), language=language, only=only or ())),
            verdicts,
        )
        one = profile_source(analysis, source, by=_period(by))
        tables.print_profile(one, packs_spoken(analysis.articles))
        if folder:
            from framing.report import write_profile

            write_profile(one, folder, edition.formats, analysis=analysis)
            outputs.write_record(folder, command=outputs.command_line(), source=source)
    if out:
        console.say(f"Profile written to {out}")
    return 0


def _period(by: str | None) -> Literal["month", "year"] | None:
    """The unit of time asked for.

    Raises:
        UsageError: neither month nor year.
    """
    if by in (None, "month", "year"):
        return by  # type: ignore[return-value]
    raise UsageError(f"--by {by!r}: use month or year.")


def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that compare or score wrote, or a store.")],
    formats: Formats = ALL_FORMATS,
    paper: Paper = "a4",
    full: Full = False,
    greyscale: Greyscale = False,
    verdicts: Verdicts = None,
    seed: Seed = DEFAULT_SEED,
    force: Force = False,
    only: Only = None,
) -> int:
    """Draw the report again from saved tables, for example after changing verdicts; that of a store into DIR/report."""
    from framing.cli import console, inputs, outputs
    from framing.compare import compare_sources

    edition = read_edition(formats, paper, greyscale=greyscale, full=full)
    inputs.check_verdicts(verdicts)
    request = Request([str(folder)], only=only or ())
    store, place = inputs.find_store(request), folder
    if store:
        place = store / "report"
    with outputs.open_report(place, force=force) as (fresh, before):
        saved = inputs.load_store(store, request) if store else inputs.load_tables(folder)
        analysis = inputs.drop_rows(saved, verdicts)
        _draw_report(compare_sources(analysis, seed=seed), fresh, edition, seed)
        outputs.write_record(fresh, before, report_command=outputs.command_line(), seed=seed)
    console.say_written(place)
    return 0


def demo(out: Out = None, formats: Formats = ALL_FORMATS) -> int:
    """Run the main job on the bundled demo corpus and say where the report is."""
    from framing.cli.inputs import demo_corpus

    return compare([str(demo_corpus())], [DEMO_PACK], out=out or Path("reports/my-demo"), formats=formats)


def serve(
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 0,
    shortcut: Annotated[bool, typer.Option("--shortcut", help="Write a file to double-click, and stop.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the shortcut; none: the desktop.")] = None,
) -> int:
    """Open the whole job as a page in the browser: add articles, correct, compare, save, make a lesson."""
    from framing.cli import console
    from framing.serve import run_server, write_shortcut

    if shortcut:
        console.say(
            f"Written: {write_shortcut(out)}. Double-click it to begin. "
            "Where the desktop asks whether to trust or launch it (GNOME: right click, Allow Launching), say yes once."
        )
    else:
        run_server(port=port, browser=browser)
    return 0


def _draw_report(comparison: Comparison, out: Path, edition: Edition, seed: int) -> None:
    """Writes the report, with its self-checks in the appendix; nothing is parsed afterwards."""
    from framing.compare import with_checks
    from framing.parse import unload_parser
    from framing.report import write_report

    checked = with_checks(comparison, seed)
    unload_parser()
    gc.freeze()  # what is loaded and found stays to the end: no search for cycles, nor that at the exit, looks at it
    write_report(checked, out, **edition._asdict())
