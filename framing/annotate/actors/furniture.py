"""Lines and openings that name nobody: captions, links to other pages, rows of buttons, comments, datelines."""

from __future__ import annotations

from collections.abc import Iterator

from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.shapes import find_paragraphs

LONGEST = 14  # tokens of a dateline
SHORTEST = 2  # letters of a place in capitals
_DASHES = frozenset(("-", "–", "—", "--"))


def find_furniture_tokens(parsed: Parsed, words: ActorWords) -> frozenset[int]:
    """Tokens whose capitals are no names of whom the article writes about."""
    found: set[int] = set()
    below = False  # what stands under "Comments" is readers', to the end
    for first, last in find_paragraphs(parsed):
        end = last + 1
        opening = " ".join(parsed.lowers[first : min(first + 3, end)])
        below = below or (end - first <= 2 and opening.strip(" :") in words.comment_headings)
        if below or _is_caption(parsed, first, end, words) or _is_buttons(parsed, first, end, words):
            found.update(range(first, end))
        else:
            found.update(_dateline(parsed, first, end))
    return frozenset(found)


def _is_caption(parsed: Parsed, first: int, end: int, words: ActorWords) -> bool:
    """Whether a paragraph opens like a caption or a link: "File photo:", "Read more:"."""
    for colon in range(first + 1, min(first + 4, end)):
        if parsed.words[colon] == ":":
            return " ".join(parsed.lowers[first:colon]) in words.caption_openings
    return False


def _is_buttons(parsed: Parsed, first: int, end: int, words: ActorWords) -> bool:
    """Whether a paragraph opens with a row of buttons: "Share Like Reply"."""
    return end - first >= 2 and all(lower in words.button_words for lower in parsed.lowers[first : first + 2])


def _dateline(parsed: Parsed, first: int, end: int) -> Iterator[int]:
    """Tokens of a paragraph's opening that say where it was written and by which agency: "LUND (AP) —"."""
    dash = next((t for t in range(first + 1, min(first + LONGEST, end)) if parsed.words[t] in _DASHES), None)
    if dash is None or not (parsed.words[first].isupper() and len(parsed.words[first]) > SHORTEST):
        return
    before = range(first, dash)
    if all(parsed.words[t][0].isupper() or not parsed.words[t].isalpha() for t in before):
        yield from before
