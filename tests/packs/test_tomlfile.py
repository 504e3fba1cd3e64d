"""Whatever is wrong with a TOML file is told with its name, the place and the remedy; what is written can be read.

In files of word lists the fields of the record are the lists, and every group says where its words come from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.errors import PackError
from framing.packs.roster import read_actor_file
from framing.packs.tomlfile import read_toml, read_word_lists, toml_text


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


@dataclass(frozen=True)
class Lists:
    plain: frozenset[str]
    phrases: frozenset[str]
    genders: Mapping[str, str]
    longer: Mapping[str, frozenset[str]]
    families: Mapping[str, frozenset[str]]


WHOLE = """
[one]
source = "own list"
plain = "boss head_of_state"
phrases = "air strike, attack"
families = ["walt walter"]
[one.genders]
he = "duke boss"
she = "duchess boss"
any = "doctor"
[one.longer]
"gov." = "governor"
"""


def read(text: str, place: Path) -> Lists:
    path = place / "lists.toml"
    path.write_text(text, encoding="utf-8")
    return read_word_lists(Lists, path)


def test_every_shape_of_a_list_is_read(tmp_path: Path) -> None:
    found = read(WHOLE, tmp_path)
    assert found.plain == {"boss", "head of state"}
    assert found.phrases == {"air strike", "attack"}
    assert found.genders == {"duke": "he", "duchess": "she", "boss": "", "doctor": ""}
    assert found.longer == {"gov.": {"governor"}}
    assert found.families["walt"] == {"walt", "walter"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('plain = "boss head_of_state"', "", "the list 'plain' is missing"),
        ('plain = "boss', 'more = "x"\nplain = "boss', "nothing reads 'more'"),
        ('source = "own list"', "", "nothing reads 'one'|the list 'phrases' is missing|the list 'plain' is missing"),
        ("[one]", 'plain = "x"\n[one]', "the list 'plain' has no source"),
    ],
)
def test_a_broken_file_says_what_to_mend(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=message):
        read(WHOLE.replace(old, new), tmp_path)
