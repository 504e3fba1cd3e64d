"""Copies are marked, rewritten stories are not."""

from __future__ import annotations

import random
from dataclasses import replace

from framing.model import Article
from framing.read import duplicates
from framing.read.duplicates import mark_duplicates

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "st", "l")]


def story(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def article(id: str, text: str, date: str = "", headline: str = "") -> Article:
    return Article(id=id, source=id, text=f"{headline}\n\n{text}" if headline else text, headline=headline, date=date)


def edited(text: str, every: int) -> str:
    return " ".join(word if n % every else "edited" for n, word in enumerate(text.split(), start=1))


def marks(articles):
    return {a.id: a.duplicate_of for a in mark_duplicates(articles)}


def test_copy_with_another_headline_points_to_the_earliest():
    text = story(1)
    articles = [
        article("a", text, "2024-05-04", "One"),
        article("b", text, "2024-05-03", "Two"),
        article("c", story(2)),
    ]
    assert marks(articles) == {"a": "b", "b": "", "c": ""}


def test_article_without_a_date_comes_last_and_ids_decide():
    text = story(1)
    assert marks([article("a", text), article("b", text, "2024-05-03"), article("c", text)]) == {
        "a": "b",
        "b": "",
        "c": "b",
    }


def test_lightly_edited_copy_is_marked_and_rewritten_story_is_not():
    text = story(1)
    assert marks([article("a", text), article("b", edited(text, 40))])["b"] == "a"
    assert marks([article("a", text), article("b", edited(text, 8))])["b"] == ""


def test_quoting_the_same_statement_makes_no_copy():
    statement = story(9, 40)
    assert marks([article("a", story(1) + " " + statement), article("b", story(2) + " " + statement)])["b"] == ""


def test_texts_shorter_than_a_shingle():
    assert marks([article("a", "Four words stand here"), article("b", "Four words stand here")])["b"] == "a"
    assert marks([article("a", ""), article("b", "")])["b"] == ""


def test_order_changes_nothing():
    articles = [article(f"a{n}", story(n // 3), f"2024-05-0{1 + n % 3}") for n in range(12)]
    shuffled = random.Random(5).sample(articles, len(articles))
    assert marks(articles) == marks(shuffled)


def test_every_copy_points_to_an_original():
    articles = [article(f"a{n:02}", edited(story(1), 60 - n)) for n in range(40)]
    found = marks(articles)
    assert all(found[original] == "" for original in found.values() if original)


def test_large_collections_give_the_same_marks(monkeypatch):
    articles = [article(f"a{n:02}", edited(story(n % 20), 30 + n)) for n in range(60)]
    exact = marks(articles)
    monkeypatch.setattr(duplicates, "EXACT_UP_TO", 0)
    assert marks(articles) == exact
    assert sum(map(bool, exact.values())) == 40


def test_boilerplate_on_many_pages_makes_no_copies():
    closing = story(99, 60)
    articles = [article(f"a{n:03}", f"{story(n)} {closing}") for n in range(80)]
    assert not any(marks(articles).values())


def test_marking_again_changes_nothing():
    articles = mark_duplicates([article("a", story(1)), article("b", story(1))])
    assert mark_duplicates(articles) == articles
    assert mark_duplicates([replace(articles[1])])[0].duplicate_of == "a"
