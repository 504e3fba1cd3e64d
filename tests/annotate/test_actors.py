"""Parts of the search for actors on hand-made sentences, without the parser."""

from __future__ import annotations

import pytest
from build import parsed

from framing.annotate.actors import find_actors
from framing.annotate.actors.groups import number_names
from framing.annotate.actors.name_runs import find_runs
from framing.annotate.actors.names import Occurrence, WrittenName
from framing.annotate.actors.occurrences import kind_by_words
from framing.annotate.actors.titles import cut_titles
from framing.annotate.actors.traits import Written
from framing.packs.people import load_actor_words
from framing.packs.roster import KnownActor, Role, load_known, parse_actor_entries

WORDS = load_actor_words()
ALONE = Written({}, (), ())
PUTIN = parsed(
    "Russian/ADJ/amod/1 President/PROPN/compound/3 Vladimir/PROPN/compound/3 Putin/PROPN/nsubj/4 "
    "left|leave/VERB/ROOT/4 ./PUNCT/punct/4",
    "He/PRON/nsubj/1 smiled|smile/VERB/ROOT/1 ./PUNCT/punct/1",
)


def occurrence(name: str, *titles: str) -> Occurrence:
    found = WrittenName(0, 0, tuple(name.split()), titles)
    return Occurrence(found, "", kind_by_words(found, WORDS))


def test_a_run_holds_the_titles_and_the_name() -> None:
    assert find_runs(PUTIN, WORDS) == [(1, 3)]


def test_titles_are_cut_off() -> None:
    name = cut_titles(PUTIN, 1, 3, WORDS)
    assert (name.words, name.titles) == (("Vladimir", "Putin"), ("president",))


def test_a_name_and_its_pronoun_are_one_actor() -> None:
    mentions, actors = find_actors(PUTIN, load_known(), WORDS)
    assert [(PUTIN.article.read(m.span), m.label) for m in mentions] == [("Vladimir Putin", "name"), ("He", "pronoun")]
    assert [(a.id, a.kind, a.member_of) for a in actors] == [("~vladimir-putin", "official", "RU")]


def test_an_entry_of_a_pack_takes_the_name_over() -> None:
    entry = KnownActor("putin", "Vladimir Putin", "person", member_of="RU", aliases=("Putin",))
    _, actors = find_actors(PUTIN, load_known([entry]), WORDS)
    assert [(a.id, a.known) for a in actors] == [("putin", True)]


def test_an_office_is_resolved_by_pack_and_date() -> None:
    sentence = "The/DET/det/2 Armenian/ADJ/amod/2 premier/NOUN/nsubj/3 left|leave/VERB/ROOT/3 ./PUNCT/punct/3"
    entry = KnownActor("pm", "Nikol P", "person", member_of="AM", roles=(Role("premier", since="2018-05-08"),))
    mentions, _ = find_actors(parsed(sentence), load_known([entry]), WORDS)
    assert [(m.actor, m.label) for m in mentions] == [("pm", "title")]


def test_a_split_share_for_two_people() -> None:
    text = parsed(
        "Anna/PROPN/compound/1 Arlen/PROPN/nsubj/4 and/CCONJ/cc/1 Brod/PROPN/conj/1 met|meet/VERB/ROOT/4 "
        "./PUNCT/punct/4",
        "They/PRON/nsubj/1 talked|talk/VERB/ROOT/1 ./PUNCT/punct/1",
    )
    mentions, _ = find_actors(text, load_known([KnownActor("brod", "Brod", "person")]), WORDS)
    shares = {m.actor: m.share for m in mentions if m.label == "pronoun"}
    assert shares == {"~anna-arlen": 0.5, "brod": 0.5}


def test_a_text_without_names_has_no_actors() -> None:
    assert find_actors(parsed("It/PRON/nsubj/1 rained|rain/VERB/ROOT/1 ./PUNCT/punct/1"), load_known(), WORDS) == (
        (),
        (),
    )


def test_an_empty_article_has_no_actors() -> None:
    assert find_actors(parsed(), load_known(), WORDS) == ((), ())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Quayside Workers Union", "organisation"),
        ("University of Tarn", "organisation"),
        ("QWU", "organisation"),
        ("Baker Street", "thing"),
        ("Anna Verhoven", "person"),
        ("House Republicans", "group"),
        ("Chicago", "place"),
        ("Verhoven", ""),
    ],
)
def test_what_the_words_of_a_name_say(name: str, kind: str) -> None:
    assert occurrence(name).kind == kind


def test_surnames_first_names_and_acronyms_join_the_full_name() -> None:
    found = [occurrence(n) for n in ("Orla Brannick", "Brannick", "Quayside Workers Union", "QWU", "Branick")]
    assert number_names(found, WORDS, ALONE) == [0, 0, 2, 2, 0]


def test_two_bearers_of_a_surname_stay_two() -> None:
    found = [occurrence(n) for n in ("Gareth Pell", "Owen Pell", "Pell")]
    assert number_names(found, WORDS, ALONE) == [0, 1, 0]  # the one who was named first


def test_a_surname_stays_with_whoever_bore_it_alone_before() -> None:
    found = [occurrence(n) for n in ("Gareth Pell", "Pell", "Owen Pell", "Pell")]
    assert number_names(found, WORDS, ALONE) == [0, 0, 2, 0]


def test_a_word_that_is_also_written_small_is_no_short_form_of_a_body() -> None:
    found = [occurrence(n) for n in ("Barley Growers Association", "Barley")]
    assert number_names(found, WORDS, ALONE) == [0, 0]
    assert number_names(found, WORDS, Written({}, {"barley"}, ())) == [0, 1]


def test_a_hyphen_between_two_surnames_is_no_person() -> None:
    pair = Occurrence(WrittenName(0, 2, ("Romley", "-", "Ryder")), "", "")
    found = [occurrence("Matt Romley"), occurrence("Paul Ryder"), pair]
    assert number_names(found, WORDS, ALONE)[2] not in (0, 1)


def test_entries_may_come_as_a_list_of_tables() -> None:
    assert parse_actor_entries([{"id": "x", "name": "X", "kind": "person"}], "here")[0].id == "x"
