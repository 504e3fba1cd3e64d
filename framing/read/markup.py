"""Pieces of HTML -> the lines that they show."""

from __future__ import annotations

import html
import re

from framing.read.layout import BLOCK_TAG

UNSHOWN = re.compile(r"<!--|-->|<(/?(?:head|script|style|noscript|template|svg))\b[^<>]{0,2000}>", re.IGNORECASE)
ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


def show_markup(text: str) -> str:
    """The words of a piece of HTML, one block a line, entities as characters; plain text as it is."""
    if "<" not in text and "&" not in text:
        return text.strip()
    shown = html.unescape(ANY_TAG.sub("", BLOCK_TAG.sub("\n", drop_unshown(text))))
    return "\n".join(line for raw in shown.split("\n") if (line := " ".join(raw.split())))


def drop_unshown(page: str) -> str:
    """The page without comments, scripts and styles, in one pass however they are nested or left open."""
    kept, start, closing = [], 0, ""
    for mark in UNSHOWN.finditer(page):
        name = (mark.group(1) or mark.group()).lower()
        if closing:
            start, closing = (mark.end(), "") if name == closing else (start, closing)
        elif name != "-->" and not name.startswith("/"):
            kept.append(page[start : mark.start()])
            closing = "-->" if name == "<!--" else f"/{name}"
    return " ".join([*kept, "" if closing else page[start:]])
