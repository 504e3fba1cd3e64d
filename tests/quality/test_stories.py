"""Eight invented stories whose wordings were planted by somebody who had not read the packs; the floors only rise."""

from __future__ import annotations

import pytest
from quality.stories import Verdict, find_rows, judge

pytestmark = [pytest.mark.engine, pytest.mark.quality]
FOUND = {  # share of planted wordings that the tried packs find
    "01-tram-strike": 0.85,
    "02-pell-square": 0.88,
    "03-morrant-trial": 0.80,
    "04-kessary-vote": 0.95,
    "05-fennock-flood": 0.83,
    "06-st-orla": 0.82,
    "07-ketty-hills": 0.72,
    "08-saltings-camp": 0.76,
}
WRONG = 1.0  # cues an article that nobody planted and no reader found right
SIDE = 0.81  # of the found ones, on the very side that was planted


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    return {one.story: one for one in judge(find_rows(None))}


def test_no_story_is_left_out(verdicts: dict[str, Verdict]) -> None:
    assert set(verdicts) == set(FOUND)
    assert sum(one.planted for one in verdicts.values()) == 589, "604 marks, less those of the same words and side"


@pytest.mark.parametrize("story", sorted(FOUND))
def test_the_packs_that_are_tried_find_the_planted_wordings(story: str, verdicts: dict[str, Verdict]) -> None:
    one = verdicts[story]
    assert one.share >= FOUND[story], one.missed
    assert one.wrong_an_article <= WRONG, one.wrong
    assert one.side >= SIDE * one.found


def test_no_pack_asked_for_finds_nothing() -> None:
    assert find_rows([]) == []
