"""Saved tables that a spreadsheet, a person or a broken disk has changed: named, left out, the rest used."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from sample_run import sample_analysis

from framing.errors import InputError
from framing.evidence import Analysis, save_analysis
from framing.evidence.disk import write_csv
from framing.evidence.saved import TABLES, read_saved


@pytest.fixture(scope="module")
def saved_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saved") / "run"
    save_analysis(sample_analysis(), folder)
    return folder


@pytest.fixture
def folder(saved_once: Path, tmp_path: Path) -> Path:
    """A copy of the saved run, to be damaged."""
    return Path(shutil.copytree(saved_once, tmp_path / "run"))


@pytest.fixture(scope="module")
def whole(saved_once: Path) -> Analysis:
    return read_saved(saved_once).analysis


def edit(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    path.write_text("\n".join(change(path.read_text("utf-8").split("\n"))), "utf-8", newline="\n")


def test_whole_tables_are_read_without_a_note(folder) -> None:
    saved = read_saved(folder)
    assert saved.notes == ()
    pd.testing.assert_frame_equal(saved.analysis.evidence, sample_analysis().evidence, check_dtype=False)
    assert saved.analysis.texts == sample_analysis().texts


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("evidence.csv", b"", "empty"),
        ("articles.csv", b"", "empty"),
        ("evidence.csv", "id;text\n1;Ärger".encode("cp1252"), "UTF-8"),
        ("articles.csv", b"\xff\xfea\x00", "UTF-8"),
        ("evidence.csv", b"a,b\n1,2\n", "lacks the column 'id'"),
        ("evidence.csv", ",".join([*TABLES["evidence"], "text"]).encode() + b"\n1\n" + b"1," * 40, "'text' twice"),
        ("actors.csv", b"\n\n\n", "empty"),
        ("articles.csv", b"\x00\x00\x00", "lacks the column"),
    ],
)
def test_a_file_that_is_no_table_is_named(folder, file, content, says) -> None:
    (folder / file).write_bytes(content)
    with pytest.raises(InputError, match=file) as refused:
        read_saved(folder)
    assert says in str(refused.value)


DAMAGES: dict[str, tuple[str, Callable[[list[str]], list[str]], str]] = {
    "row cut off": ("evidence.csv", lambda rows: [*rows[:3], rows[3][:25], *rows[4:]], "evidence.csv"),
    "cell too many": ("evidence.csv", lambda rows: [*rows[:3], rows[3] + ',"x"', *rows[4:]], "line 4"),
    "quotation mark not closed": ("evidence.csv", lambda rows: [*rows[:-2], rows[-2] + '"x', ""], "evidence.csv"),
    "number gone": ("evidence.csv", lambda rows: [rows[0], rows[1].replace(",1.0,", ",,", 1), *rows[2:]], "line 2"),
    "number is a word": ("evidence.csv", lambda rows: [*rows[:2], rows[2].replace(",1.0,", ",x,", 1), *rows[3:]], "3"),
    "id twice": ("evidence.csv", lambda rows: [*rows[:2], rows[1], *rows[2:]], "doubled"),
    "article twice": ("articles.csv", lambda rows: [*rows[:2], rows[1], *rows[2:]], "doubled"),
    "article gone": ("articles.csv", lambda rows: [rows[0], *rows[2:]], "not in articles.csv"),
    "actor twice": ("actors.csv", lambda rows: [*rows[:2], rows[1], *rows[2:]], "doubled"),
    "text damaged": ("texts.jsonl", lambda rows: ["{", *rows[1:]], "texts.jsonl"),
    "text is a list": ("texts.jsonl", lambda rows: ["[1]", *rows[1:]], "texts.jsonl"),
    "text is a number": ("texts.jsonl", lambda rows: [json.dumps({"article": "c1", "text": 5}), *rows[1:]], "texts"),
    "text is deep": ("texts.jsonl", lambda rows: ["[" * 100_000, *rows[1:]], "texts.jsonl"),
    "text cut": (
        "texts.jsonl",
        lambda rows: [json.dumps({**json.loads(rows[0]), "text": "Short", "sentences": []}), *rows[1:]],
        "ends behind its text",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_row_is_named_and_the_rest_is_used(folder, whole, damage) -> None:
    file, change, says = DAMAGES[damage]
    edit(folder / file, change)
    saved = read_saved(folder)
    assert saved.notes
    assert says in " ".join(saved.notes)
    assert len(saved.analysis.evidence) >= len(whole.evidence) // 2
    assert saved.analysis.evidence["id"].is_unique


@pytest.mark.parametrize("detail", ["", "{}", "{", "5", "[1]", "[" * 100_000, '{"content": []}'])
def test_a_quote_without_its_detail_is_left_out(folder, detail) -> None:
    analysis = sample_analysis()
    quote = analysis.evidence.index[analysis.evidence["kind"] == "quote"][0]
    analysis.evidence.loc[quote, "detail"] = detail
    write_csv(analysis.evidence, folder / "evidence.csv")
    saved = read_saved(folder)
    assert len(saved.analysis.evidence) == len(analysis.evidence) - 1
    assert "detail is damaged" in saved.notes[0]
