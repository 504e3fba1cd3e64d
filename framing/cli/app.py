"""The command line as a whole: which commands there are, and how what went wrong becomes a message and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from typing import Annotated

import typer

from framing import __version__
from framing.cli import check, doctor, inspect, intake, lessons, packs, reports, stores
from framing.errors import FramingError, system_error
from framing.say import printable

INTERRUPTED, PIPE_CLOSED = 130, 141  # exit codes, as a shell gives them

app = typer.Typer(
    name="framing",
    help="Compare how news outlets word the same events, whom they let speak and how they treat each actor.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
pack_app = typer.Typer(
    name="packs", help="Frame packs: list, show, check, new.", no_args_is_help=True, rich_markup_mode=None
)
new_app = typer.Typer(name="new", help="Start something: a lesson.", no_args_is_help=True, rich_markup_mode=None)


def _say_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"framing {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """What stands before any command."""


app.command()(reports.compare)
app.command("score")(reports.score_articles)
app.command("store")(stores.store_facts)
app.command()(reports.profile)
app.command()(reports.report)
app.command()(reports.demo)
app.command()(inspect.quotes)
app.command()(inspect.null)
app.command()(inspect.actors)
app.command()(inspect.discover)
app.command()(inspect.audit)
app.command()(lessons.handout)
app.command("class")(lessons.class_)
app.command()(reports.serve)
app.command()(check.check)
app.command()(doctor.doctor)
app.command()(intake.manifest)
app.command()(intake.fetch)

pack_app.command("list")(packs.list_packs)
pack_app.command("show")(packs.show_pack)
pack_app.command("check")(packs.check_packs)
pack_app.command("new")(packs.start_pack)
app.add_typer(pack_app)
new_app.command("lesson")(lessons.start_lesson)
new_app.callback()(lambda: None)
app.add_typer(new_app)


def run_command() -> int:
    """Runs one command and turns what went wrong into a message and an exit code."""
    try:
        code = int(app(standalone_mode=False) or 0)
        sys.stdout.flush()
        return _interrupted() if code == INTERRUPTED else code  # typer makes a number of Ctrl-C
    except typer.Exit as leaving:
        return _interrupted() if leaving.exit_code == INTERRUPTED else leaving.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except (BrokenPipeError, SystemExit) as problem:
        if isinstance(problem, SystemExit) and not isinstance(problem.__context__, BrokenPipeError):
            raise
        _close_output()  # whoever read the output has seen enough
        return PIPE_CLOSED
    except FramingError as problem:
        return _refuse(str(problem), problem.exit_code)
    except OSError as problem:
        _close_output()
        return _refuse(str(system_error(problem)), 4)
    except Exception as problem:
        if hasattr(problem, "format_message"):  # what typer says of a wrong option or argument
            return _refuse(f"{problem.format_message()} See `framing --help`.", 2)
        if type(problem).__name__ == "InterruptException":  # Ctrl-C while a table is written
            return _interrupted()
        traceback.print_exc()
        sys.stderr.write("framing: this is a fault of the program, not of your files. Please report the lines above.\n")
        return 1


def _refuse(message: str, code: int) -> int:
    """Says what went wrong, without control characters that a file name or a text may hold."""
    sys.stderr.write(f"framing: {printable(message)}\n")
    return code


def _interrupted() -> int:
    """Says that nothing is half-written."""
    sys.stderr.write("Interrupted. Earlier results are as they were; the same command starts again.\n")
    return INTERRUPTED


def _close_output() -> None:
    """Keeps Python from complaining at its exit about an output that nobody takes any more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
