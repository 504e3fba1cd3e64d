"""Report -> one HTML file that needs nothing else: no network, no server, a strict content policy, small plain script.

Every word is escaped by the template engine, and the script writes text nodes only. What a browser could not hold with
ease is left out and said: beyond `MOST_ROWS` findings and `MOST_TEXT` characters of articles, cited ones come first.
"""

from __future__ import annotations

import base64
import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.chart.build import slug
from framing.chart.protocol import draw
from framing.chart.svg import page_svg, row_numbers
from framing.evidence import KINDS
from framing.evidence.view import EvidenceIndex, Finding
from framing.report.blocks import MarkedArticle, Report
from framing.report.context import VOICE_LETTERS, VOICES
from framing.report.edition import FOOT
from framing.report.sections.articles import mark_article
from framing.text import clip

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment

MOST_ROWS = 6_000
MOST_TEXT = 900_000  # characters of article text
LONGEST = 160  # characters of a finding in the table
SHORT_NAMES = {
    "first": "At a glance", "about": "About", "told": "Side by side", "contrasts": "Contrasts",
    "wording": "Wording", "voices": "Voices", "tone": "Tone", "roles": "Roles", "loaded": "Loaded words",
    "missing": "Missing", "profiles": "Profiles", "articles": "Articles",
    "methods": "Methods", "evidence": "Evidence", "time": "Over time",
}  # fmt: skip
FIRST_KINDS = ("wording", "cue", "quote", "loaded", "agency", "tone", "mention")


def own_digest(text: str) -> str:
    """The hash by which the content policy knows the page's own style and script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def own_markup(text: str) -> Any:
    """Text made by this package, not by an article, which is already safe to put into the page."""
    from markupsafe import Markup

    return Markup(text)


@cache
def page_asset(package: str, name: str) -> str:
    """The text of a style or a script that stands beside the templates of a package."""
    return resources.files(package).joinpath("templates", name).read_text("utf-8").strip()


@cache
def page_templates(package: str) -> Environment:
    """The templates of a package; whatever is put into them is escaped, and a missing value is an error.

    Data goes in by `tojson`, which also escapes what could end a script; letters stay as they are.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader(package, "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.bytecode_cache = _compiled_templates()
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def _compiled_templates() -> BytecodeCache | None:
    """Where compiled templates are kept: beside the compiled modules, None where Python may not write those either."""
    from jinja2 import FileSystemBytecodeCache

    folder = Path(cache_from_source(__file__)).parent
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(folder))


@dataclass(frozen=True)
class Page:
    """What the file will hold: the findings by number, and the articles whose text is inside."""

    index: EvidenceIndex
    rows: tuple[Finding, ...]
    number: Mapping[str, int]
    articles: tuple[str, ...]  # every article that some row is in
    inside: frozenset[str]  # articles whose text is in the file


def write_page(report: Report, index: EvidenceIndex, *, greyscale: bool = False) -> str:
    """The page as text."""
    report = replace(report, sections=tuple(one for one in report.sections if one.only != "paper"))
    page = plan_page(report, index)
    css, js = (page_asset("framing.report", name) for name in ("page.css", "page.js"))
    if greyscale:
        css += "html{filter:grayscale(1)}"
    printed = {
        block.article for section in report.sections for block in section.blocks if isinstance(block, MarkedArticle)
    }
    extra = [mark_article(index, one) for one in page.articles if one in page.inside and one not in printed]
    return (
        page_templates("framing.report")
        .get_template("page.html.j2")
        .render(
            report=report,
            refs=report.refs,
            linked=any(section.id == "evidence" for section in report.sections),
            number=page.number,
            known=lambda ids: row_numbers(ids, page.number),
            svg=lambda chart: own_markup(page_svg(draw(chart), page.number)),
            starts=lambda block, place: _starts(index.texts[block.article])[place],
            anchor=_anchor,
            kind_of=lambda block: type(block).__name__,
            letters=VOICE_LETTERS,
            voices=VOICES,
            kinds=KINDS,
            short=SHORT_NAMES,
            filters=_filters(page),
            extra=extra,
            held=_held(page),
            foot=FOOT,
            data=_data(page, report),
            css=own_markup(css),
            js=own_markup(js),
            css_hash=own_digest(css),
            js_hash=own_digest(js),
        )
    )


