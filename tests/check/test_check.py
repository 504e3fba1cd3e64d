"""Each kind of issue on invented drafts: what it must find, and look-alikes on which it must stay silent."""

from __future__ import annotations

import pytest

from framing.check import DraftIssue, check_draft
from framing.model import Article

pytestmark = pytest.mark.engine
HEADLINE = "Council meets over the Lorren bridge"
END = "\n\nThe bridge was built in 1931. It is 80 metres long."


def issues(body: str, headline: str = HEADLINE) -> tuple[DraftIssue, ...]:
    text = f"{headline}\n\n{body}{END}"
    return check_draft(Article.from_text(text, id="draft", source="Lorren Post", headline=headline))


def words(kind: str, body: str, headline: str = HEADLINE) -> list[str]:
    return [one.words for one in issues(body, headline) if one.kind == kind]


LOADED = [
    ("Mayor Edda Rook bungled the sale of the old mill.", "bungled"),
    ("Mayor Edda Rook dodged the question of who pays.", "dodged"),
    ("Rook, an infamous schemer, kept the file at home.", "infamous"),
]
NOT_LOADED = [
    "Mayor Edda Rook stormed off when the vote was read out.",
    "“She bungled it when the vote was read out,” said the clerk, Tam Orlin.",
    "Tam Orlin, the clerk, said that the mayor bungled it when the vote was read out.",
    "Rook defended the plan as a disgraceful but necessary measure.",
    "The clerk asked the members to rebuke the mayor.",
    "The vote came after a heated debate.",
    "The storm tore the roof off the old mill.",
]


@pytest.mark.parametrize(("body", "found"), LOADED)
def test_words_that_judge_in_the_outlets_own_voice(body: str, found: str) -> None:
    assert found in words("loaded", body)
    assert all(one.voice == "own voice" for one in issues(body) if one.kind == "loaded")


@pytest.mark.parametrize("body", NOT_LOADED)
def test_words_of_others_and_plain_words_are_no_fault(body: str) -> None:
    assert words("loaded", body) == []


UNNAMED = [
    ("Two engineers said that the cable had snapped in March.", "Two engineers"),
    ("A senior official said on Monday that the cable had snapped.", "A senior official"),
    ("Analysts have said that the bridge will be closed for years.", "Analysts"),
]
NAMED = [
    "Tam Orlin, an engineer, said that the cable had snapped in March.",
    "An engineer, Tam Orlin, said that the cable had snapped in March.",
    "The ministry said that the cable had snapped in March.",
    "Edda Rook and Tam Orlin met on Monday. They said that the cable had snapped.",
    "The report said that the cable had snapped in March.",
]


@pytest.mark.parametrize(("body", "source"), UNNAMED)
def test_sources_without_a_name(body: str, source: str) -> None:
    assert [one for one in words("unnamed", body) if one.startswith(source)]


@pytest.mark.parametrize("body", NAMED)
def test_sources_with_a_name_are_no_fault(body: str) -> None:
    assert words("unnamed", body) == []


def test_the_reason_for_which_a_source_stays_unnamed_is_given_or_missed() -> None:
    kept = "A senior official said that the cable had snapped, speaking on condition of anonymity because the inquiry"
    told = issues(f"{kept} is still open.")
    bare = issues("A senior official said that the cable had snapped.")
    assert any("no reason given" in one.why for one in bare if one.kind == "unnamed")
    assert not any("no reason given" in one.why for one in told if one.kind == "unnamed")


ACCUSED = (
    "Edda Rook let the bridge rust for years, said Tam Orlin, an engineer. Documents show that Rook was warned in "
    "2019. Rook put the letter aside. The council wants to know why Rook did so."
)


def test_who_is_written_about_and_does_not_speak() -> None:
    assert words("unasked", ACCUSED) == ["Edda Rook"]


@pytest.mark.parametrize(
    "more",
    [
        " Rook declined to comment.",
        " Rook did not respond to questions.",
        " “I was told that it would hold,” Rook said.",
        " Rook said that the letter never reached her.",
        " Rook died in 2021.",
    ],
)
def test_who_speaks_was_asked_or_is_dead_is_no_fault(more: str) -> None:
    assert words("unasked", ACCUSED + more) == []


CLAIM = "Mayor took bribes from the builder Hallet"
TOLD = "The mayor took bribes from the builder Hallet, said Tam Orlin, a former clerk."


def test_a_headline_that_says_as_a_fact_what_the_body_reports() -> None:
    assert words("headline", TOLD, CLAIM) == [CLAIM]
    assert words("headline", "The mayor may have taken bribes from the builder Hallet.", CLAIM) == [CLAIM]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Mayor took bribes from the builder Hallet, clerk says", TOLD),
        ("‘Mayor took bribes from the builder Hallet’", TOLD),
        ("Did the mayor take bribes from the builder Hallet?", TOLD),
        ("Mayor accused of taking bribes from the builder Hallet", TOLD),
        (CLAIM, "The mayor took bribes from the builder Hallet. Tam Orlin, a former clerk, said so first."),
        (CLAIM, f"{TOLD} Court papers are clear. The mayor took bribes from the builder Hallet four times."),
        ("Council opens the new bridge at Lorren", TOLD),
    ],
)
def test_headlines_that_say_no_more_than_the_body(headline: str, body: str) -> None:
    assert words("headline", body, headline) == []


LOST = "“We heard the cable go at night and nobody came to look at it until the morning.”"


def test_a_quotation_without_a_speaker() -> None:
    assert words("speakerless", f"The bridge was shut on Monday. Traffic goes by Ambeck.\n\n{LOST}\n\nIt rained.")


@pytest.mark.parametrize(
    "body",
    [
        f"{LOST[:-2]},” said Tam Orlin, who lives beside it.",
        f"Tam Orlin lives beside it. He remembers:\n\n{LOST}",
        "The bridge was called “the old lady of the river” for years.",
        "They staged “The Long And Winding Road Over The Old Lorren River Bridge” in June.",
        f"Tam Orlin was there. {LOST} Orlin said.",
    ],
)
def test_quotations_with_a_speaker_names_and_titles_are_no_fault(body: str) -> None:
    assert words("speakerless", body) == []


def test_violence_with_nobody_named() -> None:
    assert words("violence", "It was dark on the bridge. Three workers were shot dead at dawn.")


@pytest.mark.parametrize(
    "body",
    [
        "It was dark on the bridge. Three workers were shot dead by police at dawn.",
        "Norland’s army moved in on Monday. Three workers were shot dead at dawn.",
        "It was dark on the bridge. Clashes broke out at dawn.",
        "Three workers were shot dead at dawn, said Tam Orlin, an engineer.",
        "It was dark on the bridge. The plan was shot down at dawn.",
    ],
)
def test_violence_that_is_told_mutual_reported_or_meant_otherwise_is_no_fault(body: str) -> None:
    assert words("violence", body) == []


def test_issues_stand_in_the_order_of_the_text_and_quote_it() -> None:
    text = f"{HEADLINE}\n\n{ACCUSED} Two engineers said that the cable had snapped. Rook dodged the question."
    found = check_draft(Article.from_text(text, id="draft", source="", headline=HEADLINE))
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert {one.kind for one in found} >= {"unasked", "unnamed", "loaded"}
    assert all(text[one.span.start : one.span.end] == one.words for one in found)


def test_names_do_not_matter() -> None:
    other = ACCUSED.replace("Edda Rook", "Ilham Petrov").replace("Rook", "Petrov")
    assert [one.kind for one in issues(ACCUSED)] == [one.kind for one in issues(other)]
