"""An e-book (epub) -> its articles: a zip of XHTML pages in the order of its spine."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from framing.read.layout import word_count
from framing.read.markup import show_markup
from framing.read.plain import drafts_of_text
from framing.read.records import Draft, Drafts, Found, Metadata, Note, Unusable
from framing.read.values import is_address, one_line, own_address
from framing.read.zips import open_zip, parse_xml, read_member

CONTAINER = "META-INF/container.xml"
FEWEST_WORDS = 30  # of a page that is an article
ANY = "{*}"


def read_epub(found: Found, data: bytes, note: Note) -> Drafts:
    """The pages that are articles: one, or one each when several have a heading of their own.

    Raises:
        Unusable: it cannot be opened or holds no text.
    """
    box = open_zip(data)
    name = next((one.get("full-path") for one in parse_xml(read_member(box, CONTAINER)).iter(f"{ANY}rootfile")), "")
    book = parse_xml(read_member(box, name or ""))
    pages = [page for href in _spine(book) if (page := _page(read_member(box, _beside(name or "", href))))]
    known = _metadata(book)
    if not pages:
        raise Unusable("is an e-book without text", "Save the article as plain text, and use that file.")
    if len(pages) == 1 or not all(title for title, _ in pages):
        whole = "\n\n".join(text for _, text in pages)
        yield from drafts_of_text(found, whole, Metadata(title=pages[0][0]).or_else(known), paragraphs=True)
        return
    for number, (title, text) in enumerate(pages, start=1):
        at = found.part(number, "page")
        own = Metadata(title=title).or_else(found.known).or_else(known._replace(title="", url=""))
        yield Draft(at.shown, at.parts, text, own, paragraphs=True)


def _spine(book: Any) -> Iterator[str]:
    """The pages in reading order, the table of contents left out."""
    items = {one.get("id"): one for one in book.iter(f"{ANY}item")}
    for reference in book.iter(f"{ANY}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split() and reference.get("linear") != "no":
            yield unquote(item.get("href") or "")


def _beside(name: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), href))


def _page(data: bytes) -> tuple[str, str]:
    """The heading and the text of a page, or "" when it holds too little; the heading stands in the text too."""
    root = parse_xml(data)
    from lxml import etree

    heading = next(("".join(one.itertext()) for one in root.iter(f"{ANY}h1", f"{ANY}h2")), "")
    body = next(root.iter(f"{ANY}body"), root)
    text = show_markup(etree.tostring(body, encoding="unicode"))
    return (one_line(heading), text) if word_count(text) >= FEWEST_WORDS else ()  # type: ignore[return-value]


def _metadata(book: Any) -> Metadata:
    """Publisher, title, date and address that the book gives."""
    told = {
        name: next((one_line(one.text or "") for one in book.iter(f"{ANY}{name}")), "")
        for name in ("publisher", "title", "date", "source")
    }
    url = own_address(told["source"]) if is_address(told["source"]) else ""
    reason = "given in the file" if told["publisher"] else ""
    return Metadata(source=told["publisher"], title=told["title"], date=told["date"], url=url, source_from=reason)
