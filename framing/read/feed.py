"""A saved news feed (RSS, Atom) -> the texts of its entries. The only file that knows feedparser."""

from __future__ import annotations

from typing import Any

from framing.read.layout import word_count
from framing.read.markup import show_markup
from framing.read.parts import need_library
from framing.read.records import Draft, Drafts, Found, Metadata, Note, Skipped, Unusable
from framing.read.values import is_address, one_line, own_address

SUMMARY_WORDS = 60  # of an entry without content from which its summary may be the whole text
NO_FEED = "Save the article itself as a web page or as plain text, and use that file."


def read_feed(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of every entry, with its outlet, date and address; entries that give only an opening are partial.

    Raises:
        Unusable: it is XML, but no feed.
    """
    feedparser = need_library("feedparser", "news feeds")
    try:
        feed: Any = feedparser.parse(data, resolve_relative_uris=False)
    except Exception as error:  # broken markup and odd encodings raise what the parser below raises
        raise Unusable(f"is a feed that cannot be read ({type(error).__name__})", NO_FEED) from error
    if not feed.get("version") or not feed.entries:
        raise Unusable("is XML, but no news feed with entries", NO_FEED)
    channel = _outlet(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries, start=1):
        at = found.part(number, "entry")
        text, partial = _text_of(entry)
        if not text:
            reason = f"holds no text of “{one_line(entry.get('title', ''))[:60]}”"
            yield Skipped(at.shown, reason, "Fetch the page it links to.")
            continue
        known = _metadata(entry, channel)._replace(partial=partial)
        parts = at.parts if len(feed.entries) > 1 else found.parts
        yield Draft(at.shown, parts, text, known.or_else(found.known), paragraphs=True)


def feed_links(data: bytes) -> list[str]:
    """The addresses of a feed's entries, in its order; none when it is no feed."""
    feedparser = need_library("feedparser", "news feeds")
    try:
        entries = feedparser.parse(data, resolve_relative_uris=False).entries
    except Exception:  # broken markup and odd encodings raise what the parser below raises
        return []
    return [str(entry.link) for entry in entries if is_address(str(entry.get("link", "")))]


def _metadata(entry: Any, channel: str) -> Metadata:
    own = _outlet((entry.get("source") or {}).get("title", ""))
    return Metadata(
        source=own or channel,
        title=one_line(show_markup(entry.get("title") or "")),
        date=_day(entry),
        url=own_address(entry.get("link", "")) if entry.get("link") else "",
        source_from="source of the entry" if own else "title of the feed" if channel else "",
    )


def _day(entry: Any) -> str:
    """The day of publication, in universal time; never that of the last change."""
    parsed = entry.get("published_parsed")
    return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}" if parsed else entry.get("published", "")


def _text_of(entry: Any) -> tuple[str, str]:
    """The longest content of an entry, or its summary and why that is a beginning only."""
    contents = [show_markup(one.get("value") or "") for one in entry.get("content", ())]
    summary = show_markup(entry.get("summary") or "")
    text = max(contents, key=word_count, default="")
    if word_count(text) >= max(SUMMARY_WORDS, word_count(summary)) or (text and text != summary):
        return text, ""
    short = word_count(summary) < SUMMARY_WORDS
    return summary, "the feed gives its opening only" if summary and short else ""


def _outlet(title: str) -> str:
    """The outlet in a feed's title, without "| Latest" and the like."""
    return one_line(title).split(" | ")[0].split(" » ")[0].split(" :: ")[0].strip()
