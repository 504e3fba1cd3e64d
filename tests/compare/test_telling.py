"""One order for contrasts of all kinds: meaning apart, then the outlet's own voice, then headlines, then outlets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from framing.compare import Comparison, compare_sources
from framing.compare.front import NONE_FOUND, UNSURE, say_others, say_usual
from framing.compare.records import MEANING
from framing.compare.telling import find_telling
from tests import tables

LINES = {
    "a1": "The army began an operation at dawn.",
    "b1": "The army began an invasion at dawn, officials said.",
    "c1": "The army began a liberation at dawn.",
}


def words_at(article: str, words: str) -> dict[str, Any]:
    start = LINES[article].index(words)
    return {"start": start, "end": start + len(words), "text": words}


def cue(article: str, words: str, value: float, voice: str = "narrator", **more: Any) -> Any:
    pole = "plain" if not value else "attack" if value < 0 else "defence"
    return tables.cue(article, f"raid/{pole}", value, voice=voice, **words_at(article, words), **more)


def compared(*rows: Any, more: str = "", after: str = "") -> Comparison:
    texts = {**LINES, "a1": LINES["a1"] + more, "c1": LINES["c1"] + after}
    articles = [
        tables.article(name, source, event="e") for name, source in zip(LINES, ("Bell", "Wire", "Post"), strict=True)
    ]
    return compare_sources(tables.analysis(articles, rows, texts=texts))


def test_opposite_sides_come_first_and_every_source_has_its_words() -> None:
    found = compared(cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0), cue("c1", "liberation", 1.0)).telling
    assert [one.apart for one in found] == ["opposite sides"]
    said = {side.source: LINES[side.article][side.words[0].start : side.words[0].end] for side in found[0].sides}
    assert said == {"Bell": "operation", "Wire": "invasion", "Post": "liberation"}
    assert {side.source for side in found[0].sides[:2]} == {"Wire", "Post"}


def test_a_side_beside_a_plain_word_tells_less_than_two_sides() -> None:
    found = compared(cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0)).telling
    assert [one.apart for one in found] == ["a side, and none"]
    assert MEANING["a side, and none"] < MEANING["asserted here, reported there"] < MEANING["opposite sides"]


def test_own_words_tell_more_than_reported_ones() -> None:
    own = compared(cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0)).telling[0]
    told = compared(cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0, "attributed", speaker="X")).telling[0]
    assert own.rank < told.rank and (own.own, told.own) == (2, 1)
    assert told.sides[0].words[0].speaker in ("", "X")


def test_unsure_rows_and_like_words_make_no_contrast() -> None:
    assert compared(cue("b1", "invasion", -1.0, confidence=0.5), cue("a1", "operation", 0.0)).telling == ()
    assert compared(cue("b1", "invasion", -1.0), cue("a1", "operation", -1.0)).telling == ()


@pytest.mark.parametrize("event", ["e", "other"])
def test_contrasts_belong_to_an_event(event: str) -> None:
    found = compared(cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0)).telling
    assert len([one for one in found if one.event == event]) == (event == "e")


def test_what_is_said_of_a_thing_is_set_beside_no_name_of_it() -> None:
    reproach = cue("b1", "invasion", -1.0, argument=True)
    assert compared(cue("a1", "operation", 0.0), reproach).telling == ()
    found = compared(cue("c1", "liberation", 1.0, argument=True), reproach).telling
    assert [(one.argued, one.apart) for one in found] == [(True, "told apart")]


def test_who_has_other_words_is_named_beside_a_contrast() -> None:
    run = compared(cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0))
    assert say_others(run, run.telling[0]) == [(["Post"], NONE_FOUND)]
    unsure = compared(
        cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0), cue("c1", "liberation", 1.0, confidence=0.5)
    )
    assert say_others(unsure, unsure.telling[0]) == [(["Post"], f"“liberation”, {UNSURE}")]


def test_no_rare_word_stands_for_all() -> None:
    """A plain word that another shows, too, is told beside a source's own; not what it says once and nobody else."""
    shown = [cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0)]
    for more, told in (
        ([], ""),
        ([cue("b1", "army", 0.0, confidence=0.5)], ""),
        ([{**cue("b1", "army", 0.0, confidence=0.5), "text": "operation"}], "also “operation”"),
        ([{**cue("b1", "army", 0.0, "quoted", confidence=0.5), "text": "operation"}], ""),
    ):
        run = compared(*shown, *more)
        assert say_usual(run, run.telling[0]).get("Wire", "") == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("This newspaper will write “operation” and no more.", "it says that it writes “operation”"),
        ("Our paper calls it “operation”.", "it says that it writes “operation”"),
        ("This newspaper will write “cake”.", ""),
        ("His newspaper will write “operation”, she said.", ""),
        ("This newspaper will not write “operation”.", ""),
    ],
)
def test_the_word_that_an_outlet_says_it_chose_stands_beside_the_one_that_it_reports(line: str, told: str) -> None:
    rows = [cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0, "attributed", speaker="officials")]
    run = compared(*rows)
    run = replace(run, analysis=replace(run.analysis, texts={**run.analysis.texts, "b1": f"{LINES['b1']} {line}"}))
    assert say_usual(run, run.telling[0]).get("Wire", "") == told


