"""Forty texts with every hard name marked: how the readings of names compare with them.

`python tests/quality/who.py` prints every text with what is wrong in it.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import framing
from framing.pipeline import Known, find_roster

WHO = Path(__file__).parents[1] / "data" / "who" / "texts.toml"


class Marked(NamedTuple):
    """A mention as marked, and the actors to whom the program gives it ("" when it found none)."""

    text: str
    words: str
    who: str
    sure: bool
    allowed: frozenset[str]  # other people whom a reader might mean, where it cannot be told
    actors: frozenset[str]
    doubted: frozenset[str]  # actors whose bare name this may be, as the program says


class Verdict(NamedTuple):
    """What is wrong with the mentions of one text, in words."""

    text: str
    merged: tuple[str, ...]  # two people in one actor
    wrong: tuple[str, ...]  # a mention given to another actor than its person's, or to anybody when it is nobody's
    missed: tuple[str, ...]
    marked: int

    @property
    def right(self) -> bool:
        """Nobody is wrongly named, and at most one mention in six is missed."""
        return not self.merged and not self.wrong and 6 * len(self.missed) <= self.marked


@cache
def load_texts() -> list[dict[str, Any]]:
    """The texts with their marks."""
    return tomllib.loads(WHO.read_text("utf-8"))["text"]


def spans_of(text: str, words: str, number: int) -> tuple[int, int]:
    """Where the occurrence of the words (whole words, from 1) stands."""
    found = [m.span(1) for m in re.finditer(rf"(?<!\w)(?=({re.escape(words)})(?!\w))", text)]
    return found[number - 1]


def read_marks() -> list[Marked]:
    """Every marked mention with the actors found there; one run over all texts."""
    texts = load_texts()
    articles = [
        framing.Article.from_text(one["text"].strip("\n"), id=one["id"], source=one["source"], event=one["event"])
        for one in texts
    ]
    rows = framing.analyze(articles, packs=[]).evidence
    doubts = {(doubt.other, doubt.actor) for doubt in find_roster(articles, Known(())).doubts}
    mentions = defaultdict(list)
    for row in rows[(rows["kind"] == "mention") & (rows["label"] != "pronoun")].itertuples():
        mentions[row.article].append(row)
    marks = []
    for one in texts:
        for mark in one["mention"]:
            start, end = spans_of(one["text"].strip("\n"), mark["words"], mark.get("n", 1))
            met = [row for row in mentions[one["id"]] if row.start < end and start < row.end]
            near = min((row.end - row.start for row in met), default=0)  # the narrowest mention there
            actors = frozenset(row.actor for row in met if row.end - row.start == near)
            doubted = frozenset(one for actor in actors for other, one in doubts if other == actor)
            others = frozenset(mark.get("or", ()))
            marks.append(Marked(one["id"], mark["words"], mark["who"], mark.get("sure", True), others, actors, doubted))
    return marks


def judge(marks: list[Marked]) -> list[Verdict]:
    """A verdict on each text. A person's actor is the one that most of its sure mentions in the event are given."""
    events = {one["id"]: one["event"] for one in load_texts()}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mark in marks:
        if mark.who and mark.sure:
            votes[events[mark.text], mark.who].update(mark.actors)
    main = {key: count.most_common(1)[0][0] for key, count in votes.items() if count}
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (event, who), actor in main.items():
        owners[event, actor].add(who)
    by_text = defaultdict(list)
    for mark in marks:
        by_text[mark.text].append(mark)
    return [verdict_on(text, by_text[text], events[text], main, owners) for text in by_text]


def verdict_on(text: str, marks: list[Marked], event: str, main: dict, owners: dict) -> Verdict:
    """What is wrong with one text."""
    merged, wrong, missed = set(), [], []
    for mark in marks:
        if not mark.sure:
            continue
        mine = main.get((event, mark.who))
        if mine and len(owners[event, mine]) > 1:
            merged.add(" = ".join(sorted(owners[event, mine])))
        if not mark.actors:
            missed += [mark.words] if mark.who else []
        elif not mark.who or (mine not in mark.actors and mine not in mark.doubted):
            wrong.append(f"{mark.words!r} ({mark.who or 'nobody'}) is {', '.join(sorted(mark.actors))}")
    return Verdict(text, tuple(sorted(merged)), tuple(wrong), tuple(missed), sum(mark.sure for mark in marks))


if __name__ == "__main__":
    verdicts = judge(read_marks())
    for one in verdicts:
        print(one.text, "right" if one.right else "WRONG", f"{one.marked} marked")
        for what, words in (("merged", one.merged), ("wrong", one.wrong), ("missed", one.missed)):
            if words:
                print(f"   {what}: {'; '.join(words)}")
    print(
        sum(one.right for one in verdicts),
        "of",
        len(verdicts),
        "right;",
        sum(map(bool, (v.merged for v in verdicts))),
        "with two people in one",
    )
