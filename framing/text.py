"""Where sentences and paragraphs stand in a text, and the words around a finding that are shown with it.

Sentences are those of the parser: their starts are kept with the text of every article. `find_sentences` is a rule for
texts that no parser has seen: those of an older folder, and those that pupils had before them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from framing.model import Article

WIDTH = 220  # characters of an excerpt, about
LEAST = 60  # characters of them that are left for the words around a long finding
LONGEST = 260  # characters of found words that are still shown in full
ABBREVIATED = re.compile(  # titles, months, bodies and initials that end in a full stop
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|No|vs|Inc|Corp|Co|Jan|Feb|Mar|Apr|Aug|Sept"
    r"|Oct|Nov|Dec|U\.S|U\.K|e\.g|i\.e)\.$"
)
TITLED = re.compile(  # what never ends a sentence
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Sgt|Cpl|Capt|Cmdr|Adm|Rev|Hon|St|Mt|Ft|Messrs|Supt|Pres)\.\s*$"
)
OPENING = re.compile(  # behind "U.S.", "Inc.", "a.m." such a word opens a sentence, which a parser may overlook
    r"(?<=[.!?])[\"'”’)]*\s+(?=(?:An|And|At|Both|But|Each|He|Her|Here|His|How|If|In|It|Its|Nobody|On|Our|She|So|Some"
    r"|That|The|Their|Then|There|These|They|This|Those|We|What|When|Where|While|Who|Why|You)\s)"
)
REACH = 12  # characters in which an abbreviation is looked for
CLOSING = frozenset("”’)]\"'")
_EDGE = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")
_QUOTATION = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
_CUT_OFF = re.compile(r"(?:(?<![^\n])|[.!?][\"”’)]*[ \t]+)([^\W\d_]+)[ \t]+\Z")  # a word, and no more, before a place
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


class Around(NamedTuple):
    """A finding in its sentence: the words before it, of it and after it, with "…" where something is left out."""

    before: str
    found: str
    after: str


def find_sentences(text: str) -> Sequence[int]:
    """Starts of the sentences of a text that no parser has seen, by full stops and line ends."""
    edges = (edge for edge in _EDGE.finditer(text) if "\n" in edge[0] or not _is_abbreviated(text, edge.start()))
    return array("I", [0, *(edge.end() for edge in edges)])


def _is_abbreviated(text: str, end: int) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation or an initial."""
    return bool(ABBREVIATED.search(text, max(0, end - REACH), end))


def ends_in_title(text: str, end: int) -> bool:
    """Whether what stands before `end` is a title with its full stop ("Dr. "), which ends no sentence."""
    return bool(TITLED.search(text, max(0, end - REACH), end))


def settle_sentences(text: str, starts: Iterable[int]) -> Sequence[int]:
    """Starts of sentences as a parser gives them, less the marks that close the sentence before."""
    return array("I", (_behind_marks(text, start) for start in starts))


def _behind_marks(text: str, start: int) -> int:
    """The first letter of a sentence, where a mark that closes the one before was taken for its beginning."""
    at = start
    while at and at < len(text) and text[at] in CLOSING and not text[at - 1].isspace():
        at += 1
    if at == start or (at < len(text) and not text[at].isspace()):
        return start
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def sentence_at(text: str, start: int, end: int, starts: Sequence[int] = ()) -> tuple[int, int]:
    """Edges of the sentence, or of the sentences, around a span; never beyond its paragraph, unless the span is."""
    starts = starts or find_sentences(text)
    place = bisect_right(starts, start) - 1
    low = first_of_sentence(text, max(starts[place] if place >= 0 else 0, text.rfind("\n", 0, start) + 1))
    after = bisect_left(starts, max(end, start + 1))
    line = text.find("\n", end)
    high = min(starts[after] if after < len(starts) else len(text), line if line >= 0 else len(text))
    while high > end and text[high - 1].isspace():
        high -= 1
    return min(low, start), max(high, end)


