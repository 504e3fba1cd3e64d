"""A claim taken to court is the claim of whoever takes it there."""

from __future__ import annotations

import pytest

from framing.annotate.actors import find_actors
from framing.annotate.quotes import find_quotes
from framing.annotate.voice import find_voices, voice_at
from framing.model import Article, Span
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

VERBS = load_report_verbs()
pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Norland lodged a genocide case against Sudland on Monday.", "genocide", "attributed", "Norland"),
        ("The union filed a discrimination complaint.", "discrimination", "attributed", "The union"),
        ("Police filed a stalking charge against him.", "stalking", "attributed", "Police"),
        ("The genocide case shook the country.", "genocide", "narrator", ""),
        ("She filed a long report on the genocide.", "genocide", "narrator", ""),
    ],
)
def test_a_claim_at_law_has_a_claimant(text: str, words: str, voice: str, speaker: str) -> None:
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    start = text.index(words)
    layer = voice_at(find_voices(parsed, (), VERBS), Span(start, start + len(words)))
    assert (layer.voice, layer.speaker) == (voice, speaker)


def test_what_something_is_described_as_is_the_speakers_word() -> None:
    text = "Ada Kolb described the action as a mission to restore order."
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    mentions, actors = find_actors(parsed, load_known(), load_actor_words())
    layers = find_voices(parsed, find_quotes(parsed, mentions, actors, VERBS, load_actor_words()), VERBS)
    for words in ("mission", "restore order"):
        start = text.index(words)
        layer = voice_at(layers, Span(start, start + len(words)))
        assert (layer.voice, layer.speaker) == ("attributed", "Ada Kolb")
