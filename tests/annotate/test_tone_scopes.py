"""What a sentence hides from one mention, on sentences built by hand. No parser is loaded."""

from __future__ import annotations

import pytest
from build import parsed
from sample_tone import PASSIVE, mention

from framing.annotate.tone.reading import read_sentence
from framing.annotate.tone.roles import roles_of
from framing.annotate.tone.scopes import Scopes, find_scopes
from framing.model import Parsed
from framing.packs.tone import load_tone_words

WORDS = load_tone_words()
CONDEMNED = (
    "Holt/PROPN/nsubj/1 condemned|condemn/VERB/ROOT/1 the/DET/det/3 massacre/NOUN/dobj/1 in/ADP/prep/3 "
    "Lund/PROPN/pobj/4 ./PUNCT/punct/1"
)
SAVED = (
    "Holt/PROPN/nsubj/3 would/AUX/aux/3 have/AUX/aux/3 spared|spare/VERB/ROOT/3 ruined|ruined/ADJ/amod/5 "
    "homes|home/NOUN/dobj/3 ./PUNCT/punct/3"
)
UNTRUE = (
    "It/PRON/nsubj/1 is|be/AUX/ROOT/1 untrue/ADJ/acomp/1 that/SCONJ/mark/5 Holt/PROPN/nsubj/5 lies|lie/VERB/ccomp/1 "
    "./PUNCT/punct/1"
)
TRUE = UNTRUE.replace("untrue", "true")
NOBODY_DOUBTS = (
    "Nobody/PRON/nsubj/1 doubts|doubt/VERB/ROOT/1 that/SCONJ/mark/4 Holt/PROPN/nsubj/4 lies|lie/VERB/ccomp/1 "
    "./PUNCT/punct/1"
)
DROPPED = (
    "They/PRON/nsubj/1 dropped|drop/VERB/ROOT/1 the/DET/det/3 charges|charge/NOUN/dobj/1 against/ADP/prep/3 "
    "Holt/PROPN/pobj/4 ./PUNCT/punct/1"
)
RISK = (
    "It/PRON/nsubj/1 puts|put/VERB/ROOT/1 Holt/PROPN/dobj/1 at/ADP/prep/1 grave/ADJ/amod/5 risk/NOUN/pobj/3 "
    "./PUNCT/punct/1"
)
FOR = (
    "They/PRON/nsubj/1 impeached|impeach/VERB/ROOT/1 Holt/PROPN/dobj/1 for/ADP/prep/1 abuse/NOUN/pobj/3 ./PUNCT/punct/1"
)


def scopes(sentence: str) -> tuple[Parsed, Scopes]:
    text = parsed(sentence)
    head = mention(text, "Holt").head
    return text, find_scopes(text, head, roles_of(text, head), read_sentence(text, 0, WORDS))


@pytest.mark.parametrize(
    ("sentence", "kind", "hidden"),
    [
        (CONDEMNED, "opposes.bad", {"the", "massacre", "in", "Lund"}),
        (SAVED, "unreal", {"would", "have", "spared", "ruined", "homes", "."}),
        (UNTRUE, "denied", {"It", "is", "untrue", "that", "lies", "."}),
        (DROPPED, "cleared", {"They", "dropped", "the", "charges", "against", "."}),
        (RISK, "hurt", {"It", "puts", "Holt", "at", "grave", "risk", "."}),
        (PASSIVE.format("Fisk", "Holt"), "hurt", {"Holt", "was", "shot", "by", "Fisk", "."}),
    ],
)
def test_a_scope_hides_what_is_not_said_of_the_mention(sentence: str, kind: str, hidden: set[str]) -> None:
    text, found = scopes(sentence)
    assert kind in {name for name, _ in found.kinds}
    assert {text.words[place] for place in found.hidden} == hidden


@pytest.mark.parametrize("sentence", [TRUE, NOBODY_DOUBTS, FOR])
def test_what_is_asserted_of_the_mention_stays(sentence: str) -> None:
    _, found = scopes(sentence)
    assert not found.hidden
    assert not {"denied", "cleared", "hurt"} & {name for name, _ in found.kinds}


def test_the_scope_is_the_mentions_own() -> None:
    text = parsed(PASSIVE.format("Fisk", "Holt"))
    head = mention(text, "Fisk").head
    found = find_scopes(text, head, roles_of(text, head), read_sentence(text, 0, WORDS))
    assert not found.hidden
