"""Rosters, packs and verdicts that somebody has broken: named with what to do, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.compare.verdicts import read_verdicts
from framing.errors import FramingError, InputError, PackError
from framing.model import Article
from framing.packs import load_frame_pack
from framing.packs.roster import read_actor_file

ROSTERS = {
    "one bracket": "[actor]\nid = 'x'\nname = 'X'\nkind = 'person'\n",
    "a number": "actor = 1\n",
    "a list of numbers": "actor = [1]\n",
    "a text": "actor = 'x'\n",
    "a list of lists": "actor = [[1], [2]]\n",
    "an endless number": f"x = {'9' * 5000}\n",
    "brackets without end": f"x = {'[' * 500}{']' * 500}\n",
    "brackets that never close": "x = " + "[" * 5_000,
    "tables in tables": "[" + ".".join("a" * 2_000) + "]\n[[actor]]\nid = 5\n",
    "order is a text": "[[actor]]\nid = 'x'\nname = 'X'\nkind = 'person'\norder = 'first'\n",
    "aliases is a text": "[[actor]]\nid = 'x'\nname = 'X'\nkind = 'person'\naliases = 'Y'\n",
    "id is a list": "[[actor]]\nid = ['x']\nname = 'X'\nkind = 'person'\n",
    "kind is a list": "[[actor]]\nid = 'x'\nname = 'X'\nkind = ['person']\n",
    "side is a table": "[[actor]]\nid = 'x'\nname = 'X'\nkind = 'person'\nroles = {}\n",
    "not UTF-8": b"[[actor]]\nid = '\xff'\n",
}


@pytest.mark.parametrize("fault", ROSTERS)
@pytest.mark.parametrize("read", [read_actor_file, load_frame_pack])
def test_a_broken_roster_or_pack_is_named(tmp_path: Path, fault: str, read) -> None:
    path = tmp_path / "mine.toml"
    content = ROSTERS[fault]
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(PackError, match=r"mine\.toml"):
        read(path)


@pytest.mark.parametrize("path", ["/dev/full", "/dev/zero", "/dev/null", "folder"])
@pytest.mark.parametrize("read", [read_actor_file, read_verdicts])
def test_devices_and_folders_are_no_files(tmp_path: Path, path: str, read) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FramingError):
        read(tmp_path / path)


VERDICTS = {
    "no verdict": "id,who\ncue-1,Leyla\n",
    "unknown verdict": "id,verdict\ncue-1,perhaps\n",
    "empty": "",
    "not UTF-8": b"id,verdict\n\xff,drop\n",
    "row cut": 'id,verdict,who,why\ncue-1,drop,"x',
    "verdict missing in a row": "id,verdict\ncue-1\n",
    "cells too many": "id,verdict\ncue-1,drop,keep\n",
}


@pytest.mark.parametrize("fault", VERDICTS)
def test_broken_verdicts_are_named(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "verdicts.csv"
    content = VERDICTS[fault]
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=r"verdicts\.csv"):
        read_verdicts(path)


@pytest.mark.parametrize("text", ["half \ud800 of a character", "\udfff", "ends in \ud83d"])
def test_a_text_with_half_characters_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="half characters"):
        Article.from_text(text, id="a1", source="Daily")
