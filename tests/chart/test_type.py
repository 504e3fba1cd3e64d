"""Words are measured with the fonts that print them."""

from __future__ import annotations

import pytest

from framing.chart.type import clip_text, missing_letters, text_width, wrap_text


@pytest.mark.parametrize("name", ["Bakı", "Գյումրի", "თბილისი", "Москва", "تهران", "ירושלים", "Ąžuolas", "Αθήνα"])
def test_fonts_hold_the_scripts_of_the_region(name: str) -> None:
    assert missing_letters(name) == ""


def test_missing_letters_are_named_once() -> None:
    assert missing_letters("北京, 北京 and 서울") == "".join(sorted("北京서울"))


def test_width_grows_with_size_and_weight() -> None:
    assert text_width("word", 16) == pytest.approx(2 * text_width("word", 8))
    assert text_width("word", 8, bold=True) > text_width("word", 8)
    assert text_width("", 8) == 0.0


def test_marks_of_direction_take_no_room() -> None:
    assert text_width("\u202eword\u202c", 8) == text_width("word", 8)


def test_clipped_text_fits_and_says_so() -> None:
    clipped = clip_text("a very long name of an organisation", 60, 8)
    assert clipped.endswith("…") and text_width(clipped, 8) <= 60
    assert clip_text("short", 60, 8) == "short"


def test_wrapped_text_keeps_words_and_fits() -> None:
    lines = wrap_text("one two three four five six seven", 50, 8, lines=9)
    assert " ".join(lines) == "one two three four five six seven"
    assert all(text_width(line, 8) <= 50 for line in lines)
    assert len(wrap_text("x" * 500, 50, 8)) == 1
