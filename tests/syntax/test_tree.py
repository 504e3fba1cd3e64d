"""Heads, antecedents, clauses and noun phrases on hand-made sentences."""

from __future__ import annotations

from build import parsed

from framing.syntax.tree import antecedent, clause_of, head_of, head_of_name, is_among, is_below, noun_phrase_of

PUTIN = parsed(
    "Russian/ADJ/amod/1 President/PROPN/compound/3 Vladimir/PROPN/compound/3 Putin/PROPN/nsubj/4 "
    "left|leave/VERB/ROOT/4 ./PUNCT/punct/4"
)
OFFICIALS = parsed(
    "The/DET/det/1 officials/NOUN/nsubj/7 ,/PUNCT/punct/1 who/PRON/nsubj/6 never/ADV/neg/6 once/ADV/advmod/6 "
    "spoke|speak/VERB/relcl/1 left|leave/VERB/ROOT/7"
)
BROKEN = parsed("Glenn/PROPN/nsubj/2 Beck/PROPN/nsubj/2 said|say/VERB/ROOT/2")


def test_the_head_of_a_span_hangs_outside() -> None:
    assert head_of(PUTIN, 1, 3) == head_of_name(PUTIN, 1, 3) == 3


def test_of_a_name_that_the_parse_breaks_the_surname_is_the_head() -> None:
    assert head_of(BROKEN, 0, 1) == 0
    assert head_of_name(BROKEN, 0, 1) == 1


def test_a_relative_pronoun_stands_for_the_noun_before_its_clause() -> None:
    assert antecedent(OFFICIALS, 3) == 1
    assert antecedent(OFFICIALS, 1) == 1


def test_the_clause_of_a_word_is_its_verb() -> None:
    assert clause_of(PUTIN, 1) == 4
    assert clause_of(OFFICIALS, 3) == 6


def test_below_is_anywhere_under() -> None:
    assert is_below(OFFICIALS, 4, 1)
    assert is_below(OFFICIALS, 4, 4)
    assert not is_below(OFFICIALS, 7, 1)


def test_a_word_is_among_others_as_it_stands_or_by_its_lemma() -> None:
    assert is_among(PUTIN, 4, {"leave"})
    assert is_among(PUTIN, 4, {"left"})
    assert not is_among(PUTIN, 4, {"leaves"})


def test_a_noun_phrase_ends_before_a_relative_clause_and_keeps_out_of_other_words() -> None:
    assert noun_phrase_of(OFFICIALS, 1) == (0, 1)
    assert noun_phrase_of(PUTIN, 3) == (0, 3)
    assert noun_phrase_of(PUTIN, 3, keep_out=((0, 0),)) == (1, 3)
