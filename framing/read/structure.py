"""What the tree of a page tells: several articles, posts of a live blog, an archive's frame, pop-ups in sentences."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from framing.read.heads import read_head
from framing.read.layout import word_count
from framing.read.markup import show_markup
from framing.read.records import Metadata
from framing.read.stamps import read_stamp, reads_as_outlet
from framing.read.values import is_address, own_address, site_of

HEADINGS = ("h1", "h2", "h3", "h4")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
POST_WORDS, ARTICLE_WORDS = 15, 25  # of prose in a post, in one of several articles
MAIN_SHARE = 0.7  # of the words of all posts: one that holds more is the article, and the others are teasers
OUTLET_MARKS = re.compile(r"publi(?:sher|cation)|outlet|newspaper|source|\bsrc\b|journal", re.IGNORECASE)
POST_MARKS = re.compile(
    r"(?:^|[\s_-])(?:live|liveblog|post|update|entry|stream|timeline|block-time)(?:[\s_-]|$|[a-z]*)", re.IGNORECASE
)
COMMENT_MARKS = re.compile(r"comment|respon[ds]|discussion|disqus|feedback|reader", re.IGNORECASE)
BUTTONS = frozenset(
    (
        "share",
        "like",
        "likes",
        "reply",
        "replies",
        "follow",
        "following",
        "unfollow",
        "tweet",
        "retweet",
        "post",
        "email",
    )
    + ("save", "copy", "link", "message", "more", "comment", "comments", "report", "print", "view", "profile", "close")
    + ("subscribe", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin")
)
WALL_MARKS = re.compile(r"pay-?wall|reg-?wall|subscri|\bgate\b|locked|meter|premium-offer", re.IGNORECASE)
WALL_WORDS = 100  # of a pay wall's own words
ARCHIVE_WORDS = re.compile(r"\b(?:captures?|snapshots?|saved from|archived from|archive copy|wayback)\b", re.IGNORECASE)


class OnPage(NamedTuple):
    """One article of a page of several."""

    text: str
    known: Metadata


def parse_page(page: str) -> Any | None:
    """The tree of a page, or None when there is none."""
    from lxml import html

    try:
        return html.document_fromstring(
            CONTROLS.sub("", page).encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except Exception:  # lxml raises ParserError, ValueError and others for what is no page
        return None


def element_words(element: Any) -> str:
    """The words of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def show_element(element: Any) -> str:
    """What an element shows, a block a line, its tail left out."""
    from lxml import etree

    return show_markup(etree.tostring(element, encoding="unicode", with_tail=False))


def drop(element: Any) -> None:
    """Takes an element out of its tree; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = CONTROLS.sub("", (before.tail or "") + element.tail)
        else:
            parent.text = CONTROLS.sub("", (parent.text or "") + element.tail)
    parent.remove(element)


def drop_buttons(root: Any) -> None:
    """Takes out what is nothing but buttons: "Share Like Reply NAME Follow" inside a sentence, bars of links."""
    for element in list(root.iter("span", "div", "ul", "p", "button")):
        text = element_words(element)
        if element.tag == "button" or (0 < len(text) < 120 and _is_buttons(element, text)):
            drop(element)


def drop_walls(root: Any) -> bool:
    """Takes out the words of a pay wall; whether there was one."""
    walls = [
        one
        for one in root.iter("div", "section", "aside")
        if WALL_MARKS.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        and re.search(
            r"subscri|log ?in|sign ?in|trial|a month|continue reading|keep reading", element_words(one), re.IGNORECASE
        )
        and word_count(element_words(one)) <= WALL_WORDS
    ]
    for one in walls:
        drop(one)
    return bool(walls)


def _is_buttons(element: Any, text: str) -> bool:
    words = re.findall(r"[\w-]+", text.lower())
    pressed = sum(word in BUTTONS for word in words)
    if pressed >= 2 and len(words) - pressed <= 3 and not any(text.endswith(mark) for mark in ".!?"):
        return True
    linked = " ".join(element_words(link) for link in element.iter("a"))
    own = element.tag in ("p", "div") and len(list(element.iter("a"))) > 1
    return own and linked.split() == text.split() and len(words) <= 8


def own_page_address(root: Any) -> str:
    """The address of the page that an archive's copy shows in a field at its top, or "" when it is no such copy."""
    claimed = next((site_of(one.get("href") or "") for one in root.iter("link") if one.get("rel") == "canonical"), "")
    for field in root.iter("input"):
        value = field.get("value") or ""
        if not is_address(value) or "/" not in value.split("://")[-1]:
            continue
        frame = field
        while frame.getparent() is not None and frame.getparent().tag != "body":
            frame = frame.getparent()
        if ARCHIVE_WORDS.search(" ".join(frame.itertext())) and site_of(value) != claimed.removeprefix("www."):
            if word_count(element_words(frame)) < 0.4 * word_count(element_words(root)):
                drop(frame)
            return own_address(value)
    return ""


