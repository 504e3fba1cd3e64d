"""Plain text and Markdown -> the text that they show. The only file that knows the Markdown parser (markdown-it-py)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from framing.read.encoding import decode_article
from framing.read.layout import BLOCK_TAG
from framing.read.metadata import split_front_matter
from framing.read.page import ANY_TAG, drop_unshown
from framing.read.records import Draft, Drafts, Found, Metadata, Note

if TYPE_CHECKING:
    from markdown_it.token import Token

BREAKS = ("softbreak", "hardbreak")


def read_plain(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of a file, without the front matter that may open it."""
    known, body = split_front_matter(decode_article(data, note))
    yield Draft(found.shown, found.parts, body, found.known.or_else(known))


def read_markdown(found: Found, data: bytes, note: Note) -> Drafts:
    """The text without its marks; a heading of the first level that opens it is the title."""
    known, body = split_front_matter(decode_article(data, note))
    title, paragraphs = show_markdown(body)
    known = found.known.or_else(known).or_else(Metadata(title=title))
    yield Draft(found.shown, found.parts, "\n\n".join(paragraphs), known, paragraphs=True)


def show_markdown(text: str) -> tuple[str, list[str]]:
    """The title, or "", and headings, paragraphs and items of lists in their order, each as one line.

    Words stay as they are. Code between fences, pictures, comments and bare addresses are left out; indented text is a
    paragraph and no code.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("strikethrough").disable("code").parse(text)
    title, *paragraphs = (" ".join(block.split()) for block in (_title(tokens), *_blocks(tokens)))
    return title, [line for line in paragraphs if line]


def _title(tokens: Sequence[Token]) -> str:
    """The words of a heading of the first level that opens the text, or ""."""
    return _words(tokens[1].children or ()) if tokens and tokens[0].tag == "h1" else ""


def _blocks(tokens: Iterable[Token]) -> Iterator[str]:
    """The words of each block; an item of a numbered list begins with its number."""
    number = ""
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            yield number + _words(token.children or ())
            number = ""
        elif token.type == "html_block":
            shown = ANY_TAG.sub("", BLOCK_TAG.sub("\n\n", drop_unshown(token.content)))
            yield from re.split(r"\n\s*\n", html.unescape(shown))


def _words(tokens: Iterable[Token]) -> str:
    """What a reader sees of a block: text and code, breaks as spaces; no pictures, tags and bare addresses."""
    words: list[str] = []
    bare = False
    for token in tokens:
        if token.markup == "autolink":
            bare = token.type == "link_open"
        elif token.type in BREAKS or (token.type == "html_inline" and BLOCK_TAG.match(token.content)):
            words.append(" ")
        elif token.type in ("text", "code_inline") and not bare:
            words.append(token.content)
    return "".join(words)
