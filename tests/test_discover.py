"""discover proposes rival wordings side by side, leaves out what a pack knows, and drafts a pack that loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.discover import discover, print_proposal, write_draft
from framing.model import Article, Findings
from framing.packs import load_frame_pack, load_packs
from framing.parse import parse_articles
from framing.pipeline import annotate_article

pytestmark = pytest.mark.engine

BELL = "Norway's army launched a brutal assault on the island. Thousands of residents fled in boats."
WIRE = "Norway's army began a limited security operation on the island. The evacuation of residents went smoothly."
LATE = "Norway's army was on the island. It rained."


def read(*texts: str, event: str = "island", packs: tuple[str, ...] = ()) -> list[Findings]:
    known = load_packs(packs)
    names = ("Bell", "Wire", "Late")
    articles = [
        Article.from_text(text, id=name, source=name, event=event) for name, text in zip(names, texts, strict=False)
    ]
    return [annotate_article(parsed, known) for parsed in parse_articles(articles)]


def test_two_sources_are_set_side_by_side() -> None:
    proposals = discover(read(BELL, WIRE))
    by_thing = {p.thing: {w.source: w.text for w in p.wordings} for p in proposals}
    assert by_thing["use-of-force"] == {"Bell": "brutal assault", "Wire": "limited security operation"}
    assert by_thing["people-leaving"]["Bell"] == "fled"
    assert by_thing["people-leaving"]["Wire"].startswith("evacuation")


def test_the_loaded_contrast_comes_first() -> None:
    assert discover(read(BELL, WIRE))[0].thing == "use-of-force"


def test_one_source_alone_shows_no_contrast() -> None:
    assert discover(read(BELL)) == ()
    assert discover(read(BELL, BELL)) == ()


def test_contrasts_stay_inside_one_event() -> None:
    assert discover([*read(BELL, event="one"), read(LATE, WIRE, event="two")[1]]) == ()


def test_the_order_of_articles_changes_nothing() -> None:
    findings = read(BELL, WIRE, LATE)
    assert discover(findings) == discover(findings[::-1])


def test_what_a_pack_knows_is_left_out() -> None:
    war = BELL + " Troops, artillery, soldiers and militants of the army took the ceasefire line."
    findings, known = read(war, WIRE), read(war, WIRE, packs=("conflict",))
    assert any(w.text == "fled" for p in discover(findings) for w in p.wordings)
    assert known[0].cues
    spans = [cue.span for cue in known[0].cues]
    shown = [w for p in discover(known) for w in p.wordings if w.source == "Bell"]
    assert not any(w.span.overlaps(span) for w in shown for span in spans)


def test_no_more_than_asked_for() -> None:
    assert len(discover(read(BELL, WIRE), most=1)) == 1


def test_a_line_shows_whose_words_they_are() -> None:
    line = print_proposal(discover(read(BELL, WIRE))[0])
    assert line == "island: use-of-force | Bell: “brutal assault” | Wire: “limited security operation”"


def test_a_draft_loads_and_finds_its_own_sentences(tmp_path: Path) -> None:
    path = write_draft(discover(read(BELL, WIRE)), tmp_path / "draft.toml")
    pack = load_frame_pack(path)
    assert {v.pole for r in pack.referents for v in r.variants} == {"undecided"}
    from framing.packcheck import check_pack

    assert [p for p in check_pack(pack) if "does not find" in p.message] == []
