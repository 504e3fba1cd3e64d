"""A saved web page -> its main text. The only file that knows the extractor (trafilatura)."""

from __future__ import annotations

import html
import re
from typing import Any

from framing.read.bodies import go_on
from framing.read.encoding import SAVE_AS_TEXT, decode_text, repair_misread
from framing.read.exports import list_lines, split_by, split_export, split_shown
from framing.read.furniture import letters
from framing.read.layout import BLOCK_TAG, tidy_characters, word_count
from framing.read.markup import ANY_TAG, drop_unshown, show_markup
from framing.read.noarticle import refuse_index, refuse_no_article
from framing.read.pagedata import page_metadata
from framing.read.records import Draft, Drafts, Found, Metadata, Note, Unusable
from framing.read.structure import (
    articles_on,
    drop_buttons,
    drop_walls,
    element_words,
    live_posts,
    own_page_address,
    parse_page,
)
from framing.read.values import one_line, site_of

ENOUGH_WORDS = 100  # below, the page is read again less strictly
MORE = 2.5  # times the words of the strict reading: from there on the less strict one is taken
SHORT_PAGE = 150  # words of a page that is judged by all that it shows
INDEX_WORDS = 400  # of the text taken from an index page
SHOWN_WORDS, OPENING_WORDS = 300, 120  # that stand before a pay wall: where the page says that it is locked, and else
SEVERAL_POSTS = 1.3  # times the words that the extractor finds: from there on the posts are the article
CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE
)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
EXPORT = re.compile(r"\b\d{1,6}\s{1,9}(?:of|/)\s{1,9}\d{1,6}\s{1,9}documents?\b|\bend of document\b", re.IGNORECASE)
CLAIMS = re.compile(
    r"og:type[\"'][^>]{0,40}article|article:published_time|\"datePublished\"|"
    r"itemprop=[\"']datePublished|\"@type\"\s*:\s*\"\w*Article\"",
    re.IGNORECASE,
)
LOCKED = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
WALL = re.compile(
    r"\b(?:keep reading with|already a subscriber|subscribe to (?:read|continue|keep)|for subscribers"
    r"|to continue reading|log in to (?:read|continue)|start (?:my|your) (?:free )?trial|unlock this article"
    r"|read the full (?:story|article) with)\b",
    re.IGNORECASE,
)
PARTS_FROM = 3  # headed parts of a page from which on a person is told that it is read as one article
INNER = r"\s{0,9}(?:<(?!/?h\d|hr|time)\w{1,9}[^<>]{0,200}>\s{0,9}){0,3}"  # tags that open between two others
RULED_PART = re.compile(rf"<hr\b[^<>]{{0,99}}>{INNER}<h[1-4]\b", re.IGNORECASE)
DATED_PART = re.compile(rf"</h[2-4]>{INNER}<time\b", re.IGNORECASE)
PARTS = re.compile(r"</?(?:button|option|time)\b", re.IGNORECASE)


def read_page(found: Found, data: bytes, note: Note) -> Drafts:
    """The main text of a page, with the title, date, site and address that it gives, and the lines left behind.

    Raises:
        Unusable: the page holds no article.
    """
    page = page_text(data, note)
    drafts = list(drafts_of_page(found, page, Metadata()))
    parts = _headed_parts(page) if len(drafts) == 1 and not _claims_article(page) else 0
    if parts >= PARTS_FROM:
        note(
            f"{found.shown} is read as one article, though it has {parts} parts with a headline each. If they are "
            "articles, save each as a file of its own, or write outlet and date under each headline."
        )
    yield from drafts


def _headed_parts(page: str) -> int:
    """In how many parts with a headline each a page falls: between rules, or each with a date."""
    return max(1 + len(RULED_PART.findall(page)), len(DATED_PART.findall(page)))


def page_text(data: bytes, note: Note, *, declared: str = "") -> str:
    """The code of a page, decoded and repaired.

    Raises:
        Unusable: it is no text.
    """
    text = decode_text(data, note, declared=declared or _declared_charset(data))
    opening = XML_DECLARATION.match(text)
    return repair_misread(text[opening.end() :] if opening else text)


