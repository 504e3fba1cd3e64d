"""How far a wording colours what it names, in [-1, 1], with reasons: valence of its words, loaded words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from framing.model import WordingCandidate
from framing.packs.wordings import WordTables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRONGEST = 4.0  # of a word's valence in the list
LIKENESS = 0.35  # what likeness to words of praise or blame counts at most, beside a word that is listed
CLEAR = 1.8  # standard deviations of that likeness from which it counts
LOADED = 0.5  # what a loaded word of no known direction adds to the direction of the rest
PLAIN = 0.12  # colours nearer to 0 are none


Shaded = tuple[float, list[tuple[str, float]]]  # colour in [-1, 1], what makes it so


class Colours(NamedTuple):
    """Valence of words in [-4, 4], and the direction of praise among word vectors with mean and spread along it."""

    valences: Mapping[str, float]
    axis: NDArray[np.float32]
    mean: float
    spread: float
    plain: frozenset[str]  # words of topics, which colour nothing

    @classmethod
    def of(cls, valences: Mapping[str, float], plain: frozenset[str], tables: WordTables) -> Colours:
        """The direction in which words of praise lie from words of blame."""
        import numpy as np

        known = [(tables.places[word], value) for word, value in sorted(valences.items()) if word in tables.places]
        places, values = (np.array(side) for side in zip(*known, strict=True))
        axis = (tables.vectors[places] * values[:, None].astype("float32")).sum(axis=0)
        axis /= np.linalg.norm(axis)
        along = tables.vectors @ axis
        return cls(valences, axis, float(along.mean()), float(along.std()), plain)


def colour_of(candidate: WordingCandidate, colours: Colours, tables: WordTables) -> Shaded:
    """The colour of a wording, 0 for a plain one, and what makes it so, strongest first.

    A noun before the head says what the thing is about ("health care law", "intelligence report") and colours nothing
    by its valence.
    """
    telling = [word for word in candidate.core if word not in candidate.nouns]
    reasons = [one for word in telling for one in _of_word(word, colours, tables)]
    total = sum(weight for _, weight in reasons)
    if candidate.strength:
        direction = 1.0 if sum(colours.valences.get(word, 0.0) for word in telling) > 0 else -1.0  # most of them blame
        reasons.append(("a loaded word", round(direction * LOADED * candidate.strength, 3)))
        total += reasons[-1][1]
    if abs(total) < PLAIN:
        return 0.0, []
    return round(max(-1.0, min(1.0, total)), 3), sorted(reasons, key=lambda one: -abs(one[1]))


def _of_word(word: str, colours: Colours, tables: WordTables) -> Iterator[tuple[str, float]]:
    """What a word's listed valence adds, or else its likeness to words of praise or blame."""
    if word in colours.plain:
        return
    if word in colours.valences:
        yield f"valence of “{word}”", round(colours.valences[word] / STRONGEST, 3)
    elif word in tables.places:
        apart = float(tables.vectors[tables.places[word]] @ colours.axis - colours.mean) / colours.spread
        if abs(apart) >= CLEAR:
            side = "praise" if apart > 0 else "blame"
            yield f"“{word}” is like words of {side}", round(LIKENESS * max(-1.0, min(1.0, apart / 3)), 3)