def plan_page(report: Report, index: EvidenceIndex) -> Page:
    """Which findings and which texts the file holds: all of a small run, cited ones first of a large one."""
    whole = [one for one in index.findings.values() if one.kind != "wording" or one.id in report.refs]
    every = list(whole)
    if len(every) > MOST_ROWS:
        order = {kind: place for place, kind in enumerate(FIRST_KINDS)}
        every.sort(key=lambda one: (one.id not in report.refs, order.get(one.kind, 9), one.id))
        kept = {one.id for one in every[:MOST_ROWS]}
        every = [one for one in whole if one.id in kept]
    articles = tuple(dict.fromkeys(one.article for one in every))
    cited = {index.findings[row].article for row in report.refs if row in index.findings}
    room, inside = MOST_TEXT, set()
    for article in sorted(index.texts, key=lambda one: (one not in cited, one)):
        room -= len(index.texts[article])
        if room < 0:
            break
        inside.add(article)
    number = {one.id: place for place, one in enumerate(every)}
    return Page(index, tuple(every), number, articles, frozenset(inside))


def _held(page: Page) -> str:
    """What is inside, in a sentence; nothing is left out in silence."""
    texts = len(page.index.texts)
    total = sum(one.kind != "wording" or one.id in page.number for one in page.index.findings.values())
    if len(page.rows) == total and len(page.inside) == texts:
        return f"All {total:,} findings of this run. Filter them, or open one in its article."
    return (
        f"This file holds {len(page.rows):,} of {total:,} findings and the text of {len(page.inside):,} of {texts:,} "
        "articles, so that it stays small enough to open anywhere; what the report cites comes first. "
        "All findings stand in evidence.csv."
    )


def _starts(text: str) -> list[int]:
    """Where each paragraph that is not empty starts, in UTF-16 units as scripts count."""
    starts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(at)
        at += _units(line) + 1
    return starts


def _units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text) if _astral(text) else len(text)


def _anchor(article: str) -> str:
    return f"a-{slug(article)}-{hashlib.blake2b(article.encode('utf-8', 'surrogatepass'), digest_size=3).hexdigest()}"


def _filters(page: Page) -> list[tuple[str, str, list[tuple[int, str]]]]:
    """The four filters with their options: (id, name, (value, text))."""
    names = _names(page)
    voices = [(place, VOICES[voice]) for place, voice in enumerate(VOICES)]
    kinds = [(place, KINDS[kind]) for place, kind in enumerate(KINDS)]
    sources = list(enumerate(names["sources"]))
    actors = sorted(enumerate(names["actors"]), key=lambda pair: pair[1].lower())
    return [
        ("source", "source", sources),
        ("actor", "actor", actors),
        ("voice", "whose words", voices),
        ("kind", "kind", kinds),
    ]


def _names(page: Page) -> dict[str, list[str]]:
    sources = list(dict.fromkeys(one.source for one in page.rows))
    actors = list(dict.fromkeys(one.actor for one in page.rows if one.actor))
    return {"sources": sources, "actors": [page.index.actors.get(one, one) for one in actors], "ids": actors}


def _data(page: Page, report: Report) -> dict[str, Any]:
    """The findings as the page's script reads them: rows of numbers and words, and the names that the numbers mean."""
    names = _names(page)
    source = {name: place for place, name in enumerate(names["sources"])}
    actor = {one: place for place, one in enumerate(names["ids"])}
    article = {one: place for place, one in enumerate(page.articles)}
    kinds, voices = list(KINDS), list(VOICES)
    rows = []
    for one in page.rows:
        start, end = _offsets(page, one)
        text = page.index.words(one) if one.kind == "mention" else one.text
        words = clip(text, LONGEST)
        rows.append(
            (source[one.source], article[one.article], kinds.index(one.kind) if one.kind in kinds else 0,
             voices.index(one.voice) if one.voice in voices else 0, actor.get(one.actor, -1),
             page.index.label(one), one.speaker, words, start, end, report.refs.get(one.id, ""))
        )  # fmt: skip
    about = [(page.index.where(one), _anchor(one) if one in page.inside else "") for one in page.articles]
    return {
        "sources": names["sources"], "actors": names["actors"], "articles": about,
        "kinds": [KINDS[kind] for kind in kinds], "voices": [VOICES[voice] for voice in voices], "rows": rows,
    }  # fmt: skip


def _offsets(page: Page, one: Finding) -> tuple[int, int]:
    """Where a finding stands, a mention with its title, in UTF-16 units."""
    text = page.index.texts.get(one.article, "")
    low, high = one.spans[0] if one.kind == "mention" else (one.start, one.end)
    if not _astral(text):
        return low, high
    start = _units(text[:low])
    return start, start + _units(text[low:high])


@lru_cache(maxsize=64)
def _astral(text: str) -> bool:
    """Whether scripts count this text in other units than we do."""
    return max(text, default="") > "\uffff"
