"""Markdown -> the text that it shows. The only file that knows the Markdown parser (markdown-it-py)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.read.encoding import decode_text
from framing.read.exports import split_export
from framing.read.layout import BLOCK_TAG
from framing.read.markup import ANY_TAG, drop_unshown
from framing.read.metadata import split_front_matters
from framing.read.plain import drafts_of_text
from framing.read.records import Draft, Drafts, Found, Metadata, Note, Skipped

if TYPE_CHECKING:
    from markdown_it.token import Token

BREAKS = ("softbreak", "hardbreak")


def read_markdown(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts without their marks; a heading of the first level that opens one is its title."""
    text = decode_text(data, note).replace("\r\n", "\n")
    parts = split_front_matters(text)
    if len(parts) == 1 and split_export(parts[0][1], found.layouts):
        for one in drafts_of_text(found, text):
            yield one if isinstance(one, Skipped) else _shown(one)
        return
    for number, (front, body) in enumerate(parts, start=1):
        title, paragraphs = show_markdown(body)
        known = front.or_else(Metadata(title=title))
        several = len(parts) > 1
        at, told = (found.part(number), known.or_else(found.known)) if several else (found, found.known.or_else(known))
        yield Draft(at.shown, at.parts, "\n\n".join(paragraphs), told, paragraphs=True)


def _shown(draft: Draft) -> Draft:
    """An article of an export without marks."""
    title, paragraphs = show_markdown(draft.text)
    headline = show_markdown(draft.known.title)[1]
    known = draft.known._replace(title=title or " ".join(headline))
    return replace(draft, text="\n\n".join(paragraphs), known=known, paragraphs=True)


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
