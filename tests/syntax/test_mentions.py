"""The index of mentions on a hand-made sentence."""

from __future__ import annotations

from build import parsed

from framing.model import Mention
from framing.syntax.mentions import ActorSpan, MentionIndex

TEXT = parsed(
    "Ada/PROPN/compound/1 Toll/PROPN/nsubj/2 left|leave/VERB/ROOT/2 ./PUNCT/punct/2",
    "She/PRON/nsubj/1 smiled|smile/VERB/ROOT/1 ./PUNCT/punct/1",
)
MENTIONS = (
    Mention(TEXT.span(0, 1), 1, "name", "toll"),
    Mention(TEXT.span(4, 4), 4, "pronoun", "toll", share=0.5),
    Mention(TEXT.span(4, 4), 4, "pronoun", "orr", share=0.5),
)
INDEX = MentionIndex(TEXT, MENTIONS)


def test_mentions_are_found_by_their_head() -> None:
    assert INDEX.by_head == {1: MENTIONS[:1], 4: MENTIONS[1:]}


def test_heads_are_found_by_actor() -> None:
    assert INDEX.heads_of == {"toll": (1, 4), "orr": (4,)}


def test_every_token_of_a_mention_knows_its_actors() -> None:
    assert INDEX.actors_at == {0: ("toll",), 1: ("toll",), 4: ("toll", "orr")}
    assert INDEX.tokens_of("name") == {0, 1}
    assert INDEX.tokens_of("title") == frozenset()


def test_a_sentence_knows_the_mentions_in_it() -> None:
    assert INDEX.in_sentence == [[ActorSpan(0, 1, "toll")], [ActorSpan(4, 4, "toll"), ActorSpan(4, 4, "orr")]]
