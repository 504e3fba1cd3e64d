"""Deeds are no statements: what somebody does, wants or ponders stays below the confidence from which names count."""

from __future__ import annotations

import pytest

from framing.annotate.quotes import find_quotes
from framing.annotate.voice import find_voices, index_voices
from framing.annotate.voice.naming import naming_voices
from framing.evidence.sources import UNSURE_BELOW
from framing.model import Article, Span, VoiceSpan
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_articles

pytestmark = pytest.mark.engine
DEEDS = (
    "The dockers at the smaller port refused to unload two ships that had been sent there.",
    "The ministry agreed to hand over four villages on the border.",
    "The prime minister defended this decision in front of a large crowd.",
    "The government is weighing whether to use soldiers to move the food.",
    "The company decided to close the plant at the end of the year.",
    "The union plans to march through the town on Friday.",
    "The minister wants everybody to calm down.",
    "Both countries recognised the border that was drawn in May.",
    "The council hopes to open the bridge before the winter.",
    "The mayor supports the new tunnel under the river.",
)
STATEMENTS = (
    "The company attributes the drop to repairs at its largest plant.",
    "The prime minister defended the deal as a painful but necessary measure.",
    "The union vowed to fight the closure in every court.",
    "The council hopes that the bridge will open before the winter.",
    "The ministry denied that it had agreed to anything.",
    "The mayor praised the new tunnel as a gift to the town.",
    "The board announced that it had decided to close the plant.",
    "The minister said she wanted everybody to calm down.",
    "The envoy urged both sides to talk.",
    "The court asked whether soldiers had been used.",
)


def confidences(texts: tuple[str, ...]) -> list[float]:
    """The highest confidence of a quote in each text, 0 where there is none."""
    verbs, people = load_report_verbs(), load_actor_words()
    articles = [Article.from_text(text, id=str(number), source="Daily") for number, text in enumerate(texts)]
    read = list(parse_articles(articles))
    found = [find_quotes(parsed, (), (), verbs, people) for parsed in read]
    return [max((quote.confidence for quote in quotes), default=0.0) for quotes in found]


def test_a_deed_is_unsure_and_a_statement_is_not() -> None:
    deeds = [text for text, sure in zip(DEEDS, confidences(DEEDS), strict=True) if sure >= UNSURE_BELOW]
    words = [text for text, sure in zip(STATEMENTS, confidences(STATEMENTS), strict=True) if sure < UNSURE_BELOW]
    assert (deeds, words) == ([], [])


NAMED = (
    "The government calls this a security operation.",
    "The board has begun scheduled maintenance of two turbines, in the course of which the flow will fall, it said.",
)


def test_only_what_tells_a_deed_is_named_by_the_outlet() -> None:
    """A statement that is not surely read is still not the outlet's own words."""
    verbs, people = load_report_verbs(), load_actor_words()
    texts = (*NAMED, DEEDS[2], DEEDS[8])
    articles = [Article.from_text(text, id=str(number), source="Daily") for number, text in enumerate(texts)]
    read = list(parse_articles(articles))
    found = [find_quotes(parsed, (), (), verbs, people) for parsed in read]
    assert [[quote.deed for quote in quotes] for quotes in found] == [[False], [False], [True], [True]]
    stretches = [(VoiceSpan(quotes[0].hull, "attributed", quotes[0].speaker, ()),) for quotes in found]
    kept = [bool(naming_voices(*all_of_it)) for all_of_it in zip(read, stretches, found, strict=True)]
    assert kept == [True, True, False, False]


ASIDE = "The mayor said the brawl would not delay the vote, which drew thieves and thugs to the square."
TOPIC = "The mayor criticised the reckless cuts."
CLAIM = "The mayor alleged reckless cuts."


def test_an_aside_and_a_known_topic_are_named_by_the_outlet() -> None:
    verbs, people = load_report_verbs(), load_actor_words()
    articles = [Article.from_text(text, id=text[:30], source="Daily") for text in (ASIDE, TOPIC, CLAIM)]
    whose = []
    for parsed, word in zip(parse_articles(articles), ("thugs", "cuts", "cuts"), strict=True):
        quotes = find_quotes(parsed, (), (), verbs, people)
        start = parsed.article.text.index(word)
        named = index_voices(naming_voices(parsed, find_voices(parsed, quotes, verbs), quotes))
        whose.append(named(Span(start, start + len(word))).voice)
    assert whose == ["narrator", "narrator", "attributed"]
