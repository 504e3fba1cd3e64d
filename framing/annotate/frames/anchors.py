"""Which of the packs that are tried speak in which event: their anchors are counted in the plain texts, before a parse.

An event is judged as a whole: what one article spells out, a short one on the same thing need not repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from framing.annotate.frames.token_index import forms_of
from framing.model import Article
from framing.packs.pattern import Element
from framing.packs.pattern import Sequence as Row
from framing.packs.referent import Anchors, FramePack, PackHead, Pattern

Chosen = Sequence[FramePack | PackHead]
ALONE = "\0"  # opens the key of an article without an event
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")


class AnchorCount(NamedTuple):
    """The anchors of one pack in one article: how many of `any`, whether one opens it, and of each of `all`."""

    any: int
    opens: bool
    all: tuple[int, ...]
    words: int


def choose_packs(articles: Iterable[Article], packs: Chosen) -> dict[str, tuple[str, ...]]:
    """Event (of an article without one: its id) -> ids of the packs that speak in it; silent events are left out.

    Articles without an event are judged one by one and all together, as they are often one story in one folder.
    """
    finder = _Finder(packs)
    counts: dict[str, list[tuple[AnchorCount, ...]]] = {}
    for article in articles:
        counts.setdefault(event_of(article), []).append(finder.count(article.text))
    single = [event for event in counts if event.startswith(ALONE)]
    together = _speaking(packs, [row for event in single for row in counts[event]])
    chosen = {event: _speaking(packs, rows) for event, rows in counts.items()}
    chosen |= {event: tuple(sorted({*chosen[event], *together})) for event in single}
    return {event: ids for event, ids in chosen.items() if ids}


def _speaking(packs: Chosen, rows: Sequence[tuple[AnchorCount, ...]]) -> tuple[str, ...]:
    """Ids of the packs whose anchors hold in some articles together, given their counts."""
    columns = zip(*rows, strict=True)
    return tuple(pack.id for pack, column in zip(packs, columns, strict=True) if speaks(pack, column)) if rows else ()


def event_of(article: Article) -> str:
    """The event under which an article is judged; one without an event stands alone."""
    return article.event or f"{ALONE}{article.id}"


def speaks(pack: FramePack | PackHead, counts: Sequence[AnchorCount]) -> bool:
    """Whether the anchors of a pack hold in an event, given their counts in each of its articles."""
    anchors = pack.anchors
    if not anchors.any and not anchors.all:
        return True
    if anchors.all and all(sum(column) >= anchors.hits for column in zip(*(one.all for one in counts), strict=True)):
        return True
    least = max(anchors.hits, anchors.per_1000 * sum(one.words for one in counts) / 1000)
    found, opening = sum(one.any for one in counts), sum(one.opens for one in counts)
    return bool(anchors.any) and found >= least and (not anchors.lead or 2 * opening >= len(counts))


class _Finder:
    """The anchors of several packs, looked up together by their first words."""

    def __init__(self, packs: Chosen) -> None:
        self._packs = packs
        self._by_word: dict[str, list[tuple[int, int, Row]]] = {}
        for number, pack in enumerate(packs):
            for place, pattern in enumerate((*pack.anchors.all, *pack.anchors.any)):
                for row in _rows(pattern):
                    slot = place if place < len(pack.anchors.all) else -1
                    for word in row[0].words:
                        self._by_word.setdefault(word, []).append((number, slot, row))
        self._rows_at = lru_cache(maxsize=1 << 15)(self._list_rows)

    def _list_rows(self, low: str) -> tuple[tuple[int, int, Row], ...]:
        """The sequences that a word of the text opens, each with its pack and slot, the word itself left out."""
        rows = [one for form in forms_of(low, low) for one in self._by_word.get(form, ())]
        return tuple((number, slot, row[1:]) for number, slot, row in rows if _accepts(row[0], low))

    def count(self, text: str) -> tuple[AnchorCount, ...]:
        """The counts of every pack in a text; a word counts once a pack, however many anchors begin with it."""
        lowers = [token.lower() for token in _TOKEN.findall(text)]
        found: set[tuple[int, int, int]] = set()
        for place, rows in enumerate(map(self._rows_at, lowers)):
            for number, slot, rest in rows:
                if (number, slot, place) not in found and _goes_on(rest, lowers, place):
                    found.add((number, slot, place))
        return tuple(self._counted(number, pack.anchors, found, len(lowers)) for number, pack in enumerate(self._packs))

    @staticmethod
    def _counted(number: int, anchors: Anchors, found: set[tuple[int, int, int]], words: int) -> AnchorCount:
        """What was found of one pack's anchors."""
        any_of = [place for one, slot, place in found if one == number and slot < 0]
        each = tuple(sum((one, slot) == (number, n) for one, slot, _ in found) for n in range(len(anchors.all)))
        return AnchorCount(len(any_of), any(place < anchors.lead for place in any_of), each, words)


def _rows(pattern: Pattern) -> list[Row]:
    """The sequences of a pattern that begin with a word; an optional first word is left out."""
    return [row for row in pattern.sequences if row[0].kind == "word" and not row[0].optional]


def _goes_on(rest: Row, lowers: Sequence[str], place: int) -> bool:
    """Whether the rest of a sequence stands behind the word at `place`."""
    ends = {place}
    for element in rest:
        moved = set(ends) if element.optional or element.kind == "gap" else set()
        for end in ends:
            if element.kind == "gap":
                moved.update(range(end + 1, min(end + element.most + 1, len(lowers))))
            elif end + 1 < len(lowers) and _accepts(element, lowers[end + 1]):
                moved.add(end + 1)
        ends = moved
    return bool(ends)


@lru_cache(maxsize=1 << 15)
def _accepts(element: Element, low: str) -> bool:
    """Whether a word of the text is one of the element's; parts of speech are not known here and not asked for."""
    if not element.marked:
        return not element.keys.isdisjoint(forms_of(low, low))
    if f"={low}" in element.keys:
        return True
    return any(key.partition("/")[0] in forms_of(low, low) for key in element.keys if not key.startswith("="))
