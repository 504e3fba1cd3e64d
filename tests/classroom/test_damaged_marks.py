"""Pupils' files and keys that somebody has broken: named and left out, the class goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pupils import load_key, mark, sheet, words_of

from framing.classroom.key import read_key
from framing.classroom.marks import read_marks
from framing.errors import InputError

ODD = [[], {}, None, 5, True, "", "Z", ["loaded"], {"a": 1}, 1e309, "9" * 5_000]


@pytest.fixture
def lesson(sheets: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The folder of a lesson, and one with a good worksheet."""
    key = load_key(sheets)
    text = key["texts"][0]
    start, end = words_of(text["text"])[0]
    (tmp_path / "marks").mkdir()
    good = sheet(key, "K1", [mark(text, start, end, "loaded")])
    (tmp_path / "marks" / "good.json").write_text(json.dumps(good), "utf-8")
    return sheets, tmp_path / "marks"


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("place", ["tag", "text", "start", "end", "words", "missing", "marks", "code", "sheet"])
def test_one_pupils_file_never_sinks_the_class(lesson, place: str, odd: object) -> None:
    folder, marks = lesson
    data = json.loads((marks / "good.json").read_text("utf-8")) | {"code": "K2"}
    if place in data:
        data[place] = odd
    elif place == "missing":
        data["missing"] = [{"text": odd, "who": odd}]
    else:
        data["marks"][0][place] = odd
    (marks / "bad.json").write_text(json.dumps(data), "utf-8")
    read = read_marks([marks], read_key(folder))
    assert "K1" in read.codes


@pytest.mark.parametrize("line", ["9" * 5_000, "²", "-1", "1e9", "٣"])
def test_an_odd_line_number_is_no_line(lesson, line: str) -> None:
    folder, marks = lesson
    letter = next(iter(read_key(folder).texts))
    (marks / "marks.csv").write_text(f"code,text,line,words,tag,note\nK3,{letter},{line},the,L,\n", "utf-8")
    assert "K1" in read_marks([marks], read_key(folder)).codes


@pytest.mark.parametrize("data", ["[]", "5", '{"format": "framing-key", "texts": [5]}', "[" * 100_000, "{}", ""])
def test_a_broken_key_is_named(tmp_path: Path, data: str) -> None:
    (tmp_path / "answer-key.json").write_text(data, "utf-8")
    with pytest.raises(InputError, match="answer-key"):
        read_key(tmp_path)
