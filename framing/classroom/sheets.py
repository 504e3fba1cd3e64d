"""Which texts a lesson uses, and each of them as a sheet: cut, masked, lettered and numbered."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from framing.annotate.readability import GRADES, readability_of
from framing.classroom.blind import Masker
from framing.classroom.excerpts import break_lines, cut_at, shared_length
from framing.classroom.records import Kept, Options, Sheet
from framing.errors import InputError, UsageError
from framing.text import find_sentences

if TYPE_CHECKING:
    from framing.compare import Comparison

LETTERS = "ABCDE"
PRACTICE = 2  # texts on worksheet 2


class Text(NamedTuple):
    """An article as the lesson takes it."""

    article: str
    source: str
    event: str
    date: str
    headline: str
    text: str
    sentences: Sequence[int] = ()


def find_event(comparison: Comparison, wanted: str) -> str:
    """The event of the run that is meant; the one with most outlets when none is named.

    Raises:
        UsageError: no event is called so, or several are.
    """
    events = [row.event for row in comparison.events]
    if not wanted:
        best = max(comparison.events, key=lambda row: (len(row.articles), sum(row.articles.values())), default=None)
        return best.event if best else ""
    same = [event for event in events if event.casefold() == wanted.casefold()]
    near = same or [event for event in events if wanted.casefold() in event.casefold()]
    if len(near) == 1:
        return near[0]
    named = "; ".join(repr(event) for event in (near or events)[:12]) or "none has a name"
    raise UsageError(f"--event {wanted!r} fits {'several events' if near else 'no event'}. Events here: {named}.")


def event_name(comparison: Comparison, event: str) -> str:
    """An event's name for people; "the news" where the articles are of no named event."""
    return next((row.title for row in comparison.events if row.event == event), "") or "the news"


def texts_of(comparison: Comparison) -> list[Text]:
    """Every article of a run that has a text and is no copy, in order."""
    analysis, found = comparison.analysis, []
    for row in analysis.articles.to_dict("records"):
        text = analysis.texts.get(str(row["article"]), "")
        if text and not row["duplicate_of"]:
            title = str(row["title"])
            headline = title if title and text.startswith(title) else ""
            about = {name: str(row[name]) for name in ("article", "source", "event", "date")}
            starts = analysis.sentences.get(about["article"], ())
            found.append(Text(**about, headline=headline, text=text, sentences=starts))
    return found


def choose_texts(texts: Sequence[Text], event: str) -> list[Text]:
    """One text a source on the event, the longest of each, at most five.

    Raises:
        InputError: fewer than two sources are left.
    """
    best: dict[str, Text] = {}
    for one in texts:
        if one.event == event and len(one.text) > len(best.get(one.source, one._replace(text="")).text):
            best[one.source] = one
    if len(best) < 2:
        raise InputError(
            f"A lesson compares two outlets or more on one event; on {event or 'this event'} there "
            f"{'is one' if best else 'is none'} with a text. Add an article by another outlet on the same event, "
            "or name another event with --event."
        )
    chosen = sorted(best.values(), key=lambda one: (-len(one.text.split()), one.source))[: len(LETTERS)]
    return sorted(chosen, key=lambda one: (one.source, one.article))


def choose_practice(texts: Sequence[Text], used: Sequence[Text]) -> list[Text]:
    """Two other texts by sources of the lesson, on one event where that is possible; [] when there are none."""
    sources = [one.source for one in used]
    taken = {one.article for one in used}
    others = [one for one in texts if one.source in sources and one.article not in taken]
    by_event: dict[str, dict[str, Text]] = {}
    for one in others:
        by_event.setdefault(one.event, {}).setdefault(one.source, one)
    pairs = [(len(found), event) for event, found in by_event.items() if event and len(found) >= PRACTICE]
    if pairs:
        event = max(pairs, key=lambda pair: (pair[0], pair[1]))[1]
        others = [by_event[event][source] for source in sources if source in by_event[event]]
        return [others[0], others[-1]]
    return others[:PRACTICE]


def make_sheets(texts: Sequence[Text], masker: Masker | None, options: Options, *, first: str = "A") -> list[Sheet]:
    """The texts as sheets, cut to one length; with a masker in shuffled order, the same for the same seed."""
    ordered = list(texts)
    if masker:
        random.Random(options.seed).shuffle(ordered)
    length = shared_length([one.text[len(one.headline) :] for one in ordered], options.excerpt)
    return [_sheet(one, chr(ord(first) + n), length, masker) for n, one in enumerate(ordered)]


def _sheet(one: Text, letter: str, length: int, masker: Masker | None) -> Sheet:
    """One text cut, masked and broken into lines."""
    end = cut_at(one.text, len(one.headline), length, one.sentences)
    text, kept = _masked(one.text[:end], masker)
    opening = len(masker.mask(one.headline)) if masker else len(one.headline)
    body = text[opening:]
    return Sheet(
        letter=letter,
        article=one.article,
        source=one.source,
        date=one.date,
        headline=text[:opening],
        text=text,
        lines=break_lines(text, opening),
        kept=kept,
        words=len(body.split()),
        grades=_grades(body),
        sentences=tuple(_printed(start, kept) for start in one.sentences if start < end),
    )


def _printed(place: int, kept: Sequence[Kept]) -> int:
    """Where a place of the article stands on the sheet; a masked one at the end of what is printed before it."""
    part = next((part for part in reversed(kept) if part.start <= place), None)
    return part.printed + min(place, part.end) - part.start if part else 0


def _masked(text: str, masker: Masker | None) -> tuple[str, tuple[Kept, ...]]:
    """The text with giveaways replaced, and the stretches that stayed as they were."""
    parts: list[str] = []
    kept: list[Kept] = []
    at = printed = 0
    for span, instead in masker.spans(text) if masker else []:
        kept.append(Kept(at, span.start, printed))
        parts += [text[at : span.start], instead]
        printed += span.start - at + len(instead)
        at = span.end
    kept.append(Kept(at, len(text), printed))
    return "".join([*parts, text[at:]]), tuple(part for part in kept if part.end > part.start)


def _grades(body: str) -> tuple[float, float] | None:
    """Lowest and highest school grade of three formulas; None for a short text."""
    sentences = len(find_sentences(body.strip()))
    found = readability_of(body, words=len(body.split()), sentences=sentences)
    values = [found[name] for name in GRADES if name in found]
    return (min(values), max(values)) if values else None
