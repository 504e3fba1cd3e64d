"""Who speaks, in a readable name: roles, pronouns, joint speakers, slips of spelling, people without a name."""

from __future__ import annotations

import pytest

from framing.annotate.actors import find_actors
from framing.annotate.quotes import find_quotes
from framing.annotate.quotes.guesses import letters_apart
from framing.model import Article, Quote
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

pytestmark = pytest.mark.engine


def last_quote(text: str) -> Quote:
    """The last quote of a text, its actors found as in a run."""
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    mentions, actors = find_actors(parsed, load_known())
    return find_quotes(parsed, mentions, actors, load_report_verbs())[-1]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("“The dam is safe,” said Ada Kolb, the energy minister.", "Ada Kolb", "official"),
        ("Political analyst Jon Reyes said the deal was weak.", "Jon Reyes", "expert"),
        ("Journalist Mira Stone wrote that the road was closed.", "Mira Stone", "journalist"),
        ("Farmer Tom Hill said the road was closed.", "Tom Hill", "civilian"),
        ("The defence ministry said that troops had left.", "defence ministry", "organisation"),
        ("France said that the talks had failed.", "France", "country"),
        ("French officials said that the talks had failed.", "unnamed French officials", "unnamed"),
        ("Analysts say that the talks will fail.", "unnamed analysts", "unnamed"),
        ("A source said that the talks would fail.", "unnamed source", "unnamed"),
        ("Ada Kolb and Jon Reyes said that the dam was safe.", "Ada Kolb and Jon Reyes", "official"),
        ("Ada Kolb met Jon Reyes. Kolb said that the dam was safe.", "Ada Kolb", "official"),
        ("Political analyst Jon Reyes said the deal was weak. He added that talks would fail.", "Jon Reyes", "expert"),
    ],
)
def test_speaker(text: str, speaker: str, kind: str) -> None:
    quote = last_quote(text)
    assert (quote.speaker, quote.speaker_kind) == (speaker, kind)


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
    assert len(last_quote("Ada Kolb and Jon Reyes said that the dam was safe.").actors) == 2


def test_officials_of_a_state_speak_for_its_side() -> None:
    assert last_quote("French officials said that the talks had failed.").actors == ("FR",)


@pytest.mark.parametrize(("one", "other", "apart"), [("bredikov", "berdikov", 2), ("a", "a", 0), ("", "abc", 3)])
def test_letters_apart(one: str, other: str, apart: int) -> None:
    assert letters_apart(one, other) == apart
