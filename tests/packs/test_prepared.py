"""What is kept of the packs' files counts only while these are as they were; else it is read anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.packs import prepared
from framing.packs.prepared import kept

Reader = Callable[..., list[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of lists, and one beside it where Python keeps what it compiles."""
    lists, compiled = tmp_path / "lists", tmp_path / "lists" / "__pycache__"
    (lists / "inner").mkdir(parents=True)
    compiled.mkdir()
    (lists / "inner" / "words.txt").write_text("ferry\nstrike", encoding="utf-8")
    monkeypatch.setattr(prepared, "FOLDER", lists)
    monkeypatch.setattr(prepared, "compiled_folder", lambda: compiled)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return lists


@pytest.fixture
def reads() -> list[str]:
    """The names that were asked of the files."""
    return []


@pytest.fixture
def words_of(folder: Path, reads: list[str]) -> Reader:
    @kept
    def words_of(name: str = "words") -> list[str]:
        reads.append(name)
        return (folder / "inner" / f"{name}.txt").read_text(encoding="utf-8").split()

    return words_of


def test_files_are_read_once(words_of: Reader, reads: list[str]) -> None:
    assert words_of() == words_of() == ["ferry", "strike"]
    assert len(reads) == 1


def test_each_argument_has_an_answer_of_its_own(words_of: Reader, folder: Path, reads: list[str]) -> None:
    (folder / "inner" / "other.txt").write_text("dam", encoding="utf-8")
    assert (words_of("words"), words_of("other"), words_of("words")) == (
        ["ferry", "strike"],
        ["dam"],
        ["ferry", "strike"],
    )
    assert reads == ["words", "other"]


@pytest.mark.parametrize("name", ["inner/words.txt", "inner/new.txt", "code.py"])
def test_a_change_of_any_file_is_seen_though_its_length_and_time_are_the_same(
    words_of: Reader, folder: Path, reads: list[str], name: str
) -> None:
    path = folder / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    words_of()
    path.write_text(before.replace("ferry", "barge") or "new", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    words_of()
    assert len(reads) == 2


def test_a_file_that_goes_is_missed(words_of: Reader, folder: Path, reads: list[str]) -> None:
    (folder / "gone.txt").write_text("x", encoding="utf-8")
    words_of()
    (folder / "gone.txt").unlink()
    words_of()
    assert len(reads) == 2


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_a_damaged_copy_is_not_used(words_of: Reader, folder: Path, reads: list[str], damage: bytes | None) -> None:
    words_of()
    (copy,) = (folder / "__pycache__").iterdir()
    copy.write_bytes(copy.read_bytes()[:-3] if damage is None else damage)
    assert words_of() == ["ferry", "strike"]
    assert len(reads) == 2


def test_python_that_keeps_nothing_keeps_no_copy(
    words_of: Reader, folder: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert words_of() == words_of()
    assert len(reads) == 2 and not list((folder / "__pycache__").iterdir())


def test_a_folder_that_is_missing_does_no_harm(words_of: Reader, folder: Path, reads: list[str]) -> None:
    (folder / "__pycache__").rmdir()
    assert words_of() == words_of()
    assert len(reads) == 2


def test_what_cannot_be_kept_is_read_each_time(folder: Path) -> None:
    made: list[object] = []

    @kept
    def read() -> object:
        made.append(lambda: None)
        return made[-1]

    assert callable(read()) and read() is made[-1]
    assert len(made) == 2 and not list((folder / "__pycache__").iterdir())
