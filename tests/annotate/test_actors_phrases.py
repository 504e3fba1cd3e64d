"""The words before a name that belong to it: titles, countries, epithets; nothing that only stands nearby."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import parsed

from framing.annotate.actors.phrases import add_phrases, name_phrase
from framing.evidence.flatten import draft_article
from framing.model import Actor, Findings, Mention, Parsed
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs


def phrase(text: Parsed, first: int, last: int, *, label: str = "name", tags: dict[int, str] | None = None) -> str:
    """The phrase around the mention that spans tokens `first` to `last`."""
    if tags:
        text = replace(text, tags=tuple(tags.get(place, tag) for place, tag in enumerate(text.tags)))
    mention = Mention(text.span(first, last), last, label, "~x")
    return text.article.read(name_phrase(text, mention, load_actor_words()))


@pytest.mark.parametrize(
    ("sentence", "first", "last", "expected"),
    [
        ("Mr/PROPN/compound/1 Toll/PROPN/nsubj/2 left/VERB/ROOT/2", 1, 1, "Mr Toll"),
        ("the/DET/det/3 hard-line/ADJ/amod/3 leader/NOUN/compound/3 Toll/PROPN/nsubj/4 left/VERB/ROOT/4", 3, 3,
         "hard-line leader Toll"),
        ("very/ADV/advmod/1 popular/ADJ/amod/2 Toll/PROPN/nsubj/3 left/VERB/ROOT/3", 2, 2, "very popular Toll"),
        ("Aland/PROPN/poss/3 ’s/PART/case/0 President/PROPN/compound/3 Toll/PROPN/nsubj/4 left/VERB/ROOT/4", 3, 3,
         "President Toll"),
        ("many/ADJ/amod/1 Alanders/PROPN/nsubj/2 left/VERB/ROOT/2", 1, 1, "Alanders"),
        ("Still/ADV/advmod/2 Toll/PROPN/nsubj/2 left/VERB/ROOT/2", 1, 1, "Toll"),
    ],
)  # fmt: skip
def test_titles_and_epithets_belong_to_the_name(sentence: str, first: int, last: int, expected: str) -> None:
    assert phrase(parsed(sentence), first, last) == expected


def test_an_office_of_state_is_read_as_a_whole() -> None:
    text = parsed(
        "the/DET/det/2 Alandic/ADJ/amod/2 head/NOUN/nsubj/6 of/ADP/prep/2 state/NOUN/compound/5 Toll/PROPN/pobj/3 "
        "left/VERB/ROOT/6"
    )
    assert phrase(text, 5, 5) == "Alandic head of state Toll"


def test_a_name_does_not_take_the_end_of_another() -> None:
    text = parsed(
        "for/ADP/prep/5 Europe/PROPN/pobj/0 and/CCONJ/cc/1 Eurasia/PROPN/compound/4 Toll/PROPN/conj/1 left/VERB/ROOT/5"
    )
    assert phrase(text, 4, 4) == "Toll"


def test_what_an_office_is_of_belongs_to_it() -> None:
    text = parsed("the/DET/det/1 head/NOUN/nsubj/4 of/ADP/prep/1 state/NOUN/pobj/2 left/VERB/ROOT/4")
    assert phrase(text, 0, 1, label="title") == "the head of state"


def test_a_headline_in_title_case_gives_titles_only() -> None:
    text = parsed(
        "Sheriff/PROPN/compound/3 Orr/PROPN/compound/3 Endorses/PROPN/compound/3 Toll/PROPN/nsubj/5 In/ADP/prep/5 "
        "Race/PROPN/ROOT/5"
    )
    assert phrase(text, 3, 3) == "Toll"
    titled = parsed("Crowds/PROPN/nsubj/1 Cheer/PROPN/ROOT/1 President/PROPN/compound/3 Toll/PROPN/dobj/1")
    assert phrase(titled, 3, 3) == "President Toll"


def test_a_participle_that_parts_two_names_is_no_epithet() -> None:
    text = parsed("with/ADP/prep/0 Orr/PROPN/compound/3 leading/VERB/amod/3 Toll/PROPN/pobj/0")
    assert phrase(text, 3, 3, tags={2: "VBG"}) == "Toll"
    assert phrase(text, 3, 3, tags={2: "NN"}) == "Toll"


def test_pronouns_and_bare_names_bear_no_phrase() -> None:
    text = parsed("He/PRON/nsubj/1 met/VERB/ROOT/1 Toll/PROPN/dobj/1")
    mentions = [
        Mention(text.span(0, 0), 0, "pronoun", "~x"),
        Mention(text.span(2, 2), 2, "name", "~y"),
    ]
    assert add_phrases(text, mentions, load_actor_words()) == mentions


def test_the_row_of_a_mention_quotes_its_phrase() -> None:
    text = parsed("Mr/PROPN/compound/1 Toll/PROPN/nsubj/2 left/VERB/ROOT/2")
    mention = add_phrases(text, [Mention(text.span(1, 1), 1, "name", "~x")], load_actor_words())[0]
    actor = Actor("~x", "Toll", "person")
    nothing = dict.fromkeys(("quotes", "voices", "cues", "loaded", "agency", "tones"), ())
    draft = draft_article(Findings(text, (actor,), (mention,), readability={}, **nothing), load_report_verbs())
    assert draft.rows[0][5] == "Toll"
    assert draft.rows[0][-1] == '{"phrase": [0, 7], "words": "Mr Toll"}'
