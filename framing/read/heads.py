"""One article of an export -> what the lines around it say, and its text. ExportLabels are data (`labels.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from framing.packs.tomlfile import read_toml
from framing.read.dates import read_date
from framing.read.furniture import is_body, same_words
from framing.read.layout import ends_sentence, word_count
from framing.read.publisher import has_outlet_noun
from framing.read.records import Metadata
from framing.read.stamps import read_stamp
from framing.read.values import own_address

LABELS = Path(__file__).with_name("labels.toml")
LABEL_LINE = re.compile(r"[ \t]*(?P<label>[A-Za-z][A-Za-z .()/’'&-]{0,38}?)[ \t]*:(?:[ \t]+(?P<value>.*)|$)")
EMPHASIS = re.compile(
    r"(?<![\w*_])(?:\*\*|__)(?=\w)|(?<=[\w:])(?:\*\*|__)(?![\w*_])"
)  # of Markdown: **Source:** The Lamp
EDITION = re.compile(r"(?:[\w’' ]+ )?edition|correction appended|web publication|(?:[A-Z]\w+ )?online", re.IGNORECASE)
LONGEST_HEAD = 60  # lines above an article's text
HEAD_WORDS = 24  # of a line that may be headline or outlet
GIVEN = ("headline", "source", "date", "url")


class ExportLabels(NamedTuple):
    """Patterns of labels with their roles in order, of headings after the text, and of lines about rights."""

    roles: tuple[tuple[str, re.Pattern[str]], ...]
    heading: re.Pattern[str]
    rights: re.Pattern[str]


class LabelledLine(NamedTuple):
    """A line as a layout reads it: its role ("" for none) and what it says besides the label."""

    role: str
    value: str


class ExportedArticle(NamedTuple):
    """What was read from one article of an export: its text, what is known, and which roles had lines of their own.

    `layout` is the file of the layout of one's own that fitted, "" for any other."""

    text: str
    known: Metadata
    roles: frozenset[str]
    layout: str = ""


@cache
def load_labels() -> ExportLabels:
    """The labels that are known."""
    table = read_toml(LABELS)
    roles = tuple((one["name"], re.compile(one["pattern"].replace("\\\n", ""), re.IGNORECASE)) for one in table["role"])
    heading, rights = (re.compile(table[key][0]["pattern"], re.IGNORECASE) for key in ("heading", "rights"))
    return ExportLabels(roles, heading, rights)


@cache
def role_of_label(label: str) -> str:
    """The role of a label by its words, "" when nobody knows it."""
    return next((role for role, pattern in load_labels().roles if pattern.fullmatch(label.strip())), "")


@lru_cache(maxsize=20_000)
def read_line(line: str) -> LabelledLine:
    """A line with its role: that of its label, `rights`, `heading`, or "" for the article's own words."""
    labels, bare = load_labels(), line.strip()
    plain = EMPHASIS.sub("", line) if "*" in line or "_" in line else line
    found = LABEL_LINE.fullmatch(plain) if len(line) < 2_000 else None
    role = role_of_label(found.group("label")) if found else ""
    if found and role == "sender":  # "From: The Lamp"; a person who writes is none
        role = "source" if has_outlet_noun((found.group("value") or "").strip()) else ""
    if found and role:
        return LabelledLine(role, (found.group("value") or "").strip())
    if len(bare) < 300 and labels.rights.fullmatch(bare):
        return LabelledLine("rights", bare)
    if labels.heading.fullmatch(bare):
        return LabelledLine("heading", "")
    if re.fullmatch(r"(?:body|full text|full article|article text|text)", bare, re.IGNORECASE):
        return LabelledLine("text", "")
    return LabelledLine("", bare)


def read_head(lines: Sequence[str], read: Mapping[int, LabelledLine] | None = None) -> ExportedArticle:
    """The article in the lines of one piece of an export.

    Labelled lines are taken at their word wherever they stand; of the other lines above the text the date, the outlet
    and the headline are told by how they look.
    """
    told = {number: read_line(line) for number, line in enumerate(lines)} if read is None else dict(read)
    start, first = _body_start(lines, told)
    end = _body_end(lines, told, start)
    labelled = {number: line for number, line in told.items() if line.role and not start <= number < end}
    given = _given(lines, labelled)
    loose = [number for number in range(start) if number not in labelled and lines[number].strip()]
    rights = " ".join(line.value for line in labelled.values() if line.role == "rights")
    known = _from_loose([lines[n] for n in loose], given, rights)
    body = [first, *lines[start:end]] if first else lines[start:end]
    while body and (not body[-1].strip() or _is_trailer(body[-1])):
        body = body[:-1]
    return ExportedArticle("\n".join(body).strip("\n"), known, frozenset(line.role for line in labelled.values()))


