"""What stands in front, the same on the first page and on the first screen: which stories, and which contrasts."""

from __future__ import annotations

from framing.compare.days import days_of, of_one_time
from framing.compare.headlines import NEWS
from framing.compare.records import Comparison, TellingContrast, ToldWords
from framing.grouping import group_by, in_turn
from framing.measure.ledger import OWN
from framing.say import day

STORIES = 4
CONTRASTS, OF_STORY = 4, 3  # in front, and of one story
NONE_FOUND = "its words for it are not surely told apart; report.html lists them"


def shared_events(comparison: Comparison) -> list[str]:
    """Events whose openings two sources give, the one with the most telling contrast first, then the most covered."""
    if not comparison.analysis.texts:
        return []
    sources = {row.event: len(row.articles) for row in comparison.events}
    ranks = {one.event: place for place, one in reversed(list(enumerate(comparison.telling)))}
    found = {event for event in map(str, comparison.openings["event"]) if sources.get(event, 0) > 1}
    last = len(comparison.telling)
    return sorted(found, key=lambda event: (ranks.get(event, last), -sources[event], event))


def front_contrasts(comparison: Comparison, *, headlines: bool = True) -> list[TellingContrast]:
    """The most telling contrast of each story in front, then the second of each, and so on; best stories first.

    None whose leading sentences stand already in one before it; none of `headlines` where they are marked anyway.
    """
    turns, shown = dict.fromkeys(shared_events(comparison)[:STORIES], 0), set[tuple[str, int]]()
    kept = []
    for one in comparison.telling if headlines else (one for one in comparison.telling if one.name != NEWS):
        leading = {(side.article, side.start) for side in one.sides[:2]}
        if turns.get(one.event, OF_STORY) < OF_STORY and not leading & shown:
            turns[one.event] += 1
            shown |= leading
            kept.append(one)
    return in_turn(kept, lambda one: one.event)[:CONTRASTS]


def headline_marks(comparison: Comparison, event: str) -> list[ToldWords]:
    """What the headlines of an event do with its news: their own verbs, strong words, somebody's claims."""
    found = next((one for one in comparison.telling if one.event == event and one.name == NEWS), None)
    words = [word for side in found.sides for word in side.words] if found else []
    return [word for word in words if word.headline and (word.value or word.beside or word.voice != OWN)]


def without_words(comparison: Comparison, one: TellingContrast) -> list[str]:
    """Sources that tell the event of a named contrast and stand neither in it nor in a pair of words for the thing."""
    tellers = next((row.articles for row in comparison.events if row.event == one.event), {})
    told = {side.source for side in one.sides} | set(days_apart(comparison, one))
    if (table := comparison.wordings) is not None and len(table):
        same = table[(table["event"] == one.event) & (table["name"] == one.name) & (table["tells"] == "yes")]
        told |= {*same["source_a"], *same["source_b"]}
    return [source for source in comparison.sources if source in tellers and source not in told] if one.name else []


def days_apart(comparison: Comparison, one: TellingContrast) -> dict[str, str]:
    """Sources that wrote on a story days before or after the headlines of a contrast, and when: 24 Feb 2014."""
    if one.name != NEWS:
        return {}
    rows = comparison.openings[comparison.openings["event"] == one.event]
    days = days_of(comparison, rows["article"])
    told, shown = {side.source for side in one.sides}, [side.article for side in one.sides if side.article in days]
    found: dict[str, str] = {}
    for source, articles in group_by(days, dict(zip(rows["article"], rows["source"], strict=True)).__getitem__).items():
        near = any(len(of_one_time((*shown, article), days)) > len(shown) for article in articles)
        if source not in told and shown and not near:
            found[source] = day(days[articles[0]])
    return found
