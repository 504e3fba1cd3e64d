"""What an actor is, as its name, its title and the nouns beside it tell."""

from __future__ import annotations

import pytest

import framing
from framing.annotate.actors import find_actors
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.parse import parse_article

pytestmark = pytest.mark.engine
CASES = (
    ("Bella Orton, president of an advertising agency, said that sales fell. Orton left.", "Bella Orton", "person"),
    ("Bella Orton, the president of Orrwell Ltd, said that sales fell. Orton left.", "Bella Orton", "person"),
    ("Orrwell Ltd chairman Tom Hask said that sales fell. Hask left.", "Tom Hask", "person"),
    ("Tom Hask, chairman of the brewery, said that sales fell. Hask left.", "Tom Hask", "person"),
    ("President Bella Orton said that taxes fell. Orton left.", "Bella Orton", "official"),
    ("Bella Orton, chairwoman of the parliament, said that taxes fell. Orton left.", "Bella Orton", "official"),
    ("Bella Orton, the general secretary of the union, said that pay fell. Orton left.", "Bella Orton", "person"),
    ("The Harbour Union went. Its general secretary, Bella Orton, said that pay fell.", "Bella Orton", "person"),
    ("Tom Hask, president of the Orrwell Teachers Federation, said that pay fell.", "Tom Hask", "person"),
    ("FBI director Tom Hask said that crime fell. Hask left.", "Tom Hask", "official"),
    ("Bella Orton, secretary of the council, said that taxes fell. Orton left.", "Bella Orton", "official"),
    ("Rep. Tom Hask, a vocal supporter of the law, said that taxes fell.", "Tom Hask", "official"),
    ("Bella Orton, an economist, said that taxes fell. Orton left.", "Bella Orton", "expert"),
    ("Bella Orton is a teacher in Lund. Orton said that she was tired.", "Bella Orton", "civilian"),
    ("Bella Orton, a columnist, said that taxes fell. Orton left.", "Bella Orton", "journalist"),
    ("Bella Orton said that taxes fell. Orton left.", "Bella Orton", "person"),
    ("The Norport Herald said that taxes fell. The newspaper apologised.", "Norport Herald", "media"),
    ("Facebook removed the page. Facebook said that it had rules.", "Facebook", "media"),
    ("Orrwell Ltd said that sales fell. The company apologised.", "Orrwell Ltd", "company"),
    ("Field & Rowe denied the report.", "Field & Rowe", "company"),
    ("The Norland Workers Party denied the report.", "Norland Workers Party", "party"),
    ("The Norport Harbour Association denied the report.", "Norport Harbour Association", "organisation"),
    ("Boeing denied the report.", "Boeing", "company"),
    ("France denied the report.", "France", "state"),
    ("Residents denied the report.", "residents", "group"),
    ("Maret Sollis embezzled a pension.", "Maret Sollis", "person"),
    ("Ragna Thorvik blackmailed a colleague.", "Ragna Thorvik", "person"),
    ("The lift belongs to the greedy Ragna Thorvik.", "Ragna Thorvik", "person"),
    ("Ada Lang spoke; the dishonest Joris Haverkamp followed.", "Joris Haverkamp", "person"),
    ("The generous Maret Sollis stayed at home.", "Maret Sollis", "person"),
    ("The harsh Velm Winter came.", "Velm Winter", None),
    ("The corrupt Zarnovia stayed poor.", "Zarnovia", None),
)


@pytest.mark.parametrize(("text", "name", "kind"), CASES, ids=lambda value: str(value)[:40])
def test_a_kind_is_told_by_words(text: str, name: str, kind: str | None) -> None:
    parsed = parse_article(framing.Article.from_text(text, id="a", source="s"))
    _, actors = find_actors(parsed, load_known(), load_actor_words())
    assert {actor.name: actor.kind for actor in actors}.get(name) == kind


def test_a_person_has_one_kind_in_a_run_and_a_speaker_has_it_too() -> None:
    texts = {
        "a1": "Premier Bella Orton said that taxes fell. Orton smiled. She left.",
        "a2": "Premier Bella Orton said that taxes would fall. The premier smiled.",
        "a3": "Bella Orton, a mother of two, said that taxes fell. She left.",
        "a4": "Bella Orton said that taxes fell. Bella Orton left.",
    }
    articles = [framing.Article.from_text(text, id=key, source="s", event="e") for key, text in texts.items()]
    analysis = framing.analyze(articles, packs=[])
    actors = analysis.actors[analysis.actors["name"] == "Bella Orton"]
    assert list(actors["kind"]) == ["official"]
    assert list(actors["pronouns"]) == ["she"]
    quotes = analysis.evidence[(analysis.evidence["kind"] == "quote") & (analysis.evidence["speaker"] == "Bella Orton")]
    assert len(quotes) >= 4
    assert all('"speaker_kind": "official"' in detail for detail in quotes["detail"])


def test_a_ministry_that_speaks_for_its_state_counts_with_the_state() -> None:
    text = "Azerbaijan said that it had won. The Azerbaijani defence ministry said that two had died."
    article = framing.Article.from_text(text, id="a", source="s")
    evidence = framing.analyze([article], packs=[]).evidence
    details = evidence[(evidence["kind"] == "quote") & (evidence["actor"] == "AZ")]["detail"]
    assert len(details) == 2
    assert all('"speaker_kind": "state"' in detail for detail in details)


def test_pronouns_are_said_by_the_articles_and_not_by_a_name() -> None:
    article = framing.Article.from_text("Anna Orton, an economist, said that taxes fell.", id="a", source="s")
    actors = framing.analyze([article], packs=[]).actors
    assert list(actors[actors["name"] == "Anna Orton"]["pronouns"]) == ["not said"]
