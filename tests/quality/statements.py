"""Ten invented articles with every statement marked: how the readings of statements and source cards compare with them.

`python tests/quality/statements.py` prints every statement that is read wrong, and the figures. What each mark means
stands at the head of tests/data/statements/marks.toml. A statement is found when its words and the marked ones share at
least seven in ten (F1 of the words, one to one); cards are judged on the statements found.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import framing

STATEMENTS = Path(__file__).parents[1] / "data" / "statements"
LEAST_OVERLAP = 0.7  # F1 of the words of a content
SURE = 0.8  # confidence from which a statement is printed
FIELDS = ("name", "type", "title", "affiliation", "kind", "why_unnamed", "channel")

Mark = dict[str, Any]


class Found(NamedTuple):
    """A statement as read: its words, its speaker, its card and how sure the program is."""

    start: int
    words: str
    speaker: str
    label: str
    confidence: float
    card: dict[str, str]


class Pair(NamedTuple):
    """A marked statement and the one that was found for it, or None on one side."""

    file: str
    mark: Mark | None
    found: Found | None


@cache
def load_marks() -> tuple[Mark, ...]:
    """The articles with their marks."""
    return tuple(tomllib.loads((STATEMENTS / "marks.toml").read_text("utf-8"))["article"])


def read_statements() -> dict[str, list[Found]]:
    """Every statement that the program finds, by file; each once, though several actors may speak."""
    articles = []
    for one in load_marks():
        text = (STATEMENTS / one["file"]).read_text("utf-8").strip("\n")
        headline = text.split("\n", 1)[0]
        articles.append(framing.Article.from_text(text, id=one["file"], source=one["source"], headline=headline))
    texts = {article.id: article.text for article in articles}
    table = framing.analyze(articles, packs=[]).evidence
    found: dict[str, dict[str, Found]] = {article.id: {} for article in articles}
    for row in table[table["kind"] == "quote"].to_dict("records"):
        detail = json.loads(row["detail"])
        words = " … ".join(texts[row["article"]][start:end] for start, end in detail["content"])
        card = {"kind": detail["speaker_kind"], **detail.get("card", {})}
        key = f"{words} {detail['cue']}"
        if key in found[row["article"]]:  # several speak: the names of all
            before = found[row["article"]][key]
            found[row["article"]][key] = before._replace(speaker=f"{before.speaker} and {row['speaker']}")
            continue
        found[row["article"]][key] = Found(row["start"], words, row["speaker"], row["label"], row["confidence"], card)
    return {name: list(rows.values()) for name, rows in found.items()}


def overlap(one: str, two: str) -> float:
    """F1 of the words that two contents share."""
    left, right = (Counter(re.findall(r"\w+", words.lower())) for words in (one, two))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def pair_up(marks: Iterable[Mark], found: Iterable[Found], file: str) -> list[Pair]:
    """The marked and the found statements of an article, paired one to one, best overlap first."""
    marked, read = list(marks), list(found)
    scored = sorted(
        ((overlap(" ".join(m["content"]), f.words), -i, -j) for i, m in enumerate(marked) for j, f in enumerate(read)),
        reverse=True,
    )
    of_mark: dict[int, int] = {}
    for score, i, j in scored:
        if score >= LEAST_OVERLAP and -i not in of_mark and -j not in of_mark.values():
            of_mark[-i] = -j
    pairs = [Pair(file, mark, read[of_mark[i]] if i in of_mark else None) for i, mark in enumerate(marked)]
    return pairs + [Pair(file, None, one) for j, one in enumerate(read) if j not in of_mark.values()]


def is_right(field: str, mark: Mark, found: Found) -> bool:
    """Whether one field of the card is right; where a fair reader might choose, each of his choices is."""
    value = found.card.get(field, "").lower()
    if field == "name":
        return _same_name(mark["name"], found.card.get("name", found.speaker))
    if field == "title":
        return value in {title.lower() for title in mark["title"]}
    if field == "kind":
        return value in {mark["kind"], *mark.get("kind_also", ())}
    if field == "affiliation":
        return value == mark["affiliation"].lower()
    if field == "why_unnamed" and mark["why_unnamed"] not in ("", "no reason given"):
        return overlap(mark["why_unnamed"], value) >= 0.5
    return value == mark[field].lower()


def _same_name(wanted: str, read: str) -> bool:
    """Whether two readable names are one: equal, or the words of the shorter one close the other; "" for nobody."""
    one, two = (re.sub(r"^(the|unnamed .*)\b\s*", "", name.lower()).split() for name in (wanted, read))
    short, long = sorted((one, two), key=len)
    return short == long if not short else long[-len(short) :] == short


def judge(pairs: Iterable[Pair]) -> dict[str, float]:
    """The figures: precision, recall and F1 of statements in percent, and percent right of each field of the card."""
    pairs = list(pairs)
    both = [(p.mark, p.found) for p in pairs if p.mark and p.found]
    marked, read = sum(p.mark is not None for p in pairs), sum(p.found is not None for p in pairs)
    sure = [p for p in pairs if p.found and p.found.confidence >= SURE]
    figures = {
        "precision": 100 * len(both) / max(1, read),
        "recall": 100 * len(both) / marked,
        "f1": 200 * len(both) / (marked + read),
        "sure": float(len(sure)),
        "sure right": 100 * sum(bool(p.mark) and is_right("name", p.mark, p.found) for p in sure) / max(1, len(sure)),
    }
    for field in FIELDS:
        figures[field] = 100 * sum(is_right(field, mark, found) for mark, found in both) / max(1, len(both))
    told = [(mark, found) for mark, found in both if mark["why"] != "not said"]
    present = [(mark, found) for mark, found in told if found.card.get("why", "not said") != "not said"]
    figures["why present"] = 100 * len(present) / max(1, len(told))
    near = sum(overlap(mark["why_words"], found.card.get("why_words", "")) >= 0.4 for mark, found in present)
    figures["why words"] = 100 * near / max(1, len(told))
    return figures


def all_pairs() -> list[Pair]:
    """The pairs of all ten articles; one run."""
    read = read_statements()
    return [pair for one in load_marks() for pair in pair_up(one["statement"], read[one["file"]], one["file"])]


if __name__ == "__main__":
    found_pairs = all_pairs()
    for file, mark, found in found_pairs:
        if mark is None:
            print(f"{file} TOO MUCH {found.words!r} ({found.speaker}, {found.confidence})")
        elif found is None:
            print(f"{file} MISSED {' … '.join(mark['content'])!r} ({mark['name'] or mark['speaker_words']})")
        else:
            wrong = [
                f"{field} {found.card.get(field, '')!r}, not {mark[field]!r}"
                for field in FIELDS
                if not is_right(field, mark, found)
            ]
            print(
                f"{file} {'right' if not wrong else 'WRONG'} {found.words[:50]!r} {found.confidence} {'; '.join(wrong)}"
            )
    for name, figure in judge(found_pairs).items():
        print(f"{figure:6.1f}  {name}")
