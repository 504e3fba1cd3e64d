"""Plain text, and what every format of one text has in common: decoding, and how long an article may be."""

from __future__ import annotations

from framing.read.encoding import decode
from framing.read.metadata import split_front_matter
from framing.read.records import Draft, Drafts, Found, Note, Unusable

MAX_CHARACTERS = 120_000  # of one article: about 20,000 words, longer than the longest reportage


def read_plain(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of a file, without the front matter that may open it."""
    known, body = split_front_matter(decode_article(data, note))
    yield Draft(found.shown, found.parts, body, found.known.or_else(known))


def decode_article(data: bytes, note: Note) -> str:
    """The text in the bytes of one article.

    Raises:
        Unusable: it is no text, or longer than any article.
    """
    text = decode_text(data, note)
    if len(text) > MAX_CHARACTERS:
        raise Unusable(*too_long(f"{len(text):,} characters"))
    return text


def decode_text(data: bytes, note: Note, *, declared: str = "") -> str:
    """The text in some bytes; what had to be guessed or replaced is told to `note`.

    Raises:
        Unusable: it is no text.
    """
    decoded = decode(data, declared=declared)
    if decoded.warning:
        note(decoded.warning)
    return decoded.text


def too_long(size: str) -> tuple[str, str]:
    """Reason and remedy for a text that is longer than any article."""
    limit = f"{MAX_CHARACTERS:,} characters"
    return f"is too long for one article ({size}; the limit is {limit})", "Split it into one file an article."
