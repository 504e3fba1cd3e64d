"""Whatever is wrong with a TOML file, its name, the place and the remedy are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import PackError
from framing.packs.roster import read_actor_file
from framing.packs.tomlfile import read_toml


def test_a_file_is_read_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    path.write_bytes('id = "été"\r\n'.encode())
    assert read_toml(path) == {"id": "été"}


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
