"""Eight invented stories with planted wordings: how many of them the packs find, and what the packs say beside them.

`python tests/quality/stories.py [STORY…]` prints the figures of each story, its misses and the rows to be read by eye.
A planted wording is found when a cue of a fitting referent overlaps it and does not take the other side; `side` is the
share of the found ones that take the very side. A cue is wrong unless it finds a planted wording or was read and found
right (`read.toml`).
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import framing

STORIES = Path(__file__).parents[1] / "data" / "stories"


class Row(NamedTuple):
    """A cue: file, where it stands, its words, `pack/referent`, its value."""

    file: str
    start: int
    end: int
    text: str
    referent: str
    value: float


class Planted(NamedTuple):
    """A wording as planted: its story, its referent there, its side, and where its words stand in the file."""

    story: str
    referent: str
    file: str
    words: str
    colour: float
    places: tuple[tuple[int, int], ...]


class Verdict(NamedTuple):
    """One story: what was planted and found, what takes the very side, and the rows that nobody planted or read."""

    story: str
    planted: int
    found: int
    side: int
    missed: tuple[Planted, ...]
    wrong: tuple[Row, ...]
    articles: int

    @property
    def share(self) -> float:
        """Found of planted, in [0, 1]."""
        return self.found / self.planted

    @property
    def wrong_an_article(self) -> float:
        """Wrong rows an article."""
        return len(self.wrong) / self.articles


@cache
def load(name: str) -> dict[str, Any]:
    """A file of marks beside the stories."""
    return tomllib.loads((STORIES / name).read_text("utf-8"))


@cache
def planted() -> tuple[Planted, ...]:
    """Every planted wording with its places."""
    found = []
    for story in load("planted.toml")["story"]:
        for referent in story["referent"]:
            for one in referent["wording"]:
                text = text_of(one["file"])
                places = tuple(m.span() for m in re.finditer(re.escape(one["words"]), text))
                mark = Planted(story["event"], referent["id"], one["file"], one["words"], one["colour"], places)
                found.append(mark)
    return tuple(dict.fromkeys(found))


@cache
def text_of(file: str) -> str:
    """The text of an article as it is read."""
    return next(article.text for article in read_stories() if article.id == file)


@cache
def read_stories() -> tuple[framing.Article, ...]:
    """The articles of all stories; a path inside the folder is an article's id."""
    articles = []
    for path in sorted(STORIES.glob("*/*.txt")):
        text = path.read_bytes().decode("utf-8").strip()
        file = path.relative_to(STORIES).as_posix()
        headline = text.partition("\n")[0]
        made = framing.Article.from_text(text, id=file, source=path.stem, event=path.parent.name, headline=headline)
        articles.append(made)
    return tuple(articles)


def find_rows(packs: Sequence[str] | None) -> list[Row]:
    """The cues of all stories, as a user gets them."""
    evidence = framing.analyze(read_stories(), packs=packs).evidence
    cues = evidence[evidence["kind"] == "cue"]
    rows = []
    for cue in cues.itertuples():
        pack, referent, _ = cue.rule.split("/")
        rows.append(Row(cue.article, cue.start, cue.end, cue.text, f"{pack}/{referent}", cue.value))
    return list(dict.fromkeys(rows))


def judge(rows: Iterable[Row]) -> list[Verdict]:
    """What the cues are worth, story by story."""
    by_file: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_file[row.file].append(row)
    return [_judge_story(story, by_file) for story in sorted({mark.story for mark in planted()})]


def _judge_story(story: str, by_file: dict[str, list[Row]]) -> Verdict:
    marks = [mark for mark in planted() if mark.story == story]
    files = sorted({article.id for article in read_stories() if article.event == story})
    hits = {mark: [row for row in by_file[mark.file] if _finds(row, mark)] for mark in marks}
    used = {row for found in hits.values() for row in found}
    right = {(one["file"], one["text"], one["referent"]) for one in load("read.toml").get("right", [])}
    beside = (row for file in files for row in by_file[file] if row not in used)
    return Verdict(
        story=story,
        planted=len(marks),
        found=sum(map(bool, hits.values())),
        side=sum(any(_sign(row, mark) == mark.colour for row in found) for mark, found in hits.items()),
        missed=tuple(mark for mark, found in hits.items() if not found),
        wrong=tuple(row for row in beside if (row.file, row.text, row.referent) not in right),
        articles=len(files),
    )


def _finds(row: Row, mark: Planted) -> bool:
    """Whether the cue stands on the planted wording, names its thing and does not take the other side."""
    if not any(row.start < end and start < row.end for start, end in mark.places):
        return False
    sign = _sign(row, mark)
    return sign is not None and sign * mark.colour >= 0


def _sign(row: Row, mark: Planted) -> int | None:
    """The side that a cue takes on the planted axis (-1, 0, 1); None when it names another thing."""
    value = (row.value > 0) - (row.value < 0)
    for fit in load("fit.toml")[mark.story].get(mark.referent, ()):
        if fit.lstrip("-~") == row.referent:
            return {"-": -value, "~": 0}.get(fit[0], value)
    return None


def main(stories: Sequence[str]) -> None:
    """Prints the figures, and for the stories named (by how they begin) misses and rows to be read."""
    figures = {}
    for one in judge(find_rows(None)):
        figures[one.story] = [round(one.share, 3), one.side, round(one.wrong_an_article, 2)]
        print(f"{one.story}: {one.found} of {one.planted} found, {one.side} on their side, {len(one.wrong)} wrong rows")
        if one.story.startswith(tuple(stories or ("-",))):
            for mark in one.missed:
                print(f"    missed {mark.referent} {mark.colour:+} {mark.words!r} ({mark.file.partition('/')[2]})")
            for row in one.wrong:
                line = text_of(row.file)[max(0, row.start - 50) : row.end + 40].replace("\n", " / ")
                print(f"    wrong? {row.file} {row.referent} {row.value:+} {row.text!r}: {line}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
