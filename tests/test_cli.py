"""Commands as a user types them: what is printed, what is written, which code comes back."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from printed import ROOT, run_framing

from framing.evidence import load_analysis

GOOD = (
    "The harbour council approved the new sea wall on Monday after a long debate.\n\n"
    "Mayor Anna Berg said the wall would protect the old town from storms. “We have waited for ten years,” she told "
    "reporters. Critics slammed the plan as a costly vanity project and said the council had ignored residents.\n\n"
    "The council also heard from fishermen, who warned that the wall could block their boats. Berg denied the claim. "
    "Work is due to begin in spring, according to the council. It will take two years and cost nine million crowns.\n"
)
OTHER = (
    "After years of delay, nine million crowns will now go into concrete on the waterfront.\n\n"
    "Fishermen are furious. “Nobody asked us,” said Tom Lund, who keeps two boats in the old harbour. He accused the "
    "mayor of deceit. Berg’s office did not answer questions.\n\n"
    "The decision was rushed through late on Monday, when most people had gone home. The town already owes a great "
    "deal of money, and the new wall makes that burden heavier still, residents say.\n"
)
ROWS = """file,source,title,date,event,url
one.txt,Courier,,2026-01-02,wall,
two.txt,Ledger,,2026-01-02,wall,
three.txt,Post,,,wall,
"""


def framing(*args: object, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    return run_framing(*args, more=more, input=stdin, cwd=ROOT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Two good articles and one that is far too short."""
    box = tmp_path_factory.mktemp("articles")
    (box / "one.txt").write_text(f"Council votes for sea wall\n\n{GOOD}", encoding="utf-8")
    (box / "two.txt").write_text(f"A wall of money\n\n{OTHER}", encoding="utf-8")
    (box / "three.txt").write_text("Too short.", encoding="utf-8")
    (box / "manifest.csv").write_text(ROWS, encoding="utf-8")
    return box


@pytest.fixture(scope="module")
def scored(folder: Path, tmp_path_factory) -> tuple[subprocess.CompletedProcess[str], Path]:
    out = tmp_path_factory.mktemp("run") / "out"
    return framing("score", folder, "--out", out), out


pytestmark = pytest.mark.engine


def test_a_bad_article_is_named_and_the_rest_is_used(scored, folder) -> None:
    done, out = scored
    assert done.returncode == 6, done.stderr
    assert "three.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert set(load_analysis(out).articles["source"]) == {"Courier", "Ledger"}


def test_the_record_tells_how_to_repeat_the_run(scored) -> None:
    _, out = scored
    record = json.loads((out / "run.json").read_text("utf-8"))
    assert record["command"][:2] == ["framing", "score"]
    assert len(record["model_sha256"]) == 64
    assert {Path(entry["file"]).name for entry in record["inputs"]} >= {"one.txt", "two.txt"}
    assert [Path(entry["file"]).name for entry in record["skipped"]] == ["three.txt"]
    assert "evidence.csv" in record["outputs"]
    assert record["seed"] == 7


def test_the_same_command_may_write_again_but_strangers_are_safe(scored, folder, tmp_path) -> None:
    _, out = scored
    assert framing("score", folder, "--out", out).returncode == 6
    (tmp_path / "thesis.doc").write_text("three years of work", "utf-8")
    refused = framing("score", folder, "--out", tmp_path)
    assert refused.returncode == 2
    assert "thesis.doc" in refused.stderr
    assert "--force" in refused.stderr
    assert framing("score", folder, "--out", tmp_path, "--force").returncode == 6
    assert (tmp_path / "thesis.doc").read_text("utf-8") == "three years of work"


@pytest.mark.slow
def test_same_input_gives_the_same_bytes_on_any_machine(tmp_path) -> None:
    files = sorted((ROOT / "tests" / "data" / "strike").glob("*.txt"))
    machines = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Chatham", "LC_ALL": "C", "LANG": "de_DE.ISO-8859-1", "CI": "1"},
    )
    for name, order, machine in zip("ab", (files, files[::-1]), machines, strict=True):
        done = framing("compare", *order, "--out", tmp_path / name, "--format", "html,pdf", **machine)
        assert done.returncode == 0, done.stderr
    names = {path.relative_to(tmp_path / "a").as_posix() for path in (tmp_path / "a").rglob("*") if path.is_file()}
    assert {"evidence.csv", "evidence.parquet", "texts.jsonl", "report.html", "report.pdf", "run.json"} <= names
    one, other = (json.loads((tmp_path / name / "run.json").read_text("utf-8")) for name in "ab")
    assert one.pop("command") != other.pop("command")
    assert one == other
    for name in names - {"run.json"}:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_a_model_whose_files_were_changed_is_told_at_the_start(monkeypatch, folder, capsys) -> None:
    from framing.cli import inputs
    from framing.cli.options import Request

    monkeypatch.setattr("framing.parse.digest_model", lambda: "0" * 64)
    inputs.analyze_articles(Request([str(folder)], packs=[]))
    assert "its files were changed" in capsys.readouterr().err


def test_standard_input_gives_rows_as_json() -> None:
    done = framing("score", "-", "--json", stdin=GOOD)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert {"quote", "mention", "loaded"} <= {row["kind"] for row in rows}