def first_of_sentence(text: str, start: int) -> int:
    """Where a sentence opens, with one word in front that was taken for a sentence: "House" of "House Speaker Lund"."""
    cut = _CUT_OFF.search(text, text.rfind("\n", 0, start) + 1, start)
    return cut.start(1) if cut else start


def sentence_ends(text: str, starts: Sequence[int] = ()) -> Iterator[int]:
    """Ends of the sentences, white space left out."""
    starts = starts or find_sentences(text)
    for edge in (*starts[1:], len(text)):
        yield len(text[:edge].rstrip())


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Edges of the lines that hold more than white space."""
    return (found.span() for found in _PARAGRAPH.finditer(text))


def paragraph_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Edges of the paragraph around a span."""
    line = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, line if line >= 0 else len(text)


def window(text: str, start: int, end: int, starts: Sequence[int] = ()) -> tuple[int, int]:
    """Edges of what is shown around a span: its sentence, of a long one about 220 characters in whole words."""
    low, high = sentence_at(text, start, end, starts)
    spare = max(WIDTH - (end - start), LEAST)
    if start - low + high - end > spare:
        low = _first_word(text, low, start, max(spare // 2, spare - (high - end)))
        high = _last_word(text, end, high, max(spare // 2, spare - (start - low)))
        return cut_between(text, low, high, sentence_at(text, start, end, starts))
    return low, high


def cut_between(text: str, low: int, high: int, within: tuple[int, int]) -> tuple[int, int]:
    """Edges of a stretch, moved out of the quotations that they would cut, as far as the edges `within` allow."""
    first, last = paragraph_at(text, low, high)
    for found in _QUOTATION.finditer(text, first, last):
        low = found.start() if found.start() < low < found.end() else low
        high = found.end() if found.start() < high < found.end() else high
    return max(low, within[0]), min(high, within[1])


def cut_outside(text: str, start: int, end: int, room: int) -> int:
    """Where the first words of a stretch end that fit into `room`, or the quotation in which that would be."""
    return cut_between(text, start, _last_word(text, start, end, room), (start, end))[1]


def around(text: str, start: int, end: int, starts: Sequence[int] = ()) -> Around:
    """A span inside its sentence, or inside the window of it that is shown."""
    whole, shown = sentence_at(text, start, end, starts), window(text, start, end, starts)
    before = "… " if shown[0] > whole[0] else ""
    after = " …" if shown[1] < whole[1] else ""
    return Around(before + text[shown[0] : start], shorten(text[start:end]), text[end : shown[1]] + after)


def _first_word(text: str, low: int, high: int, room: int) -> int:
    """Where the last words of a stretch begin that fit into `room`."""
    if high - low <= room:
        return low
    cut = text.find(" ", high - room, high - 1)
    return cut + 1 if cut >= 0 else high - room


def _last_word(text: str, low: int, high: int, room: int) -> int:
    """Where the first words of a stretch end that fit into `room`."""
    if high - low <= room:
        return high
    cut = text.rfind(" ", low, low + room)
    return cut if cut > low else low + room


def read_day(text: str) -> date | None:
    """The day of a full ISO date, whatever time follows it; None of anything else."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def clip(text: str, room: int) -> str:
    """The beginning of a text in whole words, before " …" when something is left out."""
    return text if len(text) <= room else text[: _last_word(text, 0, len(text), room)].rstrip() + " …"


def shorten(text: str) -> str:
    """Found words, with the middle left out when they are long."""
    if len(text) <= LONGEST:
        return text
    head, tail = _last_word(text, 0, len(text), LONGEST * 2 // 3), _first_word(text, 0, len(text), LONGEST // 3)
    return f"{text[:head]} […] {text[tail:]}"


def find_body(article: Article) -> int:
    """Where the body of an article opens, in code points: behind its headline, or a first line that is no sentence."""
    if article.headline:
        return len(article.headline)
    line, mark, _ = article.text.partition("\n")
    return len(line) if mark and line.rstrip()[-1:] not in (".", "!", "”", '"') else 0
