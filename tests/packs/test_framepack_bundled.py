"""The packs that come with the program keep their own promises: every example runs, nothing fires on neutral prose."""

from __future__ import annotations

import pytest

from framing.packcheck import check_pack
from framing.packs import list_frame_packs, load_frame_pack

pytestmark = pytest.mark.engine
# exactly the referents that a reader of the real articles told apart
SOUTH_CAUCASUS = {
    *("op_2023", "departure_2023", "civilian_treatment", "territory", "local_forces", "az_authority", "russian_force"),
    *("withdrawal_2024", "war_2020", "violence_naming", "agreement_2020", "villages_2024", "access_control", "threat"),
    *("peace_process", "russia_role", "protests", "population", "ukraine_war"),
}


@pytest.mark.parametrize("name", list_frame_packs())
def test_a_bundled_pack_is_sound(name: str) -> None:
    assert [f"{p.where}: {p.message}" for p in check_pack(load_frame_pack(name))] == []


@pytest.mark.parametrize("name", [name for name in list_frame_packs() if name != "demo"])
def test_a_bundled_pack_is_rich_and_says_where_it_comes_from(name: str) -> None:
    pack = load_frame_pack(name)
    assert len(pack.referents) >= 12
    assert pack.sources
    assert pack.about
    assert pack.scope == "general" or pack.anchors.any


def test_the_south_caucasus_pack_has_its_nineteen_referents() -> None:
    assert {referent.id for referent in load_frame_pack("south-caucasus").referents} == SOUTH_CAUCASUS
