"""How much of what was planted in the demo corpus the program finds. Floors only rise; a fall needs a reason.

Texts, truth and topic pack have one author, so `poles` shows that pack and program work together, not how well a pack
does on unseen articles. Quotes, mentions, voice and tone owe nothing to the pack's wordings.
"""

from __future__ import annotations

import pytest
from demo import demo_analysis
from quality.recovery import Score, score_loaded, score_mentions, score_poles, score_quotes, score_tone

pytestmark = [pytest.mark.quality, pytest.mark.engine]

# (reached, wanted)
FLOORS = {
    "poles": {"precision": (0.98, 0.95), "recall": (0.98, 0.95), "voice": (0.92, 0.95), "state": (0.94, 0.95)},
    "quotes": {
        "precision": (0.76, 0.85),
        "recall": (0.83, 0.85),
        "direct": (0.89, 0.95),
        "mixed": (0.84, 0.85),
        "indirect": (0.80, 0.80),
    },
    "mentions": {"precision": (0.97, 0.95), "recall": (0.94, 0.90), "linked": (0.99, 0.93)},
    "loaded": {"recall": (0.36, 0.60), "calm_texts_stay_calm": (0.99, 0.99)},
    # the first four events alone: .55 and .95; the eleven tones of the fifth are harder
    # .53 and .893 until two plain mentions of the president, both read as neutral, had a mean of .128, no longer .155
    "tone": {"right": (0.51, 0.60), "right_of_shown": (0.88, 0.90)},
}


def _hold(reached: dict[str, float], score: Score, name: str) -> None:
    """Fails with all figures and misses when one figure lies under its floor."""
    low = {key: (reached[key], floor) for key, (floor, _) in FLOORS[name].items() if reached[key] < floor}
    assert not low, f"{name}: (reached, floor) {low}; all: {reached}\n" + "\n".join(score.misses)


def test_poles_with_their_voice_and_state() -> None:
    score = score_poles()
    reached = {
        "precision": score.rate("right", "rows"),
        "recall": score.rate("found", "planted"),
        "voice": score.rate("voice", "found"),
        "state": score.rate("state", "found"),
    }
    _hold(reached, score, "poles")


def test_quotes_with_their_speakers() -> None:
    score = score_quotes()
    by_label = {label: score.rate(f"found_{label}", f"planted_{label}") for label in ("direct", "mixed", "indirect")}
    reached = {"precision": score.rate("right", "rows"), "recall": score.rate("found", "planted"), **by_label}
    _hold(reached, score, "quotes")


def test_mentions_and_whom_they_mean() -> None:
    score = score_mentions()
    reached = {
        "precision": score.rate("right", "rows"),
        "recall": score.rate("found", "planted"),
        "linked": score.rate("linked", "found"),
    }
    _hold(reached, score, "mentions")


def test_sign_of_the_tone_toward_main_actors() -> None:
    score = score_tone()
    _hold({"right": score.rate("right", "planted"), "right_of_shown": score.rate("right", "sign")}, score, "tone")


def test_loaded_words_of_loud_outlets_and_none_in_calm_ones() -> None:
    score = score_loaded()
    calm = 1 - score.counts["stray"] / score.counts["words"]
    _hold({"recall": score.rate("found", "planted"), "calm_texts_stay_calm": calm}, score, "loaded")


def _own(source: str, label: str) -> set[str]:
    """Wordings of a pole that a source uses in its own voice."""
    table = demo_analysis().evidence
    chosen = (table["kind"] == "cue") & (table["source"] == source) & (table["voice"] == "narrator")
    return set(table[chosen & (table["label"] == label)]["text"])


# (source, pole): the wordings that it uses in its own voice, at least
SPEAKS_ITSELF = [
    ("Caldrith Wire", "dam_operation/order", {"Order restored"}),
    ("Caldrith Wire", "accord/peace", {"historic peace agreement"}),
    ("Ardwen Bell", "dam_operation/aggression", {"dawn assault", "land grab"}),
    ("Ardwen Bell", "water/weapon", {"blockade"}),
    ("Ardwen Bell", "armed_men/heroic", {"heroic defenders", "volunteers"}),
]

# (source, pole): never its own words, whoever else says them
NEVER_ITSELF = [
    ("Caldrith Wire", "dam_operation/aggression"),
    ("Caldrith Wire", "departure/forced"),
    ("Caldrith Wire", "water/weapon"),
    ("Caldrith Wire", "accord/surrender"),
    ("Ardwen Bell", "dam_operation/order"),
    ("Ardwen Bell", "departure/voluntary"),
    ("Ardwen Bell", "water/technical"),
    ("Ardwen Bell", "accord/peace"),
    ("Haverin Press Service", "dam_operation/aggression"),
    ("Haverin Press Service", "departure/forced"),
    ("Haverin Press Service", "departure/voluntary"),
    ("Haverin Press Service", "accord/surrender"),
    ("Haverin Press Service", "accord/peace"),
    ("Haverin Press Service", "dam_operation/order"),
    ("Haverin Press Service", "water/weapon"),
    ("Haverin Press Service", "water/technical"),
    ("The Ostrell Courier", "departure/forced"),
    ("The Ostrell Courier", "dam_operation/aggression"),
    ("The Ostrell Courier", "dam_operation/order"),
]


@pytest.mark.parametrize(("source", "label", "words"), SPEAKS_ITSELF)
def test_own_words_of_an_outlet_are_called_its_own(source: str, label: str, words: set[str]) -> None:
    own = " | ".join(sorted(_own(source, label)))
    assert all(one in own for one in words), own


@pytest.mark.parametrize(("source", "label"), NEVER_ITSELF)
def test_accusations_are_never_called_the_outlets_own(source: str, label: str) -> None:
    assert _own(source, label) == set()
