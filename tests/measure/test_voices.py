"""Whom a source lets speak, for which side, and when silence may be claimed."""

from __future__ import annotations

from typing import Any

from tables import analysis, article, quote, row

from framing.profile import profile_source

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_silence_is_claimed_only_when_every_official_has_a_side():
    articles = [article("a1", "North", event="e"), article("b1", "South", event="e")]
    mentions = [row("mention", "a1", "name", actor="AZ") for _ in range(4)]
    spoken = [quote("a1", "Ana Bek", actor="pm"), quote("b1", "Baku", actor="AZ", kind="state")]
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
        [article("a1", "North")],
        [quote("a1", "Ana Bek", actor="pm"), quote("a1", "", kind="unnamed", start=9, end=14)],
        ACTORS,
    )
    voices = profile_source(run, "North").voices
    assert voices.by_side["Armenia"].value == 0.5
    assert voices.unnamed.value == 0.5
    assert [speaker.speaker for speaker in voices.speakers] == ["Ana Bek"]


def test_a_seat_of_government_bears_its_own_name_and_a_noun_for_the_state_the_state_s():
    told = ("Lantern House", "Azerbaijan", "government", "Lantern House")
    spoken = [quote("a1", name, actor="AZ", kind="state", start=at, end=at + 5) for at, name in enumerate(told)]
    doubtful = quote("a1", "Quay House", actor="AZ", kind="state", start=40, end=45, confidence=0.7)
    bek = quote("a1", "Bek", actor="pm", start=20, end=25)
    voices = profile_source(analysis([article("a1", "North")], [*spoken, bek, doubtful], ACTORS), "North").voices
    assert voices.most_heard(3) == "Azerbaijan 2, Lantern House 2 and Ana Bek 1"
    assert voices.less_surely(3) == "less surely Quay House 1"
    assert voices.speakers_n == 3
    assert voices.by_side["Azerbaijan"].count == 4


def test_what_is_surely_read_is_counted_whole_and_the_rest_is_told_as_a_number():
    spoken = [quote("a1", "Ana Bek", actor="pm", start=at, end=at + 5) for at in (0, 10)]
    joint = [quote("a1", name, kind="person", start=20, end=40, share=0.5) for name in ("Ida Lund", "Jon Reyes")]
    alone = [quote("a1", name, kind="person", start=50 + at, end=55 + at) for at, name in ((0, "Kai Orr"), (9, "crew"))]
    nobody = [quote("a1", "unnamed union leader", kind="unnamed", start=70, end=80)]
    inside = [quote("a1", "Armenia", actor="AM", start=25, end=30, confidence=0.5)]
    doubtful = [quote("a1", "unnamed rivals", kind="unnamed", start=90, end=99, confidence=0.79)]
    likely = [quote("a1", "Ana Bek", actor="pm", start=at, end=at + 5, confidence=0.6) for at in (120, 130)]
    likely += [quote("a1", "Ana Bek", actor="pm", start=140, end=145, confidence=0.59)]
    given = {"content": [[0, 1]], "speaker_kind": "unnamed", "card": {"given": True}}  # "the lawyer": perhaps Ida Lund
    lawyer = row("quote", "a1", "direct", speaker="unnamed lawyer", start=100, end=110, voice="quoted", detail=given)
    rows = [*spoken, *joint, *alone, *nobody, *inside, *doubtful, *likely, lawyer]
    voices = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").voices
    assert voices.counted() == "6 of 10"
    assert voices.less_surely(2) == "less surely Ana Bek 2 and “rivals” 1; of a speaker who cannot be told 1"
    assert voices.less_surely(1) == voices.less_surely(2)
    assert voices.most_heard(2) == "Ana Bek 2, Ida Lund 1 and 3 others (1 each)"
    assert voices.most_heard(4) == "Ana Bek 2, Ida Lund 1, Jon Reyes 1, Kai Orr 1 and “crew” 1"
    assert voices.nobody_named(2) == "1: “union leader”"
    assert (voices.shared, voices.unnamed.count, round(sum(rate.count for rate in voices.by_kind.values()))) == (
        1,
        1,
        6,
    )


def test_who_is_only_perhaps_quoted_is_neither_counted_nor_called_silent():
    articles = [article("a1", "North", event="e"), article("b1", "South", event="e")]
    mentions = [row("mention", "a1", "name", actor="AZ") for _ in range(4)]
    told = [*mentions, quote("b1", "Baku", actor="AZ", kind="state")]
    maybe = quote("a1", "Baku", actor="AZ", kind="state", confidence=0.7)
    voices = profile_source(analysis(articles, [*told, maybe], ACTORS), "North").voices
    assert (voices.silent, voices.counted()) == ((), "0 of 1")
    other = profile_source(analysis(articles, [*told, maybe], ACTORS), "South").voices
    assert other.silent == ()


def test_what_one_article_tells_of_a_speaker_is_his_kind_in_all() -> None:
    def told(article: str, why: str, kind: str, actor: str) -> dict[str, Any]:
        detail = {"content": [[0, 1]], "stance": "neutral", "speaker_kind": kind, "card": {"why": why}}
        return row("quote", article, "direct", speaker=actor, actor=actor, voice="quoted", detail=detail)

    rows = [told("a1", "leads the organisation", "person", "pell"), told("b1", "not said", "person", "pell")]
    rows += [told("b1", "worker", "person", "ana"), told("b1", "holds office", "official", "minister")]
    rows += [told("a1", "holds office", "civilian", "tycoon"), told("b1", "its work", "civilian", "tycoon")]
    rows += [told("b1", "spokesperson", "expert", "lawyer"), told("b1", "knows the subject", "expert", "physicist")]
    run = analysis([article("a1", "North"), article("b1", "South")], rows, [])
    kinds = {key: rate.count for key, rate in profile_source(run, "South").voices.by_kind.items()}
    assert kinds == {"organisation": 1, "civilian": 1, "official": 1, "person": 2, "expert": 1}


