"""What a page says of its article beside the text: outlet, day of publication, own address.

A day is taken only where the page gives it as its day of publication; nothing is guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from framing.read.dates import day_in_address, read_date
from framing.read.layout import word_count
from framing.read.records import Metadata
from framing.read.stamps import CHANGED, DATE, TIME, read_stamp
from framing.read.structure import COMMENT_MARKS, element_words
from framing.read.values import is_address, is_host, one_line, own_address, site_of

PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate",
    "publish-date", "publishdate", "dc.date.issued", "dc.date", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "article.published", "publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
STATED = re.compile(r"publi(?:sh|cation)|pub-?date|posted|first-?seen", re.IGNORECASE)
STATED_LINE = re.compile(r"(?:first |originally )?(?:published|posted)(?: on)?:? ", re.IGNORECASE)
MOMENT_MARKS = re.compile(r"dat(?:e|um)|time|posted|publi|byline|meta\b|author|stamp|info", re.IGNORECASE)
ELSEWHERE = ("aside", "nav", "figure", "figcaption", "blockquote", "form")
ASIDE_MARKS = re.compile(
    r"related|recommend|sidebar|widget|teaser|promo|caption|tweet|trending|most-?read", re.IGNORECASE
)
NOT_OF_LINE = re.compile(
    r"(?:first )?(?:published|posted|issued|created|written)(?: on| at)?|date|on|at|by|[A-Z]{2,4}", re.IGNORECASE
)
LONGEST_LINE, OTHER_WORDS = 120, 6  # characters of a line with the day, words in it that are no part of it
BEFORE, AFTER, BELOW = 40, 80, 8  # elements around the great heading among which the line with the day stands


def page_metadata(root: Any) -> Metadata:
    """Outlet, day of publication and own address of a page's article, with the reason for the outlet."""
    meta: dict[str, str] = {}
    for one in root.iter("meta"):
        for key in (one.get("property") or one.get("name") or one.get("itemprop") or "").lower().split():
            meta.setdefault(key, one_line(one.get("content") or ""))
    data = list(_json_ld(root))
    site = meta.get("og:site_name", "")
    publisher = _publisher(data)
    canonical = next((one.get("href") or "" for one in root.iter("link") if one.get("rel") == "canonical"), "")
    address = next((own_address(one) for one in (canonical, meta.get("og:url", "")) if is_address(one)), "")
    source = next((one for one in (site, publisher, meta.get("application-name", "")) if one and not is_host(one)), "")
    reason = "site name of the page" if source == site else "publisher in the page's data"
    host = next((one for one in (site, publisher) if is_host(one)), "")
    return Metadata(
        source=source or site_of(host),
        date=next(_days(root, meta, data, address), ""),
        url=address,
        source_from=reason if source else "site name of the page" if host else "",
    )


def _days(root: Any, meta: Mapping[str, str], data: Sequence[dict[str, Any]], address: str) -> Iterator[str]:
    """The days that a page gives as that of publication, surest first; at the end one that can be read in two ways."""
    beside = _beside_heading(root)
    marked = _marked_times((*beside, *root.iter("time", "abbr")))
    written = [*(meta[name] for name in PUBLISHED if meta.get(name)), *_published(data), *marked]
    yield from filter(read_date, written)
    if day := day_in_address(address):
        yield day
    yield from filter(read_date, _only_day(beside))
    yield from _lines_beside_heading(beside, _beside_heading(root, 0, BELOW))
    yield from _stated_lines(root)
    yield from (one for one in written if not one.startswith("000"))  # how programs write that they know no day


def _published(data: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The days in a page's data, that of an article first."""
    dated = [one for one in data if one.get("datePublished")]
    yield from (
        str(one["datePublished"]) for one in sorted(dated, key=lambda one: "Article" not in str(one.get("@type")))
    )


def _marks(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "property"))


def _marked_times(elements: Iterable[Any]) -> Iterator[str]:
    """The moments of those <time> and <abbr> that stand for publication."""
    for one in elements:
        stated = one.tag in ("time", "abbr") and (STATED.search(_marks(one)) or one.get("pubdate") is not None)
        if stated and not _stands_elsewhere(one):
            yield one.get("datetime") or one.get("title") or element_words(one)


