"""Which headlines of an event tell one story: one of each source, and none of another deed or another time.

Two tell one story where a good part of the words of one stands in what the other article opens with, and not names
alone: "Mayor Meets Dockers" and "Mayor Opens Bridge" have only the mayor in common.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from framing.compare.headline_words import ReadHeadline
from framing.grouping import group_by
from framing.measure.ledger import OWN
from framing.syntax.stems import stem_of

ONE_STORY, PART = 3, 1 / 3  # words that two headlines share, or their part of a short one
HIMSELF = frozenset(("he", "she", "they", "we", "it", "i"))
YEAR = re.compile(r"\b[Ii]n ((?:19|20)\d\d)\b")


def of_one_story(found: Sequence[ReadHeadline], days: Mapping[str, date]) -> list[ReadHeadline]:
    """One headline a source, as many as tell one story; of several of a source the one that others tell, too."""
    by_source = group_by(found, lambda one: one.one.source)
    if all(len(mine) == 1 for mine in by_source.values()):
        return _told_together([mine[0] for _, mine in sorted(by_source.items())], days)
    pairs = [
        (one, two)
        for one, two in combinations(found, 2)
        if one.one.source != two.one.source and len(one.keys & two.keys) >= ONE_STORY
    ]
    ranked = sorted(pairs, key=lambda pair: (-len(pair[0].keys & pair[1].keys), *sorted(map(_line, pair))))
    chosen = {one.one.source: one for one in ranked[0]} if ranked else {}
    news = [one.keys for one in chosen.values()]
    for source, mine in sorted(by_source.items()):
        best = min(mine, key=lambda one: (-max((len(one.keys & keys) for keys in news), default=0), _line(one)))
        if source not in chosen and any(len(best.keys & keys) >= ONE_STORY for keys in news):
            chosen[source] = best
    return _told_together([one for _, one in sorted(chosen.items())], days)


def _line(one: ReadHeadline) -> str:
    return one.one.text[slice(*one.one.span)]


def _told_together(headlines: Sequence[ReadHeadline], days: Mapping[str, date]) -> list[ReadHeadline]:
    """The most headlines that are linked by telling one story, the first of equals."""
    groups: list[list[ReadHeadline]] = []
    for one in headlines:
        joined = [group for group in groups if any(_is_one_story(one, other, days) for other in group)]
        groups = [group for group in groups if group not in joined] + [[*sum(joined, []), one]]
    largest: list[ReadHeadline] = max(groups, key=len, default=[])
    return sorted(largest, key=lambda one: one.one.source)


def _is_one_story(one: ReadHeadline, two: ReadHeadline, days: Mapping[str, date]) -> bool:
    """Whether two headlines tell of one deed or thing, at one time."""
    return _time(one, days) == _time(two, days) and (_is_told(one, two) or _is_told(two, one))


def _is_told(one: ReadHeadline, other: ReadHeadline) -> bool:
    """Whether another article opens with enough words of a headline, one of them more than a name."""
    shared = one.keys & other.opening_keys
    names = {word.key for word in (*one.words, *other.words) if word.name}
    return len(shared) >= min(ONE_STORY, PART * len(one.keys)) and not shared <= names


def _time(one: ReadHeadline, days: Mapping[str, date]) -> str:
    """The earlier year of which a headline tells; "" where it is that of its day."""
    year, written = YEAR.search(_line(one)), days.get(one.one.article)
    return year[1] if year and written and int(year[1]) < written.year else ""


def states_claim(one: ReadHeadline, other: ReadHeadline) -> bool:
    """Whether a headline tells of somebody as a fact what another gives as his word for himself.

    "Lund Sends Inspectors to Port" beside "Lund Says He Has Inspectors in Port".
    """
    verb = next((word for word in one.words if word.verb > 1 and word.voice == OWN), None)
    if verb is None or one.claim is not None or other.claim is None:
        return False
    content, speaker = other.claim
    claimed = [word for word in other.words if word.span.overlaps(content)]
    if claimed[0].lower not in HIMSELF or any(word.denies for word in (*one.words, *claimed)):
        return False
    whom = {word.key for word in one.words if word.key and word.span.start < verb.span.start}
    told = {word.key: word.name for word in one.words if word.key and word.span.start > verb.span.start}
    shared = told.keys() & {word.key for word in claimed}
    return (
        not whom.isdisjoint(map(stem_of, speaker.lower().split()))
        and len(shared) > 1
        and not all(map(told.get, shared))
    )