def test_who_has_a_pair_of_words_for_the_thing_is_not_said_to_have_none() -> None:
    run = compared(cue("a1", "operation", 0.0), cue("b1", "invasion", -1.0))
    row = {"event": "e", "name": run.telling[0].name, "tells": "yes", "source_a": "Post", "source_b": "Bell"}
    assert say_others(replace(run, wordings=pd.DataFrame([row])), run.telling[0]) == []


def test_a_pair_of_rival_wordings_brings_the_word_of_a_third_outlet_along() -> None:
    words = [("a1", "operation", 0.0), ("b1", "invasion", -1.0), ("c1", "liberation", 1.0)]
    run = compared(*(tables.row("wording", id, "it", value=one, **words_at(id, said)) for id, said, one in words))
    ids = run.analysis.evidence.loc[run.analysis.evidence["kind"] == "wording", "id"].tolist()
    row = {"event": "e", "referent": "it", "name": "it", "a": ids[0], "b": ids[1], "words_a": "w", "words_b": "v"}
    row |= {"sure": 1.0, "tells": "yes", "strength": 1.0, "grounds": "one fact", "beside": ids[2]}
    (found,) = find_telling(replace(run, wordings=pd.DataFrame([row])))
    assert [side.source for side in found.sides] == ["Wire", "Bell", "Post"]


def test_a_speakers_word_that_the_other_outlet_prints_too_is_no_contrast() -> None:
    claim = cue("b1", "invasion", -1.0, "attributed", speaker="X")
    assert compared(cue("a1", "operation", 0.0), claim).telling
    assert not compared(cue("a1", "operation", 0.0), claim, more=" They deny an invasion.").telling


def test_a_speakers_word_beside_the_plain_one_that_both_outlets_use_is_no_contrast() -> None:
    told = cue("b1", "invasion", -1.0, "attributed", speaker="X")
    own = tables.cue("a2", "raid/plain", 0.0, start=4, end=13, text="operation")
    texts = {**LINES, "a2": "The operation went on."}
    articles = [
        tables.article(id, source, event="e") for id, source in (("a1", "Bell"), ("b1", "Wire"), ("a2", "Wire"))
    ]
    for rows, shown in (((told,), True), ((told, own), False)):
        run = tables.analysis(articles, (cue("a1", "operation", 0.0), *rows), texts=texts)
        assert bool(compare_sources(run).telling) == shown