def _given(lines: Sequence[str], labelled: Mapping[int, LabelledLine]) -> dict[str, str]:
    """What labels say of headline, source, date and address; a value on the next line counts too."""
    given: dict[str, str] = {}
    for number, line in sorted(labelled.items()):
        value = line.value
        if not value and number + 1 < len(lines) and number + 1 not in labelled:
            value = lines[number + 1].strip()
        if line.role == "imprint" or (line.role == "source" and ";" in value):  # "The Lamp; Port Sand"
            given.setdefault("source", re.split(r"\s*[;,]\s" if line.role == "imprint" else r"\s*;", value)[0])
            given.update({"date": value} if "date" not in given and read_date(value) else {})
        elif line.role in GIVEN and value and value.casefold() not in ("none", "n/a", "-"):
            given.setdefault(line.role, value)
    return given


def _body_start(lines: Sequence[str], told: Mapping[int, LabelledLine]) -> tuple[int, str]:
    """The first line of the text, and the words of it that stand on the line of a label."""
    for number in range(min(len(lines), LONGEST_HEAD * 3)):
        line = told.get(number)
        if line and line.role == "text":
            return number + 1, line.value
    for number in range(min(len(lines), LONGEST_HEAD)):
        bare = lines[number].strip()
        line = told.get(number)
        if bare and not (line and line.role) and (is_body(bare) or _goes_on(lines, number, told)):
            return number, ""
    return 0, ""


def _goes_on(lines: Sequence[str], number: int, told: Mapping[int, LabelledLine]) -> bool:
    """Whether a line is the first of a paragraph broken at a fixed width."""
    bare = lines[number]
    following = lines[number + 1].strip() if number + 1 < len(lines) else ""
    wide = len(bare.strip()) >= 45 and not bare.startswith((" ", "\t")) and word_count(bare) >= 8
    next_line = told.get(number + 1)
    return wide and word_count(following) >= 2 and not (next_line and next_line.role) and following[:1].islower()


def end_of_text(lines: Sequence[str], told: Mapping[int, LabelledLine]) -> int:
    """Number of the line below the text of a piece."""
    return _body_end(lines, told, _body_start(lines, told)[0])


def _body_end(lines: Sequence[str], told: Mapping[int, LabelledLine], start: int) -> int:
    """The line after the text: the first that says something about it, when nothing like prose follows."""
    for number in range(start, len(lines)):
        line = told.get(number)
        if line and line.role and line.role != "text" and _no_prose_after(lines, told, number):
            return number
    return len(lines)


def _no_prose_after(lines: Sequence[str], told: Mapping[int, LabelledLine], number: int) -> bool:
    """Whether a labelled line stands below the text: the lines beside it are labelled, blank, or few and short."""
    line = told[number]
    if line.role in ("rights", "heading"):
        return True
    upper = lines[number].strip()[:4].isupper()
    around = [told.get(n) for n in range(number + 1, min(len(lines), number + 8)) if lines[n].strip()]
    return upper or not around or any(one is not None and one.role for one in around)


def _is_trailer(line: str) -> bool:
    """Whether a last line is about the article and not of it: "Record no.: RB-44"."""
    found = LABEL_LINE.fullmatch(line)
    return found is not None and word_count(line) <= 12 and not ends_sentence(line.rstrip("."))


def _from_loose(lines: Sequence[str], given: Mapping[str, str], rights: str) -> Metadata:
    """What is known from labels and, where they are silent, from the other lines above the text."""
    stamps = [stamp for line in lines if (stamp := read_stamp(line)) is not None]
    rest = [line for line in lines if read_stamp(line) is None and not EDITION.fullmatch(line.strip())]
    rest = [line for line in rest if word_count(line) <= HEAD_WORDS and re.search(r"[A-Za-z]{2}", line)]
    date = given.get("date") or _first(stamp.date for stamp in stamps)
    source = given.get("source") or _first(stamp.source for stamp in stamps)
    headline = given.get("headline", "")
    from_line = "" if given.get("source") else "line at the top"
    if not source and rest:
        source = _outlet_among(rest, headline, rights)
        from_line = "header of the export" if source else ""
    if not headline:
        others = [line for line in rest if not same_words(line, source)]
        headline = max(others, key=word_count, default="").strip()
    return Metadata(
        source=" ".join(source.split()),
        title=" ".join(headline.split()),
        date=date,
        url=own_address(given.get("url") or _first(stamp.url for stamp in stamps)),
        source_from=(from_line or "header of the export") if source else "",
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _outlet_among(lines: Sequence[str], headline: str, rights: str) -> str:
    """Which of the lines above a text is the outlet: the one that the copyright line repeats, the one set in, the
    shorter of two."""
    candidates = [line for line in lines if not same_words(line, headline) and 1 <= word_count(line) <= 8]
    owned = [line for line in candidates if line.strip() and line.strip().casefold() in rights.casefold()]
    inset = [line for line in candidates if len(line) - len(line.lstrip()) >= 8]
    named = [line for line in candidates if has_outlet_noun(line.strip())]
    if owned or inset or len(named) == 1:
        return (owned or inset or named)[0].strip()
    if headline or len(lines) > 1:
        return min(candidates, key=word_count, default="").strip()
    return ""
