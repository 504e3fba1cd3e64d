"""One kind for an actor of a run, and its pronouns: from what all of its articles say, by majority."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.annotate.actors.actor_kinds import choose_kind
from framing.link.records import Sighting
from framing.model import Actor, ActorKind, nature_of
from framing.say import listed, times

CLEAR = 0.8  # share of an actor's pronouns from which the others pass for slips
REASONS = 3


def decide_kind(group: Sequence[Sighting]) -> ActorKind:
    """The kind of an actor: a roster's own, else the nature of most mentions and in it the kind that is told most."""
    fixed = next((s.actor.kind for s in group if s.actor.known), None)
    natures: Counter[str] = Counter()
    for sighting in group:
        natures[sighting.actor.nature] += sighting.mentions  # type: ignore[assignment]
    nature = nature_of(fixed) if fixed else max(sorted(natures), key=lambda one: natures[one])
    return choose_kind(fixed or nature, (one for s in group for one in s.actor.told))  # type: ignore[arg-type]


def say_why(actor: Actor) -> str:
    """Why an actor is of its kind, in words: what it is called and how often; "" when nothing tells."""
    words = Counter(word for kind, word in actor.told if kind == actor.kind)
    return listed([f"“{word}” {times(count)}" for word, count in words.most_common(REASONS)])


def tell_pronouns(group: Sequence[Sighting]) -> str:
    """he, she or they, as the articles' own pronouns for a person say; "mixed" when they differ, else "not said"."""
    count = Counter(one for sighting in group for one in sighting.pronouns)
    if not count:
        return "not said"
    (most, often), *_ = count.most_common()
    return most if often >= CLEAR * count.total() else "mixed"
