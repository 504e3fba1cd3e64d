"""A PDF -> its text in reading order: columns one after another, words whole, running heads left out.

The only file that knows the PDF reader (pypdfium2).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any, NamedTuple

from framing.read.layout import ends_sentence, word_count
from framing.read.parts import need_library
from framing.read.plain import drafts_of_text
from framing.read.records import Drafts, Found, Metadata, Note, Unusable
from framing.read.stamps import read_stamp

UNLOCK = "Open it with its password, print it to a new PDF, and use that file."
SCANNED = "It must go through text recognition (OCR) first; many scanning programs offer that."
MOST_PAGES = 200
EDGE = 0.09  # of a page's height, above and below which running heads stand
EDGE_WORDS = 14  # of a running head
LARGE = 1.25  # times the usual height of a line: a headline
BREAKS = ("\x02", "\ufffe", "\u00ad")  # where a hyphen broke a word at a line's end
FEWEST_WORDS = 8


class PdfLine(NamedTuple):
    """A line of a page and the box around it, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Height of the box."""
        return self.top - self.bottom


class PdfPage(NamedTuple):
    """The lines of one page and its size in points."""

    rows: tuple[PdfLine, ...]
    width: float
    height: float


def read_pdf(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of a PDF; outlet and date are taken from its head where they stand there.

    Raises:
        Unusable: it cannot be opened, or holds pictures of pages and no text.
    """
    pages = _open(data)
    if sum(word_count(row.text) for page in pages for row in page.rows) < FEWEST_WORDS:
        raise Unusable("is a PDF document without text: pictures of pages", SCANNED)
    heads = _running_heads(pages)
    rows = [row for page in pages for row in _in_order(page, heads)]
    stamp = next((row.text for page in pages for row in page.rows if row in heads and _stamp(row.text)), "")
    usual = median(row.height for row in rows) if rows else 0.0
    title = _headline(rows, usual)
    known = Metadata(title=title) if title else Metadata()
    paragraphs = list(_paragraphs(rows, usual))
    named = re.sub(r"\s+page \d+\s*$", "", stamp, flags=re.IGNORECASE)
    yield from drafts_of_text(
        found, "\n\n".join([*([_stamp(named)] if stamp else []), *paragraphs]), known, paragraphs=True
    )


def _stamp(line: str) -> str:
    """A head that names outlet and date, with a comma between them; "" when it does not."""
    bare = re.sub(r"\s*\bpage \d+\b\s*", " ", line, flags=re.IGNORECASE).strip()
    if (stamp := read_stamp(bare)) and stamp.source:
        return bare
    split = re.sub(
        r"\s+(?=(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+day,? [A-Z])",
        ", ",
        bare,
        count=1,
    )
    return split if (stamp := read_stamp(split)) and stamp.source else ""


def _open(data: bytes) -> list[PdfPage]:
    pdfium = need_library("pypdfium2", "PDF documents")
    try:
        document = pdfium.PdfDocument(data)
        return [_page(document[number]) for number in range(min(len(document), MOST_PAGES))]
    except Exception as error:  # a broken file raises PdfiumError, ValueError and others
        if "password" in str(error):
            raise Unusable("is a PDF document that is locked with a password", UNLOCK) from error
        remedy = "Open it in a PDF viewer, print it to a new PDF, or save the article as plain text."
        raise Unusable("is a PDF document that cannot be opened (it is damaged, or no PDF)", remedy) from error


def _page(page: Any) -> PdfPage:
    """The lines of a page in the order of the file; boxes that continue one another on a line are one."""
    text = page.get_textpage()
    rows: list[PdfLine] = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left - 0.5, bottom, right + 0.5, top).replace("\r", "").strip("\n\r ")
        before = rows[-1] if rows else None
        if not words.strip():
            continue
        if (
            before
            and abs(before.bottom - bottom) < 0.5 * (top - bottom)
            and -1 <= left - before.right < 2 * (top - bottom)
        ):
            joined = f"{before.text.rstrip()} {words.strip()}" if left - before.right > 0.5 else before.text + words
            rows[-1] = PdfLine(joined, before.left, min(bottom, before.bottom), right, max(top, before.top))
        else:
            rows.append(PdfLine(words, left, bottom, right, top))
    width, height = page.get_size()
    return PdfPage(tuple(rows), width, height)


