"""Findings by id, and one name for each source, event and referent."""

from __future__ import annotations

import tables

from framing.chart.build import omission_chart
from framing.compare import compare_sources
from framing.evidence import Analysis
from framing.evidence.details import read_detail
from framing.evidence.view import EvidenceIndex, event_names, source_names
from framing.profile import profile_source
from framing.report.build import build_report

OWN_PACK = {"pack": "my", "state": "asserted", "name": "the stoppage of work", "neutral": ["pickets"]}


def run() -> Analysis:
    """Two articles on one event, each with a wording of a teacher's own pack."""
    articles = [tables.article(id, source, event="2024-03-departure") for id, source in (("a", "Bell"), ("b", "Star"))]
    rows = [
        tables.row("cue", "a", "walkout/for_workers", value=1.0, detail={**OWN_PACK, "variant": "fight"}),
        tables.row("cue", "b", "walkout/plain", value=0.0, detail={**OWN_PACK, "variant": "strike"}),
    ]
    return tables.analysis(articles, rows)


def test_a_referent_of_an_own_pack_has_its_name_everywhere() -> None:
    analysis = run()
    comparison = compare_sources(analysis)
    index = EvidenceIndex.of(analysis)
    assert comparison.wording[0].gloss == profile_source(analysis, "Bell").wording[0].gloss == "the stoppage of work"
    assert index.label(index.findings["cue-0"]) == "the stoppage of work: for workers"
    assert "walkout" not in str(build_report(comparison).sections).replace("wording-walkout", "")


def test_an_older_table_names_a_referent_by_its_id_in_words() -> None:
    index = EvidenceIndex.of(tables.analysis([tables.article("a", "Bell")], [tables.cue("a", "dam_raid/bad", -1.0)]))
    assert index.label(index.findings["cue-0"]) == "dam raid: bad"


def test_an_event_has_one_name() -> None:
    analysis = run()
    comparison = compare_sources(analysis)
    assert EvidenceIndex.of(analysis).event_name("2024-03-departure") == "Departure"
    assert [row.title for row in comparison.events] == [one.title for one in comparison.omissions] == ["Departure"]
    assert omission_chart(comparison.omissions[0]).head.title == "Who mentions what: Departure"


def test_an_event_that_is_a_code_is_named_by_a_headline_and_twins_keep_their_date() -> None:
    events = ("2024-03-vote", "2024-09-vote", "77123", "a half-day strike", "", "2024-05")
    titles = ("Vote", "Vote", "Bridge falls", "", "Nothing", "May")
    articles = [
        tables.article(str(place), "Bell", event=event, title=title)
        for place, (event, title) in enumerate(zip(events, titles, strict=True))
    ]
    names = event_names(tables.analysis(articles).articles)
    told = ["2024 03 vote", "2024 09 vote", "Bridge falls", "A half-day strike", "", "May"]
    assert [names[event] for event in events] == told


def test_an_event_that_is_a_code_is_called_by_what_headlines_share() -> None:
    titles = ("Gov. Brewer urged to veto bill", "Gov. Brewer urged to veto bill amid protest", "Arizona Veto of Bill")
    rows = [tables.article(str(n), f"S{n}", event="450755dd", title=title) for n, title in enumerate(titles)]
    assert event_names(tables.analysis(rows).articles) == {"450755dd": "Gov. Brewer, bill"}


def test_a_source_has_one_name() -> None:
    assert source_names(["Bell", "BELL", "Bell ", "Bell", "Star"]) == {
        "Bell": "Bell", "BELL": "Bell", "Bell ": "Bell", "Star": "Star",
    }  # fmt: skip
    articles = [tables.article("a", "Bell"), tables.article("b", "Bell"), tables.article("c", "bell ")]
    index = EvidenceIndex.of(tables.analysis(articles, [tables.row("loaded", "c")]))
    assert index.findings["loaded-0"].source == index.articles["c"]["source"] == "Bell"


def test_a_detail_is_a_dictionary_even_where_there_is_none() -> None:
    assert read_detail('{"a": 1}') == {"a": 1}
    assert read_detail("") == read_detail(float("nan")) == {}
