"""Numbers in figures and in words, with what they count."""

from __future__ import annotations

import pytest
from build import parsed

from framing.syntax.numbers import number_at
from framing.syntax.stems import stem_of


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Twelve/NUM/nummod/1 miners/NOUN/nsubj/2 left/VERB/ROOT/2", 12.0, "miners"),
        ("1.4m/NUM/nummod/1 crowns/NOUN/nsubj/2 went/VERB/ROOT/2", 1.4e6, "crowns"),
        ("9/NUM/compound/1 million/NUM/nummod/2 crowns/NOUN/nsubj/3 went/VERB/ROOT/3", 9e6, "crowns"),
        ("Fifty/NUM/nummod/3 -/PUNCT/punct/0 two/NUM/nummod/3 rebels/NOUN/nsubj/4 left/VERB/ROOT/4", 52.0, "rebels"),
        ("Twenty-two/NUM/nummod/1 dockers/NOUN/nsubj/2 left/VERB/ROOT/2", 22.0, "dockers"),
        ("400-crown/ADJ/amod/1 bonus/NOUN/nsubj/2 came/VERB/ROOT/2", 400.0, "crown"),
        ("1,000/NUM/nummod/1 young/ADJ/amod/2 men/NOUN/nsubj/3 came/VERB/ROOT/3", 1000.0, "men"),
        ("6/NUM/nummod/1 %/NOUN/nsubj/2 left/VERB/ROOT/2", 6.0, "%"),
    ],
)
def test_a_number_and_what_it_counts(sentence: str, value: float, unit: str) -> None:
    text = parsed(sentence)
    found = number_at(text, 0, len(text))
    assert found is not None
    assert (found.value, found.unit) == (pytest.approx(value), unit)


def test_words_that_are_no_numbers() -> None:
    text = parsed("The/DET/det/1 tenants/NOUN/nsubj/2 left/VERB/ROOT/2")
    assert [number_at(text, token, len(text)) for token in range(len(text))] == [None] * 3


def test_words_of_one_family_share_a_stem() -> None:
    assert stem_of("accusation") == stem_of("accuse")
    assert stem_of("resignation") == stem_of("resign")
    assert stem_of("rain") != stem_of("train")
