"""Capitals, datelines and paragraphs on hand-made sentences."""

from __future__ import annotations

from build import parsed

from framing.model import Article, Parsed
from framing.syntax.shapes import (
    after_dateline,
    are_capitalised,
    before_marks,
    find_paragraphs,
    is_capital_by_place,
    is_title_case,
    same_line,
)

HEAD = parsed("Strike/PROPN/nsubj/1 Costs/VERB/ROOT/1 Harwick/PROPN/compound/3 Docks/PROPN/dobj/1 Millions/NOUN/dobj/1")
PLAIN = parsed("Then/ADV/advmod/2 Toll/PROPN/nsubj/2 left|leave/VERB/ROOT/2 ./PUNCT/punct/2")


def test_headlines_in_title_case_are_seen() -> None:
    assert is_title_case(HEAD, 0)
    assert not is_title_case(PLAIN, 0)


def test_short_words_do_not_make_a_title() -> None:
    assert are_capitalised(["The", "Strike", "of", "Dockers", "Costs"], least=3, share=1.0)
    assert not are_capitalised(["The", "Strike", "of", "Dockers"], least=3, share=1.0)


def test_a_capital_at_the_opening_or_in_a_title_says_nothing() -> None:
    assert is_capital_by_place(PLAIN, 0)
    assert not is_capital_by_place(PLAIN, 1)
    assert is_capital_by_place(HEAD, 2)


def test_a_sentence_begins_after_its_dateline() -> None:
    line = parsed("MARN/PROPN/nsubj/3 —/PUNCT/punct/3 Toll/PROPN/nsubj/3 left|leave/VERB/ROOT/3")
    assert after_dateline(line, 0, 4) == 2
    assert after_dateline(PLAIN, 0, 4) == 0


def two_lines() -> Parsed:
    """Two words, a newline between them."""
    return Parsed(
        article=Article.from_text("Go.\nStay", id="a", source="s"),
        starts=(0, 2, 4),
        ends=(2, 3, 8),
        words=("Go", ".", "Stay"),
        lowers=("go", ".", "stay"),
        lemmas=("go", ".", "stay"),
        pos=("VERB", "PUNCT", "VERB"),
        tags=("VB", ".", "VB"),
        deps=("ROOT", "punct", "ROOT"),
        heads=(0, 0, 2),
        sentences=((0, 2), (2, 3)),
    )


def test_a_newline_parts_paragraphs() -> None:
    assert find_paragraphs(two_lines()) == [(0, 1), (2, 2)]
    assert find_paragraphs(PLAIN) == [(0, 3)]
    assert not same_line(two_lines(), 1, 2)


def test_marks_are_passed_over_up_to_a_stop() -> None:
    text = parsed("Toll/PROPN/nsubj/1 left|leave/VERB/ROOT/1 ,/PUNCT/punct/1 “/PUNCT/punct/1 Birk/PROPN/dobj/1")
    assert before_marks(text, 4, {","}) == 2
    assert before_marks(text, 4, {"."}) == 1
    assert before_marks(text, 0, {"."}) == -1
