"""Agency on our own marked sentences: precision and recall that only rise, and sentences that hold no event."""

from __future__ import annotations

import json
from functools import cache

import pytest
from build import parsed as built
from case_files import load_cases, parse_cases

import framing
from framing.annotate.agency import find_agency
from framing.model import Actor, Agency, Mention, Parsed
from framing.packs.events import load_harm_words

HARM = load_harm_words()
CASES = load_cases("agency.toml")
PRECISION, RECALL = 0.97, 0.93


@cache
def read() -> list[tuple[Parsed, tuple[Agency, ...]]]:
    return [(parsed, find_agency(parsed, (), (), HARM)) for parsed in parse_cases(CASES)]


def same(parsed: Parsed, found: Agency, wanted: dict[str, str]) -> bool:
    def fits(span, words: str) -> bool:
        return (span is None and not words) or (
            span is not None and bool(words) and overlaps(parsed.article.read(span), words)
        )

    return (
        found.event == wanted["event"]
        and found.label == wanted["label"]
        and fits(found.agent, wanted["agent"])
        and (not wanted["patient"] or fits(found.patient, wanted["patient"]))
    )


def overlaps(words: str, wanted: str) -> bool:
    return wanted.lower() in words.lower() or words.lower() in wanted.lower()


def shown(parsed: Parsed, found: Agency) -> tuple[str, str, str, str]:
    agent, patient = (parsed.article.read(span) if span else "" for span in (found.agent, found.patient))
    return found.event, found.label, agent, patient


def scores() -> tuple[float, float, list[str]]:
    hits = found = gold = 0
    misses = []
    for case, (parsed, events) in zip(CASES, read(), strict=True):
        right = [w for w in case["events"] if any(same(parsed, event, w) for event in events)]
        hits, found, gold = hits + len(right), found + len(events), gold + len(case["events"])
        if len(right) < max(len(events), len(case["events"])):
            misses.append(f"{case['text']}\n  wanted {case['events']}\n  found {[shown(parsed, e) for e in events]}")
    return hits / max(1, found), hits / gold, misses


@pytest.mark.engine
def test_events_are_found_with_agent_and_patient() -> None:
    precision, recall, misses = scores()
    assert precision >= PRECISION, "\n".join(misses)
    assert recall >= RECALL, "\n".join(misses)


@pytest.mark.engine
@pytest.mark.parametrize(
    "number", [i for i, case in enumerate(CASES) if not case["events"]], ids=lambda i: CASES[i]["text"]
)
def test_figures_of_speech_are_no_events(number: int) -> None:
    _, events = read()[number]
    assert events == ()


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 80


def one(text: Parsed, *mentions: Mention, actors: tuple[Actor, ...] = ()) -> Agency:
    (found,) = find_agency(text, mentions, actors, HARM)
    return found


def test_a_state_before_an_attack_is_its_place():
    text = built("The/DET/det/2 Norland/PROPN/compound/2 attack/NOUN/nsubj/3 shocked/VERB/ROOT/3 ./PUNCT/punct/3")
    found = one(text, Mention(text.span(1, 1), 1, "name", "NL"), actors=(Actor("NL", "Norland", "state"),))
    assert (found.label, found.agent, found.agents) == ("agent_deleted", None, ())


def test_a_person_before_a_shooting_may_be_doer_or_sufferer():
    text = built("The/DET/det/2 Toll/PROPN/compound/2 shooting/NOUN/nsubj/3 shocked/VERB/ROOT/3 ./PUNCT/punct/3")
    assert not find_agency(
        text, [Mention(text.span(1, 1), 1, "name", "~toll")], [Actor("~toll", "Toll", "person")], HARM
    )


def test_no_event_in_a_name():
    text = built("Violence/NOUN/nsubj/1 spread/VERB/ROOT/1 ./PUNCT/punct/1")
    assert len(find_agency(text, [], [], HARM)) == 1
    assert not find_agency(text, [Mention(text.span(0, 0), 0, "name", "~violence")], [], HARM)


def test_a_father_is_not_his_son():
    text = built("His/PRON/poss/1 father/NOUN/nsubjpass/3 was/AUX/auxpass/3 killed|kill/VERB/ROOT/3 ./PUNCT/punct/3")
    found = one(text, Mention(text.span(0, 0), 0, "pronoun", "~toll"), actors=(Actor("~toll", "Toll", "person"),))
    assert found.patients == ()
    assert text.article.read(found.patient) == "His father"


