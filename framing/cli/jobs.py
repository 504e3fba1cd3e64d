"""What the commands do: read, analyse, compare, print, write. One function a command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from framing.cli import console, run
from framing.cli.reporting import Look
from framing.errors import InputError, UsageError

if TYPE_CHECKING:
    from framing.compare import Comparison
    from framing.evidence import Analysis
    from framing.read import ReadResult

PARTIAL = 6
OVER_LIMIT = 3
DEMO_PACK = "demo"
LEAST_DRAWS, MOST_DRAWS = 20, 200  # shuffles of the labels behind a report; `framing null --draws` makes more
DRAWN = 20_000  # articles dealt out anew in all: a large run is shuffled less often


@dataclass(frozen=True)
class Request:
    """What the user asked to be read, and where the results go."""

    paths: Sequence[str]
    packs: Sequence[str]
    actors: Path | None = None
    language: str = "on"
    jobs: int = 1
    out: Path | None = None
    force: bool = False
    as_is: bool = False
    seed: int = 7
    verdicts: Path | None = None


def compare(request: Request, look: Look) -> int:
    """Prints the comparison; writes report, tables and record when a folder was named."""
    from framing.cli import tables
    from framing.compare import compare_sources

    verdicts = _existing(request.verdicts)
    if request.out:
        run.claim_folder(request.out, force=request.force)
    corpus, analysis = read_and_analyze(request)
    verdicts = verdicts or verdicts_in(request.out)
    comparison = _with_skipped(compare_sources(with_verdicts(analysis, verdicts), seed=request.seed), corpus)
    tables.print_comparison(comparison)
    if request.out:
        checked = with_checks(comparison, request.seed)
        written = [*save(analysis, request.out), *draw(checked, request.out, look)]
        finish(request, corpus, written)
    return PARTIAL if corpus.skipped else 0


def score(request: Request, *, as_json: bool, fail_on: float | None) -> int:
    """Writes the tables, or prints the evidence."""
    if request.out:
        run.claim_folder(request.out, force=request.force)
    corpus, analysis = read_and_analyze(request)
    if request.out:
        finish(request, corpus, save(analysis, request.out))
    elif as_json:
        sys.stdout.write(analysis.evidence.to_json(orient="records", lines=True, force_ascii=False))
    else:
        analysis.evidence.to_csv(sys.stdout, index=False, lineterminator="\n")
    if fail_on is not None and console.over_limit(analysis, fail_on):
        return OVER_LIMIT
    return PARTIAL if corpus.skipped else 0


def profile(source: str, request: Request, look: Look, *, by: str | None) -> int:
    """Prints one source's profile; writes it as a report when a folder was named."""
    from framing.cli import tables
    from framing.profile import profile_source

    if request.out:
        run.claim_folder(request.out, force=request.force)
    verdicts = _existing(request.verdicts)
    analysis = with_verdicts(tables_or_articles(request), verdicts)
    one = profile_source(analysis, source, by=_period(by))
    tables.print_profile(one)
    if request.out:
        from framing.report import write_profile

        written = write_profile(one, request.out, look.formats, analysis=analysis)
        run.write_record(request.out, written, command=run.command_line(), source=source)
        console.say(f"Profile written to {request.out}")
    return 0


def _period(by: str | None) -> Literal["month", "year"] | None:
    """The unit of time asked for.

    Raises:
        UsageError: neither month nor year.
    """
    if by in (None, "month", "year"):
        return by  # type: ignore[return-value]
    raise UsageError(f"--by {by!r}: use month or year.")


def report(folder: Path, look: Look, *, seed: int, verdicts: Path | None) -> int:
    """Draws the report of a folder's tables again."""
    from framing.compare import compare_sources

    analysis = with_verdicts(saved_tables(folder), verdicts)
    written = draw(with_checks(compare_sources(analysis, seed=seed), seed), folder, look)
    kept = [folder / name for name in run.read_record(folder).get("outputs", ()) if (folder / name).exists()]
    run.write_record(folder, {*kept, *written}, report_command=run.command_line(), seed=seed)
    console.say_written(folder, written)
    return 0


def demo(out: Path, look: Look) -> int:
    """The main job on the bundled corpus."""
    request = Request([str(demo_corpus())], [DEMO_PACK], out=out)
    return compare(request, look)


def demo_corpus() -> Path:
    """The bundled corpus: inside the installed package, or in the checkout beside it.

    Raises:
        InputError: neither is there.
    """
    package = Path(str(resources.files("framing")))
    for folder in (package / "demo", package.parent / "corpus" / "demo"):
        if (folder / "manifest.csv").exists():
            return folder
    raise InputError("The bundled demo corpus is missing. Install the package again.")


