"""The packs that come with the program keep their own promises: every example runs, nothing fires on neutral prose."""

from __future__ import annotations

import pytest

from framing.annotate.frames import find_cues
from framing.model import Article
from framing.packcheck import check_pack
from framing.packs import list_frame_packs, load_frame_pack
from framing.parse import parse_articles

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


NAMED = {  # text -> referent, and the words that name it
    "Armenia filed an ethnic cleansing case over Karabakh.": ("departure_2023", ["ethnic cleansing"]),
    "Yerevan repeated its ethnic cleansing charge over Karabakh.": ("departure_2023", ["ethnic cleansing"]),
    "The ethnic purge trial over Karabakh began in Yerevan.": ("departure_2023", ["ethnic purge"]),
    "A lightning-quick strike by Azerbaijan ended it.": ("op_2023", ["lightning-quick strike"]),
    "An ill-advised, ever-so-short offensive shook Karabakh.": ("op_2023", ["ever-so-short offensive"]),
    "Thousands of Armenians fled after the assault.": ("op_2023", ["the assault"]),
    "Armenians left their homes following this invasion.": ("op_2023", ["this invasion"]),
    "The agreement for the withdrawal pleased Moscow.": ("withdrawal_2024", ["withdrawal"]),
    "Moscow announced its decision on the withdrawal.": ("withdrawal_2024", ["withdrawal"]),
}  # fmt: skip


def test_a_thing_is_named_without_what_is_made_of_it() -> None:
    """No proceedings over it, no flight from it, no agreement on it; no joined word is cut."""
    pack = load_frame_pack("south-caucasus")
    made = [Article.from_text(text, id=str(n), source="Daily") for n, text in enumerate(NAMED)]
    for one, (text, (referent, names)) in zip(parse_articles(made), NAMED.items(), strict=True):
        found = [text[slice(*cue.span)] for cue in find_cues(one, (), (pack,)) if cue.referent == referent]
        assert found == names, text
