"""Scores in words, and the audit that exchanges names."""

from __future__ import annotations

import pytest
from build import parsed
from sample_tone import SHOT, mention

from framing.annotate.tone import find_tones
from framing.annotate.tone.audit import audit_swaps, heaviest_features, in_words
from framing.model import Article, Mention, Span
from framing.packs.tone import load_tone
from framing.parse import parse_article


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("subj>lie", "‘Fisk’ as subject of *lie*"),
        ("obj>!accuse", "‘Fisk’ as object of *not* *accuse*"),
        ("mod>corrupt", "*corrupt* before ‘Fisk’"),
        ("poss>lie", "*lie* that belongs to ‘Fisk’"),
        ("subj.obj>fraud", "*fraud* with ‘Fisk’ as the one who acts (object)"),
        ("against>protest", "*protest* before ‘against Fisk’"),
        ("subj.obj>NAME", "another name with ‘Fisk’ as the one who acts (object)"),
        ("sent:war", "*war* in the same sentence as ‘Fisk’"),
        ("build", "the build of the sentence (place, length, quotation)"),
        ("base", "where every sentence starts"),
    ],
)
def test_features_are_told_in_words(feature: str, words: str) -> None:
    assert in_words(feature, "Fisk") == words


def test_heaviest_features_add_up_over_tones() -> None:
    text = parsed(SHOT.format("Fisk", "Holt"))
    tones = find_tones(text, [mention(text, "Fisk")], load_tone()) * 2
    heavy = heaviest_features(tones, limit=1)[0]
    assert heavy.feature == "subj>shoot"
    assert heavy.tones == 2
    assert heavy.total == pytest.approx(2 * abs(heavy.mean))


@pytest.mark.engine
def test_names_exchanged_in_plain_sentences_move_no_tone() -> None:
    text = "Putin condemned the attack on Monday. Obama praised the brave doctors. Putin lied to the committee."
    article = parse_article(Article.from_text(text, id="a", source="s"))
    mentions = [
        Mention(Span(start, start + 5), article.tokens_in(Span(start, start + 5))[0], "name", text[start : start + 5])
        for start in (0, text.index("Obama"), text.rindex("Putin"))
    ]
    swaps = audit_swaps([(article, mentions)], load_tone())
    assert [(swap.actor, swap.name, swap.mentions) for swap in swaps] == [("Putin", "Obama", 2), ("Obama", "Putin", 1)]
    assert all(abs(swap.shift) <= 0.01 and swap.changed == 0 for swap in swaps)


def test_an_audit_of_nothing_is_empty() -> None:
    assert audit_swaps([], load_tone()) == ()
    assert heaviest_features([]) == ()
