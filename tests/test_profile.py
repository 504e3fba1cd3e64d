"""A profile says what its rows say, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tried
from recount import countable, rates_in, recounted
from tables import analysis, article, cue, quote, random_run, row

from framing.errors import InputError, UsageError
from framing.measure.excerpts import excerpt_of
from framing.measure.facts import find_facts, is_written_out, may_be_same
from framing.measure.ledger import open_ledger
from framing.measure.silence import may_name, searchable
from framing.profile import profile_source

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


@given(st.integers(0, 10_000))
@tried(12)
def test_every_rate_recounts_from_its_rows(seed):
    run = random_run(seed, sources=2, events=6)
    rates = [rate for rate in rates_in(profile_source(run, "S0", by="month")) if countable(rate)]
    assert len(rates) > 10
    for rate in rates:
        assert rate.value == pytest.approx(recounted(rate, run, "S0"))
        ids = run.evidence.set_index("id").loc[list(rate.rows)]
        assert rate.count == pytest.approx(ids["share"].sum())
        assert (rate.low is None) == (rate.n < 5)


def test_a_calm_article_lowers_the_rate():
    loud = [article("a1", "Daily", own_words=100), article("a2", "Daily", own_words=100)]
    rows = [row("loaded", "a1", "epithet"), row("loaded", "a1", "epithet")]
    both = profile_source(analysis(loud, rows), "Daily").loaded[0].total
    one = profile_source(analysis(loud[:1], rows), "Daily").loaded[0].total
    assert (one.value, both.value) == (20.0, 10.0)
    assert both.n == 2 and both.note == "2 articles: description only"


def test_wire_copies_are_counted_once():
    run = analysis(
        [article("a1", "Daily"), article("a2", "Daily", duplicate_of="a1")],
        [row("loaded", "a1", "epithet"), row("loaded", "a2", "epithet")],
    )
    profile = profile_source(run, "Daily")
    assert (profile.n, profile.copies, profile.loaded[0].total.count) == (1, 1, 1.0)
    assert profile.warnings[-1] == "Not counted, being copies of another article: 1."


def test_the_articles_table_says_whose_an_article_is():
    run = analysis([article("a1", "Daily")], [row("loaded", "a1", "epithet")])
    moved = type(run)(run.evidence, run.articles.assign(source="Weekly"), run.actors)
    assert profile_source(moved, "Weekly").loaded[0].total.count == 1.0


def test_names_that_differ_in_case_are_one_source():
    run = analysis([article("a1", "Fox"), article("a2", "Fox"), article("a3", "FOX")])
    ledger = open_ledger(run)
    assert ledger.sources == ("Fox",)
    assert profile_source(run, "fox").n == 3
    assert "“FOX” and “Fox” are counted as one source." in profile_source(run, "Fox").warnings


def test_an_unknown_source_is_named_with_those_there_are():
    with pytest.raises(UsageError, match="'Weekly'.*Daily"):
        profile_source(analysis([article("a1", "Daily")]), "Weekly")


def test_no_article_is_an_input_error():
    with pytest.raises(InputError, match="no article"):
        open_ledger(analysis([]))


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
    assert all(share.voice in {"narrator", "attributed"} for share in table.shares)


def test_wordings_run_from_one_end_of_the_axis_to_the_other():
    rows = [
        cue("a1", "raid/duty", 1.0, variant="d"),
        cue("a1", "raid/plain", 0.0, variant="p"),
        cue("a1", "raid/crime", -1.0, variant="c"),
    ]
    table = profile_source(analysis([article("a1", "News")], rows), "News").wording[0]
    assert table.poles == ("crime", "plain", "duty")


def test_silence_is_claimed_only_when_every_official_has_a_side():
    articles = [article("a1", "North", event="e"), article("b1", "South", event="e")]
    mentions = [row("mention", "a1", "name", actor="AZ") for _ in range(4)]
    spoken = [quote("a1", "Ana Bek", actor="pm"), quote("b1", "Baku", actor="AZ", kind="country")]
    sure = profile_source(analysis(articles, [*mentions, *spoken], ACTORS), "North")
    assert [(one.actor, one.quoted_by) for one in sure.voices.silent] == [("AZ", ("South",))]
    stranger = quote("a1", "General X", actor="x", kind="official")
    unsure = profile_source(
        analysis(articles, [*mentions, *spoken, stranger], [*ACTORS, ("x", "General X", "person", "")]), "North"
    )
    assert unsure.voices.silent == ()
    assert unsure.voices.side_unknown.value == 0.5


def test_a_speaker_speaks_for_the_state_it_belongs_to():
    run = analysis(
        [article("a1", "North")], [quote("a1", "Ana Bek", actor="pm"), quote("a1", "", kind="unnamed")], ACTORS
    )
    voices = profile_source(run, "North").voices
    assert voices.by_side["Armenia"].value == 0.5
    assert voices.unnamed.value == 0.5
    assert [speaker.speaker for speaker in voices.speakers] == ["Ana Bek"]
    assert voices.diversity is None


def test_tone_shows_coverage_and_extremes():
    rows = [
        row("tone", "a1", label, actor="AM", value=value)
        for label, value in (("negative", -0.8), ("unsure", 0.1), ("negative", -0.5), ("positive", 0.6))
    ]
    cell = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").tones[0]
    assert cell.coverage == 0.75
    assert (cell.negative, cell.positive) == (("tone-0", "tone-2"), ("tone-3",))
    assert cell.tone.value == pytest.approx(-0.15)


def test_agency_counts_what_nobody_did():
    detail = {"event": "kill", "agents": [], "patients": ["AM"]}
    named = {"event": "attack", "agents": ["AZ"], "patients": ["AM"]}
    rows = [row("agency", "a1", "agent_deleted", detail=detail), row("agency", "a1", "agent_named", detail=named)]
    agency = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").agency
    assert agency.deleted.value == 0.5
    assert agency.agents[0][:3] == ("AZ", "Azerbaijan", 1.0)
    assert agency.patients[0][2] == 2.0


def test_good_practice_is_found():
    rows = [
        cue("a1", "raid/crime", -1.0, text="massacre", variant="m"),
        cue("a1", "raid/duty", 1.0, text="rescue", variant="r", voice="quoted", speaker="Ana Bek"),
        cue("a1", "raid/crime", -1.0, text="raid", variant="m", state="denied", voice="attributed", speaker="Ana Bek"),
        *[quote("a1", "Ana Bek", actor="pm", stance="denying") for _ in range(5)],
    ]
    good = {one.kind: one for one in profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").good}
    assert set(good) == {"both labels", "denial included", "named speakers"}
    assert len(good["both labels"].rows) == 2


def test_a_mere_not_is_no_denial_and_mockery_gives_nobody_a_say():
    rows = [
        cue("a1", "raid/crime", -1.0, text="massacre", variant="m", state="denied", voice="quoted", speaker="Ana Bek"),
        cue("a1", "raid/duty", 1.0, text="rescue", variant="r", voice="distanced"),
        quote("a1", "Ana Bek", actor="pm", stance="neutral"),
    ]
    assert profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").good == ()


def test_months_come_in_order_and_undated_articles_stay_out():
    articles = [
        article(f"a{n}", "North", date=date) for n, date in enumerate(["2024-02-01", "2024-01-05", "", "2024-02-20"])
    ]
    periods = profile_source(analysis(articles), "North", by="month").periods
    assert [(period.period, period.n) for period in periods] == [("2024-01", 1), ("2024-02", 2)]


def test_excerpts_keep_the_words_and_end_at_words():
    text = "Headline\n\nA first sentence. " + "word " * 80 + "the regime fell " + "word " * 80 + "end. Last one."
    start = text.index("regime")
    shown = excerpt_of(text, "a1", "North", start, start + 6)
    assert shown.text[shown.start : shown.end] == "regime"
    assert len(shown.text) < 240
    assert not shown.text.startswith(" ") and "first sentence" not in shown.text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("More than 100,000 ethnic Armenians fled.", ["100,000 ethnic Armenians"]),
        ("It cost $4.5 million, or 12 percent of the budget.", ["$4.5 million", "12 percent"]),
        ("On September 19, 2023, at 9:30, 44 soldiers of 3 units left.", ["44 soldiers"]),
        ("Flight 9-1-1 and Route 66/4 in 1999.", []),
    ],
)
def test_numbers_that_can_be_checked(text, names):
    assert [fact.name for fact in find_facts(text)] == names
    assert all(text[fact.start : fact.end].startswith(fact.name.split()[0]) for fact in find_facts(text))


def test_a_rounded_number_may_be_the_same():
    (near,) = find_facts("about $716 billion")
    (far,) = find_facts("about $447 billion")
    assert may_be_same("700000000000$", near)
    assert not may_be_same("700000000000$", far)


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
        "North: “rescue”, twice, in its own voice, once as a question",
    ]


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("9000", "she is one of nine thousand", True),
        ("40 people", "forty people came", True),
        ("9000", "nine people", False),
        ("9123", "nine thousand", False),
    ],
)
def test_a_number_may_be_written_in_words(key: str, text: str, expected: bool) -> None:
    assert is_written_out(key, text) is expected


def test_silence_needs_a_text_without_any_word_for_the_actor() -> None:
    ledger = open_ledger(analysis([article("a1", "North")], [row("mention", "a1", "name", actor="AM")], ACTORS))
    assert may_name(ledger, "AM", searchable(["The Armenian army."]), ()) is True
    assert may_name(ledger, "AM", searchable(["The president left."]), ("president",)) is True
    assert may_name(ledger, "AM", searchable(["Nobody came."]), ("president",)) is False
