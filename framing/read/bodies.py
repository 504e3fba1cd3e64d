"""The body of an article that its page keeps in several boxes: what the extractor found, and where it goes on."""

from __future__ import annotations

from typing import Any

from framing.read.furniture import letters
from framing.read.layout import word_count
from framing.read.structure import element_words

PROSE_WORDS = 8  # of a paragraph
FEWEST_WORDS = 40  # in all boxes together that go on
SAME_HOUSE = 4  # steps up from two boxes to the element that holds both


def go_on(root: Any, text: str) -> str:
    """The text with the paragraphs of boxes that are marked as those that hold it, in the order of the page.

    Pages cut their articles in boxes around pictures and advertisements; an extractor may stop after the first.
    """
    lines = {letters(line) for line in text.split("\n") if word_count(line) >= PROSE_WORDS}
    paragraphs = [one for one in root.iter("p") if word_count(element_words(one)) >= PROSE_WORDS]
    held = [letters(element_words(one)) in lines for one in paragraphs]
    if sum(held) < 2:
        return text
    boxes = {_key(one.getparent()): one.getparent() for one, there in zip(paragraphs, held, strict=True) if there}
    boxes.pop(("", ""), None)
    houses = {key: _house(box) for key, box in boxes.items()}
    first = held.index(True)
    taken = [
        there or (number > first and _in_house(one.getparent(), houses))
        for number, (one, there) in enumerate(zip(paragraphs, held, strict=True))
    ]
    more = [one for one, there, take in zip(paragraphs, held, taken, strict=True) if take and not there]
    fresh = [one for one in more if letters(element_words(one)) not in letters(text)]
    if sum(word_count(element_words(one)) for one in fresh) < FEWEST_WORDS:
        return text
    return _woven(text, [element_words(one) for one, take in zip(paragraphs, taken, strict=True) if take], lines)


def _key(box: Any) -> tuple[str, str]:
    """Tag and class of a box, ("", "") when it bears no class."""
    marks = " ".join((box.get("class") or "").split())
    return (box.tag, marks) if marks else ("", "")


def _house(box: Any) -> Any:
    """The element a few steps above a box, which holds the boxes of the same article."""
    house = box
    for _ in range(SAME_HOUSE):
        parent = house.getparent()
        if parent is None or parent.tag in ("body", "html"):
            return house
        house = parent
    return house


def _in_house(box: Any, houses: dict[tuple[str, str], Any]) -> bool:
    house = houses.get(_key(box))
    return house is not None and any(up is house for up in (box, *box.iterancestors()))


def _woven(text: str, paragraphs: list[str], lines: set[str]) -> str:
    """The text's lines with the new paragraphs after the one that they follow."""
    found = text.split("\n")
    place = {letters(line): number for number, line in enumerate(found) if letters(line) in lines}
    added: dict[int, list[str]] = {}
    at = len(found) - 1
    whole = letters(text)
    for paragraph in paragraphs:
        words = letters(paragraph)
        if words in place:
            at = place[words]
        elif words not in whole:
            added.setdefault(at, []).append(paragraph)
    return "\n".join(line for number, one in enumerate(found) for line in (one, *added.get(number, ())))
