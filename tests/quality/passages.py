"""Eight invented stories with 110 facts told twice and 61 told once, marked by somebody who had not seen the program.

`python tests/quality/passages.py` prints the figures, with `-v` every pair that it shows and whether it is marked.

found        of the marked passages, those that some pair of sentences covers
first        of the first six pairs of each story, those that are marked, and how many there are (the marks are not all)
kinds_right  of the kinds of difference named in found passages, those that the reader named, too
rivals       pairs of wordings that it shows as one thing and that a reader took for one thing, too
unread       pairs of wordings that a reader took for two things, or that nobody has read yet (rivals.toml)
once         of the first three facts of each story that one outlet alone is said to tell, those in no marked passage
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import framing

STORIES = Path(__file__).parents[1] / "data" / "stories"
FIRST, ONCE = 6, 3


class Stretch(NamedTuple):
    """Words of an article, by its file."""

    file: str
    start: int
    end: int

    def meets(self, other: Stretch) -> bool:
        return self.file == other.file and self.start < other.end and other.start < self.end


class Pair(NamedTuple):
    """A marked passage or a shown one."""

    a: Stretch
    b: Stretch
    kinds: frozenset[str]

    def meets(self, other: Pair) -> bool:
        straight = self.a.meets(other.a) and self.b.meets(other.b)
        return straight or (self.a.meets(other.b) and self.b.meets(other.a))


def read_stories() -> tuple[dict[str, str], dict[str, list[Pair]]]:
    """Texts by file, and the marked passages of each story."""
    texts = {f"{path.parent.name}/{path.name}": path.read_text("utf-8") for path in sorted(STORIES.glob("*/*.txt"))}
    stories = tomllib.loads((STORIES / "planted.toml").read_text("utf-8"))["story"]
    return texts, {story["event"]: [_marked(texts, one) for one in story["passage"]] for story in stories}


def _marked(texts: dict[str, str], one: dict[str, Any]) -> Pair:
    a, b = (_stretch(texts, one[f"file_{side}"], one[f"words_{side}"]) for side in "ab")
    return Pair(a, b, frozenset(one["differs"]))


def _stretch(texts: dict[str, str], file: str, words: str) -> Stretch:
    start = texts[file].index(words)
    return Stretch(file, start, start + len(words))


def compare_stories(texts: dict[str, str]) -> framing.Comparison:
    articles = [
        framing.Article.from_text(
            text, id=file, source=Path(file).stem, event=file.split("/")[0], headline=text.split("\n", 1)[0]
        )
        for file, text in texts.items()
    ]
    return framing.compare_sources(framing.analyze(articles, packs=[]))


def shown_pairs(comparison: framing.Comparison, event: str) -> Iterator[Pair]:
    table = comparison.passages
    for row in table[table["event"] == event].to_dict("records"):
        a, b = (Stretch(row[f"article_{s}"], row[f"start_{s}"], row[f"end_{s}"]) for s in "ab")
        yield Pair(a, b, frozenset(filter(None, row["kinds"].split("; "))))


def judge_rivals(comparison: framing.Comparison) -> tuple[int, list[frozenset[str]]]:
    """How many pairs of wordings name one thing, and those of which a reader says otherwise, or nothing yet."""
    same = {frozenset(one) for one in tomllib.loads((STORIES / "rivals.toml").read_text("utf-8"))["same"]}
    table = comparison.wordings
    assert table is not None
    shown = [frozenset((a.lower(), b.lower())) for a, b in zip(table["words_a"], table["words_b"], strict=True)]
    return sum(pair in same for pair in shown), [pair for pair in shown if pair not in same]


def judge(*, verbose: bool = False) -> dict[str, Any]:
    texts, stories = read_stories()
    comparison = compare_stories(texts)
    found = hits = shown = named = right = once = twice = 0
    for event, marked in stories.items():
        pairs = list(shown_pairs(comparison, event))
        for one in marked:
            match = next((pair for pair in pairs if pair.meets(one)), None)
            found += match is not None
            named, right = (named + len(match.kinds), right + len(match.kinds & one.kinds)) if match else (named, right)
        hits += sum(any(pair.meets(one) for one in marked) for pair in pairs[:FIRST])
        shown += len(pairs[:FIRST])
        table = comparison.facts
        facts = [
            Stretch(r["article"], r["start"], r["end"])
            for r in table[table["event"] == event].to_dict("records")[:ONCE]
        ]
        once += len(facts)
        twice += sum(any(fact.meets(side) for one in marked for side in (one.a, one.b)) for fact in facts)
        for pair in pairs[:FIRST] if verbose else ():
            mark = "marked" if any(pair.meets(one) for one in marked) else "-"
            print(mark, *(texts[s.file][s.start : s.end] for s in (pair.a, pair.b)), sorted(pair.kinds), sep="\n   ")
    rivals, unread = judge_rivals(comparison)
    return {
        "rivals": rivals, "unread": [sorted(pair) for pair in unread],
        "marked": sum(map(len, stories.values())), "found": found, "first": hits, "of": shown,
        "kinds": named, "kinds_right": round(right / max(1, named), 3), "facts": once, "once": once - twice,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(judge(verbose="-v" in sys.argv)))