def read(request: Request) -> ReadResult:
    """The articles asked for; says what was noticed and left out."""
    from framing.read import read_corpus

    if request.language not in ("on", "off"):
        raise UsageError(f"--language-check {request.language!r}: use on or off.")
    with console.standard_input(request.paths) as paths:
        corpus = read_corpus(paths, language_check=request.language == "on", as_is=request.as_is)
    console.say_reading(corpus)
    return corpus


def read_and_analyze(request: Request) -> tuple[ReadResult, Analysis]:
    """Reads what was asked for and analyses it, with a progress bar from the tenth article on."""
    from framing.pipeline import analyze

    corpus = read(request)
    with console.progress(len(corpus.articles)) as tick:
        options = {"packs": request.packs, "jobs": request.jobs, "actors_file": request.actors}
        analysis = analyze(corpus.articles, **options, progress=tick)  # type: ignore[arg-type]
    return corpus, analysis


def tables_or_articles(request: Request) -> Analysis:
    """Saved tables when the one path holds them, else an analysis of the articles there."""
    only = Path(request.paths[0])
    if len(request.paths) == 1 and (only / "evidence.csv").exists():
        return saved_tables(only)
    return read_and_analyze(request)[1]


def saved_tables(folder: Path) -> Analysis:
    """The tables of a folder, without the rows that its verdicts.csv drops."""
    from framing.evidence import load_analysis

    return with_verdicts(load_analysis(folder), verdicts_in(folder))


def verdicts_in(folder: Path | None) -> Path | None:
    """The verdicts that lie in a folder of results."""
    return folder / run.VERDICTS if folder and (folder / run.VERDICTS).exists() else None


def _with_skipped(comparison: Comparison, corpus: ReadResult) -> Comparison:
    """The comparison with a warning that names what could not be read."""
    from framing.say import listed

    if not corpus.skipped:
        return comparison
    names = listed([Path(one.path).name for one in corpus.skipped], most=4)
    return replace(comparison, warnings=(*comparison.warnings, f"Left out, because it could not be read: {names}."))


def _existing(verdicts: Path | None) -> Path | None:
    """The verdicts named, looked for before any work.

    Raises:
        InputError: there is no such file.
    """
    if verdicts is not None and not verdicts.is_file():
        raise InputError(f"{verdicts} does not exist. Check the spelling of --verdicts.")
    return verdicts


def with_verdicts(analysis: Analysis, path: Path | None) -> Analysis:
    """The analysis without the rows that readers dropped; says what that changed."""
    if path is None:
        return analysis
    from framing.compare import apply_verdicts, read_verdicts

    filtered, effect = apply_verdicts(analysis, read_verdicts(path))
    console.say(effect.sentence)
    return filtered


def with_checks(comparison: Comparison, seed: int) -> Comparison:
    """The comparison with what its appendix prints: shuffled labels and exchanged names."""
    from framing.audit import audit_analysis
    from framing.compare import check_comparison
    from framing.parse import unload_parser

    audit = audit_analysis(comparison.analysis).sentences
    unload_parser()
    gc.freeze()  # what is loaded and found stays to the end: no search for cycles, nor that at the exit, looks at it
    tested = comparison.claims["p"].notna().any()  # with too few articles nothing is tested, and nothing can be false
    draws = max(LEAST_DRAWS, min(MOST_DRAWS, DRAWN // len(comparison.analysis.articles)))
    null = check_comparison(comparison, draws, seed) if tested else None
    return replace(comparison, null=null, audit=audit)


def save(analysis: Analysis, out: Path) -> list[Path]:
    """Writes the tables."""
    from framing.evidence import save_analysis

    return list(save_analysis(analysis, out))


def draw(comparison: Comparison, out: Path, look: Look) -> list[Path]:
    """Writes the report in the formats asked for."""
    from framing.report import write_report

    options: dict[str, Any] = {"paper": look.paper, "greyscale": look.greyscale, "short": look.short}
    return list(write_report(comparison, out, look.formats, **options))


def finish(request: Request, corpus: ReadResult, written: Sequence[Path]) -> None:
    """Writes the record of the run and says where everything is."""
    assert request.out is not None
    run.write_record(
        request.out,
        written,
        command=run.command_line(),
        packs=run.pack_facts(request.packs),
        seed=request.seed,
        **run.reading_facts(corpus),
    )
    console.say_written(request.out, written)
