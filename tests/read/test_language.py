"""The whole text decides, and what cannot be told is taken."""

from __future__ import annotations

import pytest
from read.texts import GERMAN, STORM, TALKS

from framing.read.language import refuse_foreign, tell_language
from framing.read.records import Unusable


@pytest.mark.parametrize(
    "text", [TALKS, STORM, "Talks end", "Ministers met.", "", "Große Koalition? Not in Port Sand, says Weiß"]
)
def test_english_and_short_texts_pass(text):
    assert tell_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        ("Правительство объявило в понедельник, что переговоры продолжатся осенью.", "Russian"),
        ("Les ministres des deux rives se sont réunis vendredi. Ils ont parlé du détroit, du phare et du prix du pain "
         "pendant neuf heures, et personne n’a voulu dire ensuite ce qui avait été décidé.", "French"),
    ],
)  # fmt: skip
def test_other_languages_are_named(text, language):
    with pytest.raises(Unusable, match=language) as caught:
        refuse_foreign(tell_language(text))
    assert "--language-check off" in caught.value.remedy


def test_foreign_headline_or_quote_does_not_decide():
    text = f"Der Leuchtturm und die Minister\n\n{TALKS} “Das ist nicht unser Brot”, stand auf einem Schild."
    assert tell_language(text) == "en"
