"""Judges how files are read against tests/data/files/expected.toml; that file's opening lines say what each key asks.

`python tests/quality/files.py` prints what is wrong with each file, and how many articles, sources, dates and texts are
right. Every file is read alone, as a person would name it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from framing.errors import FramingError
from framing.read import ReadResult, read_corpus

FILES = Path(__file__).parents[1] / "data" / "files"
MOST_BEFORE, MOST_AFTER = 12, 8  # words of a text outside `first` … `last`, its headline apart (a dateline may stay)
QUOTES = str.maketrans("“”‘’«»„", '""\'\'"""')

Expected = dict[str, Any]


class Verdict(NamedTuple):
    """What is wrong with the reading of one file, by what was asked; `wanted` counts what was asked."""

    wrong: tuple[tuple[str, str], ...]
    wanted: Counter[str]


@cache
def load_files() -> tuple[Expected, ...]:
    """Every file that is described, in the order of the list."""
    return tuple(tomllib.loads((FILES / "expected.toml").read_text("utf-8"))["file"])


def fold(text: str) -> str:
    """White space as one blank, quotation marks straight."""
    return " ".join(text.translate(QUOTES).split())


def read_file(path: str) -> ReadResult:
    """What reading one file gives; an error that says why nothing is usable counts as a file left out."""
    try:
        return read_corpus(FILES / path)
    except FramingError as problem:
        from framing.read.records import Skipped

        return ReadResult((), skipped=(Skipped(path, str(problem), "."),))


def judge(entry: Expected) -> Verdict:
    """The verdict on one file."""
    result = read_file(entry["path"])
    wanted: Counter[str] = Counter()
    wrong: list[tuple[str, str]] = []
    if "refused" in entry:
        wanted["refused"] = 1
        if result.articles:
            wrong.append(("refused", f"{len(result.articles)} articles taken: {result.articles[0].text[:60]!r}"))
        return Verdict(tuple(wrong), wanted)
    wanted["articles"] = len(entry["articles"])
    left = list(result.articles)
    for expected in entry["articles"]:
        first = fold(expected["first"])
        found = next((one for one in left if first in fold(one.text)), None)
        if found is None:
            told = "; ".join(f"{one.reason}" for one in result.skipped)[:160]
            wrong.append(("articles", f"missing: {expected['headline'] or first!r} {told}"))
            continue
        left.remove(found)
        for name, complaint in _complaints(expected, found):
            wanted[name] += 1
            if complaint:
                wrong.append((name, complaint))
    if left:
        wrong.append(("articles", f"{len(left)} too many: {left[0].text[:60]!r}"))
    wrong += [("text", problem) for problem in _outside(entry, result)]
    return Verdict(tuple(wrong), wanted)


def _complaints(expected: Expected, found: Any) -> list[tuple[str, str]]:
    """What was asked of one article, each with what is wrong, or ""."""
    text = fold(found.text)
    source = found.source.removeprefix("www.") == expected["source"].removeprefix("www.")
    if not expected["source"]:
        source = "name of the file" in found.source_from
    headline = fold(found.headline) if expected["headline"] else ""
    wanted = fold(expected["headline"])
    same = not wanted or headline == wanted or headline == wanted.removeprefix("Opinion: ")
    asked = [
        ("source", "" if source else f"source {found.source!r} for {expected['source']!r}"),
        ("date", "" if found.date == expected["date"] else f"date {found.date!r} for {expected['date']!r}"),
        ("headline", "" if same else f"headline {found.headline!r} for {expected['headline']!r}"),
        ("text", _edges(text.removeprefix(headline).strip(), expected)),
        ("partial", "" if bool(found.partial) == expected["partial"] else "partial wrong"),
    ]
    if "url" in expected:
        url = re.sub(r"[?#].*", "", found.url)
        asked.append(("url", "" if url == expected["url"] else f"url {found.url!r} for {expected['url']!r}"))
    return asked


def _edges(body: str, expected: Expected) -> str:
    """What is wrong with where a body begins and ends, or ""."""
    before, mark, rest = body.partition(fold(expected["first"]))
    if not mark:
        return "does not hold its first words outside the headline"
    if len(before.split()) > MOST_BEFORE:
        return f"begins too early: {before[:70]!r}"
    last = fold(expected["last"])
    if last not in rest and last not in body:
        return f"does not hold {last!r}; ends {body[-60:]!r}"
    after = body[body.rindex(last) + len(last) :].strip(" .…\"'")
    return f"goes on after its end: {after[:70]!r}" if len(after.split()) > MOST_AFTER else ""


def _outside(entry: Expected, result: ReadResult) -> list[str]:
    """Words that may stand in no text of the file, and words that must."""
    texts = [fold(one.text) for one in result.articles]
    kept = [words for words in entry["not_in_text"] if any(fold(words) in text for text in texts) and fold(words)]
    lost = [words for words in entry.get("in_text", ()) if not any(fold(words) in text for text in texts)]
    return [*(f"holds {words!r}" for words in kept), *(f"lost {words!r}" for words in lost)]


def main() -> None:
    """Prints every complaint and the shares that are right."""
    only = sys.argv[1:]
    wanted: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    right = 0
    chosen = [entry for entry in load_files() if not only or any(name in entry["path"] for name in only)]
    for entry in chosen:
        verdict = judge(entry)
        wanted += verdict.wanted
        failed.update(name for name, _ in verdict.wrong)
        right += not verdict.wrong
        for name, told in verdict.wrong:
            print(f"{entry['path']}: {name}: {told}")
    shares = ", ".join(f"{name} {max(0, wanted[name] - failed[name])}/{wanted[name]}" for name in sorted(wanted))
    print(f"files right {right}/{len(chosen)}; {shares}")


if __name__ == "__main__":
    main()
