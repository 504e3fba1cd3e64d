"""Whose words a wording is, its place on the axis, and whether it is denied."""

from __future__ import annotations

import pytest
from tables import analysis, article, cue

from framing.measure.wording import say_no_wordings
from framing.profile import profile_source

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_wording_says_whose_words_they_are():
    said = {"voice": "attributed", "speaker": "Sergey Markov"}
    run = analysis(
        [article("a1", "News")],
        [
            cue("a1", "raid/legitimising", 1.0, text="anti-terrorist campaign", variant="campaign", **said),
            cue("a1", "raid/neutral", 0.0, text="operation", variant="operation"),
            cue("a1", "raid/neutral", 0.0, text="operation", variant="operation", **said),
        ],
    )
    table = profile_source(run, "News").wording[0]
    lines = {line.pole: line.text for line in table.lines}
    assert lines["legitimising"] == "News: “anti-terrorist campaign”, once, only in Sergey Markov’s words"
    assert lines["neutral"] == "News: “operation”, twice, once in its own voice and once in Sergey Markov’s words"
    assert table.neutral == ("operation",)


def test_wordings_run_from_one_end_of_the_axis_to_the_other():
    rows = [
        cue("a1", "raid/duty", 1.0, variant="d"),
        cue("a1", "raid/plain", 0.0, variant="p"),
        cue("a1", "raid/crime", -1.0, variant="c"),
    ]
    table = profile_source(analysis([article("a1", "News")], rows), "News").wording[0]
    assert table.poles == ("crime", "plain", "duty")


def test_a_wording_says_when_it_is_denied() -> None:
    rows = [
        cue("a1", "raid/crime", -1.0, text="massacre", variant="m", state="denied", voice="quoted", speaker="Ana Bek"),
        cue("a1", "raid/duty", 1.0, text="rescue", variant="r"),
        cue("a1", "raid/duty", 1.0, text="rescue", variant="r", state="questioned"),
        cue("a1", "raid/plain", 0.0, text="raid", variant="p", state="denied"),
    ]
    (table,) = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").wording
    assert sorted(line.text for line in table.lines) == [
        "North: “massacre”, once, only in Ana Bek’s words, denied",
        "North: “raid”, once, in its own voice",
        "North: “rescue”, twice, in its own voice, once questioned",
    ]


@pytest.mark.parametrize(
    ("packs", "said"),
    [
        (None, "no pack was asked for."),
        ((), "every pack was tried, and none is about what these articles tell."),
        (("health",), "the pack health found none of its wordings here."),
        (("health", "migration"), "the packs health and migration found none of their wordings here."),
    ],
)
def test_why_no_wording_is_shown(packs: tuple[str, ...] | None, said: str) -> None:
    assert say_no_wordings(packs) == said
