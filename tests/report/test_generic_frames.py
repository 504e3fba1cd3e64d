"""Generic frames: only on request, and then with what they were measured to be worth."""

from __future__ import annotations

import pytest

import framing
from framing.packs import load_pack_heads, read_caveats

TEXTS = {
    "North": "The mayor attacked the council. The closure is a blow to the industry, and families wept.",
    "South": "The council accused the mayor of betrayal. The closure hit the industry, and families wept.",
}


def test_they_are_never_tried_and_say_what_they_are_worth():
    assert "generic-frames" not in {head.id for head in load_pack_heads()}
    (caveat,) = read_caveats(["generic-frames", "conflict", "mine.toml"])
    assert "not shown to agree with experts" in caveat
    assert all(figure in caveat for figure in (".60", ".63", ".72", ".71", ".44"))


@pytest.mark.engine
def test_a_report_with_them_says_so(tmp_path):
    articles = [framing.Article.from_text(text, id=name, source=name, event="closure") for name, text in TEXTS.items()]
    for packs, said in ((["generic-frames"], True), ([], False)):
        comparison = framing.compare_sources(framing.analyze(articles, packs=packs))
        framing.write_report(comparison, tmp_path / str(said), formats=["html"])
        page = (tmp_path / str(said) / "report.html").read_text("utf-8")
        assert ("not shown to agree with experts" in page) is said
