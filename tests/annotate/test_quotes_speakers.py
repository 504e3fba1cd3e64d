"""Who speaks, in a readable name: roles, pronouns, joint speakers, slips of spelling, people without a name."""

from __future__ import annotations

import pytest

import framing
from framing.annotate.actors import find_actors
from framing.annotate.quotes import find_quotes
from framing.model import Article, Quote
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

pytestmark = pytest.mark.engine


def last_quote(text: str) -> Quote:
    """The last quote of a text."""
    return quotes_of(text)[-1]


def quotes_of(text: str) -> tuple[Quote, ...]:
    """The quotes of a text, its actors found as in a run."""
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    mentions, actors = find_actors(parsed, load_known(), load_actor_words())
    return find_quotes(parsed, mentions, actors, load_report_verbs(), load_actor_words())


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("“The dam is safe,” said Ada Kolb, the energy minister.", "Ada Kolb", "official"),
        ("Political analyst Jon Reyes said the deal was weak.", "Jon Reyes", "expert"),
        ("Journalist Mira Stone wrote that the road was closed.", "Mira Stone", "journalist"),
        ("Farmer Tom Hill said the road was closed.", "Tom Hill", "civilian"),
        ("The defence ministry said that troops had left.", "defence ministry", "state"),
        ("France said that the talks had failed.", "France", "state"),
        ("French officials said that the talks had failed.", "unnamed French officials", "unnamed"),
        ("Analysts say that the talks will fail.", "unnamed analysts", "unnamed"),
        ("A source said that the talks would fail.", "unnamed source", "unnamed"),
        ("Ada Kolb and Jon Reyes said that the dam was safe.", "Ada Kolb and Jon Reyes", "person"),
        ("Ada Kolb met Jon Reyes. Kolb said that the dam was safe.", "Ada Kolb", "person"),
        ("Political analyst Jon Reyes said the deal was weak. He added that talks would fail.", "Jon Reyes", "expert"),
    ],
)
def test_speaker(text: str, speaker: str, kind: str) -> None:
    quote = last_quote(text)
    assert (quote.speaker, quote.speaker_kind) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "An agency official said the dam held. Ada Kolb, an official, agreed. The official said it would last.",
            "Ada Kolb",
        ),
        ("Sen. Ada Kolb said the dam held. The official said it would last.", "unnamed official"),
        ("Sen. Ada Kolb said the dam held. The senator said it would last.", "Ada Kolb"),
        (
            "Sen. Ada Kolb said the dam held. The former governor of Orlen said it would last.",
            "former governor of Orlen",
        ),
        (
            "A Korvex spokeswoman said the pipe held. Jon Reyes, a spokesman for Orlen Water, said it broke. "
            "The spokeswoman said it would last.",
            "unnamed Korvex spokeswoman",
        ),
        (
            "Jon Reyes, a spokesman for Korvex, said it broke. The Orlen spokesman said it would last.",
            "unnamed Orlen spokesman",
        ),
        ("Ada Kolb climbed onto a drum. “The dam will hold,” the engineer said.", "Ada Kolb"),
        ("Ada Kolb rowed with Edda Frome. “Nobody is stronger than I am,” Kolb joked.", "Ada Kolb"),
        ("Jon Reyes, a lawyer, said it broke. The lawyer who sued the town said it would last.", "unnamed lawyer"),
        (
            "Ada Kolb, an engineer, said the dam held. The mayor said it would last. The engineer said it would not.",
            "Ada Kolb",
        ),
    ],
)
def test_a_description_stands_for_whom_it_described_before(text: str, speaker: str) -> None:
    assert last_quote(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gov. Ada Kolb said the dam was safe.", "official"),
        ("Ada Kolb, a Republican, said the dam was safe.", "official"),
        ("Ada Kolb, director of the dam trust, said it was safe.", "person"),
        ("Ada Kolb, the district attorney, said the dam was safe.", "official"),
        ("Ada Kolb, an Orlen attorney, said the dam was safe.", "expert"),
        ("Ada Kolb, an economist, said the dam was safe.", "expert"),
    ],
)
def test_kind_of_a_named_speaker(text: str, kind: str) -> None:
    assert last_quote(text).speaker_kind == kind


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", "neutral"),
        ("claimed", "doubting"),
        ("admitted", "conceding"),
        ("denied", "denying"),
        ("noted", "endorsing"),
    ],
)
def test_stance_of_the_cue(verb: str, stance: str) -> None:
    assert last_quote(f"Ada Kolb {verb} that the dam was safe.").stance == stance


def test_joint_speakers_are_both_actors() -> None:
    quote = last_quote("Premier Ada Kolb and Jon Reyes said that the dam was safe.")
    assert len(quote.actors) == 2
    assert quote.card is not None and quote.card.title == ""  # he is no premier


def test_officials_of_a_state_speak_for_its_side() -> None:
    assert last_quote("French officials said that the talks had failed.").actors == ("FR",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Kolb calls for $275 million - half of what Jon Reyes has advocated.", "$275 million"),
        ("Ada Kolb said the town had paid, a fact later confirmed by the bank.", "the town had paid"),
        ("Ada Kolb said that the price would fall and praised efforts by Jon Reyes.", "that the price would fall"),
        ("The dam will hold, even if it rains, Ada Kolb said.", "The dam will hold, even if it rains"),
    ],
)
def test_what_the_outlet_adds_is_not_said(text: str, words: str) -> None:
    quote = quotes_of(text)[0]
    assert text[quote.hull.start : quote.hull.end].rstrip(",.") == words


def test_a_role_told_as_if_known_may_be_somebody_with_a_name():
    said = {"The lawyer": True, "The town's lawyer": True, "A lawyer": False, "Two lawyers": False, "Officials": False}
    articles = [
        framing.Article.from_text(f"{who} said on Monday that the bridge was safe.", id=str(n), source="x")
        for n, who in enumerate(said)
    ]
    rows = framing.analyze(articles, packs=[]).evidence
    rows = rows[(rows["kind"] == "quote") & rows["speaker"].str.startswith("unnamed ")]
    found = {int(row["article"]): '"given": true' in row["detail"] for row in rows.to_dict("records")}
    assert [found.get(n) for n in range(len(said))] == list(said.values())
