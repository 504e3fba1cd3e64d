"""What is held to set two wordings of one thing apart: each reason with cases that have it and cases that have not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from framing.measure.rival_pairs import RivalPair, RivalWording, UsedWords, tell_apart

VOICES = {"n": "narrator", "a": "attributed", "q": "quoted"}
GROUNDS = {"actor": ("same actor",), "other": ("one fact", "same place"), "fact": ("same word", "one fact")}
GROUNDS["word"] = (*GROUNDS["fact"], "same place")
CASES: list[tuple[str, str, str, str, dict[str, float], dict[str, float], str]] = [  # "~" marks what has valence alone
    ("hot-headed lawyer", "lawyer", "nn", "actor", {"hot-headed": -0.24}, {}, "“hot-headed” is a loaded word"),
    ("hot-headed lawyer", "lawyer", "qn", "actor", {"hot-headed": -0.24}, {}, ""),
    ("hero", "critic", "nn", "actor", {"~hero": 0.65, "hero": 0.15}, {"~critic": -0.3}, "“hero” is a loaded word"),
    ("challenger", "nominee", "nn", "actor", {"~challenger": 0.12}, {}, ""),
    ("admiral", "supporter", "nn", "actor", {}, {}, "“supporter” says the side that they take, “admiral” does not"),
    ("retired admiral", "supporter", "nq", "actor", {}, {}, ""),
    ("porter’s daughter", "secretary", "nn", "actor", {}, {}, "“daughter” says whom they belong to, “secretary”"),
    ("attorney", "lawyer", "nn", "actor", {}, {}, ""),
    ("decision", "announcement", "nn", "other", {}, {}, ""),
    ("allegations", "charges", "nn", "other", {}, {}, ""),
    ("deny", "refuse", "nn", "other", {"~deny": -0.35}, {"~refuse": -0.3}, ""),
    ("slap", "impose", "nn", "other", {"slap": -0.35}, {}, "“slap” is a loaded word"),
    ("increase", "raise", "aa", "other", {"~increase": 0.3}, {}, ""),
    ("harsh criticism", "criticism", "nn", "fact", {"harsh": -0.3, "~criticism": -0.4}, {"~criticism": -0.4}, ""),
    ("woeful showing", "showing", "nn", "word", {"woeful": -0.42}, {}, "“woeful” is a loaded word"),
    ("warm support", "support", "na", "word", {"warm": 0.3, "~support": 0.4}, {"~support": 0.4}, ""),
    ("controversial bill", "legislation", "nn", "other", {"~controversial": -0.25}, {}, ""),
    ("controversial bill", "bill", "nn", "word", {"~controversial": -0.25}, {}, ""),
    ("scandalous bill", "legislation", "nn", "other", {"scandalous": -0.4}, {}, "“scandalous” is a loaded word"),
    ("attack", "move", "nn", "other", {"~attack": -0.25}, {}, "valence of “attack”"),
    ("carnage", "attack", "nn", "other", {"carnage": -0.6}, {"~attack": -0.25}, "“carnage” is a loaded word"),
    ("woeful showing", "dismal showing", "nn", "word", {"woeful": -0.42}, {"dismal": -0.6}, ""),
    ("woeful showing", "splendid showing", "nn", "word", {"woeful": -0.42}, {"splendid": 0.6}, "“splendid” is a"),
    ("nimble Lund", "director", "nn", "actor", {"nimble": 0.6}, {}, ""),
    ("nimble director", "mayor", "nn", "actor", {"nimble": 0.6}, {}, "“nimble” is a loaded word"),
    ("measly 1,000 crowns", "1,000 crowns", "nn", "fact", {"measly": -0.15}, {}, "“measly” is a loaded word"),
    ("measly 1,000 crowns", "500 crowns", "nn", "fact", {"measly": -0.15}, {}, ""),
    ("five young guards", "five border guards", "nn", "word", {}, {}, "only one says “young”"),
    ("young vineyard", "vineyard", "nn", "word", {}, {}, ""),
]


def wording(source: str, text: str, voice: str, shades: Mapping[str, float]) -> RivalWording:
    reasons = tuple(
        (f"valence of “{word[1:]}”" if word[0] == "~" else f"“{word}” is a loaded word", weight)
        for word, weight in shades.items()
    )
    return RivalWording(
        f"{source} {text}", source, source, "e", 0, 9, "thing", "thing", "", text, text.split()[-1],
        sum(shades.values()), VOICES[voice], "", False, (), reasons,
    )  # fmt: skip


@pytest.mark.parametrize(("text", "other", "voices", "grounds", "mine", "theirs", "why"), CASES)
def test_what_sets_two_wordings_apart(
    text: str, other: str, voices: str, grounds: str, mine: dict[str, float], theirs: dict[str, float], why: str
) -> None:
    one, two = wording("a", text, voices[0], mine), wording("b", other, voices[1], theirs)
    nothing = UsedWords([])
    found = [tell_apart(RivalPair(*pair, 0.9, 0.3, GROUNDS[grounds]), nothing) for pair in ((one, two), (two, one))]
    assert found[0] == found[1], "the order of the two changes nothing"
    assert found[0].startswith(why) if why else not found[0]


def test_nothing_tells_that_the_other_outlet_says_too() -> None:
    one, two = wording("a", "woeful showing", "n", {"woeful": -0.42}), wording("b", "showing", "n", {})
    dull = wording("b", "lacklustre showing", "n", {"lacklustre": -0.35})
    assert not tell_apart(RivalPair(one, two, 0.9, 0.3, GROUNDS["word"]), UsedWords([two, dull]))
    fine = wording("b", "splendid showing", "n", {"splendid": 0.35})
    assert tell_apart(RivalPair(one, fine, 0.9, 0.3, GROUNDS["word"]), UsedWords([two, fine]))
    wife, aide, own = (wording(*one, "n", {}) for one in (("a", "wife"), ("b", "aide"), ("a", "longtime aide")))
    assert not tell_apart(RivalPair(wife, aide, 0.9, 0.3, GROUNDS["actor"]), UsedWords([wife, own]))
    assert tell_apart(RivalPair(wife, aide, 0.9, 0.3, GROUNDS["actor"]), UsedWords([wife]))


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        ("former harbour attorney", False),  # says what the other says of him
        ("former harbour lawyer", False),
        ("attorney", True),  # perhaps somebody else
        ("former harbour pilot", True),
    ],
)
def test_a_description_tells_nothing_where_its_outlet_has_the_other_one_too(elsewhere: str, told: bool) -> None:
    father, lawyer = wording("a", "devout father", "n", {}), wording("b", "former harbour lawyer", "n", {})
    other = replace(wording("a", elsewhere, "n", {}), referent="harbour")
    used = UsedWords([father, lawyer, other])
    assert bool(tell_apart(RivalPair(father, lawyer, 0.9, 0.3, GROUNDS["actor"]), used)) == told