def test_an_army_is_its_owners():
    text = built(
        "His/PRON/poss/1 troops|troop/NOUN/nsubjpass/3 were/AUX/auxpass/3 shot|shoot/VERB/ROOT/3 ./PUNCT/punct/3"
    )
    found = one(text, Mention(text.span(0, 0), 0, "pronoun", "~toll"), actors=(Actor("~toll", "Toll", "person"),))
    assert found.patients == ("~toll",)


@pytest.mark.parametrize(("home", "patients"), [("", ("NL",)), ("SL", ("NL",)), ("NL", ("~toll",))])
def test_an_office_of_a_people_is_that_peoples(home: str, patients: tuple[str, ...]):
    text = built("The/DET/det/2 Norlandic/ADJ/amod/2 envoy/NOUN/nsubjpass/4 was/AUX/auxpass/4 killed|kill/VERB/ROOT/4")
    mentions = (Mention(text.span(1, 1), 1, "demonym", "NL"), Mention(text.span(2, 2), 2, "title", "~toll"))
    actors = (Actor("~toll", "Toll", "person", home), Actor("NL", "Norland", "state"))
    assert one(text, *mentions, actors=actors).patients == patients


def test_politicians_attack_with_words():
    text = built("Toll/PROPN/nsubj/1 attacked|attack/VERB/ROOT/1 Birk/PROPN/dobj/1 ./PUNCT/punct/1")
    mentions = [Mention(text.span(0, 0), 0, "name", "~toll"), Mention(text.span(2, 2), 2, "name", "~birk")]
    assert not find_agency(text, mentions, [Actor("~toll", "Toll", "person"), Actor("~birk", "Birk", "person")], HARM)
    states = find_agency(text, mentions, [Actor("~toll", "Toll", "state"), Actor("~birk", "Birk", "state")], HARM)
    assert [found.agents for found in states] == [("~toll",)]


@pytest.mark.engine
def test_a_doer_is_sure_of_one_particular_deed_only():
    sure = [
        "Gunmen killed two clerks on Monday.",
        "Two clerks were shot by guards.",
        "The guards’ shooting of a clerk shook Lund.",
    ]
    open_ = [
        "Gunmen kill clerks.",
        "The clerks were frequently beaten by guards.",
        "The newspapers wrote about the brutality of the guards.",
        "They bought the “proof” that rebels had shot down the plane.",
        "He met the mother of Anna Orel, who was shot by guards.",
        "The killings of women by men are a topic of the survey.",
        "The party, which has lost 6,000 dead and wounded, left.",
    ]
    parsed = parse_cases({"text": text} for text in (*sure, *open_))
    found = [[one.confidence for one in find_agency(p, (), (), HARM) if one.agent] for p in parsed]
    assert [any(value >= 0.9 for value in values) for values in found] == [True] * len(sure) + [False] * len(open_)


SIDES = [  # text, the actors that are told as those who suffer
    ("Two Ukrainian soldiers were killed.", {"UA"}),
    ("Two Ukrainian soldiers and a driver were killed.", set()),
    ("Nine members of the Hill Guard, three Russian soldiers and two dam workers were killed.", set()),
    ("Two Russian and three Ukrainian soldiers were killed.", set()),
    ("The shells killed Ukrainian soldiers and Russian soldiers.", {"UA", "RU"}),
    ("Russia and its allies were bombed.", set()),
    ("The raid killed Ukrainians, Ostrelians and others.", {"UA"}),
    ("Ada Kolb and two guards were killed on Monday.", {"ada-kolb"}),
    ("Ada Kolb, a Russian soldier, was killed on Monday.", {"ada-kolb"}),
]


@pytest.mark.engine
@pytest.mark.parametrize(("text", "suffering"), SIDES, ids=[text for text, _ in SIDES])
def test_of_several_who_suffer_sides_are_told_all_or_not_at_all(text: str, suffering: set[str]) -> None:
    rows = framing.analyze([framing.Article.from_text(text, id="a", source="s")]).evidence
    details = [json.loads(detail) for detail in rows[rows["kind"] == "agency"]["detail"]]
    assert {actor for one in details for actor in one["patients"]} == suffering


@pytest.mark.engine
def test_what_soldiers_of_two_peoples_do_is_not_one_peoples_deed() -> None:
    text = "Russian and Ukrainian soldiers killed nine villagers."
    rows = framing.analyze([framing.Article.from_text(text, id="a", source="s")]).evidence
    (detail,) = rows[rows["kind"] == "agency"]["detail"]
    assert json.loads(detail)["agents"] == []
