"""Whatever is wrong with a TOML file is told with its name, the place and the remedy; what is written can be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.errors import PackError
from framing.packs.roster import read_actor_file
from framing.packs.tomlfile import read_toml, toml_text


def test_a_file_is_read_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    path.write_bytes('id = "été"\r\n'.encode())
    assert read_toml(path) == {"id": "été"}


def test_a_byte_order_mark_is_no_part_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    path.write_bytes(b"\xef\xbb\xbfid = 1\r\n")
    assert read_toml(path) == {"id": 1}
    path.write_bytes(b"\xef\xbb\xbfa = 1\nb = 2\nc = '\xff'\n")
    with pytest.raises(PackError, match="'utf-8' codec can't decode byte 0xff.*at line 3"):
        read_toml(path)


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"a = 1\nb = \n", "at line 2, column 5"), (b"a = 1\nb = 2\nc = '\xff'\n", "at line 3")],
)
def test_a_broken_line_is_named(tmp_path: Path, data: bytes, place: str) -> None:
    path = tmp_path / "pack.toml"
    path.write_bytes(data)
    with pytest.raises(PackError, match=rf"^pack\.toml: not readable as TOML \(.*\({place}\)\)\. Mend that place\.$"):
        read_toml(path)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"^none\.toml: odd \(.*No such file.*\)\. Do this\.$"):
        read_toml(tmp_path / "none.toml", problem="odd", remedy="Do this.")


def test_a_folder_is_no_actors_file(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="this is not valid TOML in UTF-8"):
        read_actor_file(tmp_path)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@tried()
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    fields = {"name": text, "aliases": [text], "order": 1, "merge": []}
    assert tomllib.loads(toml_text(fields)) == fields


def test_a_list_has_a_line_for_each_item() -> None:
    assert (
        toml_text({"id": "AM", "aliases": ["a", 'b "c"']}) == 'id = "AM"\naliases = [\n    "a",\n    "b \\"c\\"",\n]\n'
    )
