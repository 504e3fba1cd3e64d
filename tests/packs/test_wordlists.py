"""Word lists in TOML: the fields of the record are the lists, and every group says where its words come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from framing.errors import PackError
from framing.packs.wordlists import read_word_lists


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
