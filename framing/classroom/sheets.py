"""Which articles a lesson uses, and each of them as a sheet: cut, masked, lettered, broken into lines.

All texts are cut to one length, at the ends of sentences; paper and screen break the same lines.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from framing.annotate.readability import GRADES, readability_of
from framing.classroom.blind import Masker
from framing.classroom.records import LessonOptions, NumberedLine, Sheet, UnmaskedSpan
from framing.errors import InputError, UsageError
from framing.text import find_sentences, paragraphs, sentence_ends

if TYPE_CHECKING:
    from framing.compare import Comparison

LETTERS = "ABCDE"
PRACTICE = 2  # texts on worksheet 2
WIDTH = 64  # characters of a printed line
FEWEST = 150  # words; one very short text does not cut all others down to its length


class LessonArticle(NamedTuple):
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
    if not wanted:
        best = max(comparison.events, key=lambda row: (len(row.articles), sum(row.articles.values())), default=None)
        return best.event if best else ""
    return match_event([row.event for row in comparison.events], wanted)


def match_event(events: Sequence[str], wanted: str) -> str:
    """The event that is meant: called so, or the only one whose name holds these words.

    Raises:
        UsageError: no event is called so, or several are.
    """
    same = [event for event in events if event.casefold() == wanted.casefold()]
    near = same or [event for event in events if wanted.casefold() in event.casefold()]
    if len(near) == 1:
        return near[0]
    named = "; ".join(repr(event) for event in (near or events)[:12]) or "none has a name"
    raise UsageError(f"--event {wanted!r} fits {'several events' if near else 'no event'}. Events here: {named}.")


def event_name(comparison: Comparison, event: str) -> str:
    """An event's name for people; "the news" where the articles are of no named event."""
    return next((row.title for row in comparison.events if row.event == event), "") or "the news"


def lesson_articles(comparison: Comparison) -> list[LessonArticle]:
    """Every article of a run that has a text and is no copy, in order."""
    analysis, found = comparison.analysis, []
    for row in analysis.articles.to_dict("records"):
        text = analysis.texts.get(str(row["article"]), "")
        if text and not row["duplicate_of"]:
            title = str(row["title"])
            headline = title if title and text.startswith(title) else ""
            about = {name: str(row[name]) for name in ("article", "source", "event", "date")}
            starts = analysis.sentences.get(about["article"], ())
            found.append(LessonArticle(**about, headline=headline, text=text, sentences=starts))
    return found


def choose_texts(texts: Sequence[LessonArticle], event: str) -> list[LessonArticle]:
    """One text a source on the event, the longest of each, at most five.

    Raises:
        InputError: fewer than two sources are left.
    """
    best: dict[str, LessonArticle] = {}
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


def choose_practice(texts: Sequence[LessonArticle], used: Sequence[LessonArticle]) -> list[LessonArticle]:
    """Two other texts by sources of the lesson, on one event where that is possible; [] when there are none."""
    sources = [one.source for one in used]
    taken = {one.article for one in used}
    others = [one for one in texts if one.source in sources and one.article not in taken]
    by_event: dict[str, dict[str, LessonArticle]] = {}
    for one in others:
        by_event.setdefault(one.event, {}).setdefault(one.source, one)
    pairs = [(len(found), event) for event, found in by_event.items() if event and len(found) >= PRACTICE]
    if pairs:
        event = max(pairs, key=lambda pair: (pair[0], pair[1]))[1]
        others = [by_event[event][source] for source in sources if source in by_event[event]]
        return [others[0], others[-1]]
    return others[:PRACTICE]


def make_sheets(
    texts: Sequence[LessonArticle], masker: Masker | None, options: LessonOptions, *, first: str = "A"
) -> list[Sheet]:
    """The texts as sheets, cut to one length; with a masker in shuffled order, the same for the same seed."""
    ordered = list(texts)
    if masker:
        random.Random(options.seed).shuffle(ordered)
    length = shared_length([one.text[len(one.headline) :] for one in ordered], options.excerpt)
    return [_sheet(one, chr(ord(first) + n), length, masker) for n, one in enumerate(ordered)]


