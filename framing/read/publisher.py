"""Who published an article when nobody has said so, each answer with its reason; and the date in a line beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from framing.grouping import group_by
from framing.packs.tomlfile import read_toml
from framing.read.dates import day_in_address, read_date
from framing.read.furniture import is_body, letters
from framing.read.layout import ends_sentence, word_count
from framing.read.records import Draft, Found, Metadata
from framing.read.repeats import AGENCIES, split_dateline
from framing.read.stamps import DATE, DAY, OUTLET_WORDS, Stamp, read_stamp, reads_as_outlet
from framing.read.values import is_host, one_line, site_of

OUTLETS = Path(__file__).with_name("outlets.toml")
TOP, FOOT = 8, 10  # lines that hold something, at the beginning and at the end of a text
COPYRIGHT = re.compile(
    r"\W*(?:copyright|©|\(c\))(?:\s*(?:©|\(c\)))?\s*(?:by\s+)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?(?:the\s+)?"
    r"(?P<name>[A-Z][^.,|©\d]{1,60}?)\s*(?:\d{4})?\s*(?:[.,|].*|all rights reserved.*)?$",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(r"\(([A-Z][^()]{1,40})\)")
TITLE_END = re.compile(r".{12,}?\s(?:\||::|»|·|•)\s(?P<name>[^|]{2,50})$")
TITLE_DASH = re.compile(r".{12,}\s[-–—]\s(?P<name>[^-–—|]{2,50})$")
DASHED = re.compile(r"[-–—]\s*(?P<name>[A-Z].{1,50})$")


class Named(NamedTuple):
    """An outlet's name and why it is taken for it."""

    source: str
    reason: str


class Identified(NamedTuple):
    """A draft's text without the line that named outlet and date, what is known now, and that line ("" for none)."""

    text: str
    known: Metadata
    line: str


@cache
def load_outlets() -> tuple[dict[str, str], frozenset[str]]:
    """Names of outlets by host, and words that stand in names of outlets."""
    table = read_toml(OUTLETS)
    return dict(table["outlets"]), frozenset(table["nouns"]["words"])


def identify(draft: Draft, found: Found) -> Identified:
    """The draft with outlet and date filled in where they were not given, from what the text itself shows."""
    lines = draft.text.split("\n")
    number, stamp = _stamp_at_top(lines)
    known = draft.known
    beside = _outlet_beside(lines, number) if stamp and not stamp.source else -1
    if stamp and beside >= 0:
        stamp = stamp._replace(source=lines[beside].strip())
    if stamp:
        known = known.or_else(_of_stamp(lines, number, stamp))
    if not known.source or is_host(known.source) and known.source_from != "manifest":  # a person's word stands
        named = _best(draft, known, lines)
        known = known._replace(source=named.source, source_from=named.reason) if named else known
    if not known.date and (dated := _dateline(lines)[1] or day_in_address(known.url)):
        known = known._replace(date=dated)
    if not known.source:
        fallback = _place(found)
        known = known._replace(source=fallback.source, source_from=fallback.reason)
    goes = stamp and (stamp.source or number) and len(lines) > 2
    text = "\n".join(line for n, line in enumerate(lines) if n not in (number, beside)) if goes else draft.text
    return Identified(text, known, lines[number].strip() if goes else "")


def _stamp_at_top(lines: Sequence[str]) -> tuple[int, Stamp | None]:
    """The first line near the top that holds a date and hardly anything else."""
    held = [number for number, line in enumerate(lines) if line.strip()][:TOP]
    for number in held:
        if stamp := read_stamp(lines[number]):
            return number, stamp
        if is_body(lines[number].strip()) and word_count(lines[number]) > 25:
            break
    return 0, None


def _outlet_beside(lines: Sequence[str], number: int) -> int:
    """The line right above or below a date that is an outlet's name and nothing else, or -1.

    The first line of a text is one only where a headline follows: it may be the headline.
    """
    held = [n for n, line in enumerate(lines) if line.strip()]
    follows = next((lines[n].strip() for n in held if n > number), "")
    for near in (number - 1, number + 1):
        line = lines[near].strip() if 0 <= near < len(lines) else ""
        short = line and word_count(line) <= OUTLET_WORDS and not ends_sentence(line)
        if short and has_outlet_noun(line) and not (near == held[0] and is_body(follows)):
            return near
    return -1


