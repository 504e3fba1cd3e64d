"""Words stay out of the wrong mouth: pronouns, speakers who are talked about, letters, things that cannot speak."""

from __future__ import annotations

import pytest

from framing.annotate.actors import find_actors
from framing.annotate.quotes import find_quotes
from framing.model import Article, Quote
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

pytestmark = pytest.mark.engine


def quotes_of(text: str) -> tuple[Quote, ...]:
    """The quotes of a text, its actors found as in a run."""
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    mentions, actors = find_actors(parsed, load_known(), load_actor_words())
    return find_quotes(parsed, mentions, actors, load_report_verbs(), load_actor_words())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Edgar Reed spoke in Orlen.\n\n“Oscar Hale is wrong about the dam. It will not hold,” he said.", "Edgar Reed"),
        ("Edgar Reed said that Oscar Hale had lied about the dam.\n\n“We need answers now,” he said.", "Edgar Reed"),
        ("“The dam is safe,” Edgar Reed said.\n\nOf Oscar Hale, he said, “We should thank that man.”", "Edgar Reed"),
        ("Edgar Reed, an heir of Oscar Hale, opened the dam. “It will hold for years,” he said.", "Edgar Reed"),
        ("Edgar Reed spoke. Oscar Hale disagreed with the plan. “It will not hold,” he said.", "Oscar Hale"),
        ("Maria Kolb and Anna Reyes sued. “The Orlen Council lied to us,” they said.", "Anna Reyes and Maria Kolb"),
    ],
)
def test_a_pronoun_speaks_for_whoever_speaks_not_for_whom_it_speaks_of(text: str, speaker: str) -> None:
    assert quotes_of(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Edgar Reed said the pipe broke. It later emerged, as she noted, that the dam had leaked.",
        "Edgar Reed said the pipe broke.\n\nThe page was changed. “This wording is older,” it said.",
    ],
)
def test_a_pronoun_that_does_not_suit_names_nobody(text: str) -> None:
    assert "Edgar Reed" not in quotes_of(text)[-1].speaker


def test_nobody_calls_himself_by_his_name() -> None:
    found = quotes_of("Oscar Hale left early. “It would be better for the town if Oscar Hale went,” he said.")
    assert [quote.speaker for quote in found] == [""]


def test_a_reprinted_letter_is_not_the_authors() -> None:
    text = "Edgar Reed wrote to the town:\n\nI think that the mayor is a liar.\n\nI believe that he must go."
    assert {quote.speaker for quote in quotes_of(text)} & {"the author"} == set()


def test_the_author_speaks_where_she_says_i_throughout() -> None:
    text = "I think that the dam is safe.\n\nThe town has paid for it.\n\nI believe that it will hold."
    assert {quote.speaker for quote in quotes_of(text)} == {"the author"}


def test_one_i_does_not_make_an_author() -> None:
    assert {quote.speaker for quote in quotes_of("I think that the dam is safe.\n\nThe town has paid.")} <= {""}


@pytest.mark.parametrize(
    "text",
    [
        "Oscar Hale Attacks Student: Mayor Gets Rough at the Dam\n\nThe mayor left early.",
        "Oscar Hale Orlen Speech VIDEO: The Town Has No Need of a Dam\n\nThe mayor left early.",
        "VIDEO: The dam is open.\nPHOTOS: The bridge is open.",
    ],
)
def test_a_headline_is_no_speaker(text: str) -> None:
    assert quotes_of(text) == ()


def test_turns_belong_to_names() -> None:
    found = quotes_of("Edgar Reed met Ada Kolb.\n\nREED: The dam is open today.\nKOLB: The bridge is closed today.")
    assert [quote.speaker for quote in found] == ["Edgar Reed", "Ada Kolb"]


@pytest.mark.parametrize(
    "text",
    [
        "The paper reported incorrectly that the dam had leaked.",
        "If the council continues to feel that the dam is weak, it will fall.",
        "Edgar Reed did not say that the dam was weak.",
        "Edgar Reed accepted the post on Monday.",
        "Edgar Reed pleaded guilty to a fraud charge.",
        "The council approved the bridge on Monday.",
    ],
)
def test_what_is_not_said_is_no_quote(text: str) -> None:
    assert quotes_of(text) == ()


def test_a_guess_about_somebody_is_not_his_own_word() -> None:
    found = quotes_of("Many have speculated that Edgar Reed offered to sell the dam.")
    assert all("Reed" not in quote.speaker for quote in found)


def test_a_rejected_claim_stays() -> None:
    assert [quote.speaker for quote in quotes_of("Edgar Reed dismissed the claim that the dam had leaked.")] == [
        "Edgar Reed"
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Read the full letter here:\n\nDear Ada, I know that they lie.\n\nThe dam is old.",
            "Dear Ada, I know that they lie",
        ),
        ("She wrote:\n\nWe know that they lie.\n\nThe dam is old.", "We know that they lie"),
        ("Edgar Reed wrote:\n\nWe know it.\n\nThe dam is old.", "We know it"),
        ("We wrote:\n\nWe know that they lie.\n\nThe dam is old.", ""),  # the outlet's own words
        ("The town needs three things:\n\nThe dam is old.", ""),
    ],
)
def test_what_is_printed_behind_a_colon_is_its_writers(text: str, printed: str) -> None:
    found = [text[quote.hull.start : quote.hull.end] for quote in quotes_of(text) if quote.rule.startswith("printed")]
    assert found == ([printed] if printed else [])
