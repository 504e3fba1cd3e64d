"""Subjects, doers and by-phrases on hand-made sentences."""

from __future__ import annotations

from build import parsed

from framing.syntax.roles import (
    MODIFIERS,
    by_phrase,
    dependents,
    doer_of,
    is_passive,
    object_of,
    prepositions,
    role_of,
    subject_meant,
    subject_of,
)

KILLED = parsed(
    "Two/NUM/nummod/1 men/NOUN/nsubjpass/3 were|be/AUX/auxpass/3 killed|kill/VERB/ROOT/3 by/ADP/agent/3 "
    "rebels/NOUN/pobj/4"
)
WANTS = parsed(
    "Toll/PROPN/nsubj/1 wants|want/VERB/ROOT/1 to/PART/aux/3 say/VERB/xcomp/1 and/CCONJ/cc/3 prove/VERB/conj/3"
)
BLAMED = parsed(
    "They/PRON/nsubj/1 criticised|criticise/VERB/ROOT/1 Toll/PROPN/dobj/1 for/ADP/prep/1 killing|kill/VERB/pcomp/3 "
    "sheep/NOUN/dobj/4"
)
WHO = parsed(
    "Toll/PROPN/nsubj/4 ,/PUNCT/punct/0 who/PRON/nsubj/3 lied|lie/VERB/relcl/0 left|leave/VERB/ROOT/4",
)
SON = parsed(
    "Toll/PROPN/nsubjpass/5 ,/PUNCT/punct/0 whose/DET/poss/3 son/NOUN/appos/0 "
    "was|be/AUX/auxpass/5 killed|kill/VERB/ROOT/5"
)


def test_a_passive_verb_is_done_by_whoever_follows_by() -> None:
    assert is_passive(KILLED, 3)
    assert by_phrase(KILLED, 3) == subject_of(KILLED, 3) == 5
    assert by_phrase(WANTS, 1) is None


def test_a_verb_shares_the_subject_of_the_verb_above() -> None:
    assert subject_of(WANTS, 3) == subject_of(WANTS, 5) == doer_of(WANTS, 5) == 0


def test_who_is_blamed_for_a_deed_is_its_doer() -> None:
    assert doer_of(BLAMED, 4) == 2


def test_behind_who_stands_a_noun() -> None:
    assert doer_of(WHO, 3) == 0
    assert subject_meant(SON, 0) == 3


def test_the_role_of_a_conjunct_is_that_of_the_first() -> None:
    both = parsed("Orr/PROPN/nsubj/3 and/CCONJ/cc/0 Toll/PROPN/conj/0 left|leave/VERB/ROOT/3")
    assert role_of(both, 2) == ("nsubj", 3)


def test_dependents_and_prepositions_are_asked_by_relation() -> None:
    assert dependents(KILLED, 1, MODIFIERS) == []
    assert prepositions(BLAMED, 1, {"for"}) == [3]
    assert object_of(KILLED, 4) == 5
