"""`framing score --store`, the commands that read a store, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.cli.app import app
from framing.errors import UsageError

TEXT = "Council backs wall\n\nMayor Anna Berg said the sea wall would help. “We waited,” she said. Critics slammed it."


def run(*args: object) -> int:
    return int(app([str(one) for one in args], standalone_mode=False) or 0)


@pytest.mark.engine
def test_a_store_is_filled_described_and_read(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("CI", "1")
    papers, store = tmp_path / "papers", tmp_path / "store"
    papers.mkdir()
    for name in ("courier", "ledger", "post"):
        (papers / f"{name}.txt").write_text(TEXT.replace("Berg", name.title()), "utf-8")
    assert run("score", papers, "--no-packs", "--store", store) == 0
    assert "3 articles by 3 sources" in capsys.readouterr().out
    assert run("score", papers, "--no-packs", "--store", store) == 0
    assert "0 articles to read, 3 are in the store already." in capsys.readouterr().err
    assert run("store", store, "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["articles"], facts["texts"], facts["waiting"]) == (3, 0, 0)
    assert run("quotes", store, "--only", "article=ledger", "--json") == 0
    speakers = {json.loads(line)["speaker"] for line in capsys.readouterr().out.splitlines()}
    assert speakers == {"Anna Ledger", "unnamed critics"}
    assert run("actors", store) == 0
    assert "Anna Post" in capsys.readouterr().out
    assert run("report", store, "--format", "html") == 0
    assert (store / "report" / "report.html").exists()
    (store / "verdicts.csv").write_text("id,verdict,who,why\n", "utf-8")
    assert run("compare", store, "--out", tmp_path / "out", "--format", "html") == 0
    assert (tmp_path / "out" / "report.html").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--store", "{}", "--out", "x"], "--store goes without"),
        (["--cluster", "tcp://127.0.0.1:1"], "go with --store"),
        (["--store", "{}"], "holds other files"),
    ],
)
def test_what_is_no_store_is_refused(options: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(TEXT, "utf-8")
    with pytest.raises(UsageError, match=told):
        run("score", tmp_path, *(one.format(tmp_path) for one in options))
    with pytest.raises(UsageError, match="is no store"):
        run("store", tmp_path)
    with pytest.raises(UsageError, match="--only chooses"):
        run("compare", tmp_path, "--only", "source=Post")