def test_fail_on_gives_code_3_and_says_which(tmp_path) -> None:
    done = framing("score", "-", "--fail-on", "1", stdin=GOOD.replace("approved", "rammed through, shamefully, "))
    assert done.returncode == 3
    assert "over the limit" in done.stderr


def test_compare_says_nothing_but_what_it_wrote_and_skipped(folder, tmp_path) -> None:
    done = framing("compare", folder, "--out", tmp_path / "out", "--format", "html")
    assert done.returncode == 6, done.stderr
    assert "leaked" not in done.stderr  # a library's last words at the exit
    assert done.stderr.strip().splitlines()[-1].endswith(f"files in {tmp_path / 'out'}")


def test_compare_prints_tables_with_n(folder) -> None:
    done = framing("compare", folder, "--tables")
    assert done.returncode == 6
    for words in ("Sources", "Who speaks", "Loaded words", "Reading level", "Courier", "Ledger", "n = 1"):
        assert words in done.stdout


def test_quotes_lists_speakers_with_place(folder) -> None:
    done = framing("quotes", folder, "--actor", "berg", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert {row["speaker"] for row in rows} == {"Anna Berg"}
    assert all(row["text"] for row in rows)


def test_profile_works_on_saved_tables(scored) -> None:
    _, out = scored
    done = framing("profile", "Courier", out)
    assert done.returncode == 0, done.stderr
    assert "Courier: 1 article" in done.stdout
    assert "What it calls the main actors" in done.stdout
    unknown = framing("profile", "Nobody", out)
    assert unknown.returncode == 2
    assert "Courier" in unknown.stderr


def test_actors_lists_who_is_written_about_with_counts_by_source(folder) -> None:
    done = framing("actors", folder)
    assert done.returncode == 6, done.stderr
    assert "Anna Berg" in done.stdout and "anna-berg" in done.stdout and "Courier 3" in done.stdout


def test_a_shell_completes_commands() -> None:
    code = "import sys; sys.argv[0] = 'framing'; from framing.cli import main; main()"
    asked = {"_FRAMING_COMPLETE": "complete_bash", "COMP_WORDS": "framing comp", "COMP_CWORD": "1"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **asked}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.split() == ["compare"], done.stderr


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["compare", "no/such/place"], 4, "does not exist"),
        (["compare", "{empty}"], 4, "{empty}"),
        (["compare", "{folder}", "--pack", "nonsense"], 4, "no pack 'nonsense'"),
        (["compare", "{folder}", "--format", "docx"], 2, "pdf, png, html"),
        (["compare", "{folder}", "--language-check", "maybe"], 2, "on or off"),
        (["report", "{empty}"], 4, "holds no"),
        (["nonsense"], 2, "nonsense"),
        (["compare", "{folder}", "--verdicts", "no/verdicts.csv"], 4, "no/verdicts.csv does not exist"),
        (["actors", "{folder}", "--out", "{folder}/manifest.csv"], 2, "exists already"),
        (["actors", "{folder}", "--out", "{empty}"], 2, "is a folder"),
        (["discover", "{folder}", "--write", "{empty}/no/draft.toml"], 2, "cannot be written"),
        (["packs", "new", "{empty}/no/pack.toml"], 2, "cannot be written"),
        (["compare"], 2, "PATH"),
    ],
)
def test_mistakes_get_a_sentence_and_a_code(folder, tmp_path, args, code, words) -> None:
    fill = {"folder": str(folder), "empty": str(tmp_path)}
    done = framing(*[arg.format(**fill) for arg in args])
    assert done.returncode == code, done.stderr
    assert words.format(**fill) in done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_left_out_is_named_in_the_report(folder, tmp_path) -> None:
    (tmp_path / "saved.mhtml").write_text("MIME-Version: 1.0\n", encoding="utf-8")
    done = framing("compare", folder, tmp_path / "saved.mhtml", "--out", tmp_path / "out", "--format", "html")
    assert done.returncode == 6, done.stderr
    assert "saved.mhtml" in done.stderr and "HTML only" in done.stderr
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "could not be read:" in page and "three.txt" in page and "saved.mhtml" in page


def test_doctor_says_yes_offline() -> None:
    done = framing("doctor", "--json")
    checks = json.loads(done.stdout)
    assert done.returncode == 0, done.stdout
    assert checks["everything works offline"]["ok"]
    assert checks["Python"]["found"].startswith(platform.python_version())
    assert f"spacy {metadata.version('spacy')}, thinc {metadata.version('thinc')}" in checks["parser build"]["found"]


def test_a_pack_with_a_fault_names_file_and_entry(folder, tmp_path) -> None:
    broken = tmp_path / "mine.toml"
    broken.write_text("[pack]\nid = 'mine'\nnonsense = 1\n", "utf-8")
    done = framing("compare", folder, "--pack", broken)
    assert done.returncode == 4
    assert "mine.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_verdicts_in_the_folder_are_honoured_and_told(scored, tmp_path) -> None:
    _, out = scored
    rows = load_analysis(out).evidence
    quote = rows[rows["kind"] == "quote"].iloc[0]
    (out / "verdicts.csv").write_text(f"id,verdict,who,why\n{quote['id']},drop,Leyla,not a quote\n", "utf-8")
    done = framing("quotes", out, "--json")
    (out / "verdicts.csv").unlink()
    assert done.returncode == 0, done.stderr
    assert "1" in done.stderr
    assert quote["id"] not in done.stdout
