"""The command line as a whole: which commands there are, and how what went wrong becomes a message and an exit code."""

from __future__ import annotations

import sys
import traceback

import typer

from framing.cli import doctor, inspect, lessons, packs, reports
from framing.errors import FramingError

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

app.command()(reports.compare)
app.command()(reports.score)
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
app.command()(doctor.doctor)

pack_app.command("list")(packs.list_packs)
pack_app.command("show")(packs.show_pack)
pack_app.command("check")(packs.check_packs)
pack_app.command("new")(packs.start_pack)
app.add_typer(pack_app)
new_app.command("lesson")(lessons.new_lesson)
new_app.callback()(lambda: None)
app.add_typer(new_app)


def run_command() -> int:
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
