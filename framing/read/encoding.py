"""Bytes -> text: byte order marks, UTF-8, UTF-16, declared character sets, Windows and Mac text, and nothing binary."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from framing.read.records import Note, Unusable

SAVE_AS_TEXT = "Save the page once more, or the article as plain text (.txt, UTF-8), and use that file."
MAX_CHARACTERS = 120_000  # of one article: about 20,000 words, longer than the longest reportage
SAMPLE = 8_192  # bytes looked at to tell text from data
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet table"),
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
PUNCTUATION = "‘’“”–—…"
ACCENTED_ROW = re.compile("[\u00c0-\u00ff]{3}")
FOLLOWING = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # bytes of UTF-8 after the first, as Windows-1252 or Latin-1
# several bytes of one letter read as letters of their own (Windows, Mac, Cyrillic), or controls meant as punctuation
MAYBE_MISREAD = re.compile(f"[Â-ß]{FOLLOWING}|[à-ô]{FOLLOWING}{{2}}|Ã |‚Ä|√[^\x00-\x7f]|вЂ|[\x91-\x97]")


class Decoded(NamedTuple):
    """A text, the encoding it was stored in, and a warning ("" when there is nothing to say)."""

    text: str
    encoding: str
    warning: str = ""


def refuse_long(text: str) -> None:
    """Nothing, when the text may be an article.

    Raises:
        Unusable: it is longer than any.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_long(f"{len(text):,} characters")


def too_long(size: str) -> Unusable:
    """The problem that a text of that size is longer than any article."""
    limit = f"{MAX_CHARACTERS:,} characters"
    return Unusable(f"is too long for one article ({size}; the limit is {limit})", "Split it into one file an article.")


def foresee_nothing(error: Exception) -> Unusable:
    """The problem that a reader fell over a file in a way that no rule of its own foresaw."""
    return Unusable(f"cannot be read ({type(error).__name__}: {error})"[:200], SAVE_AS_TEXT)


def decode_text(data: bytes, note: Note, *, declared: str = "") -> str:
    """The text in some bytes; what had to be guessed or replaced is told to `note`.

    Raises:
        Unusable: it is no text.
    """
    decoded = decode(data, declared=declared)
    if decoded.warning:
        note(decoded.warning)
    return decoded.text


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """The text in `data`, newlines as they are; `declared` is the character set that the file itself names.

    Raises:
        Unusable: the bytes are no text, or their encoding cannot be told.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _with_mark(data, encoding)
    encoding = _unmarked_utf16(data[:SAMPLE])
    if encoding:
        return Decoded(data.decode(encoding, errors="replace"), encoding)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _declared(data, declared) or _legacy(data)


def repair_misread(text: str) -> str:
    """The text with UTF-8 that was read as something else set right ("donâ€™t" -> "don’t"); usually the text itself.

    Source: Speer 2019, ftfy.
    """
    if not MAYBE_MISREAD.search(text):
        return text
    from ftfy import fix_encoding

    return fix_encoding(text)


def _with_mark(data: bytes, encoding: str) -> Decoded:
    """Text behind a byte order mark; a broken end is replaced and said."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, encoding, f"{text.count(chr(0xFFFD))} damaged characters were replaced by �")


def _unmarked_utf16(sample: bytes) -> str:
    """Name of the encoding when every other byte is zero, as in English UTF-16, else ""."""
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else ""


def _refuse_binary(data: bytes) -> None:
    for magic, name in SIGNATURES:
        if data.startswith(magic):
            raise Unusable(f"is {name}, not text", SAVE_AS_TEXT)
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, CONTROLS)) > len(sample) * 0.01:
        raise Unusable("is binary data, not text", SAVE_AS_TEXT)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, or None when the text is something else."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - broken
    if good < 4 * broken:
        return None
    return Decoded(text, "utf-8", f"{broken} damaged characters were replaced by �")


def _declared(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), name.lower()) if name else None
    except (LookupError, UnicodeDecodeError):
        return None


def _legacy(data: bytes) -> Decoded:
    """Eight-bit text: Windows-1252 or Mac Roman when it reads as western, else what charset-normalizer finds."""
    guesses = [guess for guess in (_declared(data, "cp1252"), _declared(data, "mac_roman")) if guess]
    best = max(guesses, key=lambda guess: sum(guess.text.count(mark) for mark in PUNCTUATION))
    if _reads_western(best.text):
        return best._replace(warning=f"is not UTF-8; it was read as {best.encoding}")
    from charset_normalizer import from_bytes

    found = from_bytes(data[: 16 * SAMPLE]).best()
    guess = _declared(data, found.encoding) if found else None
    if guess is None:
        raise Unusable("is in an encoding that cannot be told", "Open it in an editor and save it as UTF-8.")
    return guess._replace(warning=f"is not UTF-8; it was read as {guess.encoding}")


def _reads_western(text: str) -> bool:
    """Whether letters with accents stand alone among plain ones; in a wrongly read text they stand in rows."""
    plain = sum(character < "\x80" for character in text)
    in_rows = 3 * len(ACCENTED_ROW.findall(text))
    return in_rows < 0.1 * max(1, len(text) - plain) and plain > 0.7 * len(text)
