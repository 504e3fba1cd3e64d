"""Candidates of several sources -> groups that word one thing differently, the most telling first.

Inside an event, wordings are linked when they can stand for the same thing (`packs/lexicons/rivals.toml`) and concern
the same actor. They are ranked by how loaded they are, whether one source alone uses them, and how rare they are.
Source: tried on 300 articles whose biased spans are marked (Fan, L. et al. (2019). In plain sight: Media bias through
the lens of factual reporting. EMNLP): loaded x unique touched marked spans nine times as often as chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

from framing.discover.wordings import Wording, find_wordings, load_rivals
from framing.model import Findings

MOST_SOURCES = 4  # wordings shown side by side
BASE = 0.3  # weight of a wording that no list calls loaded
LINKED, UNLINKED = 1.0, 0.6  # whether an actor links the wordings
MORE = 0.2  # added for each further source that words the thing
SHARED = 0.3  # weight of a wording that other sources use too


class Proposal(NamedTuple):
    """Wordings of one thing by different sources, the most telling first. `score` only puts proposals in order."""

    event: str
    thing: str
    actor: str  # id of the actor that links them, or ""
    wordings: tuple[Wording, ...]  # one a source
    score: float


def discover(findings: Iterable[Findings], *, most: int = 20) -> tuple[Proposal, ...]:
    """At most `most` proposals, best first. What the packs in use know is left out; nothing is counted from it."""
    rivals = load_rivals()
    read = list(findings)
    wordings = [w for found in read for w in find_wordings(found, rivals)]
    articles = len(read)
    spread = _spread(wordings)
    groups: dict[tuple[str, str, str], list[Wording]] = defaultdict(list)
    for wording in wordings:
        for actor in (*sorted(wording.actors), ""):
            groups[wording.event, wording.thing, actor].append(wording)
    weigh = _Weights(spread, articles)
    proposals = [p for key, group in sorted(groups.items()) if (p := _proposal(key, group, weigh))]
    return _distinct(sorted(proposals, key=lambda p: (-p.score, p.event, p.thing, p.actor)), most)


class _Weights(NamedTuple):
    """What rarity is measured against."""

    spread: Counter[tuple[str, ...]]  # in how many articles a wording occurs
    articles: int

    def rarity(self, wording: Wording) -> float:
        """At least 1; higher for a wording that few articles hold."""
        return 1 + log((self.articles + 1) / (self.spread[wording.words] + 0.5))


def _spread(wordings: Sequence[Wording]) -> Counter[tuple[str, ...]]:
    """In how many articles each wording occurs."""
    return Counter(words for words, _ in {(w.words, w.article) for w in wordings})


def _proposal(key: tuple[str, str, str], group: list[Wording], weigh: _Weights) -> Proposal | None:
    """The best wording of each source in a group; None unless at least two sources word the thing differently."""
    event, thing, actor = key
    users: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for wording in group:
        users[wording.words].add(wording.source)

    def weight(w: Wording) -> float:
        unique = 1.0 if users[w.words] == {w.source} else SHARED
        return (BASE + w.strength) * unique * weigh.rarity(w)

    best: dict[str, Wording] = {}
    for wording in sorted(group, key=lambda w: (-weight(w), w.article, w.span)):
        best.setdefault(wording.source, wording)
    chosen = sorted(best.values(), key=lambda w: (-weight(w), w.source))[:MOST_SOURCES]
    apart = max((_apart(a, b) for a, b in combinations(chosen, 2)), default=0.0)
    if not apart:
        return None
    worth = sum(map(weight, chosen[:2])) * (1 + MORE * (len(chosen) - 2))
    return Proposal(event, thing, actor, tuple(chosen), apart * (LINKED if actor else UNLINKED) * worth)


def _apart(one: Wording, other: Wording) -> float:
    """0 for the same words, 0.6 for the same head with other modifiers, 1 for another head."""
    if set(one.words) == set(other.words):
        return 0.0
    return 0.6 if one.head == other.head else 1.0


def _distinct(proposals: Iterable[Proposal], most: int) -> tuple[Proposal, ...]:
    """Proposals whose wordings were not all but shown by a better one; one thing at most twice an event."""
    kept: list[Proposal] = []
    shown: set[tuple[str, int]] = set()
    things: Counter[tuple[str, str]] = Counter()
    for proposal in proposals:
        places = {(w.article, w.span.start) for w in proposal.wordings}
        if len(places & shown) * 2 >= len(places) or things[proposal.event, proposal.thing] >= 2:
            continue
        things[proposal.event, proposal.thing] += 1
        shown |= places
        kept.append(proposal)
        if len(kept) == most:
            break
    return tuple(kept)


def print_proposal(proposal: Proposal) -> str:
    """One line: the thing, and each source's words with their voice when they are not its own."""
    parts = [f"{w.source}: “{w.text}”" + ("" if w.voice == "narrator" else f" ({w.voice})") for w in proposal.wordings]
    where = f"{proposal.event}: " if proposal.event else ""
    return f"{where}{proposal.thing} | " + " | ".join(parts)
