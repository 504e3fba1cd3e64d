"""Places in the file that an editor has open, and the forms in which issues are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from printed import run_framing

from framing.check import as_records, as_sarif, place_issues, say_issues
from framing.check.records import ISSUE_KINDS, DraftIssue
from framing.model import Span


def issue(text: str, words: str) -> DraftIssue:
    at = text.index(words)
    return DraftIssue("loaded", Span(at, at + len(words)), words, "it judges", "own voice")


def test_lines_and_columns_count_from_one() -> None:
    text = "A head\n\nThe vile plan failed.\nThe mayor fumed.\n"
    first, second = place_issues([issue(text, "fumed"), issue(text, "vile plan")], text, text, "draft.txt")
    assert (first.line, first.column, first.end_line, first.end_column) == (3, 5, 3, 14)
    assert (second.line, second.column) == (4, 11)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("---\ntitle: A head\n---\n\n# A head\n\nThe *vile\nplan* failed.\n", (7, 6, 8, 5)),
        ("\ufeffA head\r\n\r\nThe vile  plan failed.\r\n", (3, 5, 3, 15)),
        ("<html><body><h1>A head</h1>\n<p>The <b>vile plan</b> failed.</p></body></html>", (2, 11, 2, 20)),
    ],
)
def test_a_place_is_that_of_the_file_though_reading_changed_the_text(raw: str, place: tuple[int, ...]) -> None:
    text = "A head\n\nThe vile plan failed."
    (found,) = place_issues([issue(text, "vile plan")], text, raw, "draft")
    assert (found.line, found.column, found.end_line, found.end_column) == place


def test_sarif_holds_what_the_standard_requires() -> None:
    text = "A head\n\nThe vile plan failed."
    placed = place_issues([issue(text, "vile plan")], text, text, "drafts/vile plan.txt")
    record = json.loads(json.dumps(as_sarif(placed, "1.0", ["loaded"])))
    assert record["version"] == "2.1.0" and record["$schema"].startswith("https://")
    (run,) = record["runs"]
    assert run["tool"]["driver"]["name"] == "framing"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(ISSUE_KINDS)
    (result,) = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "loaded"
    assert result["level"] == "warning" and "vile plan" in result["message"]["text"]
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "drafts/vile%20plan.txt"
    assert where["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 14}


def test_a_line_says_place_kind_words_why_and_voice() -> None:
    text = "A head\n\nThe vile plan failed."
    placed = place_issues([issue(text, "vile plan")], text, text, "draft.txt")
    line = " ".join("".join(say_issues(placed, named=False)).split())
    assert line == "3:5 loaded “vile plan” it judges [own voice]"
    assert "".join(say_issues(placed, named=True)).startswith("draft.txt:3:5 ")
    assert as_records(placed)[0]["voice"] == "own voice"


DRAFT = (
    "Council meets over bridge\n\nMayor Edda Rook dodged the question of who pays.\n\nThe bridge was built in 1931.\n"
)


def run_check(*args: str, stdin: str = "") -> tuple[int, str, str]:
    done = run_framing("check", *args, input=stdin)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.engine
def test_the_command_prints_places_and_fails_on_the_kinds_named(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    code, out, _ = run_check(str(draft), "--fail-on", "loaded,headline")
    assert code == 3 and out.startswith("3:17 ") and "“dodged”" in out
    code, out, _ = run_check("-", "--json", "--fail-on", "headline", stdin=DRAFT)
    assert code == 0 and json.loads(out)[0]["file"] == "standard input"
    code, _, said = run_check("-", stdin=" ")
    assert code == 4 and "standard input is empty" in said and "scratch" not in said


def test_a_kind_that_does_not_exist_is_refused() -> None:
    code, _, said = run_check("draft.txt", "--fail-on", "lies")
    assert code == 2 and "lies" in said and "loaded" in said


def test_the_hook_names_a_command_that_exists() -> None:
    hooks = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "entry: framing check\n" in hooks and "language: python" in hooks
