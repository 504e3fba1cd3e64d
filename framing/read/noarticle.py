"""Pages that are no articles: consent notices, errors, robot checks, pay walls, lists. Their signs are data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from framing.packs.tomlfile import read_toml
from framing.read.layout import word_count
from framing.read.records import Unusable

SIGNS = Path(__file__).with_name("noarticle.toml")
FEWEST_TEASERS = 3  # linked headings that make a page an index
PROSE_WORDS = 15  # of a paragraph
LONG_RUN = 3  # paragraphs of prose in a row that make a page an article whatever it links to


class Kind(NamedTuple):
    """One kind of page that is no article."""

    name: str
    title: re.Pattern[str]
    terms: tuple[re.Pattern[str], ...]
    least: int
    many: int
    words: int
    remedy: str


@cache
def load_kinds() -> tuple[Kind, ...]:
    """The kinds, in the order in which they are tried."""
    return tuple(
        Kind(
            one["name"],
            re.compile(one["title"] or "(?!)", re.IGNORECASE | re.MULTILINE),
            tuple(re.compile(rf"\b(?:{term})", re.IGNORECASE) for term in one["terms"]),
            one["least"],
            one["many"],
            one["words"],
            one["remedy"],
        )
        for one in read_toml(SIGNS)["kind"]
    )


def refuse_no_article(title: str, heading: str, text: str) -> None:
    """Nothing, when what stands on a page may be an article.

    `text` is what was taken for the article, `title` holds its titles, one a line.

    Raises:
        Unusable: it is a page of another kind.
    """
    count = word_count(text)
    for kind in load_kinds():
        if count > kind.words:
            continue
        found = sum(term.search(f"{heading}\n{text}") is not None for term in kind.terms)
        titled = kind.title.search(heading) or kind.title.search(title)
        if found >= kind.many or (titled and found >= kind.least):
            raise Unusable(f"is {kind.name}", kind.remedy)


def refuse_index(root: Any) -> None:
    """Nothing, when a page may be an article.

    Raises:
        Unusable: it shows teasers: headings or items that are links, each with a paragraph at most.
    """
    teasers, prose, run, longest = 0, 0, 0, 0
    house = None
    for one in root.iter("h2", "h3", "h4", "li", "p"):
        if one.tag == "p":
            if word_count("".join(one.itertext())) >= PROSE_WORDS:
                run = run + 1 if one.getparent() is house else 1
                house, prose, longest = one.getparent(), prose + 1, max(longest, run)
        elif _is_teaser(one):
            teasers, house = teasers + 1, None
    if teasers >= FEWEST_TEASERS and longest < LONG_RUN and prose <= 2 * teasers:
        raise Unusable(
            "is an index page with teasers, no article", "Open the articles that it lists and save each of them."
        )


def _is_teaser(element: Any) -> bool:
    """Whether a heading is a link, or an item of a list opens with one and a paragraph follows in it."""
    if element.tag == "li":
        linked = next(("".join(link.itertext()).strip() for link in element.iter("a")), "")
        opens = "".join(element.itertext()).lstrip().startswith(linked)
        return opens and word_count(linked) >= 3 and next(element.iter("p"), None) is not None
    own = word_count("".join(element.itertext()))
    in_link = any(one.tag == "a" for one in element.iterancestors())
    inside = sum(word_count("".join(one.itertext())) for one in element.iter("a"))
    return own >= 3 and (in_link or inside >= 0.8 * own)