def _running_heads(pages: Sequence[PdfPage]) -> set[PdfLine]:
    """Short lines at the edges of pages: those that come again, numbers aside, and those set apart from the text."""
    counted = Counter(_bare(row.text) for page in pages for row in page.rows if _at_edge(row, page))
    heads = set()
    for page in pages:
        usual = median(row.height for row in page.rows) if page.rows else 0.0
        for row in page.rows:
            apart = not any(
                other is not row and abs(other.bottom - row.bottom) < 2.2 * usual and not _at_edge(other, page)
                for other in page.rows
            )
            again = counted[_bare(row.text)] > 1
            if _at_edge(row, page) and word_count(row.text) <= EDGE_WORDS and (again or apart):
                heads.add(row)
    return heads


def _bare(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold().strip()


def _at_edge(row: PdfLine, page: PdfPage) -> bool:
    return row.bottom > page.height * (1 - EDGE) or row.top < page.height * EDGE


def _in_order(page: PdfPage, heads: set[PdfLine]) -> list[PdfLine]:
    """The lines of a page as they are read: what crosses the columns first, then column by column."""
    rows = [row for row in page.rows if row not in heads]
    gutter = _gutter(rows, page)
    if gutter is None:
        return sorted(rows, key=lambda row: (-round(row.bottom, 1), row.left)) if _scattered(rows) else rows
    wide = [row for row in rows if row.left < gutter < row.right]
    left = [row for row in rows if row.right <= gutter]
    right = [row for row in rows if row.left >= gutter]
    return [row for part in (wide, left, right) for row in sorted(part, key=lambda row: -row.bottom)]


def _scattered(rows: Sequence[PdfLine]) -> bool:
    """Whether the file holds the lines of one column in another order than they stand in."""
    up = sum(after.bottom > before.top for before, after in zip(rows, rows[1:], strict=False))
    return up > 0.1 * max(1, len(rows))


def _gutter(rows: Sequence[PdfLine], page: PdfPage) -> float | None:
    """Where the white band between two columns stands, or None when there is one column."""
    if len(rows) < 8:
        return None
    for share in (0.5, 0.48, 0.52, 0.45, 0.55, 0.42, 0.58, 0.4, 0.6, 0.35, 0.65):
        at = page.width * share
        left, right = [row for row in rows if row.right <= at], [row for row in rows if row.left >= at]
        crossing = len(rows) - len(left) - len(right)
        beside = sum(any(abs(one.bottom - other.bottom) < one.height for other in right) for one in left)
        if (
            crossing <= 0.25 * len(rows)
            and min(len(left), len(right)) >= 0.2 * len(rows)
            and beside >= 0.4 * min(len(left), len(right))
        ):
            return at
    return None


def _headline(rows: Sequence[PdfLine], usual: float) -> str:
    """The first lines that are set larger than the text."""
    lines: list[str] = []
    for row in rows[:12]:
        if row.height > LARGE * usual:
            lines.append(row.text.strip())
        elif lines:
            break
    return " ".join(" ".join(lines).split())


def _paragraphs(rows: Sequence[PdfLine], usual: float) -> Iterator[str]:
    """Lines joined to paragraphs; a line that a hyphen broke goes on without it."""
    text, before = "", None
    for row in rows:
        if before is not None and _begins(row, before, usual):
            yield text
            text = ""
        line = row.text.replace("\n", "").strip()
        text = text[:-1] + line if text.endswith(BREAKS) else f"{text} {line}".strip()
        before = row
    if text:
        yield text


def _begins(row: PdfLine, before: PdfLine, usual: float) -> bool:
    """Whether a line opens a paragraph: another size, a gap, or a line set in after a full stop."""
    if (row.height > LARGE * usual) != (before.height > LARGE * usual):
        return True
    gap = before.bottom - row.top
    if gap < -2 * usual:  # the next column or page
        return ends_sentence(before.text)
    if gap > 0.9 * usual:
        return True
    set_in = row.left - before.left > 0.6 * usual
    return ends_sentence(before.text) and (set_in or before.right < row.right - 4 * usual)
