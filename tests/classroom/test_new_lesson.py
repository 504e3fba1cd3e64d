"""An empty lesson to fill, and the classroom's commands from articles to class report."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from demo import DEMO
from pupils import load_key, mark, sheet, words_of

from framing.classroom import new_lesson
from framing.cli import lessons
from framing.errors import InputError, UsageError


def test_makes_five_steps_and_a_manifest(tmp_path: Path) -> None:
    files = new_lesson(tmp_path / "strike")
    text = (tmp_path / "strike" / "README.md").read_text("utf-8")
    assert (
        all(f"\n{number}. **" in text for number in range(1, 6)) and "strike/articles" in text and "LESSON" not in text
    )
    assert (tmp_path / "strike" / "articles" / "manifest.csv").read_text(
        "utf-8"
    ) == "file,source,title,date,event,url\n"
    assert len(files) == 3 and all(file.exists() for file in files)


def test_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="already holds"):
        new_lesson(tmp_path)
    with pytest.raises(UsageError, match="already holds"):
        new_lesson(tmp_path / "mine.txt")


@pytest.mark.engine
def test_a_lesson_from_folder_to_class_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "dam"
    assert lessons.start_lesson(home) == 0
    for file in DEMO.iterdir():
        if file.suffix != ".toml":
            shutil.copy(file, home / "articles" / file.name)
    assert (
        lessons.handout([str(home / "articles")], event="departure", packs=["demo"], out=home / "sheets", blind=True)
        == 0
    )
    key = load_key(home / "sheets")
    text = key["texts"][0]
    marks = [mark(text, *words_of(text["text"])[20], "loaded")]
    (home / "marks" / "marks-K1.json").write_text(json.dumps(sheet(key, "K1", marks)), "utf-8")
    assert lessons.class_([str(home / "marks")], articles=home / "sheets", out=home / "class") == 0
    assert (home / "class" / "class-report.pdf").exists()
    (home / "marks" / "marks-K2.json").write_text("{", "utf-8")
    with pytest.raises(UsageError, match="--force"):
        lessons.class_([str(home / "marks")], articles=home / "sheets", out=home / "class")
    assert lessons.class_([str(home / "marks")], articles=home / "sheets", out=home / "class", force=True) == 6
    assert "marks-K2.json is damaged" in capsys.readouterr().err


@pytest.mark.engine
def test_a_second_handout_replaces_the_first_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "sheets"
    arguments = {"event": "departure", "packs": ["demo"], "out": out}
    lessons.handout([str(DEMO)], **arguments, blind=True)  # type: ignore[arg-type]
    lessons.handout([str(DEMO)], **arguments, minutes=45)  # type: ignore[arg-type]
    (out / "my-notes.txt").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="my-notes"):
        lessons.handout([str(DEMO)], **arguments)  # type: ignore[arg-type]


def test_marks_without_a_key_are_refused(tmp_path: Path) -> None:
    (tmp_path / "marks-K1.json").write_text("{}", "utf-8")
    with pytest.raises(InputError, match="--articles"):
        lessons.class_([str(tmp_path)], out=tmp_path / "out")
    with pytest.raises(InputError, match="framing handout"):
        lessons.class_([str(tmp_path)], articles=tmp_path, out=tmp_path / "out")
