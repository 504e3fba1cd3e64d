"""Whether "I" outside quotation marks is the author of an article, or of a letter that the article reprints."""

from __future__ import annotations

from framing.annotate.quotes.scene import Range, Scene
from framing.syntax.shapes import find_paragraphs

FIRST = frozenset({"i", "my", "me", "myself"})
PLURAL = frozenset({"we", "our", "us"})
LEAST = 2  # paragraphs in which the author says "I"
REACH = 6  # paragraphs behind a colon that may be reprinted


def is_author(scene: Scene, token: int) -> bool:
    """Whether the first person at `token` is the author: "I" stands in two paragraphs, and nothing is reprinted here.

    A text is taken for reprinted behind a paragraph that ends with a colon, as far as its first person goes on.
    """
    if scene.inside[token] >= 0:
        return False
    paragraphs = find_paragraphs(scene.parsed)
    own = [number for number, words in enumerate(paragraphs) if _says(scene, words, FIRST)]
    here = next(number for number, (first, last) in enumerate(paragraphs) if first <= token <= last)
    return len(own) >= LEAST and not _reprinted(scene, paragraphs, here)


def _reprinted(scene: Scene, paragraphs: list[Range], here: int) -> bool:
    """Whether a paragraph belongs to a text that a colon before it announces."""
    steps = 0
    for number in range(here - 1, -1, -1):
        steps += 1
        if steps > REACH:
            return False
        if scene.parsed.words[paragraphs[number][1]] == ":":
            return True
        if _says(scene, paragraphs[number], FIRST | PLURAL):
            steps = 0
    return False


def _says(scene: Scene, words: Range, pronouns: frozenset[str]) -> bool:
    """Whether one of the pronouns stands in a paragraph, outside quotation marks."""
    tokens = range(words[0], words[1] + 1)
    return any(
        scene.inside[t] < 0 and scene.parsed.pos[t] in {"PRON", "DET"} and scene.parsed.lowers[t] in pronouns
        for t in tokens
    )
