"""E-mails and whole web pages in one file (mhtml) -> their text, by the standard library's reader of MIME."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from framing.read.layout import word_count
from framing.read.markup import show_markup
from framing.read.page import drafts_of_page, page_text
from framing.read.plain import drafts_of_text
from framing.read.records import Drafts, Found, Metadata, Note, Unusable
from framing.read.values import one_line, own_address, site_of

HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t]+[^\n]*\r?\n)*){2,}\r?\n", re.DOTALL
)
SIGNS = (b"\nmime-version:", b"\ncontent-type:", b"\nreceived:", b"\nmessage-id:")
SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
FEWEST_WORDS = 20  # of a plain part that stands for the mail
SAVE_AGAIN = "Save the mail's text as plain text, and use that file."


def reads_as_mail(data: bytes) -> bool:
    """Whether some bytes open with the header of a mail."""
    head = HEADER.match(data[:20_000])
    lowered = b"\n" + head.group().lower() if head else b""
    return any(sign in lowered for sign in SIGNS) and (b"\nfrom:" in lowered or b"\nsubject:" in lowered)


def read_mail(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of a mail once, without its header and signature; the sender is its outlet.

    Raises:
        Unusable: it holds no text.
    """
    message = _parse(data)
    plain, page = _part(message, "text/plain"), _part(message, "text/html")
    text = SIGNATURE.split(plain.replace("\r\n", "\n"))[0]
    if word_count(text) < FEWEST_WORDS and page:
        text = show_markup(page)
    if not text.strip():
        raise Unusable("is a mail without text", SAVE_AGAIN)
    yield from drafts_of_text(found, text, _metadata(message))


def read_mhtml(found: Found, data: bytes, note: Note) -> Drafts:
    """The article of a web page saved as one file; the day of saving is not its date.

    Raises:
        Unusable: there is no page in it.
    """
    message = _parse(data)
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    payload = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(payload, bytes):
        raise Unusable(
            "is a web page in one file, but no page can be found in it", "Save the page once more as “HTML only”."
        )
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    known = Metadata(url=own_address(one_line(address)), not_after=_day(message))
    page = page_text(payload, note, declared=part.get_content_charset() or "")
    yield from drafts_of_page(found, page, known)


def _parse(data: bytes) -> EmailMessage:
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except Exception as error:  # malformed headers raise what the parser happens to raise
        raise Unusable(f"is a mail that cannot be read ({type(error).__name__})", SAVE_AGAIN) from error
    assert isinstance(message, EmailMessage)
    return message


def _part(message: EmailMessage, kind: str) -> str:
    """The words of the first part of a kind that is no attachment, "" without one."""
    for part in message.walk():
        if part.get_content_type() != kind or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            try:
                return payload.decode(part.get_content_charset() or "utf-8", errors="replace")
            except LookupError:
                return payload.decode("utf-8", errors="replace")
    return ""


def _metadata(message: EmailMessage) -> Metadata:
    """Sender, subject and day of a mail."""
    name, address = parseaddr(_header(message, "From"))
    host = site_of(address.rpartition("@")[2])
    source = one_line(name) or host
    return Metadata(
        source=source,
        title=one_line(_header(message, "Subject")),
        date=_day(message),
        source_from="sender of the mail" if source else "",
    )


def _day(message: EmailMessage) -> str:
    """The day in the header, as ISO 8601, or "" when it cannot be read."""
    try:
        date = message["Date"]
        return date.datetime.date().isoformat() if date is not None and date.datetime else ""
    except (AttributeError, ValueError, TypeError, IndexError, OverflowError):
        return ""


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except Exception:  # malformed headers raise what the parser happens to raise
        return ""