def drafts_of_page(found: Found, page: str, known: Metadata) -> Drafts:
    """The articles of a page: one, the posts of a live blog as one, or several. `known` comes from around the page.

    Raises:
        Unusable: the page holds no article.
    Source: Barbaresi 2021, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery".
    """
    root = parse_page(page)
    if root is None or not element_words(root).strip():
        raise Unusable("is a web page without article text", SAVE_AS_TEXT)
    several = _several(found, page, root)
    if several:
        yield from several
        return
    copied = own_page_address(root)
    shown = element_words(root)
    walled = drop_walls(root)
    drop_buttons(root)
    own = page_metadata(root)
    if copied:
        own = own._replace(url=copied, source="" if site_of(own.source) else own.source)
    heading = next((element_words(one) for one in root.iter("h1")), "")
    titles = tuple(element_words(one) for one in root.iter("title"))[:1]
    title, text = _extract(root)
    posts = live_posts(root)
    posts = posts if _holds_most(posts, text) else []
    text = "\n".join(posts) or text
    if not text.strip():
        refuse_no_article("\n".join((title, *titles)), heading, shown)
        raise Unusable("is a web page without article text", SAVE_AS_TEXT)
    whole = not walled and word_count(shown) < SHORT_PAGE
    refuse_no_article("\n".join((title, *titles)), heading, shown if whole else text)
    if not _claims_article(page) and word_count(text) < INDEX_WORDS:
        refuse_index(root)
    told = own.or_else(known).or_else(Metadata(title=_title(title, heading)))
    told = told._replace(partial="stands before a pay wall" if _walled(page, text, walled) else "")
    left = tuple(("page around the article", line) for line in _left_behind(page, f"{told.title}\n{text}"))
    yield Draft(found.shown, found.parts, text, found.known.or_else(told), True, left, titles)


def _several(found: Found, page: str, root: Any) -> list[Draft]:
    """The articles of a page that is an export of several, or none."""
    on_page = [(one.text, one.known) for one in articles_on(root)]
    layout = ""
    export, claims = EXPORT.search(page), _claims_article(page)
    if not on_page and (export or found.layouts or not claims):
        shown = "\n\n".join(show_markup(page).split("\n"))
        heads = split_export(shown, found.layouts) if export else split_by(found.layouts, list_lines(shown))
        heads = heads if heads or claims or export else split_shown(shown)
        on_page = [(head.text, head.known) for head in heads]
        layout = heads[0].layout if heads else ""
    places = [found.part(number) for number in range(1, len(on_page) + 1)] if len(on_page) > 1 else [found]
    return [
        Draft(at.shown, at.parts, text, known.or_else(found.known), paragraphs=True, layout=layout)
        for at, (text, known) in zip(places, on_page, strict=False)
    ]


def _extract(root: Any) -> tuple[str, str]:
    """Title and text that the extractor finds; the days that it finds are guesses and stay where they are."""
    from lxml import etree
    from trafilatura import bare_extraction

    code = etree.tostring(root, encoding="unicode", method="html")
    found = []
    for precise in (True, False):
        page: Any = bare_extraction(
            code, favor_precision=precise, favor_recall=not precise, include_comments=False, with_metadata=True
        )
        if page is not None and (page.text or "").strip():
            found.append(page)
        if found and word_count(found[0].text) >= ENOUGH_WORDS:
            break
    if not found:
        return "", ""
    best = found[-1] if word_count(found[-1].text) > MORE * word_count(found[0].text) else found[0]
    return best.title or "", go_on(root, best.text)


def _title(title: str, heading: str) -> str:
    """The page's title, or its only great heading where that is a part of it."""
    return one_line(heading) if heading and letters(heading) in letters(title) else one_line(title)


def _holds_most(posts: list[str], text: str) -> bool:
    """Whether the posts hold far more than the extractor found, and what it found is one or two of them."""
    shown = letters("\n".join(posts))
    if word_count(shown) <= SEVERAL_POSTS * word_count(text):
        return False
    lines = [line for line in text.split("\n") if word_count(line) > 8]
    return sum(letters(line) in shown for line in lines) >= 0.6 * len(lines)


def _claims_article(page: str) -> bool:
    """Whether a page says in its head that it is an article, or when it was published."""
    return CLAIMS.search(page) is not None


def _walled(page: str, text: str, walled: bool) -> bool:
    """Whether the text is what stands before a pay wall: there is one, and the page says so or shows little."""
    if not walled and WALL.search(show_markup(page)) is None:
        return False
    count = word_count(text)
    return count < SHOWN_WORDS and (LOCKED.search(page) is not None or (walled and count < OPENING_WORDS))


def _declared_charset(data: bytes) -> str:
    """The character set that a page names for itself, or ""."""
    match = CHARSET.search(data[:4000])
    return match.group(1).decode("ascii") if match else ""


def _left_behind(page: str, taken: str) -> list[str]:
    """The lines that a page shows and that `taken` does not hold, each once."""
    shown = BLOCK_TAG.sub("\n", PARTS.sub(lambda tag: f"\n{tag.group()}", drop_unshown(page)))
    lines = tidy_characters(html.unescape(ANY_TAG.sub(" ", shown))).split("\n")
    held = f" {letters(tidy_characters(taken))} "
    return [line for line in dict.fromkeys(map(str.strip, lines)) if letters(line) and f" {letters(line)} " not in held]
