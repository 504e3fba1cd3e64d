"""Characters and lines put in order: composed, visible, one paragraph a line."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(r"[^\S\n]+")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]"
)
ENTITY = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|amp|quot|lt|gt|nbsp|apos|[lr][sd]quo|[mn]dash|hellip|[a-z]{1,2}acute);"
)
BLOCK_TAG = re.compile(
    r"</?(?:p|br|hr|div|h[1-6]|li|ul|ol|d[ltd]|t[rdh]|table|caption|blockquote|pre|figure|figcaption|section|article"
    r"|main|header|footer|aside|nav|form)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
INLINE_TAG = re.compile(
    r"</?(?:a|b|i|em|strong|span|u|sup|sub|img|tweet|font|small)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
HALVES = re.compile("[\ud800-\udfff]")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")
WORD = re.compile(r"[^\W_]\S*")
HYPHENATED = re.compile(r"(?<=[a-z])-$")
MIN_WIDTH, MAX_WIDTH = 45, 100  # characters of a line in a text broken by hand or by a mail program
ENOUGH_LINES = 4  # that others follow, from which their widths and ends alone tell
FULL = 0.85  # of the widest line
REMEMBERED = 512  # lines: one article asks of each several times


def tidy_characters(text: str) -> str:
    """The text in NFC with plain spaces and newlines, without control, zero-width and direction characters.

    What is left of a web page's code is read as the page would show it: `&amp;` is an ampersand, `<br>` a new line.
    """
    if "<" in text:
        text = INLINE_TAG.sub("", BLOCK_TAG.sub("\n\n", text))
    if "&" in text:
        text = html.unescape(text) if ENTITY.search(text) else text
    text = HALVES.sub("\ufffd", LINE_BREAKS.sub("\n", text))
    return SPACES.sub(" ", unicodedata.normalize("NFC", INVISIBLE.sub("", text)).replace("\t", " "))


def drop_controls(text: str) -> str:
    """The text as it is, but for zeros and half characters, which no file can hold: each becomes one �."""
    return HALVES.sub("\ufffd", text).replace("\0", "\ufffd")


def split_paragraphs(text: str, *, paragraphs: bool = False) -> list[str]:
    """The paragraphs of a tidy text, none of them empty; lines broken at a fixed width are joined first.

    With `paragraphs` every line is taken as a paragraph.
    """
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    lines = [[line.strip() for line in block.split("\n") if line.strip()] for block in blocks]
    if paragraphs or not _broken_by_width(lines):
        return [line for block in lines for line in block]
    return [_join(block) for block in lines]


def blank_after_first(text: str) -> bool:
    """Whether a blank line follows the first line that holds something."""
    return re.match(r"\s*[^\n]+\n[^\S\n]*\n", text) is not None


@lru_cache(REMEMBERED)
def word_count(text: str) -> int:
    """Words in a line or text: runs of letters and digits between spaces."""
    return len(WORD.findall(text))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks apart."""
    return SENTENCE_END.search(line[-12:]) is not None


def _broken_by_width(blocks: list[list[str]]) -> bool:
    """Whether lines end where the page was full: of middling width, most of them in the middle of a sentence."""
    inner = [line for block in blocks for line in block[:-1]]
    full = sum(MIN_WIDTH <= len(line) <= MAX_WIDTH for line in inner)
    if len(inner) < ENOUGH_LINES:
        return full == len(inner) and _read_on(blocks)
    open_ended = sum(not ends_sentence(line) for line in inner)
    return full >= 0.8 * len(inner) and open_ended >= 0.6 * len(inner)


def _read_on(blocks: list[list[str]]) -> bool:
    """Whether the few lines that others follow are as wide as the page, or the next one goes on with a small letter."""
    pairs = [pair for block in blocks for pair in zip(block, block[1:], strict=False)]
    width = max((len(line) for line, _ in pairs), default=0)
    small = [after[:1].islower() for _, after in pairs]
    return any(small) and all(
        goes_on or len(line) >= FULL * width for (line, _), goes_on in zip(pairs, small, strict=True)
    )


def _join(lines: list[str]) -> str:
    """One line; a hyphen at a line's end stays, since it cannot be told from a compound's."""
    text = lines[0]
    for line in lines[1:]:
        text += line if HYPHENATED.search(text) else f" {line}"
    return text
