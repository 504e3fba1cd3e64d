"""Articles one below the other, each under lines of its own that give headline, outlet and date, in any one order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from framing.read.furniture import is_body
from framing.read.heads import HEAD_WORDS, ExportedArticle, LabelledLine, read_head, read_line
from framing.read.layout import ends_sentence, word_count
from framing.read.metadata import COVER_WORDS
from framing.read.publisher import has_outlet_noun
from framing.read.stamps import OUTLET_WORDS, WRITER, read_stamp, reads_as_outlet

FEWEST_WORDS, MORE_WORDS = 12, 25  # of prose below a head that names outlet and date, below any other
NEAR = 3  # lines below a head in which the prose begins
SHAPES: tuple[tuple[str, ...], ...] = (
    *permutations(("headline", "source", "date")),
    ("headline", "stamp"),  # outlet and date on one line
    ("stamp", "headline"),
    ("headline", "source"),  # outlets known as such, no date
    ("headline", "date"),  # no outlet: only where nothing stands above the first
)
MARKER = re.compile(r"\W*(?:(?:no|nr|item|record|article|story|clipping)\W{0,2})?\d{1,4}\W*", re.IGNORECASE)


class HeadLine(NamedTuple):
    """A line that may stand in a head: its number, its words below a head, what it may give, and what that says."""

    number: int
    words: int
    prose: bool
    values: dict[str, str]


class ArticleHead(NamedTuple):
    """Where among the lines that hold something a head begins, and what its lines give, in order."""

    at: int
    shape: tuple[str, ...]

    @property
    def below(self) -> int:
        """Where the lines below it begin."""
        return self.at + len(self.shape)


def split_headed(lines: Sequence[str]) -> Iterator[ExportedArticle]:
    """The articles whose heads are all of one shape; none when one of them has no prose of its own.

    Of the shapes that fit, that of the most lines counts; between outlet and headline the words of outlets decide. A
    head in which one of three lines is missing counts beside two that are whole.
    """
    held = [_read(number, line) for number, line in enumerate(lines) if line.strip() and not _stands_between(line)]
    found = [(shape, heads) for shape in SHAPES if _is_whole(shape, heads := _find_heads(shape, held), held)]
    if not found:
        return
    shape, heads = max(found, key=lambda one: (len(one[0]), _outlets_among(one[1], held)))
    ends = [_above(lines, held[head.at].number) for head in heads[1:]] + [len(lines)]
    for head, end in zip(heads, ends, strict=True):
        start = held[head.at].number
        told = {number: read_line(line) for number, line in enumerate(lines[start:end])}
        for role, line in zip(head.shape, held[head.at : head.below], strict=True):
            if role != "stamp":
                told[line.number - start] = LabelledLine(role, line.values[role])
        yield read_head(lines[start:end], told)


def _above(lines: Sequence[str], number: int) -> int:
    """Where the lines end that stand above a head, its own number and blank lines apart."""
    while number and (not lines[number - 1].strip() or MARKER.fullmatch(lines[number - 1].strip())):
        number -= 1
    return number


def _read(number: int, line: str) -> HeadLine:
    bare = line.strip().strip("*#").strip()
    stamp, words = read_stamp(bare), word_count(bare)
    if stamp:
        values = {"stamp": bare} if stamp.source else {"date": stamp.date} if stamp.date else {}
        return HeadLine(number, words, False, values)
    prose = is_body(line.strip()) or (len(line) >= 45 and words >= 8)
    if is_body(line.strip()) or read_line(bare).role:
        return HeadLine(number, words, prose, {})
    outlet = words <= OUTLET_WORDS and not ends_sentence(bare) and reads_as_outlet(_in_small_letters(bare))
    headline = 2 <= words <= HEAD_WORDS and not bare.endswith((".", ":", "”", '"'))
    values = ({"source": bare} if outlet else {}) | ({"headline": bare} if headline else {})
    return HeadLine(number, words, prose, values)


def _in_small_letters(line: str) -> str:
    return line.title() if line.isupper() else line


def _stands_between(line: str) -> bool:
    """Whether a line is a number or names the writer: it may stand between the lines of a head."""
    bare = line.strip()
    named = WRITER.match(bare) is not None or read_line(bare).role == "drop"
    return MARKER.fullmatch(bare) is not None or (word_count(bare) <= 8 and named)


def _find_heads(shape: tuple[str, ...], held: Sequence[HeadLine]) -> list[ArticleHead]:
    """The heads of a shape, and those that lack one of its three lines where two at least are whole."""
    whole = _of_shape(shape, held)
    if len(shape) < 3 or len(whole) < 2:
        return whole
    taken = {number for head in whole for number in range(head.at, head.below)}
    parts = [tuple(role for role in shape if role != missing) for missing in ("date", "source")]
    more = [head for part in parts for head in _of_shape(part, held) if not taken & {*range(head.at, head.below)}]
    named = [one for one in more if "source" not in one.shape or has_outlet_noun(_given(one, "source", held))]
    return sorted({head.at: head for head in (*named, *whole)}.values())


def _of_shape(shape: tuple[str, ...], held: Sequence[HeadLine]) -> list[ArticleHead]:
    """Where heads of a shape begin, with prose right below."""
    size = len(shape)
    return [
        ArticleHead(at, shape)
        for at in range(len(held) - size)
        if all(role in held[at + step].values for step, role in enumerate(shape))
        and any(one.prose for one in held[at + size : at + size + NEAR])
    ]


def _given(head: ArticleHead, role: str, held: Sequence[HeadLine]) -> str:
    return held[head.at + head.shape.index(role)].values[role]


def _is_whole(shape: tuple[str, ...], heads: Sequence[ArticleHead], held: Sequence[HeadLine]) -> bool:
    """Whether these are the heads of several articles: no line with outlet and date outside them, prose in each,
    hardly anything above the first."""
    if len(heads) < 2 or any(other.at < one.below for one, other in zip(heads, heads[1:], strict=False)):
        return False
    inside = {number for head in heads for number in range(head.at, head.below)}
    cover = sum(one.words for one in held[: heads[0].at])
    whole = "stamp" in shape or len(shape) > 2
    least = FEWEST_WORDS if whole else MORE_WORDS
    ends = [*(head.at for head in heads[1:]), len(held)]
    return (
        not any("stamp" in one.values and at not in inside for at, one in enumerate(held))
        and cover <= (COVER_WORDS if shape != ("headline", "date") else 0)
        and (whole or "source" not in shape or all(has_outlet_noun(_given(head, "source", held)) for head in heads))
        and all(
            sum(one.words for one in held[head.below : end]) >= least for head, end in zip(heads, ends, strict=True)
        )
    )


def _outlets_among(heads: Sequence[ArticleHead], held: Sequence[HeadLine]) -> tuple[int, int, int]:
    """How much the lines taken for outlets look like them: words of outlets, names that come again, few words."""
    named = [_given(head, "source", held) for head in heads if "source" in head.shape]
    again = len(named) - len(set(named))
    return (sum(map(has_outlet_noun, named)), again, -sum(map(word_count, named)))
