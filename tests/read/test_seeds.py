"""The five real articles: no furniture stays, no sentence of the body goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.read import read_corpus
from framing.read.furniture import is_body, letters

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the real articles are not beside this checkout")

FURNITURE = (
    "must read", "advertisement", "spot_img", "more articles", "latest article", "please enter", "leave a reply",
    "required fields", "will not be published", "16 px", "copyright", "published in issue", "by sabina", "ends",
    "conflict news", "......",
)  # fmt: skip
MAY_GO = {"publishing note", "copyright", "repeated lead", "repeated title", "comment form"}


@pytest.fixture(scope="module")
def result():
    return read_corpus(SHARED / "seeds")


def raw(article):
    return (SHARED / "seeds" / f"{article.id}.txt").read_text(encoding="utf-8")


def test_all_five_are_read_without_a_word(result):
    assert len(result.articles) == 5
    assert not result.skipped and not result.warnings
    assert not any(article.duplicate_of for article in result.articles)


def test_no_furniture_is_left(result):
    for article in result.articles:
        lines = article.text.casefold().split("\n")
        left = [mark for mark in FURNITURE if mark in lines or (len(mark) > 5 and mark in article.text.casefold())]
        assert not left, (article.id, left)
        assert lines[-1] != article.source.casefold()


def test_every_sentence_of_the_body_stays(result):
    for article in result.articles:
        gone = {cut.text: cut.reason for cut in result.removed if cut.article == article.id}
        for line in filter(None, map(str.strip, raw(article).split("\n"))):
            if is_body(line) and gone.get(line) not in MAY_GO:
                dateline = next((text for text in gone if gone[text] == "dateline" and line.startswith(text)), "")
                assert line.removeprefix(dateline).strip() in article.text


def test_subheads_stay(result):
    texts = "\n".join(article.text for article in result.articles).split("\n")
    for subhead in ("Peace agreement", "Historical Context", "Future Implications", "Mediation by the USA and the EU"):
        assert subhead in texts


def test_title_stands_once_and_first(result):
    for article in result.articles:
        if article.headline:
            assert article.text.startswith(f"{article.headline}\n\n")
            assert letters(article.text).count(letters(article.headline)) == 1


def test_every_marked_quote_and_wording_is_still_there(result):
    by_file = {f"{article.id}.txt": article for article in result.articles}
    quotes = json.loads((SHARED / "gold" / "seeds_quotes.json").read_text(encoding="utf-8"))
    frames = json.loads((SHARED / "gold" / "seeds_frames.json").read_text(encoding="utf-8"))["items"]
    spans = [(q["file"], start, end) for q in quotes for start, end in q["content"] if q["core"]]
    spans += [(item["file"], item["start"], item["end"]) for item in frames]
    missing = [
        words
        for file, start, end in spans
        if letters(words := raw(by_file[file])[start:end]) not in letters(by_file[file].text)
    ]
    assert spans and not missing