def test_a_document_is_no_speaker_and_no_place_is_counted_twice() -> None:
    spoken = [
        quote("a1", "Ana Bek", actor="pm", start=0, end=40),
        quote("a1", "unnamed excerpts and unnamed notes", kind="unnamed", start=0, end=40),
    ]
    papers = [
        quote("a1", name, kind="organisation", start=at, end=at + 5)
        for at, name in ((50, "lawsuit"), (60, "suit"), (70, "lawsuit"), (75, "new records"))
    ]
    clerks = [
        quote("a1", f"unnamed {name}", kind="unnamed", start=at, end=at + 5)
        for at, name in ((80, "clerk"), (90, "clerk"), (100, "heir"), (110, "aide"))
    ]
    voices = profile_source(analysis([article("a1", "North")], [*spoken, *papers, *clerks], ACTORS), "North").voices
    assert (voices.total, [one.speaker for one in voices.speakers]) == (9, ["Ana Bek"])
    assert voices.from_documents(3) == "documents 4: “lawsuit” 2, “suit” and “new records”"
    assert voices.nobody_named(1) == "4: “clerk” 2 and 2 others"


def test_the_outlet_that_writes_is_no_voice_beside_its_own() -> None:
    actors = [("fox-news", "Fox News", "media", ""), ("wire", "The Wire", "media", "")]
    spoken = [quote("a1", name, actor=actor, kind="media", start=at) for at, (actor, name, *_) in enumerate(actors)]
    voices = profile_source(analysis([article("a1", "fox")], spoken, actors), "fox").voices
    assert ([one.speaker for one in voices.speakers], voices.counted()) == (["The Wire"], "1 of 1")


def test_a_statement_of_several_without_a_name_is_one() -> None:
    """It is called by a noun, never by a state or a body whose people are not named; the chart counts it once, too."""
    told = [
        quote("a1", name, actor=actor, kind="unnamed", start=0, end=40, share=0.5)
        for name, actor in (("United States", "us"), ("lawmakers", "lawmakers"))
    ]
    alone = quote("a1", "United States", actor="us", kind="unnamed", start=50, end=90)
    actors = [("us", "United States", "state", "")]
    voices = profile_source(analysis([article("a1", "North")], [*told, alone], actors), "North").voices
    assert voices.nobody_named(2) == "2: “lawmakers” and 1 other"
    assert len(voices.by_kind["unnamed"].rows) == voices.total == 2


def test_less_surely_speaks_who_can_be_told_and_who_has_no_name_stands_in_marks() -> None:
    actors = [("v", "Vale", "person", ""), ("av", "Anna Vale", "official", ""), ("k", "Kolb", "person", "")]
    spoken = [
        quote("a1", "Vale", actor="v", kind="person", start=0, end=10, confidence=0.7),  # Anna, or somebody else
        quote("a1", "Kolb", actor="k", kind="person", start=20, end=30, confidence=0.7),  # nobody else bears the name
        quote("a1", "unnamed other Greens", kind="unnamed", start=40, end=50, confidence=0.7),
    ]
    voices = profile_source(analysis([article("a1", "North")], spoken, actors), "North").voices
    assert voices.less_surely(3) == "less surely Kolb 1 and “other Greens” 1; of a speaker who cannot be told 1"


def test_one_statement_is_one_and_a_row_adds_up() -> None:
    """A claim inside a claim is the outer one's; what nobody surely says is told as a number."""
    spoken = [
        quote("a1", "Ana Bek", actor="pm", start=0, end=60),
        quote("a1", "Armenia", actor="AM", start=20, end=60, confidence=0.7),  # she says what Armenia admits
        quote("a1", "Armenia", actor="AM", start=70, end=140, confidence=0.66),
        quote("a1", "Armenia", actor="AM", start=90, end=140, confidence=0.72),  # the same once more, inside it
        quote("a1", "", kind="unnamed", start=150, end=180, confidence=0.79),
        quote("a1", "Azerbaijan", actor="AZ", start=190, end=210, confidence=0.5),  # a deed rather than words
    ]
    voices = profile_source(analysis([article("a1", "North")], spoken, ACTORS), "North").voices
    assert voices.counted() == "1 of 3"
    assert voices.less_surely(3) == "less surely Armenia 1; of a speaker who cannot be told 1"


def test_a_card_tells_ordinary_people_scholars_and_bodies() -> None:
    def told(name: str, actor: str, **card: str) -> dict[str, Any]:
        detail = {"content": [[0, 1]], "speaker_kind": "person", "card": {"name": name, "why": "not said", **card}}
        return row("quote", "a1", "direct", speaker=name, actor=actor, voice="quoted", start=len(name), detail=detail)

    rows = [
        told("Zoe Kell", "kell", title="Customer"),
        told("Max Marsh", "marsh", title="longtime voter"),
        told("Roger Tarn", "tarn", affiliation="Orrin Institute"),
        told("Dan Sorn", "sorn", affiliation="Kell University", title="treasurer"),
        told("Rose and River Alliance", ""),
        told("Charlotte Church", "church"),
    ]
    voices = profile_source(analysis([article("a1", "North")], rows, []), "North").voices
    assert {kind: rate.count for kind, rate in voices.by_kind.items()} == {
        "civilian": 2, "expert": 1, "organisation": 1, "person": 2
    }  # fmt: skip
