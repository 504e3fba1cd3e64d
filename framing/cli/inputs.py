"""What a command works on: articles that are read and analysed, or saved tables, less what readers dropped."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from framing.cli import console
from framing.cli.options import Request, read_switch
from framing.errors import InputError, UsageError
from framing.folder import VERDICTS, is_store

if TYPE_CHECKING:
    from framing.evidence import Analysis
    from framing.read import ReadResult


def read_asked(request: Request) -> ReadResult:
    """The articles asked for; says what was noticed and left out.

    Raises:
        UsageError: a check of languages that is neither on nor off.
    """
    from framing.read import read_corpus

    check_language = read_switch(request.language)
    with console.standard_input(request.paths) as paths, console.reading() as watch:
        corpus = read_corpus(
            paths,
            language_check=check_language,
            as_is=request.as_is,
            layouts=request.layouts,
            watch=watch,
        )
    console.say_reading(corpus)
    return settle_events(corpus, request.events)


def settle_events(corpus: ReadResult, events: str) -> ReadResult:
    """The articles with the events of a file, or, where none is given, with the stories found; says how many.

    Raises:
        InputError: the file of events cannot be used.
    """
    from dataclasses import replace

    if events and events != "off":
        from framing.read.events_file import give_events, read_events

        corpus = replace(corpus, articles=give_events(corpus.articles, read_events(Path(events))))
    elif not events and len(corpus.articles) > 1 and not all(article.event for article in corpus.articles):
        from framing.read.stories import find_stories

        found = find_stories(corpus.articles)
        corpus = replace(corpus, articles=found.articles, stories=found.proposals)
        console.say_stories(corpus)
    return corpus


def analyze_articles(request: Request) -> tuple[ReadResult, Analysis]:
    """The articles asked for and their analysis, with a progress bar from the tenth on; of a store its tables."""
    from framing.read.records import ReadResult

    if store := find_store(request):
        return ReadResult(articles=()), load_store(store, request)
    return analyze_corpus(read_asked(request), request)


def analyze_corpus(corpus: ReadResult, request: Request) -> tuple[ReadResult, Analysis]:
    """Articles that are read, with those now left out among the skipped, and their analysis; shows how far it is."""
    from framing.parse import changed_model
    from framing.pipeline import analyze

    if problem := changed_model():  # a fiftieth of a second: compared at every start
        console.say(f"Note: {problem} `framing doctor` says how to mend it.")
    with console.progress(len(corpus.articles)) as tick:
        analysis = analyze(
            corpus.articles, packs=request.packs, jobs=request.jobs, actors_file=request.actors, progress=tick
        )
    console.say_packs(analysis)
    return leave_out(corpus, analysis.left_out), analysis


def leave_out(corpus: ReadResult, slow: Sequence[str]) -> ReadResult:
    """What was read, with the articles that take too long among the skipped; says so."""
    from dataclasses import replace

    from framing.read.records import Skipped
    from framing.watchdog import REMEDY, TOO_SLOW

    files = dict(corpus.files)
    skipped = tuple(Skipped(str(files.get(id, id)), TOO_SLOW, REMEDY) for id in slow)
    console.say_skipped(skipped)
    return replace(corpus, skipped=(*corpus.skipped, *skipped))


def only_story(corpus: ReadResult) -> str:
    """The event that two sources cover, or "" when none is.

    Raises:
        UsageError: there are several; they are listed.
    """
    sources: dict[str, set[str]] = {}
    for article in corpus.articles:
        sources.setdefault(article.event, set()).add(article.source)
    shared = sorted(event for event, names in sources.items() if event and len(names) > 1)
    if len(shared) > 1:
        told = "; ".join(f"{event!r} ({len(sources[event])} sources)" for event in shared[:12])
        more = f" and {len(shared) - 12} more" if len(shared) > 12 else ""
        raise UsageError(f"these articles are on {len(shared)} stories: {told}{more}. Choose one with --event.")
    return shared[0] if shared else ""


def load_or_analyze(request: Request, kind: str = "") -> Analysis:
    """Saved tables when the one path holds them or is a store, else an analysis of the articles there.

    Of a store only the evidence of a `kind`, where one is named.
    """
    return load_or_read(request, kind)[1]


def load_or_read(request: Request, kind: str = "") -> tuple[ReadResult | None, Analysis]:
    """The same, with the articles that were read; None for saved tables."""
    only = Path(request.paths[0])
    if store := find_store(request):
        return None, load_store(store, request, kind)
    if len(request.paths) == 1 and (only / "evidence.csv").exists():
        return None, load_tables(only)
    return analyze_articles(request)


def find_store(request: Request) -> Path | None:
    """The store that the one path is, or None.

    Raises:
        UsageError: articles of a store are chosen where none is named.
    """
    only = Path(request.paths[0])
    if len(request.paths) == 1 and is_store(only):
        return only
    if request.only:
        raise UsageError(f"--only chooses among the articles of a store, and {only} is none.")
    return None


def load_store(store: Path, request: Request, kind: str = "") -> Analysis:
    """The tables of a store, of the articles asked for, without the rows that its verdicts.csv drops."""
    from framing.store import read_selection, read_store

    with console.heartbeat(lambda: "reading the store"):
        analysis = read_store(store, read_selection(request.only, kind))
    return drop_rows(analysis, find_verdicts_file(store))


def load_tables(folder: Path) -> Analysis:
    """The tables of a folder, without the rows that its verdicts.csv drops."""
    from framing.evidence.saved import read_saved

    saved = read_saved(folder)
    for note in saved.notes:
        console.say(f"Note: {note}")
    return drop_rows(saved.analysis, find_verdicts_file(folder))


def find_verdicts_file(folder: Path | None) -> Path | None:
    """The verdicts that lie in a folder of results."""
    return folder / VERDICTS if folder and (folder / VERDICTS).exists() else None


def check_verdicts(verdicts: Path | None) -> None:
    """Looks for the verdicts named, before any work.

    Raises:
        InputError: there is no such file.
    """
    if verdicts is not None and not verdicts.is_file():
        raise InputError(f"{verdicts} does not exist. Check the spelling of --verdicts.")


def drop_rows(analysis: Analysis, verdicts: Path | None) -> Analysis:
    """The analysis without the rows that readers dropped; says what that changed."""
    if verdicts is None:
        return analysis
    from framing.compare import apply_verdicts, read_verdicts

    filtered, effect = apply_verdicts(analysis, read_verdicts(verdicts))
    console.say(effect.sentence)
    return filtered


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
