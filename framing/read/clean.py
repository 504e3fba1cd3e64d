"""Text as it was saved -> headline and body, and everything that was cut away on the way.

Precision first: a line goes only when a rule takes all of it for furniture or when its words stand elsewhere in the
article; what goes is kept with its reason.
"""

from __future__ import annotations

from typing import NamedTuple

from framing.read.furniture import find_furniture, is_body, same_words
from framing.read.layout import blank_after_first, drop_controls, split_paragraphs, tidy_characters
from framing.read.repeats import find_headline, find_repeats, split_dateline, strip_site


class Cleaned(NamedTuple):
    """A headline ("" when there is none), the paragraphs of the body, and (reason, words) of what was cut."""

    headline: str
    body: tuple[str, ...]
    removed: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """Headline, blank line, body; paragraphs are set apart by a blank line."""
        return "\n\n".join((self.headline, *self.body) if self.headline else self.body)


def clean_text(text: str, *, title: str = "", source: str = "", paragraphs: bool = False) -> Cleaned:
    """The article in a saved text. `title` and `source` are what is known already, "" when nothing is.

    With `paragraphs` every line is a paragraph; otherwise lines broken at a fixed width are joined.
    """
    tidy = tidy_characters(text)
    lines = split_paragraphs(tidy, paragraphs=paragraphs)
    removed: list[tuple[str, str]] = []
    headline, gone = strip_site(tidy_characters(title).strip(), source=source, others=lines[:8])
    if gone:
        removed.append(("name of the site", gone))
    cuts = find_furniture(lines, source=source)
    lines = _cut(lines, cuts, removed)
    if not headline:
        headline, lines = _own_headline(lines, source, removed, set_apart=blank_after_first(tidy) or bool(cuts))
    lines = _once(lines, headline, removed)
    return Cleaned(headline, tuple(_without_dateline(lines, removed)), tuple(removed))


def keep_text(text: str, *, title: str = "") -> Cleaned:
    """The text verbatim; its headline is the title or the first line, when the text opens with it."""
    text = drop_controls(text)
    first = text.split("\n", 1)[0].rstrip("\r")
    if title and text.startswith(title):
        return Cleaned(title, (text,))
    rest = [line for line in text[len(first) :].splitlines() if line.strip()]
    headline = find_headline([first, *rest], set_apart=blank_after_first(text)) if first.strip() == first else ""
    return Cleaned(headline, (text,))


def _cut(lines: list[str], cuts: dict[int, str], removed: list[tuple[str, str]]) -> list[str]:
    """The lines that stay; the others are put down as removed."""
    removed.extend((cuts[number], lines[number]) for number in sorted(cuts))
    return [line for number, line in enumerate(lines) if number not in cuts]


def _once(lines: list[str], headline: str, removed: list[tuple[str, str]]) -> list[str]:
    """The lines without what is printed twice; the title's first place is the headline itself and no removal."""
    cuts = find_repeats(lines, headline)
    standing = [n for n, reason in cuts.items() if reason == "repeated title" and same_words(lines[n], headline)]
    kept = [(n, line) for n, line in enumerate(lines) if n not in standing[:1]]
    removed.extend((cuts[n], line) for n, line in kept if n in cuts)
    return [line for n, line in kept if n not in cuts]


def _own_headline(
    lines: list[str], source: str, removed: list[tuple[str, str]], *, set_apart: bool
) -> tuple[str, list[str]]:
    """The headline that the text itself opens with, without the site's name, and the lines after it."""
    found = find_headline(lines, set_apart=set_apart)
    if not found:
        return "", lines
    headline, gone = strip_site(found, source=source, others=lines[1:6])
    if gone:
        removed.append(("name of the site", gone))
    return headline, lines[1:]


def _without_dateline(lines: list[str], removed: list[tuple[str, str]]) -> list[str]:
    """The lines, the first paragraph of prose without the place and agency before it."""
    for number, line in enumerate(lines[:4]):
        dateline, rest = split_dateline(line)
        if dateline and is_body(rest):
            removed.append(("dateline", dateline.strip()))
            return [*lines[:number], rest, *lines[number + 1 :]]
    return lines