def test_a_source_leads_with_its_own_word_before_a_stronger_one_that_it_reports() -> None:
    found = compared(
        cue("a1", "operation", 1.0),
        cue("b1", "invasion", -0.5),
        cue("b1", "began", -1.0, "attributed", speaker="X"),
    ).telling[0]
    mine = next(side for side in found.sides if side.source == "Wire")
    assert [word.voice for word in mine.words] == ["narrator", "attributed"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((("invasion", -1.0, {}), ("began", 1.0, {})), ["invasion", "began"]),  # both reported
        ((("invasion", -1.0, {}), ("began", 1.0, {"whose": "unsure"})), ["invasion", "began"]),  # whose is unsure
        ((("invasion", -1.0, {}), ("began", 1.0, {"state": "denied"})), ["invasion"]),  # who denies it takes no side
        ((("invasion", -1.0, {}), ("began", 1.0, {"state": "hypothetical"})), ["invasion"]),
        ((("invasion", -1.0, {}), ("began", -0.5, {})), ["invasion"]),
        ((("invasion", -1.0, {"voice": "narrator"}), ("began", 1.0, {})), ["invasion"]),  # its own word beside a claim
        (
            (("invasion", -1.0, {"voice": "narrator"}), ("began", 1.0, {"voice": "narrator"})),
            ["invasion", "began"],
        ),
    ],
)
def test_an_outlet_that_gives_both_sides_is_shown_with_both(rows: Any, told: list[str]) -> None:
    mine = [cue("b1", words, value, **{"voice": "attributed", "speaker": "X", **more}) for words, value, more in rows]
    found = compared(cue("c1", "liberation", 1.0), *mine).telling[0]
    side = next(one for one in found.sides if one.source == "Wire")
    assert [LINES["b1"][one.start : one.end] for one in side.told(1)] == told
    assert {one.voice for one in side.told(1)} <= {"attributed", "narrator", "unsure"}


def test_what_is_only_supposed_is_no_side() -> None:
    supposed = cue("b1", "invasion", -1.0, state="hypothetical")
    assert compared(cue("c1", "liberation", 1.0), supposed).telling == ()
    for more, said in (((), NONE_FOUND), ((cue("b1", "army", 0.0),), "")):
        run = compared(cue("a1", "operation", 0.0), cue("c1", "liberation", 1.0), supposed, *more)
        shown = [side.words for side in run.telling[0].sides if side.source == "Wire"]
        assert [one.state for words in shown for one in words] == ["asserted"] * bool(more)
        assert [phrase for names, phrase in say_others(run, run.telling[0]) if "Wire" in names] == [said] * (not more)


def test_the_words_of_two_speakers_tell_of_them_and_not_of_the_outlets() -> None:
    claim = {"voice": "attributed", "speaker": "X"}
    mine = cue("b1", "invasion", -1.0, **claim)
    assert compared(mine, cue("c1", "liberation", 1.0, **{**claim, "speaker": "Y"})).telling == ()
    assert compared(mine, cue("c1", "liberation", 1.0, **claim)).telling
    assert compared(mine, cue("c1", "liberation", 1.0)).telling


@pytest.mark.parametrize(
    ("actor", "voice", "beside"),
    [
        ("it", "narrator", ["liberation", "operation"]),
        ("other", "narrator", ["liberation"]),  # somebody else's title
        ("it", "attributed", ["liberation"]),  # not the outlet's own word
    ],
)
def test_a_title_that_an_outlet_gives_an_actor_stands_beside_its_rarer_word(
    actor: str, voice: str, beside: list[str]
) -> None:
    role = {"start": 47, "end": 56, "text": "operation"}
    rows = [
        tables.row("wording", "c1", "it", value=0.5, **words_at("c1", "liberation")),
        tables.row("wording", "b1", "it", value=0.0, **words_at("b1", "invasion")),
        tables.row("wording", "c1", "it", value=0.0, voice=voice, **role),
        tables.row("mention", "c1", "title", actor=actor, **role),
    ]
    run = compared(*rows, after=" Rain: the operation went on.")
    ids = run.analysis.evidence.loc[run.analysis.evidence["kind"] == "wording", "id"].tolist()
    row = {"event": "e", "referent": "it", "name": "it", "a": ids[0], "b": ids[1], "words_a": "w", "words_b": "v"}
    row |= {"sure": 1.0, "tells": "yes", "strength": 1.0, "grounds": "same actor", "beside": ""}
    (found,) = find_telling(replace(run, wordings=pd.DataFrame([row])))
    side = next(one for one in found.sides if one.source == "Post")
    assert [run.analysis.texts["c1"][one.start : one.end] for one in side.words] == beside
