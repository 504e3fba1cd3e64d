"""Blocks of a text that are not the outlet's own although no verb of saying stands at them.

Posts and quotations that kept their tags ("<tweet author=…>…</tweet>"), what is copied from elsewhere behind a line of
its own ("From Bloomberg:"), and a speech or letter that a piece prints or makes up ("Here is the speech that …").

Source: Genette 1987, Seuils (what a text announces it will bring); own reading of saved pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.model import Span, VoiceSpan

TAGGED = re.compile(r"<(tweet|blockquote|q)\b([^>]*)>(.*?)</?\1\s*/?>", re.DOTALL | re.IGNORECASE)
AUTHOR_OF = re.compile(r"\bauthor=[\"“]@?([\w ]{2,40})[\"”]")
NAME = r"((?:the |The )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4})"
COPIED = re.compile(rf"^(?:From|Via) {NAME}:[ \t]*$", re.MULTILINE)
TEXTS = r"(?:address|column|essay|letter|remarks|speech|statement|text|transcript|version)"
PRINTED = re.compile(
    rf"^[^\n]*\b(?:here|what follows|the following)(?:['’]s| is| are)\b[^\n.:]*\b{TEXTS}\b[^\n.:]*[.:][ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:I|me|my)\b")
BROUGHT = re.compile(rf"^{NAME}?[^\n]*:\s*(?=“)", re.MULTILINE)
PARAGRAPHS = 8  # of a quotation whose marks stand only at both ends
OPENING, SAMPLE = 1200, 600  # characters: how far down such a text is announced, and how soon somebody says "I" in it


def find_copied(text: str) -> Iterator[VoiceSpan]:
    """The blocks, with whoever is named as their source; "" where nobody is."""
    for match in TAGGED.finditer(text):
        author = AUTHOR_OF.search(match[2])
        yield VoiceSpan(Span(*match.span()), "quoted", author[1] if author else "", ())
    yield from _printed_quotations(text)
    copied = COPIED.search(text)
    if copied and text[copied.end() :].strip():
        yield VoiceSpan(Span(copied.end(), len(text)), "attributed", copied[1], ())
    printed = PRINTED.search(text, 0, OPENING)
    if printed and FIRST_PERSON.search(text, printed.end(), printed.end() + SAMPLE):
        yield VoiceSpan(Span(printed.end(), len(text)), "attributed", "", ())


def _printed_quotations(text: str) -> Iterator[VoiceSpan]:
    """Quotations of several paragraphs behind a colon that open once, in the first, and close once, in the last."""
    for brought in BROUGHT.finditer(text):
        start = place = brought.end()
        depth = 0
        for line in text[start:].split("\n", PARAGRAPHS * 2)[: PARAGRAPHS * 2]:
            depth += line.count("“") - line.count("”")
            if depth != 1 or (place > start and line.startswith("“")):
                break
            place += len(line) + 1
        else:
            continue
        if depth == 0 and place > start and line.rstrip().endswith("”"):
            yield VoiceSpan(Span(start, place + len(line.rstrip())), "quoted", brought[1] or "", ())
