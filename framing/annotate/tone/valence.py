"""Word valence from VADER's list, told apart by how far a word stands from the mention in the parse.

Source: C. J. Hutto and E. Gilbert, "VADER: a parsimonious rule-based model for sentiment analysis of social media
text", ICWSM 2014; lexicon of the MIT-licensed package vaderSentiment 3.3.2.
"""

from __future__ import annotations

from functools import cache


@cache
def load_valences() -> dict[str, float]:
    """VADER's valence of each listed word, in [-4, 4]; emoticons are left out."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    lexicon = SentimentIntensityAnalyzer().lexicon
    return {word: float(value) for word, value in lexicon.items() if word.isalpha()}
