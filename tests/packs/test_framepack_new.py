"""`framing packs new` starts from a pack that is sound as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import PackError
from framing.packcheck import check_pack
from framing.packs import load_frame_pack, new_pack


@pytest.mark.engine
def test_the_starter_pack_is_sound(tmp_path: Path) -> None:
    path = new_pack(tmp_path / "harbour-strike")
    assert path.name == "harbour-strike.toml"
    pack = load_frame_pack(path)
    assert pack.id == "harbour-strike"
    assert check_pack(pack) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    new_pack(tmp_path / "mine.toml")
    with pytest.raises(PackError, match="exists already"):
        new_pack(tmp_path / "mine.toml")


def test_a_name_that_cannot_be_an_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="small letters"):
        new_pack(tmp_path / "My Pack.toml")
