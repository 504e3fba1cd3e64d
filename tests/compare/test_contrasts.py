"""What is shown side by side."""

from __future__ import annotations

from tables import analysis, article, cue, quote

from framing.compare import compare_sources

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_the_loudest_contrast_keeps_its_voice():
    articles = [article("a1", "News", event="e"), article("b1", "Bulletin", event="e")]
    rows = [
        cue(
            "a1",
            "raid/duty",
            1.0,
            text="anti-terrorist campaign",
            variant="c",
            voice="attributed",
            speaker="Sergey Markov",
        ),
        cue("b1", "raid/crime", -1.0, text="ethnic cleansing", variant="x", voice="attributed", speaker="Yerevan"),
    ]
    first = compare_sources(analysis(articles, rows)).contrasts[0]
    assert first.kind == "wording"
    assert "only in Sergey Markov’s words" in first.sentence and "only in Yerevan’s words" in first.sentence
    assert {side.voice for side in first.sides} == {"attributed"}


def test_a_source_that_lets_one_side_speak_is_a_contrast():
    articles = [article("a1", "News", event="e"), article("b1", "Bulletin", event="e")]
    rows = [quote("a1", "Baku", actor="AZ", kind="state") for _ in range(5)]
    rows += [quote("b1", "Ana Bek", actor="pm") for _ in range(5)]
    contrasts = [one for one in compare_sources(analysis(articles, rows, ACTORS)).contrasts if one.kind == "voices"]
    assert contrasts[0].sides[1].text == "none of its 5 statements surely read is known to come from Armenia"
