"""Markdown -> the text that it shows."""

from __future__ import annotations

import re

from framing.read.metadata import split_front_matter
from framing.read.plain import decode_article
from framing.read.records import Draft, Drafts, Found, Metadata, Note

MARKUP = (
    (re.compile(r"```.{0,5000}?```|<!--.{0,5000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,1000}\)"), ""),
    (re.compile(r"\[([^\]]{1,300})\]\([^)]{0,1000}\)"), r"\1"),
    (
        re.compile(
            r"^[ \t]{0,3}(?:>[ \t]?)+|^[ \t]{0,3}[-*+][ \t]+(?=\S)|^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE
        ),
        "",
    ),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.{1,300}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_`])(?=\S)([^*_`\n]{1,300}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.{0,300}?)[ \t#]{0,9}$", re.MULTILINE)
TITLE = re.compile(r"\A\s*#[ \t]+(.{1,300}?)[ \t#]{0,9}$", re.MULTILINE)


def read_markdown(found: Found, data: bytes, note: Note) -> Drafts:
    """Markdown without its marks; a first heading is the title, lines of a paragraph are joined."""
    known, body = split_front_matter(decode_article(data, note))
    title = TITLE.match(body)
    body = HEADING.sub(r"\n\n\1\n\n", body)
    for pattern, plain in MARKUP:
        body = pattern.sub(plain, body)
    blocks = (" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", body.replace("\r\n", "\n")))
    first = _strip_marks(title.group(1)) if title else ""
    known = found.known.or_else(known).or_else(Metadata(title=first))
    yield Draft(found.shown, found.parts, "\n\n".join(block for block in blocks if block), known, paragraphs=True)


def _strip_marks(text: str) -> str:
    for pattern, plain in MARKUP:
        text = pattern.sub(plain, text)
    return text.strip()
