"""Whom a source lets speak, for which side, and when silence may be claimed."""

from __future__ import annotations

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
        [article("a1", "North")], [quote("a1", "Ana Bek", actor="pm"), quote("a1", "", kind="unnamed")], ACTORS
    )
    voices = profile_source(run, "North").voices
    assert voices.by_side["Armenia"].value == 0.5
    assert voices.unnamed.value == 0.5
    assert [speaker.speaker for speaker in voices.speakers] == ["Ana Bek"]
    assert voices.diversity is None


def test_only_sure_quotes_count_and_each_is_a_whole_one():
    spoken = [quote("a1", "Ana Bek", actor="pm") for _ in range(2)]
    spoken += [quote("a1", name, actor="", kind="person") for name in ("Ida Lund", "Jon Reyes", "Kai Orr")]
    doubtful = [quote("a1", "", kind="unnamed", confidence=0.5), quote("a1", "Armenia", actor="AM", confidence=0.45)]
    voices = profile_source(analysis([article("a1", "North")], [*spoken, *doubtful], ACTORS), "North").voices
    assert (voices.total, voices.unnamed.count, voices.unsure.count) == (5, 0, 2)
    assert voices.say_most_heard(2) == "Ana Bek 2, Ida Lund 1 and 2 others as often"
