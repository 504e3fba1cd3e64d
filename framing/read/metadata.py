"""Manifest, front matter, columns, and where a file lies -> what is known about an article."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit

from framing.read.records import Draft, Found, Metadata, Unusable

MANIFEST = "manifest.csv"
COLUMNS = "file,source,title,date,event,url"
NAMES = {
    "id": ("id", "article", "article_id", "doc_id", "guid"),
    "source": ("source", "outlet", "publisher", "publication", "newspaper", "domain"),
    "title": ("title", "headline"),
    "date": ("date", "published", "publication_date", "publish_date", "pubdate"),
    "event": ("event", "story", "event_id"),
    "url": ("url", "link"),
}
LONGEST_VALUE = 2_000  # characters of a title, a name or an address
TEXT_NAMES = ("text", "body", "content", "article_text", "fulltext")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d+Z?)?$")
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ .-]+([A-Za-z]{3,9})[ .,-]+(\d{4})\b")
MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.{0,8000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
FILE_NAMES = ("file", "filename", "path")
UNSAFE = re.compile(r"[^\w.-]+")  # in an id
KEY_VALUE = re.compile(r"([A-Za-z_][\w -]{0,30}):(?:[ \t]+(.*))?$")


def metadata_of(row: Mapping[str, object]) -> Metadata:
    """What a row or front matter says, whichever of the usual names it uses (`outlet` for `source`, …)."""
    values = {str(key).strip().lower().replace(" ", "_").replace("-", "_"): value for key, value in row.items() if key}
    found = {field: next((_plain(values[n]) for n in names if values.get(n)), "") for field, names in NAMES.items()}
    return Metadata(**found)


def text_of(row: Mapping[str, object]) -> str | None:
    """The text in a row, or None when no column is named text, body or content."""
    values = {str(key).strip().lower(): value for key, value in row.items() if key}
    return next((str(values[name] or "") for name in TEXT_NAMES if name in values), None)


def _plain(value: object) -> str:
    """One line, composed characters, no control or direction marks."""
    text = unicodedata.normalize("NFC", str(value)[:LONGEST_VALUE])
    kept = (" " if c in "\t\r\n\x0b\x0c\u2028\u2029" else c for c in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs")).split())


def read_date(text: str) -> str:
    """The date as ISO 8601 (YYYY-MM-DD), or "" when it is none, impossible, or could be read in two ways (3/4/2024)."""
    text = text.strip()
    for pattern, order in ((ISO, "ymd"), (COMPACT, "ymd"), (DAY_FIRST, "dmy"), (MONTH_FIRST, "mdy")):
        match = pattern.match(text) if order == "ymd" else pattern.search(text)
        if match:
            return _iso(**dict(zip(order, match.groups(), strict=True)))
    match = NUMBERS.match(text)
    if match is None:
        return ""
    first, second, year = match.groups()
    if int(first) > 12 or first == second:
        return _iso(y=year, m=second, d=first)
    return _iso(y=year, m=first, d=second) if int(second) > 12 else ""


def _iso(*, y: str, m: str, d: str) -> str:
    """YYYY-MM-DD, or "" when there is no such day."""
    try:
        month = MONTHS.index(m[:3].lower()) + 1 if m.isalpha() else int(m)
        return date(int(y), month, int(d)).isoformat()
    except ValueError:
        return ""


def site_of(url: str) -> str:
    """Host name in an address without `www.`, or ""."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """What stands between `---` lines at the top as `key: value`, and the text after it."""
    match = FRONT_MATTER.match(text)
    pairs = [KEY_VALUE.match(line.rstrip()) for line in match.group(1).splitlines()] if match else []
    values = {pair.group(1): (pair.group(2) or "").strip().strip("\"'") for pair in pairs if pair}
    if match is None or metadata_of(values) == Metadata():
        return Metadata(), text
    return metadata_of(values), text[match.end() :]


def read_rows(text: str) -> Iterator[dict[str, str] | Unusable]:
    """Rows of a table whose first line names the columns (comma, semicolon or tab, told from that line).

    A row that cannot be read comes as the problem itself, and the rows after it still follow.
    """
    text = text.lstrip("\ufeff\r\n")
    mark = max(",;\t", key=text.split("\n", 1)[0].count)
    lines = (line.replace("\0", "") for line in text.splitlines(keepends=True))
    rows = csv.DictReader(lines, delimiter=mark, strict=True, restval="")
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unusable(f"is broken ({error})", "Open the table in a spreadsheet and save it as CSV (UTF-8).")


def read_manifest(text: str) -> dict[str, Metadata]:
    """File name (below the manifest's folder, `/` between parts) -> what the manifest says about it.

    Raises:
        Unusable: there is no column `file`.
    """
    rows = [row for row in read_rows(text) if not isinstance(row, Unusable)]
    if not rows or not any(_plain(key).lower() in FILE_NAMES for key in rows[0] if key):
        raise Unusable("has no column `file`", f"Its first line must read: {COLUMNS}")
    return {name: metadata_of(row) for row in rows if (name := _file_of(row))}


def _file_of(row: Mapping[str, str]) -> str:
    named = {_plain(key).lower(): value for key, value in row.items() if key}
    value = next((named[key] for key in FILE_NAMES if named.get(key)), "")
    return unicodedata.normalize("NFC", value.strip().replace("\\", "/").removeprefix("./"))


def shorten(names: Iterable[str], *, most: int = 5) -> str:
    """The first few names in one line, and how many more there are."""
    listed = list(names)
    return ", ".join(listed[:most]) + (f" and {len(listed) - most} more" if len(listed) > most else "")


def guess_source(draft: Draft, found: Found) -> tuple[str, str]:
    """The source of an article that nothing names, and what it was taken from, in words.

    The site of its address; else the folder given, when there were several; else in event/source/file the folder
    that holds it; else the name of the file.
    """
    site = site_of(draft.known.url)
    if site:
        return site, "the site in the address"
    if found.folder:
        return found.folder, "the folder's name"
    if len(found.parts) > 2:
        return found.parts[-2], "the folder's name"
    return found.parts[-1], "the file's name"


def guess_event(found: Found) -> str:
    """The first folder below the one that was given, or ""."""
    return found.parts[0] if len(found.parts) > 1 else ""


def make_ids(places: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Short distinct ids: the last part of each place, with the parts before it where that is not enough.

    Letters, digits, `.`, `_` and `-` only; the same places give the same ids, wherever they lie.
    """
    safe = [_safe(parts) for parts in places]
    depth = [1] * len(safe)
    for _ in range(max(map(len, safe), default=0)):
        count = Counter(_join(parts, n) for parts, n in zip(safe, depth, strict=True))
        depth = [
            n + 1 if count[_join(parts, n)] > 1 and n < len(parts) else n for parts, n in zip(safe, depth, strict=True)
        ]
    return _number([_join(parts, n) for parts, n in zip(safe, depth, strict=True)])


def _safe(parts: tuple[str, ...]) -> tuple[str, ...]:
    kept = (UNSAFE.sub("-", part).strip("-.") for part in parts)
    return tuple(part for part in kept if part) or ("article",)


def _join(parts: tuple[str, ...], last: int) -> str:
    return "-".join(parts[-last:])


def _number(names: Sequence[str]) -> tuple[str, ...]:
    """The names, the second of two equal ones with -2 and so on."""
    taken, used = set(names), set[str]()
    ids = []
    for name in names:
        id, number = name, 1
        while id in used or (number > 1 and id in taken):
            number += 1
            id = f"{name}-{number}"
        used.add(id)
        ids.append(id)
    return tuple(ids)