def articles_on(root: Any) -> list[OnPage]:
    """The articles of a page that shows several, each with outlet or date of its own; none when it shows one."""
    found = [on_page for element in root.iter("article") if (on_page := _article(element)) is not None]
    sources = all(one.known.source for one in found)
    dated = all(one.known.date for one in found) and not _is_one_article(root)
    return found if len(found) > 1 and (sources or dated) else []


def _is_one_article(root: Any) -> bool:
    """Whether a page says that it is one article, or has a great heading outside the articles on it."""
    typed = any(
        one.get("property") == "og:type" and "article" in (one.get("content") or "") for one in root.iter("meta")
    )
    return typed or any(not any(up.tag == "article" for up in one.iterancestors()) for one in root.iter("h1"))


def _article(element: Any) -> OnPage | None:
    """An article element with what its head tells, without articles inside it and its foot; None when it is short."""
    from copy import deepcopy

    own = deepcopy(element)
    own.tail = None
    for inner in [*own.iter("article")][1:]:
        inner.getparent().remove(inner)
    for foot in list(own.iter("footer", "nav", "form", "aside")):
        drop(foot)
    drop_buttons(own)
    heading = next((one for one in own.iter(*HEADINGS) if element_words(one)), None)
    source = _outlet_in(own)
    moment = next((one.get("datetime") or element_words(one) for one in own.iter("time")), "")
    head = read_head(show_element(own).split("\n"))
    if word_count(head.text) < ARTICLE_WORDS:
        return None
    link = next(
        (one.get("href") or "" for one in own.iter("a") if heading is not None and one in list(heading.iter())), ""
    )
    known = Metadata(
        source=source,
        title=element_words(heading) if heading is not None else "",
        date=moment if any(c.isdigit() for c in moment) and len(moment) > 6 else "",
        url=own_address(link) if is_address(link) else "",
        source_from="header of the export" if source else "",
    )
    return OnPage(head.text, known.or_else(head.known))


def _outlet_in(element: Any) -> str:
    """The outlet in an element that is marked as one."""
    for one in element.iter("cite", "span", "div", "p", "em", "b", "strong", "small"):
        marks = f"{one.get('itemprop') or ''} {one.get('class') or ''}"
        text = element_words(one)
        if (one.tag == "cite" or OUTLET_MARKS.search(marks)) and reads_as_outlet(text):
            return text
        if OUTLET_MARKS.search(marks) and (stamp := read_stamp(text)) and stamp.source:
            return stamp.source
    return ""


def live_posts(root: Any) -> list[str]:
    """The posts of a live blog, each as its lines, in the order of the page; none when the page is no live blog."""
    marked = [one for one in root.iter("article", "li", "div", "section") if one.tag == "article" or _marked(one)]
    found = [one for one in marked if _prose(one) >= POST_WORDS and _timed(one) and not _in_comments(one)]
    around = {up for one in found for up in one.iterancestors()}
    timed = [one for one in found if one not in around]
    sizes = [_prose(one) for one in timed]
    if len(timed) < 2 or max(sizes) > MAIN_SHARE * sum(sizes):
        return []
    return [_show_post(one) for one in timed]


def _marked(element: Any) -> bool:
    return POST_MARKS.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _in_comments(element: Any) -> bool:
    """Whether an element stands among readers' comments."""
    return any(
        COMMENT_MARKS.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in (element, *element.iterancestors())
        if one.tag != "body" and one.tag != "html"
    )


def _timed(element: Any) -> bool:
    """Whether an element opens with a time of day."""
    if next(element.iter("time"), None) is not None:
        return True
    return re.search(r"\b\d{1,2}[:.]\d{2}\b", " ".join(element.itertext())[:80]) is not None


def _prose(element: Any) -> int:
    return sum(word_count(element_words(paragraph)) for paragraph in element.iter("p"))


def _show_post(element: Any) -> str:
    from copy import deepcopy

    own = deepcopy(element)
    own.tail = None
    for one in [*own.iter("time", "footer", "form", "button")]:
        drop(one)
    drop_buttons(own)
    lines = show_element(own).split("\n")
    return "\n".join(
        line for line in lines if not re.fullmatch(r"\d{1,2}[:.]\d{2}(?:\s*[ap]m)?(?:\s*[A-Z]{2,4})?", line.strip())
    )
