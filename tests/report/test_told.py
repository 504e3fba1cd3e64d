"""The section that stands first: openings side by side, one fact told twice, and facts of one account."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told import both, compared

from framing.evidence.view import EvidenceIndex
from framing.link.differences import WordPlace
from framing.report.blocks import Bullets, Heading, Paragraph, Run, Section, Tellings
from framing.report.build import build_report
from framing.report.context import ReportContext
from framing.report.sections.told import NONE, mark_places, opening_words, told_section

pytestmark = pytest.mark.engine


def section_of(comparison) -> Section:
    return told_section(ReportContext(comparison, EvidenceIndex.of(comparison.analysis)))


def words_of(block: Tellings) -> list[str]:
    return ["".join(run.text for run in side.words) for side in block.sides]


def test_it_comes_right_behind_what_was_read() -> None:
    assert [section.id for section in build_report(both()).sections][2:4] == ["about", "told"]


def test_openings_stand_verbatim_under_their_sources() -> None:
    first = next(block for block in section_of(both()).blocks if isinstance(block, Tellings))
    assert [side.source for side in first.sides] == ["Bell", "Courier"]
    assert ["".join(run.text for run in side.title) for side in first.sides] == [
        "Harbour workers walk out",
        "Mob shuts the port",
    ]


def test_a_passage_marks_the_words_that_differ_and_says_whose_they_are() -> None:
    tellings = [block for block in section_of(both()).blocks if isinstance(block, Tellings) and block.differs]
    police = next(block for block in tellings if "Mill Street" in words_of(block)[0])
    assert Run("militants", "mark", "attributed") in police.sides[0].words
    assert Run("terrorists", "mark", "narrator") in police.sides[1].words
    said = ["".join(run.text for run in line) for line in police.differs]
    assert any("“terrorists” (Courier)" in line for line in said)


def test_what_one_side_alone_shows_is_said_of_the_other() -> None:
    lines = [
        "".join(run.text for run in line)
        for b in section_of(both()).blocks
        if isinstance(b, Tellings)
        for line in b.differs
    ]
    assert any("“reportedly” (Bell); not so in Courier" in line for line in lines)


def test_a_fact_of_one_account_is_given_with_its_sentence() -> None:
    (facts,) = [block for block in section_of(both()).blocks if isinstance(block, Bullets)]
    assert ["".join(run.text for run in item) for item in facts.items] == [
        "Bell: A new school will open in the village of Sandby with 310 pupils."
    ]


def test_that_nothing_is_told_twice_is_said_aloud() -> None:
    other = compared("A bridge falls\n\nA bridge fell.\n", "Rain\n\nRain fell on the hills of Orme.\n")
    assert any(isinstance(b, Paragraph) and b.words[0].text == NONE for b in section_of(other).blocks)


def test_without_texts_nothing_is_quoted() -> None:
    bare = replace(both(), analysis=replace(both().analysis, texts={}))
    (only,) = section_of(bare).blocks
    assert isinstance(only, Paragraph)


def test_places_are_marked_once_and_only_inside() -> None:
    places = [WordPlace(2, 4, "quoted", ""), WordPlace(3, 5, "narrator", ""), WordPlace(8, 12, "narrator", "")]
    runs = mark_places("abcdefghij", 0, 9, places)
    assert runs == [Run("ab"), Run("cd", "mark", "quoted"), Run("efghi")]


def test_a_mark_goes_over_the_lines_of_a_headline() -> None:
    run = both()
    article = str(run.openings["article"].iloc[0])
    rows = [
        {"section": "headline", "article": article, "start": a, "end": b, "detail": ""} for a, b in ((0, 7), (8, 23))
    ]
    parts = opening_words(ReportContext(run, EvidenceIndex.of(run.analysis)), rows, [WordPlace(4, 15, "narrator", "")])
    text = run.analysis.texts[article]
    assert parts["headline"] == [Run(text[:4]), Run(text[4:15], "mark", "narrator"), Run(text[15:23])]


def test_no_level_of_headings_is_skipped() -> None:
    levels = [block.level for block in section_of(both()).blocks if isinstance(block, Heading)]
    assert levels
    assert all(after - before < 2 for before, after in zip([1, *levels], levels, strict=False))


def test_a_headline_that_states_what_its_body_only_reports_says_so_and_a_cue_is_no_mark() -> None:
    claim = "Strike costs the port three million a day"
    body = (
        "The strike costs the port three million a day, the owners said on Monday.\n\nRain is expected on Thursday.\n"
    )
    told = compared(
        f"{claim}\n\n{body}", "Police told to clear the port\n\nPolice cleared the gate on Monday at noon.\n"
    )
    sides = next(block for block in section_of(told).blocks if isinstance(block, Tellings)).sides
    assert [side.where for side in sides] == ["stated as a fact; in the article it is only unnamed owners’ word", ""]
    assert not any(run.style == "mark" and run.text == "told" for side in sides for run in side.title)