def _sheet(one: LessonArticle, letter: str, length: int, masker: Masker | None) -> Sheet:
    """One text cut, masked and broken into lines."""
    end = cut_at(one.text, len(one.headline), length, one.sentences)
    text, unmasked = _masked(one.text[:end], masker)
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
        unmasked=unmasked,
        words=len(body.split()),
        grades=_grades(body),
        sentences=tuple(_printed(start, unmasked) for start in one.sentences if start < end),
    )


def _printed(place: int, unmasked: Sequence[UnmaskedSpan]) -> int:
    """Where a place of the article stands on the sheet; a masked one at the end of what is printed before it."""
    part = next((part for part in reversed(unmasked) if part.start <= place), None)
    return part.printed + min(place, part.end) - part.start if part else 0


def _masked(text: str, masker: Masker | None) -> tuple[str, tuple[UnmaskedSpan, ...]]:
    """The text with giveaways replaced, and the stretches that stayed as they were."""
    parts: list[str] = []
    unmasked: list[UnmaskedSpan] = []
    at = printed = 0
    for span, instead in masker.spans(text) if masker else []:
        unmasked.append(UnmaskedSpan(at, span.start, printed))
        parts += [text[at : span.start], instead]
        printed += span.start - at + len(instead)
        at = span.end
    unmasked.append(UnmaskedSpan(at, len(text), printed))
    return "".join([*parts, text[at:]]), tuple(part for part in unmasked if part.end > part.start)


def _grades(body: str) -> tuple[float, float] | None:
    """Lowest and highest school grade of three formulas; None for a short text."""
    found = readability_of(body.strip(), find_sentences(body.strip()), words=len(body.split()))
    values = [found[name] for name in GRADES if name in found]
    return (min(values), max(values)) if values else None


def shared_length(bodies: list[str], excerpt: int) -> int:
    """Words that every text is cut to: what was asked for, or the shortest text when that is shorter."""
    shortest = min((len(body.split()) for body in bodies), default=excerpt)
    return min(excerpt, max(shortest, FEWEST))


def cut_at(text: str, opening: int, words: int, sentences: Sequence[int] = ()) -> int:
    """Where `text` is cut: the sentence end nearest to `words` words behind the first `opening` characters."""
    whole = len(text.rstrip())
    if len(text[opening:].split()) <= words:
        return whole
    ends = (end for end in sentence_ends(text, sentences) if end > opening and not _is_open(text, end))
    return min(ends, key=lambda end: abs(len(text[opening:end].split()) - words), default=whole)


def _is_open(text: str, end: int) -> bool:
    """Whether a quotation that a paragraph opens before `end` is still open there."""
    before = text[text.rfind("\n", 0, end) + 1 : end]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def break_lines(text: str, opening: int) -> tuple[NumberedLine, ...]:
    """The lines of a sheet: the headline as line 0, then the body's lines from 1, at most 64 characters each."""
    lines = [NumberedLine(0, 0, opening)] if opening else []
    number = 0
    for low, high in paragraphs(text[opening:]):
        for start, end in _wrap(text[opening + low : opening + high]):
            number += 1
            lines.append(NumberedLine(number, opening + low + start, opening + low + end))
    return tuple(lines)


def _wrap(paragraph: str) -> Iterator[tuple[int, int]]:
    """Places of the lines in a paragraph; a word longer than a line has a line of its own."""
    start = end = -1
    for word in re.finditer(r"\S+", paragraph):
        if start >= 0 and word.end() - start > WIDTH:
            yield start, end
            start = -1
        if start < 0:
            start = word.start()
        end = word.end()
    if start >= 0:
        yield start, end