def _of_stamp(lines: Sequence[str], number: int, stamp: Stamp) -> Metadata:
    """What a stamp tells. A day of the week and date alone above everything is the day on which the page was seen."""
    above = not any(line.strip() for line in lines[:number])
    chrome = above and not stamp.source and re.match(DAY, lines[number].strip(), re.IGNORECASE)
    reason = "line with outlet and date" if stamp.source else ""
    if chrome:
        return Metadata(not_after=read_date(DATE.sub(lambda m: re.sub(rf"^{DAY},? ", "", m.group()), lines[number])))
    return Metadata(source=stamp.source, date=stamp.date, url=stamp.url, source_from=reason)


def _best(draft: Draft, known: Metadata, lines: Sequence[str]) -> Named | None:
    """The best of what the text and its page show; a host gets its name where one shows it."""
    host = site_of(known.source) or site_of(known.url)
    table = load_outlets()[0]
    if host in table:
        return Named(table[host], f"address of the page ({host})")
    shown = list(_shown(draft, known, lines))
    if host:
        stem = letters(host.rsplit(".", 1)[0]).replace(" ", "")
        fitting = [named for named in shown if _stem(named.source) in stem or stem in _stem(named.source)]
        reason = known.source_from if known.source else "address of the page"
        return fitting[0] if fitting else Named(host, reason)
    return shown[0] if shown else None


def _stem(name: str) -> str:
    return letters(name).replace(" ", "").removeprefix("the")


def _shown(draft: Draft, known: Metadata, lines: Sequence[str]) -> Iterator[Named]:
    """Outlets that a text names beside its own words, surest first."""
    held = [line.strip() for line in lines if line.strip()]
    left = [line for reason, line in draft.removed]
    agency, _ = _dateline(lines)
    if agency and not re.fullmatch(AGENCIES, agency):
        yield Named(agency, "dateline")
    for title in (*draft.title_lines, known.title, *held[:3]):
        if name := _at_title_end(title):
            yield Named(name, "end of the title")
            break
    for line in (*reversed(held[-FOOT:]), *reversed(left)):
        match = COPYRIGHT.match(line) if len(line) < 200 else None
        if match and reads_as_outlet(match.group("name").strip()):
            yield Named(match.group("name").strip(), "copyright line")
            break
    if held and (name := _signature(held[-1])):
        yield Named(name, "signature line")
    if agency:
        yield Named(agency, "agency in the dateline")


def _dateline(lines: Sequence[str]) -> tuple[str, str]:
    """The name in brackets in the dateline that opens a text, and the full date in it, each "" without one."""
    for line in [line.strip() for line in lines if line.strip()][:6]:
        dateline, _ = split_dateline(line)
        if dateline:
            name = PARENTHESIS.search(dateline)
            dated = re.search(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})", dateline)
            return name.group(1).strip() if name else "", read_date(dated.group()) if dated else ""
    return "", ""


def _at_title_end(title: str) -> str:
    """The outlet after a bar at the end of a title; after a dash only when its words are those of an outlet."""
    barred = TITLE_END.match(title)
    if barred and reads_as_outlet(barred.group("name")) and word_count(title) > 4:
        return barred.group("name").strip()
    dashed = TITLE_DASH.match(title)
    return dashed.group("name").strip() if dashed and has_outlet_noun(dashed.group("name")) else ""


def _signature(line: str) -> str:
    """The outlet that signs a text in its last line: "News.Az", "— The Bulletin"."""
    dashed = DASHED.match(line)
    name = dashed.group("name").strip() if dashed else line
    if word_count(name) > 5 or ends_sentence(name) or not reads_as_outlet(name):
        return ""
    return name if has_outlet_noun(name) or is_host(name) else ""


def has_outlet_noun(name: str) -> bool:
    """Whether a name holds a word that stands in names of outlets and not of persons."""
    words = set(re.findall(r"[a-z]+", name.lower()))
    return reads_as_outlet(name) and bool(words & load_outlets()[1])


def _place(found: Found) -> Named:
    """The name of the folder given, when there were several, of the folder in event/source/file, else of the file."""
    if found.folder:
        return Named(found.folder, "name of the folder")
    if len(found.parts) > 2:
        return Named(found.parts[-2], "name of the folder")
    return Named(one_line(found.parts[-1]) or "article", "name of the file")


def unite_sources(sources: Sequence[str]) -> dict[str, str]:
    """Each way of writing an outlet -> the one that stands most often, “The Lamp” and “Lamp” being one."""
    counted = Counter(sources)
    groups = group_by(counted, lambda name: _stem(name) or name).values()
    return {name: max(names, key=lambda one: (counted[one], len(one), one)) for names in groups for name in names}
