"""Names and texts that would command a terminal, outputs that are closed or full, and Ctrl-C: what a user then sees."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from printed import run_framing
from sample_run import sample_analysis

from framing.cli import app, console, reports, tables
from framing.compare import compare_sources
from framing.errors import UsageError
from framing.evidence import save_analysis
from framing.profile import profile_source

ROOT = Path(__file__).parents[2]
SOURCES = ("[/x]", "[red]A[/red]", "\\[/b]", "[link=http://a]x", "\x1b[31mB\x1b]0;title\x07", "=1+1", "a\r\nb")


def run(*args: object, **more: object) -> subprocess.CompletedProcess[str]:
    return run_framing(*args, more={"CI": "1"}, **{"stdin": subprocess.DEVNULL} | more)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a run whose sources and speakers bear hostile names."""
    analysis = sample_analysis()
    for name, column in (("articles", "source"), ("evidence", "source"), ("evidence", "speaker"), ("actors", "name")):
        table = getattr(analysis, name)
        kinds = sorted(set(table[column]) - {""})
        table[column] = table[column].map(lambda cell, kinds=kinds: SOURCES[kinds.index(cell)] if cell in kinds else "")
    folder = tmp_path_factory.mktemp("hostile") / "run"
    save_analysis(analysis, folder)
    return folder


def no_commands(text: str) -> bool:
    return not any(sign < " " and sign != "\n" or "\x7f" <= sign <= "\x9f" for sign in text)


def test_tables_print_names_as_they_are(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from framing.cli.inputs import load_tables

    analysis = load_tables(saved)
    tables.print_comparison(compare_sources(analysis))
    for source in sorted(set(analysis.articles["source"])):
        tables.print_profile(profile_source(analysis, source), None)
    said = capsys.readouterr().out
    assert no_commands(said)
    for name in ("[/x]", "[red]A[/red]", "\\[/b]"):
        assert name in said


def test_commands_on_saved_tables_never_command_the_terminal(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from framing.cli import inspect

    assert inspect.quotes([str(saved)]) == 0
    said = capsys.readouterr()
    assert "[red]A[/red]" in said.out and no_commands(said.out) and no_commands(said.err)


def test_a_table_on_standard_output_is_disarmed(capsys: pytest.CaptureFixture[str]) -> None:
    analysis = sample_analysis()
    analysis.evidence["speaker"] = "=HYPERLINK(1)\x1b[31m"
    console.put_table(analysis.evidence)
    said = capsys.readouterr().out
    assert "\"'=HYPERLINK(1)" in said and '"=' not in said and no_commands(said)


def test_a_message_repeats_no_control_characters(tmp_path: Path) -> None:
    done = run("new", "lesson", tmp_path / "\x1b[31mx")
    assert done.returncode == 0 and "Made" in done.stderr and no_commands(done.stderr)


def test_a_report_that_somebody_changed_is_not_replaced(saved: Path) -> None:
    (saved / "report.pdf").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match=r"report\.pdf is not as a run of this program wrote it"):
        reports.report(saved, formats="html")
    assert (saved / "report.pdf").read_text("utf-8") == "mine"
    (saved / "report.pdf").unlink()


@pytest.mark.parametrize(
    ("problem", "code", "says"),
    [
        (KeyboardInterrupt(), 130, "Earlier results are as they were"),
        (OSError(28, "No space left on device", "x.csv"), 4, "The disk is full"),
        (OSError(30, "Read-only file system", "x.csv"), 4, "cannot be written to"),
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
        (ValueError("x"), 1, "fault of the program"),
    ],
)
def test_what_stops_a_command_becomes_a_sentence_and_a_code(monkeypatch, capsys, problem, code, says) -> None:
    def stop(**_: object) -> int:
        raise problem

    monkeypatch.setattr(app, "app", stop)
    monkeypatch.setattr(app, "_close_output", lambda: None)
    assert app.run_command() == code
    said = capsys.readouterr().err
    assert says in said and ("Traceback" in said) == (code == 1)


@pytest.mark.engine
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_or_closed_output_ends_in_words(saved: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run("quotes", saved, stdout=full)
    assert done.returncode == 4 and "The disk is full" in done.stderr and "Traceback" not in done.stderr
    reading, writing = os.pipe()
    os.close(reading)
    done = run("quotes", saved, stdout=writing)
    os.close(writing)
    assert done.returncode == 141 and done.stderr == ""
    done = run("score", "-", preexec_fn=lambda: os.close(0), stdin=None)
    assert done.returncode == 4 and "Standard input is closed" in done.stderr


STOPPED = """
import os, signal, framing.folder as folder
from framing.cli.app import run_command
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
folder._publish = lambda *_: os.kill(os.getpid(), signal.SIGINT)
raise SystemExit(run_command())
"""  # Ctrl-C comes when all is written and nothing is in its place yet


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_says_what_was_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", STOPPED, "compare", str(ROOT / "corpus" / "demo"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 130, done.stderr
    assert "Earlier results are as they were" in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