def _beside_heading(root: Any, before: int = BEFORE, after: int = AFTER) -> list[Any]:
    """The elements around the great heading that belong to the article, in a window of so many elements."""
    every = [one for one in root.iter() if isinstance(one.tag, str)]
    at = next((number for number, one in enumerate(every) if one.tag == "h1"), -1)
    near = islice(every, max(0, at - before), at + after) if at >= 0 else ()
    return [one for one in near if one.tag not in ("script", "style") and not _stands_elsewhere(one)]


def _stands_elsewhere(element: Any) -> bool:
    """Whether an element stands among links, captions, comments or other things around an article."""
    return any(
        up.tag in ELSEWHERE or ASIDE_MARKS.search(_marks(up)) or COMMENT_MARKS.search(_marks(up))
        for up in (element, *element.iterancestors())
        if up.tag not in ("body", "html", "main", "article")
    )


def _only_day(beside: Sequence[Any]) -> Iterator[str]:
    """The moment of <time> beside the heading, when all of them that are no change fall on one day."""
    times = [one for one in beside if one.tag == "time" and not CHANGED.search(_said_of(one))]
    days = {read_date(one.get("datetime") or element_words(one)) for one in times} - {""}
    if len(days) == 1:
        yield days.pop()


def _said_of(element: Any) -> str:
    """The marks of an element and its parent, and the words right before it."""
    parent, before = element.getparent(), element.getprevious()
    marks = f"{_marks(element)} {_marks(parent) if parent is not None else ''}"
    if before is None:
        said = parent.text if parent is not None else ""
    else:
        said = before.tail or (element_words(before) if isinstance(before.tag, str) else "")  # a comment has no words
    return f"{marks} {(said or '')[-40:]}"


def _lines_beside_heading(beside: Sequence[Any], below: Sequence[Any]) -> Iterator[str]:
    """The days in short lines beside the heading that hold a day and hardly anything else, those marked so first.

    Right below the heading a line needs no mark.
    """
    found = []
    for one in beside:
        words = element_words(one) if one.tag not in ("a", "footer") else ""
        day = DATE.search(words) if len(words) <= LONGEST_LINE else None
        if day is None or any(DATE.search(element_words(inner)) for inner in one if isinstance(inner.tag, str)):
            continue  # the element inside tells more about it
        said = f"{_said_of(one)} {words[: day.start()]}"
        if CHANGED.search(said) or not (MOMENT_MARKS.search(said) or one in below and read_stamp(words)):
            continue
        rest = NOT_OF_LINE.sub(" ", TIME.sub(" ", f"{words[: day.start()]} {words[day.end() :]}"))
        if word_count(rest) <= OTHER_WORDS and read_date(day.group()):
            found.append((not STATED.search(said), day.group()))
    yield from (day for _, day in sorted(found, key=lambda one: one[0]))


def _json_ld(root: Any) -> Iterator[dict[str, Any]]:
    """Every object in the page's data, those inside @graph and lists too."""
    queue: list[Any] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                queue.append(json.loads(script.text or "null"))
            except (ValueError, RecursionError):
                continue
    for _ in range(2_000):
        if not queue:
            return
        one = queue.pop(0)
        if isinstance(one, list):
            queue += one
        elif isinstance(one, dict):
            yield one
            queue += [
                value for key, value in one.items() if key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
            ]


def _publisher(data: Sequence[dict[str, Any]]) -> str:
    by_id = {one["@id"]: one for one in data if isinstance(one.get("@id"), str)}
    for one in data:
        publisher = one.get("publisher") or one.get("sourceOrganization")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        if isinstance(publisher, dict):
            name = publisher.get("name") or by_id.get(str(publisher.get("@id")), {}).get("name")
            if isinstance(name, str) and name:
                return one_line(name)
        elif isinstance(publisher, str) and publisher and not is_address(publisher):
            return one_line(publisher)
    return ""


def _stated_lines(root: Any) -> Iterator[str]:
    """The days in lines anywhere on a page that say of it that it was published then: "First published on …"."""
    for one in root.iter("div", "p", "span", "small", "em", "li"):
        words = " ".join((one.text or "")[:LONGEST_LINE].split())
        stated = STATED_LINE.match(words)
        if stated and not _stands_elsewhere(one) and (day := DATE.match(words, stated.end())):
            yield day.group()
