"""What matching needs from a pack, made once when it is loaded: patterns by word, names by word, actors' sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from framing.errors import PackError
from framing.packs.pattern import cut_word
from framing.packs.plan import plan_sequence
from framing.packs.referent import Lookup, Name, Referent
from framing.packs.roster import KnownActor


def index_patterns(referents: tuple[Referent, ...], where: str) -> dict[str, tuple[Lookup, ...]]:
    """Word -> the sequences that are looked up by it.

    Raises:
        PackError: a pattern has no word to look it up by.
    """
    index: dict[str, list[Lookup]] = {}
    counts = _counts(referents)
    for referent in referents:
        for order, variant in enumerate(referent.variants):
            for sequence in (s for pattern in variant.match for s in pattern.sequences):
                plan = plan_sequence(sequence, counts)
                if plan is None:
                    raise PackError(
                        f"{where}: referent {referent.id!r}, variant {variant.id!r}: a pattern of actors only. "
                        "Add a word to `match`, for example: <AZ> attack."
                    )
                lookup = Lookup(referent, variant, referent.pole(variant.pole), plan, order)
                for word in plan.words:
                    index.setdefault(word, []).append(lookup)
    return {word: tuple(found) for word, found in index.items()}


def _counts(referents: tuple[Referent, ...]) -> Counter[str]:
    """How many patterns use each key."""
    patterns = (p for referent in referents for variant in referent.variants for p in variant.match)
    return Counter(key for p in patterns for key in {k for s in p.sequences for e in s for k in e.keys})


def index_names(actors: Iterable[KnownActor]) -> dict[str, tuple[Name, ...]]:
    """First word -> names of actors (name, aliases, demonyms, metonyms), longest first."""
    names: dict[str, list[Name]] = {}
    for actor in actors:
        for text in (actor.name, *actor.aliases, *actor.demonyms, *actor.metonyms):
            words = tuple(part for word in text.split() for part in cut_word(word))
            if words:
                names.setdefault(words[0], []).append(Name(words, actor.id, text in actor.metonyms))
    return {first: tuple(sorted(set(found), key=lambda n: (-len(n.words), n))) for first, found in names.items()}


def find_parents(actors: Mapping[str, KnownActor]) -> dict[str, frozenset[str]]:
    """Actor -> itself and everyone it acts for."""
    above = {id: actor.member_of for id, actor in actors.items()}
    parents = {}
    for id in above:
        chain, step = {id}, above[id]
        while step and step not in chain:
            chain.add(step)
            step = above.get(step, "")
        parents[id] = frozenset(chain)
    return parents
